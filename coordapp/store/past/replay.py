"""The register as it stood at the end of a past day: whole records and filters over `past_day`."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import (
    ProgressReport,
    Task,
    WorkState,
    deadline_state,
)
from coordapp.store.file import stored
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import PROGRESS_REPORTS, TASKS
from coordapp.store.past.past_day import PastDay
from coordapp.store.queries import task_queries
from coordapp.store.queries.committee_queries import due_soon_days

_STATES = stored.Members(WorkState)


def find(connection: Reader, query: TaskQuery, day: date) -> list[TaskRow]:
    """Find the tasks of a filter as they stood when `day` ended, in the order of their codes.

    Tasks assigned later are left out, and so are tasks deleted since: a deletion corrects a
    mistake, it is nothing that happened to the work.
    """
    rows = _replayed(connection, day)
    wanted = {
        row.id
        for row in task_queries.find(connection, replace(query.without_states(), unit_id=None), day)
    }
    return [row for row in rows if row.id in wanted and _fits(connection, row, query, day)]


def _fits(connection: Reader, row: TaskRow, query: TaskQuery, day: date) -> bool:
    if query.deadline_states and row.deadline not in query.deadline_states:
        return False
    if query.work_states and row.task.work_state not in query.work_states:
        return False
    if query.due_today and row.task.due != day:
        return False
    if query.unit_id is None or row.task.lead_unit_id == query.unit_id:
        return True
    return any(
        part.unit_id == query.unit_id for part in task_queries.coordinations(connection, row.id)
    )


def _replayed(connection: Reader, day: date) -> list[TaskRow]:
    past = _Past(connection, day)
    soon = due_soon_days(connection)
    names = dict(connection.execute("select id, short_name from unit").fetchall())
    full = dict(connection.execute("select id, name from unit").fetchall())
    rows: list[TaskRow] = []
    for row in task_queries.find(connection, TaskQuery(), day):
        task = past.task(row.task)
        if task is None:
            continue
        latest = past.latest(task.id)
        rows.append(
            replace(
                row,
                task=task,
                deadline=deadline_state(task, day, soon),
                children=0,
                children_done=0,
                latest_due=None,
                lead_name=names.get(task.lead_unit_id or 0, ""),
                lead_full_name=full.get(task.lead_unit_id or 0, ""),
                latest_result="" if latest is None else latest.result,
                latest_difficulty="" if latest is None else latest.difficulty,
            )
        )
    below: dict[int, list[Task]] = defaultdict(list)
    for row in rows:
        below[row.task.parent_id or 0].append(row.task)
    return [
        task_queries.rolled_up(row, below[row.id], day, soon) if row.id in below else row
        for row in rows
    ]


class _Past:
    """The whole records of tasks as they stood when a day ended, and what was told of them."""

    def __init__(self, connection: Reader, day: date) -> None:
        self._day = day
        self._past = PastDay(connection, day)
        self._stood = {row.id: row for row in self._past.tasks()}
        self._reports: dict[int, list[ProgressReport]] = defaultdict(list)
        for report in PROGRESS_REPORTS.where(
            connection, "happened_on <= ? order by happened_on, id", (day.isoformat(),)
        ):
            self._reports[report.task_id].append(report)

    def latest(self, task_id: TaskId) -> ProgressReport | None:
        """Give the last report that happened by then."""
        return self._reports[task_id][-1] if self._reports[task_id] else None

    def task(self, now: Task) -> Task | None:
        """Give the task as it stood; None when it had not been given yet."""
        stood = self._stood.get(now.id)
        if stood is None or (stood.assigned_on or "") > self._day.isoformat():
            return None
        logged = self._past.logged.get(now.id)
        before = now if logged is None else _from_log(logged)
        return replace(
            before,
            work_state=_STATES[stood.work_state],
            original_due=stored.day_if_any(stood.original_due),
            due=stored.day_if_any(stood.due),
            assigned_on=stored.day_if_any(stood.assigned_on),
            finished_on=stored.day_if_any(stood.finished_on),
            percent=self._percent(before),
        )

    def _percent(self, task: Task) -> int | None:
        """Give the share told by then; figures never count it, so that it is worked out here."""
        told = [
            report
            for report in self._reports[task.id]
            if report.unit_id in (None, task.lead_unit_id)
        ]
        if task.id in self._past.logged:
            late = [report for report in told if report.entered_at.date() > self._day]
            return late[-1].percent if late and late[-1].percent is not None else task.percent
        if task.id in self._past.settled or task.id not in self._past.told:
            return task.percent
        shares = [report.percent for report in told if report.percent is not None]
        return shares[-1] if shares else None


def _from_log(row: dict[str, Any]) -> Task:
    # a field that an earlier version did not know was empty then
    return TASKS.from_row(tuple(row.get(name) for name in TASKS.columns))
