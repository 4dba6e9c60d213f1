"""Buttons whose icons follow a change between the light and the dark look."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coordapp.ui import icons
from coordapp.ui.widgets.card import button

_ICON, _ROLE = "icon_name", "role"


def tinted(text: str, icon: str, role: str = "plain", tip: str = "") -> QPushButton:
    """Make a button with an icon; one without words is named by its tool tip."""
    made = button(text, role, icon)
    made.setProperty(_ICON, icon)
    made.setToolTip(tip)
    made.setAccessibleName(text or tip)
    return made


def repaint_icons(page: QWidget, event: QEvent) -> None:
    """Paint the icons of a page anew when the look has changed."""
    if event.type() != QEvent.Type.PaletteChange:
        return
    for shown in page.findChildren(QPushButton):
        name = shown.property(_ICON)
        if name:
            colour = "on_accent" if shown.property(_ROLE) == "primary" else "text"
            shown.setIcon(icons.icon(name, colour))
