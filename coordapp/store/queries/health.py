"""Looking for damage and broken rules in a file, without changing it."""

import json
import sqlite3
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import derived, log, schema
from coordapp.store.file.errors import BAD_BYTES
from coordapp.store.file.opening import Reader
from coordapp.store.file.salvage import SUSPECT
from coordapp.store.file.table import Table
from coordapp.store.file.tables import ALL
from coordapp.store.queries import attachment_queries, seals

_RULES = {
    "parent_of_parent": (
        "select t.code from task t join task p on p.id = t.parent_id "
        "where p.parent_id is not null order by t.code"
    ),
    "done_without_day": (
        "select code from task where work_state = 'done' and finished_on is null order by code"
    ),
    "original_due_missing": (
        "select code from task where due is not null and original_due is null order by code"
    ),
    "code_doubled": "select code from task group by code having count(*) > 1 order by code",
}


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """One thing that is wrong: what kind of thing, and where."""

    code: str
    where: str


def findings(connection: Reader) -> list[HealthFinding]:
    """Look at everything; what cannot be read at all is a finding too."""
    found = _rows(connection, "integrity", "pragma integrity_check", good="ok")
    found += _rows(connection, "foreign_key", "pragma foreign_key_check")
    for code, sql in _RULES.items():
        found += _rows(connection, code, sql)
    for table in ALL.values():
        found += _not_composed(connection, table.name)
        found += _caught(partial(_not_usable, connection, table))
    for look in (_shape, _derived, _salvaged, _attachments, _seals, _chain):
        found += _caught(partial(look, connection))
    return found


def ensure_sound(connection: Reader, path: Path) -> None:
    """Look through the whole file after an end that nobody meant. Raises StoreError: file_damaged."""
    found = _rows(connection, "integrity", "pragma integrity_check", good="ok")
    found += _rows(connection, "foreign_key", "pragma foreign_key_check")
    found += _caught(partial(_chain, connection))
    if found:
        raise StoreError("file_damaged", path=path)


def unfounded(connection: Reader) -> list[HealthFinding]:
    """Find what every book has from its founding on and this one lost."""
    kinds = {"committee": "committee_missing", "day_off": "days_off_missing"}
    return [
        HealthFinding(code, table)
        for table, code in kinds.items()
        if connection.execute(f"select 1 from {table} limit 1").fetchone() is None
    ]


def _caught(look: Callable[[], list[HealthFinding]]) -> list[HealthFinding]:
    """Make a finding of what a look stumbles over: a check never falls over what it checks."""
    try:
        return look()
    except (
        sqlite3.Error,
        StoreError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        return [HealthFinding("unreadable", str(error))]


def _not_usable(connection: Reader, table: Table[Any]) -> list[HealthFinding]:
    """Find records with a state, a day or letters that the program does not know."""
    found = []
    connection.text_factory = bytes
    try:
        rows = connection.execute(f"select {table.selected()} from {table.name}").fetchall()
    finally:
        connection.text_factory = str
    for row in rows:
        try:
            table.from_row(
                tuple(item.decode("utf-8") if type(item) is bytes else item for item in row)
            )
        except (StoreError, ValueError, TypeError):
            found.append(HealthFinding("value_unknown", f"{table.name} {row[0]}"))
    return found


def _shape(connection: Reader) -> list[HealthFinding]:
    return [HealthFinding(code, where) for code, where in schema.differences(connection)]


def _derived(connection: Reader) -> list[HealthFinding]:
    found = [HealthFinding("search_stale", where) for where in derived.stale_index(connection)]
    low = derived.low_counters(connection)
    return found + [HealthFinding("counter_low", run) for run in low]


def _salvaged(connection: Reader) -> list[HealthFinding]:
    row = connection.execute("select last from counter where run = ?", (SUSPECT,)).fetchone()
    return [] if row is None else [HealthFinding("salvaged", str(row[0]))]


def _rows(connection: Reader, code: str, sql: str, *, good: str = "") -> list[HealthFinding]:
    try:
        rows = connection.execute(sql).fetchall()
    except BAD_BYTES as error:
        return [HealthFinding("unreadable", str(error))]
    texts = [_place(row) for row in rows]
    return [HealthFinding(code, text) for text in texts if text != good]


def _not_composed(connection: Reader, table: str) -> list[HealthFinding]:
    try:
        cursor = connection.execute(f"select * from {table}")
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
    except BAD_BYTES as error:
        return [HealthFinding("unreadable", str(error))]
    return [
        HealthFinding("not_nfc", f"{table} {row[0]}, {name}")
        for row in rows
        for name, value in zip(names, row, strict=True)
        if isinstance(value, str) and not unicodedata.is_normalized("NFC", value)
    ]


def _attachments(connection: Reader) -> list[HealthFinding]:
    return [
        HealthFinding("attachment_damaged", where)
        for where in attachment_queries.damaged(connection)
    ]


def _seals(connection: Reader) -> list[HealthFinding]:
    return [HealthFinding(code, where) for code, where in seals.broken(connection)]


def _chain(connection: Reader) -> list[HealthFinding]:
    broken = log.first_broken(connection)
    if broken is not None:
        return [HealthFinding("chain_broken", str(broken))]
    if log.lost_end(connection):
        return [HealthFinding("chain_broken", "change_log")]
    return [finding for table in ALL.values() for finding in _behind_the_log(connection, table)]


def _behind_the_log(connection: Reader, table: Table[Any]) -> list[HealthFinding]:
    """Find records that differ from what the log last said of them."""
    known = {
        record_id: after
        for record_id, after in log.last_known(connection, table.kind).items()
        if after is not None
    }
    rows = connection.execute(f"select {table.selected()} from {table.name}").fetchall()
    held = {row[0]: dict(zip(table.columns, row, strict=True)) for row in rows}
    differing = known.keys() ^ held.keys()
    for key in known.keys() & held.keys():
        # a column that came with a later version is not in an earlier log
        logged = json.loads(known[key])
        if any(held[key].get(name) != value for name, value in logged.items()):
            differing.add(key)
    return [HealthFinding("behind_the_log", f"{table.name} {key}") for key in sorted(differing)]


def _place(row: tuple[Any, ...]) -> str:
    return " ".join(str(value) for value in row if value is not None)
