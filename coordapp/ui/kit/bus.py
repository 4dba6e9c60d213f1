"""The one bus: committed actions, merged and delivered on the next turn of the event loop."""

from PySide6.QtCore import QObject, Signal, Slot

from coordapp.domain.kernel.changes import Changes
from coordapp.ui.kit.debounce import Debounce


class Bus(QObject):
    """Tells every view once what was committed; a view never updates itself after its own edit."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Changes | None = None
        self._turn = Debounce(self)
        self._turn.rested.connect(self.deliver)

    def post(self, changes: Changes) -> None:
        """Queue a notification; delivered late so that an open editor can close first."""
        self._waiting = changes if self._waiting is None else self._waiting.merged(changes)
        self._turn.wait()

    @Slot()
    def deliver(self) -> None:
        """Tell the views at once, before a person goes on with what was just made.

        Why: what is typed before the next turn of the event loop would go to another row.
        """
        self._turn.cancel()
        changes, self._waiting = self._waiting, None
        if changes is not None:
            self.changed.emit(changes)
