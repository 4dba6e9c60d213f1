"""Putting a finished file in its place so that a power cut leaves the old one or the new one."""

import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path

_IN_USE = frozenset((5, 32, 33))  # Windows: access denied, sharing violation, lock violation
# a virus scanner lets go of a new file within this time
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
_BLOCK = 1 << 20


def place(draft: Path, target: Path) -> None:
    """Sync a finished file and rename it; waits where a scanner holds it. Raises OSError."""
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
    for pause in _PAUSES:
        try:
            draft.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(pause)
        else:
            break
    else:
        draft.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names of a folder; some systems cannot be asked."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256(path: Path) -> str:
    """Hash what lies on the disk. Raises OSError."""
    seen = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            seen.update(block)
    return seen.hexdigest()
