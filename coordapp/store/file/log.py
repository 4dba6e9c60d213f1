"""The change log: history of every record, source of undo, chained by hash."""

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.store.file import stored

_OPS, _KINDS = stored.Members(Op), stored.Members(Kind)
_LOCK = "change_log_is_never_edited"
_COLUMNS = "id, op_id, at, who, op, kind, record_id, before, after, hash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row touched by one action; `before` is None for new, `after` for removed rows."""

    id: int
    op_id: int
    at: datetime
    who: str
    op: Op
    kind: Kind
    record_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def record(self) -> tuple[Kind, int]:
        """The record it is about."""
        return self.kind, self.record_id


def canonical(row: dict[str, Any] | None) -> str | None:
    """Write a row as JSON with one spelling, so that its hash means something."""
    if row is None:
        return None
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chained(previous: str, parts: tuple[object, ...]) -> str:
    """Hash a log row together with the hash of the row before it."""
    text = json.dumps([previous, *parts], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def last_hash(connection: sqlite3.Connection) -> str:
    """Give the end of the chain; empty for an empty log."""
    row = connection.execute("select hash from change_log order by id desc limit 1").fetchone()
    return "" if row is None else str(row[0])


def first_hash(connection: sqlite3.Connection) -> str:
    """Give the beginning of the chain, which no two registers share; empty for an empty log."""
    row = connection.execute("select hash from change_log order by id limit 1").fetchone()
    return "" if row is None else str(row[0])


def next_op_id(connection: sqlite3.Connection) -> int:
    """Give the number of the next action."""
    return int(
        connection.execute("select coalesce(max(op_id), 0) + 1 from change_log").fetchone()[0]
    )


def of_op(connection: sqlite3.Connection, op_id: int) -> list[Change]:
    """Read what an action did, in order."""
    return _read(connection, "where op_id = ? order by id", (op_id,))


def first_of_op(connection: sqlite3.Connection, op_id: int, limit: int) -> list[Change]:
    """Read as many changes of an action, from the whole to its parts: they are removed first."""
    row = connection.execute(
        "select after is null from change_log where op_id = ? order by id desc limit 1", (op_id,)
    ).fetchone()
    order = "desc" if row is not None and row[0] else "asc"
    return _read(connection, f"where op_id = ? order by id {order} limit ?", (op_id, limit))


def of_record(connection: sqlite3.Connection, kind: Kind, record_id: int) -> list[Change]:
    """Read the history of a record, newest first."""
    return _read(
        connection, "where kind = ? and record_id = ? order by id desc", (kind.value, record_id)
    )


def is_last(connection: sqlite3.Connection, change: Change) -> bool:
    """Tell whether nothing happened to the record after this change."""
    row = connection.execute(
        "select max(id) from change_log where kind = ? and record_id = ?",
        (change.kind.value, change.record_id),
    ).fetchone()
    return bool(row[0] == change.id)


def _read(
    connection: sqlite3.Connection, clause: str, values: tuple[str | int, ...]
) -> list[Change]:
    rows = connection.execute(f"select {_COLUMNS} from change_log {clause}", values)
    return [
        Change(
            id=row[0],
            op_id=row[1],
            at=stored.moment(row[2]),
            who=row[3],
            op=_OPS[row[4]],
            kind=_KINDS[row[5]],
            record_id=row[6],
            before=None if row[7] is None else json.loads(row[7]),
            after=None if row[8] is None else json.loads(row[8]),
        )
        for row in rows
    ]


def first_broken(connection: sqlite3.Connection) -> int | None:
    """Find the first row whose hash does not follow from the one before; None if all do.

    A row whose words were purged cannot be hashed again: what is left of it must be what the
    purge, which is a row itself, wrote down.
    """
    purged = _purged(connection)
    previous = ""
    for row in connection.execute(f"select {_COLUMNS} from change_log order by id"):
        if row[9] != chained(previous, tuple(row[1:9])) and row[0] not in purged:
            return int(row[0])
        previous = row[9]
    return None


def purge(connection: sqlite3.Connection, kind: Kind, record_id: int) -> dict[str, Any]:
    """Leave of a removed record that it was; give what has to be logged of that.

    The rows stay, with who did what when and their hash, and lose what the record said.
    """
    values = (kind.value, record_id)
    known = connection.execute(
        "select json_extract(before, '$.code') from change_log where kind = ? and record_id = ? "
        "order by id desc limit 1",
        values,
    ).fetchone()
    connection.execute(
        "update change_log set before = iif(before is null, null, '{}'), "
        "after = iif(after is null, null, '{}') where kind = ? and record_id = ?",
        values,
    )
    code = {} if known is None or known[0] is None else {"code": known[0]}
    return {**code, "left": _left(_blank_rows(connection, kind.value, record_id))}


@contextmanager
def open_to_purging(connection: sqlite3.Connection) -> Iterator[None]:
    """Lift the lock on the log inside a transaction, and put it back as it was."""
    row = connection.execute(
        "select sql from sqlite_master where type = 'trigger' and name = ?", (_LOCK,)
    ).fetchone()
    connection.execute(f"drop trigger if exists {_LOCK}")
    yield
    if row is not None:
        connection.execute(row[0])


def _blank_rows(
    connection: sqlite3.Connection, kind: str, record_id: int, before: int = sys.maxsize
) -> list[tuple[Any, ...]]:
    rows = connection.execute(
        "select id, op_id, at, who, op, kind, record_id, before, after, hash from change_log "
        "where kind = ? and record_id = ? and id < ? order by id",
        (kind, record_id, before),
    )
    return rows.fetchall()


def _left(rows: list[tuple[Any, ...]]) -> str:
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _purged(connection: sqlite3.Connection) -> set[int]:
    """Give the numbers of the rows that a purge emptied, and that are as it left them."""
    found: set[int] = set()
    for last, kind, record_id, said in connection.execute(
        "select id, kind, record_id, before from change_log where op = ?", (Op.PURGE.value,)
    ).fetchall():
        rows = _blank_rows(connection, kind, record_id, last)
        if json.loads(said or "{}").get("left") == _left(rows):
            found |= {row[0] for row in rows}
    return found


def newest_at(connection: sqlite3.Connection) -> str:
    """Give the moment of the last entry, as it is written; empty where there is none."""
    row = connection.execute("select at from change_log order by id desc limit 1").fetchone()
    return "" if row is None else str(row[0])


def lost_end(connection: sqlite3.Connection) -> bool:
    """Tell whether rows were cut off the end: SQLite remembers the last number it gave."""
    row = connection.execute(
        "select seq > coalesce((select max(id) from change_log), 0) "
        "from sqlite_sequence where name = 'change_log'"
    ).fetchone()
    return row is not None and bool(row[0])


def last_known(connection: sqlite3.Connection, kind: Kind) -> dict[int, str | None]:
    """Give for each record of a kind what the log says it holds now; None for deleted."""
    rows = connection.execute(
        "select record_id, after from change_log where id in "
        "(select max(id) from change_log where kind = ? group by record_id)",
        (kind.value,),
    )
    return dict(rows.fetchall())
