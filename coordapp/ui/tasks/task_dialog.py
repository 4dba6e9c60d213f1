"""The dialog of one task with its coordinating units."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import ChoiceWords, Unit
from coordapp.domain.documents.secrecy import Secrecy, ensure_ordinary
from coordapp.domain.documents.secret_paper import bare_task
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.percent import read_percent
from coordapp.domain.tasks.sources import NO_SOURCES, Sources
from coordapp.domain.tasks.task import Task, Urgency, WorkState
from coordapp.domain.words.labels import DEADLINE_KIND, SECRECY, URGENCY
from coordapp.domain.words.messages import sentence
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.ui.tasks.part_table import PartTable
from coordapp.ui.tasks.placing.place_fields import PlaceFields
from coordapp.ui.tasks.placing.secret_fields import SecretFields
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.choosing.name_completer import NameCompleter, ReadPeople
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.form_dialog import FormDialog, choice, reachable
from coordapp.ui.widgets.growing_text import TitleText

_PARTS = (("work", "Nhiệm vụ"), ("place", "Căn cứ, nhiệm vụ chung"))
ReadSources = Callable[[], Sources]


def _no_sources() -> Sources:
    return NO_SOURCES


class TaskDialog(FormDialog):
    """Edits a draft; saving it is the caller's work.

    What gave the task is asked on a page of its own, which is read only when it is opened.
    """

    def __init__(
        self,
        parent: QWidget | None,
        draft: TaskDraft,
        units: Sequence[Unit],
        today: date,
        calendar: Calendar | None = None,
        sources: ReadSources = _no_sources,
        people: ReadPeople = tuple,
    ) -> None:
        new = not draft.task.code
        title = "Nhiệm vụ mới" if new else f"Sửa nhiệm vụ {draft.task.code}"
        verb = "Thêm nhiệm vụ" if new else "Lưu thay đổi"
        super().__init__(title, verb, today, parent, calendar)
        self.setMinimumWidth(600)
        self._draft = draft
        self._sources = sources
        self.place: PlaceFields | None = None
        self._turn_pages()
        task = draft.task
        self.title = TitleText(task.title)
        self.content = QPlainTextEdit(task.content)
        self.content.setFixedHeight(64)
        self.content.setTabChangesFocus(True)
        self.lead = SearchChoice()
        named = ((int(unit.id), ChoiceWords(unit.name, unit.names)) for unit in units)
        self.lead.offer([(None, "(chưa giao)"), *named], task.lead_unit_id)
        self.parts = PartTable(units, dict(draft.coordination))
        self.due = QLineEdit(dates.short(task.due))
        self.due.setPlaceholderText("5/3, +7, t6, cuối tháng, 15 ngày làm việc")
        self.kind = choice(DEADLINE_KIND, task.deadline_kind)
        self.kind.setAccessibleName("Loại hạn")
        self.wording = QLineEdit(task.deadline_wording)
        self.wording.setAccessibleName("Hạn ghi trong văn bản")
        self.wording.setPlaceholderText("như trong văn bản: trước 31/3, trong quý II…")
        self.product = QLineEdit(task.product)
        self.focal = QLineEdit(task.focal_person)
        NameCompleter(self.focal, people)
        self.urgency = choice(URGENCY, task.urgency)
        self.urgency.setAccessibleName("Độ khẩn")
        self._make_choices(task)
        self.note = QLineEdit(task.note)
        self._lay_out()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_choices(self, task: Task) -> None:
        self.secrecy = choice(SECRECY, Secrecy.ORDINARY)
        self.secrecy.setAccessibleName("Độ mật")
        self.secrecy.setToolTip(
            "Trên mức “Thường” sổ chỉ giữ số, ký hiệu và ngày của văn bản, không ghi bí mật nhà nước"
        )
        self._degrees = _pair(self.urgency, self.secrecy)
        self._degrees.setFocusProxy(self.secrecy)
        self.secret = SecretFields(self.day)
        self.state = choice(reachable(task), task.work_state)
        self.percent = QLineEdit("" if task.percent is None else str(task.percent))
        self.percent.setPlaceholderText("% hoàn thành")
        self.percent.setAccessibleName("% hoàn thành")
        self.state.setAccessibleName("Trạng thái")
        self._progress = _pair(self.state, self.percent)
        self._progress.setFocusProxy(self.percent)

    def _turn_pages(self) -> None:
        """Put the form on the first of two pages."""
        column = self.layout()
        if not isinstance(column, QVBoxLayout):
            raise TypeError(column)
        self.parts_bar = ChipBar(_PARTS)
        self._pages = QStackedWidget()
        work = QWidget()
        # the form moves into the page: its fields are added to it later
        column.removeItem(self.form)
        self.form.setParent(None)
        work.setLayout(self.form)
        self.form.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(work)
        column.insertWidget(0, self.parts_bar)
        column.insertWidget(1, self._pages, 1)
        self.parts_bar.chosen.connect(self.show_part)

    @Slot(str)
    def show_part(self, key: str) -> None:
        """Show the task, or what gave it."""
        if key == "place" and self.place is None:
            self.place = PlaceFields(self._draft.task, self._sources(), self.day)
            self._pages.addWidget(self.place)
        self.parts_bar.choose(key)
        self._pages.setCurrentIndex(0 if key == "work" or self.place is None else 1)

    def _lay_out(self) -> None:
        self.add("Nhiệm vụ", self.title)
        self.add("Nội dung", self.content)
        self.add("Đơn vị chủ trì", self.lead)
        self.add("Phối hợp", self.parts)
        self.add_deadline("Hạn", self.due, keeps=True)
        self.form.addRow("Loại hạn", _pair(self.kind, self.wording))
        self.echo(self.wording, keeps=True)
        self.add("Sản phẩm", self.product)
        self.add("Đầu mối", self.focal)
        self.add("Độ khẩn, độ mật", self._degrees)
        self.add("Văn bản mật", self.secret)
        self.form.setRowVisible(self.secret, False)
        self.add("Trạng thái, %", self._progress)
        self.add("Ghi chú", self.note)
        self.watch_stamps(self.title, self.content, self.wording, self.product, self.note)
        self.secrecy.activated.connect(self._take_degree)
        self.secret.number.textEdited.connect(self._forget_degree)

    @Slot()
    def _take_degree(self) -> None:
        """Say at once, before anything secret is typed; of a new task ask number and day alone."""
        is_bare = self._is_bare()
        self.form.setRowVisible(self.secret, is_bare)
        for field in (
            self.title, self.content, self.lead, self.parts, self.due, self.kind, self.wording, self.product,
            self.focal, self.urgency, self.state, self.percent, self.note, self.parts_bar,
        ):  # fmt: skip
            field.setEnabled(not is_bare)
        self.say(self._degrees, self._secrecy_mistake())
        if is_bare:
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _forget_degree(self) -> None:
        self.say(self._degrees, "")

    def _is_bare(self) -> bool:
        """Tell that of a new task only number and day are kept; one that is there has its text."""
        return self._degree() is not Secrecy.ORDINARY and not self._draft.task.code

    def _degree(self) -> Secrecy:
        return Secrecy(self.secrecy.currentData())

    def _secrecy_mistake(self) -> str:
        if self._is_bare():
            return self.secret.mistake(self._degree())
        try:
            ensure_ordinary(self._degree())
        except RuleViolation as error:
            return sentence(error)
        return ""

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        mistakes: list[tuple[QWidget, str]] = []
        if self._is_bare():
            wrong = self._secrecy_mistake()
            return [(self._degrees, wrong)] if wrong else []
        if not self.title.text().strip():
            mistakes.append((self.title, sentence(RuleViolation("title_missing"))))
        try:
            self.deadline(nfc(self.due.text()))
        except RuleViolation as error:
            mistakes.append((self.due, sentence(error)))
        if wrong := self._secrecy_mistake():
            mistakes.append((self._degrees, wrong))
        try:
            read_percent(self.percent.text())
        except RuleViolation as error:
            mistakes.append((self._progress, sentence(error)))
        if self.place is not None:
            wrong = self.place.mistake()
            self.place.say(wrong)
            if mistakes or not wrong:
                self.show_part("work" if mistakes else self.parts_bar.current())
            else:
                self.show_part("place")
                mistakes.append((self.place, wrong))
        return mistakes

    def say(self, field: QWidget, text: str) -> None:
        """Show or clear the error of a field; the page of the ground says its own."""
        if field is not self.place:
            super().say(field, text)

    def draft(self) -> TaskDraft:
        """Give what was typed; of a secret task what may be kept."""
        if self._is_bare():
            paper = self.secret.paper(self._degree())
            return TaskDraft(task=bare_task(paper), secrecy=self._degree(), paper=paper)
        lead = self.lead.currentData()
        said = self.deadline(nfc(self.due.text()))
        typed = nfc(self.wording.text().strip())
        words = "" if said.due is not None else said.wording
        kind = DeadlineKind(self.kind.currentData()) if not words else said.kind
        task = replace(
            self._draft.task,
            title=nfc(self.title.text().strip()),
            content=nfc(self.content.toPlainText().strip()),
            lead_unit_id=None if lead is None else UnitId(lead),
            due=said.due,
            deadline_kind=kind,
            deadline_wording=words or typed,
            product=nfc(self.product.text().strip()),
            focal_person=nfc(self.focal.text().strip()),
            urgency=Urgency(self.urgency.currentData()),
            work_state=WorkState(self.state.currentData()),
            percent=read_percent(self.percent.text()),
            note=nfc(self.note.text().strip()),
        )
        return TaskDraft(
            task=task if self.place is None else self.place.placed(task),
            coordination=self._coordination(task.lead_unit_id),
            secrecy=self._degree(),
        )

    def _coordination(self, lead: UnitId | None) -> tuple[tuple[UnitId, str], ...]:
        return tuple(part for part in self.parts.chosen().items() if part[0] != lead)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        draft: TaskDraft,
        units: Sequence[Unit],
        today: date,
        calendar: Calendar | None = None,
        sources: ReadSources = _no_sources,
        people: ReadPeople = tuple,
    ) -> TaskDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, draft, units, today, calendar, sources, people)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None


def _pair(left: QWidget, right: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return both
