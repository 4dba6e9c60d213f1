"""What gave a task, in which words and when, and the task it lies below."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    ConclusionId,
    DirectiveSectionId,
    ProgrammeItemId,
    TaskId,
)
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.sources import Sources
from coordapp.domain.tasks.task import Origin, Task
from coordapp.domain.words.labels import ORIGIN
from coordapp.domain.words.messages import sentence
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.saving_form import text_block

_NONE = "(không)"
_QUOTE_LINES = 6


class PlaceFields(QWidget):
    """Chosen by letters of the name; what is chosen brings its words and its kind of ground."""

    def __init__(
        self,
        task: Task,
        sources: Sources,
        read_day: Callable[[str], date | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources, self._read_day = sources, read_day
        self.origin = ChoiceBox()
        for origin, words in ORIGIN.items():
            self.origin.addItem(words, origin.value)
        self.origin.setCurrentIndex(self.origin.findData(task.origin.value))
        self.conclusion = _choice(sources.conclusions, task.conclusion_id)
        self.section = _choice(sources.sections, task.directive_section_id)
        self.item = _choice(sources.items, task.programme_item_id)
        self.quoted = text_block(_QUOTE_LINES)
        self.quoted.setPlainText(task.quoted)
        self.assigned = QLineEdit(dates.short(task.assigned_on))
        self.assigned.setPlaceholderText("trống là hôm nay")
        self.above = _choice(sources.parents, task.parent_id)
        self.error = label("", "error")
        self.error.hide()
        self._lay_out()
        self.conclusion.activated.connect(self._take_conclusion)
        self.section.activated.connect(self._take_section)
        self.item.activated.connect(self._take_item)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for title, field in (
            ("Căn cứ", self.origin),
            ("Kết luận", self.conclusion),
            ("Mục văn bản", self.section),
            ("Nội dung chương trình", self.item),
            ("Trích dẫn", self.quoted),
            ("Ngày giao", self.assigned),
            ("Thuộc nhiệm vụ chung", self.above),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        form.addRow("", self.error)

    def placed(self, task: Task) -> Task:
        """Give the task as it is placed now. Raises RuleViolation: date_unreadable, date_impossible."""
        conclusion, section = self.conclusion.currentData(), self.section.currentData()
        item, above = self.item.currentData(), self.above.currentData()
        return replace(
            task,
            origin=Origin(self.origin.currentData()),
            conclusion_id=None if conclusion is None else ConclusionId(conclusion),
            directive_section_id=None if section is None else DirectiveSectionId(section),
            programme_item_id=None if item is None else ProgrammeItemId(item),
            quoted=nfc(self.quoted.toPlainText().strip()),
            assigned_on=self._read_day(nfc(self.assigned.text())),
            parent_id=None if above is None else TaskId(above),
        )

    def mistake(self) -> str:
        """Say why it cannot be placed so; empty when it can."""
        try:
            self._read_day(nfc(self.assigned.text()))
        except RuleViolation as error:
            return sentence(error)
        return ""

    def say(self, text: str) -> None:
        """Show or clear what is wrong."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    @Slot()
    def _take_conclusion(self) -> None:
        self._take("conclusion", self.conclusion.currentData(), Origin.CONCLUSION)

    @Slot()
    def _take_section(self) -> None:
        self._take("section", self.section.currentData(), Origin.DIRECTIVE)

    @Slot()
    def _take_item(self) -> None:
        self._take("item", self.item.currentData(), Origin.PROGRAMME)

    def _take(self, kind: str, chosen: int | None, origin: Origin) -> None:
        if chosen is None:
            return
        self.origin.setCurrentIndex(self.origin.findData(origin.value))
        known = self._sources.quotes
        # words that a person wrote stay; those of a paper make way for those of another
        if self.quoted.toPlainText().strip() in {"", *known.values()}:
            self.quoted.setPlainText(known.get((kind, chosen), ""))


def _choice(choices: Sequence[tuple[object, str]], current: object) -> SearchChoice:
    box = SearchChoice()
    known = {value for value, _ in choices}
    # what the list leaves out, as a task cancelled since, is kept and not lost by opening a form
    kept = [] if current is None or current in known else [(current, f"(giữ nguyên, số {current})")]
    box.offer([(None, _NONE), *kept, *choices], current)
    return box
