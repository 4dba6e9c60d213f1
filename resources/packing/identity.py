"""What the program is called on a PC, its version, and the moment a build counts as made."""

import os
import re
import subprocess
from pathlib import Path

from coordapp.identity import (
    COMMAND,
    EXTENSION,
    NAME,
    PUBLISHER,
    SUMMARY,
    TITLE,
    WINDOWS_APP_ID,
)

__all__ = ("COMMAND", "EXTENSION", "NAME", "PUBLISHER", "SUMMARY", "TITLE", "epoch", "version")

ROOT = Path(__file__).resolve().parents[2]

APP_ID = WINDOWS_APP_ID
FILE_TYPE = "SoDieuPhoi.Register"
FILE_TYPE_TITLE = "Sổ Điều phối (tệp dữ liệu)"
HOME_VARIABLE = "COORDAPP_HOME"  # environment: the folder of the user's data; see coordapp/paths.py
PORTABLE_NOTE = "portable.txt"
PORTABLE_DATA = "DuLieu"
MIME_TYPE = "application/x-sodieuphoi"
NO_HISTORY = 1_577_836_800  # 2020-01-01, of a copy of the tree without its commits


def version() -> str:
    """Read the version of the program without importing it."""
    text = (ROOT / "coordapp" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([0-9]+\.[0-9]+\.[0-9]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("coordapp/__init__.py names no version of three numbers")
    return found[1]


def epoch() -> int:
    """Give the second that every file of a build carries, so that two builds are equal.

    Source: SOURCE_DATE_EPOCH of reproducible-builds.org, else the day of the last commit, else
    a day that never changes.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    # whoever cloned it, the day of the commit is the same
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return NO_HISTORY if done.returncode else int(done.stdout)
