"""Parts of a page of which one is seen: the others ask for no room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class SeenStack(QStackedWidget):
    """As high and as wide as the part that is seen."""

    def sizeHint(self) -> QSize:
        seen = self.currentWidget()
        return super().sizeHint() if seen is None else seen.sizeHint()

    def minimumSizeHint(self) -> QSize:
        seen = self.currentWidget()
        return super().minimumSizeHint() if seen is None else seen.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        seen = self.currentWidget()
        return seen is not None and seen.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        seen = self.currentWidget()
        return -1 if seen is None else seen.heightForWidth(width)
