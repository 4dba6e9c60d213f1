"""How to start the program once more, in any build: another window, or a command in a child.

From source and from the Debian package a Python runs the package; in the folder for Windows
`sys.executable` is our own launcher, which takes the words of the command line alone.
"""

import os
import sys
from pathlib import Path

from coordapp import identity, paths

COMMAND_LAUNCHER = f"{identity.COMMAND}-cli.exe"


def is_packed(executable: str) -> bool:
    """Tell whether a launcher of ours runs the program, and not a Python."""
    return not _file_name(executable).startswith("python")


def window(*words: str, executable: str | None = None) -> list[str]:
    """Give the command line that opens a window with these words."""
    running = executable or sys.executable
    if not is_packed(running):
        return [running, "-m", "coordapp", *words]
    # whoever runs the console launcher wants a window without a console
    return [_beside(running, f"{identity.NAME}.exe"), *words]


def command(*words: str, executable: str | None = None) -> list[str]:
    """Give the command line of a child that reads and writes by its streams."""
    running = executable or sys.executable
    if not is_packed(running):
        return [running, "-X", "utf8", "-m", "coordapp", *words]
    return [_beside(running, COMMAND_LAUNCHER), *words]


def environment() -> dict[str, str]:
    """Give the environment in which the command lines find the package from any folder."""
    known = (str(paths.PACKAGE.parent), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, known))}


def _file_name(executable: str) -> str:
    return executable.replace("\\", "/").rpartition("/")[2].lower()


def _beside(executable: str, name: str) -> str:
    """Name another launcher of the same folder; a folder without it is asked for the one it has."""
    other = Path(executable).with_name(name)
    return str(other) if other.exists() else executable
