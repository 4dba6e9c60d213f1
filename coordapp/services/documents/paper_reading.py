"""Reading everything a paper prints, in one go, resolved and sorted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress, Person
from coordapp.domain.committee.short_names import spelt_out
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import NamedGroup, on_day
from coordapp.domain.conclusions.assignment import by_conclusion, unit_tasks
from coordapp.domain.conferences.conference import Attendance, AttendanceState, Conference
from coordapp.domain.conferences.roll import RollTaken, call
from coordapp.domain.documents.document import Document
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
from coordapp.domain.kernel.text import fold
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import Task, WorkState, is_counted
from coordapp.domain.words.conference_labels import quorum_on_paper
from coordapp.domain.words.labels import deadline_on_paper, printed_state
from coordapp.domain.words.task_lines import conclusion_source
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.past import names_then, replay
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    document_queries,
    task_queries,
    unit_queries,
)

_NOBODY = Person(id=PersonId(0), full_name="", post="", role=CommitteeRole.NONE)


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
    with names_then.as_named(connection, as_of if past else None):
        return _register(connection, query, as_of, style, past=past)


def _register(
    connection: Reader, query: TaskQuery, as_of: date, style: DocumentStyle | None, *, past: bool
) -> RegisterReport:
    find = replay.find if past else task_queries.find
    rows = find(connection, query, as_of)
    if WorkState.DRAFT not in query.work_states:
        rows = [row for row in rows if is_counted(row.task)]
    body = committee_queries.get(connection)
    notices = document_queries.issued_notices(connection)
    shown = tuple(register_row(row, notices) for row in rows if not row.children)
    named = (name for row in shown for name in (row.lead_unit, *row.coordinating_units))
    return RegisterReport(
        committee=body,
        as_of=as_of,
        style=style or body.document_style,
        rows=shown,
        signer_name=_head(connection),
        spelt=spelt_out(unit_queries.all_units(connection), named),
    )


def minutes(connection: Reader, code: str, style: DocumentStyle | None = None) -> MinutesReport:
    """Read the minutes of a conference. Raises RuleViolation: unknown_conference."""
    conference = conference_queries.by_code(connection, code)
    if conference is None:
        raise RuleViolation("unknown_conference", code=code)
    body = committee_queries.get(connection)
    chosen = style or body.document_style
    people = {person.id: person for person in unit_queries.all_persons(connection)}
    attending = conference_queries.attendances(connection, conference.id)
    called = call(attending)

    def listed(items: Iterable[Attendance]) -> tuple[Attendee, ...]:
        return tuple(attendee(item, people) for item in items)

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
        **_chaired(people, conference),
        documents=conference.documents,
        proceedings=conference.proceedings,
        present=listed(called.members.came),
        absent=listed(called.members.missed),
        guests=listed(called.guests.came),
        guests_absent=listed(called.guests.missed),
        unnoted=listed(called.unnoted),
        agenda=tuple(item.title for item in conference_queries.agenda(connection, conference.id)),
        speeches=_speeches(connection, conference, called, people),
        conclusions=tuple((row.conclusion.number, row.conclusion.text) for row in concluded),
        recipients=tuple(lines_of(body.recipients)),
        quorum=quorum_on_paper(conference_queries.quorum(connection, attending)),
    )


def _chaired(people: Mapping[PersonId, Person], conference: Conference) -> dict[str, Any]:
    chair = _person(people, conference.chair_id)
    recorder = _person(people, conference.recorder_id)
    return {
        "chair_name": chair.full_name,
        "chair_post": chair.post,
        "chair_address": chair.address,
        "chair_role": chair.role,
        "recorder_name": recorder.full_name,
        "recorder_post": recorder.post,
        "recorder_address": recorder.address,
    }


def _speeches(
    connection: Reader,
    conference: Conference,
    called: RollTaken,
    people: Mapping[PersonId, Person],
) -> tuple[SpeechLine, ...]:
    missed = {fold(item.name) for item in (*called.members.missed, *called.guests.missed)}
    spoken_of = {fold(one.full_name): one.address for one in people.values() if one.full_name}
    return tuple(
        SpeechLine(
            speaker=item.speaker,
            post=item.post,
            gist=item.gist,
            was_absent=bool(item.speaker.strip()) and fold(item.speaker) in missed,
            address=spoken_of.get(fold(item.speaker), FormOfAddress.NONE),
        )
        for item in conference_queries.speeches(connection, conference.id)
    )


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
        helping.setdefault(part.task_id, []).append(shown[part.unit_id].name)
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
        groups=groups_on(connection, conference.held_on),
    )


def groups_on(connection: Reader, day: date | None) -> tuple[NamedGroup, ...]:
    """Read the groups of units as a paper of a conference speaks of them."""
    return on_day(unit_queries.groups_of_units(connection), day or date.max)


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
        lead_unit="" if lead is None else lead.name,
        coordinating_units=tuple(helping.get(task.id, ())),
        product=task.product,
        due=task.due,
        deadline=deadline_on_paper(task),
    )


def _person(people: Mapping[PersonId, Person], person_id: PersonId | None) -> Person:
    return _NOBODY if person_id is None else people.get(person_id, _NOBODY)


def attendee(item: Attendance, people: Mapping[PersonId, Person]) -> Attendee:
    """Resolve somebody who was asked to come."""
    substitute = ""
    if item.state is AttendanceState.SUBSTITUTED:
        named = (item.substitute_name, item.substitute_post)
        substitute = ", ".join(text for text in named if text)
    excused = {AttendanceState.EXCUSED: True, AttendanceState.ABSENT: False}
    return Attendee(
        name=item.name,
        post=item.post,
        reason=item.reason,
        substitute=substitute,
        excused=excused.get(item.state),
        address=_person(people, item.person_id).address,
    )


def source_of(row: TaskRow, notices: Mapping[str, Document]) -> str:
    """Name the paper that gave a task: its notice by number and day once that is issued.

    Before, its conclusion and conference; of a task from elsewhere the paper's words.
    `notices` are the issued ones by the code of their conference.
    """
    if row.conclusion_number is None:
        return row.task.quoted
    return conclusion_source(
        row.conclusion_number,
        row.conference_title,
        row.conference_date,
        notices.get(row.conference_code),
    )


def lines_of(typed: str) -> list[str]:
    """Split what was typed one a line."""
    return [line.strip() for line in typed.splitlines() if line.strip()]


def register_row(row: TaskRow, notices: Mapping[str, Document]) -> RegisterRow:
    """Say of a task what the register says, in Excel and where Excel is read again."""
    task = row.task
    return RegisterRow(
        code=task.code,
        title=task.title,
        content=task.content,
        source=source_of(row, notices),
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
