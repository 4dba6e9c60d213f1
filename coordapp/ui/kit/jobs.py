"""Long work in one worker thread, polled from the window; no signal crosses a thread."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from coordapp.domain.kernel.errors import Cancelled
from coordapp.services.file.progress import Progress

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_POLL = 50


class Job(QObject):
    """One piece of work: `succeeded(result)`, `failed(error)` or `cancelled()`, then `finished()`."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, future: "Future[object]", progress: Progress, parent: QObject) -> None:
        super().__init__(parent)
        self._future = future
        self._progress = progress
        self._timer = QTimer(self, interval=_POLL)
        self._timer.timeout.connect(self._poll)
        self._timer.start()

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` follows when it has."""
        self._progress.cancel()

    def leave(self) -> None:
        """Ask the work to stop, and tell nobody any more: the window closes."""
        self.cancel()
        self._timer.stop()

    @Slot()
    def _poll(self) -> None:
        self.progressed.emit(self._progress.done, self._progress.total)
        if not self._future.done():
            return
        self._timer.stop()
        # work that never began because the window closed has no error to ask for
        error = Cancelled() if self._future.cancelled() else self._future.exception()
        if error is None:
            self.succeeded.emit(self._future.result())
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.finished.emit()


class Jobs(QObject):
    """Runs one job after another and keeps each until it is finished."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Job] = []
        self._is_closed = False

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        # a start waits for no job
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")

    def start(self, work: Callable[[Callable[[int, int], None]], object]) -> Job:
        """Start `work(step)` in the worker thread; once the window has closed, none begins."""
        progress = Progress()
        if self._is_closed:
            return self._never_begun(progress)
        job = Job(self._pool.submit(work, progress.step), progress, self)
        self._running.append(job)
        job.finished.connect(self._forget)
        return job

    def _never_begun(self, progress: Progress) -> Job:
        # what waited for a moment of rest may ask between the last click and the end
        from concurrent.futures import Future

        future: Future[object] = Future()
        future.cancel()
        job = Job(future, progress, self)
        job.leave()
        return job

    @Slot()
    def _forget(self) -> None:
        job = self.sender()
        self._running = [other for other in self._running if other is not job]

    def close(self) -> None:
        """Cancel what runs and wait for it; nothing begins any more."""
        self._is_closed = True
        for job in self._running:
            job.leave()
        if "_pool" in self.__dict__:
            self._pool.shutdown(wait=True, cancel_futures=True)
