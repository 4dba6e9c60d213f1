"""The tasks of each unit as bars, by where they stand; painted by hand, readable in grey."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from coordapp.domain.figures.overview import Standing, UnitStanding
from coordapp.domain.tasks.task import DeadlineState
from coordapp.domain.words.labels import DEADLINE_STATE
from coordapp.ui.look import theme
from coordapp.ui.look.theme import Tone

WORDS = {
    Standing.OVERDUE: DEADLINE_STATE[DeadlineState.OVERDUE],
    Standing.DUE_SOON: DEADLINE_STATE[DeadlineState.DUE_SOON],
    Standing.IN_TIME: DEADLINE_STATE[DeadlineState.IN_TIME],
    Standing.NO_DEADLINE: "Không hạn, hoãn, hủy",
    Standing.DONE: "Hoàn thành",
}
NO_UNIT = "Chưa giao đơn vị"
_TONES = {
    Standing.OVERDUE: Tone.OVERDUE,
    Standing.DUE_SOON: Tone.DUE_SOON,
    Standing.IN_TIME: Tone.IN_TIME,
    Standing.NO_DEADLINE: Tone.QUIET,
    Standing.DONE: Tone.ON_TIME,
}
_ROW, _BAR = 26, 18
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_SWATCH, _GAP = 14, 14
_PADDING = 5  # at each side of a number in its part of the bar
_WIDEST_NAME = 0.34  # of the width
_FILLED = 0.35  # how much of the strong colour the parts done take, so that numbers stay legible


def name_of(unit: UnitStanding) -> str:
    """Name the unit of a bar."""
    return NO_UNIT if unit.unit is None else unit.unit.short_name


def as_table(units: Sequence[UnitStanding]) -> str:
    """Say the chart in words, a line for each unit."""
    return "\n".join(
        f"{name_of(unit)}: tổng {unit.total}; "
        + ", ".join(f"{WORDS[state].lower()} {unit.counts[state]}" for state in Standing)
        for unit in units
    )


def widths(
    counts: Mapping[Standing, int], scale: float, least: Mapping[Standing, int]
) -> dict[Standing, float]:
    """Give the width of each part: in proportion, but never too narrow for its number."""
    return {state: max(number * scale, least[state]) for state, number in counts.items() if number}


class UnitChart(QAbstractButton):
    """One bar a unit, the number of each part inside it and the total beside it.

    A click on a part opens its rows, on a name all of the unit; Up, Down and Enter do the latter.
    """

    opened = Signal(object, object)  # UnitStanding, Standing or None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: tuple[UnitStanding, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Biểu đồ nhiệm vụ theo đơn vị chủ trì")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._current = 0
        self._parts: list[tuple[QRectF, UnitStanding, Standing]] = []

    def show_units(self, units: Sequence[UnitStanding]) -> None:
        """Draw these units."""
        self._units = tuple(units)
        self._current = max(0, min(self._current, len(self._units) - 1))
        self.setAccessibleDescription(as_table(units))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, theme.scaled(_ROW) * len(self._units))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Say a unit in words where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = event.pos().y() // theme.scaled(_ROW)
            said = as_table(self._units[row : row + 1]) if row >= 0 else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the rows of the part under the mouse, else those of the unit."""
        row = int(event.position().y()) // theme.scaled(_ROW)
        if event.button() is not Qt.MouseButton.LeftButton or not 0 <= row < len(self._units):
            super().mousePressEvent(event)
            return
        self._current = row
        hit = next((part for part in self._parts if part[0].contains(event.position())), None)
        self.opened.emit(self._units[row], None if hit is None else hit[2])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar, and open the rows of a unit."""
        key = event.key()
        if not self._units or key not in (*_MOVING, *_OPENING):
            super().keyPressEvent(event)
        elif key in _OPENING:
            self.opened.emit(self._units[self._current], None)
        else:
            step = -1 if key == Qt.Key.Key_Up else 1
            self._current = max(0, min(self._current + step, len(self._units) - 1))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font())
        self._parts.clear()
        if self.hasFocus() and self._units:
            height = theme.scaled(_ROW)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRoundedRect(
                QRectF(1, self._current * height + 1, self.width() - 2, height - 2), 4, 4
            )
        metrics = QFontMetrics(_font())
        names = max((metrics.horizontalAdvance(name_of(unit)) for unit in self._units), default=0)
        names = min(names + 2, round(self.width() * _WIDEST_NAME))
        totals = max((metrics.horizontalAdvance(str(u.total)) for u in self._units), default=0)
        room = self.width() - names - totals - 16
        scale = self._scale(room, metrics)
        for row, unit in enumerate(self._units):
            top = row * theme.scaled(_ROW)
            box = QRect(0, top, names, theme.scaled(_ROW))
            painter.setPen(QColor(theme.current().text))
            name = metrics.elidedText(name_of(unit), Qt.TextElideMode.ElideRight, names)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
            self._paint_bar(painter, unit, QRect(names + 8, top, room, box.height()), scale)

    def _paint_bar(self, painter: QPainter, unit: UnitStanding, box: QRect, scale: float) -> None:
        left, height = float(box.left()), theme.scaled(_BAR)
        least = self._least(unit, QFontMetrics(painter.font()))
        for state, width in widths(unit.counts, scale, least).items():
            part = QRectF(left, box.top() + (box.height() - height) / 2, width - 1, height)
            paint_part(painter, state, part, str(unit.counts[state]))
            self._parts.append((part, unit, state))
            left += width
        painter.setPen(QColor(theme.current().secondary))
        beside = QRectF(left + 6, box.top(), self.width() - left - 6, box.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(unit.total))

    def _scale(self, room: int, metrics: QFontMetrics) -> float:
        """Find the pixels of one task at which the longest bar just fits."""
        least = [self._least(unit, metrics) for unit in self._units]
        low, high = 0.0, float(room)
        for _ in range(40):
            middle = (low + high) / 2
            longest = max(
                (
                    sum(widths(unit.counts, middle, parts).values())
                    for unit, parts in zip(self._units, least, strict=True)
                ),
                default=0,
            )
            low, high = (middle, high) if longest <= room else (low, middle)
        return low

    @staticmethod
    def _least(unit: UnitStanding, metrics: QFontMetrics) -> dict[Standing, int]:
        return {
            state: metrics.horizontalAdvance(str(number)) + 2 * _PADDING
            for state, number in unit.counts.items()
        }


class Legend(QWidget):
    """What each pattern means, in as many lines as the words take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Chú giải: " + ", ".join(WORDS.values()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._places()[-1].bottom() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font())
        for state, place in zip(Standing, self._places(), strict=True):
            top = place.top() + (place.height() - _SWATCH) / 2
            paint_part(painter, state, QRectF(place.left(), top, _SWATCH, _SWATCH), "")
            painter.setPen(QColor(theme.current().secondary))
            words = place.adjusted(_SWATCH + 6, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, WORDS[state])

    def _places(self) -> list[QRect]:
        metrics = QFontMetrics(_font())
        left = top = 0
        height = metrics.height() + 4
        places = []
        for state in Standing:
            width = _SWATCH + 8 + metrics.horizontalAdvance(WORDS[state])
            if left and left + width > self.width():
                left, top = 0, top + height
            places.append(QRect(left, top, width, height))
            left += width + _GAP
        return places


def paint_part(painter: QPainter, state: Standing, box: QRectF, number: str) -> None:
    """Paint one part of a bar: full, hatched, light, dotted or half-tone, told apart in grey."""
    colours, tone = theme.current(), theme.pill(_TONES[state])
    strong, light = QColor(tone.fg), QColor(tone.bg)
    ground, pattern, ink = light, None, strong
    if state is Standing.OVERDUE:
        ground, ink = strong, QColor(colours.surface)
    elif state is Standing.DUE_SOON:
        pattern = Qt.BrushStyle.BDiagPattern
    elif state is Standing.NO_DEADLINE:
        ground, pattern = QColor(colours.surface), Qt.BrushStyle.Dense6Pattern
    elif state is Standing.DONE:
        ground, ink = mixed(strong, light, _FILLED), QColor(colours.text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 2, 2)
    if pattern is not None:
        painter.setBrush(QBrush(strong, pattern))
        painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(strong, 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    if number:
        _paint_number(painter, box, number, ink, ground if pattern is not None else None)


def _paint_number(
    painter: QPainter, box: QRectF, number: str, ink: QColor, ground: QColor | None
) -> None:
    if ground is not None:
        # over a pattern the number stands on a plain patch
        width = painter.fontMetrics().horizontalAdvance(number) + 4
        patch = QRectF(0, 0, width, box.height() - 2)
        patch.moveCenter(box.center())
        painter.fillRect(patch, ground)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


def mixed(strong: QColor, light: QColor, share: float) -> QColor:
    """Mix two colours; `share` is the part of the first."""
    pairs = (
        (strong.red(), light.red()),
        (strong.green(), light.green()),
        (strong.blue(), light.blue()),
    )
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))


def _font() -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(theme.base_px() - 1)
    return font
