"""What stands where nothing is: a heading, a sentence and one button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordapp.ui.widgets.card import button, label

_SIDE, _LEAST = 24, 2  # around it, in pixels, and where there is little room
_LINE_ABOVE = 8


class EmptyState(QFrame):
    """Says why there is nothing and offers the one thing to do."""

    requested = Signal()

    def __init__(
        self, heading: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "empty")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        column.setSpacing(_LINE_ABOVE)
        column.addStretch(2)
        self._heading = label(heading, "card-title", self)
        self._sentence = label(sentence, "secondary", self)
        for text in (self._heading, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        self._button = button(action, "plain", parent=self)
        self._button.clicked.connect(self._ask)
        column.addSpacing(4)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.setVisible(bool(action))

    def say(self, heading: str, sentence: str, action: str = "") -> None:
        """Say something else, for instance that the filter leaves nothing."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # in a low list the button stays whole; what it says beside goes first
        super().resizeEvent(event)
        parts = (self._sentence, self._heading)
        heights = [_LINE_ABOVE + part.sizeHint().height() for part in parts]
        button = 0 if self._button.isHidden() else self._button.sizeHint().height() + _LINE_ABOVE
        room = event.size().height()
        tight = sum(heights) + button + 2 * _SIDE > room
        side = _LEAST if tight else _SIDE
        self._column.setContentsMargins(_SIDE, side, _SIDE, side)
        self._sentence.setVisible(sum(heights) + button + 2 * side <= room)
        self._heading.setVisible(not button or heights[1] + button + 2 * side <= room)

    @Slot()
    def _ask(self) -> None:
        self.requested.emit()
