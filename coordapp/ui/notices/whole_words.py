"""Items of a list that show all their words, however many lines they take."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

_BESIDE = 24  # what stands left and right of the words, beside the box to tick
_ABOVE = 14


class WholeWords(QStyledItemDelegate):
    """Measures the words at the width they are shown at; Qt would lose their last line."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        shown: Any = option  # the stubs leave out the fields of the option
        style = self._view.style()
        box = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        width = self._view.viewport().width() - box - _BESIDE
        words = str(index.data() or "")
        flags = int(Qt.TextFlag.TextWordWrap)
        metrics = QFontMetrics(shown.font)
        height = metrics.boundingRect(QRect(0, 0, width, 100_000), flags, words).height()
        size = super().sizeHint(option, index)
        # wider than what is seen, the ends of its lines would be cut
        seen = min(size.width(), self._view.viewport().width())
        return QSize(seen, max(size.height(), height + _ABOVE))
