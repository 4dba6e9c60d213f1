"""What a version of a review report changed of the one before."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.figures.summary_difference import SummaryChange
from coordapp.domain.indicators.indicator import NO_FIGURE
from coordapp.ui.kit import shortcuts
from coordapp.ui.look import theme
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (940, 520)


class SummaryDifferenceDialog(Dialog):
    """Lists figures first, then the lines of the words that are typed."""

    def __init__(
        self, parent: QWidget | None, title: str, changes: Sequence[SummaryChange]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Khác gì bản trước")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.scaled(_SIZE[0]), theme.scaled(_SIZE[1]))
        self.model: RecordModel[SummaryChange] = RecordModel(
            _columns(), key=attrgetter("sentence"), parent=self
        )
        self.table = TableView(self.model, self)
        self.table.setAccessibleName(title)
        self.table.set_empty_state(
            EmptyState("Không có gì khác", "Số liệu và phần chữ giống bản trước.")
        )
        self.model.show(list(changes))
        close = button("Đóng", "plain", parent=self)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(title, "card-title", self))
        column.addWidget(self.table, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        shortcuts.key_here(
            self.table, "Sao chép các dòng đã chọn", "Ctrl+C", self.table.copy_selection
        )
        self.table.setFocus()


def _columns() -> list[Column[SummaryChange]]:
    return [
        Column(key="name", title="Nội dung", text=attrgetter("name"), stretch=True),
        Column(
            key="before",
            title="Bản trước",
            text=lambda one: one.before or NO_FIGURE,
            tooltip=attrgetter("before"),
            width=250,
        ),
        Column(
            key="after",
            title="Bản này",
            text=lambda one: one.after or NO_FIGURE,
            tooltip=attrgetter("after"),
            width=250,
        ),
    ]
