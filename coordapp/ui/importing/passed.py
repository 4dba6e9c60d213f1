"""The rows that give no task, each with its reason, and what else a person should know of a file."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coordapp.domain.importing.labels import why_passed
from coordapp.domain.importing.plan import PassedOver
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.empty_state import EmptyState


def _table(columns: list[Column[PassedOver]], parent: QWidget) -> RecordModel[PassedOver]:
    return RecordModel(columns, key=lambda row: (row.sheet, row.row, row.reason), parent=parent)


class PassedRows(QWidget):
    """Lists the rows that were passed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        columns: list[Column[PassedOver]] = [
            Column(key="sheet", title="Trang", text=attrgetter("sheet"), width=110),
            Column(
                key="row",
                title="Dòng",
                text=lambda row: str(row.row),
                sort=lambda row: (row.sheet, row.row),
                width=60,
            ),
            Column(
                key="why", title="Vì sao bỏ qua", text=why_passed, tooltip=why_passed, width=300
            ),
            Column(
                key="text",
                title="Nội dung dòng",
                text=attrgetter("text"),
                tooltip=attrgetter("text"),
                width=400,
                stretch=True,
            ),
        ]
        self.model = _table(columns, self)
        self.table = TableView(self.model, self)
        self.table.setAccessibleName("Các dòng bỏ qua")
        self.table.set_compact(True)
        self.table.set_empty_state(
            EmptyState("Không bỏ qua dòng nào", "Mọi dòng của tệp đều được đọc là nhiệm vụ.")
        )
        layout.addWidget(self.table)

    def show_rows(self, rows: Sequence[PassedOver]) -> None:
        """Show these rows."""
        self.model.show(rows)


class PlanNotes(QScrollArea):
    """Shows what a person should know of the file beside its rows, a sentence each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Điều nên biết về tệp")
        self.words = label()
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(4, 8, 4, 8)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self.words)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show these sentences."""
        self.words.setText("\n\n".join(notes) or "Không có gì cần lưu ý thêm.")
