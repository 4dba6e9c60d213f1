"""A small window while something is read that cannot say how far it is."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from coordapp.ui.jobs import Job
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog


class Reading(Dialog):
    """Closes when the job ends; "Hủy" stops it."""

    def __init__(self, text: str, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đang đọc tệp")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self._job = job
        bar = QProgressBar(textVisible=False)
        bar.setRange(0, 0)
        stop = button("Hủy")
        stop.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(text))
        column.addWidget(bar)
        column.addWidget(stop, 0, Qt.AlignmentFlag.AlignRight)
        job.finished.connect(self._end)

    @Slot()
    def _end(self) -> None:
        self.accept()

    @Slot()
    def reject(self) -> None:
        """Stop the reading; the window closes when it has stopped."""
        self._job.cancel()
        super().reject()
