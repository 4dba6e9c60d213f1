"""The tables and charts in the text of a review report.

A chart is a column of bars in shades of grey, each part with an edge, so that it is read without
colour and beside the number that it draws.
"""

from collections.abc import Iterator

from coordapp.domain.figures.case_contents import IndicatorLine
from coordapp.domain.figures.status import StatusFigure, StatusTable
from coordapp.domain.figures.status_labels import FIGURE, percent
from coordapp.domain.figures.status_summary import SummaryRow, cut_to, number
from coordapp.domain.figures.summary_contents import (
    MovementSum,
    PracticeSum,
    ReceiptSum,
    SummaryReport,
)
from coordapp.domain.figures.summary_figures import (
    COUNTED_STATES,
    reported,
    share,
    told,
    told_count,
)
from coordapp.domain.indicators.indicator import NO_FIGURE, shown
from coordapp.domain.practices.practice import YearState
from coordapp.domain.practices.report_due import ReceiptState
from coordapp.domain.words.case_labels import JUDGEMENT, YEAR_STATE
from coordapp.formats.papers.blocks import PaperColumn, PaperRow, PaperTable

_MOST_UNITS = 25  # rows of the table of tasks; the others are one row
_HUNDRED = 100.0
_TOTAL = "Tổng cộng"
# how the parts of a bar look, from the left; the signs of the legend are as dark
_TASK_SHADES = (
    (StatusFigure.DONE_ON_TIME, 0.8, "░"),
    (StatusFigure.DONE_LATE, 0.45, "▓"),
    (StatusFigure.OPEN_IN_TIME, 1.0, "□"),
    (StatusFigure.OPEN_OVERDUE, 0.0, "█"),
)
_DARK, _WHITE = 0.45, 1.0
TASK_LEGEND = "Biểu đồ: " + "; ".join(
    f"{sign} {FIGURE[figure].lower()}" for figure, _, sign in _TASK_SHADES
)
PRACTICE_LEGEND = "Biểu đồ: ▓ có trong danh sách; □ báo cáo nhưng chưa có trong danh sách"
_TASK_FIGURES = (
    (StatusFigure.TOTAL, "Tổng số"),
    (StatusFigure.DONE, "Đã hoàn thành"),
    (StatusFigure.OPEN, "Chưa hoàn thành"),
    (StatusFigure.OPEN_OVERDUE, "Quá hạn"),
)


def _middle(title: str, width: float) -> PaperColumn:
    return PaperColumn(title=title, width=width, centred=True)


_PLACE = _middle("TT", 9)


# --- tasks


def of_tasks(table: StatusTable) -> PaperTable:
    """Set the tasks of each unit with their chart."""
    rows = cut_to(table, _MOST_UNITS)
    longest = max((row.counts[StatusFigure.TOTAL] for row in rows), default=0)
    total = {figure: table.total.count(figure) for figure in StatusFigure}
    lines = [
        PaperRow(
            cells=(str(place), row.name, *_counts(row.counts), percent(row.rate), ""),
            bar=_task_bar(row, longest),
        )
        for place, row in enumerate(rows, start=1)
    ]
    lines.append(PaperRow(cells=("", _TOTAL, *_counts(total), percent(table.total.rate), "")))
    columns = (
        _PLACE,
        PaperColumn(title="Đơn vị chủ trì", width=52),
        *(_middle(title, 15) for _, title in _TASK_FIGURES),
        _middle("Tỷ lệ", 18),
        _middle("Biểu đồ", 26),
    )
    return PaperTable(columns=columns, rows=tuple(lines))


def _counts(counts: dict[StatusFigure, int]) -> tuple[str, ...]:
    return tuple(number(counts[figure]) for figure, _ in _TASK_FIGURES)


def _task_bar(row: SummaryRow, longest: int) -> tuple[tuple[float, float], ...]:
    return tuple(
        (row.counts[figure] / longest, grey)
        for figure, grey, _ in _TASK_SHADES
        if row.counts[figure] and longest
    )


# --- roadmap, indicators


def of_roadmap(report: SummaryReport) -> PaperTable:
    """Set the targets of the years with what was done and how it is judged."""
    rows: list[PaperRow] = []
    owner = ""
    for line in report.milestones:
        if line.owner != owner:
            owner = line.owner
            rows.append(PaperRow(cells=(owner,), heads=True))
        done = line.done.strip() or NO_FIGURE
        proposal = line.proposal.strip()
        rows.append(
            PaperRow(
                cells=(str(line.year), line.planned.strip(), done, JUDGEMENT[line.judgement], proposal)
            )
        )  # fmt: skip
    columns = (
        _middle("Năm", 14),
        PaperColumn(title="Mục tiêu, lộ trình", width=48),
        PaperColumn(title="Kết quả", width=36),
        _middle("Đánh giá", 22),
        PaperColumn(title="Kiến nghị, giải pháp", width=45),
    )
    return PaperTable(columns=columns, rows=tuple(rows))


def of_indicators(report: SummaryReport) -> PaperTable:
    """Set the figure of each indicator with its source; those of units stand in the appendix."""
    columns = (
        _PLACE,
        PaperColumn(title="Chỉ tiêu", width=46),
        _middle("Đơn vị tính", 17),
        _middle("Kế hoạch", 16),
        _middle("Thực hiện", 16),
        _middle("Tỷ lệ", 18),
        PaperColumn(title="Nguồn", width=43),
    )
    rows: list[PaperRow] = []
    field = ""
    for place, (name, line) in enumerate(_tops(report), start=1):
        if line.field.strip() and line.field != field:
            rows.append(PaperRow(cells=(line.field.strip(),), heads=True))
        field = line.field
        cells = (
            str(place), name, line.unit_of_measure, told(line.plan), told(line.actual),
            share(line.rate), reported(line.source, line.source_on),
        )  # fmt: skip
        rows.append(PaperRow(cells=cells))
    return PaperTable(columns=columns, rows=tuple(rows))


def chart_of_indicators(report: SummaryReport) -> PaperTable | None:
    """Draw how far the indicators with a plan got; None where none has one."""
    measured = [(name, line) for name, line in _tops(report) if line.rate is not None]
    if not measured:
        return None
    rates = [float(line.rate or 0) for _, line in measured]
    longest = max(_HUNDRED, *rates)
    rows = tuple(
        PaperRow(
            cells=(name, share(line.rate), ""),
            bar=((rate / longest, _DARK),) if rate > 0 else (),
        )
        for (name, line), rate in zip(measured, rates, strict=True)
    )
    scale = f"Biểu đồ (cả ô là {shown(f'{longest:g}')} %)"
    columns = (
        PaperColumn(title="Chỉ tiêu có kế hoạch", width=75),
        _middle("Thực hiện so với kế hoạch", 30),
        _middle(scale, 60),
    )
    return PaperTable(columns=columns, rows=rows)


def _tops(report: SummaryReport) -> Iterator[tuple[str, IndicatorLine]]:
    for one in report.indicators:
        for line in one.top:
            yield (f"{one.name} ({line.unit})" if line.unit else one.name), line


# --- models, movements, reports due


def of_practices(report: SummaryReport) -> PaperTable:
    """Set what units reported of models beside what the list holds, with the chart of both."""
    longest = max(
        (max(one.told.get(state, 0), one.listed.get(state, 0))
         for one in report.practices for state in COUNTED_STATES),
        default=0,
    )  # fmt: skip
    rows: list[PaperRow] = []
    for year in dict.fromkeys(one.year for one in report.practices):
        of_year = [one for one in report.practices if one.year == year]
        rows.append(PaperRow(cells=(f"Năm {year}",), heads=True))
        for place, one in enumerate(of_year, start=1):
            rows += [
                _practice_row(one, state, place if state is COUNTED_STATES[0] else None, longest)
                for state in COUNTED_STATES
            ]
        rows += [_practice_total(of_year, state) for state in COUNTED_STATES]
    columns = (
        _PLACE,
        PaperColumn(title="Đơn vị", width=34),
        PaperColumn(title="Mô hình", width=24),
        _middle("Báo cáo", 15),
        _middle("Danh sách", 15),
        _middle("Chênh lệch", 15),
        PaperColumn(title="Nguồn số báo cáo", width=33),
        _middle("Biểu đồ", 20),
    )
    return PaperTable(columns=columns, rows=tuple(rows))


def _practice_row(one: PracticeSum, state: YearState, place: int | None, longest: int) -> PaperRow:
    listed, missing = one.listed.get(state, 0), one.missing(state)
    cells = (
        "" if place is None else str(place),
        "" if place is None else one.unit,
        YEAR_STATE[state],
        told_count(one, state),
        shown(str(listed)),
        NO_FIGURE if missing is None else shown(str(missing)),
        reported(one.source, one.told_on) if state in one.told else "",
        "",
    )
    parts = ((listed, _DARK), (max(missing or 0, 0), _WHITE))
    return PaperRow(
        cells=cells, bar=tuple((count / longest, grey) for count, grey in parts if count)
    )


def _practice_total(of_year: list[PracticeSum], state: YearState) -> PaperRow:
    reports = [one.told[state] for one in of_year if state in one.told]
    gaps = [gap for one in of_year if (gap := one.missing(state)) is not None]
    listed = sum(one.listed.get(state, 0) for one in of_year)
    is_first = state is COUNTED_STATES[0]
    return PaperRow(
        cells=(
            "", _TOTAL if is_first else "", YEAR_STATE[state],
            shown(str(sum(reports))) if reports else NO_FIGURE, shown(str(listed)),
            shown(str(sum(gaps))) if gaps else NO_FIGURE, "", "",
        )
    )  # fmt: skip


def of_movements(movements: tuple[MovementSum, ...]) -> PaperTable:
    """Set who was proposed to be commended in each movement."""
    rows = [
        (
            str(place), _movement_name(one), number(one.collectives), number(one.individuals),
            number(one.proposed), number(one.decided),
        )
        for place, one in enumerate(movements, start=1)
    ]  # fmt: skip
    sums = [
        number(sum(counts))
        for counts in (
            [one.collectives for one in movements], [one.individuals for one in movements],
            [one.proposed for one in movements], [one.decided for one in movements],
        )
    ]  # fmt: skip
    columns = (
        _PLACE,
        PaperColumn(title="Phong trào thi đua", width=72),
        _middle("Tập thể", 20),
        _middle("Cá nhân", 20),
        _middle("Cộng đề nghị", 22),
        _middle("Đã có quyết định", 22),
    )
    lines = (*rows, ("", _TOTAL, *sums))
    return PaperTable(columns=columns, rows=tuple(PaperRow(cells=cells) for cells in lines))


def _movement_name(one: MovementSum) -> str:
    by = f" ({one.launched_by.strip()} phát động)" if one.launched_by.strip() else ""
    return f"{one.name.strip()}, năm {one.year}{by}"


_RECEIVED = (
    (ReceiptState.ON_TIME, "Đúng hạn"),
    (ReceiptState.LATE, "Gửi chậm"),
    (ReceiptState.MISSING, "Chưa gửi, quá hạn"),
    (ReceiptState.WAITED_FOR, "Chưa đến hạn"),
)


def of_receipts(receipts: tuple[ReceiptSum, ...]) -> PaperTable:
    """Set how many units sent each report in time, late, or not."""
    columns = (
        _PLACE,
        PaperColumn(title="Báo cáo, hạn gửi", width=61),
        _middle("Phải gửi", 19),
        *(_middle(title, 19) for _, title in _RECEIVED),
    )
    rows = [
        (
            str(place), f"{one.title.strip()}, hạn {one.due_on.day:02d}/{one.due_on:%m/%Y}",
            number(one.total), *(number(one.counts.get(state, 0)) for state, _ in _RECEIVED),
        )
        for place, one in enumerate(receipts, start=1)
    ]  # fmt: skip
    sums = [number(sum(one.counts.get(state, 0) for one in receipts)) for state, _ in _RECEIVED]
    rows.append(("", _TOTAL, number(sum(one.total for one in receipts)), *sums))
    return PaperTable(columns=columns, rows=tuple(PaperRow(cells=cells) for cells in rows))
