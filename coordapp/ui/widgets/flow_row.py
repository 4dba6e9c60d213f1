"""A row of fields that goes on in the next line where the window is narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 8


@dataclass(slots=True, kw_only=True)
class _Place:
    item: QLayoutItem
    stretch: int


class FlowRow(QLayout):
    """Gives each field the width it asks for, and shares what is left by their stretch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[_Place] = []
        self.setSpacing(_GAP)

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a field at the end."""
        super().addWidget(widget)
        self._places[-1].stretch = stretch

    # --- what a layout has to answer

    def addItem(self, item: QLayoutItem) -> None:
        self._places.append(_Place(item=item, stretch=0))

    def count(self) -> int:
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._places[index].item if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._places.pop(index).item if 0 <= index < len(self._places) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + _GAP * max(len(lines) - 1, 0)

    def minimumSize(self) -> QSize:
        shown = self._shown()
        sizes = [place.item.minimumSize() for place in shown]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(_width(place) for place in shown) + _GAP * max(len(shown) - 1, 0)
        return QSize(width, _height(shown))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height, left = _height(line), rect.left()
            for place, width in zip(line, _shared(line, rect.width()), strict=True):
                place.item.setGeometry(QRect(left, top, width, height))
                left += width + _GAP
            top += height + _GAP

    # --- lines

    def _shown(self) -> list[_Place]:
        return [place for place in self._places if not place.item.isEmpty()]

    def _lines(self, width: int) -> list[list[_Place]]:
        lines: list[list[_Place]] = []
        used = 0
        for place in self._shown():
            wide = _width(place)
            if lines and used + _GAP + wide <= width:
                lines[-1].append(place)
                used += _GAP + wide
            else:
                lines.append([place])
                used = wide
        return lines


def _width(place: _Place) -> int:
    return min(
        max(place.item.sizeHint().width(), place.item.minimumSize().width()),
        place.item.maximumSize().width(),
    )


def _height(line: list[_Place]) -> int:
    return max((place.item.sizeHint().height() for place in line), default=0)


def _shared(line: list[_Place], width: int) -> list[int]:
    """Share the room left by stretch; nobody takes more than is of use."""
    widths = [_width(place) for place in line]
    left = width - sum(widths) - _GAP * (len(line) - 1)
    parts = sum(place.stretch for place in line)
    if left <= 0 or not parts:
        return [min(one, width) for one in widths]
    return [
        min(one + left * place.stretch // parts, place.item.maximumSize().width())
        for one, place in zip(widths, line, strict=True)
    ]
