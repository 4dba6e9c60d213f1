"""Naming a template that is made of chosen tasks, and the day its dates count from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskTemplateId
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.domain.tasks.task import Task
from coordapp.domain.tasks.template import ensure_item, items_of
from coordapp.domain.words.labels import offset_words
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDraft:
    """A template to make: its name, and the day its dates count from."""

    name: str
    start: date


class MakeDialog(FormDialog):
    """Shows how far each task is from the start day that is typed."""

    def __init__(
        self, parent: QWidget | None, tasks: Sequence[Task], today: date, calendar: Calendar
    ) -> None:
        super().__init__("Lập mẫu từ nhiệm vụ", "Lập mẫu", today, parent, calendar)
        self.setMinimumWidth(640)
        self._tasks = tasks
        self._counted_by = calendar
        self.name = QLineEdit()
        self.name.setPlaceholderText("Ví dụ: Chuẩn bị hội nghị sơ kết")
        # the last date is what the others lead up to, most often
        self.start = QLineEdit(dates.short(max((t.due for t in tasks if t.due), default=today)))
        self.lines = QListWidget()
        self.lines.setMinimumHeight(180)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add("Tên mẫu", self.name)
        self.add("Ngày mốc", self.start)
        self.add("Các nhiệm vụ", self.lines)
        self.start.textChanged.connect(self._update)
        self._update()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _update(self) -> None:
        self.lines.clear()
        if self._start_mistake():
            return
        start = self.day(self.start.text()) or self.today
        for item in items_of(self._tasks, TaskTemplateId(0), start, self._counted_by):
            self.lines.addItem(f"{offset_words(item.offset)}: {one_line(item.title)}")

    def _start_mistake(self) -> str:
        if wrong := self.day_mistake(self.start.text(), needed=True):
            return wrong
        start = self.day(self.start.text()) or self.today
        try:
            for item in items_of(self._tasks, TaskTemplateId(0), start, self._counted_by):
                ensure_item(item)
        except RuleViolation as error:
            return sentence(error)
        return ""

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        if not self.name.text().strip():
            mistakes.append((self.name, sentence(RuleViolation("template_name_missing"))))
        if wrong := self._start_mistake():
            mistakes.append((self.start, wrong))
        return mistakes

    def draft(self) -> TemplateDraft:
        """Give what was typed."""
        return TemplateDraft(
            name=nfc(self.name.text().strip()),
            start=self.day(self.start.text()) or self.today,
        )

    @classmethod
    def ask(
        cls, parent: QWidget | None, tasks: Sequence[Task], today: date, calendar: Calendar
    ) -> TemplateDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, tasks, today, calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None
