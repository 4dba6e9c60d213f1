"""Actions on conclusions, and the fan-out of conclusions to units."""

from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.changes import Op
from coordapp.domain.conclusion import Conclusion
from coordapp.domain.conference import ensure_open
from coordapp.domain.errors import RuleViolation
from coordapp.domain.ids import ConclusionId, TaskId, UnitId
from coordapp.domain.task import DeadlineKind, Origin, Task
from coordapp.domain.text import one_line
from coordapp.services.tasks import drop_tasks, next_code
from coordapp.store import Store, Work, tasks
from coordapp.store.tables import CONCLUSIONS, CONFERENCES, TASKS, UNITS

_TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What to make of some conclusions: which units, until when, for which product."""

    conclusion_ids: tuple[ConclusionId, ...]
    unit_ids: tuple[UnitId, ...]
    due: date | None = None
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    deadline_wording: str = ""
    product: str = ""

    @property
    def task_count(self) -> int:
        """Tasks that units receive; parents that only gather them are not counted."""
        return len(self.conclusion_ids) * len(self.unit_ids)


def add(store: Store, conclusion: Conclusion) -> Conclusion:
    """Record a conclusion under the next number. Raises RuleViolation: conference_signed."""
    with store.write(Op.ADD_CONCLUSION) as work:
        ensure_open(work.get(CONFERENCES, conclusion.conference_id))
        number = conclusion.number or _next_number(work, conclusion.conference_id)
        return work.add(CONCLUSIONS, replace(conclusion, number=number))


def edit(store: Store, conclusion: Conclusion) -> None:
    """Reword a conclusion; its tasks stay. Raises RuleViolation: conference_signed."""
    with store.write(Op.EDIT_CONCLUSION) as work:
        ensure_open(work.get(CONFERENCES, conclusion.conference_id))
        work.put(CONCLUSIONS, conclusion)


def delete(store: Store, conclusion_id: ConclusionId, *, with_tasks: bool = False) -> None:
    """Delete a conclusion; with its tasks only when asked for, as one step.

    Raises RuleViolation: conference_signed, conclusion_has_tasks.
    """
    with store.write(Op.DELETE_CONCLUSION) as work:
        conclusion = work.get(CONCLUSIONS, conclusion_id)
        ensure_open(work.get(CONFERENCES, conclusion.conference_id))
        given = tasks.of_conclusion(work.connection, conclusion_id)
        if given and not with_tasks:
            raise RuleViolation("conclusion_has_tasks", number=conclusion.number, count=len(given))
        drop_tasks(work, [task.id for task in given])
        work.drop(CONCLUSIONS, conclusion_id)


def assign(store: Store, assignment: Assignment, today: date) -> list[Task]:
    """Make the tasks of an assignment in one step.

    One unit: one task a conclusion. Several: a parent and one child for each unit; a parent
    made earlier for the same conclusion is used again.
    Raises RuleViolation: no_conclusion_chosen, no_unit_chosen, already_assigned.
    """
    if not assignment.conclusion_ids:
        raise RuleViolation("no_conclusion_chosen")
    if not assignment.unit_ids:
        raise RuleViolation("no_unit_chosen")
    made: list[Task] = []
    with store.write(Op.ASSIGN_CONCLUSIONS) as work:
        for conclusion_id in assignment.conclusion_ids:
            made += _assign_one(work, work.get(CONCLUSIONS, conclusion_id), assignment, today)
    return made


def _assign_one(
    work: Work, conclusion: Conclusion, assignment: Assignment, today: date
) -> list[Task]:
    existing = tasks.of_conclusion(work.connection, conclusion.id)
    parents = {task.parent_id for task in existing}
    # a parent with a unit of its own gathers the periods of a task, not the units of a conclusion
    gathering = next(
        (task for task in existing if task.id in parents and task.lead_unit_id is None), None
    )
    holders = {task.lead_unit_id for task in existing if task is not gathering}
    for unit_id in assignment.unit_ids:
        if unit_id in holders:
            unit = work.get(UNITS, unit_id)
            raise RuleViolation("already_assigned", number=conclusion.number, unit=unit.short_name)
    pattern = _pattern(conclusion, assignment, today)
    made: list[Task] = []
    if gathering is None and len(assignment.unit_ids) > 1:
        gathering = work.add(TASKS, replace(pattern, code=next_code(work, today)))
        made.append(gathering)
    parent_id = None if gathering is None else gathering.id
    for unit_id in assignment.unit_ids:
        child = replace(
            pattern, code=next_code(work, today), lead_unit_id=unit_id, parent_id=parent_id
        )
        made.append(work.add(TASKS, child))
    return made


def _pattern(conclusion: Conclusion, assignment: Assignment, today: date) -> Task:
    text = one_line(conclusion.text)
    title = text if len(text) <= _TITLE_LENGTH else text[: _TITLE_LENGTH - 1].rstrip() + "…"
    kind = assignment.deadline_kind
    if assignment.due is not None and kind is DeadlineKind.NONE:
        kind = DeadlineKind.DATE
    return Task(
        id=TaskId(0),
        code="",
        title=title or f"Kết luận {conclusion.number}",
        content=conclusion.text,
        product=assignment.product,
        origin=Origin.CONCLUSION,
        quoted=conclusion.text,
        conclusion_id=conclusion.id,
        deadline_kind=kind,
        deadline_wording=assignment.deadline_wording,
        original_due=assignment.due,
        due=assignment.due,
        assigned_on=today,
    )


def _next_number(work: Work, conference_id: int) -> int:
    row = work.connection.execute(
        "select coalesce(max(number), 0) + 1 from conclusion where conference_id = ?",
        (conference_id,),
    ).fetchone()
    return int(row[0])
