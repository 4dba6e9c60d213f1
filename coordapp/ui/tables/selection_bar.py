"""The line below a table that says how many rows are selected and what can be done with all."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.shortcuts import keys_of
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label


class SelectionBar(QFrame):
    """Hidden until two rows are selected; its buttons set off the actions of the table's menu.

    It stands below the table, so that no row moves away from under the mouse.
    """

    def __init__(
        self,
        table: TableView[Any],
        noun: str,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._table, self._noun = table, noun
        self._count = label(parent=self, wraps=False)
        self.buttons = {action.text(): self._button(action) for action in actions}
        self.leave = button("Bỏ chọn", "quiet", "x", self, tip="Bỏ chọn các dòng khác")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._count)
        for part in self.buttons.values():
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.leave)
        self.leave.clicked.connect(self._leave)
        # once a turn of the event loop: a refresh selects row by row
        self._turn = Debounce(self)
        self._turn.rested.connect(self._show_count)
        table.selectionModel().selectionChanged.connect(self._turn.wait)
        table.model().modelReset.connect(self._turn.wait)
        table.model().rowsRemoved.connect(self._turn.wait)
        self.hide()

    def text(self) -> str:
        """Give the words shown."""
        return self._count.text()

    def _button(self, action: QAction) -> QPushButton:
        made = button(action.text(), parent=self, tip=" ".join(keys_of(action)))
        made.clicked.connect(action.trigger)
        return made

    @Slot()
    def _show_count(self) -> None:
        count = self._table.selected_count()
        if count > 1:
            self._count.setText(f"{count} {self._noun} đang chọn")
        self.setVisible(count > 1)

    @Slot()
    def _leave(self) -> None:
        flag = QItemSelectionModel.SelectionFlag
        self._table.selectionModel().select(
            self._table.currentIndex(), flag.ClearAndSelect | flag.Rows
        )
        self._table.setFocus()
