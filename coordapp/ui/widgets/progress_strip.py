"""Long work on one line: what runs, how far, a way to stop, and then the file it made."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton, QWidget

from coordapp.ui.look import icons
from coordapp.ui.widgets.card import button, label


class ProgressStrip(QFrame):
    """Hidden while nothing runs."""

    cancel_requested = Signal()
    open_file_requested = Signal()
    open_folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._file.clicked.connect(self.open_file_requested)
        self._folder.clicked.connect(self.open_folder_requested)
        self._close.clicked.connect(self.hide)
        self.hide()

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
