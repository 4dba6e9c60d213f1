"""The dialog of an extension."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionDraft:
    """An extension as typed."""

    new_due: date
    reason: str
    paper: str
    approved_on: date | None


class ExtendDialog(FormDialog):
    """Asks for the new deadline and the paper that approves it."""

    def __init__(
        self,
        parent: QWidget | None,
        task: Task,
        today: date,
        calendar: Calendar | None = None,
    ) -> None:
        super().__init__(f"Gia hạn {task.code}", "Gia hạn", today, parent, calendar)
        self._task = task
        self.new_due = QLineEdit()
        self.new_due.setPlaceholderText("5/3, +7, t6, cuối tháng, 15 ngày làm việc")
        self.reason = QLineEdit()
        self.paper = QLineEdit()
        self.paper.setPlaceholderText("số, ký hiệu văn bản cho phép gia hạn")
        self.approved = QLineEdit(dates.short(today))
        self.form.addRow("Hạn đang có", label(dates.short(task.due) or "chưa có hạn"))
        self.add_deadline("Hạn mới", self.new_due)
        self.add("Lý do", self.reason)
        self.add("Văn bản cho phép gia hạn", self.paper)
        self.add("Ngày cho phép gia hạn", self.approved)
        self.watch_stamps(self.reason, self.paper)
        self.new_due.setFocus(Qt.FocusReason.OtherFocusReason)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        wrong = self.day_mistake(self.new_due.text(), needed=True)
        if not wrong and self._task.due is not None:
            new = self.day(self.new_due.text())
            if new is not None and new <= self._task.due:
                old = dates.short(self._task.due)
                wrong = sentence(RuleViolation("extension_not_later", old=old))
        if wrong:
            mistakes.append((self.new_due, wrong))
        if not self.reason.text().strip():
            mistakes.append((self.reason, sentence(RuleViolation("extension_without_reason"))))
        if wrong := self.day_mistake(self.approved.text()):
            mistakes.append((self.approved, wrong))
        return mistakes

    def draft(self) -> ExtensionDraft:
        """Give what was typed."""
        return ExtensionDraft(
            new_due=self.day(self.new_due.text()) or self.today,
            reason=nfc(self.reason.text().strip()),
            paper=nfc(self.paper.text().strip()),
            approved_on=self.day(self.approved.text()),
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        task: Task,
        today: date,
        calendar: Calendar | None = None,
    ) -> ExtensionDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, task, today, calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None
