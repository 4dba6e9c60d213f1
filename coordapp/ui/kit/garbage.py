"""Garbage is looked for between two events of the window, and in its thread only.

Python looks for it wherever the count of new objects is reached: in the thread of a job, where a
dialog that is found there would be destroyed beside the window that still paints, which ends the
process; or in the midst of an event.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE = 1000  # milliseconds


class Garbage(QObject):
    """Collects garbage for the process as long as its parent lives, and until `give_back`."""

    def __init__(self, parent: QObject, pause: int = _PAUSE) -> None:
        """Take over from Python, looking every `pause` milliseconds whether enough has gathered."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=pause)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation of which enough has gathered, as Python would."""
        due = [
            generation
            for generation, (count, enough) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if 0 < enough < count
        ]
        if due:
            gc.collect(due[-1])

    def give_back(self) -> None:
        """Let Python collect again: there is no window any more."""
        self._timer.stop()
        gc.enable()
