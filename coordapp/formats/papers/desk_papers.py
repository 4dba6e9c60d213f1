"""The papers of a morning: a slip that reminds a unit or a person, and the agenda of a week."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.figures.desk_contents import (
    EntryKind,
    OwedReport,
    ReminderSlip,
    WeekAgenda,
    WeekEntry,
    end_of_week,
)
from coordapp.domain.figures.form_contents import FormHeading
from coordapp.domain.figures.status_summary import number
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import DeadlineState
from coordapp.domain.words.labels import days_left, soon_span
from coordapp.formats.papers import wording
from coordapp.formats.papers.blocks import (
    Block,
    Composition,
    Ending,
    Letterhead,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Signature,
    Text,
    Title,
)

_ROOM_TO_SIGN = 24.0
_REMINDED = (
    PaperColumn(title="TT", width=10, centred=True),
    PaperColumn(title="Nội dung", width=74),
    PaperColumn(title="Phần việc", width=24, centred=True),
    PaperColumn(title="Thời hạn", width=24, centred=True),
    PaperColumn(title="Tình trạng", width=33, centred=True),
)
_WEEK = (
    PaperColumn(title="Giờ", width=18, centred=True),
    PaperColumn(title="Nội dung", width=74),
    PaperColumn(title="Đơn vị, địa điểm", width=45),
    PaperColumn(title="Mã", width=28, centred=True),
)
_KINDS = {
    EntryKind.CONFERENCE: "",
    EntryKind.DEADLINE: "Hạn nhiệm vụ: ",
    EntryKind.REPORT: "Hạn báo cáo: ",
}
_NOTHING = "Không có nhiệm vụ quá hạn, nhiệm vụ sắp đến hạn hoặc báo cáo phải gửi."


def slip(report: ReminderSlip) -> Composition:
    """Put the slip together."""
    heading = report.heading
    who = one_line(report.addressee) or wording.BLANK
    rows = tuple(_reminded(report))
    body: tuple[Block, ...] = (Text(text=_NOTHING),)
    if rows:
        sender = wording.capital(wording.body_name(heading.committee))
        asked = f"{sender} nhắc {who} thực hiện các nhiệm vụ sau đây:"
        body = (Text(text=asked, keep=True), PaperTable(columns=_REMINDED, rows=rows))
    return _composed(heading, "Phiếu nhắc việc", (
        Title(
            kind="PHIẾU NHẮC VIỆC",
            subject=who,
            note=f"(Số liệu tính đến ngày {dates.in_figures(heading.as_of)})",
        ),
        *body,
        _ending("NGƯỜI LẬP PHIẾU"),
    ))  # fmt: skip


def week(report: WeekAgenda) -> Composition:
    """Put the agenda together."""
    heading, last = report.heading, end_of_week(report.first)
    late = (
        f"Ngoài các nhiệm vụ trong tuần còn {number(report.overdue)} nhiệm vụ quá hạn từ trước ngày "
        f"{dates.in_figures(report.first)}."
    )
    return _composed(heading, "Lịch tuần", (
        Title(
            kind="LỊCH TUẦN",
            subject=f"Từ ngày {dates.in_figures(report.first)} đến ngày {dates.in_figures(last)}",
            note=f"(Số liệu tính đến ngày {dates.in_figures(heading.as_of)})",
        ),
        PaperTable(columns=_WEEK, rows=tuple(_days(report))),
        *((Text(text=late),) if report.overdue else ()),
        _ending("NGƯỜI LẬP LỊCH"),
    ))  # fmt: skip


def _composed(heading: FormHeading, title: str, body: Iterable[Block]) -> Composition:
    day = wording.place_and_date(heading.committee.place, heading.as_of)
    return Composition(
        committee=heading.committee,
        style=heading.style,
        title=title,
        code="",
        sheets=(PaperSheet(blocks=(Letterhead(day=day), *body)),),
    )


def _ending(post: str) -> Ending:
    return Ending(right=Signature(posts=(post,), name="", room=_ROOM_TO_SIGN))


def _reminded(report: ReminderSlip) -> Iterator[PaperRow]:
    late = [row for row in report.rows if row.deadline is DeadlineState.OVERDUE]
    soon = [row for row in report.rows if row.deadline is not DeadlineState.OVERDUE]
    place = 0
    span = soon_span(report.heading.committee.due_soon_days)
    for words, rows in (("Nhiệm vụ quá hạn", late), (f"Nhiệm vụ sắp đến hạn ({span})", soon)):
        if rows:
            yield PaperRow(cells=(f"{words}: {number(len(rows))}",), heads=True)
        for row in rows:
            place += 1
            yield PaperRow(cells=(str(place), *_task(report, row)))
    if report.reports:
        yield PaperRow(cells=(f"Báo cáo phải gửi: {number(len(report.reports))}",), heads=True)
    for counted, owed in enumerate(report.reports, start=place + 1):
        yield PaperRow(cells=(str(counted), *_owed(owed, report.heading.as_of)))


def _task(report: ReminderSlip, row: TaskRow) -> Sequence[str]:
    part = "Chủ trì" if row.task.code in report.leads else "Phối hợp"
    return (
        f"{wording.capital(one_line(row.task.title))} ({row.task.code})",
        part,
        dates.in_figures(row.task.due),
        days_left(row.task, row.deadline, report.heading.as_of),
    )


def _owed(owed: OwedReport, today: date) -> Sequence[str]:
    left = (owed.due_on - today).days
    state = f"Quá hạn {-left} ngày" if left < 0 else f"Còn {left} ngày" if left else "Hôm nay"
    return wording.capital(owed.title), "", dates.in_figures(owed.due_on), state


def _days(report: WeekAgenda) -> Iterator[PaperRow]:
    for day in report.days:
        yield PaperRow(cells=(f"{dates.weekday(day)}, {dates.in_figures(day)}",), heads=True)
        own = [entry for entry in report.entries if entry.day == day]
        yield from (PaperRow(cells=_entry(entry)) for entry in own)
        if not own:
            # room to write by hand
            yield PaperRow(cells=("", "", "", ""))


def _entry(entry: WeekEntry) -> tuple[str, ...]:
    clock = wording.clock(entry.clock) if entry.clock.strip() else ""
    return clock, f"{_KINDS[entry.kind]}{entry.what}", entry.who, entry.note
