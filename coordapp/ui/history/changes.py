"""What one action did, as text that can be read and copied, never as markup."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.history import FieldChange, RecordChange
from coordapp.domain.words.labels import KIND
from coordapp.ui.look import theme

_BLANK = "trống"


class ChangeText(QTextEdit):
    """Every record an action touched, and every field before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setProperty("role", "flat")
        self.setAccessibleName("Những gì đã thay đổi")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self._changes: tuple[RecordChange, ...] = ()
        self._more = 0

    def show_changes(self, changes: Sequence[RecordChange], more: int = 0) -> None:
        """Show changes; `more` were made that are not shown."""
        self._changes, self._more = tuple(changes), more
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_changes"):
            self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for n, change in enumerate(self._changes):
            _begin(cursor, first=not n, above=14)
            cursor.insertText(f"{_did(change)} {KIND[change.kind].lower()}", _ink("secondary"))
            _begin(cursor)
            cursor.insertText(change.title, _ink("text", bold=True))
            for field in change.fields:
                _begin(cursor, above=3)
                _write_field(cursor, field, change)
        if self._more:
            _begin(cursor, above=14)
            cursor.insertText(f"… và {self._more} mục nữa", _ink("secondary"))
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _write_field(cursor: QTextCursor, field: FieldChange, change: RecordChange) -> None:
    cursor.insertText(f"{field.name}: ", _ink("secondary"))
    if change.is_new or change.is_removed:
        cursor.insertText(_in_one_block(field.after or field.before), _ink("text"))
        return
    cursor.insertText(_in_one_block(field.before) or _BLANK, _ink("secondary"))
    cursor.insertText(" → ", _ink("secondary"))
    colour = "text" if field.after else "secondary"
    cursor.insertText(_in_one_block(field.after) or _BLANK, _ink(colour))


def _in_one_block(text: str) -> str:
    return text.replace("\n", "\N{LINE SEPARATOR}")


def _did(change: RecordChange) -> str:
    if change.is_new:
        return "Thêm"
    if change.op is Op.PURGE:
        return "Xóa hẳn"
    return "Xóa" if change.is_removed else "Sửa"


def _begin(cursor: QTextCursor, *, first: bool = False, above: int = 0) -> None:
    shape = QTextBlockFormat()
    if first:
        cursor.setBlockFormat(shape)
        return
    shape.setTopMargin(theme.scaled(above))
    cursor.insertBlock(shape)


def _ink(token: str, *, bold: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(getattr(theme.current(), token)))
    if bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    return look
