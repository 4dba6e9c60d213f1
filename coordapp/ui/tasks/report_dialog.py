"""The dialog of a progress report."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import ChoiceWords, Unit
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.percent import read_percent
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.domain.words.messages import sentence
from coordapp.services.tasks.task_actions import ReportDraft
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.file_picker import FilePicker
from coordapp.ui.widgets.form_dialog import FormDialog, choice, reachable

_OWN_PART = "Đơn vị phối hợp báo cáo phần việc của mình; trạng thái chung của nhiệm vụ không đổi."


class ReportDialog(FormDialog):
    """Takes down what a unit reported."""

    def __init__(
        self,
        parent: QWidget | None,
        task: Task,
        units: Sequence[Unit],
        today: date,
        calendar: Calendar | None = None,
    ) -> None:
        super().__init__(f"Cập nhật tiến độ {task.code}", "Ghi tiến độ", today, parent, calendar)
        state = (
            WorkState.IN_PROGRESS if task.work_state is WorkState.NOT_STARTED else task.work_state
        )
        self._task = task
        self.outcome = QPlainTextEdit()
        self.difficulty = QLineEdit()
        self.proposal = QLineEdit()
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText("số, ký hiệu văn bản")
        self.state = choice(reachable(task), state)
        self.percent = QLineEdit("" if task.percent is None else str(task.percent))
        self.happened = QLineEdit(dates.short(today))
        self.unit = SearchChoice()
        named = ((int(unit.id), ChoiceWords(unit.name, unit.names)) for unit in units)
        self.unit.offer([(None, "(không nêu)"), *named], task.lead_unit_id)
        self.outcome.setFixedHeight(80)
        self.outcome.setTabChangesFocus(True)
        self.add("Kết quả", self.outcome)
        self.add("Trạng thái", self.state)
        self.add("% hoàn thành", self.percent)
        self.add("Ngày", self.happened)
        self.add("Đơn vị báo cáo", self.unit)
        self.add("Khó khăn", self.difficulty)
        self.add("Kiến nghị, đề xuất", self.proposal)
        self.add("Minh chứng", self.evidence)
        self.files = FilePicker()
        self.add("Tệp kèm", self.files)
        self.part = label("", "secondary")
        self.form.addRow("", self.part)
        self.setAcceptDrops(True)
        self.unit.activated.connect(self._follow_unit)
        self._follow_unit()
        self.watch_stamps(self.outcome, self.difficulty, self.proposal, self.evidence)
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow_unit(self) -> None:
        """Say that a coordinating unit speaks of its part only, whose share nobody knows yet."""
        chosen = self.unit.currentData()
        own_part = chosen not in (None, self._task.lead_unit_id)
        self.part.setText(_OWN_PART if own_part else "")
        self.form.setRowVisible(self.part, own_part)
        if not self.percent.isModified():
            percent = None if own_part else self._task.percent
            self.percent.setText("" if percent is None else str(percent))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.files.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take(event)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        try:
            read_percent(self.percent.text())
        except RuleViolation as error:
            mistakes.append((self.percent, sentence(error)))
        if wrong := self.day_mistake(self.happened.text(), needed=True):
            mistakes.append((self.happened, wrong))
        return mistakes

    def draft(self) -> ReportDraft:
        """Give what was typed."""
        unit = self.unit.currentData()
        return ReportDraft(
            happened_on=self.day(self.happened.text()) or self.today,
            unit_id=None if unit is None else UnitId(unit),
            state=WorkState(self.state.currentData()),
            percent=read_percent(self.percent.text()),
            result=nfc(self.outcome.toPlainText().strip()),
            difficulty=nfc(self.difficulty.text().strip()),
            proposal=nfc(self.proposal.text().strip()),
            evidence=nfc(self.evidence.text().strip()),
            files=self.files.chosen(),
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        task: Task,
        units: Sequence[Unit],
        today: date,
        calendar: Calendar | None = None,
    ) -> ReportDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, task, units, today, calendar)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None
