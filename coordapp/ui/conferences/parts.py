"""Small tables of a conference: programme, attendance and speeches, typed in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.conference import AgendaItem, Attendance, AttendanceState, Speech
from coordapp.domain.ids import AgendaItemId, AttendanceId, ConferenceId, SpeechId
from coordapp.domain.labels import ATTENDANCE_STATE
from coordapp.services import conferences as actions
from coordapp.store import Reader, conferences
from coordapp.ui.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What one table shows and which actions its gestures run."""

    name: str
    add_text: str
    columns: tuple[tuple[str, str, int], ...]  # attribute, title, width; 0 takes the rest
    read: Callable[[Reader, ConferenceId], Sequence[Any]]
    blank: Callable[[ConferenceId], Any]
    add: Callable[..., Any]
    edit: Callable[..., None]
    delete: Callable[..., None]


AGENDA = Parts(
    name="Chương trình",
    add_text="Thêm mục",
    columns=(("start_time", "Giờ", 70), ("title", "Nội dung", 0), ("presenter", "Trình bày", 150)),
    read=conferences.agenda,
    blank=lambda owner: AgendaItem(
        id=AgendaItemId(0), conference_id=owner, position=0, title="Nội dung mới"
    ),
    add=actions.add_agenda_item,
    edit=actions.edit_agenda_item,
    delete=actions.delete_agenda_item,
)
ATTENDANCE = Parts(
    name="Thành phần",
    add_text="Thêm người dự",
    columns=(
        ("name", "Họ và tên", 0),
        ("post", "Chức vụ", 0),
        ("state", "Trạng thái", 96),
        ("substitute_name", "Dự thay", 76),
        ("reason", "Lý do", 60),
        ("is_guest", "Khách", 46),
    ),
    read=conferences.attendances,
    blank=lambda owner: Attendance(
        id=AttendanceId(0), conference_id=owner, position=0, name="Người dự mới"
    ),
    add=actions.add_attendance,
    edit=actions.edit_attendance,
    delete=actions.delete_attendance,
)
SPEECHES = Parts(
    name="Phát biểu",
    add_text="Thêm phát biểu",
    columns=(("speaker", "Người phát biểu", 130), ("post", "Chức vụ", 100), ("gist", "Ý kiến", 0)),
    read=conferences.speeches,
    blank=lambda owner: Speech(id=SpeechId(0), conference_id=owner, position=0, speaker="Đại biểu"),
    add=actions.add_speech,
    edit=actions.edit_speech,
    delete=actions.delete_speech,
)


class StateDelegate(QStyledItemDelegate):
    """Offers the attendance states in the cell."""

    def createEditor(  # Qt's name
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Make the list of states."""
        combo = QComboBox(parent)
        combo.addItems(list(ATTENDANCE_STATE.values()))
        combo.view().setMinimumWidth(150)
        combo.activated.connect(self._finish)
        return combo

    def setEditorData(  # Qt's name
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show the current state."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))

    def setModelData(  # Qt's name
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take the chosen state."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())

    @Slot()
    def _finish(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            self.commitData.emit(combo)
            self.closeEditor.emit(combo)


class PartsEditor(QWidget):
    """A table with add and delete; every cell is saved at once."""

    def __init__(self, context: Context, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._parts = parts
        self._owner = ConferenceId(0)
        self._records: list[Any] = []
        self._filling = False
        self._build()
        self.table.itemChanged.connect(self._edit)
        self._add.clicked.connect(self._append)
        self._delete.clicked.connect(self._remove)

    def _build(self) -> None:
        columns = self._parts.columns
        self.table = QTableWidget(0, len(columns), self)
        self.table.setAccessibleName(self._parts.name)
        self.table.setHorizontalHeaderLabels([title for _, title, _ in columns])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for index, (name, _, width) in enumerate(columns):
            if not width:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)
            else:
                self.table.setColumnWidth(index, width)
            if name == "state":
                self.table.setItemDelegateForColumn(index, StateDelegate(self.table))
        self._add = QPushButton(self._parts.add_text)
        self._delete = QPushButton("Xóa")
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def show_parts(self, owner: ConferenceId) -> int:
        """Show the parts of a conference; tell how many there are."""
        self._owner = owner
        self._records = list(self._parts.read(self._context.store.reader, owner))
        self._filling = True
        self.table.setRowCount(len(self._records))
        for row, record in enumerate(self._records):
            for column, (name, _, _) in enumerate(self._parts.columns):
                self._fill(row, column, getattr(record, name))
        self._filling = False
        self._delete.setEnabled(bool(self._records))
        return len(self._records)

    def _fill(self, row: int, column: int, value: Any) -> None:
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.table.setItem(row, column, item)
        if isinstance(value, bool):
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            item.setCheckState(Qt.CheckState.Checked if value else Qt.CheckState.Unchecked)
            return
        text = ATTENDANCE_STATE[value] if isinstance(value, AttendanceState) else value
        if item.text() != text:
            item.setText(text)
            item.setToolTip(text)

    @Slot(QTableWidgetItem)
    def _edit(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        name = self._parts.columns[item.column()][0]
        value: Any = item.text()
        if name == "state":
            value = next(state for state, text in ATTENDANCE_STATE.items() if text == value)
        elif name == "is_guest":
            value = item.checkState() is Qt.CheckState.Checked
        changed = replace(self._records[item.row()], **{name: value})
        if not self._context.run(lambda: self._parts.edit(self._context.store, changed)):
            self.show_parts(self._owner)

    @Slot()
    def _append(self) -> None:
        blank = self._parts.blank(self._owner)
        if self._context.run(lambda: self._parts.add(self._context.store, blank)):
            self.show_parts(self._owner)
            names = [name for name, _, _ in self._parts.columns]
            column = next(names.index(n) for n in ("title", "name", "speaker") if n in names)
            self.table.setCurrentCell(self.table.rowCount() - 1, column)
            self.table.edit(self.table.currentIndex())

    @Slot()
    def _remove(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._records):
            part_id = self._records[row].id
            self._context.run(lambda: self._parts.delete(self._context.store, part_id))
