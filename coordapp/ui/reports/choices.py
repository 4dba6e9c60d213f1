"""The rows above the figures: which form, of which day or period, by what, by which deadline."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coordapp.domain.calendar.report_period import SpanKind, previous, span_of
from coordapp.domain.figures.status import Basis, Grouping
from coordapp.domain.figures.status_labels import BASIS, GROUPING, SPAN
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.status_reading import YEARS
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.flow_row import FlowRow
from coordapp.ui.kit.state import State
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.fields import ChoiceField, DateField

STATUS, LATE, CONCLUSIONS, ATTENDANCE = "status", "late", "conclusions", "attendance"
SUMMARY = "summary"
FORMS = (
    (STATUS, "Tình hình thực hiện"),
    (LATE, "Nhiệm vụ quá hạn"),
    (CONCLUSIONS, "Kết luận"),
    (ATTENDANCE, "Dự họp"),
    (SUMMARY, "Sơ kết, tổng kết"),
)
_DAY_WIDTH = 104


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """What a person chose to see."""

    form: str
    request: FormRequest


class ReportChoices(QWidget):
    """Emits `changed` when a person chooses; `value` says what."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._today = context.today
        self._cutoff = 0
        self._labels: dict[QWidget, QLabel] = {}
        self.chips = ChipBar(FORMS, self)
        self.span = ChoiceField([(None, "Đến một ngày"), *SPAN.items()], self)
        self.back = button("", "quiet", "chevron-left", self, tip="Kỳ trước")
        self.day = DateField(self._read_day, self)
        self.forth = button("", "quiet", "chevron-right", self, tip="Kỳ sau")
        self.grouping = ChoiceField(list(GROUPING.items()), self)
        self.basis = ChoiceField(list(BASIS.items()), self)
        self.grouped = button(
            "Xuất sổ theo nhóm", "quiet", "file-spreadsheet", self,
            tip="Xuất sổ nhiệm vụ, mỗi đơn vị (hội nghị, văn bản giao) một phần",
        )  # fmt: skip
        self.one_page = button(
            "Báo cáo một trang (PDF)", "quiet", "file-text", self,
            tip="Bảng, biểu đồ, nhận xét và chỗ ký trên một trang",
        )  # fmt: skip
        self._lay_out()
        self._connect(context)
        self.span.set_value(None)
        self.day.set_value(context.today)
        self.grouping.set_value(Grouping.UNIT)
        self.basis.set_value(Basis.EXTENDED)
        self._offer()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chips)
        row = FlowRow()
        named = (
            ("Kỳ", self.span, 148),
            ("", self.back, 0),
            ("đến ngày", self.day, _DAY_WIDTH),
            ("", self.forth, 0),
            ("Theo", self.grouping, 150),
            ("tính theo", self.basis, 176),
        )
        for words, field, width in named:
            if words:
                said = label(words, "secondary", self, wraps=False)
                said.setBuddy(field)
                self._labels[field] = said
                row.addWidget(said)
            if width:
                field.setFixedWidth(theme.scaled(width))
            row.addWidget(field)
        self.span.setAccessibleName("Kỳ báo cáo")
        self.day.setAccessibleName("Số liệu tính đến ngày")
        self.grouping.setAccessibleName("Tổng hợp theo")
        self.basis.setAccessibleName("Tính theo hạn nào")
        row.addWidget(self.one_page)
        row.addWidget(self.grouped)
        column.addLayout(row)

    def _connect(self, context: Context) -> None:
        self.chips.chosen.connect(self._tell)
        for box in (self.span, self.grouping, self.basis):
            box.edited.connect(self._tell)
        self.day.edited.connect(self._tell)
        self.day.refused.connect(context.run.show)
        self.back.clicked.connect(self._go_back)
        self.forth.clicked.connect(self._go_forth)

    # --- what the page uses

    def value(self) -> ReportChoice:
        """Give what is chosen; no day means today."""
        request = FormRequest(
            as_of=self.day.value() or self._today,
            span=self.span.value() if self.form in (STATUS, LATE) else None,
            grouping=self.grouping.value(),
            basis=self.basis.value(),
        )
        return ReportChoice(form=self.form, request=request)

    @property
    def form(self) -> str:
        """The key of the chosen form."""
        return self.chips.current()

    def choose(self, form: str) -> None:
        """Choose a form as if by hand."""
        self.chips.choose(form)
        self._offer()

    def set_cutoff(self, day: int) -> None:
        """Take the last day of the committee's report month."""
        self._cutoff = day

    def save_state(self) -> State:
        """Give what to remember; the day is always today's at first."""
        span = self.span.value()
        return {
            "form": self.form,
            "span": None if span is None else span.value,
            "grouping": self.grouping.value().value,
            "basis": self.basis.value().value,
        }

    def restore_state(self, state: State) -> None:
        """Take what was remembered; what is unknown is left alone."""
        self.chips.choose(str(state.get("form")))
        for box, kinds, key in (
            (self.span, SpanKind, "span"),
            (self.grouping, Grouping, "grouping"),
            (self.basis, Basis, "basis"),
        ):
            known = {kind.value: kind for kind in kinds}
            chosen = state.get(key)
            if isinstance(chosen, str) and chosen in known:
                box.set_value(known[chosen])
        self._offer()

    # --- what it does

    def _read_day(self, typed: str) -> date | None:
        day = self._context.read_date(typed)
        if day is not None and day.year not in YEARS:
            raise RuleViolation("date_impossible", typed=typed)
        return day

    @Slot()
    def _tell(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """Show only what changes the chosen form."""
        counted = self.form in (STATUS, LATE)
        steps = counted and self.span.value() is not None
        for widget, shown in (
            (self.span, counted),
            (self.back, steps),
            (self.forth, steps),
            (self.grouping, self.form == STATUS),
            (self.day, self.form != SUMMARY),
            (self.basis, self.form not in (ATTENDANCE, SUMMARY)),
            (self.grouped, self.form == STATUS),
            (self.one_page, self.form == STATUS),
        ):
            widget.setVisible(shown)
            if widget in self._labels:
                self._labels[widget].setVisible(shown)
        self.forth.setEnabled(self._after() is not None)

    @Slot()
    def _go_back(self) -> None:
        kind = self.span.value()
        if kind is not None:
            span = span_of(kind, self.day.value() or self._today, self._cutoff)
            self._go(previous(span, self._cutoff).end)

    @Slot()
    def _go_forth(self) -> None:
        after = self._after()
        if after is not None:
            self._go(after)

    def _after(self) -> date | None:
        """Give the day of the next period; None when that has not begun."""
        kind = self.span.value()
        if kind is None:
            return None
        span = span_of(kind, self.day.value() or self._today, self._cutoff)
        # nine months are followed by those of the year after
        first = span.end + timedelta(1)
        while span_of(kind, first, self._cutoff) == span:
            first += timedelta(28)
        following = span_of(kind, first, self._cutoff)
        if following.start > self._today:
            return None
        return min(following.end, self._today)

    def _go(self, day: date) -> None:
        self.day.set_value(day)
        self._tell()
