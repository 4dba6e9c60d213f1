"""One row is the current one: what has the focus is selected, and commands ask here for their rows."""

from collections.abc import Hashable
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from coordapp.ui.tables.editing import EditingView
from coordapp.ui.tables.model import RecordModel, runs

R = TypeVar("R")
_FLAG = QItemSelectionModel.SelectionFlag
_MOVING = frozenset(
    (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )
)


class ChoosingView(EditingView, Generic[R]):
    """The current row is always among the selected ones, whatever moved it or took it away."""

    selected = Signal(object)

    def __init__(self, model: RecordModel[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self._chosen: Hashable | None = None
        self._kept: list[Hashable] = []
        self._kept_row = self._kept_column = 0

    def take_model(self) -> None:
        """Show the model; its changes are heard before Qt hears of them."""
        # else Qt would go to the row above and select nothing
        self._records.rowsAboutToBeRemoved.connect(self._leave_rows)
        self._records.modelAboutToBeReset.connect(self._keep_selection)
        self.setModel(self._records)
        self._records.modelReset.connect(self._bring_back_selection)
        self._records.rowsRemoved.connect(self._join)
        self._records.layoutChanged.connect(self._join)
        self.selectionModel().currentRowChanged.connect(self._tell_selected)

    # --- what a page uses

    def current_id(self) -> Any:
        """Give the id of the current record; None when there is none."""
        row = self._current_row()
        return None if row is None else self._records.id_at(row)

    def current_record(self) -> R | None:
        """Give the current record, which the panel beside the table shows; None for no record."""
        row = self._current_row()
        return None if row is None else self._records.record(row)

    def targets(self) -> list[R]:
        """Give the records that a command is for, from the top: the current one among them."""
        self._join()
        return [self._records.record(row) for row in self._selected_rows()]

    def target_ids(self) -> list[Any]:
        """Give the ids of the records that a command is for, from the top."""
        self._join()
        return [self._records.id_at(row) for row in self._selected_rows()]

    def selected_count(self) -> int:
        """Count the selected rows; quick, also when 100,000 are selected."""
        return len(self._selected_rows())

    def select_ids(self, ids: list[Hashable]) -> bool:
        """Select exactly these records, the first of them current and in view; False for none."""
        places = self._records.rows_of(set(ids))
        rows = sorted(places.values())
        if not rows:
            return False
        first = next(places[record_id] for record_id in ids if record_id in places)
        self.setCurrentIndex(self._records.index(first, self._column_to_stand_in()))
        self._select_rows(rows)
        self.scrollTo(self.currentIndex())
        return True

    # --- keeping together

    def _current_row(self) -> int | None:
        row = self.currentIndex().row()
        return row if row >= 0 and self._records.is_record(row) else None

    def _selected_rows(self) -> list[int]:
        """Give the selected rows from the top, by whole ranges: Qt would ask every cell."""
        ranges = self.selectionModel().selection().toList()
        rows = {row for span in ranges for row in range(span.top(), span.bottom() + 1)}
        return sorted(filter(self._records.is_record, rows))

    def _select_rows(self, rows: list[int]) -> None:
        selection = QItemSelection()
        for first, last in runs(rows):
            top, bottom = (self._records.index(row, 0) for row in (first, last))
            selection.select(top, bottom)
        self.selectionModel().select(selection, _FLAG.ClearAndSelect | _FLAG.Rows)

    def _column_to_stand_in(self) -> int:
        raise NotImplementedError

    @Slot()
    def _join(self) -> None:
        """Stand on a selected row, or select the row that one stands on."""
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            return
        rows = self._selected_rows()
        if rows:
            near = min(rows, key=lambda row: abs(row - current.row()))
            column = current.column() if current.isValid() else self._column_to_stand_in()
            index = self._records.index(near, column)
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        elif self._current_row() is not None:
            self.selectionModel().select(current, _FLAG.ClearAndSelect | _FLAG.Rows)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let a key that moves the focus also move the selection, with Ctrl too."""
        held = QGuiApplication.keyboardModifiers()
        if event is None and not held & Qt.KeyboardModifier.ShiftModifier:
            # asked by the program: a key still held would add the row to those chosen before
            return _FLAG.ClearAndSelect | _FLAG.Rows
        if isinstance(event, QKeyEvent) and event.key() in _MOVING:
            if self.selectionMode() == QAbstractItemView.SelectionMode.SingleSelection:
                return _FLAG.ClearAndSelect | _FLAG.Rows
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return _FLAG.SelectCurrent | _FLAG.Rows
            return _FLAG.ClearAndSelect | _FLAG.Rows
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._join()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._join()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._join()

    # --- outliving a refresh

    @Slot()
    def _keep_selection(self) -> None:
        self._kept = [self._records.id_at(row) for row in self._selected_rows()]
        self._kept_row = max(self.currentIndex().row(), 0)
        self._kept_column = self.currentIndex().column()

    @Slot()
    def _bring_back_selection(self) -> None:
        kept, self._kept = self._kept, []
        places = self._records.rows_of({*kept, self._chosen})
        rows = sorted(places[record_id] for record_id in kept if record_id in places)
        current = places.get(self._chosen)
        if current is None and self._chosen is not None:
            # the row under the cursor went away: one that was chosen with it, else a neighbour
            near = rows or self._records_near(self._kept_row)
            current = min(near, key=lambda row: abs(row - self._kept_row), default=None)
        if current is None:
            self._tell_selected()
            return
        column = self._kept_column if self._kept_column >= 0 else self._column_to_stand_in()
        self.setCurrentIndex(self._records.index(current, column))
        if current in rows:
            self._select_rows(rows)

    def _records_near(self, row: int) -> list[int]:
        """Give the next record from a row on, else the last one before it."""
        count = self._records.rowCount()
        places = chain(range(min(row, count), count), range(min(row, count) - 1, -1, -1))
        return list(islice(filter(self._records.is_record, places), 1))

    @Slot(QModelIndex, int, int)
    def _leave_rows(self, _parent: QModelIndex, first: int, last: int) -> None:
        if not first <= self.currentIndex().row() <= last:
            return
        kept = [row for row in self._selected_rows() if not first <= row <= last]
        if kept:
            near = min(kept, key=lambda row: abs(row - first))
        else:
            near = last + 1 if last + 1 < self._records.rowCount() else first - 1
        self.selectionModel().setCurrentIndex(
            self._records.index(near, self.currentIndex().column()),
            _FLAG.NoUpdate if kept else _FLAG.ClearAndSelect | _FLAG.Rows,
        )

    @Slot()
    def _tell_selected(self) -> None:
        record_id = self.current_id()
        if record_id != self._chosen:
            self._chosen = record_id
            self.selected.emit(record_id)
