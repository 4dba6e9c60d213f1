"""Icons of the program: one outline drawing, tinted by the theme, crisp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coordapp.paths import resource
from coordapp.ui.look import theme

SIZE = 18


@lru_cache(maxsize=256)
def icon(name: str, role: str = "text") -> QIcon:
    """Give an icon in the colour of a palette token: `text`, `secondary`, `accent`, `on_accent`.

    It is drawn when it is painted, so it follows a change of the look by itself.
    """
    return QIcon(_Engine(name, role))


def pixmap(name: str, role: str = "text", size: int = SIZE, ratio: float = 2.0) -> QPixmap:
    """Draw one picture of an icon for a label."""
    return _pixmap(name, getattr(theme.current(), role), size, ratio)


class _Engine(QIconEngine):
    """Draws one icon in the colours of the moment."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = theme.current()
        disabled = mode == QIcon.Mode.Disabled
        colour = palette.disabled if disabled else getattr(palette, self._role)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(self._name, colour).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        # Qt's own way paints onto whatever was in the memory
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, drawn.rect(), mode, state)
        painter.end()
        return drawn


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
