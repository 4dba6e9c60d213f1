"""Above a review report: of which period, which version, and what can be done with it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.figures.summary_period import period_of, usual_periods
from coordapp.domain.kernel.ids import SummaryId
from coordapp.domain.summaries.summary import Summary
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.flow_row import FlowRow
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.fields import ChoiceField, DateField

_DAY_WIDTH = 104
Period = tuple[date, date]


class SummaryBar(QWidget):
    """Emits `period_chosen` and `version_chosen`; the view does what the buttons say."""

    period_chosen = Signal()
    version_chosen = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.period = ChoiceField([], self)
        self.since = DateField(context.read_date, self)
        self.until = DateField(context.read_date, self)
        self.version = ChoiceField([], self)
        self.start = button(
            "Soạn bản mới", "plain", "plus", self, tip="Bản mới có sẵn chữ của bản trước"
        )
        self.keep = button(
            "Lưu bản", "primary", "check", self,
            tip="Giữ phần chữ cùng số liệu của hôm nay; bản đã lưu không sửa nữa",
        )  # fmt: skip
        self.compare = button("Khác gì bản trước", "plain", "eye", self)
        self.delete = button("", "quiet", "trash", self, tip="Xóa bản này")
        self.said = label("", "secondary", self)
        self._lay_out()
        self.period.edited.connect(self._choose_period)
        for day in (self.since, self.until):
            day.edited.connect(self._type_day)
            day.refused.connect(context.run.show)
        self.version.edited.connect(self._choose_version)

    def _lay_out(self) -> None:
        for field, words, width in (
            (self.period, "Kỳ báo cáo sơ kết, tổng kết", 190),
            (self.since, "Ngày đầu kỳ", _DAY_WIDTH),
            (self.until, "Ngày cuối kỳ", _DAY_WIDTH),
            (self.version, "Bản của báo cáo", 250),
        ):
            field.setAccessibleName(words)
            field.setFixedWidth(theme.scaled(width))
        first, second = FlowRow(), FlowRow()
        for words, field in (
            ("Kỳ", self.period),
            ("từ ngày", self.since),
            ("đến ngày", self.until),
        ):
            said = label(words, "secondary", self, wraps=False)
            said.setBuddy(field)
            first.addWidget(said)
            first.addWidget(field)
        for part in (self.version, self.start, self.keep, self.compare, self.delete):
            second.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.said)

    # --- the period

    def days(self) -> Period | None:
        """Give the period chosen; None while one of its days is missing."""
        since, until = self.since.value(), self.until.value()
        return None if since is None or until is None else (since, until)

    def set_days(self, days: Period) -> None:
        """Choose a period as if by hand."""
        self.since.set_value(days[0])
        self.until.set_value(days[1])
        self.period.set_value(days)

    def offer_periods(self, held: Sequence[Period], cutoff_day: int) -> None:
        """Offer the periods that have versions, then the usual ones; the first where none is chosen."""
        today = self._context.today
        periods = list(dict.fromkeys((*held, *usual_periods(today))))
        named = [(days, period_of(*days, max(today, days[0]), cutoff_day).name) for days in periods]
        self.period.offer([(days, f"{name[0].upper()}{name[1:]}") for days, name in named])
        chosen = self.days()
        if chosen is None:
            self.set_days(periods[0])
        else:
            self.period.set_value(chosen)

    @Slot(object)
    def _choose_period(self, days: Period) -> None:
        self.set_days(days)
        self.period_chosen.emit()

    @Slot()
    def _type_day(self) -> None:
        self.period.set_value(self.days())
        self.period_chosen.emit()

    # --- the version

    def show_versions(self, versions: Sequence[Summary], chosen: Summary | None) -> None:
        """Offer the versions of the period and what can be done with the one chosen."""
        self.version.offer([(one.id, _named(one)) for one in versions])
        self.version.set_value(None if chosen is None else chosen.id)
        self.version.setEnabled(bool(versions))
        is_open = chosen is not None and chosen.kept_on is None
        self.start.setEnabled(all(one.kept_on is not None for one in versions))
        self.keep.setEnabled(is_open)
        self.delete.setEnabled(chosen is not None)
        self.compare.setEnabled(
            chosen is not None and any(one.version < chosen.version for one in versions)
        )
        self.said.setText(_said(versions, chosen))

    def chosen(self) -> SummaryId | None:
        """Give the version chosen."""
        found: SummaryId | None = self.version.value()
        return found

    @Slot()
    def _choose_version(self) -> None:
        self.version_chosen.emit()


def _named(summary: Summary) -> str:
    if summary.kept_on is None:
        return f"Bản số {summary.version}, đang soạn"
    by = f", {summary.author}" if summary.author else ""
    return f"Bản số {summary.version}, lưu ngày {dates.short(summary.kept_on)}{by}"


def _said(versions: Sequence[Summary], chosen: Summary | None) -> str:
    if chosen is None:
        return (
            "Kỳ này chưa có bản nào: báo cáo vẫn in được với số liệu trong sổ, phần chữ để trống. "
            "Bấm Soạn bản mới để viết phần chữ."
        )
    if chosen.kept_on is not None:
        return "Bản đã lưu chỉ để đọc và in. Bấm Soạn bản mới để viết tiếp từ chữ của bản gần nhất."
    return "Chữ gõ vào được lưu ngay vào bản đang soạn; số liệu lấy từ sổ, hết ngày cuối kỳ."
