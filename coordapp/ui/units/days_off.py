"""The days off and the make-up working days, typed in place, one year at a time."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import DayOffId
from coordapp.domain.words.labels import DAY_OFF_CONFIRMED, DAY_OFF_KIND
from coordapp.services.committee import day_off_actions
from coordapp.store import Reader
from coordapp.store.file.tables import DAYS_OFF
from coordapp.store.queries import day_off_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox

_HINT = (
    "Hạn theo ngày làm việc được tính theo bảng này. "
    "Ngày “Dự kiến” chưa có văn bản công bố nên hạn tính qua ngày đó còn có thể đổi."
)
Year = int | None  # None: all of them


class DaysOffEditor(RecordListEditor[DayOff, Year]):
    """Shows one year, and follows a day that is added or moved to another."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, day_off_list(context), context.today.year, parent)
        self._followed: int | None = None
        self.year = ChoiceBox()
        self.year.setAccessibleName("Năm")
        self.head.insertWidget(1, self.year)
        self.body.insertWidget(1, label(_HINT, "secondary"))
        self.year.activated.connect(self._choose_year)
        context.bus.changed.connect(self._on_changed)
        self.refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.DAY_OFF):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the year follows a day that was added or moved here."""
        days = day_off_queries.all_days(self._context.store.connection)
        followed, self._followed = self._followed, None
        moved = next((row for row in days if row.id == followed), None)
        if moved is not None and self._owner is not None:
            self._owner = moved.day.year
        self._offer_years({row.day.year for row in days})
        super().refresh()

    def _offer_years(self, years: set[int]) -> None:
        self.year.clear()
        self.year.addItem("Mọi năm", None)
        for year in sorted(years | {self._context.today.year}):
            self.year.addItem(f"Năm {year}", year)
        self.year.setCurrentIndex(max(0, self.year.findData(self._owner)))
        self._owner = self.year.currentData()

    @Slot()
    def _choose_year(self) -> None:
        self._followed = None
        self.show_of(self.year.currentData())

    def keep_in_sight(self, record_id: int) -> None:
        super().keep_in_sight(record_id)
        self._followed = record_id


def day_off_list(context: Context) -> RecordList[DayOff, Year]:
    """Make the list, whose days are typed as anywhere else."""
    return RecordList(
        table=DAYS_OFF,
        name="Lịch nghỉ",
        empty=("Chưa có ngày nghỉ", "Thêm ngày nghỉ hoặc ngày làm bù của năm."),
        add_text="Thêm ngày",
        first="day",
        columns=partial(_columns, context),
        read=_read,
        blank=partial(_blank, context),
        add=day_off_actions.add,
        edit=lambda store, row, _: day_off_actions.edit(store, row),
        delete=Deletion(
            action=lambda store, row: day_off_actions.delete(store, row.id),
            message=lambda row: f"Đã xóa ngày {dates.short(row.day)}",
            key_words="Xóa ngày nghỉ",
        ),
    )


def _columns(context: Context, saver: CellSaver[DayOff]) -> Sequence[Column[DayOff]]:
    return (
        saver.day("day", "Ngày", partial(_read_day, context), width=110),
        Column(key="weekday", title="Thứ", width=96, text=lambda row: dates.weekday(row.day)),
        saver.choice("kind", "Loại", tuple(DAY_OFF_KIND.items()), width=100),
        saver.column("source", "Căn cứ", stretch=True),
        saver.choice(
            "confirmed",
            "Công bố",
            tuple(DAY_OFF_CONFIRMED.items()),
            width=130,
            tone=lambda row: Tone.IN_TIME if row.confirmed else Tone.QUIET,
        ),
    )


def _read_day(context: Context, typed: str) -> date:
    day = context.read_date(typed)
    if day is None:
        raise RuleViolation("date_unreadable", typed=typed)
    return day


def _read(reader: Reader, year: Year) -> Sequence[DayOff]:
    days = day_off_queries.all_days(reader)
    return [row for row in days if year is None or row.day.year == year]


def _blank(context: Context, year: Year, _shown: Sequence[DayOff]) -> DayOff:
    """Make the next day that is free in a year."""
    today = context.today
    day = today if year is None or year == today.year else date(year, 1, 1)
    taken = {row.day for row in day_off_queries.all_days(context.store.connection)}
    calendar = context.calendar()
    while day in taken or not calendar.is_working(day):
        day += timedelta(1)
    return DayOff(id=DayOffId(0), day=day, kind=DayOffKind.OFF, source="", confirmed=False)
