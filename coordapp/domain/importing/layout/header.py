"""Which rows of a sheet name the columns of a table, and what its columns are by their names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from coordapp.domain.importing.layout.columns import FIRST_DEADLINES, ImportColumn, plain
from coordapp.domain.importing.layout.subtitles import column_of
from coordapp.domain.importing.values import ticks
from coordapp.domain.importing.values.cells import typed
from coordapp.domain.importing.workbook import Sheet
from coordapp.domain.kernel.text import fold
from coordapp.domain.tasks.task import WorkState

MOST_COLUMNS = 200
_MOST_HEIGHT = 3
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_LOOKED_AT = 40  # rows below the titles, to see what a column holds
_LONGEST_TITLE = 120
_SUREST = 7  # of a column: an exact name
# our list on screen calls so what says how far off its "Hạn" is
_DEADLINE, _REMARK = "han", "thoi han"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Which rows name the columns, and what each column holds; columns from 0."""

    first: int  # row numbers from 1; 0 when no row names the columns
    last: int
    titles: tuple[str, ...]
    fields: Mapping[int, ImportColumn]
    ticks: Mapping[int, WorkState] = field(default_factory=dict)  # columns of marks
    parties: Mapping[int, str] = field(default_factory=dict)  # columns called after a unit
    guessed: frozenset[int] = frozenset()  # columns known by what they hold, not by their names
    names: int = 0  # how surely the titles are those of a register
    said: frozenset[tuple[int, str]] = frozenset()  # each part of a title, and its column

    @property
    def signature(self) -> str:
        """Name tables of the same shape alike, so that a mapping is remembered for them."""
        return "|".join(fold(title) for title in self.titles).strip("|")

    @property
    def is_usable(self) -> bool:
        """Tell that tasks can be read: their work or their code is named somewhere."""
        return not {ImportColumn.WORK, ImportColumn.CODE}.isdisjoint(self.fields.values())

    def column(self, held: ImportColumn) -> int | None:
        """Give the column of a field, from 0."""
        return next((column for column, known in self.fields.items() if known is held), None)

    def title(self, column: int) -> str:
        """Give the title of a column; empty where it has none."""
        return self.titles[column] if 0 <= column < len(self.titles) else ""


def best_at(sheet: Sheet, first: int, span: range) -> Header | None:
    """Read the titles that begin in a row, one to three rows high; None when they name nothing."""
    best: Header | None = None
    for height in range(1, _MOST_HEIGHT + 1):
        if first + height - 1 > len(sheet.rows):
            break
        if height > 1 and not _may_be_titles(sheet, first + height - 1, span):
            break
        header = header_at(sheet, first, height, span)
        # a second row must earn its place: a row of data beside titles adds nothing
        if header.fields and (best is None or header.names > best.names):
            best = header
    return best


def header_at(
    sheet: Sheet, first: int, height: int = 1, span: range = range(MOST_COLUMNS)
) -> Header:
    """Read the titles that stand in `height` rows from row `first` on; row 0: there are none."""
    if first == 0:
        return untitled(sheet, {})
    numbers = range(first, min(first + height - 1, len(sheet.rows)) + 1)
    width = max((len(sheet.rows[number - 1]) for number in numbers), default=0)
    parts = _parts(sheet, numbers, range(min(width, span.stop)))
    for column in range(min(span.start, len(parts))):
        parts[column] = ()
    titles = tuple(" ".join(dict.fromkeys(filter(None, part))) for part in parts)
    header = Header(
        first=first,
        last=numbers[-1] if numbers else first,
        titles=titles,
        fields={},
        said=frozenset(
            (column, part.casefold()) for column, own in enumerate(parts) for part in own if part
        ),
    )
    return _named(sheet, header, parts)


def untitled(sheet: Sheet, fields: Mapping[int, ImportColumn]) -> Header:
    """Give the columns of a table whose first row is a task already."""
    width = max((len(row) for row in sheet.rows), default=0)
    titles = ("",) * min(width, MOST_COLUMNS)
    return Header(first=0, last=0, titles=titles, fields=fields)


def remembered(header: Header, fields: Mapping[str, str]) -> Header:
    """Put a mapping chosen earlier, by titles, in place of the proposed one."""
    known = {column.value: column for column in ImportColumn}
    chosen: dict[int, ImportColumn] = {}
    for column, title in enumerate(header.titles):
        held = known.get(fields.get(fold(title), ""))
        if held is not None and held not in chosen.values():
            chosen[column] = held
    ticked = {column: state for column, state in header.ticks.items() if column not in chosen}
    return replace(header, fields=chosen, ticks=ticked, guessed=frozenset())


# --- titles


def _parts(sheet: Sheet, numbers: range, columns: range) -> list[tuple[str, ...]]:
    """Give the parts of each title from the top down; a title over several stands over each."""
    rows = [[_title(sheet, number, column) for column in columns] for number in numbers]
    spread = _spread_by_areas(sheet, numbers, rows)
    if len(rows) > 1 and not spread:
        for upper, lower in pairwise(rows):
            _spread(upper, lower)
    return list(zip(*rows, strict=True)) if rows and columns else []


def _title(sheet: Sheet, number: int, column: int) -> str:
    row = sheet.rows[number - 1]
    if column >= len(row) or not isinstance(row[column], str):
        return ""
    return typed(row[column])


def _spread_by_areas(sheet: Sheet, numbers: range, rows: list[list[str]]) -> bool:
    """Let the title of a merged area stand over all its columns; tell whether there was any."""
    found = False
    for top, left, bottom, right in sheet.merged:
        if top not in numbers or left == right or left > len(rows[0]):
            continue
        found = True
        for number in range(top, min(bottom, numbers[-1]) + 1):
            row = rows[number - numbers[0]]
            for column in range(left - 1, min(right, len(row))):
                row[column] = row[column] or rows[top - numbers[0]][left - 1]
    return found


def _spread(upper: list[str], lower: Sequence[str]) -> None:
    last = ""
    for column, title in enumerate(upper):
        has_lower = bool(lower[column])
        if title:
            last = title if has_lower else ""
        elif has_lower:
            upper[column] = last


def _may_be_titles(sheet: Sheet, number: int, span: range) -> bool:
    """Tell a row that may name columns: short texts, no days and no numbers."""
    row = [value for value in sheet.rows[number - 1][span.start : span.stop] if value != ""]
    return bool(row) and all(
        isinstance(value, str) and len(value) <= _LONGEST_TITLE for value in row
    )


# --- columns


def _named(sheet: Sheet, header: Header, parts: Sequence[tuple[str, ...]]) -> Header:
    """Give each column what its title names; of two that name the same the surer one has it."""
    known: list[tuple[int, int, ImportColumn]] = []
    marked: dict[int, WorkState] = {}
    unmarked: dict[int, WorkState] = {}  # columns of marks in which none stands
    has_deadline = _DEADLINE in map(plain, header.titles)
    for column, part in enumerate(parts):
        if not any(part) or column + 1 in sheet.hidden_columns:
            continue
        if has_deadline and plain(header.titles[column]) == _REMARK:
            continue
        state, is_empty = _marked(sheet, header, column, part)
        if state is not None:
            (unmarked if is_empty else marked)[column] = state
            if not is_empty or sum(map(bool, part)) > 1:
                continue
        held, sureness = column_of(tuple(dict.fromkeys(part)))
        if held is not None:
            known.append((-sureness, column, held))
    if marked:
        marked |= unmarked
    fields: dict[int, ImportColumn] = {}
    names = _SUREST * len(marked)
    for doubt, column, held in sorted(_with_extended(known, header.titles), key=lambda k: k[:2]):
        if held not in fields.values() and column not in marked:
            fields[column] = held
            names += 1 - 2 * doubt
    return replace(
        header,
        fields=dict(sorted(fields.items())),
        ticks=marked,
        names=names - (header.last - header.first),
    )


def _with_extended(
    known: list[tuple[int, int, ImportColumn]], titles: Sequence[str]
) -> list[tuple[int, int, ImportColumn]]:
    """Take the deadline beside one that is called the first for the one in force."""
    due = [column for _, column, held in known if held is ImportColumn.DUE]
    first = [column for column in due if _is_first_deadline(titles[column])]
    if not first or len(due) == len(first):
        return known
    return [
        (doubt, column, ImportColumn.EXTENDED)
        if held is ImportColumn.DUE and column not in first
        else (doubt, column, held)
        for doubt, column, held in known
    ]


def _is_first_deadline(title: str) -> bool:
    said = plain(title)
    return said in FIRST_DEADLINES or said.endswith((" ban dau", " cu", " goc", " lan dau"))


def _marked(
    sheet: Sheet, header: Header, column: int, parts: Sequence[str]
) -> tuple[WorkState | None, bool]:
    """Give the state of a column of marks, and whether none stands in it; None for any other."""
    state = ticks.state_of([part for part in parts if part][-1])
    if state is None or "%" in header.titles[column]:
        return None, False
    below = range(header.last + 1, min(header.last + _LOOKED_AT, len(sheet.rows)) + 1)
    values = [
        (sheet.rows[number - 1][column], sheet.fonts.get((number, column + 1)))
        for number in below
        if column < len(sheet.rows[number - 1]) and sheet.rows[number - 1][column] != ""
    ]
    # the number of the column is no mark, and words beside a mark make no other column of it
    short = [value for value in values if len(typed(value[0])) < 3]
    is_empty = all(_COLUMN_NUMBER.fullmatch(typed(value[0])) for value in values)
    return (state, is_empty) if is_empty or (short and ticks.are_marks(short)) else (None, False)
