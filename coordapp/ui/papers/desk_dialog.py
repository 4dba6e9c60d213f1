"""The papers of a morning as they will be printed: a slip that reminds, and the week."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.committee.unit import ChoiceWords
from coordapp.domain.figures.desk_contents import SlipFor, end_of_week, week_of
from coordapp.services.exports import desk_exports, desk_reading
from coordapp.services.exports.desk_reading import DeskRequest
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Job
from coordapp.ui.papers.preview import PaperPreview
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.search_field import SearchField
from coordapp.ui.widgets.fields import ChoiceField
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.save_as import PDF_OR_WORD

_SIZE = (860, 720)
_WEEKS = 5  # this one, and those that can be planned for
_KINDS = {SlipFor.UNIT: "", SlipFor.PERSON: "Đầu mối: "}


class SlipPreview(PaperPreview):
    """Shows the slip of whom is chosen above it."""

    noun = "Phiếu nhắc việc"
    kinds = PDF_OR_WORD

    def head(self) -> QLayout:
        """Put the choice of whom before that of the form."""
        self._whom = desk_reading.addressees(self._context.store.connection, self._context.today)
        self.whom = SearchField()
        self.whom.set_choices(
            (number, ChoiceWords(f"{_KINDS[kind]}{shown}", shown.names))
            for number, (kind, _, shown) in enumerate(self._whom)
        )
        self.whom.setAccessibleName("Phiếu cho ai")
        self.whom.setMinimumContentsLength(30)
        self.whom.edited.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(label(self.noun, "card-title", wraps=False))
        row.addWidget(self.whom, 1)
        row.addWidget(self.style_choice)
        return row

    def named(self) -> str:
        """Propose the name of the paper and of whom it is for."""
        _, name, _ = self._whom[self.whom.currentIndex()]
        return f"{self.noun} {name} ({self._context.today:%d.%m.%Y})"

    def begin(self) -> None:
        """Show the first slip, or say that there is none."""
        if self._whom:
            self.whom.set_value(0)
            self._choose(0)
        else:
            self.whom.hide()
            self._say("Không đơn vị, đầu mối nào có nhiệm vụ quá hạn hoặc sắp đến hạn.")

    @Slot(object)
    def _choose(self, number: object) -> None:
        self.show_minutes(str(number))

    def _start(self, target: Path) -> Job:
        kind, name, _ = self._whom[self.whom.currentIndex()]
        context = self._context
        asked = DeskRequest(
            as_of=context.today, style=self.style_choice.value(), whom=kind, name=name
        )
        path = context.store.path
        return context.jobs.start(lambda step: desk_exports.export_slip(path, asked, target, step))


class WeekPreview(PaperPreview):
    """Shows the agenda of the week chosen above it: this one, or one of the next."""

    noun = "Lịch tuần"
    kinds = PDF_OR_WORD

    def head(self) -> QLayout:
        """Put the choice of the week before that of the form."""
        self.week = ChoiceField((number, self._words(number)) for number in range(_WEEKS))
        self.week.setAccessibleName("Tuần nào")
        self.week.setMinimumContentsLength(30)
        self.week.edited.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(label(self.noun, "card-title", wraps=False))
        row.addWidget(self.week, 1)
        row.addWidget(self.style_choice)
        return row

    def named(self) -> str:
        """Propose the name of the paper and its first day."""
        return f"{self.noun} {self._day(self.week.value()):%d.%m.%Y}"

    def begin(self) -> None:
        """Show this week."""
        self.week.set_value(0)
        self._choose(0)

    @Slot(object)
    def _choose(self, number: object) -> None:
        self.show_minutes(str(number))

    def _words(self, number: int) -> str:
        first = self._day(number)
        named = {0: "Tuần này", 1: "Tuần sau"}.get(number, f"{number} tuần nữa")
        return f"{named}: {dates.short(first)} – {dates.short(end_of_week(first))}"

    def _day(self, number: int) -> date:
        first = week_of(self._context.today)[0]
        return first + timedelta(weeks=number)

    def _start(self, target: Path) -> Job:
        context = self._context
        asked = DeskRequest(
            as_of=context.today,
            style=self.style_choice.value(),
            week=self._day(self.week.value()),
        )
        path = context.store.path
        return context.jobs.start(lambda step: desk_exports.export_week(path, asked, target, step))


class DeskDialog(Dialog):
    """Holds a preview, and the file behind it as long as it is open."""

    title = ""
    kind: type[SlipPreview] | type[WeekPreview] = WeekPreview

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._temporary = QTemporaryDir()
        strip = ProgressStrip(context.run, self)
        self.preview = self.kind(context, Path(self._temporary.path()), strip)
        column = QVBoxLayout(self)
        column.addWidget(strip)
        column.addWidget(self.preview, 1)
        self.finished.connect(self.preview.give_up)
        self.preview.begin()


class SlipDialog(DeskDialog):
    """Shows the slip of reminders."""

    title = "In phiếu nhắc việc"
    kind = SlipPreview


class WeekDialog(DeskDialog):
    """Shows the agenda of a week."""

    title = "In lịch tuần"
    kind = WeekPreview
