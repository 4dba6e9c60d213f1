"""What the first page reads."""

from datetime import date

from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.figures.overview import Overview, count
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES
from coordapp.store.queries import practice_queries, task_queries, unit_queries
from coordapp.store.queries.committee_queries import due_soon_days


def read(connection: Reader, today: date) -> Overview:
    """Read the register once and count it, with the conferences and conclusions beside it."""
    rows = task_queries.find(connection, TaskQuery(), today)
    behind = practice_queries.reports_behind(connection, today)
    return Overview(
        counts=count(rows, unit_queries.all_units(connection), today),
        due_soon_days=due_soon_days(connection),
        next_conference=next_conference(connection, today),
        without_tasks=tuple(conclusions_without_tasks(connection)),
        reports_behind=tuple(behind),
        is_empty=not rows and not behind and not CONFERENCES.where(connection, "1 limit 1"),
    )


def next_conference(connection: Reader, today: date) -> Conference | None:
    """Read the first conference still to come, today's too; None when none has a date."""
    found = CONFERENCES.where(
        connection,
        "held_on >= ? and state in (?, ?) order by held_on, start_time, code limit 1",
        (today.isoformat(), ConferenceState.PLANNED.value, ConferenceState.INVITED.value),
    )
    return found[0] if found else None


def conclusions_without_tasks(connection: Reader) -> list[ConclusionRow]:
    """Read the conclusions that gave no task and say no reason why, newest conference first."""
    size = len(CONCLUSIONS.columns)
    return [
        ConclusionRow(
            conclusion=CONCLUSIONS.from_row(row[:size]),
            conference_code=row[size],
            conference_title=row[size + 1],
            held_on=None if row[size + 2] is None else date.fromisoformat(row[size + 2]),
        )
        for row in connection.execute(
            f"select {CONCLUSIONS.selected('k')}, c.code, c.title, c.held_on from conclusion k "
            "join conference c on c.id = k.conference_id "
            "where trim(k.no_task_reason) = '' "
            "and not exists (select 1 from task t where t.conclusion_id = k.id) "
            "order by coalesce(c.held_on, '9999') desc, c.code desc, k.number, k.id"
        )
    ]
