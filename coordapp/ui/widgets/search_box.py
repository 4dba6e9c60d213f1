"""A line to search in: waits until the typing rests and never touches the text meanwhile."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QWidget

from coordapp.domain.kernel.text import nfc
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.unsaved import NO_DRAFT
from coordapp.ui.look import icons

_WAIT = 80  # milliseconds: less than between two letters, so that it is part of the answer
_ONWARD = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QLineEdit):
    """Emits `searched(str)` when the typing rests; Esc clears, ↓ and Enter go to the rows."""

    searched = Signal(str)
    given_up = Signal()  # by Esc, with nothing typed

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setProperty(NO_DRAFT, True)
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._paint_icon()
        self._typing = Debounce(self, wait=_WAIT)
        self._typing.rested.connect(self._tell)
        self.textChanged.connect(self._typing.wait)
        self._rows: QAbstractItemView | None = None

    def lead_to(self, rows: QAbstractItemView) -> None:
        """Name the rows that are searched: from the last letter the keyboard goes on to them."""
        self._rows = rows

    @Slot()
    def _tell(self) -> None:
        self.searched.emit(nfc(self.text()).strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._typing.finish()
            return
        if event.key() == Qt.Key.Key_Escape and not isinstance(self.window(), QDialog):
            self.given_up.emit()
            return
        if event.key() in _ONWARD and self._rows is not None:
            self._go_on(self._rows)
            return
        super().keyPressEvent(event)

    def _go_on(self, rows: QAbstractItemView) -> None:
        self._typing.finish()
        if not rows.currentIndex().isValid():
            rows.setCurrentIndex(rows.model().index(0, 0))
        rows.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self._paint_icon()

    def _paint_icon(self) -> None:
        self._icon.setIcon(icons.icon("search", "secondary"))
