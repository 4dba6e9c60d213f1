"""The two rows above a list: chips, then a line to search in and choices."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.ui.widgets.card import button
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.flow_row import FlowRow
from coordapp.ui.widgets.search_box import SearchBox


class FilterRows(QWidget):
    """Emits `changed` when a person filters; what is chosen is told by who adds the choices."""

    changed = Signal()

    def __init__(
        self, chips: Iterable[tuple[str, str]], search: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chips = ChipBar(chips, self)
        self.search = SearchBox(search, self)
        self.clear_button = button("Xóa bộ lọc", "quiet", "x", self)
        self.row = FlowRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chips)
        column.addLayout(self.row)
        self.chips.chosen.connect(self.tell)
        self.search.searched.connect(self.tell)
        self.clear_button.clicked.connect(self.clear)
        self.changed.connect(self.offer_clear)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left out."""
        return True

    @Slot()
    def tell(self) -> None:
        """Say that something else is chosen."""
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Choose everything."""

    @Slot()
    def offer_clear(self) -> None:
        """Show the way back to everything where something is left out."""
        self.clear_button.setVisible(not self.is_empty)
