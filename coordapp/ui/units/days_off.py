"""The card of the days off and the make-up working days, typed in place, one year at a time."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import DayOffId
from coordapp.domain.words.labels import DAY_OFF_CONFIRMED, DAY_OFF_KIND
from coordapp.services.committee import day_off_actions
from coordapp.store.queries import day_off_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.cells import CellSaver, TypedTable
from coordapp.ui.tables.model import Column, Editor, RecordModel
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState

_ADD = "Thêm ngày"
_HINT = (
    "Hạn theo ngày làm việc được tính theo bảng này. "
    "Ngày “Dự kiến” chưa có văn bản công bố nên hạn tính qua ngày đó còn có thể đổi."
)


class DaysOffEditor(Card):
    """Every cell is saved by itself; a day that is in the table already is refused with why."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._days: list[DayOff] = []
        self._followed: DayOffId | None = None
        self.saver = CellSaver(context.run, self._save, self)
        self.model: RecordModel[DayOff] = RecordModel(self._columns(), lambda row: row.id, self)
        self.table: TypedTable[DayOff] = TypedTable(self.model, self.saver, "Lịch nghỉ")
        self.year = QComboBox()
        self.year.setAccessibleName("Năm")
        self._build()
        self._connect()
        self.refresh()

    def _columns(self) -> tuple[Column[Any], ...]:
        saver = self.saver
        return (
            Column(
                key="day",
                title="Ngày",
                width=110,
                editor=Editor.DATE,
                text=lambda row: dates.short(row.day),
                edit=lambda row: row.day,
                parse=self._read_day,
                tooltip=lambda row: saver.reason(row.id, "day"),
                apply=self._save_day,
            ),
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

    def _build(self) -> None:
        empty = EmptyState("Chưa có ngày nghỉ", "Thêm ngày nghỉ hoặc ngày làm bù của năm.", _ADD)
        empty.requested.connect(self.start_new)
        self.table.set_empty_state(empty)
        self.add = button(_ADD, "plain", "plus")
        self.remove = button("Xóa", "plain", "trash")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("Lịch nghỉ", "card-title"), 1)
        for part in (self.year, self.add, self.remove):
            head.addWidget(part)
        self.wrong = label("", "error")
        self.wrong.hide()
        self.body.addLayout(head)
        self.body.addWidget(label(_HINT, "secondary"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.wrong)
        shortcuts.action_here(self.table, "Xóa ngày nghỉ", "Delete", self.delete)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.year.activated.connect(self._show_year)
        self.add.clicked.connect(self.start_new)
        self.remove.clicked.connect(self.delete)
        self.table.refused.connect(self._context.run.show)
        self.saver.changed.connect(self._show_reasons)

    # --- showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.DAY_OFF):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the year follows a day that was added or moved here."""
        self._days = day_off_queries.all_days(self._context.store.connection)
        followed, self._followed = self._followed, None
        moved = next((row for row in self._days if row.id == followed), None)
        chosen = self._context.today.year if self.year.count() == 0 else self.year.currentData()
        if moved is not None and chosen is not None:
            chosen = moved.day.year
        self._offer_years(chosen)
        self._show_year()

    def _offer_years(self, chosen: int | None) -> None:
        years = {row.day.year for row in self._days} | {self._context.today.year}
        self.year.clear()
        self.year.addItem("Mọi năm", None)
        for year in sorted(years):
            self.year.addItem(f"Năm {year}", year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))

    @Slot()
    def _show_year(self) -> None:
        year = self.year.currentData()
        shown = [row for row in self._days if year is None or row.day.year == year]
        self.model.show(shown)
        self.remove.setEnabled(bool(shown))
        if shown and self.table.current_id() is None:
            self.table.select_id(shown[0].id)
        self._show_reasons()

    @Slot()
    def _show_reasons(self) -> None:
        reasons = self.saver.reasons([row.id for row in self.model.records()])
        self.wrong.setText(reasons)
        self.wrong.setVisible(bool(reasons))

    # --- doing

    @Slot()
    def start_new(self) -> None:
        """Add the next day that is free and start typing which day it is to be."""
        store = self._context.store
        blank = DayOff(
            id=DayOffId(0),
            day=self._free_day(),
            kind=DayOffKind.OFF,
            source="",
            confirmed=False,
        )
        if added := self._context.run(lambda: day_off_actions.add(store, blank)):
            self._followed = added.value.id
            self._context.bus.deliver()
            self.table.edit_cell(added.value.id, "day")

    def _free_day(self) -> date:
        today, year = self._context.today, self.year.currentData()
        day = today if year in (None, today.year) else date(year, 1, 1)
        calendar, taken = self._context.calendar(), {row.day for row in self._days}
        while day in taken or not calendar.is_working(day):
            day += timedelta(1)
        return day

    @Slot()
    def delete(self) -> None:
        """Take the current day out of the table, and offer the way back."""
        row, store = self.table.current_record(), self._context.store
        if row is not None and self._context.run(lambda: day_off_actions.delete(store, row.id)):
            self._context.messages.offer_undo(f"Đã xóa ngày {dates.short(row.day)}")

    def _read_day(self, typed: str) -> date:
        day = self._context.read_date(typed)
        if day is None:
            raise RuleViolation("date_unreadable", typed=typed)
        return day

    def _save_day(self, day_off_id: DayOffId, day: date) -> bool:
        self._followed = day_off_id
        return self.saver.save(day_off_id, "day", day)

    def _save(self, day_off_id: DayOffId, name: str, value: Any) -> None:
        held = day_off_queries.all_days(self._context.store.connection)
        row = next((row for row in held if row.id == day_off_id), None)
        if row is None:
            raise RuleViolation("record_gone", kind=Kind.DAY_OFF)
        day_off_actions.edit(self._context.store, replace(row, **{name: value}))
