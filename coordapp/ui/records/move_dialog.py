"""The dialog asked whenever a deadline is moved later or taken away: approved, or written wrongly."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QRadioButton, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground, Task
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.file_picker import FilePicker
from coordapp.ui.widgets.form_dialog import FormDialog

_NAMED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDraft:
    """Why deadlines move later, and the files that prove it."""

    move: DeadlineMove | None  # None where no deadline moves later
    files: tuple[Path, ...] = ()


class MoveDialog(FormDialog):
    """Asks once, however many tasks it is about."""

    def __init__(
        self,
        parent: QWidget | None,
        tasks: Sequence[Task],
        today: date,
        *,
        due: date | None = None,
        takes_files: bool = True,
    ) -> None:
        super().__init__("Hạn lùi lại" if due else "Lùi hoặc bỏ hạn", "Ghi", today, parent)
        self.extension = QRadioButton("Gia hạn (được phép lùi hạn)")
        self.correction = QRadioButton("Sửa ghi nhầm (hạn trước đây ghi sai)")
        self.extension.setChecked(True)
        self.reason = QLineEdit()
        self.paper = QLineEdit()
        self.paper.setPlaceholderText("số, ký hiệu văn bản cho phép gia hạn")
        self.approved = QLineEdit(dates.short(today))
        self.files = FilePicker()
        self.form.addRow(label(_told(tasks, due)))
        self.form.addRow(self.extension)
        self.form.addRow(self.correction)
        self.add("Lý do", self.reason)
        self.add("Văn bản cho phép gia hạn", self.paper)
        self.add("Ngày cho phép gia hạn", self.approved)
        self.add("Tệp kèm", self.files)
        self.form.setRowVisible(self.files, takes_files)
        self.setAcceptDrops(takes_files)
        self.watch_stamps(self.reason, self.paper)
        self.correction.toggled.connect(self._follow_ground)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow_ground(self) -> None:
        for field in (self.paper, self.approved):
            self.form.setRowVisible(field, self.extension.isChecked())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.files.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take(event)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        if not self.reason.text().strip():
            mistakes.append((self.reason, sentence(RuleViolation("extension_without_reason"))))
        if self.extension.isChecked() and (wrong := self.day_mistake(self.approved.text())):
            mistakes.append((self.approved, wrong))
        return mistakes

    def draft(self) -> MoveDraft:
        """Give what was typed."""
        reason = nfc(self.reason.text().strip())
        if self.correction.isChecked():
            move = DeadlineMove(ground=Ground.CORRECTION, reason=reason)
        else:
            move = DeadlineMove(
                ground=Ground.EXTENSION,
                reason=reason,
                paper=nfc(self.paper.text().strip()),
                approved_on=self.day(self.approved.text()),
            )
        return MoveDraft(move=move, files=self.files.chosen())

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        tasks: Sequence[Task],
        today: date,
        *,
        due: date | None = None,
        takes_files: bool = True,
    ) -> MoveDraft | None:
        """Show the dialog; None when the person turned away, and nothing is to be saved then."""
        dialog = cls(parent, tasks, today, due=due, takes_files=takes_files)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None


def _told(tasks: Sequence[Task], due: date | None) -> str:
    more = f" và {len(tasks) - _NAMED} nhiệm vụ nữa" if len(tasks) > _NAMED else ""
    whom = ", ".join(f"{task.code} ({dates.short(task.due)})" for task in tasks[:_NAMED]) + more
    what = f"lùi đến {dates.short(due)}" if due else "lùi lại hoặc bị bỏ"
    return f"Hạn của {whom} sẽ {what}. Việc này được ghi vào sổ gia hạn."
