"""How long work tells how far it is, and hears that it should stop."""

from coordapp.domain.kernel.errors import Cancelled


class Progress:
    """Two numbers written by the worker and polled by the window; no signal crosses a thread."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._stop = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop = True

    def step(self, done: int, total: int) -> None:
        """Note how far the work is. Raises Cancelled when asked to stop."""
        if self._stop:
            raise Cancelled
        self.done, self.total = done, total
