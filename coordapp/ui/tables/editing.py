"""How the keyboard moves between cells that are typed in, and what a refused value does."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from coordapp.ui.tables.delegates import REFUSED, HeadedView

_HINT = QAbstractItemDelegate.EndEditHint
_MOVE = QAbstractItemView.CursorAction


class EditingView(HeadedView):
    """Tab saves and goes to the next cell to type in; a refused value stays to be corrected."""

    gave_up = Signal()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close an editor unless its value was refused; Esc always closes."""
        if not editor.property(REFUSED) or hint == _HINT.RevertModelCache:
            refused = bool(editor.property(REFUSED))
            super().closeEditor(editor, hint)
            if refused:
                self.gave_up.emit()
        elif hint != _HINT.NoHint or self.hasFocus():
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Find where a key leads; only an editor closed by Tab asks for the next cell."""
        if action not in (_MOVE.MoveNext, _MOVE.MovePrevious):
            return super().moveCursor(action, modifiers)
        return self._typed_beside(self.currentIndex(), forward=action == _MOVE.MoveNext)

    def _typed_beside(self, index: QModelIndex, *, forward: bool) -> QModelIndex:
        header, step = self.horizontalHeader(), 1 if forward else -1
        row, place = index.row(), header.visualIndex(index.column()) + step
        for line in (row, row + step):
            while 0 <= place < header.count():
                cell = self.model().index(line, header.logicalIndex(place))
                if self._is_typed_in(cell):
                    return cell
                place += step
            place = 0 if forward else header.count() - 1
        return index

    def _is_typed_in(self, cell: QModelIndex) -> bool:
        shown = cell.isValid() and not self.isColumnHidden(cell.column())
        return shown and bool(self.model().flags(cell) & Qt.ItemFlag.ItemIsEditable)
