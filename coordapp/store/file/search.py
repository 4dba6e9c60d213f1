"""Full-text search over every record, blind to tone marks, case and the bar of đ."""

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from coordapp.domain.committee import short_forms
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.matching import Meaning, Run, Sought
from coordapp.domain.kernel.text import fold, lowered, words
from coordapp.store.file import stored

# row numbers are stored: a new kind is added at the end of `Kind`, and never more than this many
_STRIDE = 64
_ORDER = tuple(Kind)
_KINDS = stored.Members(Kind)
_PLACES = {kind: place for place, kind in enumerate(Kind)}


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


def wanted(connection: sqlite3.Connection, typed: str) -> Sought:
    """Read what is typed, with the short forms of the office."""
    row = connection.execute("select short_forms from committee").fetchone()
    return short_forms.sought(typed, "" if row is None else row[0])


def find(
    connection: sqlite3.Connection, typed: str, limit: int = 200, *, kind: Kind | None = None
) -> list[Hit]:
    """Find records with every word typed as the start of a word; exact tones first."""
    said = words(lowered(typed))
    exact = " AND ".join(f'"{term}" *' for term in said)
    first = _rows(connection, f"exact : ({exact})" if said else "", limit, kind)
    loose = _rows(connection, _match(wanted(connection, typed)), limit, kind)
    known = set(first)
    hits = [_hit(row, exact=True) for row in first]
    hits += [_hit(row, exact=False) for row in loose if row not in known]
    return hits[:limit]


def ids(connection: sqlite3.Connection, typed: str, kind: Kind) -> list[int]:
    """Find the ids of one kind for a filter, without limit."""
    return ids_by_kind(connection, typed).get(kind, [])


def ids_by_kind(connection: sqlite3.Connection, typed: str) -> dict[Kind, list[int]]:
    """Find the ids of every kind for a filter, without limit and without reading any text."""
    sought = _match(wanted(connection, typed))
    if not sought:
        return {}
    # one text of all numbers: a row for each of 100,000 takes three times as long
    (text,) = connection.execute(
        "select json_group_array(rowid) from search where search match ?", (sought,)
    ).fetchone()
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number in json.loads(text):
        found[number % _STRIDE].append(number // _STRIDE)
    return {_ORDER[place]: numbers for place, numbers in found.items()}


def _rows(
    connection: sqlite3.Connection, sought: str, limit: int, kind: Kind | None
) -> list[tuple[str, int, str]]:
    """Read matches, kinds in the order of `Kind`, oldest records first."""
    if not sought:
        return []
    only = "" if kind is None else f" and rowid % {_STRIDE} = {_PLACES[kind]}"
    # in the order of the rows the search stops at the limit, instead of sorting every match
    rows = connection.execute(
        f"select kind, record_id, exact from search where search match ?{only} "
        "order by rowid limit ?",
        (sought, limit),
    ).fetchall()
    return sorted(rows, key=lambda row: (_PLACES[_KINDS[row[0]]], row[1]))


def _match(sought: Sought) -> str:
    """Word what is wanted for the index; empty when nothing is."""
    needs = [" OR ".join(map(_meaning, meanings)) for meanings in sought.needs]
    terms = " AND ".join(f"({need})" for need in needs)
    return f"folded : ({terms})" if terms else ""


def _meaning(meaning: Meaning) -> str:
    return f"({' AND '.join(map(_run, meaning))})"


def _run(run: Run) -> str:
    return f'"{" ".join(run)}" *'


def _hit(row: tuple[str, int, str], *, exact: bool) -> Hit:
    kind, record_id, text = row
    return Hit(kind=_KINDS[kind], record_id=record_id, text=text, exact=exact)


def _row_number(kind: Kind, record_id: int) -> int:
    return record_id * _STRIDE + _PLACES[kind]
