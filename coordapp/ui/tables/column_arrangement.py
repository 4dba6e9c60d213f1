"""Which columns of a table are shown, how wide, in which order, and by which the rows are sorted."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from coordapp.ui.kit.state import State, part, texts
from coordapp.ui.look import theme
from coordapp.ui.tables.model import Column

R = TypeVar("R")


class ColumnArrangement(QObject, Generic[R]):
    """Lives in the header of its table, which is where a person drags and hides."""

    def __init__(self, table: QTableView, columns: Sequence[Column[R]]) -> None:
        super().__init__(table)
        self._table = table
        self._columns = columns
        self._header = table.horizontalHeader()
        self._drawn_for = theme.base_px()
        self._header.customContextMenuRequested.connect(self._show_menu)

    def keep_readable(self) -> None:
        """Let the column of words show its letters; beyond, the table scrolls."""
        header, mode = self._header, QHeaderView.ResizeMode
        letter = header.fontMetrics().horizontalAdvance("n")
        for n, column in enumerate(self._columns):
            if not column.stretch:
                continue
            least = letter * column.letters
            others = sum(header.sectionSize(m) for m in self.shown() if m != n)
            is_tight = self._table.viewport().width() - others < least
            wanted = mode.Fixed if is_tight else mode.Stretch
            if header.sectionResizeMode(n) != wanted:
                header.setSectionResizeMode(n, wanted)
            if is_tight:
                header.resizeSection(n, least)

    def rescale(self) -> None:
        """Follow the size of type: what was wide enough for the words stays so."""
        before, self._drawn_for = self._drawn_for, theme.base_px()
        if before == self._drawn_for:
            return
        for n, column in enumerate(self._columns):
            if not column.stretch and not self._header.isSectionHidden(n):
                self._header.resizeSection(
                    n, round(self._header.sectionSize(n) * self._drawn_for / before)
                )
        self.keep_readable()

    def shown(self) -> list[int]:
        """Give the columns shown, in their order on screen."""
        return [n for n in self._places() if not self._header.isSectionHidden(n)]

    def first_shown(self) -> int:
        """Give the column at the left."""
        return next(iter(self.shown()), 0)

    def _places(self) -> list[int]:
        return [self._header.logicalIndex(place) for place in range(self._header.count())]

    # --- remembered

    def save_state(self) -> State:
        """Give widths, order, hidden columns and sort, ready for JSON."""
        header, columns = self._header, self._columns
        ascending = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        section = header.sortIndicatorSection()
        sort = columns[section].key if 0 <= section < len(columns) else ""
        return {
            "widths": {
                column.key: header.sectionSize(n)
                for n, column in enumerate(columns)
                if not column.stretch and not header.isSectionHidden(n)
            },
            "order": [columns[n].key for n in self._places()],
            "hidden": [c.key for n, c in enumerate(columns) if header.isSectionHidden(n)],
            "sort": [sort, "asc" if ascending else "desc"],
        }

    def restore_state(self, state: State) -> None:
        """Take a state saved before; what no longer fits is left out."""
        header = self._header
        widths, hidden = part(state, "widths"), texts(state, "hidden")
        for n, column in enumerate(self._columns):
            width = widths.get(column.key)
            if isinstance(width, int) and width > 0 and not column.stretch:
                header.resizeSection(n, width)
            if isinstance(state.get("hidden"), list):
                header.setSectionHidden(n, column.key in hidden and not column.stretch)
        known = [self._column_of(key) for key in texts(state, "order")]
        for place, n in enumerate(n for n in known if n is not None):
            header.moveSection(header.visualIndex(n), place)
        key, direction = (*texts(state, "sort"), "", "")[:2]
        section = self._column_of(key)
        if section is not None:
            descending = direction == "desc"
            self._table.sortByColumn(
                section,
                Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder,
            )

    def _column_of(self, key: object) -> int | None:
        return next((n for n, column in enumerate(self._columns) if column.key == key), None)

    # --- asked for

    def menu(self) -> QMenu:
        """Build the menu that shows and hides columns."""
        menu = QMenu(self._table)
        for n, column in enumerate(self._columns):
            action = QAction(column.title, menu, checkable=True)
            action.setChecked(not self._header.isSectionHidden(n))
            action.setEnabled(not column.stretch)
            action.setData(n)
            action.toggled.connect(self._switch)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Chọn và sắp xếp cột…").triggered.connect(self.arrange)
        menu.addAction("Đặt lại cột").triggered.connect(self.reset)
        return menu

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(place))

    @Slot(bool)
    def _switch(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._header.setSectionHidden(int(action.data()), not shown)

    @Slot()
    def arrange(self) -> None:
        """Ask which columns to show, and in which order."""
        from coordapp.ui.tables.columns_dialog import ColumnChoice, ColumnsDialog

        chosen = ColumnsDialog.ask(
            self._table,
            [
                ColumnChoice(
                    key=self._columns[n].key,
                    title=self._columns[n].title,
                    shown=not self._header.isSectionHidden(n),
                    fixed=self._columns[n].stretch,
                )
                for n in self._places()
            ],
        )
        if chosen is not None:
            hidden = [column.key for column in chosen if not column.shown]
            self.restore_state({"order": [column.key for column in chosen], "hidden": hidden})

    @Slot()
    def reset(self) -> None:
        """Put widths, order and hidden columns back as designed."""
        header = self._header
        for n, column in enumerate(self._columns):
            header.moveSection(header.visualIndex(n), n)
            header.setSectionHidden(n, column.hidden)
            if not column.stretch:
                header.resizeSection(n, theme.scaled(column.width))
