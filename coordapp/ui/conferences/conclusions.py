"""The conclusions of a conference, reworded in place, with the tasks they gave."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.conclusion import Conclusion, ConclusionKind
from coordapp.domain.ids import ConclusionId, ConferenceId
from coordapp.domain.labels import CONCLUSION_KIND
from coordapp.domain.queries import ConclusionRow
from coordapp.ui.conferences.field import Field

_LINKS = 2


class GrowingText(QPlainTextEdit):
    """As high as its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._grow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        """Wrap again."""
        super().resizeEvent(event)
        self._grow()

    @Slot()
    def _grow(self) -> None:
        lines = max(int(self.document().size().height()), 1)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + int(2 * self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around + 6)


class ConclusionEditor(QFrame):
    """One conclusion."""

    edited = Signal(object)
    delete_requested = Signal(int)
    assign_requested = Signal(int)
    open_task_requested = Signal(str)

    def __init__(self, row: ConclusionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self.setProperty("role", "card")
        self._build()
        self._field = Field("text", self.text)
        self._field.edited.connect(self._reword)
        self._kind.activated.connect(self._choose_kind)
        self._give.clicked.connect(self._ask_assign)
        self._delete.clicked.connect(self._ask_delete)
        self.show_row(row)

    def _build(self) -> None:
        self._number = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._number.setProperty("role", "card-title")
        self._kind = QComboBox()
        self._kind.setAccessibleName("Loại kết luận")
        for kind, text in CONCLUSION_KIND.items():
            self._kind.addItem(text, kind.value)
        self._give = QPushButton("Giao…")
        self._give.setToolTip("Giao nhiệm vụ theo kết luận này cho đơn vị")
        self._give.setProperty("role", "quiet")
        self._delete = QPushButton("Xóa")
        self._delete.setProperty("role", "quiet")
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addStretch(1)
        head.addWidget(self._kind)
        head.addWidget(self._give)
        head.addWidget(self._delete)
        self.text = GrowingText()
        self.text.setAccessibleName("Nội dung kết luận")
        self._count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._late = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._count)
        self._foot.addWidget(self._late)
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(self._foot)

    def show_row(self, row: ConclusionRow) -> None:
        """Show what the store holds; text being typed stays."""
        self._row = row
        self._number.setText(f"Kết luận {row.conclusion.number}")
        self._kind.setCurrentIndex(self._kind.findData(row.conclusion.kind.value))
        self._field.show(row.conclusion.text)
        count = len(row.task_codes)
        self._count.setText(
            f"{count} nhiệm vụ · xong {row.tasks_done}/{count}" if count else "Chưa có nhiệm vụ"
        )
        self._count.setProperty("role", "secondary" if count else "warning")
        self._late.setText(f"{row.tasks_overdue} quá hạn" if row.tasks_overdue else "")
        self._late.setVisible(bool(row.tasks_overdue))
        self._late.setProperty("role", "error")
        self._show_links(row.task_codes)
        for label in (self._count, self._late):
            label.style().polish(label)

    def _show_links(self, codes: tuple[str, ...]) -> None:
        while self._foot.count() > 3:
            item = self._foot.takeAt(3)
            old = None if item is None else item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for code in codes[:_LINKS]:
            link = QPushButton(code)
            link.setObjectName(code)
            link.setToolTip("Mở nhiệm vụ")
            link.setProperty("role", "quiet")
            link.clicked.connect(self._open)
            self._foot.addWidget(link)
        if len(codes) > _LINKS:
            more = QPushButton(f"+{len(codes) - _LINKS}")
            more.setProperty("role", "quiet")
            menu = QMenu(more)
            for code in codes[_LINKS:]:
                menu.addAction(code).setObjectName(code)
            menu.triggered.connect(self._open_action)
            more.setMenu(menu)
            self._foot.addWidget(more)

    def flush(self) -> None:
        """Save what was typed last."""
        self._field.flush()

    @Slot(str, str)
    def _reword(self, _name: str, text: str) -> None:
        self.edited.emit(replace(self._row.conclusion, text=text))

    @Slot(int)
    def _choose_kind(self, index: int) -> None:
        self._field.flush()
        kind = ConclusionKind(self._kind.itemData(index))
        self.edited.emit(replace(self._row.conclusion, text=self._field.text, kind=kind))

    @Slot()
    def _ask_assign(self) -> None:
        self.assign_requested.emit(self._row.id)

    @Slot()
    def _ask_delete(self) -> None:
        self.delete_requested.emit(self._row.id)

    @Slot()
    def _open(self) -> None:
        self.open_task_requested.emit(self.sender().objectName())

    @Slot(QAction)
    def _open_action(self, action: QAction) -> None:
        self.open_task_requested.emit(action.objectName())


class ConclusionList(QWidget):
    """All conclusions of one conference; editors are kept while their conclusion lives."""

    edited = Signal(object)
    add_requested = Signal()
    delete_requested = Signal(int)
    assign_requested = Signal(int)  # 0: none chosen yet
    open_task_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[int, ConclusionEditor] = {}
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setProperty("role", "plain")
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(8)
        self._rows.addStretch(1)
        scroll.setWidget(body)
        give = QPushButton("Giao nhiệm vụ cho đơn vị…")
        give.setProperty("role", "primary")
        give.clicked.connect(self._ask_assign)
        add = QPushButton("Thêm kết luận")
        add.clicked.connect(self.add_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(give)
        buttons.addWidget(add)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)

    def show_rows(self, rows: list[ConclusionRow]) -> None:
        """Show these conclusions in this order."""
        wanted = {row.id for row in rows}
        for gone in [item for item in self.editors if item not in wanted]:
            editor = self.editors.pop(gone)
            self._rows.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
        for position, row in enumerate(rows):
            if row.id in self.editors:
                self.editors[row.id].show_row(row)
            else:
                self._add_editor(row, position)

    def _add_editor(self, row: ConclusionRow, position: int) -> None:
        editor = ConclusionEditor(row, self)
        editor.edited.connect(self.edited)
        editor.delete_requested.connect(self.delete_requested)
        editor.assign_requested.connect(self.assign_requested)
        editor.open_task_requested.connect(self.open_task_requested)
        self.editors[row.id] = editor
        self._rows.insertWidget(position, editor)

    def flush(self) -> None:
        """Save what was typed last."""
        for editor in list(self.editors.values()):
            editor.flush()

    @Slot()
    def _ask_assign(self) -> None:
        self.assign_requested.emit(0)


def blank(conference_id: int) -> Conclusion:
    """Make the conclusion that the add button records."""
    return Conclusion(
        id=ConclusionId(0),
        conference_id=ConferenceId(conference_id),
        number=0,
        kind=ConclusionKind.ASSIGN,
        text="",
    )
