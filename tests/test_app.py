"""Starting the program: what it answers before any file or window is opened."""

import re

from coordapp import __version__, paths
from coordapp.app import main


def test_the_version_is_told_and_nothing_is_opened(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Sổ Điều phối {__version__}\n"


def test_the_changes_of_this_version_are_told():
    changes = paths.resource("docs", "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)[0] == __version__
