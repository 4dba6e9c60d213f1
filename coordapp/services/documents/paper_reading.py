"""Reading everything a paper prints, in one go, resolved and sorted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.assignment import by_conclusion, unit_tasks
from coordapp.domain.conferences.conference import Attendance, AttendanceState, Conference
from coordapp.domain.documents.minutes_contents import (
    AssignmentReport,
    AssignmentRow,
    Attendee,
    MinutesReport,
    RegisterReport,
    RegisterRow,
    SpeechLine,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId, PersonId, TaskId, UnitId
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import Task, WorkState, is_counted
from coordapp.domain.words.conference_labels import quorum_on_paper
from coordapp.domain.words.labels import deadline_words, printed_state
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    replay,
    task_queries,
    unit_queries,
)

_NOT_TAKEN = (AttendanceState.INVITED, AttendanceState.CONFIRMED)


def register(
    connection: Reader,
    query: TaskQuery,
    as_of: date,
    style: DocumentStyle | None = None,
    *,
    past: bool = False,
) -> RegisterReport:
    """Read the register for Excel: children are listed, parents that only gather them are not.

    Drafts are left out unless they are asked for: nobody was given them yet.

    With `past` it is the register as it stood when `as_of` ended.
    """
    find = replay.find if past else task_queries.find
    rows = find(connection, query, as_of)
    if WorkState.DRAFT not in query.work_states:
        rows = [row for row in rows if is_counted(row.task)]
    body = committee_queries.get(connection)
    return RegisterReport(
        committee=body,
        as_of=as_of,
        style=style or body.document_style,
        rows=tuple(register_row(row) for row in rows if not row.children),
        signer_name=_head(connection),
    )


def minutes(connection: Reader, code: str, style: DocumentStyle | None = None) -> MinutesReport:
    """Read the minutes of a conference. Raises RuleViolation: unknown_conference."""
    conference = conference_queries.by_code(connection, code)
    if conference is None:
        raise RuleViolation("unknown_conference", code=code)
    body = committee_queries.get(connection)
    chosen = style or body.document_style
    people = {person.id: person for person in unit_queries.all_persons(connection)}
    chair = _person(people, conference.chair_id)
    recorder = _person(people, conference.recorder_id)
    attending = conference_queries.attendances(connection, conference.id)
    members = [item for item in attending if not item.is_guest]
    concluded = conference_queries.conclusions(
        connection, conference.held_on or date.max, conference.id
    )
    return MinutesReport(
        committee=body,
        style=chosen,
        conference_code=conference.code,
        title=conference.title,
        number=conference.minutes_number,
        held_on=conference.held_on,
        start_time=conference.start_time,
        ended_on=conference.ended_on or conference.held_on,
        end_time=conference.end_time,
        place=conference.place,
        purpose=conference.purpose,
        chair_name=chair[0],
        chair_post=chair[1],
        recorder_name=recorder[0],
        recorder_post=recorder[1],
        documents=conference.documents,
        proceedings=conference.proceedings,
        present=tuple(attendee(item) for item in members if item.came),
        absent=_absent(members),
        guests=tuple(attendee(item) for item in attending if item.is_guest),
        agenda=tuple(item.title for item in conference_queries.agenda(connection, conference.id)),
        speeches=tuple(
            SpeechLine(speaker=item.speaker, post=item.post, gist=item.gist)
            for item in conference_queries.speeches(connection, conference.id)
        ),
        conclusions=tuple((row.conclusion.number, row.conclusion.text) for row in concluded),
        recipients=tuple(lines_of(body.recipients)),
        quorum=quorum_on_paper(conference_queries.quorum(connection, attending)),
    )


def _absent(members: Sequence[Attendance]) -> tuple[Attendee, ...]:
    """Give who was not there; nobody as long as nobody's attendance was taken."""
    if all(item.state in _NOT_TAKEN for item in members):
        return ()
    return tuple(attendee(item) for item in members if not item.came)


def assignment(
    connection: Reader, conference_id: ConferenceId, style: DocumentStyle | None = None
) -> AssignmentReport:
    """Read which unit got what of the conclusions of a conference, each task once.

    Raises RuleViolation: record_gone.
    """
    conference = CONFERENCES.get(connection, conference_id)
    body = committee_queries.get(connection)
    given = by_conclusion(task_queries.of_conference(connection, conference_id))
    shown = {unit.id: unit for unit in unit_queries.all_units(connection)}
    places = {unit_id: place for place, unit_id in enumerate(shown)}
    helping: dict[TaskId, list[str]] = {}
    for part in task_queries.coordinations_of_conference(connection, conference_id):
        helping.setdefault(part.task_id, []).append(shown[part.unit_id].short_name)
    rows: list[AssignmentRow] = []
    for conclusion in conference_queries.conclusions_of(connection, conference_id):
        empty = AssignmentRow(
            number=conclusion.number,
            conclusion=conclusion.text,
            kind=conclusion.kind,
            no_task_reason=conclusion.no_task_reason,
        )
        found = sorted(
            unit_tasks(given.get(conclusion.id, [])),
            key=lambda task: places.get(task.lead_unit_id or UnitId(0), len(places)),
        )
        rows += [_assigned(empty, task, shown, helping) for task in found] or [empty]
    return AssignmentReport(
        committee=body,
        style=style or body.document_style,
        conference_code=conference.code,
        title=conference.title,
        held_on=conference.held_on,
        rows=tuple(rows),
        signer_name=_head(connection),
    )


def _head(connection: Reader) -> str:
    head = unit_queries.head(connection)
    return "" if head is None else head.full_name


def _assigned(
    empty: AssignmentRow,
    task: Task,
    shown: Mapping[UnitId, Unit],
    helping: Mapping[TaskId, Sequence[str]],
) -> AssignmentRow:
    lead = None if task.lead_unit_id is None else shown.get(task.lead_unit_id)
    return replace(
        empty,
        code=task.code,
        title=task.wording,
        lead_unit="" if lead is None else lead.short_name,
        coordinating_units=tuple(helping.get(task.id, ())),
        product=task.product,
        due=task.due,
        deadline=deadline_words(task),
    )


def _person(people: dict[PersonId, Person], person_id: PersonId | None) -> tuple[str, str]:
    person = None if person_id is None else people.get(person_id)
    return ("", "") if person is None else (person.full_name, person.post)


def attendee(item: Attendance) -> Attendee:
    """Resolve somebody who was asked to come."""
    substitute = ""
    if item.state is AttendanceState.SUBSTITUTED:
        named = (item.substitute_name, item.substitute_post)
        substitute = ", ".join(text for text in named if text)
    return Attendee(name=item.name, post=item.post, reason=item.reason, substitute=substitute)


def source_of(row: TaskRow) -> str:
    """Name where a task comes from: conclusion, conference and its date, else the paper's words."""
    if row.conclusion_number is None:
        return row.task.quoted
    day = f" ngày {dates.short(row.conference_date)}" if row.conference_date else ""
    return f"Kết luận {row.conclusion_number}, {row.conference_title}{day}"


def lines_of(typed: str) -> list[str]:
    """Split what was typed one a line."""
    return [line.strip() for line in typed.splitlines() if line.strip()]


def default_name(conference: Conference) -> str:
    """Propose a file name for the minutes."""
    return f"Biên bản {conference.code}.pdf"


def register_row(row: TaskRow) -> RegisterRow:
    """Say of a task what the register says, in Excel and where Excel is read again."""
    task = row.task
    return RegisterRow(
        code=task.code,
        title=task.title,
        content=task.content,
        source=source_of(row),
        lead_unit=row.lead_name,
        coordinating_units=row.coordinating,
        due=task.due,
        deadline_wording=task.deadline_wording,
        progress=row.latest_result,
        finished_on=task.finished_on,
        work_state=task.work_state,
        deadline_state=row.deadline,
        state_label=printed_state(task, row.deadline),
        difficulty=row.latest_difficulty,
        note=task.note,
    )
