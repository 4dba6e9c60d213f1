"""How the program looks: colours, type and the one style sheet, light or dark."""

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from coordapp.domain.tasks.task import DeadlineState, WorkState
from coordapp.paths import resource
from coordapp.ui.look.style import sheet
from coordapp.ui.look.tokens import DARK, LIGHT, Palette, Pill

__all__ = [
    "DARK",
    "LIGHT",
    "Palette",
    "Pill",
    "Tone",
    "apply",
    "base_px",
    "current",
    "pill",
    "tone",
]

FAMILY = "Be Vietnam Pro"
BASE_PX = 13
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_DARK, _BASE, _FONTS = "coordapp_dark", "coordapp_base_px", "coordapp_fonts"
_DENSE = "coordapp_dense"
_ROW, _COMPACT_ROW, _DENSE_ROW = 34, 28, 24
SMALLEST_PX, LARGEST_PX = 11, 20


class Tone(Enum):
    """What a pill says by its colour beside its words."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_TIME = "in_time"
    ON_TIME = "on_time"
    QUIET = "quiet"
    LATE = "late"


_TONES: dict[DeadlineState | WorkState, Tone] = {
    DeadlineState.OVERDUE: Tone.OVERDUE,
    DeadlineState.DUE_SOON: Tone.DUE_SOON,
    DeadlineState.IN_TIME: Tone.IN_TIME,
    DeadlineState.ON_TIME: Tone.ON_TIME,
    DeadlineState.LATE: Tone.LATE,
    WorkState.AWAITING_CONFIRMATION: Tone.DUE_SOON,
    WorkState.IN_PROGRESS: Tone.IN_TIME,
    WorkState.DONE: Tone.ON_TIME,
}


def tone(state: DeadlineState | WorkState) -> Tone:
    """Choose the tone of a state; what needs no eye is quiet."""
    return _TONES.get(state, Tone.QUIET)


def pill(of: Tone) -> Pill:
    """Give the colours of a tone in the current palette."""
    colours: Pill = getattr(current(), of.value)
    return colours


def current() -> Palette:
    """Give the palette last applied; light before that."""
    app = QCoreApplication.instance()
    return DARK if app is not None and app.property(_DARK) else LIGHT


def base_px() -> int:
    """Give the size of the base type last applied."""
    app = QCoreApplication.instance()
    return int(app.property(_BASE) or BASE_PX) if app is not None else BASE_PX


def px_at(per_cent: int) -> int:
    """Give the size of the base type nearest to a share of the standard one."""
    return min(max((BASE_PX * per_cent + 50) // 100, SMALLEST_PX), LARGEST_PX)


def scaled(px: int) -> int:
    """Scale a length that was drawn for the standard type."""
    return round(px * base_px() / BASE_PX)


def row_height(*, compact: bool) -> int:
    """Give the height of a row of one line; where rows are dense, all are alike."""
    app = QCoreApplication.instance()
    if app is not None and app.property(_DENSE):
        return scaled(_DENSE_ROW)
    return scaled(_COMPACT_ROW if compact else _ROW)


def set_dense(app: QCoreApplication, dense: bool) -> None:
    """Draw the rows of all tables low, or at ease, from the next time the program is dressed."""
    app.setProperty(_DENSE, dense)


def mark(widget: QWidget, name: str, value: object) -> None:
    """Give a widget a property that the style sheet asks for, and draw it so."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def apply(app: QApplication, dark: bool, base_px: int = BASE_PX) -> None:
    """Dress the program; may be called again to switch."""
    if not app.property(_FONTS):
        for weight in _WEIGHTS:
            QFontDatabase.addApplicationFont(str(resource("fonts", f"BeVietnamPro-{weight}.ttf")))
        app.setProperty(_FONTS, True)
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setProperty(_DARK, dark)
    app.setProperty(_BASE, base_px)
    font = QFont(FAMILY)
    font.setPixelSize(base_px)
    app.setFont(font)
    app.setPalette(_qt_palette(current()))
    app.setStyleSheet(sheet(current(), base_px, resource("icons").as_posix()))


def _qt_palette(tokens: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for group in (role.Window, role.AlternateBase):
        palette.setColor(group, QColor(tokens.window))
    for group in (role.Base, role.Button, role.Light, role.ToolTipBase):
        palette.setColor(group, QColor(tokens.surface))
    for group in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText):
        palette.setColor(group, QColor(tokens.text))
    for group in (role.Mid, role.Midlight, role.Dark):
        palette.setColor(group, QColor(tokens.line))
    palette.setColor(role.PlaceholderText, QColor(tokens.secondary))
    palette.setColor(role.Highlight, QColor(tokens.accent))
    palette.setColor(role.Accent, QColor(tokens.accent))
    palette.setColor(role.HighlightedText, QColor(tokens.on_accent))
    palette.setColor(role.Link, QColor(tokens.accent))
    for group in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, group, QColor(tokens.disabled))
    return palette
