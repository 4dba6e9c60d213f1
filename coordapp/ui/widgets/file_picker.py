"""Files chosen or dropped in a dialog, kept only when the dialog is accepted."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from coordapp.domain.kernel.attachment import safe_name
from coordapp.ui.widgets.card import button, label


def files_of(dropped: QMimeData) -> list[Path]:
    """Give the files of this machine among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


class FilePicker(QWidget):
    """Names what was chosen; choosing again adds to it."""

    def __init__(self, folder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._chosen: list[Path] = []
        self._names = label("", "secondary", self)
        self.choose = button("Chọn tệp…", "plain", "paperclip", self)
        self.drop_all = button("", "quiet", "x", self, tip="Bỏ các tệp đã chọn")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._names, 1)
        row.addWidget(self.drop_all)
        row.addWidget(self.choose)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self.ask)
        self.drop_all.clicked.connect(self.clear)
        self._show()

    def chosen(self) -> tuple[Path, ...]:
        """Give the files, each once, in the order they were chosen."""
        return tuple(self._chosen)

    def add(self, paths: list[Path]) -> None:
        """Take more files."""
        self._chosen = list(dict.fromkeys([*self._chosen, *paths]))
        self._show()

    @Slot()
    def clear(self) -> None:
        """Take none of them."""
        self._chosen = []
        self._show()

    @Slot()
    def ask(self) -> None:
        """Choose files."""
        names, _ = QFileDialog.getOpenFileNames(self, "Chọn tệp minh chứng", self._folder)
        self.add([Path(name) for name in names])

    def welcome(self, event: QDropEvent) -> None:
        """Answer files that are held over the dialog."""
        if not files_of(event.mimeData()):
            event.ignore()
            return
        # never a move: the sender would delete its file
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def take(self, event: QDropEvent) -> None:
        """Take the files that were dropped."""
        self.welcome(event)
        if event.isAccepted():
            self.add(files_of(event.mimeData()))

    def _show(self) -> None:
        names = ", ".join(safe_name(path.name) for path in self._chosen)
        self._names.setText(names or "Chưa có tệp. Có thể kéo tệp thả vào đây.")
        self.drop_all.setVisible(bool(names))
