"""Every figure of a review report and where it comes from: what an appendix lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordapp.domain.calendar import dates
from coordapp.domain.figures.case_contents import IndicatorLine
from coordapp.domain.figures.status import StatusFigure
from coordapp.domain.figures.status_labels import FIGURE, RATE, percent
from coordapp.domain.figures.summary_contents import (
    MovementSum,
    PracticeSum,
    ProgrammeSum,
    ReceiptSum,
    SummaryReport,
)
from coordapp.domain.indicators.indicator import NO_FIGURE, shown
from coordapp.domain.practices.practice import YearState
from coordapp.domain.programmes.programme import DoneCount
from coordapp.domain.words.case_labels import RECEIPT_STATE, YEAR_STATE

MEETINGS, PAPERS, TASKS = "Sổ hội nghị", "Sổ văn bản đi", "Sổ nhiệm vụ"
PROGRAMMES, DIRECTIVES = "Sổ chương trình, nhiệm vụ", "Sổ văn bản chỉ đạo, nhiệm vụ"
MODELS, MOVEMENTS = "Danh sách mô hình", "Sổ phong trào, khen thưởng"
RECEIPTS, ROADMAP = "Sổ theo dõi báo cáo của các đơn vị", "Sổ lộ trình, mục tiêu"
UNTOLD = "Chưa ghi nguồn"
COUNTED_STATES = (YearState.KEPT, YearState.NEW)
_STATUS = (
    StatusFigure.TOTAL, StatusFigure.DONE, StatusFigure.DONE_ON_TIME, StatusFigure.DONE_LATE,
    StatusFigure.OPEN, StatusFigure.OPEN_IN_TIME, StatusFigure.OPEN_OVERDUE,
    StatusFigure.NO_DEADLINE, StatusFigure.ON_HOLD, StatusFigure.DUE, StatusFigure.DUE_DONE,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedFigure:
    """A figure as it is printed; `key` stays the same through versions and words."""

    key: str
    name: str
    value: str
    source: str


def all_figures(report: SummaryReport) -> tuple[SourcedFigure, ...]:
    """List the figures of a report in the order of its parts."""
    return (
        *_meetings(report),
        *_tasks(report),
        *(figure for one in report.programmes for figure in _programme(report, one)),
        *_directives(report),
        *_indicators(report),
        *(figure for one in report.practices for figure in _practice(report, one)),
        *(figure for one in report.movements for figure in _movement(report, one)),
        *(figure for one in report.receipts for figure in _receipt(report, one)),
    )


def of_register(report: SummaryReport, book: str) -> str:
    """Name a part of the register as a source, with the day that it is told of."""
    return f"{book}, hết ngày {dates.in_figures(report.period.as_of)}"


def reported(source: str, day: date | None) -> str:
    """Name what a unit reported as a source."""
    named = source.strip().rstrip(".") or UNTOLD
    return f"{named}, ngày {dates.in_figures(day)}" if day else named


def told(value: Decimal | str) -> str:
    """Write a figure or the words in its place; nothing is a dash."""
    return shown(f"{value:f}") if isinstance(value, Decimal) else value or NO_FIGURE


def share(rate: Decimal | None) -> str:
    """Write a rate; of nothing it is a dash."""
    return NO_FIGURE if rate is None else f"{shown(f'{rate:f}')} %"


def out_of(count: DoneCount) -> str:
    """Write how many of so many are done; of none it is a dash."""
    return f"{count.done}/{count.total}" if count.total else NO_FIGURE


def done_share(count: DoneCount) -> str:
    """Write done ÷ all in percent; of none it is a dash."""
    return percent(count.done / count.total if count.total else None)


def _meetings(report: SummaryReport) -> Iterator[SourcedFigure]:
    for one in report.meetings:
        for key, name, value, book in (
            ("conferences", "Hội nghị đã tổ chức", one.conferences, MEETINGS),
            ("conclusions", "Kết luận tại các hội nghị", one.conclusions, MEETINGS),
            ("papers", "Văn bản đã ban hành", one.papers, PAPERS),
        ):
            yield SourcedFigure(
                key=key, name=name, value=str(value), source=of_register(report, book)
            )


def _tasks(report: SummaryReport) -> Iterator[SourcedFigure]:
    if report.status is None:
        return
    source, total = of_register(report, TASKS), report.status.total
    for figure in _STATUS:
        yield SourcedFigure(
            key=f"tasks.{figure.value}",
            name=f"Nhiệm vụ: {FIGURE[figure].lower()}",
            value=str(total.count(figure)),
            source=source,
        )
    yield SourcedFigure(
        key="tasks.rate", name=f"Nhiệm vụ: {RATE.lower()} hoàn thành trong số đến hạn",
        value=percent(total.rate), source=source,
    )  # fmt: skip


def _programme(report: SummaryReport, one: ProgrammeSum) -> Iterator[SourcedFigure]:
    for key, words, count in (
        ("common", "nhiệm vụ chung đã hoàn thành", one.common),
        ("registered", "nhiệm vụ đơn vị đăng ký đã hoàn thành", one.registered),
    ):
        yield SourcedFigure(
            key=f"programme.{one.code}.{key}",
            name=f"{one.code}: {words}",
            value=out_of(count),
            source=of_register(report, PROGRAMMES),
        )


def _directives(report: SummaryReport) -> Iterator[SourcedFigure]:
    for one in report.directives:
        without = len(one.without)
        for key, words, value in (
            ("sections", "số mục", str(len(one.sections))),
            ("with", "mục đã có nhiệm vụ", str(len(one.sections) - without)),
            ("without", "mục chưa có nhiệm vụ", str(without)),
            ("done", "nhiệm vụ đã hoàn thành", out_of(one.total)),
        ):
            yield SourcedFigure(
                key=f"directive.{one.code}.{key}",
                name=f"{one.number}: {words}",
                value=value,
                source=of_register(report, DIRECTIVES),
            )


def _indicators(report: SummaryReport) -> Iterator[SourcedFigure]:
    for one in report.indicators:
        for line in one.top:
            of_unit = f".{line.unit}" if line.unit else ""
            by_unit = f", {line.unit}" if line.unit else ""
            yield SourcedFigure(
                key=f"indicator.{one.code}{of_unit}",
                name=f"{one.name}{by_unit} ({line.period[0].lower()}{line.period[1:]})",
                value=_measured(line),
                source=reported(line.source, line.source_on),
            )


def _measured(line: IndicatorLine) -> str:
    unit = line.unit_of_measure
    reached = f"{told(line.actual)} {unit}".strip()
    return reached if line.plan == "" else f"{reached} (kế hoạch {told(line.plan)})"


def _practice(report: SummaryReport, one: PracticeSum) -> Iterator[SourcedFigure]:
    for state in COUNTED_STATES:
        words = f"{one.unit}, năm {one.year}: mô hình {YEAR_STATE[state].lower()}"
        key = f"practices.{one.year}.{one.unit}.{state.value}"
        if state in one.told:
            yield SourcedFigure(
                key=f"{key}.told", name=f"{words}, đơn vị báo cáo", value=told_count(one, state),
                source=reported(one.source, one.told_on),
            )  # fmt: skip
        yield SourcedFigure(
            key=f"{key}.listed", name=f"{words}, có trong danh sách",
            value=str(one.listed.get(state, 0)), source=of_register(report, MODELS),
        )  # fmt: skip
        missing = one.missing(state)
        if missing:
            yield SourcedFigure(
                key=f"{key}.missing", name=f"{words}, báo cáo nhiều hơn danh sách",
                value=shown(str(missing)), source="Báo cáo của đơn vị trừ danh sách",
            )  # fmt: skip


def told_count(one: PracticeSum, state: YearState) -> str:
    """Write what a unit reported; nothing reported is a dash."""
    return shown(str(one.told[state])) if state in one.told else NO_FIGURE


def _movement(report: SummaryReport, one: MovementSum) -> Iterator[SourcedFigure]:
    for key, words, value in (
        ("collectives", "tập thể được đề nghị khen thưởng", one.collectives),
        ("individuals", "cá nhân được đề nghị khen thưởng", one.individuals),
        ("decided", "đã có quyết định khen thưởng", one.decided),
    ):
        yield SourcedFigure(
            key=f"movement.{one.code}.{key}",
            name=f"{one.code}: {words}",
            value=str(value),
            source=of_register(report, MOVEMENTS),
        )


def _receipt(report: SummaryReport, one: ReceiptSum) -> Iterable[SourcedFigure]:
    yield SourcedFigure(
        key=f"receipts.{one.code}.total", name=f"{one.title}: đơn vị phải gửi",
        value=str(one.total), source=of_register(report, RECEIPTS),
    )  # fmt: skip
    for state, count in one.counts.items():
        yield SourcedFigure(
            key=f"receipts.{one.code}.{state.value}",
            name=f"{one.title}: {RECEIPT_STATE[state].lower()}",
            value=str(count),
            source=of_register(report, RECEIPTS),
        )
