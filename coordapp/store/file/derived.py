"""What is computed from the records and kept beside them: the search index and the counters."""

import re
import sqlite3
from collections.abc import Iterator
from typing import Any

from coordapp.domain.kernel.codes import CODE_RUNS
from coordapp.domain.kernel.text import fold
from coordapp.store.file import search
from coordapp.store.file.table import Table
from coordapp.store.file.tables import ALL

_YEAR_AND_NUMBER = re.compile(r"-(\d{4})-(\d{1,9})")


def stale_index(connection: sqlite3.Connection) -> Iterator[str]:
    """Name the records that a search does not find by what they say, and hits on nothing."""
    held = {
        (kind, record_id): folded
        for kind, record_id, folded in connection.execute(
            "select kind, record_id, folded from search"
        )
    }
    for table in ALL.values():
        for record in table.where(connection):
            text = table.search_text(record)
            if held.pop((table.name, record.id), "") != (fold(text) if text else ""):
                yield f"{table.name} {record.id}"
    yield from (f"{kind} {record_id}" for kind, record_id in held)


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Make the search index anew, inside the caller's transaction."""
    connection.execute("delete from search")
    for table in ALL.values():
        _index(connection, table)


def low_counters(connection: sqlite3.Connection) -> dict[str, int]:
    """Give the runs whose next number was given already, with the highest number given.

    A file without any counter counts nothing, so there is nothing to fall behind.
    """
    highest: dict[str, int] = {}
    for run in CODE_RUNS:
        for (code,) in connection.execute(f"select code from {run.table}"):
            found = _YEAR_AND_NUMBER.fullmatch(str(code).removeprefix(run.letters))
            if found is not None and str(code).startswith(run.letters):
                name = run.of_year(int(found[1]))
                highest[name] = max(highest.get(name, 0), int(found[2]))
    held = dict(connection.execute("select run, last from counter").fetchall())
    if not held:
        return {}
    return {run: last for run, last in sorted(highest.items()) if held.get(run, 0) < last}


def raise_counters(connection: sqlite3.Connection) -> None:
    """Let every run go on after the highest number given, inside the caller's transaction."""
    connection.executemany(
        "insert into counter (run, last) values (?, ?) "
        "on conflict (run) do update set last = excluded.last",
        low_counters(connection).items(),
    )


def _index(connection: sqlite3.Connection, table: Table[Any]) -> None:
    for record in table.where(connection):
        text = table.search_text(record)
        if text:
            search.put(connection, table.kind, record.id, text)
