"""The records that a record speaks of, and what is said when one of them is gone."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.record_fields import hints, kind_of_id
from coordapp.store.file import stored
from coordapp.store.file.table import Table
from coordapp.store.file.tables import ALL

_KINDS = stored.Members(Kind)


def spoken_of(kind: Kind, row: Mapping[str, Any]) -> Iterator[tuple[Kind, int]]:
    """Give the records that a row names by their ids."""
    if kind is Kind.ATTACHMENT:
        yield _KINDS[row["kind"]], int(row["record_id"])
    for name, hint in hints(ALL[kind].record).items():
        named = kind_of_id(hint)
        if named is not None and name != "id" and row.get(name):
            yield named, int(row[name])


def first_gone(connection: sqlite3.Connection, kind: Kind, row: Mapping[str, Any]) -> Kind | None:
    """Say what a row speaks of and the file does not hold; None when all is there."""
    for named, record_id in spoken_of(kind, row):
        if ALL[named].find(connection, record_id) is None:
            return named
    return None


def speaking_of(connection: sqlite3.Connection, kind: Kind, record_id: int) -> dict[Kind, int]:
    """Count the records of each kind that speak of one, itself left out."""
    found: dict[Kind, int] = {}
    for table in ALL.values():
        for name, hint in hints(table.record).items():
            if name == "id" or kind_of_id(hint) is not kind:
                continue
            # a record may speak of itself; that holds nothing
            but_itself = "and id <> ?" if table.kind is kind else "and ?"
            row = connection.execute(
                f"select count(*) from {table.name} where {name} = ? {but_itself}",
                (record_id, record_id),
            ).fetchone()
            if row[0]:
                found[table.kind] = found.get(table.kind, 0) + row[0]
    return found


@contextmanager
def owned(
    connection: sqlite3.Connection, table: Table[Any], row: Mapping[str, Any]
) -> Iterator[None]:
    """Refuse to write what speaks of a record deleted meanwhile, in this window or another one.

    Raises RuleViolation: record_gone.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        is_link = error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
        gone = first_gone(connection, table.kind, row) if is_link else None
        if gone is None:
            raise
        raise RuleViolation("record_gone", kind=gone) from error
