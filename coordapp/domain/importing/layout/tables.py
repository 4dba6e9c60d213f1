"""Where the tables of tasks stand in a sheet: one, two side by side, or one below the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from coordapp.domain.importing.layout import holdings
from coordapp.domain.importing.layout.columns import ImportColumn, begun, named
from coordapp.domain.importing.layout.header import (
    MOST_COLUMNS,
    Header,
    best_at,
    header_at,
    untitled,
)
from coordapp.domain.importing.layout.suitability import TableEvidence, kind_of_titles, other_kind
from coordapp.domain.importing.values import days, states
from coordapp.domain.importing.values.cells import is_blank, typed
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import Sheet

_SUREST_ROW = 60  # below it a first table is no longer looked for by its values
_LEAST_NAMES = 3  # of titles: how surely they must be those of a register
_OF_TASKS = frozenset(
    (ImportColumn.LEAD, ImportColumn.DUE, ImportColumn.STATE, ImportColumn.PERCENT,
     ImportColumn.COORDINATING, ImportColumn.PROGRESS, ImportColumn.CODE, ImportColumn.FINISHED)
)  # fmt: skip
_SHORT_TITLE = 60
_FEWEST_CELLS = 3  # of a row that may begin a table without known titles: two are a list of words
_IS_DATA = re.compile(r"\s*\d[\d./%, -]*")  # numbers, days and shares name no column


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTable:
    """One table of a sheet; rows from 1, columns from 0."""

    sheet: Sheet
    header: Header
    columns: range
    last: int  # row
    year: int | None = None  # that its titles name

    @property
    def rows(self) -> range:
        """Give the numbers of the rows below the titles."""
        return range(self.header.last + 1, self.last + 1)

    def shown(self, number: int) -> tuple[tuple[int, str], ...]:
        """Give the columns of a row that show something, and what."""
        row = self.sheet.rows[number - 1]
        return tuple(
            (column, typed(row[column]))
            for column in self.columns[: max(0, len(row) - self.columns.start)]
            if not is_blank(row[column]) and column + 1 not in self.sheet.hidden_columns
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTables:
    """The tables of a sheet; `other` says what the sheet is where it holds none, when that shows."""

    sheet: Sheet
    tables: tuple[TaskTable, ...] = ()
    other: str | None = None
    is_left_out: bool = False  # hidden, or not the one that was chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTables:
    """The tables of a file, and all its sheets, those without one too."""

    tables: tuple[TaskTable, ...]
    sheets: tuple[SheetTables, ...] = ()


def find_tables(
    sheet: Sheet, units: Units, context: DayContext, *, is_list: bool = False
) -> SheetTables:
    """Find every table of tasks in a sheet, from the top down and from the left to the right.

    The titles of our own list say what its columns are: nothing is guessed beside them.
    """
    finding = _Finding(sheet, units, context, guesses=not is_list)
    tables = tuple(finding.tables())
    other = finding.others[0] if finding.others else None
    if not tables and other is None:
        lines = [sheet.name, *_lines(sheet, range(1, min(8, len(sheet.rows)) + 1))]
        other = kind_of_titles(lines, [text for row in sheet.rows[:12] for text in map(typed, row)])
    return SheetTables(sheet=sheet, tables=tables, other=other)


def table_of(sheet: Sheet, header: Header, year: int | None = None) -> TaskTable:
    """Take a whole sheet for one table whose columns are known."""
    width = max((len(row) for row in sheet.rows), default=0)
    return TaskTable(
        sheet=sheet,
        header=header,
        columns=range(min(width, MOST_COLUMNS)),
        last=len(sheet.rows),
        year=year or year_above(sheet, header.first),
    )


def year_above(sheet: Sheet, first: int) -> int | None:
    """Give the year that the titles above a row name, or the name of the sheet."""
    lines = list(_lines(sheet, range(1, first)))
    return days.year_of(lines) or days.year_of([sheet.name])


def _lines(sheet: Sheet, rows: range) -> Iterator[str]:
    for number in rows:
        row = sheet.rows[number - 1]
        yield from (text for text in map(typed, row) if text)


@lru_cache(maxsize=8192)
def _names_something(title: str) -> bool:
    return len(title) <= _SHORT_TITLE and (named(title) or begun(title)) is not None


class _Finding:
    def __init__(self, sheet: Sheet, units: Units, context: DayContext, *, guesses: bool) -> None:
        self._sheet, self._units, self._context = sheet, units, context
        self._guesses = guesses
        self._width = min(max((len(row) for row in sheet.rows), default=0), MOST_COLUMNS)
        self.others: list[str] = []

    def tables(self) -> list[TaskTable]:
        whole = range(self._width)
        found = self._in_span(whole, 1)
        if not found:
            spoken = self._by_values(whole)
            found = [] if spoken is None else [spoken]
        return [table for table in found if self._is_register(table)]

    def _in_span(self, span: range, first: int) -> list[TaskTable]:
        """Find the tables of some columns, each with its titles."""
        headers = list(self._headers(span, first))
        found: list[TaskTable] = []
        for place, header in enumerate(headers):
            last = (
                headers[place + 1].first - 1 if place + 1 < len(headers) else len(self._sheet.rows)
            )
            found += [self._table(header, part, last) for part in self._beside(header, span)]
        for part in self._unnamed(found, span):
            found += self._in_span(part, 1)
        return found

    # --- titles

    def _headers(self, span: range, first: int) -> Iterator[Header]:
        """Go down the rows; titles said again lower down are no new table."""
        current: Header | None = None
        number = first
        while number <= len(self._sheet.rows):
            header = self._header_at(number, span, below=current is not None)
            if header is None:
                number += 1
                continue
            if current is None or not _is_repeated(current, header):
                yield header
                current = header
            number = header.last + 1

    def _header_at(self, number: int, span: range, *, below: bool) -> Header | None:
        row = self._sheet.rows[number - 1][span.start : span.stop]
        texts = [typed(value) for value in row if isinstance(value, str) and value]
        if below and any(not isinstance(value, str) or _IS_DATA.fullmatch(value) for value in row):
            return None
        if below and self._begins_anew(number, span, texts):
            return best_at(self._sheet, number, span)
        known = sum(map(_names_something, texts))
        if known < (2 if below else 1) or len(texts) < 2:
            return None
        header = best_at(self._sheet, number, span)
        if header is None or len(header.fields) + len(header.ticks) < 2:
            return None
        if not header.is_usable and (below or not self._shows_work(header, span)):
            return None
        has_evidence = bool(header.ticks) or not _OF_TASKS.isdisjoint(header.fields.values())
        if header.names < _LEAST_NAMES or (below and not has_evidence):
            return None
        # a row of data may hold a word that is a title elsewhere
        return header if not below or header.names >= 2 * _LEAST_NAMES else None

    def _begins_anew(self, number: int, span: range, texts: Sequence[str]) -> bool:
        """Tell titles of another table by the name of its running number, whatever else it holds."""
        if not self._guesses or len(texts) < _FEWEST_CELLS:
            return False
        row = self._sheet.rows[number - 1][span.start : span.stop]
        first = next((value for value in row if not is_blank(value)), "")
        return named(typed(first)) is ImportColumn.NUMBER

    def _shows_work(self, header: Header, span: range) -> bool:
        """Tell that a column below titles that name no work holds it all the same."""
        if not self._guesses or header.names < 2 * _LEAST_NAMES - 2:
            return False
        table = TaskTable(
            sheet=self._sheet, header=header, columns=span, last=len(self._sheet.rows)
        )
        return ImportColumn.WORK in self._completed(table).header.fields.values()

    # --- side by side

    def _beside(self, header: Header, span: range) -> list[range]:
        """Part the columns where a second table begins with its own number or work."""
        starts = [span.start]
        has_work = False
        gap = False
        for column in span:
            title = header.title(column)
            held = named(title) if title else None
            if not title and self._is_empty(column, header):
                gap = True
                continue
            if held is ImportColumn.NUMBER and has_work:
                starts.append(column)
                has_work = gap = False
            elif held is ImportColumn.WORK:
                if has_work and gap:
                    starts.append(column)
                has_work, gap = True, False
        ends = [*starts[1:], span.stop]
        return [range(start, end) for start, end in zip(starts, ends, strict=True)]

    def _is_empty(self, column: int, header: Header) -> bool:
        rows = self._sheet.rows[header.first - 1 : header.first + 40]
        return all(column >= len(row) or is_blank(row[column]) for row in rows)

    def _unnamed(self, found: Sequence[TaskTable], span: range) -> list[range]:
        """Give the columns right of all titles that hold something: a table that begins lower."""
        if not found:
            return []
        used = [
            column
            for table in found
            for column, title in enumerate(table.header.titles)
            if title or column in table.header.fields
        ]
        right = range(max(used, default=span.start) + 2, span.stop)
        filled = [
            c
            for c in right
            if any(c < len(row) and not is_blank(row[c]) for row in self._sheet.rows)
        ]
        return [right] if len(filled) > 2 else []

    # --- a table

    def _table(self, header: Header, span: range, last: int) -> TaskTable:
        own = header_at(self._sheet, header.first, header.last - header.first + 1, span)
        lines = list(_lines(self._sheet, range(1, header.first)))
        year = days.year_of(lines) or days.year_of([self._sheet.name])
        table = TaskTable(sheet=self._sheet, header=own, columns=span, last=last, year=year)
        return self._completed(table) if self._guesses else table

    def _completed(self, table: TaskTable) -> TaskTable:
        context = replace(self._context, year=table.year or self._context.year)
        header = holdings.completed(
            self._sheet, table.header, table.rows, table.columns, self._units, context
        )
        return replace(table, header=header)

    def _by_values(self, span: range) -> TaskTable | None:
        """Find a table whose titles say nothing known, or that has none, by what it holds."""
        for number in range(1, min(_SUREST_ROW, len(self._sheet.rows)) + 1):
            row = [value for value in self._sheet.rows[number - 1] if not is_blank(value)]
            if len(row) < _FEWEST_CELLS:
                continue
            is_data = self._speaks(number)
            header = (
                untitled(self._sheet, {}) if is_data else header_at(self._sheet, number, 1, span)
            )
            first = replace(header, first=0, last=number - 1) if is_data else header
            table = self._completed(
                TaskTable(
                    sheet=self._sheet,
                    header=first,
                    columns=span,
                    last=len(self._sheet.rows),
                    year=year_above(self._sheet, number),
                )
            )
            fields = set(table.header.fields.values())
            if ImportColumn.WORK in fields and not fields.isdisjoint(_OF_TASKS):
                return table
            if is_data:
                return None
        return None

    def _speaks(self, number: int) -> bool:
        """Tell a row of data by a unit, a day or a state in it."""
        for value in self._sheet.rows[number - 1]:
            if is_blank(value):
                continue
            if not isinstance(value, str | bool | int | float):
                return True
            text = typed(value)
            if not isinstance(value, str) or named(text) is not None:
                continue
            if self._units.find(text) is not None or states.read(text).is_certain:
                return True
        return False

    def _is_register(self, table: TaskTable) -> bool:
        if not table.header.is_usable:
            return False
        work = table.header.column(ImportColumn.WORK)
        persons = 0.0
        if work is not None:
            found = holdings.profile(self._sheet, work, table.rows, self._units, self._context)
            persons = found.of_persons
        lines = [self._sheet.name, *_lines(self._sheet, range(1, max(1, table.header.first)))]
        other = other_kind(TableEvidence(header=table.header, lines=lines, of_persons=persons))
        if other is not None:
            self.others.append(other)
        return other is None


def _is_repeated(first: Header, again: Header) -> bool:
    """Tell the titles that a new page says again, all of them or those of their first rows."""
    return len(again.said & first.said) >= 0.7 * len(again.said)
