"""A copy of the file as SQLite sees it, read back before it is called a copy."""

import sqlite3
from contextlib import closing
from pathlib import Path

from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import opening
from coordapp.store.file.errors import translated

_PAGES = 2_000  # copied at a time


def copy(source: Path, target: Path) -> None:
    """Copy an open or closed file to `target` and check the copy; nothing half is left.

    Raises StoreError: file_exists, backup_damaged, and what the disk says.
    """
    if target.exists():
        raise StoreError("file_exists", path=target)
    draft = target.with_name(f"{target.name}.tmp")
    draft.unlink(missing_ok=True)
    try:
        with closing(opening.connect(source, read_only=True)) as file, translated(target):
            with closing(sqlite3.connect(draft)) as made:
                file.backup(made, pages=_PAGES)
            _ensure_whole(draft, _size(file), target)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def is_of_earlier_version(path: Path) -> bool:
    """Tell whether opening the file for writing would change its schema. Raises StoreError."""
    opening.check_file(path)
    with closing(opening.connect(path, read_only=True)) as file, translated(path):
        return opening.schema_version(file) < opening.newest_version()


def _ensure_whole(draft: Path, expected: tuple[int, int], target: Path) -> None:
    with closing(opening.connect(draft, read_only=True)) as made:
        said = made.execute("pragma integrity_check").fetchone()[0]
        if said != "ok" or _size(made) != expected:
            raise StoreError("backup_damaged", path=target)


def _size(connection: sqlite3.Connection) -> tuple[int, int]:
    """Give the version of the schema and the last entry of the log."""
    version = opening.schema_version(connection)
    last = connection.execute("select coalesce(max(id), 0) from change_log").fetchone()[0]
    return version, int(last)
