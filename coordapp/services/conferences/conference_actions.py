"""Actions on conferences, their agenda, attendance and speeches."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    Conference,
    Speech,
    ensure_open,
)
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId, ConferenceId, SpeechId
from coordapp.services.conferences.planning import invite_members, next_code, with_usual
from coordapp.services.records.freeing import free_of_conclusion
from coordapp.store import Store
from coordapp.store.file.table import Table
from coordapp.store.file.tables import AGENDA_ITEMS, ATTENDANCES, CONCLUSIONS, CONFERENCES, SPEECHES
from coordapp.store.queries import conference_queries, document_queries, task_queries

Part = TypeVar("Part", AgendaItem, Attendance, Speech)


def add(store: Store, conference: Conference, today: date) -> Conference:
    """Plan a conference; the committee's members are taken over as invited, in order.

    Chair, recorder and place that were not given are those usual here.
    """
    with store.write(Op.ADD_CONFERENCE) as work:
        day = conference.held_on or today
        planned = with_usual(work, conference, day)
        added = work.add(
            CONFERENCES, replace(planned, id=ConferenceId(0), code=next_code(work, day))
        )
        invite_members(work, added, day)
    return added


def edit(store: Store, conference: Conference, *, run: Hashable = None) -> None:
    """Save the facts of a conference; its state is moved by `planning.set_state`.

    Saves of one `run` of typing are one step of undo.
    Raises RuleViolation: conference_signed, state_by_moves, previous_in_circle.
    """
    with store.write(Op.EDIT_CONFERENCE, run=run) as work:
        current = work.get(CONFERENCES, conference.id)
        ensure_open(current)
        if conference.state is not current.state:
            raise RuleViolation("state_by_moves", code=conference.code)
        if conference.id in conference_queries.earlier_ids(work.connection, conference.previous_id):
            raise RuleViolation("previous_in_circle", code=conference.code)
        work.put(CONFERENCES, conference)


def delete(store: Store, conference_id: ConferenceId) -> None:
    """Delete a conference with its parts; refused while its conclusions have tasks.

    Raises RuleViolation: conference_signed, conference_has_papers, conference_has_tasks.
    """
    with store.write(Op.DELETE_CONFERENCE) as work:
        conference = work.get(CONFERENCES, conference_id)
        ensure_open(conference)
        given = len(task_queries.of_conference(work.connection, conference_id))
        if given:
            raise RuleViolation("conference_has_tasks", code=conference.code, count=given)
        papers = document_queries.of_conference(work.connection, conference_id)
        if papers:
            raise RuleViolation("conference_has_papers", code=conference.code, count=len(papers))
        for item in conference_queries.conclusions_of(work.connection, conference_id):
            free_of_conclusion(work, item.id)
            work.drop(CONCLUSIONS, item.id)
        for speech in conference_queries.speeches(work.connection, conference_id):
            work.drop(SPEECHES, speech.id)
        for attendance in conference_queries.attendances(work.connection, conference_id):
            work.drop(ATTENDANCES, attendance.id)
        for agenda_item in conference_queries.agenda(work.connection, conference_id):
            work.drop(AGENDA_ITEMS, agenda_item.id)
        for later in conference_queries.reviewing(work.connection, conference_id):
            work.put(CONFERENCES, replace(later, previous_id=None))
        work.drop(CONFERENCES, conference_id)


def add_agenda_item(store: Store, item: AgendaItem) -> AgendaItem:
    """Append a point to the programme. Raises RuleViolation: conference_signed."""
    return _add(store, Op.ADD_AGENDA_ITEM, AGENDA_ITEMS, item)


def edit_agenda_item(store: Store, item: AgendaItem, *, run: Hashable = None) -> None:
    """Save a point of the programme; saves of one `run` are one step. Raises: conference_signed."""
    _edit(store, Op.EDIT_AGENDA_ITEM, AGENDA_ITEMS, item, run)


def delete_agenda_item(store: Store, item_id: AgendaItemId) -> None:
    """Remove a point of the programme. Raises RuleViolation: conference_signed."""
    _delete(store, Op.DELETE_AGENDA_ITEM, AGENDA_ITEMS, item_id)


def add_attendance(store: Store, attendance: Attendance) -> Attendance:
    """Append a participant. Raises RuleViolation: conference_signed."""
    return _add(store, Op.ADD_ATTENDANCE, ATTENDANCES, attendance)


def edit_attendance(store: Store, attendance: Attendance, *, run: Hashable = None) -> None:
    """Save a participant; saves of one `run` of typing are one step. Raises: conference_signed."""
    _edit(store, Op.EDIT_ATTENDANCE, ATTENDANCES, attendance, run)


def take_attendance(
    store: Store, attendance_ids: Sequence[AttendanceId], state: AttendanceState
) -> None:
    """Say of some participants whether they came. Raises RuleViolation: conference_signed."""
    with store.write(Op.TAKE_ATTENDANCE) as work:
        for attendance_id in attendance_ids:
            item = work.get(ATTENDANCES, attendance_id)
            ensure_open(work.get(CONFERENCES, item.conference_id))
            work.put(ATTENDANCES, replace(item, state=state))


def delete_attendance(store: Store, attendance_id: AttendanceId) -> None:
    """Remove a participant. Raises RuleViolation: conference_signed."""
    _delete(store, Op.DELETE_ATTENDANCE, ATTENDANCES, attendance_id)


def add_speech(store: Store, speech: Speech) -> Speech:
    """Append a speech. Raises RuleViolation: conference_signed."""
    return _add(store, Op.ADD_SPEECH, SPEECHES, speech)


def edit_speech(store: Store, speech: Speech, *, run: Hashable = None) -> None:
    """Save a speech; saves of one `run` of typing are one step. Raises: conference_signed."""
    _edit(store, Op.EDIT_SPEECH, SPEECHES, speech, run)


def delete_speech(store: Store, speech_id: SpeechId) -> None:
    """Remove a speech. Raises RuleViolation: conference_signed."""
    _delete(store, Op.DELETE_SPEECH, SPEECHES, speech_id)


def put_attendance_in_order(store: Store, order: Sequence[AttendanceId]) -> None:
    """Give the participants of a conference the order of these ids. Raises: conference_signed."""
    _put_in_order(store, Op.ORDER_ATTENDANCE, ATTENDANCES, order)


def close_at(store: Store, conference_id: ConferenceId, ended: str) -> None:
    """Note the hour at which a conference closed. Raises RuleViolation: conference_signed."""
    with store.write(Op.EDIT_CONFERENCE) as work:
        current = work.get(CONFERENCES, conference_id)
        ensure_open(current)
        work.put(CONFERENCES, replace(current, end_time=ended))


def put_agenda_in_order(store: Store, order: Sequence[AgendaItemId]) -> None:
    """Give the points of a programme the order of these ids. Raises: conference_signed."""
    _put_in_order(store, Op.ORDER_AGENDA, AGENDA_ITEMS, order)


def put_speeches_in_order(store: Store, order: Sequence[SpeechId]) -> None:
    """Give the speeches of a conference the order of these ids. Raises: conference_signed."""
    _put_in_order(store, Op.ORDER_SPEECHES, SPEECHES, order)


def _add(store: Store, op: Op, table: Table[Part], part: Part) -> Part:
    with store.write(op) as work:
        ensure_open(work.get(CONFERENCES, part.conference_id))
        position = part.position or conference_queries.next_position(
            work.connection, table.kind, part.conference_id
        )
        return work.add(table, replace(part, position=position))


def _edit(store: Store, op: Op, table: Table[Part], part: Part, run: Hashable = None) -> None:
    with store.write(op, run=run) as work:
        ensure_open(work.get(CONFERENCES, part.conference_id))
        work.put(table, part)


def _delete(store: Store, op: Op, table: Table[Part], part_id: int) -> None:
    with store.write(op) as work:
        part = work.get(table, part_id)
        ensure_open(work.get(CONFERENCES, part.conference_id))
        work.drop(table, part_id)


def _put_in_order(store: Store, op: Op, table: Table[Part], order: Sequence[int]) -> None:
    with store.write(op) as work:
        for position, part_id in enumerate(order, start=1):
            part = work.get(table, part_id)
            ensure_open(work.get(CONFERENCES, part.conference_id))
            work.put(table, replace(part, position=position))
