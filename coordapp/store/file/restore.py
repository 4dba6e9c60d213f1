"""What must hold before a record that was removed is put back from the log."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields, replace
from enum import Enum
from typing import Any

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.record_fields import hints
from coordapp.store.file.links import first_gone
from coordapp.store.file.log import Change
from coordapp.store.file.table import Table
from coordapp.store.file.tables import ALL

_TAKEN = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)


def complete(change: Change) -> Change:
    """Fill in the columns that came after the record was removed.

    Raises RuleViolation: restore_too_old, where nothing can stand for what is missing.
    """
    table, held = ALL[change.kind], change.before or {}
    row = _defaults(table) | held
    if not set(table.columns) <= row.keys():
        raise RuleViolation("restore_too_old", kind=change.kind)
    return replace(change, before=row)


@contextmanager
def naming(change: Change) -> Iterator[None]:
    """Say of which record a code, a name or a day was given to another one meanwhile."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode not in _TAKEN:
            raise
        raise RuleViolation("restore_taken", kind=change.kind, title=_title(change)) from error


def ensure_owned(connection: sqlite3.Connection, restored: Iterable[Change]) -> None:
    """Refuse records that speak of others which are gone. Raises: restore_without_owner."""
    for change in restored:
        gone = first_gone(connection, change.kind, change.before or {})
        if gone is not None:
            raise RuleViolation(
                "restore_without_owner", kind=change.kind, title=_title(change), owner_kind=gone
            )


def _defaults(table: Table[Any]) -> dict[str, Any]:
    return {
        item.name: item.default.value if isinstance(item.default, Enum) else item.default
        for item in fields(table.record)
        if item.default is not MISSING
    }


def _title(change: Change) -> str:
    # the words of every field take as long to load as all else of opening
    from coordapp.domain.words.field_labels import short_title

    row = change.before or {}
    return short_title(hints(ALL[change.kind].record), row, lambda _, record_id: str(record_id))
