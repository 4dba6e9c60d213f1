"""Text fields that need no scroll bar."""

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from coordapp.domain.kernel.text import one_line


class GrowingText(QPlainTextEdit):
    """As high as its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._grow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        # before it is seen, neither the width nor the type is the last one
        super().showEvent(event)
        self._grow()

    @Slot()
    def _grow(self) -> None:
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + int(2 * self.document().documentMargin())
        self.setFixedHeight(self._lines() * self.fontMetrics().lineSpacing() + around)

    def _lines(self) -> int:
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid():
            # asking for the place wraps the block, which Qt else puts off until it is painted
            layout.blockBoundingRect(block)
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return max(lines, 1)


class TitleText(GrowingText):
    """A title, all of it in sight: one paragraph, so Enter is left to the dialog."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)

    def text(self) -> str:
        """Give what was typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text, the keyboard at its end."""
        self.setPlainText(one_line(text))
        self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # a title copied from a paper may run over several lines
        self.insertPlainText(" ".join(source.text().splitlines()))
