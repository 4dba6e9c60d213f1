"""Periodic tasks: one child for each period, so that a missed one stays visible."""

from dataclasses import replace
from datetime import date

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.recurrence import Occurrence, every_of, occurrences
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import CoordinationId, TaskId
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.services.tasks.releasing import ensure_released
from coordapp.services.tasks.task_actions import next_code
from coordapp.store import Reader, Store
from coordapp.store.file.tables import COORDINATIONS, TASKS
from coordapp.store.queries import committee_queries, task_queries

_CUTOFF = 14  # of a file without a committee; resources/docs/forms.md 5.2


def missing(connection: Reader, task: Task, today: date) -> list[Occurrence]:
    """Give the periods up to today that have no child yet; none for a task that is not periodic."""
    every = every_of(task.deadline_wording)
    # one below a parent that gathers units has periods of its own; a period itself is by date
    if task.deadline_kind is not DeadlineKind.PERIODIC or every is None:
        return []
    body = committee_queries.read(connection)
    cutoff = _CUTOFF if body is None else body.report_cutoff_day
    made = [child.original_due for child in task_queries.children(connection, task.id)]
    # a period that the task joined on its last days is the task's own first one
    first = min(task.assigned_on or today, today)
    return [
        one
        for one in occurrences(every, first, today, cutoff)
        # within the period, not on its last day alone: that day follows the words, and they change
        if not any(due is not None and one.start <= due <= one.due for due in made)
    ]


def open_periods(store: Store, task_id: TaskId, today: date) -> list[Task]:
    """Make a child for every period up to today that lacks one, the present period included.

    Raises RuleViolation: not_periodic, no_period_missing, task_withheld.
    """
    with store.write(Op.OPEN_PERIODS) as work:
        task = work.get(TASKS, task_id)
        if (
            task.deadline_kind is not DeadlineKind.PERIODIC
            or every_of(task.deadline_wording) is None
        ):
            raise RuleViolation("not_periodic", code=task.code)
        ensure_released(work, task, WorkState.NOT_STARTED)
        periods = missing(work.connection, task, today)
        if not periods:
            raise RuleViolation("no_period_missing", code=task.code)
        parts = task_queries.coordinations(work.connection, task_id)
        made: list[Task] = []
        for period in periods:
            child = work.add(TASKS, replace(_child(task, period), code=next_code(work, today)))
            for part in parts:
                work.add(COORDINATIONS, replace(part, id=CoordinationId(0), task_id=child.id))
            made.append(child)
    return made


def _child(task: Task, period: Occurrence) -> Task:
    return replace(
        task,
        id=TaskId(0),
        title=f"{task.title} – {period.name}",
        parent_id=task.id,
        deadline_kind=DeadlineKind.DATE,
        original_due=period.due,
        due=period.due,
        assigned_on=period.start,
        work_state=WorkState.NOT_STARTED,
        percent=None,
        finished_on=None,
        note="",
    )
