"""What every page of the window offers."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coordapp.domain.ids import UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksWanted:
    """Which rows of the register a page wants to be shown, and no other filter."""

    chip: str
    unit_id: UnitId | None = None


class Page(QWidget):
    """A page; the window shows its primary action and follows its links."""

    said = Signal(str)
    undo_offered = Signal(str)
    open_task_requested = Signal(str)
    open_tasks_requested = Signal(object)
    open_conference_requested = Signal(str)
    new_task_requested = Signal()
    open_page_requested = Signal(str)
    primary_text = ""
    exports_excel = False
    prints_list = False
    is_away = False  # another page is seen: what changes is read on the way back

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.is_away = False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.is_away = True

    def primary(self) -> None:
        """Do the page's main action."""

    def export_excel(self) -> None:
        """Ask for a place and write what the page shows; only where `exports_excel` says so."""

    def print_list(self) -> None:
        """Show the page's list as it prints; only where `prints_list` says so."""

    def save_state(self) -> dict[str, Any]:
        """Give what to remember until the next run, as plain values."""
        return {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take the shape of the last run."""
