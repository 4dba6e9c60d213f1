"""Search over everything: a box on top of the window and its list of hits."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import KIND
from coordapp.store import Reader
from coordapp.store.queries import search_hits
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.navigation import (
    OpenConference,
    OpenIndicator,
    OpenMember,
    OpenPractice,
    OpenProgramme,
    OpenSummary,
    OpenTask,
    OpenTemplate,
    Route,
)
from coordapp.ui.kit.unsaved import NO_DRAFT

_SHOWN, _OF_EACH = 12, 5
_WAIT = 150


class GlobalSearch(QLineEdit):
    """Type to see hits in a list below; Enter or a click opens one, Esc clears."""

    chosen = Signal(object)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.setPlaceholderText("Tìm mọi nơi…  Ctrl+K")
        self.setAccessibleName("Tìm mọi nơi")
        self.setClearButtonEnabled(True)
        self.setProperty(NO_DRAFT, True)
        self._list = QListWidget(self.window())
        self._list.setObjectName("search-hits")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.hide()
        self._list.itemClicked.connect(self._choose)
        self._typing = Debounce(self, wait=_WAIT)
        self._typing.rested.connect(self.show_hits)
        self.textChanged.connect(self._typing.wait)
        self.installEventFilter(self)

    def rest(self) -> None:
        """Look nothing up any more: the window closes, and the file after it."""
        self._typing.cancel()
        self._list.hide()

    @Slot()
    def show_hits(self) -> None:
        """Look up what is typed and list the hits under the box."""
        typed = self.text().strip()
        self._list.clear()
        if not typed:
            self._list.hide()
            return
        for hit in search_hits.places(self._reader, typed, _SHOWN, of_each=_OF_EACH):
            item = QListWidgetItem(f"{KIND[hit.kind]} · {hit.title}\n{one_line(hit.excerpt)[:90]}")
            item.setData(
                Qt.ItemDataRole.UserRole,
                _route(hit.opens, hit.code, hit.opens_id),
            )
            self._list.addItem(item)
        if not self._list.count():
            nothing = QListWidgetItem(f"Không thấy “{one_line(typed)[:40]}”. Hãy thử ít chữ hơn.")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._place()

    def _place(self) -> None:
        self._list.setParent(self.window())
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        width = max(self.width(), 560)
        left = min(corner.x(), self.window().width() - width - 12)
        height = sum(self._list.sizeHintForRow(row) for row in range(self._list.count())) + 12
        self._list.setGeometry(left, corner.y(), width, min(height, 460))
        self._list.setCurrentRow(0)
        self._list.show()
        self._list.raise_()

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        route = item.data(Qt.ItemDataRole.UserRole)
        if route is None:
            return
        self._list.hide()
        self.clear()
        self.chosen.emit(route)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the hits by arrow keys while the text keeps the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.clear()
            self._list.hide()
            return True
        if not self._list.isVisible():
            return False
        row, last = self._list.currentRow(), self._list.count() - 1
        if key == Qt.Key.Key_Down:
            self._list.setCurrentRow(min(row + 1, last))
        elif key == Qt.Key.Key_Up:
            self._list.setCurrentRow(max(row - 1, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentItem():
            self._choose(self._list.currentItem())
        else:
            return False
        return True


def _route(opens: Kind, code: str, record_id: int) -> Route:
    match opens:
        case Kind.TASK:
            return OpenTask(code=code)
        case Kind.CONFERENCE:
            return OpenConference(code=code)
        case Kind.TASK_TEMPLATE | Kind.TASK_TEMPLATE_ITEM:
            return OpenTemplate(kind=opens, record_id=record_id)
        case Kind.PROGRAMME | Kind.DIRECTIVE:
            return OpenProgramme(kind=opens, record_id=record_id)
        case Kind.INDICATOR:
            return OpenIndicator(record_id=record_id)
        case Kind.PRACTICE | Kind.MOVEMENT | Kind.REPORT_DUE | Kind.PRACTICE_COUNT:
            return OpenPractice(kind=opens, record_id=record_id)
        case Kind.SUMMARY:
            return OpenSummary(record_id=record_id)
        case _:
            return OpenMember(kind=opens, record_id=record_id)
