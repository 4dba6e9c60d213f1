"""Actions on many tasks at once: each is refused as a whole or done as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import CoordinationId, TaskId, UnitId
from coordapp.domain.tasks.deadline_move import DeadlineMove, needs_ground
from coordapp.domain.tasks.task import Task, Urgency, WorkState, reschedule, with_percent
from coordapp.domain.words.messages import sentence
from coordapp.services.file import backups
from coordapp.services.records.attachment_actions import ensure_fit, keep
from coordapp.services.tasks.deadline_moves import put_moved
from coordapp.services.tasks.releasing import state_of_copy
from coordapp.services.tasks.task_actions import led_by, moved, next_code
from coordapp.store import Store, Work
from coordapp.store.file.tables import COORDINATIONS, TASKS
from coordapp.store.queries import task_queries

_NAMED = 5  # codes in a refusal


class BulkField(Enum):
    """What may be changed of many tasks together."""

    LEAD = "lead"
    DUE = "due"
    STATE = "state"
    PERCENT = "percent"
    URGENCY = "urgency"


_ORDER = (BulkField.LEAD, BulkField.DUE, BulkField.PERCENT, BulkField.URGENCY, BulkField.STATE)
Value = UnitId | date | WorkState | Urgency | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkChange:
    """One field and the value that all tasks get; None empties it."""

    field: BulkField
    value: Value


def change(
    store: Store,
    task_ids: Sequence[TaskId],
    changes: Sequence[BulkChange],
    today: date,
    *,
    move: DeadlineMove | None = None,
    files: tuple[Path, ...] = (),
) -> int:
    """Change the same fields of many tasks; give how many tasks differ now.

    A parent that gathers children takes part by its children alone, so it is left out. `move`
    says once for all why deadlines are later, `files` prove it. Raises RuleViolation:
    nothing_chosen, many_refused (which tasks, and why the first one), and as `attachments.add`;
    StoreError, when the copy before a large change cannot be made.
    """
    ensure_fit(files)
    if not task_ids or not changes:
        raise RuleViolation("nothing_chosen")
    backups.before_bulk(store.path, store.now, len(task_ids))
    with store.write(Op.CHANGE_TASKS) as work:
        parents = task_queries.with_children(work.connection)
        refused: list[tuple[str, RuleViolation]] = []
        changed = 0
        for task_id in task_ids:
            if task_id in parents:
                continue
            before = work.get(TASKS, task_id)
            try:
                after = _changed(work, before, changes, today)
                changed += put_moved(work, before, after, move)
            except RuleViolation as error:
                refused.append((before.code, error))
            else:
                if needs_ground(before, after):
                    keep(work, Kind.TASK, task_id, files)
        if refused:
            raise RuleViolation(
                "many_refused",
                count=len(refused),
                codes=_names([code for code, _ in refused]),
                reason=sentence(refused[0][1]),
            )
    return changed


def duplicate(store: Store, task_ids: Sequence[TaskId], today: date) -> list[Task]:
    """Copy tasks with their coordinating units; a copy has a new code and no history.

    Raises RuleViolation: nothing_chosen.
    """
    if not task_ids:
        raise RuleViolation("nothing_chosen")
    with store.write(Op.DUPLICATE_TASK) as work:
        return [_copy(work, task_id, today) for task_id in task_ids]


def _copy(work: Work, task_id: TaskId, today: date) -> Task:
    source = work.get(TASKS, task_id)
    copy = replace(
        source,
        id=TaskId(0),
        code=next_code(work, today),
        assigned_on=today,
        work_state=state_of_copy(work, source),
        percent=None,
        finished_on=None,
        original_due=source.due,
    )
    task = work.add(TASKS, copy)
    for part in task_queries.coordinations(work.connection, task_id):
        work.add(COORDINATIONS, replace(part, id=CoordinationId(0), task_id=task.id))
    return task


def _changed(work: Work, task: Task, changes: Sequence[BulkChange], today: date) -> Task:
    # the deadline before the state: a task finished by the same change may still be given one
    for wanted in sorted(changes, key=lambda found: _ORDER.index(found.field)):
        task = _with(work, task, wanted, today)
    return task


def _with(work: Work, task: Task, wanted: BulkChange, today: date) -> Task:
    match wanted.field, wanted.value:
        case BulkField.LEAD, int() | None as unit_id:
            return led_by(work, task, None if unit_id is None else UnitId(unit_id))
        case BulkField.DUE, date() | None as due:
            return task if due == task.due else reschedule(task, due)
        case BulkField.PERCENT, int() | None as percent:
            return with_percent(task, percent)
        case BulkField.URGENCY, Urgency() as urgency:
            return replace(task, urgency=urgency)
        case BulkField.STATE, WorkState() as state:
            return task if state is task.work_state else moved(work, task, state, today)
    raise TypeError(f"{wanted.field} cannot be {wanted.value!r}")


def _names(codes: Sequence[str]) -> str:
    shown = ", ".join(codes[:_NAMED])
    return f"{shown}, …" if len(codes) > _NAMED else shown
