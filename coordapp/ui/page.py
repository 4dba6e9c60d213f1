"""What every page of the window offers."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page; the window shows its primary action and follows its links."""

    said = Signal(str)
    undo_offered = Signal(str)
    open_task_requested = Signal(str)
    open_conference_requested = Signal(str)
    primary_text = ""

    def primary(self) -> None:
        """Do the page's main action."""

    def save_state(self) -> dict[str, Any]:
        """Give what to remember until the next run, as plain values."""
        return {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take the shape of the last run."""
