"""The rows of a table as it sees them: their numbers, their work, and what only a task has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coordapp.domain.importing.layout import numbering
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.numbering import NO_NUMBER, Numbering, NumberStyle
from coordapp.domain.importing.layout.parties import marked_parties
from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.values import states
from coordapp.domain.importing.values.cells import is_failed, says_nothing, typed
from coordapp.domain.importing.values.unit_names import looks_like_unit
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import Value

_EVIDENCE = frozenset(
    (ImportColumn.LEAD, ImportColumn.COORDINATING, ImportColumn.DUE, ImportColumn.EXTENDED, ImportColumn.STATE,
     ImportColumn.PERCENT, ImportColumn.FINISHED, ImportColumn.ASSIGNED, ImportColumn.CODE,
     ImportColumn.PROGRESS, ImportColumn.PRODUCT)
)  # fmt: skip
_SURE = frozenset(
    (
        ImportColumn.LEAD,
        ImportColumn.DUE,
        ImportColumn.STATE,
        ImportColumn.CODE,
        ImportColumn.EXTENDED,
    )
)
# columns in which a clerk writes "the same as above" instead of saying it again
_REPEATED = frozenset(
    (ImportColumn.LEAD, ImportColumn.COORDINATING, ImportColumn.DUE, ImportColumn.EXTENDED,
     ImportColumn.ASSIGNED, ImportColumn.STATE, ImportColumn.FOCAL, ImportColumn.SOURCE)
)  # fmt: skip
_AS_ABOVE = re.compile(
    r"-*\s*(?:nt|n/t|n\.t|như (?:trên|dòng trên|trên nt)|[\"″〃“”]|'{1,2}|,,)\s*-*\.?",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\d|thường xuyên|h[àằ]ng|tháng|quý|tuần|năm|định kỳ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row as a table sees it: its number, its work and what else it gives."""

    row: int
    number: Numbering
    work: str
    given: Mapping[ImportColumn, Value]
    shown: tuple[str, ...]
    is_marked: bool = False
    is_wide: bool = False  # its text stands over several columns
    is_filled: bool = False  # its work is that of a tall cell above
    below_blank: bool = False
    sure: frozenset[ImportColumn] = frozenset()  # fields that hold what only a task has
    as_above: frozenset[ImportColumn] = frozenset()  # fields said only to be as in the row above

    @property
    def evidence(self) -> set[ImportColumn]:
        """Give the fields that only tasks have."""
        return {held for held in self.given if held in _EVIDENCE}

    @property
    def is_task(self) -> bool:
        """Tell a row that is a task without looking at its neighbours."""
        if not self.work:
            return False
        return self.number.is_item or bool(self.sure) or self.is_marked


def views_of(table: TaskTable, units: Units) -> list[RowView]:
    """Look at every row of a table that shows anything."""
    columns = {held: column for column, held in table.header.fields.items()}
    wide = _wide_rows(table)
    found: list[RowView] = []
    lettered = NO_NUMBER
    last = table.header.last
    above: Mapping[ImportColumn, Value] = {}
    for number in table.rows:
        row = table.sheet.rows[number - 1]
        shown = tuple(text for _, text in table.shown(number))
        if not shown:
            continue
        given = {
            held: row[column]
            for held, column in columns.items()
            if column < len(row) and not says_nothing(row[column])
        }
        given |= marked_parties(row, table.header.parties)
        repeated = {
            held: above[held]
            for held in _REPEATED & given.keys() & above.keys()
            if _AS_ABOVE.fullmatch(typed(given[held]))
        }
        given |= repeated
        numbered = numbering.read(typed(given.get(ImportColumn.NUMBER, "")), lettered)
        given = _as_heading(given, numbered, is_wide=number in wide)
        work = columns.get(ImportColumn.WORK, -1)
        view = RowView(
            row=number,
            number=numbered,
            work=typed(given.get(ImportColumn.WORK, "")),
            given=given,
            shown=shown,
            is_marked=any(
                column < len(row) and not says_nothing(row[column]) for column in table.header.ticks
            ),
            is_wide=number in wide,
            is_filled=(number, work + 1) in table.sheet.filled,
            below_blank=number > last + 1,
            sure=_sure(given, units),
            as_above=frozenset(repeated),
        )
        lettered = numbered if numbered.style is NumberStyle.UPPER else lettered
        last = number
        above = given if view.work else above
        found.append(view)
    return found


def _sure(given: Mapping[ImportColumn, Value], units: Units) -> frozenset[ImportColumn]:
    """Give the fields that hold a unit, a day, a state; a signature may stand in their columns."""
    found = set()
    for held in _SURE & given.keys():
        value = given[held]
        text = typed(value)
        if held is ImportColumn.LEAD:
            is_so = units.knows(text) or looks_like_unit(text)
        elif held is ImportColumn.STATE:
            is_so = states.read(text).state is not None
        elif held is ImportColumn.CODE:
            is_so = any(map(str.isdigit, text))
        else:
            is_so = not isinstance(value, str) or _OF_TIME.search(text) is not None
        if is_so or is_failed(value):
            found.add(held)
    return frozenset(found)


def _as_heading(
    given: dict[ImportColumn, Value], number: Numbering, *, is_wide: bool
) -> dict[ImportColumn, Value]:
    """Take the only text of a heading for its words, in whichever column they begin."""
    others = [held for held in given if held is not ImportColumn.NUMBER]
    if len(others) != 1 or others[0] is ImportColumn.WORK or not (is_wide or number.is_section):
        return given
    held = others[0]
    return {**{k: v for k, v in given.items() if k is not held}, ImportColumn.WORK: given[held]}


def _wide_rows(table: TaskTable) -> set[int]:
    """Give the rows in which one text stands over half of the columns or more."""
    named = len(table.header.fields) + len(table.header.ticks)
    return {
        top
        for top, left, bottom, right in table.sheet.merged
        if top == bottom and (right - left + 1) * 2 >= named and left - 1 in table.columns
    }
