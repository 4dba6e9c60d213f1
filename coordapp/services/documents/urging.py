"""Wording a letter that urges a unit: its open tasks of a conference, and the reports it owes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.conclusions.assignment import by_conclusion, unit_tasks
from coordapp.domain.documents.document import Document
from coordapp.domain.kernel.text import one_line
from coordapp.domain.practices.report_due import ReportDue
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.domain.words.labels import deadline_on_paper
from coordapp.formats.papers import wording
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


def worded(connection: Reader, paper: Document, today: date) -> Document:
    """Propose the words of a letter to the unit it is for; empty where nothing is to be urged."""
    with names_then.as_named(connection, paper.issued_on or today):
        return _worded(connection, paper, today)


def _worded(connection: Reader, paper: Document, today: date) -> Document:
    unit = next(
        (one for one in unit_queries.all_units(connection) if one.id == paper.unit_id), None
    )
    body = committee_queries.read(connection)
    if unit is None or body is None or paper.conference_id is None:
        return paper
    day = paper.issued_on or today
    given = by_conclusion(task_queries.of_conference(connection, paper.conference_id))
    waiting = [
        task
        for tasks in given.values()
        for task in unit_tasks(tasks)
        if task.lead_unit_id == unit.id and task.work_state in _OPEN
    ]
    waiting.sort(key=lambda task: (task.due or date.max, task.code))
    owed = [
        one.report
        for one in report_queries.reports_behind(connection, day)
        if unit.id in one.missing
    ]
    named = wording.body_name(body)
    ground = f"{_ground(connection, paper)}, tính đến ngày {dates.in_figures(day)}, {unit.name}"
    lines = [
        *_of_tasks(waiting, ground, day),
        *_of_reports(owed, "Ngoài ra, đơn vị" if waiting else ground, day),
    ]
    wish = _wish(unit.name, named, waiting, owed, day)
    return replace(paper, text="\n".join((*lines, wish)) if lines else "")


def _of_tasks(waiting: Sequence[Task], ground: str, day: date) -> list[str]:
    if not waiting:
        return []
    late = sum(_is_late(task, day) for task in waiting)
    among = f", trong đó {late:02d} nhiệm vụ quá hạn" if late else ""
    opening = f"{ground} còn {len(waiting):02d} nhiệm vụ chưa hoàn thành{among}:"
    return [opening, *(f"{n}. {_line(task, day)}" for n, task in enumerate(waiting, start=1))]


def _of_reports(owed: Sequence[ReportDue], ground: str, day: date) -> list[str]:
    if not owed:
        return []
    opening = f"{ground} chưa gửi {len(owed):02d} báo cáo đã đến hạn:"
    lines = []
    for number, report in enumerate(owed, start=1):
        asked = f" theo {one_line(report.paper)}" if report.paper.strip() else ""
        due, late = dates.in_figures(report.due_on), (day - report.due_on).days
        title = one_line(report.title).rstrip(". ")
        lines.append(f"{number}. {title}{asked} (hạn gửi: {due}, quá hạn {late} ngày).")
    return [opening, *lines]


def _wish(
    unit: str, named: str, waiting: Sequence[Task], owed: Sequence[ReportDue], day: date
) -> str:
    asks = f"{wording.capital(named)} đề nghị {unit}"
    send = "gửi ngay các báo cáo còn thiếu"
    if not waiting:
        return f"{asks} {send} về {named} để tổng hợp."
    late = any(_is_late(task, day) for task in waiting)
    why = ", nêu rõ nguyên nhân chậm và thời gian hoàn thành" if late else ""
    also = f"{send}; " if owed else ""
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
