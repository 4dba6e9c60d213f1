"""`python -m tests.gallery OUT`: a picture of every page, empty and on the sample, light and dark.

Pictures are drawn offscreen at 1366×768, and once more at 150 %.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SAMPLE_DAY = date(2018, 3, 31)
PAGES = ("tasks", "conferences", "units")


def main(arguments: list[str]) -> int:
    """Draw everything into a folder; each scale in a process of its own."""
    if len(arguments) == 2:
        return _draw(Path(arguments[0]), arguments[1])
    out = Path(arguments[0] if arguments else "gallery")
    out.mkdir(parents=True, exist_ok=True)
    for scale in ("1", "1.5"):
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "XDG_DATA_HOME": tempfile.mkdtemp(),
        }
        command = [sys.executable, "-m", "tests.gallery", str(out), scale]
        done = subprocess.run(command, env=environment, check=False)
        if done.returncode:
            return done.returncode
    print(out.resolve())
    return 0


def _draw(out: Path, scale: str) -> int:
    from PySide6.QtWidgets import QApplication

    from coordapp.ui import theme
    from coordapp.ui.window import open_window

    app = QApplication([])
    looks = (False, True) if scale == "1" else (False,)
    for name, store in _stores(Path(tempfile.mkdtemp())).items():
        window = open_window(app, store, SAMPLE_DAY)
        window.resize(1366, 768)
        window.show()
        for dark in looks:
            theme.apply(app, dark=dark)
            for page in PAGES:
                window.go(page)
                if page == "conferences" and name != "empty":
                    window.show_conference("HN-2017-01")
                _settle(app, 1.5 if page == "conferences" else 0.3)
                look = "dark" if dark else "light"
                percent = round(float(scale) * 100)
                window.grab().save(str(out / f"{page}-{name}-{look}-{percent}.png"))
        window.close()
        store.close()
    return 0


def _settle(app: "QApplication", seconds: float) -> None:
    """Let the window draw itself, and leave time to the worker thread."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def _stores(folder: Path) -> dict[str, "object"]:
    from coordapp.services import units
    from coordapp.services.sample import write_sample
    from coordapp.store import Store

    write_sample(folder / "du-lieu-mau.db")
    empty = Store.create(folder / "so-moi.db")
    units.set_up(empty)
    write_sample(folder / "lon.db")
    large = Store.open(folder / "lon.db")
    add_many(large, 10_000)
    return {"sample": Store.open(folder / "du-lieu-mau.db"), "empty": empty, "large": large}


def add_many(store: "object", count: int) -> None:
    """Add plain tasks of every state to a file, for pictures and benchmarks of large registers."""
    from coordapp.domain.changes import Op
    from coordapp.domain.task import WorkState
    from coordapp.store import Store, units
    from coordapp.store.tables import TASKS
    from tests.build import a_task

    assert isinstance(store, Store)
    led_by = units.all_units(store.reader)
    states = list(WorkState)
    with store.write(Op.WRITE_SAMPLE) as work:
        for number in range(count):
            due = date(2018, 1, 1) + timedelta(number % 400)
            state = states[number % len(states)]
            work.add(
                TASKS,
                a_task(
                    code=f"NV-2018-{number + 1000:05d}",
                    title=f"Phối hợp đẩy mạnh công tác dân vận tại địa bàn số {number}",
                    lead_unit_id=led_by[number % len(led_by)].id,
                    due=due,
                    original_due=due,
                    work_state=state,
                    finished_on=due if state is WorkState.DONE else None,
                    assigned_on=date(2018, 1, 5),
                ),
            )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
