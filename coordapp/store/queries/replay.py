"""The register as it stood at the end of a past day.

What was typed in by then comes from the change log; what was typed in later but happened by then
(a report of the 10th entered on the 20th) comes from the dates of reports and extensions.
"""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date

from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import (
    Extension,
    ProgressReport,
    Task,
    WorkState,
    deadline_state,
    is_counted,
)
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import EXTENSIONS, PROGRESS_REPORTS, TASKS
from coordapp.store.queries import task_queries
from coordapp.store.queries.committee_queries import due_soon_days


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
    events = _Events(connection, day)
    soon = due_soon_days(connection)
    names = dict(connection.execute("select id, short_name from unit").fetchall())
    full = dict(connection.execute("select id, name from unit").fetchall())
    rows: list[TaskRow] = []
    for row in task_queries.find(connection, TaskQuery(), day):
        task = events.task(row.task)
        if task.assigned_on is not None and task.assigned_on > day:
            continue
        latest = events.latest(task.id)
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


class _Events:
    """What happened to tasks up to the end of a day."""

    def __init__(self, connection: Reader, day: date) -> None:
        self._day = day
        self._known = _known_then(connection, day)
        self._settled = typed_in_by(connection, day)
        self._reports: dict[int, list[ProgressReport]] = defaultdict(list)
        for report in PROGRESS_REPORTS.where(connection, "1 order by happened_on, id"):
            self._reports[report.task_id].append(report)
        self._extensions: dict[int, list[Extension]] = defaultdict(list)
        for extension in EXTENSIONS.where(connection, "1 order by id"):
            self._extensions[extension.task_id].append(extension)

    def latest(self, task_id: TaskId) -> ProgressReport | None:
        """Give the last report that happened by then."""
        told = [report for report in self._reports[task_id] if report.happened_on <= self._day]
        return told[-1] if told else None

    def task(self, now: Task) -> Task:
        """Give the task as it stood."""
        before = self._known.get(now.id)
        if before is None and now.id in self._settled:
            return now
        if before is None:
            return self._due_then(self._state_then(now), now)
        before = self._given_then(before, now)
        # seen then as the log says; what was entered later but happened before is put on top
        late = [
            report
            for report in self._of_lead(before)
            if report.happened_on <= self._day < report.entered_at.date()
        ]
        return self._moved(before, late[-1]) if late else before

    def _given_then(self, before: Task, now: Task) -> Task:
        """Take a draft as given from the day of its notice, however late that was typed in."""
        withheld = not is_counted(before) and before.assigned_on is None
        given_on = now.assigned_on if is_counted(now) else None
        if not withheld or given_on is None or given_on > self._day:
            return before
        due = now.original_due
        return replace(
            before,
            work_state=WorkState.NOT_STARTED,
            assigned_on=given_on,
            due=due,
            original_due=due,
        )

    def _state_then(self, now: Task) -> Task:
        told = self._of_lead(now)
        past = [report for report in told if report.happened_on <= self._day]
        finished_later = now.finished_on is not None and now.finished_on > self._day
        if len(past) == len(told) and not finished_later:
            return now
        if past:
            percents = [report.percent for report in past if report.percent is not None]
            percent = percents[-1] if percents else None
            return replace(self._moved(now, past[-1]), percent=percent)
        return replace(now, work_state=WorkState.NOT_STARTED, percent=None, finished_on=None)

    def _due_then(self, task: Task, now: Task) -> Task:
        later = [
            extension
            for extension in self._extensions[now.id]
            if extension.approved_on is not None and extension.approved_on > self._day
        ]
        return replace(task, due=later[0].old_due) if later else task

    def _of_lead(self, task: Task) -> list[ProgressReport]:
        units = (None, task.lead_unit_id)
        return [report for report in self._reports[task.id] if report.unit_id in units]

    def _moved(self, task: Task, report: ProgressReport) -> Task:
        state = report.state
        if state is WorkState.DONE and task.finished_on is not None:
            finished: date | None = min(task.finished_on, self._day)
        else:
            finished = report.happened_on if state is WorkState.DONE else None
        percent = task.percent if report.percent is None else report.percent
        return replace(task, work_state=state, percent=percent, finished_on=finished)


def typed_in_by(connection: Reader, day: date) -> set[int]:
    """Give the tasks that were in the file when a day ended.

    One of them that the log does not know to be changed since still is what it was: a report
    typed in later that told nothing new says nothing of the day.
    """
    rows = connection.execute(
        "select record_id from change_log where kind = 'task' and before is null and at < ?",
        (after(day),),
    )
    return {row[0] for row in rows}


def after(day: date) -> str:
    """Give what every moment of the day sorts before and every later one after, as text."""
    # not the next day: the last day of the calendar has none
    return f"{day.isoformat()}T99"


def _known_then(connection: Reader, day: date) -> dict[int, Task]:
    """Read from the log how tasks changed later stood when the day ended."""
    tomorrow = after(day)
    last = connection.execute("select at from change_log order by id desc limit 1").fetchone()
    if last is None or last[0] < tomorrow:
        return {}
    rows = connection.execute(
        "select record_id, before from change_log where id in ("
        "select min(id) from change_log where kind = 'task' and at >= ? group by record_id)",
        (tomorrow,),
    )
    empty = dict.fromkeys(TASKS.columns)
    return {
        record_id: TASKS.from_row(tuple((empty | json.loads(before)).values()))
        for record_id, before in rows
        if before is not None
    }
