"""Rows put together: the row that begins a task, and those below over which its text runs on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.lines import LineKind, RowLine
from coordapp.domain.importing.values import cells
from coordapp.domain.importing.workbook import Value

# these are one text over several rows; of other fields the first row counts
_ON_ONE_LINE = frozenset((ImportColumn.WORK, ImportColumn.DUE, ImportColumn.LEAD))
_ON_LINES = frozenset(
    (ImportColumn.COORDINATING, ImportColumn.PROGRESS, ImportColumn.PRODUCT, ImportColumn.NOTE,
     ImportColumn.CONTENT, ImportColumn.SOURCE, ImportColumn.DIFFICULTY, ImportColumn.FOCAL)
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AssembledRow:
    """The lines of one task, the first of them the one that is numbered."""

    line: RowLine
    rows: tuple[int, ...]


def assembled(lines: Sequence[RowLine]) -> Iterator[RowLine | AssembledRow]:
    """Give headings and passed rows as they are, and each task with the rows it runs over."""
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.kind is not LineKind.TASK:
            yield line
            place += 1
            continue
        rows = [line.view.row]
        given = dict(line.view.given)
        place += 1
        while place < len(lines) and lines[place].kind is LineKind.CONTINUED:
            _join(given, lines[place])
            rows.append(lines[place].view.row)
            place += 1
        view = replace(line.view, given=given)
        yield AssembledRow(line=replace(line, view=view), rows=tuple(rows))


def _join(given: dict[ImportColumn, Value], line: RowLine) -> None:
    for held, value in line.view.given.items():
        if held is ImportColumn.NUMBER or (held is ImportColumn.WORK and line.view.is_filled):
            continue
        if held not in given:
            given[held] = value
        elif held in _ON_ONE_LINE and cells.typed(given[held]) != cells.typed(value):
            given[held] = f"{cells.typed(given[held])} {cells.typed(value)}"
        elif held in _ON_LINES and cells.lines(given[held]) != cells.lines(value):
            given[held] = f"{cells.lines(given[held])}\n{cells.lines(value)}"
