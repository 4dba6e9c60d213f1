"""Search over everything: a box on top of the window and its list of hits."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coordapp.domain.kernel.text import nfc
from coordapp.store import Reader
from coordapp.store.file import search
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.unsaved import NO_DRAFT

if TYPE_CHECKING:
    from coordapp.ui.shell.finding.hit_list import HitList

_OF_EACH = 5
_WAIT = 150
_WIDTH, _HEIGHT = 620, 520  # the most; in pixels


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
        self._typing = Debounce(self, wait=_WAIT)
        self._typing.rested.connect(self.show_hits)
        self.textChanged.connect(self._typing.wait)
        self.installEventFilter(self)

    def rest(self) -> None:
        """Look nothing up any more: the window closes, and the file after it."""
        self._typing.cancel()
        self._put_away()

    @Slot()
    def show_hits(self) -> None:
        """Look up what is typed and list the hits under the box."""
        typed = nfc(self.text()).strip()
        if not typed:
            self._put_away()
            return
        # hits and their order take a while to load: not before somebody types here
        from coordapp.store.finding import search_groups

        found = search_groups.groups(self._reader, typed, of_each=_OF_EACH)
        self._list.show_groups(found, search.wanted(self._reader, typed), typed)
        self._place()

    @cached_property
    def _list(self) -> "HitList":
        from coordapp.ui.shell.finding.hit_list import HitList

        made = HitList(self.window())
        made.opened.connect(self._choose)
        return made

    @property
    def _is_open(self) -> bool:
        return "_list" in vars(self) and self._list.isVisible()

    def _put_away(self) -> None:
        if "_list" in vars(self):
            self._list.clear()
            self._list.hide()

    def _place(self) -> None:
        self._list.setParent(self.window())
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        width = min(max(self.width(), _WIDTH), self.window().width() - 24)
        left = max(12, min(corner.x(), self.window().width() - width - 12))
        # the lines wrap, so their heights are told for the width they get
        self._list.setGeometry(left, corner.y(), width, _HEIGHT)
        self._list.doItemsLayout()
        height = sum(self._list.sizeHintForRow(row) for row in range(self._list.count())) + 12
        room = self.window().height() - corner.y() - 12
        self._list.setGeometry(left, corner.y(), width, min(height, _HEIGHT, room))
        self._list.choose_first()
        self._list.scrollToTop()
        self._list.show()
        self._list.raise_()

    @Slot(object)
    def _choose(self, route: object) -> None:
        self._put_away()
        self.clear()
        self.chosen.emit(route)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the hits by arrow keys while the text keeps the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self._put_away()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.clear()
            self._put_away()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # who types fast and presses Enter means what she typed, not what was found before
            self._typing.finish()
            return self._is_open and self._list.open_current()
        if not self._is_open:
            return False
        if key == Qt.Key.Key_Down:
            self._list.step(1)
        elif key == Qt.Key.Key_Up:
            self._list.step(-1)
        else:
            return False
        return True
