"""The table of the register: model, editors, pills."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from coordapp.domain.labels import WORK_STATE
from coordapp.domain.queries import TaskRow
from coordapp.domain.unit import Unit
from coordapp.ui import theme
from coordapp.ui.tasks.columns import COLUMNS, KEYS

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Apply = Callable[[TaskRow, str, Any], bool]


class TaskModel(QAbstractTableModel):
    """Shows rows; an edit goes out by `apply` and comes back with the next `show`."""

    def __init__(self, today: date, apply: Apply, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._apply = apply
        self.rows: list[TaskRow] = []
        self.sorted_by = (0, Qt.SortOrder.AscendingOrder)

    def show(self, rows: Sequence[TaskRow]) -> None:
        """Take new rows; rows in place are updated, another set resets."""
        wanted = self._ordered(rows)
        if [row.id for row in wanted] == [row.id for row in self.rows]:
            before, self.rows = self.rows, wanted
            for number, (old, new) in enumerate(zip(before, wanted, strict=True)):
                if old != new:
                    last = self.index(number, len(COLUMNS) - 1)
                    self.dataChanged.emit(self.index(number, 0), last)
            return
        self.beginResetModel()
        self.rows = wanted
        self.endResetModel()

    def _ordered(self, rows: Sequence[TaskRow]) -> list[TaskRow]:
        column, order = self.sorted_by
        key: Callable[[TaskRow], Any] = COLUMNS[column].order
        return sorted(rows, key=key, reverse=order is Qt.SortOrder.DescendingOrder)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Role.DisplayRole, Role.EditRole):
            text = column.text(row, self._today)
            return text.removesuffix(" %") if role == Role.EditRole else text
        if role == Role.ToolTipRole and column.key in ("title", "lead", "with", "source"):
            return row.lead_full_name if column.key == "lead" else column.text(row, self._today)
        if role == Role.UserRole:
            return row
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Hand the edit to the page; the model itself changes nothing."""
        if role != Role.EditRole or not index.isValid():
            return False
        return self._apply(self.rows[index.row()], KEYS[index.column()], value)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and COLUMNS[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Role.DisplayRole:
                return COLUMNS[section].title
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sorted_by = (max(0, column), order)
        self.show(list(self.rows))


class Pill(QStyledItemDelegate):
    """Paints how far the deadline is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.UserRole)
        shape: Any = option
        self.initStyleOption(option, index)
        text, shape.text = shape.text, ""
        shape.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, shape.widget
        )
        colours = theme.pill(theme.tone(row.deadline))
        metrics = shape.fontMetrics
        width = min(metrics.horizontalAdvance(text) + 18, shape.rect.width() - 8)
        box = QRectF(shape.rect.x() + 4, shape.rect.center().y() - 10, width, 22)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.bg))
        painter.drawRoundedRect(box, 11, 11)
        painter.setPen(QColor(colours.fg))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 10)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()


class Choice(QStyledItemDelegate):
    """Edits a cell by choosing from a list."""

    def __init__(self, choices: Callable[[], list[tuple[str, Any]]], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        for text, value in self._choices():
            box.addItem(text, value)
        box.setMinimumWidth(150)
        box.activated.connect(self._choose)
        return box

    @Slot()
    def _choose(self) -> None:
        box = self.sender()
        if isinstance(box, QWidget):
            self.commitData.emit(box)
            self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(str(index.data())))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox) and editor.currentText() != index.data():
            model.setData(index, editor.currentData())


class Typed(QStyledItemDelegate):
    """Edits a cell as text; unchanged text writes nothing."""

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != index.data(Role.EditRole):
            model.setData(index, editor.text())


class TaskTable(QTableView):
    """The list; the title takes what the other columns leave."""

    def __init__(self, model: TaskModel, units: Callable[[], list[Unit]], parent: QWidget) -> None:
        super().__init__(parent)
        self._units = units
        self.setAccessibleName("Danh sách nhiệm vụ")
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, column.width)
            self.setColumnHidden(number, column.hidden)
        header.setSectionResizeMode(KEYS.index("title"), QHeaderView.ResizeMode.Stretch)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._delegates = {
            "left": Pill(self),
            "lead": Choice(self._lead_choices, self),
            "state": Choice(_state_choices, self),
            "due": Typed(self),
            "percent": Typed(self),
        }
        for key, delegate in self._delegates.items():
            self.setItemDelegateForColumn(KEYS.index(key), delegate)

    def _lead_choices(self) -> list[tuple[str, Any]]:
        return [("", None), *((unit.short_name, int(unit.id)) for unit in self._units())]

    @Slot(QPoint)
    def _choose_columns(self, at: QPoint) -> None:
        menu = QMenu(self)
        for number, column in enumerate(COLUMNS):
            if column.key in ("code", "title"):
                continue
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setData(number)
        chosen = menu.exec(self.horizontalHeader().mapToGlobal(at))
        if chosen is not None:
            self.setColumnHidden(int(chosen.data()), not chosen.isChecked())
        menu.deleteLater()


def _state_choices() -> list[tuple[str, Any]]:
    return [(text, state.value) for state, text in WORK_STATE.items()]
