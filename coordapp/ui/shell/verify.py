"""Comparing a file with the signed papers of the register, from the menu."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from coordapp.ui.kit.context import Context

if TYPE_CHECKING:
    from coordapp.domain.documents.verification import Verdict


class Verifier(QObject):
    """Asks for a file, and says what it is beside the register."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self.box: QMessageBox | None = None

    @Slot()
    def ask(self) -> None:
        """Choose a file and compare it."""
        folder = str(self._context.store.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Kiểm tra tệp", folder, "PDF (*.pdf);;Mọi tệp (*)"
        )
        if chosen:
            self.compare(Path(chosen))

    def compare(self, paper: Path) -> None:
        """Compare a file in the background: it may be large."""
        from coordapp.services.documents.verifying import verify

        job = self._context.jobs.start(partial(verify, self._context.store.path, paper))
        job.succeeded.connect(self._show)
        job.failed.connect(self._context.run.show)

    @Slot(object)
    def _show(self, verdict: "Verdict") -> None:
        from coordapp.domain.words.verdict_words import verdict_sentence

        box = self.box = QMessageBox(self._window)
        box.setWindowTitle("Kiểm tra tệp")
        box.setTextFormat(Qt.TextFormat.PlainText)
        good = verdict.is_good
        box.setIcon(QMessageBox.Icon.Information if good else QMessageBox.Icon.Warning)
        box.setText(verdict_sentence(verdict))
        box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
