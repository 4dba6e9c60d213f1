"""A card of a few lines, each of which opens something."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.ui.today.figures import INSET, LineButton
from coordapp.ui.widgets.card import Card, label


class LineCard(Card):
    """Shows what it is given anew each time; its height follows."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = title
        # a line has its own inset, so that its ground when hovered is wider than its words
        self.body.setContentsMargins(14 - INSET, 12, 14 - INSET, 10)
        self.body.setSpacing(4)
        self.title = label(title, "card-title", self)
        self.nothing = label("", "secondary", self)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        for words in (self.title, self.nothing):
            words.setContentsMargins(INSET, 0, INSET, 0)
            self.body.addWidget(words)
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.lines: list[LineButton] = []

    def show_lines(self, lines: Sequence[LineButton], count: int = 0, nothing: str = "") -> None:
        """Show these lines, how many there are in all, or a sentence when there is nothing."""
        focused = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = list(lines)
        for line in self.lines:
            self._column.addWidget(line)
            # at once, for what is not shown cannot be given the focus
            line.show()
        self.title.setText(f"{self._title}: {count}" if count else self._title)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not lines)
        if focused is not None and self.lines:
            # whoever walks by keys keeps their place
            self.lines[min(focused, len(self.lines) - 1)].setFocus()
