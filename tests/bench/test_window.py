"""The window stands little later than a bare one: of 10,000 tasks, and with nothing in it."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coordapp.services.sample.sample_file import write_sample
from tests.bench.pairs import ratio

pytestmark = pytest.mark.bench
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def of_children() -> float:
    """Give the time that finished processes computed: others on the machine do not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str, Path], None]:
    """Run a script of this folder on a file, as the program is run: compiled once and for all."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start(script: str, file: Path) -> None:
        command = [sys.executable, str(HERE / script), str(file)]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    return start


def test_the_window_stands_at_most_half_as_long_again_as_a_bare_table(
    run: Callable[[str, Path], None], large: Path
) -> None:
    taken = ratio(
        "window on 10,000 tasks",
        lambda: run("our_window.py", large),
        lambda: run("bare_window.py", large),
        rounds=7,
    )

    assert taken <= 1.5


def test_the_window_on_the_sample_stands_soon_after_an_empty_one(
    run: Callable[[str, Path], None], tmp_path: Path
) -> None:
    sample = tmp_path / "mau.db"
    write_sample(sample)

    taken = ratio(
        "window on the sample",
        lambda: run("our_window.py", sample),
        lambda: run("empty_window.py", sample),
        rounds=15,
        clock=of_children,
    )

    assert taken <= 3.3
