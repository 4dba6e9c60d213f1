"""What stands where nothing is: a heading, a sentence and one button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordapp.ui.widgets.card import button, label


class EmptyState(QFrame):
    """Says why there is nothing and offers the one thing to do."""

    requested = Signal()

    def __init__(
        self, heading: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
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

    @Slot()
    def _ask(self) -> None:
        self.requested.emit()
