"""Starting the program: what it answers before any file or window is opened."""

import os
import re
import subprocess
import sys

import pytest

from coordapp import __version__, paths
from coordapp.app import main
from coordapp.store import Store

TELLS_WHERE_IT_WRITES = """
import sys
sys.addaudithook(lambda what, about: what == "tempfile.mkdtemp" and print(about[0]))
from coordapp.app import main
raise SystemExit(main(["salvage", *sys.argv[1:]]))
"""


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_what_is_written_for_a_while_lies_in_our_own_folder(tmp_path):
    damaged = tmp_path / "sổ.db"
    Store.create(damaged).close()

    done = subprocess.run(
        [sys.executable, "-c", TELLS_WHERE_IT_WRITES, damaged, tmp_path / "mới.db"],
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert str(tmp_path / "data" / "coordapp" / "tam") in done.stdout, done.stderr


def test_the_version_is_told_and_nothing_is_opened(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Sổ Điều phối {__version__}\n"


def test_the_changes_of_this_version_are_told():
    changes = paths.resource("docs", "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)[0] == __version__
