"""A short word at the bottom of the window about what was done, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from coordapp.ui.widgets.card import label

_SHOWN_FOR = 8000
_ABOVE_EDGE = 84  # clear of the status bar and of the buttons at the foot of pages
_WIDEST = 640


class Toast(QFrame):
    """Shows one message at a time for 8 seconds; `action_requested` is its button."""

    action_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "toast")
        self._act: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        self._label = label(parent=self)
        self._button = QPushButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self._button.clicked.connect(self._ask)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a message; with `action` also a button, for instance “Hoàn tác”."""
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._act = act
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """Give the message shown."""
        return self._label.text()

    @Slot()
    def _ask(self) -> None:
        act, self._act = self._act, None
        self._timer.stop()
        self.hide()
        self.action_requested.emit()
        if act is not None:
            act()

    def _place(self) -> None:
        over = self._over
        text = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 8
        room = self._button.sizeHint().width() + 12 if self._button.text() else 0
        width = min(text + room + 24, _WIDEST, over.width() - 40)
        self._label.setFixedWidth(width - room - 24)
        height = max(self._label.heightForWidth(width - room - 24) + 16, 40)
        top = over.height() - height - _ABOVE_EDGE
        self.setGeometry((over.width() - width) // 2, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
