"""A line inside a page that warns and stays until it is closed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from coordapp.ui.look import icons, theme
from coordapp.ui.widgets.card import button, label

_ICONS = {"warning": "alert-triangle", "error": "alert-circle", "notice": "info-circle"}
_COLOURS = {"warning": "warning", "error": "danger", "notice": "accent"}


class MessageBar(QFrame):
    """Hidden until `say`; kind `warning`, `error` or `notice`."""

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        self._icon = QLabel(self)
        self._label = label(parent=self)
        self._button = button("", parent=self)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Đóng thông báo")
        self._close.setToolTip("Đóng")
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._button.clicked.connect(self._ask)
        self._close.clicked.connect(self.hide)
        self.hide()

    def say(self, text: str, kind: str = "warning", action: str = "") -> None:
        """Show a sentence, and a button where something can be done."""
        theme.mark(self, "role", kind)
        self._icon.setPixmap(icons.pixmap(_ICONS[kind], _COLOURS[kind]))
        self._close.setIcon(icons.icon("x"))
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """Give the sentence shown."""
        return self._label.text()

    @Slot()
    def _ask(self) -> None:
        self.action_requested.emit()
