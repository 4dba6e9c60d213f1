"""The import of a long register: the window stays alive, and it can be stopped."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coordapp.services.sample import SAMPLE_DAY, write_sample
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.importing.dialog import ImportDialog
from coordapp.ui.widgets.reading import Reading, Writing
from coordapp.ui.window import Window
from tests.files.make_workbooks import HEAD, a_book


@pytest.fixture
def window(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    write_sample(tmp_path / "so.db")
    store = Store.open(tmp_path / "so.db")
    made = Window(qapp, store, SAMPLE_DAY, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.restore()
    made.show()
    yield made
    made.close()
    store.close()


@pytest.fixture
def long(tmp_path: Path) -> Path:
    rows = ((n, f"Việc số {n}", "HND", "", date(2018, 3, 31)) for n in range(1000))
    a_book(HEAD, *rows).save(tmp_path / "dai.xlsx")
    return tmp_path / "dai.xlsx"


@pytest.fixture
def agreed(qtbot, monkeypatch) -> list[bool]:
    """Agree to every import; note whether the window of the reading still stood there."""
    seen: list[bool] = []

    def answer(dialog) -> int:
        seen.append(
            any(isinstance(one, Reading) and one.isVisible() for one in QApplication.allWidgets())
        )
        with qtbot.waitSignal(dialog.planned, timeout=5000):
            pass
        return ImportDialog.DialogCode.Accepted

    monkeypatch.setattr(ImportDialog, "exec", answer)
    return seen


def count(window) -> int:
    return window.context.store.reader.execute("select count(*) from task").fetchone()[0]


def test_the_window_lives_while_an_import_is_written(qtbot, window, long, agreed) -> None:
    beats, before = [], count(window)
    pulse = QTimer(window, interval=5)
    pulse.timeout.connect(
        lambda: beats.append(any(one.isVisible() for one in window.findChildren(Writing)))
    )
    pulse.start()
    importer = window._files.importing

    with qtbot.waitSignal(importer.undo_offered, timeout=20_000):
        importer.read(long)

    pulse.stop()
    assert sum(beats) > 5
    assert agreed == [False]
    assert count(window) == before + 1000
    window.undo()
    assert count(window) == before


def test_an_import_stopped_while_it_is_written_leaves_the_book_and_says_nothing(
    qtbot, window, long, agreed
) -> None:
    before, refused = count(window), []
    window.context.run.refused.connect(refused.append)

    def stop() -> None:
        for one in window.findChildren(Writing):
            if one.isVisible() and one.bar.value() > one.bar.maximum() / 4:
                one.stop.click()

    pulse = QTimer(window, interval=5)
    pulse.timeout.connect(stop)
    pulse.start()
    importer = window._files.importing

    with qtbot.assertNotEmitted(importer.undo_offered, wait=1500):
        importer.read(long)
        qtbot.waitUntil(lambda: bool(agreed), timeout=5000)

    pulse.stop()
    assert (count(window), refused) == (before, [])
    assert not window.context.store.undo_steps
    # the columns were agreed upon all the same
    assert importer._known()
