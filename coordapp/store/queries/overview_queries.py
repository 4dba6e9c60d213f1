"""What the first page reads: of the register only what figures need, each date read once."""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.figures.news import find_news, last_day_worked
from coordapp.domain.figures.overview import (
    MOST_NEW,
    Overview,
    Standing,
    TaskFigure,
    count,
    standing,
)
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.task import DeadlineState, Urgency, WorkState, deadline_state
from coordapp.store.file import stored
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES
from coordapp.store.past import changed_since
from coordapp.store.queries import day_off_queries, report_queries, task_queries, unit_queries
from coordapp.store.queries.committee_queries import due_soon_days

_URGENCY, _STATES = stored.Members(Urgency), stored.Members(WorkState)


class _Dates(NamedTuple):
    work_state: WorkState
    due: date | None
    finished_on: date | None


_Read = tuple[WorkState, date | None, DeadlineState, Standing]


class _Standings(dict[str, _Read]):
    """What state and dates, as the file has them, say on a day: worked out once for all alike."""

    def __init__(self, today: date, soon: int) -> None:
        super().__init__()
        self._today, self._soon = today, soon

    def __missing__(self, text: str) -> _Read:
        state, due, finished = text.split(" ", 2)
        dates = _Dates(
            _STATES[state], stored.day_if_any(due or None), stored.day_if_any(finished or None)
        )
        deadline = deadline_state(dates, self._today, self._soon)
        found = dates.work_state, dates.due, deadline, standing(dates.work_state, deadline)
        self[text] = found
        return found


def read(connection: Reader, today: date) -> Overview:
    """Read the register once and count it, with the conferences and conclusions beside it."""
    tasks = task_figures(connection, today, unfinished=True)
    done, soon = _done(connection), due_soon_days(connection)
    counts = count(tasks, unit_queries.all_units(connection), today, done)
    behind = report_queries.reports_behind(connection, today)
    since = last_day_worked(today, day_off_queries.calendar(connection))
    news = find_news(tasks, changed_since.stood(connection, since, today), since, soon)
    return Overview(
        counts=counts,
        urgent=task_queries.rows_of(connection, [task.id for task in counts.urgent], today),
        due_soon_days=soon,
        news=news,
        new=task_queries.rows_of(connection, news.every[:MOST_NEW], today),
        next_conference=next_conference(connection, today),
        without_tasks=tuple(conclusions_without_tasks(connection)),
        reports_behind=tuple(behind),
        is_empty=not tasks
        and not done
        and not behind
        and not CONFERENCES.where(connection, "1 limit 1"),
    )


def task_figures(connection: Reader, today: date, *, unfinished: bool = False) -> list[TaskFigure]:
    """Give every task as figures need it, or each that is not done.

    The units that take part are given only where it is overdue.
    """
    gathering = task_queries.with_children(connection)
    said = _Standings(today, due_soon_days(connection))
    found: list[TaskFigure] = []
    late: list[int] = []
    rows = connection.execute(
        "select id, code, lead_unit_id, urgency, "
        "work_state || ' ' || ifnull(due, '') || ' ' || ifnull(finished_on, '') from task "
        + (f"where work_state <> '{WorkState.DONE.value}'" if unfinished else "")
    )
    for task_id, code, lead, urgency, text in rows:
        state, due, deadline, where = said[text]
        if where is Standing.OVERDUE:
            late.append(len(found))
        found.append(
            TaskFigure(
                task_id, code, lead, state, _URGENCY[urgency], due, deadline, where,
                task_id in gathering,
            )
        )  # fmt: skip
    helping = _taking_part(connection, [found[place].id for place in late])
    for place in late:
        if found[place].id in helping:
            found[place] = found[place]._replace(takes_part=helping[found[place].id])
    return found


def _done(connection: Reader) -> dict[UnitId | None, int]:
    """Count what is done by the unit that leads it: of these no date matters to the first page."""
    return dict(
        connection.execute(
            # not by the index of the column, which would look up every task on its own
            "select +lead_unit_id, count(*) from task where work_state = ? and id not in "
            "(select parent_id from task where parent_id is not null) group by 1",
            (WorkState.DONE.value,),
        )
    )


def _taking_part(connection: Reader, ids: list[TaskId]) -> Mapping[TaskId, frozenset[UnitId]]:
    found: defaultdict[TaskId, set[UnitId]] = defaultdict(set)
    for task_id, unit_id in connection.execute(
        "select task_id, unit_id from coordination "
        "where task_id in (select value from json_each(?))",
        (json.dumps(ids),),
    ):
        found[task_id].add(unit_id)
    return {task_id: frozenset(units) for task_id, units in found.items()}


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
            held_on=stored.day_if_any(row[size + 2]),
        )
        for row in connection.execute(
            f"select {CONCLUSIONS.selected('k')}, c.code, c.title, c.held_on from conclusion k "
            "join conference c on c.id = k.conference_id "
            "where trim(k.no_task_reason) = '' "
            "and not exists (select 1 from task t where t.conclusion_id = k.id) "
            "order by coalesce(c.held_on, '9999') desc, c.code desc, k.number, k.id"
        )
    ]
