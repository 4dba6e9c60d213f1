"""What an import would write of each row, beside what stands in the file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coordapp.domain.calendar import dates
from coordapp.domain.importing.labels import IMPORT_COLUMN, why_assumed
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.tables import FoundTables, TaskTable
from coordapp.domain.importing.plan import PlannedRow
from coordapp.domain.importing.row import Assumed
from coordapp.domain.importing.values import cells
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.tasks.office_code import office_code
from coordapp.domain.words.labels import URGENCY, WORK_STATE
from coordapp.domain.words.messages import sentence

_FIGURES = re.compile(r"\b0+(\d)")
Key = tuple[int, int, int]
# the order in which a person looks at a task; the deadline in force stands once
ORDER = (
    ImportColumn.CODE, ImportColumn.WORK, ImportColumn.LEAD, ImportColumn.DUE, ImportColumn.STATE,
    ImportColumn.COORDINATING, ImportColumn.PERCENT, ImportColumn.FINISHED, ImportColumn.PROGRESS, ImportColumn.PRODUCT,
    ImportColumn.CONTENT, ImportColumn.SOURCE, ImportColumn.FOCAL, ImportColumn.ASSIGNED, ImportColumn.DIFFICULTY,
    ImportColumn.URGENCY, ImportColumn.NOTE,
)  # fmt: skip
# of these a clerk wants to see what will be written even where no column of the file holds them
_ALWAYS = (ImportColumn.WORK, ImportColumn.LEAD, ImportColumn.DUE, ImportColumn.STATE)
_SHOWN_AS = {ImportColumn.EXTENDED: ImportColumn.DUE}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as the preview shows it."""

    key: Key  # table, row, part
    sheet: str
    outcome: RowOutcome
    written: Mapping[ImportColumn, str] = field(default_factory=dict)
    stood: Mapping[ImportColumn, str] = field(default_factory=dict)
    places: Mapping[ImportColumn, int] = field(default_factory=dict)  # columns from 0
    before: Mapping[ImportColumn, str] = field(default_factory=dict)  # of what changes
    assumed: Mapping[ImportColumn, str] = field(default_factory=dict)  # and why
    reasons: Mapping[ImportColumn, str] = field(default_factory=dict)  # why it was not taken

    @property
    def row(self) -> int:
        """Give the number of the row in its sheet."""
        return self.key[1]

    @property
    def why(self) -> str:
        """Say why the row is not taken, or what of it was assumed."""
        if self.reasons:
            return " ".join(dict.fromkeys(self.reasons.values()))
        said = (f"{IMPORT_COLUMN[column]}: {why}" for column, why in self.assumed.items())
        return "; ".join(said)

    def shown(self, column: ImportColumn) -> str:
        """Say what will be written, and what stood there where that was something else."""
        stood = self.stood.get(column, "")
        if column in self.before:
            return (
                f"{self.before[column] or 'trống'} → {self.written.get(column) or stood or 'trống'}"
            )
        if self.outcome in (RowOutcome.REJECTED, RowOutcome.SAME):
            return stood
        written = self.written.get(column, "")
        if not stood or _plain(written) == _plain(stood):
            return written
        return f"{written or 'để trống'}  ← {stood}"


def _plain(text: str) -> str:
    """Write a text so that a day in other figures is the same one: `01.4.2018`, `1/04/2018`."""
    said = fold(one_line(text))
    return _FIGURES.sub(r"\1", said.replace(".", "/").replace("-", "/"))


def shown_columns(found: FoundTables) -> list[ImportColumn]:
    """Give the columns of the preview: those that some table holds, and what always counts."""
    held = {_SHOWN_AS.get(c, c) for table in found.tables for c in table.header.fields.values()}
    return [column for column in ORDER if column in held or column in _ALWAYS]


def preview_rows(
    found: FoundTables, planned: Iterable[PlannedRow], names: Mapping[UnitId, str]
) -> list[PreviewRow]:
    """Put what would be written of each row beside what stands there."""
    return [_preview_row(found.tables[row.table], row, names) for row in planned]


def _preview_row(table: TaskTable, row: PlannedRow, names: Mapping[UnitId, str]) -> PreviewRow:
    places = {held: column for column, held in table.header.fields.items()}
    by_place = {column: _SHOWN_AS.get(held, held) for held, column in places.items()}
    values = table.sheet.rows[row.row - 1]
    stood = {
        held: one_line(cells.as_text(values[column])) if column < len(values) else ""
        for held, column in places.items()
    }
    if stood.get(ImportColumn.EXTENDED):
        stood[ImportColumn.DUE] = stood[ImportColumn.EXTENDED]
        places[ImportColumn.DUE] = places[ImportColumn.EXTENDED]
    return PreviewRow(
        key=(row.table, row.row, row.part),
        sheet=table.sheet.name,
        outcome=row.outcome,
        written=_written(row, names),
        stood=stood,
        places=places,
        before={by_place[c.column]: c.before for c in row.changes if c.column in by_place},
        assumed=_assumed(row.assumed),
        reasons={
            by_place.get(problem.column, ImportColumn.WORK): sentence(problem.error)
            for problem in row.problems
        },
    )


def _assumed(assumed: Sequence[Assumed]) -> dict[ImportColumn, str]:
    found: dict[ImportColumn, str] = {}
    for one in assumed:
        column = _SHOWN_AS.get(one.column, one.column)
        why = why_assumed(one)
        found[column] = f"{found[column]}; {why}" if column in found else why
    return found


def _written(row: PlannedRow, names: Mapping[UnitId, str]) -> dict[ImportColumn, str]:
    task = row.task
    if task is None:
        return {}
    lead = "" if task.lead_unit_id is None else names.get(task.lead_unit_id, "")
    return {
        ImportColumn.CODE: office_code(task.note) or task.code,
        ImportColumn.WORK: task.title,
        ImportColumn.LEAD: lead,
        ImportColumn.COORDINATING: ", ".join(
            names.get(unit, "") for unit in row.coordinating or ()
        ),
        ImportColumn.DUE: dates.short(task.due) or task.deadline_wording,
        ImportColumn.STATE: WORK_STATE[task.work_state],
        ImportColumn.PERCENT: "" if task.percent is None else f"{task.percent} %",
        ImportColumn.FINISHED: dates.short(task.finished_on),
        ImportColumn.PROGRESS: row.result,
        ImportColumn.PRODUCT: task.product,
        ImportColumn.CONTENT: task.content,
        ImportColumn.SOURCE: task.quoted,
        ImportColumn.FOCAL: task.focal_person,
        ImportColumn.ASSIGNED: dates.short(task.assigned_on),
        ImportColumn.DIFFICULTY: row.difficulty,
        ImportColumn.URGENCY: URGENCY[task.urgency],
        ImportColumn.NOTE: task.note,
    }
