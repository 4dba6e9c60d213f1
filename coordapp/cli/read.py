"""The records of a file as plain values, for programs that read our output."""

from datetime import date
from typing import Any

from coordapp.domain.documents.document import seal_code
from coordapp.domain.tasks.office_code import office_code
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.store import Reader
from coordapp.store.finding import search_hits
from coordapp.store.past import replay
from coordapp.store.queries import (
    conference_queries,
    document_queries,
    programme_queries,
    task_queries,
    unit_queries,
)

Records = list[dict[str, Any]]


def all_tasks(reader: Reader, as_of: date) -> Records:
    """List the register as it is now, its deadlines seen from a day."""
    return [_task(row) for row in task_queries.find(reader, TaskQuery(), as_of)]


def tasks_as_of(reader: Reader, day: date) -> Records:
    """List the register as it stood when a day ended."""
    return [_task(row) for row in replay.find(reader, TaskQuery(), day)]


def all_conferences(reader: Reader, as_of: date) -> Records:
    """List the conferences, newest first."""
    names = {person.id: person.full_name for person in unit_queries.all_persons(reader)}
    codes = {programme.id: programme.code for programme in programme_queries.all_programmes(reader)}
    return [
        {
            "code": item.code,
            "title": item.title,
            "kind": item.kind.value,
            "held_on": _iso(item.held_on),
            "place": item.place,
            "chair": None if item.chair_id is None else names.get(item.chair_id),
            "state": item.state.value,
            "organiser": item.organiser,
            "programme": None if item.programme_id is None else codes.get(item.programme_id),
        }
        for item in conference_queries.find(reader)
    ]


def all_conclusions(reader: Reader, as_of: date) -> Records:
    """List the conclusions with the codes of their tasks."""
    return [
        {
            "conference": row.conference_code,
            "number": row.conclusion.number,
            "kind": row.conclusion.kind.value,
            "text": row.conclusion.text,
            "tasks": list(row.task_codes),
        }
        for row in conference_queries.conclusions(reader, as_of)
    ]


def all_units(reader: Reader, as_of: date) -> Records:
    """List the units in protocol order."""
    return [
        {"name": unit.name, "short_name": unit.short_name, "position": unit.position}
        for unit in unit_queries.all_units(reader)
    ]


def all_documents(reader: Reader, as_of: date) -> Records:
    """List the papers by their days, signed ones with their codes."""
    codes = {item.id: item.code for item in conference_queries.find(reader)}
    return [
        {
            "type": paper.type.value,
            "symbol": paper.symbol,
            "number": paper.number,
            "issued_on": _iso(paper.issued_on),
            "subject": paper.subject,
            "conference": None if paper.conference_id is None else codes[paper.conference_id],
            "signed": paper.signed_at is not None,
            "code": seal_code(paper.sealed) or None,
        }
        for paper in document_queries.find(reader)
    ]


def search(reader: Reader, typed: str) -> Records:
    """Find records by words, exact tones first."""
    return [
        {
            "kind": place.kind.value,
            "code": place.code,
            "title": place.title,
            "excerpt": place.excerpt,
            "exact": place.exact,
        }
        for place in search_hits.places(reader, typed)
    ]


LISTS = {
    "tasks": all_tasks,
    "conferences": all_conferences,
    "conclusions": all_conclusions,
    "units": all_units,
    "documents": all_documents,
}


def _task(row: TaskRow) -> dict[str, Any]:
    task = row.task
    return {
        "code": task.code,
        "office_code": office_code(task.note) or None,
        "title": task.title,
        "lead_unit": row.lead_name or None,
        "coordinating_units": list(row.coordinating),
        "work_state": task.work_state.value,
        "deadline_state": row.deadline.value,
        "due_date": _iso(task.due),
        "original_due_date": _iso(task.original_due),
        "deadline_kind": task.deadline_kind.value,
        "conference": row.conference_code or None,
        "conclusion": row.conclusion_number,
        "parent": row.parent_code or None,
        "deadline_wording": task.deadline_wording or None,
        "percent": task.percent,
        "finished_on": _iso(task.finished_on),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
