"""Bringing a file to the newest schema, one numbered script at a time."""

import sqlite3
from pathlib import Path

from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file.opening import (
    APPLICATION_ID,
    ensure_known_version,
    schema_version,
    scripts,
)


def migrate(connection: sqlite3.Connection, path: Path, last: int | None = None) -> None:
    """Apply the scripts the file lacks, up to `last`; a failing one leaves everything as it was.

    Raises StoreError: file_too_new, file_damaged.
    """
    ensure_known_version(connection, path)
    for script in scripts():
        number = int(script.name[:4])
        if schema_version(connection) < number and (last is None or number <= last):
            _apply(connection, script, number, path)


def _apply(connection: sqlite3.Connection, script: Path, number: int, path: Path) -> None:
    # executescript commits an open transaction first, so `begin` is part of the text
    text = (
        f"begin immediate;\npragma application_id = {APPLICATION_ID};\n"
        f"{script.read_text(encoding='utf-8')}\npragma user_version = {number};"
    )
    connection.execute("pragma foreign_keys = off")
    try:
        connection.executescript(text)
        if connection.execute("pragma foreign_key_check").fetchone() is not None:
            raise StoreError("file_damaged", path=path)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    finally:
        connection.execute("pragma foreign_keys = on")
