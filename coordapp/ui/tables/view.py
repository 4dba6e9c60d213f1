"""The one table on screen: whole rows, fitted columns, a selection that outlives every refresh."""

import html
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from coordapp.ui.kit.state import State
from coordapp.ui.look import theme
from coordapp.ui.tables.choosing import ChoosingView
from coordapp.ui.tables.column_arrangement import ColumnArrangement
from coordapp.ui.tables.delegates import (
    CellDelegate,
    ChoiceDelegate,
    DateDelegate,
    DotsDelegate,
    PercentDelegate,
    PillDelegate,
)
from coordapp.ui.tables.model import Column, Editor, RecordModel

R = TypeVar("R")
_DELEGATES: dict[Editor, type[CellDelegate[Any]]] = {
    Editor.DATE: DateDelegate,
    Editor.CHOICE: ChoiceDelegate,
    Editor.PERCENT: PercentDelegate,
}
_LINE = 14  # what a second line of words adds to a row
_NARROWEST = 48


class TableView(ChoosingView[R], Generic[R]):
    """Shows a `RecordModel`; says which record is current and which was opened."""

    activated_row = Signal(object)
    refused = Signal(object)

    def __init__(self, model: RecordModel[R], parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._hovered = -1
        self._compact: bool | None = None  # until it is set up
        self.copies_titles = False
        self._empty: QWidget | None = None
        self._delegates: list[CellDelegate[R]] = []
        self._set_up()
        self.take_model()
        self.arrangement = ColumnArrangement(self, model.columns)
        self._set_up_columns()
        self._connect()

    # --- what a page uses

    def current_column(self) -> Column[R]:
        """Give the column of the current cell, the first when there is none."""
        return self._records.columns[max(self.currentIndex().column(), 0)]

    def shown_keys(self) -> list[str]:
        """Give the keys of the columns shown, in their order on screen."""
        return [self._records.columns[n].key for n in self.arrangement.shown()]

    def select_id(self, record_id: Hashable) -> bool:
        """Make a record current and show it; tell whether it is in the table."""
        row = self._records.row_of(record_id)
        if row is None:
            return False
        self.setCurrentIndex(self._records.index(row, self.arrangement.first_shown()))
        self.scrollTo(self.currentIndex())
        return True

    def _column_to_stand_in(self) -> int:
        return self.arrangement.first_shown()

    def set_empty_state(self, empty: QWidget | None) -> None:
        """Show a widget in the middle whenever there is no row."""
        if self._empty is not None and self._empty is not empty:
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = empty
        if empty is not None:
            empty.setParent(self.viewport())
        self._place_empty()

    def set_compact(self, compact: bool) -> None:
        """Draw the rows low or at ease."""
        lines = max((column.lines for column in self._records.columns), default=1)
        self._compact = compact
        height = theme.row_height(compact=compact) + theme.scaled((lines - 1) * _LINE)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def save_state(self) -> State:
        """Give widths, order, hidden columns and sort, ready for JSON."""
        return self.arrangement.save_state()

    def restore_state(self, state: State) -> None:
        """Take a state saved before; what no longer fits is left out."""
        self.arrangement.restore_state(state)

    # --- building

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_compact(False)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        # its own selection, always empty: to draw a title Qt asks every cell of the column whether
        # it is selected, which takes seconds when all of 100,000 rows are
        header.setSelectionModel(QItemSelectionModel(self._records, header))
        header.setMinimumSectionSize(_NARROWEST)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for n, column in enumerate(self._records.columns):
            self._set_up_column(n, column)

    def _set_up_column(self, n: int, column: Column[R]) -> None:
        header = self.horizontalHeader()
        if column.stretch:
            header.setSectionResizeMode(n, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(n, QHeaderView.ResizeMode.Interactive)
            self._widen(n, column)
        header.setSectionHidden(n, column.hidden)
        plain = CellDelegate if column.tone is None else PillDelegate
        plain = plain if column.dots is None else DotsDelegate
        delegate = _DELEGATES.get(column.editor, plain)(column, self)
        delegate.refused.connect(self._pass_refusal)
        self._delegates.append(delegate)
        self.setItemDelegateForColumn(n, delegate)

    def _widen(self, n: int, column: Column[R]) -> None:
        # never less than its title
        header = self.horizontalHeader()
        header.resizeSection(n, max(theme.scaled(column.width), header.sectionSizeHint(n)))

    def offer_no_order(self) -> None:
        """Leave the rows in the order they come in; no title then needs room for an arrow."""
        self.setSortingEnabled(False)
        self.horizontalHeader().setSectionsClickable(False)
        for n, column in enumerate(self._records.columns):
            if not column.stretch:
                self._widen(n, column)

    def _connect(self) -> None:
        self._records.modelReset.connect(self._place_empty)
        self._records.rowsInserted.connect(self._place_empty)
        self._records.rowsRemoved.connect(self._place_empty)
        self.doubleClicked.connect(self._open)

    # --- opening

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if not self._records.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.activated_row.emit(self._records.id_at(index.row()))

    @Slot(object)
    def _pass_refusal(self, error: object) -> None:
        self.refused.emit(error)

    # --- what a row offers

    def offer(self, *actions: tuple[str, Callable[[], object]]) -> None:
        """Offer these in the menu of a row."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for words, act in actions:
            action = QAction(words, self)
            action.triggered.connect(act)
            self.addAction(action)

    # --- copying

    @Slot()
    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard for Excel, Word or plain text."""
        columns = self.arrangement.shown()
        rows = self._selected_rows()
        if not rows:
            return  # what was copied before is worth more than nothing
        from coordapp.ui.tables.copying import copied

        titles = self.copies_titles
        QGuiApplication.clipboard().setMimeData(copied(self._records, rows, columns, titles=titles))

    # --- overrides of Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif not editing and _is_declined(event):
            # no action of this list took it: whoever stands above says why
            event.ignore()
        elif event.key() == Qt.Key.Key_F2 and not editing and self._edit_beside():
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            if self.currentIndex().isValid():
                self.activated_row.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def _edit_beside(self) -> bool:
        """Start typing in the next cell of the row that can be typed in; False for none."""
        index = self.currentIndex()
        if not index.isValid() or self._is_typed_in(index):
            return False
        beside = self._typed_beside(index, forward=True)
        if beside.row() != index.row() or not self._is_typed_in(beside):
            return False
        self.setCurrentIndex(beside)
        self.edit(beside)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        self._hovered = row
        for delegate in self._delegates:
            delegate.hovered_row = row
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = self._tip(index) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, index: QModelIndex) -> str:
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if not tip:
            delegate = self._delegates[index.column()]
            width = self.columnWidth(index.column())
            tip = index.data() if delegate.is_cut(index, width, self.font()) else ""
        # as HTML, so that long text wraps and text of people is never read as HTML
        return f"<p>{html.escape(str(tip))}</p>".replace("\n", "<br>") if tip else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_empty()
        self.arrangement.keep_readable()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # dressed anew, perhaps in another size of type or with rows of another height
        if event.type() == QEvent.Type.StyleChange and self._compact is not None:
            self.set_compact(self._compact)
            self.arrangement.rescale()

    @Slot()
    def _place_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(not self._records.rowCount())


def _is_declined(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    return event.key() == Qt.Key.Key_Delete or event.matches(keys.Paste) or event.matches(keys.Cut)
