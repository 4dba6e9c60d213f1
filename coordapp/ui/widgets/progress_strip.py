"""Long work on one line: what runs, how far, a way to stop, and then the file it made."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton, QWidget

from coordapp.ui.kit import outside
from coordapp.ui.kit.jobs import Job
from coordapp.ui.kit.run import Runner
from coordapp.ui.look import icons
from coordapp.ui.widgets.card import button, label


class ProgressStrip(QFrame):
    """Hidden while nothing runs."""

    cancel_requested = Signal()

    def __init__(self, run: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._job: Job | None = None
        self._target = Path()
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        self._label = label(parent=self)
        self._bar = QProgressBar(self, textVisible=False)
        self._cancel = button("Hủy", parent=self)
        self._file = button("Mở tệp", parent=self)
        self._folder = button("Mở thư mục", parent=self)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Đóng")
        row.addWidget(self._label, 1)
        row.addWidget(self._bar, 1)
        for widget in (self._cancel, self._file, self._folder, self._close):
            row.addWidget(widget)
        self._cancel.clicked.connect(self._ask_cancel)
        self.cancel_requested.connect(self._stop)
        self._file.clicked.connect(self._open_file)
        self._folder.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.hide)
        self.hide()

    def watch(self, job: Job, target: Path) -> None:
        """Follow a job that writes a file, and lead to the file when it is there."""
        self._job, self._target = job, target
        job.progressed.connect(self._follow)
        job.succeeded.connect(self._tell_made)
        job.failed.connect(self._tell_failed)
        job.cancelled.connect(self._tell_cancelled)
        self.start(f"Đang ghi {target.name}…")

    def start(self, text: str) -> None:
        """Show that something runs; how long is not known yet."""
        self._label.setText(text)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._show(running=True, made_file=False)

    @Slot(int, int)
    def set_progress(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def finish(self, text: str, made_file: bool = True) -> None:
        """Say how it ended, with the ways to the file when one was made."""
        self._label.setText(text)
        self._show(running=False, made_file=made_file)

    def text(self) -> str:
        """Give the words shown."""
        return self._label.text()

    def _show(self, running: bool, made_file: bool) -> None:
        self._close.setIcon(icons.icon("x"))
        for widget, shown in (
            (self._bar, running),
            (self._cancel, running),
            (self._file, made_file),
            (self._folder, made_file),
            (self._close, not running),
        ):
            widget.setVisible(shown)
        self.show()

    @Slot()
    def _ask_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_requested.emit()

    # --- the job

    @Slot(int, int)
    def _follow(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self.set_progress(done, total)

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _tell_made(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.finish(f"Đã lưu {self._target.name}")

    @Slot(object)
    def _tell_failed(self, error: BaseException) -> None:
        if self.sender() is self._job:
            self._job = None
            self.hide()
        self._run.show(error)

    @Slot()
    def _tell_cancelled(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.finish("Đã hủy, không ghi tệp nào.", made_file=False)

    @Slot()
    def _open_file(self) -> None:
        self._hand_over(self._target)

    @Slot()
    def _open_folder(self) -> None:
        self._hand_over(self._target.parent)

    def _hand_over(self, path: Path) -> None:
        if not outside.hand_over(path):
            self._label.setText(outside.no_program(path))
