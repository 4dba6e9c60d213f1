"""The figures of one indicator, typed and pasted like a spreadsheet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.figures.listing import Listing
from coordapp.domain.importing.case_rows import read_period
from coordapp.domain.importing.list_rows import ListColumn, laid_over
from coordapp.domain.indicators.figure_bars import BarPart, FigureBar, figure_bars
from coordapp.domain.indicators.indicator import (
    Indicator,
    IndicatorValue,
    UnitSum,
    gaps,
    period_name,
    rate,
    shown,
    shrinking,
    sum_of_units,
    typed_figure,
    year_earlier,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import IndicatorId, IndicatorValueId, UnitId
from coordapp.domain.kernel.text import fold
from coordapp.domain.words.case_labels import BAR_PART
from coordapp.services.indicators import indicator_actions
from coordapp.services.indicators.indicator_actions import TypedFigure
from coordapp.store.file.case_tables import INDICATOR_VALUES, INDICATORS
from coordapp.store.queries import indicator_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.papers import list_paper_actions
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.pasting import rows_copied
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.tables.totals.total_row import TotalRow
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.record_detail import DetailField

_NONE = IndicatorId(0)
Units = list[tuple[UnitId | None, str]]
Told = dict[tuple[str, UnitId | None], str]
_TOTAL = "Toàn chương trình"
# how the parts of a bar look on paper; the signs of the legend are as dark
_GREYS = {BarPart.REACHED: 0.45, BarPart.MISSING: 1.0, BarPart.BEYOND: 0.0}
_SIGNS = {BarPart.REACHED: "▓", BarPart.MISSING: "□", BarPart.BEYOND: "█"}
_COLUMNS = "kỳ, đơn vị, kế hoạch, thực hiện, nguồn"
_SHOWN_ONLY = frozenset(("rate", "earlier", "source_on"))
_PASTED = tuple(
    ListColumn(name=name, title=title, is_typed=name not in _SHOWN_ONLY)
    for name, title in (
        ("period", "Kỳ"),
        ("unit_id", "Đơn vị"),
        ("plan", "Kế hoạch"),
        ("actual", "Thực hiện"),
        ("rate", "Tỷ lệ %"),
        ("earlier", "Cùng kỳ trước"),
        ("source", "Nguồn số liệu"),
        ("source_on", "Ngày"),
    )
)


class ValuesEditor(RecordListEditor[IndicatorValue, IndicatorId]):
    """Sums are checked against the total, and a cumulative figure that shrinks is questioned."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._units: Units = []
        self._told: Told = {}
        self._indicator: Indicator | None = None
        super().__init__(context, value_list(self._units, self._told, context), _NONE, parent)
        self.total = TotalRow(self.table, self.model, self._sums)
        self.body.insertWidget(self.body.indexOf(self.table) + 1, self.total)
        # the sum is that of the period of the current row
        self.table.selected.connect(self.total.refresh)
        self.paste = button("Dán số liệu", "plain", "copy", tip=f"Dán các cột: {_COLUMNS} (Ctrl+V)")
        self.head.addWidget(self.paste)
        self.warning = label("", "error")
        self.body.insertWidget(1, self.warning)
        self.paste.clicked.connect(self.paste_rows)

    def show_indicator(self, indicator: Indicator | None) -> None:
        """Show the figures of an indicator; nothing without one."""
        self._indicator = indicator
        self.setEnabled(indicator is not None)
        self.title.setText("Số liệu" if indicator is None else f"Số liệu: {indicator.name}")
        self.show_of(_NONE if indicator is None else indicator.id)

    @Slot()
    def refresh(self) -> None:
        """Read the figures and the units again, and what does not fit together."""
        reader = self._context.store.connection
        held = indicator_queries.values(reader, self._owner)
        # the columns keep these very collections, so they are filled and not replaced
        self._units[:] = [
            (None, _TOTAL),
            *((unit.id, unit.to_choose) for unit in unit_queries.all_units(reader)),
        ]
        self._told.clear()
        self._told.update(((value.period, value.unit_id), value.actual) for value in held)
        super().refresh()
        warning = "" if self._indicator is None else _warning(self._indicator, held)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))

    def _sums(self) -> dict[str, str]:
        """Add up the units of the period of the current row, else of the last row."""
        values, current = self.model.records(), self.table.current_record()
        meant = current or (values[-1] if values else None)
        if self._indicator is None or meant is None:
            return {}
        told = sum_of_units(self._indicator, values, meant.period)
        if told is None:
            return {}
        return {
            "period": f"Cộng {told.units} đơn vị, {period_name(told.period).lower()}",
            "plan": shown(told.plan),
            "actual": shown(told.actual),
            "rate": _percent(told),
        }

    def bars(self) -> list[FigureBar]:
        """Give the figures shown as bars, in their order."""
        return figure_bars(self.model.records())

    def unit_names(self) -> dict[UnitId | None, str]:
        """Name the units as the figures do."""
        return dict(self._units)

    def listing(self) -> Listing:
        """Take the figures for paper, each with its bar."""
        plain = list_paper_actions.shown(self.title.text(), self.table, self.model)
        bars = tuple(
            tuple((share, _GREYS[part]) for part, share in bar.parts) for bar in self.bars()
        )
        if not any(bars):
            return plain
        legend = "; ".join(f"{sign} {BAR_PART[part]}" for part, sign in _SIGNS.items())
        return replace(plain, bars=bars, legend=legend)

    @Slot()
    def paste_rows(self) -> None:
        """Write the rows on the clipboard as one step; all are right, or none is written."""
        context, owner = self._context, self._owner
        if not owner or self._locked:
            context.messages.say("Hãy chọn chỉ tiêu trước, rồi dán số liệu.")
            return

        def paste() -> None:
            rows = rows_copied(context.jobs, self)
            figures = pasted(rows, owner, self._units, context.today.year)
            indicator_actions.paste_values(context.store, figures)

        if context.run(paste):
            context.messages.offer_undo("Đã dán số liệu")


def pasted(
    rows: Sequence[Sequence[str]], indicator_id: IndicatorId, units: Units, year: int
) -> list[TypedFigure]:
    """Read rows of period, unit, plan, actual and source.

    Raises RuleViolation: nothing_to_paste, period_unreadable, unit_unknown.
    """
    known = {fold(name): unit_id for unit_id, name in units} | {"": None}
    figures: list[TypedFigure] = []
    table = laid_over(rows, _PASTED, "period", lambda _name, _cell: True)
    for line in table.lines:
        cells = table.cells[line]
        if line in table.secret:
            raise RuleViolation("secret_refused", secrecy=table.secret[line])
        period = read_period(cells["period"], year)
        if period is None:
            raise RuleViolation("period_unreadable", period=cells["period"])
        name = fold(cells.get("unit_id", ""))
        if name not in known:
            raise RuleViolation("unit_unknown", name=cells["unit_id"])
        figures.append(
            TypedFigure(
                indicator_id=indicator_id,
                period=period,
                unit_id=known[name],
                plan=cells.get("plan") or None,
                actual=cells.get("actual") or None,
                source=cells.get("source") or None,
            )
        )
    return figures


def value_list(
    units: Units, told: Told, context: Context
) -> RecordList[IndicatorValue, IndicatorId]:
    """Make the list of figures; `units` and `told` are filled anew when they are read again."""
    return RecordList(
        table=INDICATOR_VALUES,
        name="Số liệu",
        empty=("Chưa có số liệu", f"Thêm từng kỳ, hoặc dán từ Excel các cột: {_COLUMNS}."),
        add_text="Thêm kỳ",
        first="period",
        columns=partial(_columns, units, told, context.read_date),
        detail=(DetailField(name="note", title="Ghi chú của số liệu", row=0, column=0),),
        read=indicator_queries.values,
        blank=partial(_blank, context),
        add=indicator_actions.add_value,
        edit=lambda store, value, _: indicator_actions.edit_value(
            store, _kept(INDICATORS.get(store.connection, value.indicator_id), value)
        ),
        delete=Deletion(
            action=lambda store, value: indicator_actions.delete_value(store, value.id),
            message=lambda value: f"Đã xóa số liệu {period_name(value.period).lower()}",
            key_words="Xóa số liệu",
        ),
    )


def _columns(
    units: Units,
    told: Told,
    read_date: Callable[[str], date | None],
    saver: CellSaver[IndicatorValue],
) -> Sequence[Column[IndicatorValue]]:
    return (
        saver.column("period", "Kỳ", width=84, tip="2017, 2017-Q1, 2017-H1, 2017-9M, 2017-03"),
        saver.choice("unit_id", "Đơn vị", units, width=132),
        saver.column("plan", "Kế hoạch", width=82, words=lambda value: shown(value.plan)),
        saver.column("actual", "Thực hiện", width=84, words=lambda value: shown(value.actual)),
        Column(
            key="rate",
            title="Tỷ lệ %",
            width=70,
            text=lambda value: _percent(value),
            quiet=True,
        ),
        Column(
            key="earlier",
            title="Cùng kỳ trước",
            width=104,
            text=lambda value: shown(told.get((year_earlier(value.period), value.unit_id), "")),
            quiet=True,
        ),
        saver.column("source", "Nguồn số liệu", stretch=True),
        saver.day("source_on", "Ngày", read_date, width=92, tip="Ngày của nguồn số liệu"),
    )


def _percent(value: IndicatorValue | UnitSum) -> str:
    found = rate(value.plan, value.actual)
    return "–" if found is None else f"{found}".replace(".", ",")


def _kept(indicator: Indicator, value: IndicatorValue) -> IndicatorValue:
    """Give a value with its figures as they are kept, words of qualitative ones as they are."""
    if indicator.is_qualitative:
        return value
    return replace(value, plan=typed_figure(value.plan), actual=typed_figure(value.actual))


def _blank(
    context: Context, indicator_id: IndicatorId, values: Sequence[IndicatorValue]
) -> IndicatorValue:
    """Give the first period of this year and after that is not taken for the total."""
    taken = {value.period for value in values if value.unit_id is None}
    year = context.today.year
    while str(year) in taken:
        year += 1
    return IndicatorValue(id=IndicatorValueId(0), indicator_id=indicator_id, period=str(year))


def _warning(indicator: Indicator, values: Sequence[IndicatorValue]) -> str:
    lines = [
        f"{period_name(gap.period)}: các đơn vị cộng lại {shown(f'{gap.summed:f}')}, "
        f"tổng ghi {shown(f'{gap.told:f}')}. Sửa số liệu, hoặc đánh dấu dùng chung."
        for gap in gaps(indicator, values)
    ]
    lines += [
        f"{period_name(value.period)}: lũy kế {shown(value.actual)} thấp hơn kỳ trước trong năm. "
        "Kiểm tra lại số liệu."
        for value in shrinking(indicator, values)
    ]
    return "\n".join(lines)
