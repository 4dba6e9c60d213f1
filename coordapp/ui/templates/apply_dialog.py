"""Choosing a template and its start day, with every task and its date shown before it is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskTemplateId
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.domain.tasks.task import Urgency
from coordapp.domain.tasks.template import PlannedTask, TaskTemplate, TaskTemplateItem, plan
from coordapp.domain.words.labels import CAUTION, URGENCY
from coordapp.domain.words.messages import sentence
from coordapp.services.tasks.template_actions import Application
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.deadlines.deadline_echo import DeadlineEcho
from coordapp.ui.widgets.fields import FieldRow
from coordapp.ui.widgets.reading_order import Dialog

_LONGEST = 60  # letters of a conclusion in its line of choice


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateOffer:
    """What there is to choose from, and what dates are counted by."""

    templates: Sequence[TaskTemplate]
    items: Mapping[TaskTemplateId, Sequence[TaskTemplateItem]]
    units: Sequence[Unit]
    conferences: Sequence[Conference]
    conclusions: Sequence[Conclusion]
    today: date
    calendar: Calendar


class ApplyDialog(Dialog):
    """Tells before the click which tasks will be made, and which dates to look at twice."""

    def __init__(
        self, parent: QWidget | None, offer: TemplateOffer, chosen: TaskTemplateId | None = None
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._names = {unit.id: unit.short_name for unit in offer.units}
        self._start: date | None = offer.today
        self._build()
        self.template.setCurrentIndex(max(0, self.template.findData(chosen)))
        self._connect()
        self._offer_conclusions()
        self._update()
        self.start.selectAll()
        self.start.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, offer: TemplateOffer, chosen: TaskTemplateId | None = None
    ) -> Application | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, offer, chosen)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.application() if accepted else None

    # --- building

    def _build(self) -> None:
        self.setWindowTitle("Thêm nhiệm vụ từ mẫu")
        self.resize(1000, 600)
        self.model: RecordModel[PlannedTask] = RecordModel(
            self._columns(), lambda planned: planned.item.id, self
        )
        self.preview: TableView[PlannedTask] = TableView(self.model, self)
        self.preview.setAccessibleName("Nhiệm vụ sẽ tạo")
        self.note = label("", "secondary")
        self.said = label("")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.make = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.make.setProperty("role", "primary")
        self.make.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Hủy")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._build_terms())
        column.addWidget(self.note)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)

    def _build_terms(self) -> QGridLayout:
        offer = self._offer
        meetings = [(int(one.id), f"{one.code} {one.title}") for one in offer.conferences]
        self.template = _box("", [(int(one.id), one.name) for one in offer.templates])
        self.start = QLineEdit(dates.short(offer.today), placeholderText="5/3, +7, t6, cuối tháng")
        self.unit = _box("Theo từng nhiệm vụ", [(int(one.id), one.name) for one in offer.units])
        self.conference = _box("Không gắn", meetings)
        self.conclusion = _box("Không gắn", [])
        self._start_row = FieldRow("Ngày mốc", self.start)
        self._start_row.say_below(DeadlineEcho.of_typed(self.start, offer.today, offer.calendar))
        terms = QGridLayout()
        terms.setHorizontalSpacing(12)
        terms.setVerticalSpacing(8)
        terms.addWidget(FieldRow("Mẫu", self.template), 0, 0)
        terms.addWidget(self._start_row, 0, 1)
        terms.addWidget(FieldRow("Đơn vị chủ trì", self.unit), 0, 2)
        terms.addWidget(FieldRow("Hội nghị", self.conference), 1, 0)
        terms.addWidget(FieldRow("Kết luận", self.conclusion), 1, 1, 1, 2)
        for place, share in enumerate((5, 3, 4)):
            terms.setColumnStretch(place, share)
        return terms

    def _columns(self) -> tuple[Column[Any], ...]:
        return (
            Column(
                key="due", title="Hạn", width=100, text=lambda one: dates.short(one.due),
                sort=lambda one: one.due,
            ),
            Column(key="weekday", title="Thứ", width=88, text=lambda one: dates.weekday(one.due)),
            Column(
                key="title", title="Nhiệm vụ", stretch=True,
                text=lambda one: one_line(one.item.title),
            ),
            Column(
                key="urgency", title="Độ khẩn", width=88,
                text=lambda one: _urgency(one.item.urgency), sort=lambda one: one.item.urgency.value,
            ),
            Column(
                key="lead", title="Đơn vị chủ trì", width=116,
                text=lambda one: self._names.get(one.lead_unit_id, ""),
            ),
            Column(
                key="cautions", title="Xem lại", width=230, text=_cautions,
                tone=lambda one: Tone.DUE_SOON if one.cautions else None, tooltip=_cautions,
            ),
        )  # fmt: skip

    def _connect(self) -> None:
        self.template.activated.connect(self._update)
        self.unit.activated.connect(self._update)
        self.start.textChanged.connect(self._update)
        self.conference.activated.connect(self._follow_conference)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # --- choosing

    def application(self) -> Application:
        """Give what is chosen now."""
        return Application(
            template_id=self.template.currentData(),
            start=self._start or self._offer.today,
            unit_id=self.unit.currentData(),
            conference_id=self.conference.currentData(),
            conclusion_id=self.conclusion.currentData(),
        )

    @Slot()
    def _follow_conference(self) -> None:
        """Take the day of the meeting for the start, unless another day was typed."""
        chosen = self.conference.currentData()
        meeting = next((one for one in self._offer.conferences if one.id == chosen), None)
        if meeting is not None and meeting.held_on is not None and not self.start.isModified():
            self.start.setText(dates.short(meeting.held_on))
        self._offer_conclusions()
        self._update()

    def _offer_conclusions(self) -> None:
        chosen = self.conference.currentData()
        self.conclusion.clear()
        self.conclusion.addItem("Không gắn", None)
        for one in self._offer.conclusions:
            if one.conference_id == chosen and not one.no_task_reason:
                text = f"{one.number}. {one_line(one.text)}"
                shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
                self.conclusion.addItem(shown, int(one.id))
        self.conclusion.setEnabled(self.conclusion.count() > 1)

    @Slot()
    def _update(self) -> None:
        wrong = self._read_start()
        planned: list[PlannedTask] = []
        if not wrong:
            try:
                planned = self._plan()
            except RuleViolation as error:
                wrong = sentence(error)
        self._start_row.say_wrong(wrong)
        template = self._template()
        self.note.setText(template.note if template else "")
        self.note.setVisible(bool(self.note.text()))
        self.model.show(planned)
        self.make.setText(f"Tạo {len(planned)} nhiệm vụ" if planned else "Tạo nhiệm vụ")
        self.make.setEnabled(bool(planned))
        self.said.setText("" if wrong else self._summary(planned))

    def _template(self) -> TaskTemplate | None:
        chosen = self.template.currentData()
        return next((one for one in self._offer.templates if one.id == chosen), None)

    def _plan(self) -> list[PlannedTask]:
        offer, chosen = self._offer, self.application()
        return plan(
            offer.items.get(chosen.template_id, ()),
            chosen.start,
            offer.calendar,
            today=offer.today,
            unit_id=chosen.unit_id,
        )

    def _read_start(self) -> str:
        offer = self._offer
        try:
            self._start = dates.parse(nfc(self.start.text()), offer.today, offer.calendar)
        except RuleViolation as error:
            self._start = None
            return sentence(error)
        return "" if self._start else "Chưa có ngày mốc. Hãy nhập ngày."

    def _summary(self, planned: Sequence[PlannedTask]) -> str:
        if not planned:
            return "Mẫu này chưa có nhiệm vụ nào."
        days = [one.due for one in planned]
        doubtful = sum(bool(one.cautions) for one in planned)
        text = f"{len(planned)} nhiệm vụ, từ {dates.short(min(days))} đến {dates.short(max(days))}."
        return f"{text} {doubtful} hạn cần xem lại." if doubtful else text


def _box(first: str, lines: Sequence[tuple[int, str]]) -> SearchChoice:
    box = SearchChoice()
    box.setMinimumContentsLength(12)
    named = ((value, one_line(text)) for value, text in lines)
    box.offer([(None, first), *named] if first else named)
    return box


def _cautions(planned: PlannedTask) -> str:
    text = ", ".join(CAUTION[one] for one in planned.cautions)
    return text[:1].upper() + text[1:]


def _urgency(urgency: Urgency) -> str:
    return "" if urgency is Urgency.NORMAL else URGENCY[urgency]
