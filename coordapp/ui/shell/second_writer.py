"""Another program that writes into the register of a window: seen by a look every two seconds."""

from PySide6.QtCore import QObject, QTimer, Slot

from coordapp.domain.kernel.changes import Changes
from coordapp.domain.kernel.errors import StoreError
from coordapp.ui.kit.context import Context

_LOOKS = 2000  # milliseconds


class SecondWriter(QObject):
    """Has everything shown anew once another connection has written; never waits for it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self, interval=_LOOKS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._version = self._now()

    @property
    def is_looking(self) -> bool:
        """Tell whether it still looks: not after the file was found broken."""
        return self._timer.isActive()

    def rest(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()

    def note(self) -> None:
        """Take what is shown now for new."""
        self._version = self._now() or self._version

    @Slot()
    def look(self) -> None:
        """Look whether somebody else has written."""
        version = self._now()
        if version and version != self._version:
            self._version = version
            self._context.bus.post(Changes.everything())

    def _now(self) -> int:
        """Give the number that a second writer changes; 0 where it cannot be asked for."""
        try:
            return self._context.store.data_version()
        except StoreError as error:
            if error.code != "file_in_use":
                # what is broken stays so: asking on would only tell it again and again
                self.rest()
                self._context.run.show(error)
        return 0
