"""Full-text search over every record, blind to tone marks, case and the bar of đ."""

import sqlite3
from dataclasses import dataclass

from coordapp.domain.changes import Kind
from coordapp.domain.text import fold, lowered, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record found; `exact` when the tones typed are those of the text."""

    kind: Kind
    record_id: int
    text: str
    exact: bool


def put(connection: sqlite3.Connection, kind: Kind, record_id: int, text: str) -> None:
    """Index a record's text; the row number is made of kind and id, so no lookup is needed."""
    connection.execute(
        "insert or replace into search (rowid, kind, record_id, folded, exact) values (?, ?, ?, ?, ?)",
        (_row_number(kind, record_id), kind.value, record_id, fold(text), lowered(text)),
    )


def drop(connection: sqlite3.Connection, kind: Kind, record_id: int) -> None:
    """Forget a record."""
    connection.execute("delete from search where rowid = ?", (_row_number(kind, record_id),))


def find(connection: sqlite3.Connection, typed: str, limit: int = 200) -> list[Hit]:
    """Find records with every word typed as the start of a word; exact tones first."""
    terms = words(fold(typed))
    if not terms:
        return []
    wanted = words(lowered(typed))
    match = "folded : (" + " AND ".join(f'"{term}" *' for term in terms) + ")"
    rows = connection.execute(
        "select kind, record_id, exact from search where search match ? limit ?", (match, limit)
    )
    hits = [
        Hit(kind=Kind(kind), record_id=record_id, text=text, exact=_is_exact(wanted, text))
        for kind, record_id, text in rows
    ]
    return sorted(hits, key=lambda hit: (not hit.exact, list(Kind).index(hit.kind), hit.record_id))


def ids(connection: sqlite3.Connection, typed: str, kind: Kind) -> list[int]:
    """Find the ids of one kind for a filter, without limit."""
    terms = words(fold(typed))
    if not terms:
        return []
    match = "folded : (" + " AND ".join(f'"{term}" *' for term in terms) + ")"
    rows = connection.execute(
        "select record_id from search where search match ? and kind = ?", (match, kind.value)
    )
    return [row[0] for row in rows]


def _is_exact(wanted: tuple[str, ...], text: str) -> bool:
    present = words(text)
    return all(any(word.startswith(term) for word in present) for term in wanted)


def _row_number(kind: Kind, record_id: int) -> int:
    return record_id * len(Kind) + list(Kind).index(kind)
