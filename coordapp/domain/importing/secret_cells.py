"""Rows that a column of degrees says to be secret: their texts have no place in the register."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.documents.secret_paper import bare_task, paper_in
from coordapp.domain.importing.degrees import degree_of
from coordapp.domain.importing.labels import IMPORT_COLUMN
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.row import Assumed
from coordapp.domain.importing.values import cells, days
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.labels import SECRECY

_KEPT = frozenset((ImportColumn.NUMBER, ImportColumn.SOURCE, ImportColumn.ASSIGNED))


def secret_cell(table: TaskTable, row: int) -> tuple[int, Value, Secrecy] | None:
    """Give the column, the cell and the degree that make a row secret; rows from 1, columns from 0."""
    held = table.sheet.rows[row - 1]
    for column in table.columns:
        if column < len(held):
            degree = degree_of(table.header.title(column), held[column])
            if degree is not None:
                return column, held[column], degree
    return None


def bare_of(
    given: Mapping[ImportColumn, Value], degree: Secrecy, context: DayContext
) -> tuple[Task, Assumed] | None:
    """Give the task that stands for a secret row, and what is said of it; None without a number."""
    paper = paper_in(cells.typed(given.get(ImportColumn.SOURCE, "")))
    if paper is None:
        return None
    left = ", ".join(
        f"“{IMPORT_COLUMN[held]}”"
        for held, value in given.items()
        if held not in _KEPT and not cells.is_blank(value)
    )
    task = bare_task(paper)
    with suppress(RuleViolation):
        task = replace(task, assigned_on=days.day(given.get(ImportColumn.ASSIGNED, ""), context))
    said = {"typed": SECRECY[degree], "left": left}
    return task, Assumed(column=ImportColumn.WORK, value=task.title, code="secret", params=said)
