"""Giving conclusions to units: the one action behind the matrix, and how its plan is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from coordapp.domain.conclusions.assignment import (
    AssignmentPlan,
    CellChange,
    MatrixRow,
    Terms,
    common,
    ensure_led,
    plan,
)
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, CoordinationId, TaskId, UnitId
from coordapp.domain.tasks.task import Coordination, Origin, Task, WorkState, fitting_kind
from coordapp.services.tasks.deadline_moves import keep_in_family, put_moved
from coordapp.services.tasks.releasing import conclusion_title, state_of_new
from coordapp.services.tasks.task_actions import drop_tasks, next_code
from coordapp.store import Store, Work
from coordapp.store.file.tables import CONCLUSIONS, COORDINATIONS, TASKS
from coordapp.store.queries import assignment_queries, attachment_queries, task_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTasks:
    """How the tasks of a row are made: in which state they start, and of which terms."""

    state: WorkState
    made_of: Callable[[Terms, WorkState], Task]


def assign(store: Store, changes: Sequence[CellChange], today: date) -> list[Task]:
    """Make the tasks and coordinations of a matrix in one step; give the new tasks.

    They are drafts until the notice is issued. What a unit has already is left alone, so that nothing is given twice.
    Raises RuleViolation: nothing_to_assign, lead_missing, conclusion_says_no_task,
    assignment_begun, coordination_reported, leads_closed, record_gone.
    """
    made: list[Task] = []
    with store.write(Op.ASSIGN_CONCLUSIONS) as work:
        for row in _rows(work, changes):
            mine = [one for one in changes if one.matter_id == row.matter.id]
            made += assign_row(work, row, mine, today)
        if not work.touched:
            raise RuleViolation("nothing_to_assign")
    return made


def assign_row(
    work: Work, row: MatrixRow, changes: Sequence[CellChange], today: date
) -> list[Task]:
    """Carry out the changes of one conclusion, inside an action; give the new tasks."""
    conclusion = work.get(CONCLUSIONS, ConclusionId(row.matter.id))
    return carry_out(
        work,
        row,
        changes,
        today,
        NewTasks(
            state=state_of_new(work, conclusion.conference_id),
            made_of=partial(_task, conclusion, today),
        ),
    )


def carry_out(
    work: Work, row: MatrixRow, changes: Sequence[CellChange], today: date, new: NewTasks
) -> list[Task]:
    """Carry out the changes of one row, whatever it gives out; give the new tasks."""
    found = plan(row, changes)
    ensure_led(found)
    return _carry_out(work, found, today, new)


def _rows(work: Work, changes: Sequence[CellChange]) -> list[MatrixRow]:
    wanted: dict[ConclusionId, Conclusion] = {}
    for change in changes:
        conclusion_id = ConclusionId(change.matter_id)
        if conclusion_id not in wanted:
            wanted[conclusion_id] = work.get(CONCLUSIONS, conclusion_id)
    held = dict.fromkeys(item.conference_id for item in wanted.values())
    rows = [row for owner in held for row in assignment_queries.matrix(work.connection, owner)]
    return [row for row in rows if row.matter.id in wanted]


def _carry_out(work: Work, found: AssignmentPlan, today: date, new: NewTasks) -> list[Task]:
    drop_tasks(work, [task.id for task in found.gone])
    _drop_coordinators(work, found)
    parent = found.parent
    if found.drops_parent and parent is not None:
        _drop_parent(work, parent)
    made: list[Task] = []
    if found.needs_parent:
        shared = common([change.terms for change in found.leads])
        # a parent is given as soon as one of those below it is
        live = any(task.work_state is not WorkState.DRAFT for task in found.joining)
        starts = WorkState.NOT_STARTED if live else new.state
        pattern = new.made_of(shared, starts)
        parent = work.add(TASKS, replace(pattern, code=next_code(work, today)))
        made.append(parent)
        for task in found.joining:
            put_moved(work, task, replace(task, parent_id=parent.id), None)
    for change in found.leads:
        child = replace(
            new.made_of(change.terms, new.state),
            code=next_code(work, today),
            lead_unit_id=change.unit_id,
            parent_id=None if parent is None else parent.id,
        )
        keep_in_family(work, None, child)
        made.append(work.add(TASKS, child))
    _add_coordinators(work, found, made)
    return made


def _drop_coordinators(work: Work, found: AssignmentPlan) -> None:
    gone = {task.id for task in found.gone}
    for one in found.row.tasks:
        if one.task.id in gone or one.coordinators.keys().isdisjoint(found.gone_coordinators):
            continue
        for part in task_queries.coordinations(work.connection, one.task.id):
            if part.unit_id in found.gone_coordinators:
                work.drop(COORDINATIONS, part.id)


def _drop_parent(work: Work, parent: Task) -> None:
    held = (
        task_queries.reports(work.connection, parent.id)
        or task_queries.extensions(work.connection, parent.id)
        or attachment_queries.of_record(work.connection, Kind.TASK, parent.id)
    )
    if held:
        raise RuleViolation("assignment_begun", code=parent.code)
    drop_tasks(work, [parent.id])


def _add_coordinators(work: Work, found: AssignmentPlan, made: Sequence[Task]) -> None:
    """Let whoever coordinates do so with each unit that leads, also with those added now."""
    parts = {change.unit_id: change.terms.text for change in found.coordinators}
    for one in found.kept:
        if not one.task.is_closed:
            for unit_id in parts.keys() - one.coordinators.keys():
                _add_coordinator(work, one.task.id, unit_id, parts[unit_id])
    before = {unit: part for one in found.kept for unit, part in one.coordinators.items()}
    for unit_id in found.gone_coordinators:
        before.pop(unit_id, None)
    for task in made:
        for unit_id, part in (before | parts).items():
            if task.lead_unit_id is not None and task.lead_unit_id != unit_id:
                _add_coordinator(work, task.id, unit_id, part)


def _add_coordinator(work: Work, task_id: TaskId, unit_id: UnitId, part: str) -> None:
    coordinator = Coordination(id=CoordinationId(0), task_id=task_id, unit_id=unit_id, part=part)
    work.add(COORDINATIONS, coordinator)


def _task(conclusion: Conclusion, today: date, terms: Terms, state: WorkState) -> Task:
    text = terms.text.strip() or conclusion.text
    return Task(
        id=TaskId(0),
        code="",
        title=conclusion_title(replace(conclusion, text=text)),
        content=text,
        product=terms.product,
        origin=Origin.CONCLUSION,
        quoted=conclusion.text,
        conclusion_id=conclusion.id,
        deadline_kind=fitting_kind(terms.deadline_kind, terms.due),
        deadline_wording=terms.deadline_wording,
        original_due=terms.due,
        due=terms.due,
        work_state=state,
        assigned_on=None if state is WorkState.DRAFT else today,
    )
