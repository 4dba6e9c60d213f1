"""A text field that needs no scroll bar."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class GrowingText(QPlainTextEdit):
    """As high as its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
