"""A table of groups: a click on a head, or Left and Right, hides and shows what is below it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from coordapp.ui.kit import shortcuts
from coordapp.ui.tables.grouped import GroupedModel
from coordapp.ui.tables.view import TableView

R = TypeVar("R")


class GroupedView(TableView[R]):
    """Without groups it is a table like any other."""

    def __init__(self, model: GroupedModel[R], parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._grouped = model
        self.fold_all = shortcuts.action_here(self, "Thu gọn mọi nhóm", "Ctrl+Left", self._fold_all)
        self.unfold_all = shortcuts.action_here(self, "Mở mọi nhóm", "Ctrl+Right", self._unfold_all)

    def selected_count(self) -> int:
        # the heads between the records are in the ranges, and are no records
        return len(self.target_ids()) if self._grouped.is_grouped else super().selected_count()

    def _fold_all(self) -> None:
        self._grouped.fold(self._grouped.group_keys(), folded=True)

    def _unfold_all(self) -> None:
        self._grouped.fold(self._grouped.group_keys(), folded=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        head = self._grouped.head(row) if row >= 0 else None
        if head is None:
            super().mousePressEvent(event)
        else:
            self._grouped.fold([head.key], folded=not head.folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == TableView.State.EditingState
        if editing or not self._grouped.is_grouped or event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Left:
            self._fold_current()
        elif event.key() == Qt.Key.Key_Right:
            self._unfold_near()
        else:
            super().keyPressEvent(event)

    def _fold_current(self) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self._grouped.fold([self._grouped.group_of(row)], folded=True)

    def _unfold_near(self) -> None:
        """Show the first hidden group below the current row, else the last one above it."""
        row = max(self.currentIndex().row(), 0)
        keys, folded = self._grouped.group_keys(), self._grouped.folded_keys()
        if not folded:
            return
        here = keys.index(self._grouped.group_of(row)) if self._grouped.group_of(row) else 0
        below = [key for key in folded if keys.index(key) >= here]
        self._grouped.fold([below[0] if below else folded[-1]], folded=False)
