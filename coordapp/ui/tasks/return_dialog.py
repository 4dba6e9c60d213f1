"""The dialog that returns a task to its unit."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.form_dialog import FormDialog


class ReturnDialog(FormDialog):
    """Asks what the unit has still to do."""

    def __init__(self, parent: QWidget | None, task: Task, today: date) -> None:
        super().__init__(f"Trả lại {task.code}", "Trả lại", today, parent)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        self.form.addRow("Nhiệm vụ", label(task.title))
        self.add("Lý do", self.reason)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        if self.reason.toPlainText().strip():
            return []
        return [(self.reason, sentence(RuleViolation("return_without_reason")))]

    @classmethod
    def ask(cls, parent: QWidget | None, task: Task, today: date) -> str | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, task, today)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return nfc(dialog.reason.toPlainText().strip()) if accepted else None
