"""The figures of one indicator as bars, painted by hand and told apart in grey."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from coordapp.domain.indicators.figure_bars import BarPart, FigureBar, bar_in_words
from coordapp.domain.indicators.indicator import shown
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.words.case_labels import BAR_PART
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import Card, label

_ROW, _BAR, _GAP = 40, 14, 8
Names = Mapping[UnitId | None, str]


class IndicatorChart(QWidget):
    """Two lines a value: period and unit above, its bar and its figures below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[FigureBar, ...] = ()
        self._names: Names = {}
        self._said: list[tuple[str, str]] = []  # of each bar: its name and its figures
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Biểu đồ số liệu chỉ tiêu")

    def show_bars(self, bars: Sequence[FigureBar], names: Names) -> None:
        """Draw these; what has no figure says so in words."""
        self.bars, self._names = tuple(bars), names
        self._said = [(self.said(bar).partition(": ")[0], _figures(bar)) for bar in bars]
        self.setAccessibleDescription("\n".join(map(self.said, self.bars)))
        self.updateGeometry()
        self.update()

    def said(self, bar: FigureBar) -> str:
        """Say a bar in words."""
        return bar_in_words(bar, self._names.get(bar.value.unit_id, ""))

    def sizeHint(self) -> QSize:
        return QSize(220, theme.scaled(_ROW) * len(self.bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say a bar in words where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = event.pos().y() // theme.scaled(_ROW)
            said = self.said(self.bars[row]) if 0 <= row < len(self.bars) else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(theme.FAMILY)
        font.setPixelSize(theme.base_px() - 1)
        painter.setFont(font)
        row = theme.scaled(_ROW)
        first, last = event.rect().top() // row, event.rect().bottom() // row
        metrics = QFontMetrics(font)
        longest = max((figures for _, figures in self._said), key=len, default="")
        room = self.width() - 2 * _GAP - metrics.horizontalAdvance(longest)
        for number in range(max(first, 0), min(last + 1, len(self.bars))):
            self._paint(painter, number, QRectF(0, number * row, room, row))

    def _paint(self, painter: QPainter, number: int, box: QRectF) -> None:
        metrics = painter.fontMetrics()
        colours = theme.current()
        bar, (name, figures) = self.bars[number], self._said[number]
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(QColor(colours.text))
        height = metrics.height()
        painter.drawText(QRectF(0, box.top(), self.width(), height), 0, name)
        thick = theme.scaled(_BAR)
        left, top = 0.0, box.top() + height + 1
        for part, share in bar.parts:
            width = max(share * box.width(), 2.0)
            paint_part(painter, part, QRectF(left, top, width, thick))
            left += width
        painter.setPen(QColor(colours.secondary))
        beside = QRectF(left + (_GAP if bar.parts else 0), top - 1, self.width() - left, thick + 2)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, figures)


class ChartCard(Card):
    """The chart below its title, with what each pattern means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Biểu đồ", parent)
        self.chart = IndicatorChart()
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.chart)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)
        words = "Đặc: {0} · viền: {1} · gạch chéo: {2}"
        self.body.addWidget(label(words.format(*BAR_PART.values()), "secondary"))


def paint_part(painter: QPainter, part: BarPart, box: QRectF) -> None:
    """Paint one part: full, empty or hatched, so that grey tells them apart."""
    tone = theme.pill(theme.Tone.ON_TIME)
    strong, light = QColor(tone.fg), QColor(tone.bg)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(strong if part is BarPart.REACHED else light)
    painter.drawRect(box)
    if part is BarPart.BEYOND:
        painter.setBrush(QBrush(strong, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(strong, 1))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _figures(bar: FigureBar) -> str:
    value = bar.value
    plan = f" / {shown(value.plan)}" if value.plan else ""
    return f"{shown(value.actual)}{plan}"
