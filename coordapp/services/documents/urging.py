"""Wording a letter that urges a unit: its open tasks of a conference, as they stand on a day."""

from dataclasses import replace
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.conclusions.assignment import by_conclusion, unit_tasks
from coordapp.domain.documents.document import Document
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.domain.words.labels import deadline_on_paper
from coordapp.formats.papers import wording
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.past import names_then
from coordapp.store.queries import committee_queries, document_queries, task_queries, unit_queries

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
    if not waiting:
        return replace(paper, text="")
    waiting.sort(key=lambda task: (task.due or date.max, task.code))
    late = sum(_is_late(task, day) for task in waiting)
    named = wording.body_name(body)
    among = f", trong đó {late:02d} nhiệm vụ quá hạn" if late else ""
    opening = (
        f"{_ground(connection, paper)}, tính đến ngày {dates.in_figures(day)}, {unit.name} "
        f"còn {len(waiting):02d} nhiệm vụ chưa hoàn thành{among}:"
    )
    lines = [f"{n}. {_line(task, day)}" for n, task in enumerate(waiting, start=1)]
    why = ", nêu rõ nguyên nhân chậm và thời gian hoàn thành" if late else ""
    wish = (
        f"{wording.capital(named)} đề nghị {unit.name} khẩn trương thực hiện, hoàn thành các nhiệm vụ "
        f"nêu trên; báo cáo kết quả bằng văn bản{why} về {named} để tổng hợp."
    )
    return replace(paper, text="\n".join((opening, *lines, wish)))


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
