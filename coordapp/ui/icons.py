"""Icons of the program: one outline drawing, tinted by the theme, crisp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coordapp.paths import resource
from coordapp.ui import theme

SIZE = 18
_RATIOS = (1.0, 1.5, 2.0, 3.0)


def icon(name: str, role: str = "text") -> QIcon:
    """Draw an icon in the colour of a palette token: `text`, `secondary`, `accent`, `on_accent`."""
    palette = theme.current()
    return _icon(name, getattr(palette, role), palette.disabled, SIZE)


def pixmap(name: str, role: str = "text", size: int = SIZE, ratio: float = 2.0) -> QPixmap:
    """Draw one picture of an icon for a label."""
    return _pixmap(name, getattr(theme.current(), role), size, ratio)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, disabled: str, size: int) -> QIcon:
    drawn = QIcon()
    for ratio in _RATIOS:
        drawn.addPixmap(_pixmap(name, colour, size, ratio), QIcon.Mode.Normal)
        drawn.addPixmap(_pixmap(name, colour, size, ratio), QIcon.Mode.Selected)
        drawn.addPixmap(_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return drawn


def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
