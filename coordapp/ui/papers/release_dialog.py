"""The dialog that gives drafts to the units before the notice is issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.form_dialog import FormDialog

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseDraft:
    """Which drafts go early, and why."""

    task_ids: tuple[TaskId, ...]
    reason: str


class ReleaseDialog(FormDialog):
    """Asks which drafts, and the reason that stays in their history."""

    def __init__(
        self, parent: QWidget | None, drafts: Sequence[tuple[Task, str]], today: date
    ) -> None:
        super().__init__("Giao trước khi ban hành thông báo", "Giao trước", today, parent)
        self.setMinimumWidth(600)
        self.tasks = QListWidget()
        self.tasks.setFixedHeight(220)
        self.tasks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tasks.setTextElideMode(Qt.TextElideMode.ElideRight)
        for task, unit in drafts:
            item = QListWidgetItem(f"{task.code} · {unit or 'chưa có đơn vị'} · {task.title}")
            item.setToolTip(task.title)
            item.setData(_ID, task.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.tasks.addItem(item)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(66)
        self.reason.setPlaceholderText("Ví dụ: giao trực tiếp tại hội nghị")
        self.add("Nhiệm vụ", self.tasks)
        self.add("Lý do", self.reason)
        self.tasks.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> tuple[TaskId, ...]:
        """Give the ticked tasks."""
        lines = map(self.tasks.item, range(self.tasks.count()))
        return tuple(
            TaskId(line.data(_ID)) for line in lines if line.checkState() is Qt.CheckState.Checked
        )

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be done."""
        mistakes: list[tuple[QWidget, str]] = []
        if not self.chosen():
            mistakes.append((self.tasks, "Chưa chọn nhiệm vụ. Hãy đánh dấu ít nhất một nhiệm vụ."))
        if not self.reason.toPlainText().strip():
            mistakes.append((self.reason, sentence(RuleViolation("release_without_reason"))))
        return mistakes

    def draft(self) -> ReleaseDraft:
        """Give what was chosen and typed."""
        reason = nfc(self.reason.toPlainText().strip())
        return ReleaseDraft(task_ids=self.chosen(), reason=reason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, drafts: Sequence[tuple[Task, str]], today: date
    ) -> ReleaseDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, drafts, today)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None
