"""The window stands on 10,000 tasks little later than a bare table of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.pairs import ratio

pytestmark = pytest.mark.bench
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def test_the_window_stands_at_most_half_as_long_again_as_a_bare_table(
    large: Path, tmp_path: Path
) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }

    def run(script: str) -> None:
        command = [sys.executable, str(HERE / script), str(large)]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    taken = ratio(
        "window on 10,000 tasks",
        lambda: run("our_window.py"),
        lambda: run("bare_window.py"),
        rounds=7,
    )

    assert taken <= 1.5
