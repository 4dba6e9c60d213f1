"""Figures and lines that open what they count."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coordapp.ui.look import theme
from coordapp.ui.look.theme import Tone
from coordapp.ui.widgets.card import label

INSET = 6  # of the words in a line
_BETWEEN = 12
_NARROWEST = 120


class FigureButton(QPushButton):
    """One number in large type, what it counts and a word more; a button as a whole."""

    def __init__(self, title: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._tone = tone
        self.setProperty("role", "figure")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.number = label("0", "figure", self)
        self.note = label("", "secondary", self, wraps=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 14, 10)
        self._column.setSpacing(0)
        for part in (self.number, label(title, "", self, wraps=False), self.note):
            # the mouse is for the button they lie on
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(part)

    def show_count(self, count: int, note: str) -> None:
        """Show a number and a word more; nought is quiet."""
        self.number.setText(str(count))
        self.note.setText(note)
        theme.mark(self.number, "tone", self._tone.value if count else Tone.QUIET.value)
        self.setAccessibleName(f"{self._title}: {count}. {note}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class LineButton(QPushButton):
    """One line of a card that opens something: words, a note at the right, quiet lines below."""

    def __init__(
        self, words: str, note: str = "", below: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words, self.note, self.below = words, note, tuple(below)
        self.setProperty("role", "line")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(filter(None, (words, *below, note))))

    def sizeHint(self) -> QSize:
        # never asked of the style, which would count the words it does not draw
        below = len(self.below) * QFontMetrics(self._small()).height()
        return QSize(_NARROWEST, QFontMetrics(self.font()).height() + below + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = QFontMetrics(self._small())
        whole = QFontMetrics(self.font()).horizontalAdvance(self.words) <= self._room_for_words()
        room = self.width() - 2 * INSET
        whole = whole and all(small.horizontalAdvance(line) <= room for line in self.below)
        # as HTML, so that long text wraps and text of people is never read as HTML
        lines = "<br>".join(html.escape(line) for line in (self.words, *self.below))
        self.setToolTip("" if whole else f"<p>{lines}</p>")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = theme.current()
        painter = QPainter(self)
        box = self.rect().adjusted(INSET, 4, -INSET, -4)
        top = QRect(box.left(), box.top(), box.width(), QFontMetrics(self.font()).height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.text))
        words = self._cut(self.words, self.font(), self._room_for_words())
        painter.drawText(top, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(self._small())
        painter.setPen(QColor(colours.secondary))
        painter.drawText(top, middle | Qt.AlignmentFlag.AlignRight, self.note)
        height = painter.fontMetrics().height()
        for number, line in enumerate(self.below):
            rest = QRect(box.left(), top.bottom() + 1 + number * height, box.width(), height)
            shown = self._cut(line, self._small(), rest.width())
            painter.drawText(rest, middle | Qt.AlignmentFlag.AlignLeft, shown)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.base_px() - 1)
        return font

    def _room_for_words(self) -> int:
        note = QFontMetrics(self._small()).horizontalAdvance(self.note)
        return self.width() - 2 * INSET - (note + _BETWEEN if note else 0)

    @staticmethod
    def _cut(text: str, font: QFont, room: int) -> str:
        return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
