"""SQLite's result codes in the program's own words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coordapp.domain.kernel.errors import RuleViolation, StoreError

_CODES = {
    sqlite3.SQLITE_BUSY: "file_in_use",
    sqlite3.SQLITE_LOCKED: "file_in_use",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "file_read_only",
    sqlite3.SQLITE_CORRUPT: "file_damaged",
    sqlite3.SQLITE_NOTADB: "not_a_database",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_PERM: "file_read_only",
}
_PRIMARY = 0xFF
_LOCKED = "signed_is_locked"  # what the triggers on signed minutes say


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the environment did to the file into StoreError; let bugs fly.

    Raises RuleViolation: signed_is_locked.
    """
    try:
        yield
    except sqlite3.Error as error:
        if str(error) == _LOCKED:
            raise RuleViolation("signed_is_locked") from error
        number = getattr(error, "sqlite_errorcode", None)
        code = None if number is None else _CODES.get(number & _PRIMARY)
        if number == sqlite3.SQLITE_READONLY_DBMOVED:
            code = "file_moved"
        if code is None:
            raise
        raise StoreError(code, path=path) from error
