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
_STORE = str(Path(__file__).parents[1])
# what SQLite raises over bytes that are not what they were; of its own sentence that quotes them
# Python makes an error of letters
BAD_BYTES = (sqlite3.DatabaseError, UnicodeDecodeError)
_NO_TEXT = "Could not decode to UTF-8"
# a table of ours that another program dropped, a header that says of the schema what it is not
_LOST = ("no such table", "malformed database schema", "unsupported file format")
# what the triggers on signed minutes and on issued papers say
_LOCKED = ("signed_is_locked", "issued_is_locked")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the environment did to the file into StoreError; let bugs fly.

    Raises RuleViolation: signed_is_locked, issued_is_locked.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if str(error) in _LOCKED:
            raise RuleViolation(str(error)) from error
        told = as_told(error, path)
        if told is None:
            raise
        raise told from error


def as_told(error: BaseException | None, path: Path) -> StoreError | None:
    """Say what an error of SQLite means for the person; None for a fault of the program."""
    if isinstance(error, UnicodeDecodeError) and _raised_by_sqlite(error):
        return StoreError("file_damaged", path=path)
    if not isinstance(error, sqlite3.Error):
        return None
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        # raised by Python itself, over bytes that are no text
        return StoreError("file_damaged", path=path) if _NO_TEXT in str(error) else None
    if number == sqlite3.SQLITE_READONLY_DBMOVED:
        return StoreError("file_moved", path=path)
    if number == sqlite3.SQLITE_ERROR and str(error).startswith(_LOST):
        return StoreError("file_damaged", path=path)
    code = _CODES.get(number & _PRIMARY)
    return None if code is None else StoreError(code, path=path)


def _raised_by_sqlite(error: UnicodeDecodeError) -> bool:
    """Tell whether it came out of a call of SQLite, which only the store makes."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code.co_filename.startswith(_STORE)
