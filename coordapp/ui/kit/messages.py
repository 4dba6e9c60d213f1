"""What the person is told in passing, whoever has something to tell."""

from PySide6.QtCore import QObject, Signal


class Messages(QObject):
    """The window shows them; whoever did something says so here, however deep in a page."""

    said = Signal(str)
    undo_offered = Signal(str)

    def say(self, text: str) -> None:
        """Tell something that needs no answer."""
        self.said.emit(text)

    def offer_undo(self, text: str) -> None:
        """Tell what the last action did, with a button that takes it back."""
        self.undo_offered.emit(text)
