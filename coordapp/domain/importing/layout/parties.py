"""A matrix of units: each has a column of its own, and a mark in it says what it does."""

from collections.abc import Mapping, Sequence

from coordapp.domain.importing.layout.columns import ImportColumn, plain
from coordapp.domain.importing.layout.header import Header
from coordapp.domain.importing.values.cells import says_nothing, typed
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import Value

_FEWEST = 2
_LEADS = frozenset(("c", "ct", "chu tri", "chinh", "lam chinh", "dau moi", "cq"))
_TAKES_PART = frozenset(("p", "ph", "phoi hop", "tham gia", "cung lam"))


def parties_in(header: Header, units: Units) -> dict[int, str]:
    """Give the columns that are called after a unit of the book, where no column holds units."""
    if ImportColumn.LEAD in header.fields.values():
        return {}
    found = {
        column: title
        for column, title in enumerate(header.titles)
        if column not in header.fields
        and column not in header.ticks
        and title
        and units.find(title) is not None
    }
    return found if len(found) >= _FEWEST else {}


def marked_parties(row: Sequence[Value], parties: Mapping[int, str]) -> dict[ImportColumn, Value]:
    """Say who leads and who takes part by the marks of a row.

    Marks that only say that a unit is concerned give one leading unit, or several to choose from.
    """
    marks = {
        column: plain(typed(row[column]))
        for column in parties
        if column < len(row) and not says_nothing(row[column])
    }
    leads = [column for column, mark in marks.items() if mark in _LEADS]
    others = [column for column, mark in marks.items() if mark in _TAKES_PART]
    rest = [column for column in marks if column not in leads and column not in others]
    if leads:
        others += rest
    else:
        leads = rest
    found: dict[ImportColumn, Value] = {}
    if leads:
        found[ImportColumn.LEAD] = "; ".join(parties[column] for column in leads)
    if others:
        found[ImportColumn.COORDINATING] = "; ".join(parties[column] for column in sorted(others))
    return found
