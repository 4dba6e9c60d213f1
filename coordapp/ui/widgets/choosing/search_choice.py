"""A list to choose from by typing the beginnings of words of a name, without tone marks."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from coordapp.domain.committee.unit import ChoiceWords
from coordapp.domain.kernel.text import fold, nfc
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox, ChoiceLine
from coordapp.ui.widgets.choosing.part_finder import FOLDED, SHOWN, PartFinder


class SearchChoice(ChoiceBox):
    """`dan nong` finds Hội Nông dân tỉnh; what is none of the names goes back to what was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setLineEdit(ChoiceLine())
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(SHOWN)
        # names are folded when they come, so that typing asks nothing of Python
        self.model().rowsInserted.connect(self._fold)
        self._finder = PartFinder(self.model(), self)
        self.setCompleter(self._finder)
        self.currentIndexChanged.connect(self._show_start)
        self.line().returnPressed.connect(self._take)
        self.line().editingFinished.connect(self._settle)

    def line(self) -> QLineEdit:
        """Give the line that is typed in."""
        made = self.lineEdit()
        if made is None:
            raise LookupError("line")
        return made

    def offer(self, choices: Iterable[tuple[object, str]], current: object = None) -> None:
        """Offer these, each a value and its words; the first where the current one is none."""
        self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
            if isinstance(words, ChoiceWords):
                names = " ; ".join((words, *words.names))
                self.setItemData(self.count() - 1, fold(names), FOLDED)
        self.setCurrentIndex(max(0, self.findData(current)))
        self.blockSignals(False)
        self._show_start()

    def setAccessibleName(self, name: str) -> None:
        """Name the list, and the line in it that has the keyboard."""
        super().setAccessibleName(name)
        self.line().setAccessibleName(name)

    @Slot(QModelIndex, int, int)
    def _fold(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self.setItemData(row, fold(self.itemText(row)), FOLDED)

    @Slot()
    def _take(self) -> None:
        """Take the first one found by what was typed."""
        typed = nfc(self.line().text())
        popup = self._finder.popup()
        marked = popup is not None and popup.isVisible() and popup.currentIndex().isValid()
        if marked or typed == self.itemText(self.currentIndex()):
            return
        self._finder.setCompletionPrefix(typed)
        if typed.strip() and self._finder.completionCount():
            row = self._finder.first_row()
            if popup is not None:
                popup.hide()
            self._choose(row)

    @Slot()
    def _settle(self) -> None:
        """Take a name typed in full; anything else goes back to what was chosen."""
        typed = nfc(self.line().text()).strip()
        if typed == self.itemText(self.currentIndex()).strip():
            return
        found = (
            self.findText(typed, Qt.MatchFlag.MatchFixedString) if typed else self.findData(None)
        )
        if found >= 0:
            self._choose(found)
        else:
            self.line().setText(self.itemText(self.currentIndex()))
            self._show_start()

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        changes = row != self.currentIndex()
        self.setCurrentIndex(row)
        self.line().setText(self.itemText(row))
        self._show_start()
        if changes:
            self.activated.emit(row)

    @Slot()
    def _show_start(self) -> None:
        # a long name is known by how it begins
        if not self.line().hasFocus():
            self.line().setCursorPosition(0)
        self.setToolTip(self.itemText(self.currentIndex()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self.line().selectAll()
        elif event.reason() is Qt.FocusReason.MouseFocusReason:
            # after the click that brings the keys, which would put them between the letters
            QTimer.singleShot(0, self, self.line().selectAll)


_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
