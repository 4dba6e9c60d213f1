"""What an import would do, row by row: colour and words, and the reason where a row is not taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.importing import cells
from coordapp.domain.importing.labels import IMPORT_COLUMN, ROW_OUTCOME
from coordapp.domain.importing.plan import PlannedRow
from coordapp.domain.importing.workbook import RowOutcome, Value
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.messages import sentence
from coordapp.services.importing.import_actions import SourceTable
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.empty_state import EmptyState

TONES = {
    RowOutcome.NEW: Tone.ON_TIME,
    RowOutcome.CHANGED: Tone.DUE_SOON,
    RowOutcome.SAME: Tone.QUIET,
    RowOutcome.REJECTED: Tone.OVERDUE,
}
_WIDTHS = {"work": 260, "progress": 200, "content": 200, "number": 60}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as the preview shows it; columns from 0."""

    row: int
    outcome: RowOutcome
    cells: Mapping[int, str]
    before: Mapping[int, str]  # of cells that change something
    reasons: Mapping[int, str]  # of cells that were not taken

    @property
    def reason(self) -> str:
        """Say why the row is not taken."""
        return " ".join(dict.fromkeys(self.reasons.values()))


def preview_rows(source: SourceTable, planned: Sequence[PlannedRow]) -> list[PreviewRow]:
    """Put the cells of the table beside what becomes of them."""
    columns = tuple(source.header.fields)
    return [
        PreviewRow(
            row=row.row,
            outcome=row.outcome,
            cells=_texts(source.sheet.rows[row.row - 1], columns),
            before={change.column: change.before for change in row.changes},
            reasons={problem.column: sentence(problem.error) for problem in row.problems},
        )
        for row in planned
    ]


def _texts(values: Sequence[Value], columns: Sequence[int]) -> dict[int, str]:
    return {
        column: one_line(cells.as_text(values[column])) if column < len(values) else ""
        for column in columns
    }


class ImportPreview(QWidget):
    """The table of the preview; it is made anew when the columns mean something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.table: TableView[PreviewRow] | None = None
        self.model: RecordModel[PreviewRow] | None = None
        self.nothing = EmptyState("", "")
        self._column.addWidget(self.nothing)

    def show_nothing(self, heading: str, sentence: str) -> None:
        """Say why there is no table yet."""
        self._clear()
        self.nothing.say(heading, sentence)
        self.nothing.show()

    def _clear(self) -> None:
        self.nothing.hide()
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = self.model = None

    def show_plan(self, source: SourceTable, planned: Sequence[PlannedRow]) -> None:
        """Show these rows; the ones that are not taken first, for they ask for a hand."""
        self._clear()
        with_reasons = any(row.problems for row in planned)
        self.model = RecordModel(
            _columns(source, with_reasons=with_reasons), key=attrgetter("row"), parent=self
        )
        self.table = TableView(self.model, self)
        self.table.setAccessibleName("Xem trước")
        self.table.set_compact(True)
        self.table.horizontalHeader().setStretchLastSection(True)  # a few columns fill the width
        self.table.set_empty_state(
            EmptyState("Bảng không có dòng nào", "Hãy chọn trang tính hoặc dòng tiêu đề khác.")
        )
        self._column.addWidget(self.table)
        rows = preview_rows(source, planned)
        self.model.show(sorted(rows, key=lambda row: _FIRST.index(row.outcome)))


_FIRST = (RowOutcome.REJECTED, RowOutcome.CHANGED, RowOutcome.NEW, RowOutcome.SAME)


def _columns(source: SourceTable, *, with_reasons: bool) -> list[Column[PreviewRow]]:
    head: list[Column[PreviewRow]] = [
        Column(key="row", title="Dòng", text=lambda row: str(row.row), width=60, sort=_row),
        Column(
            key="verdict",
            title="Kết quả",
            width=116,
            text=lambda row: ROW_OUTCOME[row.outcome],
            sort=lambda row: _FIRST.index(row.outcome),
            tone=lambda row: TONES[row.outcome],
        ),
    ]
    if with_reasons:
        head.append(
            Column(
                key="reason",
                title="Lý do không nhận",
                width=250,
                text=attrgetter("reason"),
                tooltip=attrgetter("reason"),
                blank=lambda row: not row.reason,
            )
        )
    for column, field in sorted(source.header.fields.items()):
        head.append(
            Column(
                key=f"cell{column}",
                title=source.header.titles[column] or IMPORT_COLUMN[field],
                width=_WIDTHS.get(field.value, 130),
                text=partial(_shown, column=column),
                tone=partial(_tone, column=column),
                tooltip=partial(_tip, column=column),
            )
        )
    return head


def _row(row: PreviewRow) -> int:
    return row.row


def _shown(row: PreviewRow, *, column: int) -> str:
    text = row.cells.get(column, "")
    if column in row.before:
        return f"{row.before[column] or 'trống'} → {text}"
    return text


def _tone(row: PreviewRow, *, column: int) -> Tone | None:
    if column in row.reasons:
        return Tone.OVERDUE
    return Tone.DUE_SOON if column in row.before else None


def _tip(row: PreviewRow, *, column: int) -> str:
    return row.reasons.get(column) or _shown(row, column=column)
