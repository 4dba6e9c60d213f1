"""The other forms on screen: the register of conclusions and the attendance of a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.conferences.conference import AttendanceState, Conference
from coordapp.domain.figures.form_contents import (
    AttendanceReport,
    ConclusionLine,
    ConclusionsReport,
    MemberLine,
)
from coordapp.domain.figures.status_labels import percent
from coordapp.domain.kernel.text import one_line
from coordapp.domain.kernel.vietnamese_order import by_person
from coordapp.domain.words.labels import ATTENDANCE_STATE
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView

_CENTER = Qt.AlignmentFlag.AlignHCenter
COUNTED = (
    AttendanceState.PRESENT,
    AttendanceState.SUBSTITUTED,
    AttendanceState.EXCUSED,
    AttendanceState.ABSENT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionOfConference:
    """A conclusion with its conference."""

    conference: Conference
    line: ConclusionLine


class ConclusionTable(TableView[ConclusionOfConference]):
    """Every conclusion given by the day with what became of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.lines: RecordModel[ConclusionOfConference] = RecordModel(
            _conclusion_columns(), key=attrgetter("line.id")
        )
        super().__init__(self.lines, parent)
        self.lines.setParent(self)

    def show_report(self, report: ConclusionsReport) -> None:
        """Show the register of conclusions."""
        self.lines.show(
            ConclusionOfConference(conference=conference, line=line)
            for conference, lines in report.parts
            for line in lines
        )


class AttendanceTable(TableView[MemberLine]):
    """Who came how often; which conferences these were stands in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._conferences: Sequence[Conference] = ()
        columns = [
            Column(
                key="name", title="Họ và tên", text=attrgetter("name"), width=160,
                sort=lambda member: by_person(member.name),
            ),
            Column(key="post", title="Chức vụ", text=attrgetter("post"), stretch=True),
            Column(key="unit", title="Đơn vị", text=attrgetter("unit"), width=110),
            *(_counted(state) for state in COUNTED),
            Column(key="rate", title="Tỷ lệ dự họp", text=lambda member: rate((member,)), tooltip=self._each, width=110,
                   align=_CENTER),
        ]  # fmt: skip
        self.lines: RecordModel[MemberLine] = RecordModel(columns, key=attrgetter("key"))
        super().__init__(self.lines, parent)
        self.lines.setParent(self)

    def show_report(self, report: AttendanceReport) -> None:
        """Show the attendance of a year."""
        self._conferences = report.conferences
        self.lines.show(report.members)

    def _each(self, member: MemberLine) -> str:
        return "\n".join(
            f"{conference.code}, {dates.short(conference.held_on)}: {ATTENDANCE_STATE[mark.state]}"
            for conference, mark in zip(self._conferences, member.marks, strict=False)
            if mark is not None
        )


def count(member: MemberLine, state: AttendanceState) -> int:
    """Count how often somebody was noted so."""
    return sum(mark is not None and mark.state is state for mark in member.marks)


def _counted(state: AttendanceState) -> Column[MemberLine]:
    return Column(
        key=state.value,
        title=ATTENDANCE_STATE[state],
        text=lambda member: str(count(member, state)),
        sort=lambda member: count(member, state),
        width=128,
        align=_CENTER,
    )


def rate(members: Iterable[MemberLine]) -> str:
    """Say the share of the times they came themselves of those noted."""
    noted = came = 0
    for member in members:
        noted += sum(count(member, state) for state in COUNTED)
        came += count(member, AttendanceState.PRESENT)
    return percent(came / noted if noted else None)


def _number(name: str, title: str) -> Column[ConclusionOfConference]:
    count = attrgetter(f"line.{name}")
    return Column(
        key=name,
        title=title,
        text=lambda shown: str(count(shown)),
        sort=count,
        width=80,
        align=_CENTER,
    )


def _conclusion_columns() -> list[Column[ConclusionOfConference]]:
    return [
        Column(
            key="conference",
            title="Hội nghị",
            text=lambda shown: shown.conference.code,
            tooltip=lambda shown: shown.conference.title,
            width=96,
            quiet=True,
        ),
        Column(
            key="number",
            title="Số",
            text=lambda shown: str(shown.line.number),
            sort=lambda shown: shown.line.number,
            width=48,
            align=_CENTER,
        ),
        Column(
            key="text",
            title="Nội dung kết luận",
            text=lambda shown: one_line(shown.line.text),
            stretch=True,
        ),
        Column(key="kind", title="Loại", text=lambda shown: shown.line.kind, width=112),
        Column(
            key="tasks",
            title="Nhiệm vụ",
            text=lambda shown: str(shown.line.tasks),
            sort=lambda shown: shown.line.tasks,
            tooltip=lambda shown: ", ".join(shown.line.codes),
            width=80,
            align=_CENTER,
        ),
        _number("done", "Đã hoàn thành"),
        _number("overdue", "Quá hạn"),
        Column(
            key="reason",
            title="Lý do không phát sinh nhiệm vụ",
            text=lambda shown: one_line(shown.line.no_task_reason),
            width=170,
            quiet=True,
        ),
    ]
