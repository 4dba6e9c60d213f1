"""The trash record by record: what an action took away, and which papers rest on it."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.record_fields import hints
from coordapp.domain.words.field_labels import title_of
from coordapp.store.file import log
from coordapp.store.file.links import spoken_of
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import ALL

Record = tuple[Kind, int]

# the file of a unit or of a member says nothing of a paper
_NO_CASE = frozenset({Kind.UNIT, Kind.PERSON, Kind.COMMITTEE})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedRecord:
    """A record in the trash with what hung on it; `paper` is one that went out and rests on it."""

    op_id: int
    at: datetime
    kind: Kind
    record_id: int
    title: str
    whole: frozenset[Record]  # itself and its parts
    paper: str

    @property
    def record(self) -> Record:
        """Which record it was."""
        return self.kind, self.record_id

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many records of each kind go or come with it, itself among them."""
        return Counter(kind for kind, _ in self.whole)


def of_op(connection: Reader, op_id: int) -> list[TrashedRecord]:
    """Read what an action removed and is still gone, each with what hung on it."""
    gone = {
        change.record: change
        for change in log.of_op(connection, op_id)
        if change.after is None and change.before and log.is_last(connection, change)
    }
    owners = {
        record: [one for one in spoken_of(change.kind, change.before or {}) if one in gone]
        for record, change in gone.items()
    }
    return [
        _trashed(connection, gone[record], _with_parts(record, owners), gone)
        for record in sorted(gone, key=lambda one: gone[one].id)
        if not owners[record] and record[0] is not Kind.COORDINATION
    ]


def deleted_by(connection: Reader, day: date) -> list[TrashedRecord]:
    """Read all that lies in the trash since that day or longer, the oldest first."""
    rows = connection.execute(
        "select distinct log.op_id from change_log log where log.after is null "
        "and log.op <> 'purge' and substr(log.at, 1, 10) <= ? and not exists ("
        "select 1 from change_log later where later.kind = log.kind "
        "and later.record_id = log.record_id and later.id > log.id) order by log.op_id",
        (day.isoformat(),),
    ).fetchall()
    return [found for (op_id,) in rows for found in of_op(connection, op_id)]


def _with_parts(record: Record, owners: Mapping[Record, list[Record]]) -> frozenset[Record]:
    found, waiting = {record}, [record]
    while waiting:
        owner = waiting.pop()
        new = {part for part, held_by in owners.items() if owner in held_by} - found
        found |= new
        waiting += new
    return frozenset(found)


def _trashed(
    connection: Reader,
    change: log.Change,
    whole: frozenset[Record],
    gone: Mapping[Record, log.Change],
) -> TrashedRecord:
    title = title_of(hints(ALL[change.kind].record), change.before or {}, _unnamed)
    rows = [(kind, gone[kind, record_id].before or {}) for kind, record_id in whole]
    return TrashedRecord(
        op_id=change.op_id,
        at=change.at,
        kind=change.kind,
        record_id=change.record_id,
        title=" ".join(title.split()),
        whole=whole,
        paper=_paper_over(connection, rows),
    )


def _unnamed(_: Kind, record_id: int) -> str:
    return str(record_id)


# --- papers


def _paper_over(connection: Reader, rows: Iterable[tuple[Kind, Mapping[str, Any]]]) -> str:
    """Name a paper that went out and rests on one of the records; empty where none does."""
    waiting = list(rows)
    seen: set[Record] = set()
    while waiting:
        kind, row = waiting.pop()
        if kind is Kind.DOCUMENT and (row.get("number") or row.get("signed_at")):
            return str(row.get("symbol") or row.get("number") or "")
        if kind is Kind.CONFERENCE and (symbol := _issued_of(connection, int(row["id"]))):
            return symbol
        for owner in spoken_of(kind, row):
            if owner not in seen and owner[0] not in _NO_CASE:
                seen.add(owner)
                if held := _row(connection, *owner):
                    waiting.append((owner[0], held))
    return ""


def _issued_of(connection: Reader, conference_id: int) -> str:
    row = connection.execute(
        "select symbol from document where conference_id = ? "
        "and (number is not null or signed_at is not null) order by id limit 1",
        (conference_id,),
    ).fetchone()
    return "" if row is None else str(row[0])


def _row(connection: Reader, kind: Kind, record_id: int) -> Mapping[str, Any]:
    """Give what a record holds, or held last; empty for one of which nothing is known."""
    record = ALL[kind].find(connection, record_id)
    if record is not None:
        return ALL[kind].to_row(record)
    found = connection.execute(
        "select before from change_log where kind = ? and record_id = ? and after is null "
        "and op <> 'purge' order by id desc limit 1",
        (kind.value, record_id),
    ).fetchone()
    return {} if found is None else dict(json.loads(found[0]))
