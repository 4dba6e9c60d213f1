"""The lock that a window keeps beside its register: whether somebody holds it now."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def lock_beside(path: Path) -> Path:
    """Name the lock beside a register, by which windows of all accounts see each other."""
    return path.with_name(f".~{path.name}.lock")


def is_held_by_another(path: Path) -> bool:
    """Tell whether another program of this machine than this one has a register open in a window."""
    with suppress(OSError, ValueError, IndexError):
        said = lock_beside(path).read_text(encoding="utf-8", errors="replace")
        if int(said.split()[0]) == os.getpid():
            return False
    return is_held(path)


def is_held(path: Path) -> bool:
    """Tell whether a program of this machine has a register open in a window."""
    try:
        with lock_beside(path).open(_MODE) as file:
            return not _can_hold(file.fileno())
    except FileNotFoundError:
        return False
    except OSError:
        # Windows lets nobody write into what is held
        return sys.platform == "win32"


if sys.platform == "win32":
    _MODE = "r+b"

    def _can_hold(_handle: int) -> bool:
        return True

else:
    import fcntl

    # the lock of another account may be read only, and tells all the same
    _MODE = "rb"

    def _can_hold(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
