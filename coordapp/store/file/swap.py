"""Putting a copy where the register is, and keeping what was there."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from coordapp.domain.files.copies import Manifest
from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import backup, opening, placing
from coordapp.store.file.errors import translated

_JOURNAL = "-journal"


def keep_as_it_is(path: Path, target: Path) -> None:
    """Copy a damaged file byte for byte, with its journal, under another name. Raises StoreError."""
    with backup.on_disk(target):
        for ending in (_JOURNAL, ""):
            held = path.with_name(path.name + ending)
            if held.exists():
                draft = target.with_name(f"{target.name}{ending}.tmp")
                shutil.copyfile(held, draft)
                placing.place(draft, target.with_name(target.name + ending))


def has_journal(path: Path) -> bool:
    """Tell whether an action was cut short, or is being written just now."""
    return path.with_name(path.name + _JOURNAL).exists()


def play_back(path: Path) -> None:
    """Bring a file of our own to where its journal says it was. Raises StoreError."""
    with closing(opening.connect(path)) as file, translated(path):
        file.execute("select count(*) from sqlite_master").fetchone()


def ensure_free(path: Path) -> None:
    """Refuse a file that another program writes just now; a damaged one is free.

    Raises StoreError: file_in_use.
    """
    try:
        with closing(opening.connect(path)) as file, translated(path):
            file.execute("pragma busy_timeout = 200")
            file.execute("begin exclusive")
            file.execute("rollback")
    except StoreError as error:
        if error.code == "file_in_use":
            raise
    except (sqlite3.Error, UnicodeError):
        # what is damaged is replaced, not opened
        return


def put(copy: Path, path: Path) -> Manifest:
    """Put a sound copy in the place of a register; a power cut leaves the old or the new one.

    Raises StoreError: copy_unsound, and what the disk says.
    """
    draft = path.with_name(f".{path.name}.tmp")
    with backup.on_disk(path):
        draft.unlink(missing_ok=True)
        draft.touch()
    try:
        with (
            closing(opening.connect(copy, read_only=True)) as source,
            translated(path),
            closing(sqlite3.connect(draft)) as made,
        ):
            source.backup(made)
        manifest = backup.examine(draft)
        with backup.on_disk(path):
            # a journal of the old file would be played into the new one
            path.with_name(path.name + _JOURNAL).unlink(missing_ok=True)
            placing.place(draft, path)
    finally:
        with backup.on_disk(path):
            draft.unlink(missing_ok=True)
    return manifest
