"""Queries over conferences and what belongs to them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from coordapp.domain.committee.committee import QuorumRule
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import AgendaItem, Attendance, Conference, Speech
from coordapp.domain.conferences.quorum import Quorum, count
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import ConferenceId, ProgrammeId
from coordapp.domain.tasks.task import DeadlineState, Task, WorkState, deadline_state
from coordapp.store.file import search, stored
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import AGENDA_ITEMS, ATTENDANCES, CONCLUSIONS, CONFERENCES, SPEECHES
from coordapp.store.queries import committee_queries, task_queries


def find(connection: Reader) -> list[Conference]:
    """Read all conferences, newest first."""
    return CONFERENCES.where(connection, "1 order by coalesce(held_on, '9999') desc, code desc")


def by_text(connection: Reader, conferences: Iterable[Conference], typed: str) -> list[Conference]:
    """Keep those that the search finds by what is typed; all where nothing is."""
    if search.wanted(connection, typed).is_empty:
        return list(conferences)
    found = set(search.ids(connection, typed, Kind.CONFERENCE))
    return [item for item in conferences if item.id in found]


def by_code(connection: Reader, code: str) -> Conference | None:
    """Read a conference by its code; None if there is none."""
    found = CONFERENCES.where(connection, "code = ?", (code,))
    return found[0] if found else None


def earlier_ids(connection: Reader, first: ConferenceId | None) -> list[ConferenceId]:
    """Follow the conferences reviewed one after the other, newest first, however they are tied."""
    found: list[ConferenceId] = []
    while first is not None and first not in found:
        found.append(first)
        row = connection.execute(
            "select previous_id from conference where id = ?", (first,)
        ).fetchone()
        first = None if row is None or row[0] is None else ConferenceId(row[0])
    return found


def reviewing(connection: Reader, conference_id: ConferenceId) -> list[Conference]:
    """Read the conferences that review the conclusions of this one."""
    return CONFERENCES.where(connection, "previous_id = ? order by id", (conference_id,))


def of_programme(connection: Reader, programme_id: ProgrammeId) -> list[Conference]:
    """Read the conferences held for a programme of coordination."""
    return CONFERENCES.where(
        connection, "programme_id = ? order by coalesce(held_on, '9999'), id", (programme_id,)
    )


def agenda(connection: Reader, conference_id: ConferenceId) -> list[AgendaItem]:
    """Read the programme in order."""
    return AGENDA_ITEMS.where(
        connection, "conference_id = ? order by position, id", (conference_id,)
    )


def attendances(connection: Reader, conference_id: ConferenceId) -> list[Attendance]:
    """Read the participants in protocol order, guests last."""
    return ATTENDANCES.where(
        connection, "conference_id = ? order by is_guest, position, id", (conference_id,)
    )


def quorum(connection: Reader, attending: Iterable[Attendance]) -> Quorum:
    """Count participants by the rule of the committee, or the usual one before it is set up."""
    body = committee_queries.read(connection)
    rule = QuorumRule.TWO_THIRDS if body is None else body.quorum_rule
    return count(attending, rule, substitutes_count=body is None or body.substitutes_count)


def speeches(connection: Reader, conference_id: ConferenceId) -> list[Speech]:
    """Read the speeches in the order they were held."""
    return SPEECHES.where(connection, "conference_id = ? order by position, id", (conference_id,))


def next_position(connection: Reader, kind: Kind, conference_id: ConferenceId) -> int:
    """Give the place after the last part of a conference of this kind."""
    row = connection.execute(
        f"select coalesce(max(position), 0) + 1 from {kind.value} where conference_id = ?",
        (conference_id,),
    ).fetchone()
    return int(row[0])


def of_part(connection: Reader, kind: Kind, record_id: int) -> ConferenceId:
    """Name the conference that a point, participant, speech or conclusion belongs to."""
    row = connection.execute(
        f"select conference_id from {kind.value} where id = ?", (record_id,)
    ).fetchone()
    return ConferenceId(row[0])


def conclusions_of(connection: Reader, conference_id: ConferenceId) -> list[Conclusion]:
    """Read the conclusions of a conference in the order of their numbers."""
    return CONCLUSIONS.where(connection, "conference_id = ? order by number, id", (conference_id,))


def conclusions(
    connection: Reader, today: date, conference_id: ConferenceId | None = None
) -> list[ConclusionRow]:
    """Read the conclusions of one conference, or all, with the tasks they gave."""
    condition = "1" if conference_id is None else f"k.conference_id = {int(conference_id)}"
    rows = connection.execute(
        f"select {CONCLUSIONS.selected('k')}, c.code, c.title, c.held_on from conclusion k "
        f"join conference c on c.id = k.conference_id where {condition} "
        "order by coalesce(c.held_on, '9999') desc, c.code desc, k.number, k.id"
    ).fetchall()
    # the records of programmes are loaded with the first conclusion that may rest on them
    from coordapp.store.queries import programme_queries

    given = _tasks_by_conclusion(connection, today, conference_id)
    sources = programme_queries.ties_of_conclusions(connection, conference_id)
    size = len(CONCLUSIONS.columns)
    return [
        ConclusionRow(
            conclusion=CONCLUSIONS.from_row(row[:size]),
            conference_code=row[size],
            conference_title=row[size + 1],
            held_on=stored.day_if_any(row[size + 2]),
            sources=tuple(sources.get(row[0], ())),
            **given.get(row[0], {}),
        )
        for row in rows
    ]


def _tasks_by_conclusion(
    connection: Reader, today: date, conference_id: ConferenceId | None
) -> dict[int, dict[str, Any]]:
    grouped: dict[int, list[Task]] = {}
    for task in task_queries.given_to_units(connection, conference_id):
        if task.conclusion_id is not None:
            grouped.setdefault(task.conclusion_id, []).append(task)
    soon = committee_queries.due_soon_days(connection)
    names: dict[int, str] = dict(connection.execute("select id, short_name from unit").fetchall())
    return {
        conclusion_id: {
            "task_codes": tuple(task.code for task in given),
            "tasks_done": sum(task.work_state is WorkState.DONE for task in given),
            "tasks_overdue": sum(
                deadline_state(task, today, soon) is DeadlineState.OVERDUE for task in given
            ),
            "tasks_cancelled": sum(task.work_state is WorkState.CANCELLED for task in given),
            "units": tuple(
                dict.fromkeys(names[task.lead_unit_id] for task in given if task.lead_unit_id)
            ),
        }
        for conclusion_id, given in grouped.items()
    }
