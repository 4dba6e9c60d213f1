"""The states of a row that are told by marks in columns of their own."""

from dataclasses import dataclass

from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.values import cells, ticks
from coordapp.domain.importing.workbook import Value
from coordapp.domain.tasks.task import WorkState


@dataclass(frozen=True, slots=True, kw_only=True)
class StateMark:
    """One marked cell: its state, and what stands there where a mark is usual."""

    column: int
    state: WorkState
    value: Value
    words: str = ""
    is_day: bool = False


def marks_in(table: TaskTable, row: int) -> list[StateMark]:
    """Give the marked cells of a row."""
    values = table.sheet.rows[row - 1]
    found = []
    for column, state in table.header.ticks.items():
        value = values[column] if column < len(values) else ""
        if cells.says_nothing(value):
            continue
        is_mark = ticks.is_mark(value, table.sheet.fonts.get((row, column + 1)))
        is_day = not isinstance(value, str | bool | int | float)
        words = "" if is_mark or is_day else cells.lines(value)
        if is_mark or is_day or len(words) > 1:
            found.append(
                StateMark(column=column, state=state, value=value, words=words, is_day=is_day)
            )
    return found
