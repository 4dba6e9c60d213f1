"""The dialog that changes the same things of many tasks."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QSizePolicy, QWidget

from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import MOVES, Task, Urgency, WorkState
from coordapp.domain.words.labels import URGENCY, WORK_STATE
from coordapp.domain.words.messages import sentence
from coordapp.services.tasks.bulk_actions import BulkChange, BulkField
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.form_dialog import FormDialog

_AS_IT_IS = "(giữ nguyên)"
_KEEP, _EMPTY = "keep", "empty"
_CLEARED = "(xóa)"
_NAMED = 2  # what fits on one line


class ChangeDialog(FormDialog):
    """What is left as it is changes nothing."""

    def __init__(
        self,
        parent: QWidget | None,
        tasks: Sequence[Task],
        units: Sequence[Unit],
        today: date,
        calendar: Calendar,
    ) -> None:
        super().__init__(f"Sửa {len(tasks)} nhiệm vụ", "Sửa hàng loạt", today, parent, calendar)
        self.lead = SearchChoice()
        self.lead.offer(
            [
                (_KEEP, _AS_IT_IS),
                (_EMPTY, "(bỏ trống)"),
                *((unit.id, unit.to_choose) for unit in units),
            ]
        )
        self.due = QLineEdit()
        self.due.setPlaceholderText(f"để trống: giữ nguyên · 5/3, +7, cuối tháng · {_CLEARED}")
        self.state = _box([(WORK_STATE[state], state) for state in common_states(tasks)])
        self.urgency = _box([(URGENCY[degree], degree) for degree in Urgency])
        codes = ", ".join(task.code for task in tasks[:_NAMED])
        more = f" và {len(tasks) - _NAMED} nữa" if len(tasks) > _NAMED else ""
        named = label(f"{codes}{more}", wraps=False)  # a form would break it in a narrow column
        self.form.addRow("Nhiệm vụ", named)
        self.add("Đơn vị chủ trì", self.lead)
        self.add_deadline("Hạn", self.due)
        self.add("Trạng thái", self.state)
        self.add("Độ khẩn", self.urgency)
        self.explain(
            "Một lần hoàn tác lấy lại tất cả. Có nhiệm vụ không sửa được thì không sửa gì."
        )
        self.lead.setFocus(Qt.FocusReason.OtherFocusReason)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        wrong = "" if self._clears_due() else self.day_mistake(self.due.text())
        if wrong:
            mistakes.append((self.due, wrong))
        elif not self.changes():
            mistakes.append((self.lead, sentence(RuleViolation("nothing_chosen"))))
        return mistakes

    def changes(self) -> list[BulkChange]:
        """Give what was chosen."""
        changes: list[BulkChange] = []
        lead = self.lead.currentData()
        if lead != _KEEP:
            value = None if lead == _EMPTY else lead
            changes.append(BulkChange(field=BulkField.LEAD, value=value))
        if self.due.text().strip():
            day = None if self._clears_due() else self.day(self.due.text())
            changes.append(BulkChange(field=BulkField.DUE, value=day))
        for box, field in ((self.state, BulkField.STATE), (self.urgency, BulkField.URGENCY)):
            if box.currentData() != _KEEP:
                changes.append(BulkChange(field=field, value=box.currentData()))
        return changes

    def deadline_reader(self) -> Callable[[str], Deadline]:
        """Give what reads a typed deadline; what clears it is no words of one."""
        return partial(_read_or_clear, super().deadline_reader())

    def _clears_due(self) -> bool:
        return _clears(self.due.text())

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        tasks: Sequence[Task],
        units: Sequence[Unit],
        today: date,
        calendar: Calendar,
    ) -> list[BulkChange] | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, tasks, units, today, calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.changes() if accepted else None


def _read_or_clear(read: Callable[[str], Deadline], typed: str) -> Deadline:
    return NO_DEADLINE if _clears(typed) else read(typed)


def _clears(typed: str) -> bool:
    return typed.strip().lower() == _CLEARED


def common_states(tasks: Sequence[Task]) -> list[WorkState]:
    """Give the states that every one of these tasks may be in or go to."""
    allowed = [MOVES[task.work_state] | {task.work_state} for task in tasks]
    return [state for state in WorkState if all(state in states for states in allowed)]


def _box(items: Sequence[tuple[str, object]]) -> ChoiceBox:
    box = ChoiceBox()
    box.addItem(_AS_IT_IS, _KEEP)
    for words, value in items:
        box.addItem(words, value)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
