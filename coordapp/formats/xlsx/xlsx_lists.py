"""The lists for superiors as Excel forms: late tasks, conclusions, attendance, grouped register."""

from pathlib import Path

from openpyxl.utils import get_column_letter

from coordapp.domain.calendar import dates
from coordapp.domain.conferences.conference import AttendanceState, Conference
from coordapp.domain.documents.minutes_contents import RegisterRow
from coordapp.domain.figures.form_contents import (
    AttendanceReport,
    ConclusionsReport,
    GroupedReport,
    LateReport,
    MemberLine,
)
from coordapp.domain.figures.status_labels import COUNTED_ONCE, LONGEST, caption
from coordapp.domain.words.labels import WORK_STATE
from coordapp.formats.xlsx import xlsx_form, xlsx_register
from coordapp.formats.xlsx.xlsx_form import (
    NUMBER,
    PERCENT,
    PRESENT,
    SUM,
    Form,
    FormColumn,
    FormPart,
    Step,
    Value,
)

_NUMBER = FormColumn(title="TT", width=5, align="center")


def write_late(report: LateReport, target: Path, step: Step) -> None:
    """Write what is overdue with its delay and the last difficulty told."""
    columns = (
        _NUMBER,
        FormColumn(title="Mã", width=14),
        FormColumn(title="Nội dung nhiệm vụ", width=40),
        FormColumn(title="Đơn vị chủ trì", width=20),
        FormColumn(title="Văn bản giao", width=26),
        FormColumn(title="Thời hạn", width=12, align="center"),
        FormColumn(title="Số ngày chậm", width=9, align="center", format=NUMBER),
        FormColumn(title="Số ngày chậm (ngày làm việc)", width=9, align="center", format=NUMBER),
        FormColumn(title="Trạng thái", width=15),
        FormColumn(title="Kết quả đến nay", width=26),
        FormColumn(title="Khó khăn, nguyên nhân", width=28),
    )
    rows = [
        (
            number, line.code, line.title, line.unit_name, line.source, line.due, line.days_late,
            line.working_days_late, WORK_STATE[line.work_state], line.result, line.difficulty,
        )
        for number, line in enumerate(report.lines, 1)
    ]  # fmt: skip
    form = Form(
        sheet="Nhiệm vụ quá hạn",
        heading=report.heading,
        title="DANH SÁCH NHIỆM VỤ QUÁ HẠN",
        caption=caption(report.question),
        columns=columns,
        parts=(FormPart(rows=rows),),
        empty="Không có nhiệm vụ quá hạn.",
        counts=(
            ("Số nhiệm vụ quá hạn", "COUNT(G{first}:G{last})", len(rows)),
            (LONGEST, "MAX(G{first}:G{last})", max((row[6] for row in rows), default=0)),
        ),
    )
    xlsx_form.write([form], target, step)


def write_conclusions(report: ConclusionsReport, target: Path, step: Step) -> None:
    """Write the register of conclusions with what became of their tasks."""
    columns = (
        FormColumn(title="Số", width=6, align="center"),
        FormColumn(title="Nội dung kết luận", width=70),
        FormColumn(title="Loại", width=14),
        FormColumn(title="Nhiệm vụ", width=10, align="center", format=NUMBER, total=SUM),
        FormColumn(title="Đã hoàn thành", width=10, align="center", format=NUMBER, total=SUM),
        FormColumn(title="Quá hạn", width=10, align="center", format=NUMBER, total=SUM),
        FormColumn(title="Mã nhiệm vụ", width=26),
        FormColumn(title="Lý do không phát sinh nhiệm vụ", width=30),
    )  # fmt: skip
    parts = tuple(
        FormPart(
            heading=_meeting(conference),
            rows=[
                (
                    line.number, line.text, line.kind, line.tasks, line.done, line.overdue,
                    ", ".join(line.codes), line.no_task_reason,
                )
                for line in lines
            ],
        )
        for conference, lines in report.parts
    )  # fmt: skip
    form = Form(
        sheet="Kết luận",
        heading=report.heading,
        title="SỔ THEO DÕI KẾT LUẬN HỘI NGHỊ",
        columns=columns,
        parts=parts,
        empty="Không có kết luận nào.",
        notes=(f"Không tính nhiệm vụ dự thảo và đã hủy. {COUNTED_ONCE}",),
        key=0,
        goes_with_report=False,
    )
    xlsx_form.write([form], target, step)


def _meeting(conference: Conference) -> str:
    day = f", ngày {dates.in_figures(conference.held_on)}" if conference.held_on else ""
    return f"{conference.code}: {conference.title}{day}"


_MARKS = {
    AttendanceState.PRESENT: "x",
    AttendanceState.SUBSTITUTED: "T",
    AttendanceState.EXCUSED: "P",
    AttendanceState.ABSENT: "K",
    AttendanceState.INVITED: "m",
    AttendanceState.CONFIRMED: "m",
}
_LEGEND = (
    "x: có mặt; T: cử người dự thay; P: vắng có phép; K: vắng không phép; m: đã mời, chưa điểm danh; "
    "để trống: không thuộc thành phần."
)
_COUNTED = (("Có mặt", "x"), ("Dự thay", "T"), ("Vắng có phép", "P"), ("Vắng không phép", "K"))
_BEFORE_MARKS = 4


def write_attendance(report: AttendanceReport, target: Path, step: Step) -> None:
    """Write who came to which conference of the year."""
    first = get_column_letter(_BEFORE_MARKS + 1)
    last = get_column_letter(_BEFORE_MARKS + max(1, len(report.conferences)))
    headings = [_short(conference) for conference in report.conferences] or ["Hội nghị"]
    columns = (
        _NUMBER,
        FormColumn(title="Họ và tên", width=26),
        FormColumn(title="Chức vụ", width=34),
        FormColumn(title="Đơn vị", width=22),
        *(FormColumn(title=text, width=12, align="center", group=f"Hội nghị năm {report.year}",
                 total=PRESENT) for text in headings),
        *(FormColumn(title=title, width=9, align="center", group="Tổng hợp", format=NUMBER,
                 total=SUM) for title, _ in _COUNTED),
        FormColumn(title="Tỷ lệ dự họp", width=9, align="center", group="Tổng hợp", format=PERCENT),
    )  # fmt: skip
    rows = [_member(number, member, first, last) for number, member in enumerate(report.members, 1)]
    form = Form(
        sheet="Dự họp",
        heading=report.heading,
        goes_with_report=False,
        title=f"TỔNG HỢP THAM DỰ HỘI NGHỊ NĂM {report.year}",
        columns=columns,
        parts=(FormPart(rows=rows),),
        empty="Không có thành viên nào được mời trong năm.",
        notes=(_LEGEND, "Dòng cuối: số người có mặt ở từng hội nghị, không kể người dự thay."),
    )
    xlsx_form.write([form], target, step)


def _short(conference: Conference) -> str:
    day = f"\n{dates.in_figures(conference.held_on)}" if conference.held_on else ""
    return f"{conference.code}{day}"


def _member(number: int, member: MemberLine, first: str, last: str) -> tuple[Value, ...]:
    marks = tuple("" if mark is None else _MARKS[mark.state] for mark in member.marks) or ("",)
    counted = tuple(marks.count(sign) for _, sign in _COUNTED)
    asked = sum(counted)
    rate = counted[0] / asked if asked else None
    return (number, member.name, member.post, member.unit, *marks, *counted, rate)


def write_grouped(report: GroupedReport, target: Path, step: Step) -> None:
    """Write the register in parts, one for each unit or conclusion."""
    columns = tuple(
        FormColumn(title=title, width=width, align=align)
        for title, width, align in xlsx_register.COLUMNS
    )
    parts = tuple(
        FormPart(
            heading=name,
            counted="nhiệm vụ",
            rows=[_task(number, row) for number, row in enumerate(rows, 1)],
        )
        for name, rows in report.parts
    )
    states = "$I${first}:$I${last}"
    listed = [row for _, rows in report.parts for row in rows]
    form = Form(
        sheet=xlsx_register.SHEET,
        heading=report.heading,
        title=f"SỔ THEO DÕI NHIỆM VỤ THEO {report.by.upper()}",
        columns=columns,
        parts=parts,
        counts=(
            ("Tổng số nhiệm vụ", f'COUNTIF({states},"?*")', len(listed)),
            *xlsx_register.counted(states, listed),
        ),
        notes=(report.spelt,) if report.spelt else (),
        key=len(columns) - 1,  # the note begins with the code
    )
    xlsx_form.write([form], target, step)


def _task(number: int, row: RegisterRow) -> tuple[Value, ...]:
    return (
        number, row.work, row.source, row.lead_unit,
        "; ".join(row.coordinating_units), row.due or row.deadline_wording, row.progress,
        row.finished_on, row.state_label, row.difficulty, row.coded_remarks,
    )  # fmt: skip
