"""A line in which somebody is named: who is known already is offered while it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView

from coordapp.domain.committee.known_person import KnownPerson
from coordapp.domain.kernel.text import fold
from coordapp.ui.widgets.choosing.part_finder import FOLDED, PartFinder

ReadPeople = Callable[[], Sequence[KnownPerson]]
_PERSON = FOLDED + 1
_NARROWEST = 320  # of the list: a cell is too narrow for a name with its post
_BESIDE = 32  # pixels for the scroll bar and the frame
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameCompleter(QObject):
    """Enter or a click takes who was found, Esc closes the list; anything else stays as typed.

    Why the line is not rewritten while the list is passed through: keyboards for Vietnamese send
    Backspace and letters in bursts, and would lose some.
    """

    picked = Signal(object)  # KnownPerson

    def __init__(self, line: QLineEdit, read: ReadPeople) -> None:
        super().__init__(line)
        self._line = line
        self._read = read
        self._is_read = False
        self._people = QStandardItemModel(self)
        self._finder = PartFinder(self._people, self)
        self._finder.setWidget(line)
        self._list = QListView()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._finder.setPopup(self._list)  # which is its owner from now on
        self._list.clicked.connect(self._take)
        line.textEdited.connect(self._look)
        # last installed, first asked: before the finder takes the keys and the loss of focus
        line.installEventFilter(self)
        self._list.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Tell whether names are offered just now."""
        return self._list.isVisible()

    def offered(self) -> list[str]:
        """Give the names offered for what is typed."""
        found = self._finder.completionModel()
        return [str(found.index(row, 0).data()) for row in range(found.rowCount())]

    @Slot(str)
    def _look(self, typed: str) -> None:
        self._fill()
        self._finder.setCompletionPrefix(typed)
        names = self.offered() if typed.strip() else []
        # who is named in full already needs no list
        if not names or [fold(name) for name in names] == [fold(typed)]:
            self._list.hide()
            return
        width = max(self._line.width(), _NARROWEST, self._list.sizeHintForColumn(0) + _BESIDE)
        self._finder.complete(QRect(0, 0, width, self._line.height()))

    def _fill(self) -> None:
        if self._is_read:
            return
        self._is_read = True
        self._people.clear()
        for person in self._read():
            item = QStandardItem(person.shown)
            item.setData(fold(person.shown), FOLDED)
            item.setData(person, _PERSON)
            self._people.appendRow(item)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        person = index.data(_PERSON)
        if isinstance(person, KnownPerson):
            self._list.hide()
            self._line.setText(str(person))
            self.picked.emit(person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the first name by Enter; close the list with the line that it belongs to."""
        if isinstance(event, QKeyEvent) and watched is self._list:
            return event.type() == QEvent.Type.KeyPress and self._press(event)
        if isinstance(event, QFocusEvent) and watched is self._line:
            self._follow(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() not in _ENTER:
            return False
        marked = self._list.currentIndex()
        self._take(marked if marked.isValid() else self._finder.completionModel().index(0, 0))
        return True

    def _follow(self, event: QFocusEvent) -> None:
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        else:
            # somebody may have been named since
            self._is_read = False
