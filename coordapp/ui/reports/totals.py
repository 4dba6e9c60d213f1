"""The sums below the lists of the page of reports."""

from collections.abc import Sequence

from coordapp.domain.figures.form_contents import MemberLine
from coordapp.domain.figures.status_lines import StatusLine
from coordapp.ui.reports.lists import (
    COUNTED,
    AttendanceTable,
    ConclusionOfConference,
    ConclusionTable,
    count,
    rate,
)
from coordapp.ui.reports.task_list import TaskLineTable
from coordapp.ui.tables.totals.total_row import TotalRow

_TOTAL = "Tổng cộng"


def late_total(table: TaskLineTable) -> TotalRow[StatusLine]:
    """Sum up what is overdue."""

    def sums() -> dict[str, str]:
        lines = table.lines.records()
        longest = max((line.days_late for line in lines), default=0)
        return {
            "code": _TOTAL,
            "title": f"{len(lines)} nhiệm vụ, {len({line.unit for line in lines})} đơn vị",
            "late": f"≤ {longest} ngày",
        }

    return TotalRow(table, table.lines, sums)


def conclusions_total(table: ConclusionTable) -> TotalRow[ConclusionOfConference]:
    """Sum up the conclusions and what became of them."""

    def sums() -> dict[str, str]:
        lines = [shown.line for shown in table.lines.records()]
        meetings = len({shown.conference.id for shown in table.lines.records()})
        return {
            "conference": _TOTAL,
            "text": f"{len(lines)} kết luận của {meetings} hội nghị",
            "tasks": str(sum(line.tasks for line in lines)),
            "done": str(sum(line.done for line in lines)),
            "overdue": str(sum(line.overdue for line in lines)),
        }

    return TotalRow(table, table.lines, sums)


def attendance_total(table: AttendanceTable) -> TotalRow[MemberLine]:
    """Sum up who came."""

    def sums() -> dict[str, str]:
        members: Sequence[MemberLine] = table.lines.records()
        counted = {
            state.value: str(sum(count(member, state) for member in members)) for state in COUNTED
        }
        return {"name": _TOTAL, "post": f"{len(members)} người", **counted, "rate": rate(members)}

    return TotalRow(table, table.lines, sums)
