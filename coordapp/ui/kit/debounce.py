"""The one way to wait until something rests: typing, choosing, committing."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class Debounce(QObject):
    """Tells once, when its cause has rested; with `latest` also while the cause never rests."""

    rested = Signal()

    def __init__(self, parent: QObject, *, wait: int = 0, latest: int = 0) -> None:
        """Wait and `latest` in milliseconds; a wait of 0 is the next turn of the event loop."""
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=wait)
        self._timer.timeout.connect(self._rest)
        self._latest = QTimer(self, singleShot=True, interval=latest)
        self._latest.timeout.connect(self._rest)
        self._is_bounded = latest > 0

    @property
    def is_waiting(self) -> bool:
        """Tell whether something happened that was not told yet."""
        return self._timer.isActive()

    @Slot()
    def wait(self) -> None:
        """Wait anew: the cause stirred."""
        self._timer.start()
        if self._is_bounded and not self._latest.isActive():
            self._latest.start()

    def wait_for(self, milliseconds: int) -> None:
        """Wait anew, this time and after as long as said."""
        self._timer.setInterval(milliseconds)
        self.wait()

    @Slot()
    def finish(self) -> None:
        """Wait no longer: tell at once what was not told yet."""
        if self.is_waiting:
            self._rest()

    @Slot()
    def cancel(self) -> None:
        """Wait no longer, and tell nothing."""
        self._timer.stop()
        self._latest.stop()

    @Slot()
    def _rest(self) -> None:
        self.cancel()
        self.rested.emit()
