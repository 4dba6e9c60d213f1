"""The text of a notice with the places its drafts came of marked in it."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from coordapp.ui.look import theme
from coordapp.ui.notices.composed_places import composed_places

_LAST_OF_ONE = "\uffff"


class Shade(Enum):
    """What a marked place is."""

    TAKEN = "taken"
    UNREAD = "unread"
    CURRENT = "current"


class MarkedText(QPlainTextEdit):
    """Is told places of the composed text, and marks them in the text as it was pasted."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._shown = ""  # the text the places below are those of
        self._places: list[int] | None = None
        self._is_plain = True  # every letter is one to Qt

    def mark(self, marks: Iterable[tuple[int, int, Shade]]) -> None:
        """Mark these places and no others."""
        self._look_at_text()
        tokens = theme.current()
        grounds = {
            Shade.TAKEN: tokens.accent_ground,
            Shade.UNREAD: tokens.due_soon.bg,
            Shade.CURRENT: tokens.in_time.bg,
        }
        selections = []
        for start, end, ground in marks:
            selection = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setBackground(QColor(grounds[ground]))
            style.setForeground(QColor(tokens.text))
            if ground is Shade.UNREAD:
                # seen without colour too
                style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            selection.format = style
            selection.cursor = self._cursor(start, end)
            selections.append(selection)
        self.setExtraSelections(selections)

    def show_place(self, place: int) -> None:
        """Scroll to a place."""
        self._look_at_text()
        self.setTextCursor(self._cursor(place, place))
        self.ensureCursorVisible()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(self._qt_place(start))
        cursor.setPosition(self._qt_place(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _look_at_text(self) -> None:
        text = self.toPlainText()
        if text != self._shown:
            self._shown, self._places = text, composed_places(text)
            self._is_plain = max(text, default="") <= _LAST_OF_ONE

    def _qt_place(self, place: int) -> int:
        """Find a place of the composed text; Qt counts rare letters as two."""
        if self._places is not None:
            place = self._places[min(place, len(self._places) - 1)]
        if self._is_plain:
            return min(place, len(self._shown))
        return len(self._shown[:place].encode("utf-16-le", "surrogatepass")) // 2
