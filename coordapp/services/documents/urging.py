"""Wording a letter that urges units: their open tasks of a conference, the reports they owe."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import NamedGroup, spoken_of
from coordapp.domain.conclusions.assignment import by_conclusion, unit_tasks
from coordapp.domain.documents.document import Document
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.practices.report_due import ReportDue
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.domain.words.labels import deadline_on_paper
from coordapp.formats.papers import wording
from coordapp.services.documents import paper_reading
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.past import names_then
from coordapp.store.queries import (
    committee_queries,
    document_queries,
    report_queries,
    task_queries,
    unit_queries,
)

_OPEN = frozenset({WorkState.NOT_STARTED, WorkState.IN_PROGRESS, WorkState.AWAITING_CONFIRMATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Whom a letter is for, in the order of protocol, and how its sentences speak of them."""

    units: Sequence[Unit]
    groups: tuple[NamedGroup, ...]

    @property
    def is_several(self) -> bool:
        return len(self.units) > 1

    @property
    def name(self) -> str:
        """Give the one name that says them all: of the unit, of the group, else none of them."""
        said = self.named(unit.id for unit in self.units)
        return said[0] if len(said) == 1 else "các đơn vị"

    def named(self, unit_ids: Iterable[UnitId]) -> tuple[str, ...]:
        """Name some of them, a group instead of all its units."""
        wanted = set(unit_ids)
        return spoken_of((one.name for one in self.units if one.id in wanted), self.groups)

    def before(self, unit_id: UnitId | None) -> str:
        """Name whose task it is, where it could be that of another."""
        said = "".join(self.named(() if unit_id is None else (unit_id,)))
        return f"{said}: " if self.is_several and said else ""


def worded(
    connection: Reader, paper: Document, today: date, further: Collection[UnitId] = ()
) -> Document:
    """Propose the words of a letter to its unit and `further` ones; empty with nothing to urge."""
    with names_then.as_named(connection, paper.issued_on or today):
        return _worded(connection, paper, today, {paper.unit_id, *further})


def _worded(
    connection: Reader, paper: Document, today: date, unit_ids: Collection[UnitId | None]
) -> Document:
    day = paper.issued_on or today
    units = [one for one in unit_queries.all_units(connection) if one.id in unit_ids]
    asked = _Asked(units=units, groups=paper_reading.groups_on(connection, day))
    body = committee_queries.read(connection)
    if not units or body is None or paper.conference_id is None:
        return paper
    places: dict[UnitId | None, int] = {unit.id: place for place, unit in enumerate(units)}
    given = by_conclusion(task_queries.of_conference(connection, paper.conference_id))
    waiting = [
        task
        for tasks in given.values()
        for task in unit_tasks(tasks)
        if task.lead_unit_id in places and task.work_state in _OPEN
    ]
    waiting.sort(key=lambda one: (places[one.lead_unit_id], one.due or date.max, one.code))
    owed = [
        (one.report, asked.named(one.missing))
        for one in report_queries.reports_behind(connection, day)
        if not places.keys().isdisjoint(one.missing)
    ]
    named = wording.body_name(body)
    ground = f"{_ground(connection, paper)}, tính đến ngày {dates.in_figures(day)}, {asked.name}"
    also = f"Ngoài ra, {'các đơn vị' if asked.is_several else 'đơn vị'}"
    lines = [
        *_of_tasks(waiting, ground, day, asked),
        *_of_reports(owed, also if waiting else ground, day, asked),
    ]
    wish = _wish(asked.name, named, waiting, bool(owed), day)
    return replace(paper, text="\n".join((*lines, wish)) if lines else "")


def _of_tasks(waiting: Sequence[Task], ground: str, day: date, asked: _Asked) -> list[str]:
    if not waiting:
        return []
    late = sum(_is_late(task, day) for task in waiting)
    among = f", trong đó {late:02d} nhiệm vụ quá hạn" if late else ""
    opening = f"{ground} còn {len(waiting):02d} nhiệm vụ chưa hoàn thành{among}:"
    lines = (f"{asked.before(task.lead_unit_id)}{_line(task, day)}" for task in waiting)
    return [opening, *(f"{n}. {line}" for n, line in enumerate(lines, start=1))]


def _of_reports(
    owed: Sequence[tuple[ReportDue, tuple[str, ...]]], ground: str, day: date, asked: _Asked
) -> list[str]:
    if not owed:
        return []
    # of several units one may have sent what another owes
    lacking = "chưa gửi đủ" if asked.is_several else "chưa gửi"
    opening = f"{ground} {lacking} {len(owed):02d} báo cáo đã đến hạn:"
    lines = []
    for number, (report, missing) in enumerate(owed, start=1):
        paper = f" theo {one_line(report.paper)}" if report.paper.strip() else ""
        due, late = dates.in_figures(report.due_on), (day - report.due_on).days
        title = one_line(report.title).rstrip(". ")
        who = f"; chưa gửi: {', '.join(missing)}" if asked.is_several else ""
        lines.append(f"{number}. {title}{paper} (hạn gửi: {due}, quá hạn {late} ngày{who}).")
    return [opening, *lines]


def _wish(who: str, named: str, waiting: Sequence[Task], owes: bool, day: date) -> str:
    asks = f"{wording.capital(named)} đề nghị {who}"
    send = "gửi ngay các báo cáo còn thiếu"
    if not waiting:
        return f"{asks} {send} về {named} để tổng hợp."
    late = any(_is_late(task, day) for task in waiting)
    why = ", nêu rõ nguyên nhân chậm và thời gian hoàn thành" if late else ""
    also = f"{send}; " if owes else ""
    return (
        f"{asks} khẩn trương thực hiện, hoàn thành các nhiệm vụ nêu trên; {also}"
        f"báo cáo kết quả bằng văn bản{why} về {named} để tổng hợp."
    )


def _ground(connection: Reader, paper: Document) -> str:
    """Name what the letter rests on: the notice that went out, else the conference."""
    conference = CONFERENCES.get(connection, paper.conference_id or 0)
    notice = document_queries.issued_notices(connection).get(conference.code)
    if notice is None:
        return f"Thực hiện kết luận tại {conference.title}"
    comma = "," if notice.style is DocumentStyle.PARTY else ""
    day = dates.in_figures(notice.issued_on)
    return f"Thực hiện Thông báo số {notice.symbol}{comma} ngày {day} về kết luận tại {conference.title}"


def _line(task: Task, day: date) -> str:
    told = [f"thời hạn: {deadline}" if (deadline := deadline_on_paper(task)) else ""]
    if _is_late(task, day) and task.due is not None:
        told.append(f"quá hạn {(day - task.due).days} ngày")
    said = ", ".join(filter(None, told))
    return f"{task.wording.rstrip('. ')} ({said})." if said else f"{task.wording.rstrip('. ')}."


def _is_late(task: Task, day: date) -> bool:
    return task.due is not None and task.due < day
