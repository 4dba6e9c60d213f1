"""Cards, labels and buttons: the few shapes every page is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coordapp.ui.look import icons


class Card(QFrame):
    """A ground for things that belong together; add to `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(8)
        if title:
            self.body.addWidget(label(title, "card-title", self))


def label(
    text: str = "", role: str = "", parent: QWidget | None = None, *, wraps: bool = True
) -> QLabel:
    """Make a label of plain text; role `title`, `card-title`, `secondary`, `figure`, `error`.

    A title and a figure never wrap.
    """
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps and role not in ("title", "figure"))
    if role:
        made.setProperty("role", role)
    return made


def button(
    text: str, role: str = "plain", icon: str = "", parent: QWidget | None = None, tip: str = ""
) -> QPushButton:
    """Make a button; role `primary`, `plain`, `quiet`, `danger`.

    One without words is named by its tool tip.
    """
    # a unit may be called “Sở NN&PTNT”: Qt would take the sign for that of a key
    made = QPushButton(text.replace("&", "&&"), parent)
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if icon:
        made.setIcon(icons.icon(icon, "on_accent" if role == "primary" else "text"))
    made.setToolTip(tip)
    made.setAccessibleName(text or tip)
    # Enter in a dialog does what the dialog is for, not what its first button does
    made.setAutoDefault(False)
    return made


def plain_body(area: QScrollArea) -> QWidget:
    """Give a scroll area a body without a ground or a frame, as wide as the area."""
    body = QWidget()
    body.setProperty("role", "plain")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(body)
    return body


def line(parent: QWidget | None = None) -> QFrame:
    """Make a thin line across."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    return made
