"""The change log as a person reads it: actions newest first, and what each did."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.history import FieldChange, HistoryEntry, HistoryQuery, RecordChange
from coordapp.domain.kernel.matching import Meaning
from coordapp.domain.kernel.record_fields import hints, owner_field
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.kernel.vietnamese_order import by_person
from coordapp.domain.words.field_labels import FIELDS, in_words, short_title, title_of
from coordapp.store.file import log, search, stored
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import ALL

# rows that took a record away which has not come back; a coordinating unit alone, left out when
# its task was edited, is no deletion that anybody looks for
_GONE = """
    log.after is null
    and log.op <> 'purge'
    and log.kind <> 'coordination'
    and not exists (
        select 1
        from change_log later
        where later.kind = log.kind and later.record_id = log.record_id and later.id > log.id
    )"""
_LONGEST_TITLE = 300
_KINDS, _OPS = stored.Members(Kind), stored.Members(Op)
_PURGED = "(đã xóa hẳn)"
_KEYS = re.compile(r'"[a-z_0-9]+":')
_BREAKS = re.compile(r"\\[nrt]")
_HINTS = {kind: hints(table.record) for kind, table in ALL.items()}
_OWNERS = {kind: owner_field(table.record) for kind, table in ALL.items()}
_PLACES = {kind: place for place, kind in enumerate(Kind)}


def find(
    connection: Reader, query: HistoryQuery, limit: int, *, before: int | None = None
) -> list[HistoryEntry]:
    """Read actions, newest first; `before` goes on after the last one read."""
    names = _Names(connection)
    return [_entry(connection, op_id, names) for op_id in _op_ids(connection, query, limit, before)]


def details(connection: Reader, op_id: int, limit: int) -> list[RecordChange]:
    """Read what an action did, record by record, as many as `limit`; the whole before its parts."""
    names = _Names(connection)
    changes = log.first_of_op(connection, op_id, limit)
    return [_told(change, names) for change in changes]


def of_record(connection: Reader, kind: Kind, record_id: int) -> list[RecordChange]:
    """Read all that happened to a record, newest first."""
    names = _Names(connection)
    return [_told(change, names) for change in log.of_record(connection, kind, record_id)]


def is_gone(connection: Reader, op_id: int) -> bool:
    """Tell whether an action removed records that are still missing."""
    return bool(
        connection.execute(
            f"select exists (select 1 from change_log log where log.op_id = ? and {_GONE})",
            (op_id,),
        ).fetchone()[0]
    )


def count_gone(connection: Reader) -> int:
    """Count the actions in the trash."""
    row = connection.execute(
        f"select count(distinct log.op_id) from change_log log where {_GONE}"
    ).fetchone()
    return int(row[0])


def people(connection: Reader) -> list[str]:
    """Name everybody who wrote in the file."""
    rows = connection.execute("select distinct who from change_log")
    return sorted((row[0] for row in rows), key=by_person)


def ops(connection: Reader) -> frozenset[Op]:
    """Give the actions that were ever done."""
    return frozenset(
        _OPS[row[0]] for row in connection.execute("select distinct op from change_log")
    )


def place(connection: Reader, kind: Kind, record_id: int) -> tuple[Kind, str] | None:
    """Find the task or conference a record belongs to, by code; None where it is gone."""
    names = _Names(connection)
    owner: tuple[Kind, int] | None = (kind, record_id)
    while owner is not None:
        row = names.row(*owner)
        if owner[0] in (Kind.TASK, Kind.CONFERENCE):
            return (owner[0], str(row["code"])) if names.lives(*owner) else None
        owner = _owner(owner[0], row)
    return None


# --- which actions


def _op_ids(connection: Reader, query: HistoryQuery, limit: int, before: int | None) -> list[int]:
    condition, values = _condition(query, before)
    if not search.wanted(connection, query.text).is_empty:
        return _found(connection, condition, values, query.text, limit)
    rows = connection.execute(
        f"select distinct log.op_id from change_log log where {condition} "
        "order by log.op_id desc limit ?",
        (*values, limit),
    )
    return [int(row[0]) for row in rows]


def _condition(query: HistoryQuery, before: int | None) -> tuple[str, list[str | int]]:
    wanted: list[tuple[str, str | int | None]] = [
        ("log.op_id < ?", before),
        ("log.kind = ?", query.kind and query.kind.value),
        ("log.op = ?", query.op and query.op.value),
        ("log.who = ?", query.who),
        ("substr(log.at, 1, 10) >= ?", _day(query.since)),
        ("substr(log.at, 1, 10) <= ?", _day(query.until)),
    ]
    used = [(clause, value) for clause, value in wanted if value is not None]
    clauses = [clause for clause, _ in used] + ([_GONE] if query.gone else [])
    return " and ".join(clauses) or "1", [value for _, value in used]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _found(
    connection: Reader, condition: str, values: list[str | int], typed: str, limit: int
) -> list[int]:
    """Read on until enough actions match what was typed: the log has no index of its words."""
    sieve = _Sieve(connection, typed)
    rows = connection.execute(
        "select log.op_id, log.kind, log.record_id, log.before, log.after "
        f"from change_log log where {condition} order by log.op_id desc",
        values,
    )
    found: list[int] = []
    for op_id, kind, record_id, *texts in rows:
        if found and found[-1] == op_id:
            continue
        if sieve.lets(kind, record_id, " ".join(filter(None, texts))):
            found.append(op_id)
            if len(found) == limit:
                break
    return found


class _Sieve:
    """Lets rows through that hold what is sought, or that belong to a record that does now."""

    def __init__(self, connection: Reader, typed: str) -> None:
        needs = search.wanted(connection, typed).needs
        self._loose = [[_loosely(meaning) for meaning in meanings] for meanings in needs]
        self._exact = [[_exactly(meaning) for meaning in meanings] for meanings in needs]
        self._known = {
            (kind.value, record_id)
            for kind, ids in search.ids_by_kind(connection, typed).items()
            for record_id in ids
        }
        self._owners = {kind.value: _owner_pattern(kind) for kind in Kind}

    def lets(self, kind: str, record_id: int, text: str) -> bool:
        """Tell whether a row matches."""
        if (kind, record_id) in self._known or self._owner(kind, text) in self._known:
            return True
        # folding 50,000 rows takes seconds, looking for letters of any tone a fraction
        if not _holds(self._loose, text):
            return False
        return _holds(self._exact, fold(_BREAKS.sub(" ", _KEYS.sub(" ", text))))

    def _owner(self, kind: str, text: str) -> tuple[str, int] | None:
        owner = self._owners[kind]
        match = None if owner is None else owner[1].search(text)
        return None if owner is None or match is None else (owner[0].value, int(match[1]))


_Patterns = list[re.Pattern[str]]
_APART = r"[\W_]+"  # what stands between words


def _holds(needs: list[list[_Patterns]], text: str) -> bool:
    """Tell whether a text holds of each need at least one meaning."""
    return all(
        any(all(pattern.search(text) for pattern in patterns) for patterns in meanings)
        for meanings in needs
    )


def _loosely(meaning: Meaning) -> _Patterns:
    return [_any_tone(word) for run in meaning for word in run]


def _exactly(meaning: Meaning) -> _Patterns:
    return [re.compile(rf"\b{_APART.join(run)}") for run in meaning]


def _owner_pattern(kind: Kind) -> tuple[Kind, re.Pattern[str]] | None:
    found = _OWNERS[kind]
    return None if found is None else (found[1], re.compile(rf'"{found[0]}":(\d+)'))


def _any_tone(term: str) -> re.Pattern[str]:
    """Match the start of a word in JSON, whatever its tones; names of fields are no words."""
    letters = _letters()
    first, *rest = (f"[{letters.get(c, '')}{c}{c.upper()[:1]}]" for c in term)
    # what stands before is asked last: the search leaps from one first letter to the next
    return re.compile(rf'{first}(?:(?<=\W.)|(?<=[\\][nrt].)){"".join(rest)}(?![a-z_0-9]*":)')


@lru_cache(maxsize=1)
def _letters() -> Mapping[str, str]:
    """Gather for each plain letter those that fold to it."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        found[fold(chr(code))] = found.get(fold(chr(code)), "") + chr(code)
    return found


# --- in words


class _Names:
    """Names records that others speak of, living or dead, each looked up once."""

    def __init__(self, connection: Reader) -> None:
        self._connection = connection
        self._rows: dict[tuple[Kind, int], tuple[bool, Mapping[str, Any]]] = {}

    def __call__(self, kind: Kind, record_id: int) -> str:
        row = self.row(kind, record_id)
        return one_line(short_title(_HINTS[kind], row, self))[:_LONGEST_TITLE]

    def lives(self, kind: Kind, record_id: int) -> bool:
        """Tell whether a record is in the file now."""
        return self._found(kind, record_id)[0]

    def row(self, kind: Kind, record_id: int) -> Mapping[str, Any]:
        """Give what a record holds, or held last; empty for one that never was."""
        return self._found(kind, record_id)[1]

    def _found(self, kind: Kind, record_id: int) -> tuple[bool, Mapping[str, Any]]:
        key = (kind, record_id)
        if key not in self._rows:
            record = ALL[kind].find(self._connection, record_id)
            if record is not None:
                self._rows[key] = (True, ALL[kind].to_row(record))
            else:
                past = log.of_record(self._connection, kind, record_id)[:1]
                row = (past[0].before or {}) if past else {}
                self._rows[key] = (False, row if "id" in row else {})
        return self._rows[key]


def _owner(kind: Kind, row: Mapping[str, Any]) -> tuple[Kind, int] | None:
    if kind is Kind.ATTACHMENT and row:
        return _KINDS[row["kind"]], int(row["record_id"])
    found = _OWNERS[kind]
    if found is None or not row.get(found[0]):
        return None
    return found[1], int(row[found[0]])


def _title(kind: Kind, row: Mapping[str, Any], names: _Names) -> str:
    if "id" not in row:
        return " ".join(filter(None, (str(row.get("code", "")), _PURGED)))
    title = one_line(title_of(_HINTS[kind], row, names))[:_LONGEST_TITLE]
    owner = _owner(kind, row)
    return " · ".join(filter(None, (title, "" if owner is None else names(*owner))))


def _entry(connection: Reader, op_id: int, names: _Names) -> HistoryEntry:
    counts = connection.execute(
        "select kind, count(*) from change_log where op_id = ? group by kind", (op_id,)
    ).fetchall()
    # kinds stand in the order of what holds what; of tasks the parent speaks for its children
    kind = min((_KINDS[name] for name, _ in counts), key=_PLACES.__getitem__)
    at, who, op, record_id, row = connection.execute(
        "select at, who, op, record_id, coalesce(after, before) from change_log "
        "where op_id = ? and kind = ? "
        "order by json_extract(coalesce(after, before), '$.parent_id') is not null, id limit 1",
        (op_id, kind.value),
    ).fetchone()
    return HistoryEntry(
        op_id=op_id,
        at=stored.moment(at),
        who=who,
        op=_OPS[op],
        kind=kind,
        record_id=record_id,
        title=_title(kind, json.loads(row), names),
        others=sum(count for _, count in counts) - 1,
        counts=tuple((_KINDS[name], count) for name, count in counts),
    )


def _told(change: log.Change, names: _Names) -> RecordChange:
    return RecordChange(
        op_id=change.op_id,
        at=change.at,
        who=change.who,
        op=change.op,
        kind=change.kind,
        record_id=change.record_id,
        title=_title(change.kind, change.after or change.before or {}, names),
        is_new=change.before is None,
        is_removed=change.after is None,
        fields=tuple(_fields(change, names)),
    )


def _fields(change: log.Change, names: _Names) -> Iterator[FieldChange]:
    before, after = change.before or {}, change.after or {}
    known, owner = _HINTS[change.kind], _OWNERS[change.kind]
    for field, name in FIELDS.get(change.kind, {}).items():
        old, new = before.get(field), after.get(field)
        # of a record that came or went the title already says what it was a part of
        is_owner = owner is not None and field == owner[0] and None in (old, new)
        if old != new and not is_owner:
            told = (in_words(known[field], value, names) for value in (old, new))
            said = FieldChange(name=name, before=next(told), after=next(told))
            if said.before or said.after:
                yield said
