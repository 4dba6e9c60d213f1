"""The strip that tells how far an export is, and where its file lies."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from coordapp.ui.kit.jobs import Job
from coordapp.ui.kit.run import Runner


class ExportStrip(QWidget):
    """Hidden until a job is watched."""

    def __init__(self, run: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._target = Path()
        self._job: Job | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._text = QLabel("")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._cancel = QPushButton("Hủy")
        self._file = QPushButton("Mở tệp")
        self._folder = QPushButton("Mở thư mục")
        self._close = QPushButton("Đóng")
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addStretch(0)
        for button in (self._cancel, self._file, self._folder, self._close):
            row.addWidget(button)
        self._cancel.clicked.connect(self._stop)
        self._file.clicked.connect(self._open_file)
        self._folder.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.hide)
        self.hide()

    def watch(self, job: Job, target: Path) -> None:
        """Follow a job that writes a file."""
        self._job, self._target = job, target
        job.progressed.connect(self._progress)
        job.succeeded.connect(self._done)
        job.failed.connect(self._failed)
        job.cancelled.connect(self.hide)
        self._say("Đang xuất Excel…", running=True)

    def _say(self, text: str, *, running: bool) -> None:
        self._text.setText(text)
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        for button in (self._file, self._folder, self._close):
            button.setVisible(not running)
        self.show()

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(object)
    def _done(self, result: object) -> None:
        self._say(f"Đã ghi {self._target.name}", running=False)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self.hide()
        self._run.show(error)

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))
