"""The table of the preview: what would be written, amber where assumed, red where not taken."""

from collections.abc import Mapping
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.importing.labels import IMPORT_COLUMN, ROW_OUTCOME
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.tables import FoundTables
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.ids import UnitId
from coordapp.ui.importing.written import Key, PreviewRow, preview_rows, shown_columns
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.empty_state import EmptyState

TONES = {
    RowOutcome.NEW: Tone.ON_TIME,
    RowOutcome.CHANGED: Tone.IN_TIME,
    RowOutcome.SAME: Tone.QUIET,
    RowOutcome.BARE: Tone.DUE_SOON,
    RowOutcome.REJECTED: Tone.OVERDUE,
}
_FIRST = (
    RowOutcome.REJECTED, RowOutcome.BARE, RowOutcome.CHANGED, RowOutcome.NEW, RowOutcome.SAME,
)  # fmt: skip
_WIDTHS = {
    ImportColumn.CODE: 90, ImportColumn.WORK: 210, ImportColumn.LEAD: 135, ImportColumn.DUE: 135,
    ImportColumn.COORDINATING: 160, ImportColumn.PROGRESS: 200, ImportColumn.CONTENT: 200,
}  # fmt: skip


class ImportPreview(QWidget):
    """Shows the rows; it is made anew when the columns are others, and says what was typed."""

    corrected = Signal(str, int, int, str)  # sheet, row and column from 1, what is to stand there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.table: TableView[PreviewRow] | None = None
        self.model: RecordModel[PreviewRow] | None = None
        self._keys: tuple[str, ...] = ()
        self.nothing = EmptyState("", "")
        self._layout.addWidget(self.nothing)

    def show_nothing(self, heading: str, sentence: str) -> None:
        """Say why there is no table yet."""
        self._clear()
        self.nothing.say(heading, sentence)
        self.nothing.show()

    def _clear(self) -> None:
        self.nothing.hide()
        if self.table is not None:
            self._layout.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = self.model = None

    def show_plan(self, found: FoundTables, plan: ImportPlan, names: Mapping[UnitId, str]) -> None:
        """Show the rows of a plan; the ones that are not taken first, for they ask for a hand."""
        rows = preview_rows(found, plan.rows, names)
        columns = self._columns(found, rows)
        keys = tuple(column.key for column in columns)
        if self.table is None or keys != self._keys:
            self._make(columns)
            self._keys = keys
        if self.model is not None:
            self.model.show(sorted(rows, key=lambda row: _FIRST.index(row.outcome)))

    def _make(self, columns: list[Column[PreviewRow]]) -> None:
        self._clear()
        self.model = RecordModel(columns, key=attrgetter("key"), parent=self)
        self.table = TableView(self.model, self)
        self.table.setAccessibleName("Xem trước")
        self.table.set_compact(True)
        self.table.horizontalHeader().setStretchLastSection(True)  # a few columns fill the width
        self.table.set_empty_state(
            EmptyState("Bảng không có nhiệm vụ nào", "Hãy chọn trang tính hoặc dòng tiêu đề khác.")
        )
        self._layout.addWidget(self.table)

    # --- columns

    def _columns(self, found: FoundTables, rows: list[PreviewRow]) -> list[Column[PreviewRow]]:
        head: list[Column[PreviewRow]] = [
            Column(key="row", title="Dòng", text=lambda row: str(row.row), width=52, sort=_place),
        ]
        if len({table.sheet.name for table in found.tables}) > 1:
            head.append(Column(key="sheet", title="Trang", text=attrgetter("sheet"), width=90))
        head.append(
            Column(
                key="outcome",
                title="Kết quả",
                width=106,
                text=lambda row: ROW_OUTCOME[row.outcome],
                sort=lambda row: _FIRST.index(row.outcome),
                tone=lambda row: TONES[row.outcome],
            )
        )
        if any(row.why for row in rows):
            head.append(
                Column(
                    key="why",
                    title="Cần xem",
                    width=170,
                    text=attrgetter("why"),
                    tooltip=attrgetter("why"),
                    blank=lambda row: not row.why,
                )
            )
        return head + [self._column(column) for column in shown_columns(found)]

    def _column(self, held: ImportColumn) -> Column[PreviewRow]:
        return Column(
            key=held.value,
            title=IMPORT_COLUMN[held],
            width=_WIDTHS.get(held, 120),
            text=lambda row: row.shown(held),
            tone=partial(_tone, held=held),
            tooltip=partial(_tip, held=held),
            edit=lambda row: row.stood.get(held, ""),
            apply=partial(self._correct, held),
            can_edit=lambda row: held in row.places and row.outcome is not RowOutcome.SAME,
        )

    def _correct(self, held: ImportColumn, row: PreviewRow, typed: str) -> bool:
        if held not in row.places:
            return False
        self.corrected.emit(row.sheet, row.row, row.places[held] + 1, typed)
        return True


def _place(row: PreviewRow) -> Key:
    return row.key


def _tone(row: PreviewRow, *, held: ImportColumn) -> Tone | None:
    if held in row.reasons:
        return Tone.OVERDUE
    if held in row.assumed:
        return Tone.DUE_SOON
    return Tone.IN_TIME if held in row.before else None


def _tip(row: PreviewRow, *, held: ImportColumn) -> str:
    why = row.reasons.get(held) or row.assumed.get(held, "")
    shown = row.shown(held)
    return f"{shown}\n{why}" if why else shown
