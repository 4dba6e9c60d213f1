"""The numbers of models that units reported for a year, beside what the list holds."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import PracticeCountId, UnitId
from coordapp.domain.practices.practice import PracticeCount, YearState, counts
from coordapp.services.practices import practice_actions
from coordapp.services.programmes import case_records
from coordapp.store.file.case_tables import PRACTICE_COUNTS
from coordapp.store.queries import practice_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox

_HINT = "Đối chiếu số đơn vị báo cáo với danh sách mô hình trong sổ."
Units = list[tuple[UnitId, str]]
Listed = dict[UnitId | None, Mapping[YearState, int]]


class CountsEditor(RecordListEditor[PracticeCount, int]):
    """Shows one year; a gap between report and list is told in words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._units: Units = []
        self._listed: Listed = {}
        records = _count_list(context, self._units, self._listed)
        told = practice_queries.counted_years(context.store.connection)
        super().__init__(context, records, max(told, default=context.today.year), parent)
        self.year = ChoiceBox()
        self.year.setAccessibleName("Năm")
        self.head.insertWidget(1, self.year)
        self.body.insertWidget(1, label(_HINT, "secondary"))
        self.year.activated.connect(self._choose_year)

    @Slot()
    def refresh(self) -> None:
        """Read the reported numbers, the list and the units again."""
        reader = self._context.store.connection
        years = practice_queries.all_years(reader)
        # the columns keep these very collections, so they are filled and not replaced
        self._units[:] = [(unit.id, unit.to_choose) for unit in unit_queries.all_units(reader)]
        self._listed.clear()
        self._listed.update(counts(practice_queries.all_practices(reader), years, self._owner))
        self._offer_years({one.year for one in years} | set(practice_queries.counted_years(reader)))
        super().refresh()

    def _offer_years(self, years: set[int]) -> None:
        self.year.clear()
        for year in sorted(years | {self._context.today.year, self._owner}):
            self.year.addItem(f"Năm {year}", year)
        self.year.setCurrentIndex(self.year.findData(self._owner))

    @Slot()
    def _choose_year(self) -> None:
        self.show_of(self.year.currentData())


def _count_list(context: Context, units: Units, listed: Listed) -> RecordList[PracticeCount, int]:
    return RecordList(
        table=PRACTICE_COUNTS,
        name="Số mô hình đơn vị báo cáo",
        empty=(
            "Chưa có số báo cáo của năm",
            "Ghi số duy trì, xây dựng mới mà từng đơn vị báo cáo.",
        ),
        add_text="Thêm số báo cáo",
        first="unit_id",
        columns=partial(_columns, units, listed, context.read_date),
        read=case_records.practice_counts,
        blank=lambda year, held: PracticeCount(
            id=PracticeCountId(0), unit_id=_next_unit(units, held), year=year
        ),
        add=practice_actions.add_count,
        edit=lambda store, count, _: practice_actions.edit_count(store, count),
        delete=Deletion(
            action=lambda store, count: practice_actions.delete_count(store, count.id),
            message=lambda count: f"Đã xóa số báo cáo năm {count.year}",
            key_words="Xóa số báo cáo",
        ),
    )


def _columns(
    units: Units,
    listed: Listed,
    read_date: Callable[[str], date | None],
    saver: CellSaver[PracticeCount],
) -> Sequence[Column[PracticeCount]]:
    def gap(count: PracticeCount, told: int | None, state: YearState) -> str:
        if told is None:
            return ""
        held = listed.get(count.unit_id, {}).get(state, 0)
        missing = told - held
        if not missing:
            return f"{held}, khớp"
        return f"{held}, thiếu {missing}" if missing > 0 else f"{held}, thừa {-missing}"

    def tone(said: str) -> Tone | None:
        return Tone.DUE_SOON if "thiếu" in said or "thừa" in said else None

    return (
        saver.choice("unit_id", "Đơn vị", units, width=130),
        saver.column("kept", "Duy trì (báo cáo)", width=120, read=_number),
        Column(
            key="kept_listed",
            title="Danh sách có",
            width=140,
            text=lambda count: gap(count, count.kept, YearState.KEPT),
            tone=lambda count: tone(gap(count, count.kept, YearState.KEPT)),
        ),
        saver.column("new", "Xây dựng mới (báo cáo)", width=150, read=_number),
        Column(
            key="new_listed",
            title="Danh sách có mới",
            width=140,
            text=lambda count: gap(count, count.new, YearState.NEW),
            tone=lambda count: tone(gap(count, count.new, YearState.NEW)),
        ),
        saver.column("source", "Nguồn số liệu", stretch=True),
        saver.day("reported_on", "Ngày báo cáo", read_date),
    )


def _number(typed: str) -> int | None:
    """Read a count, or nothing. Raises RuleViolation: figure_unreadable."""
    text = typed.strip().replace(".", "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > 9:
        raise RuleViolation("figure_unreadable", value=typed)
    return int(text)


def _next_unit(units: Units, held: Sequence[PracticeCount]) -> UnitId:
    """Give the first unit without a report; without any there is nobody to report."""
    taken = {count.unit_id for count in held}
    for unit_id, _ in units:
        if unit_id not in taken:
            return unit_id
    raise RuleViolation("every_unit_counted")
