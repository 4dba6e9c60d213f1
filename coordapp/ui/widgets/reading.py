"""A small window while something is read or written in the background."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.jobs import Job
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog

_PATIENCE = 300  # milliseconds


class ReadingDialog(Dialog):
    """Closes when the job ends; "Hủy" stops it."""

    title = "Đang đọc tệp"

    def __init__(self, text: str, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self._job = job
        # modal at once, but seen only when it lasts: nothing flashes over a short table
        self.setWindowOpacity(0)
        patience = Debounce(self, wait=_PATIENCE)
        patience.rested.connect(self._appear)
        patience.wait()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.stop = button("Hủy")
        self.stop.clicked.connect(self.reject)
        self.text = label(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)
        # not `finished`, which comes only after everybody has dealt with the outcome
        for ended in (job.succeeded, job.failed, job.cancelled):
            ended.connect(self._end)

    @Slot()
    def _appear(self) -> None:
        self.setWindowOpacity(1)

    @Slot(object)
    @Slot()
    def _end(self, _outcome: object = None) -> None:
        self.accept()

    @Slot()
    def reject(self) -> None:
        """Stop the reading; the window closes when it has stopped."""
        self._job.cancel()
        super().reject()


class WritingDialog(ReadingDialog):
    """Stays until the job has ended: nobody writes beside what is half written."""

    title = "Đang ghi vào sổ"

    def __init__(self, text: str, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(text, job, parent)
        job.progressed.connect(self._show_progress)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot()
    def reject(self) -> None:
        """Ask the job to stop, and wait until it has."""
        self._job.cancel()
        self.stop.setEnabled(False)
        self.text.setText("Đang hủy, sổ giữ nguyên như trước…")
