"""Actions on conclusions, each keeping the numbers 1 to n; their fan-out to units."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import replace

from coordapp.domain.conclusions.conclusion import Conclusion, halves, merged, numbered
from coordapp.domain.conferences.conference import ensure_open
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, TaskId
from coordapp.domain.tasks.task import Task
from coordapp.services.records.freeing import free_of_conclusion
from coordapp.services.tasks.task_actions import drop_tasks
from coordapp.store import Store, Work
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, TASKS
from coordapp.store.queries import conference_queries, task_queries


def add(store: Store, conclusion: Conclusion) -> Conclusion:
    """Record a conclusion at its number, those after it move on; number 0 is the end.

    Raises RuleViolation: conference_signed.
    """
    with store.write(Op.ADD_CONCLUSION) as work:
        ensure_open(work.get(CONFERENCES, conclusion.conference_id))
        order = conference_queries.conclusions_of(work.connection, conclusion.conference_id)
        place = min(conclusion.number or len(order) + 1, len(order) + 1)
        added = work.add(CONCLUSIONS, replace(conclusion, number=place))
        renumber(work, [*order[: place - 1], added, *order[place - 1 :]])
    return added


def edit(store: Store, conclusion: Conclusion, *, run: Hashable = None) -> None:
    """Reword a conclusion; its tasks stay, and so does its number.

    Saves of one `run` of typing are one step of undo.
    Raises RuleViolation: conference_signed, reason_beside_tasks.
    """
    with store.write(Op.EDIT_CONCLUSION, run=run) as work:
        ensure_open(work.get(CONFERENCES, conclusion.conference_id))
        before = work.get(CONCLUSIONS, conclusion.id)
        _ensure_reason_holds(work, conclusion)
        work.put(CONCLUSIONS, replace(conclusion, number=before.number))


def set_no_task_reason(store: Store, conclusion_id: ConclusionId, reason: str) -> None:
    """Say why a conclusion gives no task, also after signing; no words take it back.

    Raises RuleViolation: reason_beside_tasks.
    """
    with store.write(Op.SET_NO_TASK_REASON) as work:
        told = replace(work.get(CONCLUSIONS, conclusion_id), no_task_reason=reason.strip())
        _ensure_reason_holds(work, told)
        work.put(CONCLUSIONS, told)


def put_in_order(store: Store, order: Sequence[ConclusionId]) -> None:
    """Put conclusions of a conference in the order of these ids; others of it come after.

    Raises RuleViolation: conference_signed, record_gone.
    """
    with store.write(Op.ORDER_CONCLUSIONS) as work:
        chosen = [work.get(CONCLUSIONS, conclusion_id) for conclusion_id in dict.fromkeys(order)]
        for conference_id in {item.conference_id for item in chosen}:
            ensure_open(work.get(CONFERENCES, conference_id))
            held = conference_queries.conclusions_of(work.connection, conference_id)
            first = [item for item in chosen if item.conference_id == conference_id]
            renumber(work, [*first, *(item for item in held if item not in first)])


def split(
    store: Store, conclusion_id: ConclusionId, at: int, *, moved: Collection[TaskId] = ()
) -> Conclusion:
    """Cut a conclusion before the character `at`; what follows becomes the next conclusion.

    Tasks stay with the first half; those in `moved` go along with all that hangs together
    with them. Raises RuleViolation: conference_signed, split_leaves_nothing.
    """
    with store.write(Op.SPLIT_CONCLUSION) as work:
        whole = work.get(CONCLUSIONS, conclusion_id)
        ensure_open(work.get(CONFERENCES, whole.conference_id))
        first, second = halves(whole, at)
        order = conference_queries.conclusions_of(work.connection, whole.conference_id)
        place = order.index(whole) + 1
        work.put(CONCLUSIONS, first)
        added = work.add(CONCLUSIONS, second)
        renumber(work, [*order[: place - 1], first, added, *order[place:]])
        given = task_queries.of_conclusion(work.connection, conclusion_id)
        for task in given:
            if not _family(task, given).isdisjoint(moved):
                work.put(TASKS, replace(task, conclusion_id=added.id))
        return work.get(CONCLUSIONS, added.id)


def merge_with_next(store: Store, conclusion_id: ConclusionId) -> None:
    """Join a conclusion and the one after it; the tasks of both belong to the joined one.

    Raises RuleViolation: conference_signed, no_next_conclusion, merge_of_kinds,
    merge_of_reasons.
    """
    with store.write(Op.MERGE_CONCLUSIONS) as work:
        first = work.get(CONCLUSIONS, conclusion_id)
        ensure_open(work.get(CONFERENCES, first.conference_id))
        order = conference_queries.conclusions_of(work.connection, first.conference_id)
        place = order.index(first) + 1
        if place == len(order):
            raise RuleViolation("no_next_conclusion", number=first.number)
        second = order.pop(place)
        joined = merged(first, second)
        work.put(CONCLUSIONS, joined)
        for task in task_queries.of_conclusion(work.connection, second.id):
            work.put(TASKS, replace(task, conclusion_id=first.id))
        _ensure_reason_holds(work, joined)
        free_of_conclusion(work, second.id, first.id)
        work.drop(CONCLUSIONS, second.id)
        renumber(work, [*order[: place - 1], joined, *order[place:]])


def delete(store: Store, conclusion_id: ConclusionId, *, with_tasks: bool = False) -> None:
    """Delete a conclusion; with its tasks only when asked for, as one step.

    Raises RuleViolation: conference_signed, conclusion_has_tasks.
    """
    with store.write(Op.DELETE_CONCLUSION) as work:
        conclusion = work.get(CONCLUSIONS, conclusion_id)
        ensure_open(work.get(CONFERENCES, conclusion.conference_id))
        given = task_queries.of_conclusion(work.connection, conclusion_id)
        if given and not with_tasks:
            raise RuleViolation("conclusion_has_tasks", number=conclusion.number, count=len(given))
        drop_tasks(work, [task.id for task in given])
        free_of_conclusion(work, conclusion_id)
        work.drop(CONCLUSIONS, conclusion_id)
        renumber(work, conference_queries.conclusions_of(work.connection, conclusion.conference_id))


def renumber(work: Work, ordered: Iterable[Conclusion]) -> None:
    """Give the conclusions of a conference the numbers from 1, inside an action."""
    for item in numbered(ordered):
        work.put(CONCLUSIONS, item)


def _ensure_reason_holds(work: Work, conclusion: Conclusion) -> None:
    count = len(task_queries.of_conclusion(work.connection, conclusion.id))
    if conclusion.no_task_reason and count:
        raise RuleViolation("reason_beside_tasks", number=conclusion.number, count=count)


def _family(task: Task, given: Sequence[Task]) -> set[TaskId]:
    """Give the ids of a task, those above it and those below them: they share a conclusion."""
    above = {item.id: item.parent_id for item in given}

    def top(task_id: TaskId) -> TaskId:
        parent = above.get(task_id)
        return task_id if parent is None or parent not in above else top(parent)

    return {item.id for item in given if top(item.id) == top(task.id)}
