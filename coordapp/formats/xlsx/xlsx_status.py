"""The status table as an Excel form. Source: resources/docs/forms.md 5.1."""

from collections.abc import Iterator
from pathlib import Path

from coordapp.domain.figures.form_contents import StatusReport
from coordapp.domain.figures.status import (
    Grouping,
    StatusFigure,
    StatusRow,
    StatusTable,
    ensure_adds_up,
)
from coordapp.domain.figures.status_labels import (
    BUCKET,
    GROUPING,
    LONGEST,
    NOTHING,
    before_title,
    caption,
    compared,
    left_out,
)
from coordapp.domain.figures.status_lines import StatusLine
from coordapp.domain.kernel.errors import DocumentError, RuleViolation
from coordapp.domain.words.labels import WORK_STATE
from coordapp.formats.xlsx import xlsx_form
from coordapp.formats.xlsx.xlsx_form import (  # fmt: skip
    MAX,
    NUMBER,
    PERCENT,
    SUM,
    Form,
    FormColumn,
    FormPart,
    Step,
    Total,
    Value,
)

SHEET, SOURCE_SHEET = "Tình hình thực hiện", "Chi tiết"
TITLE = "BẢNG TỔNG HỢP TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"
_DONE, _OPEN, _APART, _DUE = (
    "Đã hoàn thành",
    "Chưa hoàn thành",
    "Không tính tỷ lệ",
    "Tỷ lệ hoàn thành",
)
# group, title, figure
_FIGURES = (
    ("", "Tổng số", StatusFigure.TOTAL),
    (_DONE, "Tổng", StatusFigure.DONE),
    (_DONE, "Đúng hạn", StatusFigure.DONE_ON_TIME),
    (_DONE, "Quá hạn", StatusFigure.DONE_LATE),
    (_OPEN, "Tổng", StatusFigure.OPEN),
    (_OPEN, "Trong hạn", StatusFigure.OPEN_IN_TIME),
    (_OPEN, "Quá hạn", StatusFigure.OPEN_OVERDUE),
    (_APART, "Không hạn", StatusFigure.NO_DEADLINE),
    (_APART, "Tạm hoãn", StatusFigure.ON_HOLD),
    (_DUE, "Đến hạn", StatusFigure.DUE),
    (_DUE, "Đã hoàn thành", StatusFigure.DUE_DONE),
)
_BEFORE = (StatusFigure.TOTAL, StatusFigure.OPEN_OVERDUE)
_RATE = 'IF({due}{{row}}=0,"–",{done}{{row}}/{due}{{row}})'


def write(report: StatusReport, target: Path, step: Step) -> None:
    """Write the table. Raises DocumentError: does_not_add_up, and as `replacing` does."""
    for table in (report.table, report.table.previous):
        if table is not None:
            _ensure_adds_up(table, target)
    forms = [_form(report)]
    if report.lines is not None:
        forms.append(_sources(report))
    xlsx_form.write(forms, target, step)


def _ensure_adds_up(table: StatusTable, target: Path) -> None:
    try:
        ensure_adds_up(table)
    except RuleViolation as error:
        raise DocumentError("does_not_add_up", target, **error.params) from error


def _form(report: StatusReport) -> Form:
    table = report.table
    notes = [left_out(table)]
    if table.previous is None:
        notes.append(f"{compared(table)}.")
    return Form(
        sheet=SHEET,
        heading=report.heading,
        title=TITLE,
        caption=caption(table.question),
        columns=tuple(_columns(table)),
        parts=(
            FormPart(
                rows=[tuple(_row(number, row, table)) for number, row in enumerate(table.rows, 1)]
            ),
        ),
        notes=tuple(notes),
    )


def _columns(table: StatusTable) -> Iterator[FormColumn]:
    yield FormColumn(title="TT", width=5, align="center")
    yield FormColumn(title=GROUPING[table.question.grouping], width=38)
    for group, title, _ in _FIGURES:
        yield _number(group, title)
    yield _rate(_DUE, due="L", done="M")
    yield FormColumn(title=LONGEST, width=9, align="center", format=NUMBER, total=MAX)
    if table.previous is not None:
        before = before_title(table.previous.question)
        yield _number(before, "Tổng số")
        yield _number(before, "Quá hạn")
        yield _number(before, "Đến hạn")
        yield _number(before, "Đã hoàn thành")
        yield _rate(before, due="R", done="S")


def _number(group: str, title: str) -> FormColumn:
    return FormColumn(title=title, width=8, align="center", group=group, format=NUMBER, total=SUM)


def _rate(group: str, *, due: str, done: str) -> FormColumn:
    total = Total(
        _RATE.format(due=due, done=done),
        lambda _cells, left: left[done] / left[due] if left[due] else NOTHING,
    )
    return FormColumn(
        title="Tỷ lệ", width=8.5, align="center", group=group, format=PERCENT, total=total
    )


def _row(number: int, row: StatusRow, table: StatusTable) -> Iterator[Value]:
    yield number
    yield row.group.name or row.group.label
    for *_, figure in _FIGURES:
        yield row.count(figure)
    yield NOTHING if row.rate is None else row.rate
    yield row.longest_delay
    if table.previous is None:
        return
    before = table.previous.row(row.group.key)
    for figure in (*_BEFORE, StatusFigure.DUE, StatusFigure.DUE_DONE):
        yield 0 if before is None else before.count(figure)
    rate = None if before is None else before.rate
    yield NOTHING if rate is None else rate


def _sources(report: StatusReport) -> Form:
    grouping = report.table.question.grouping
    columns = (
        FormColumn(title="TT", width=6, align="center"),
        FormColumn(title="Mã", width=15),
        FormColumn(title=GROUPING[grouping], width=26),
        FormColumn(title="Chỉ số", width=26),
        FormColumn(title="Nội dung nhiệm vụ", width=56),
        FormColumn(title="Thời hạn", width=13, align="center"),
        FormColumn(title="Ngày hoàn thành", width=13, align="center"),
        FormColumn(title="Trạng thái", width=18),
        FormColumn(title="Số ngày chậm", width=9, align="center", format=NUMBER),
    )
    rows = [
        (
            number, line.code, _group_of(line, grouping), BUCKET[line.bucket], line.title, line.due,
            line.finished_on, WORK_STATE[line.work_state], line.days_late or None,
        )
        for number, line in enumerate(report.lines or (), 1)
    ]  # fmt: skip
    return Form(sheet=SOURCE_SHEET, columns=columns, parts=(FormPart(rows=rows),))


def _group_of(line: StatusLine, grouping: Grouping) -> str:
    """Name a group as the table before does, where the screen has a short name or a code."""
    named = {Grouping.UNIT: line.unit_name, Grouping.SOURCE: line.source}
    return named.get(grouping, "") or line.group
