"""The register of extensions: no task is given a later deadline without a line in it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from coordapp.domain.kernel.ids import ExtensionId, TaskId
from coordapp.domain.tasks.deadline_move import DeadlineMove, grounded, needs_ground
from coordapp.domain.tasks.parent import (
    ensure_holds,
    ensure_one_level,
    ensure_within,
    is_within,
    only_gathers,
)
from coordapp.domain.tasks.task import Extension, Task, fitting_kind
from coordapp.store import Reader, Work
from coordapp.store.file.tables import EXTENSIONS, TASKS
from coordapp.store.queries import task_queries


def put_moved(
    work: Work, before: Task, after: Task, move: DeadlineMove | None, *, seen: Task | None = None
) -> bool:
    """Save a task inside an action, its later deadline with the reason; tell whether it differs.

    Raises RuleViolation: deadline_without_ground, extension_without_reason, changed_meanwhile, and
    as `keep_in_family`.
    """
    kept = grounded(before, after, move)
    if move is None or not needs_ground(before, after):
        keep_in_family(work, before, kept)
        return work.put(TASKS, kept, seen=seen)
    return put_extended(work, before, kept, move, seen=seen)


def put_extended(
    work: Work, before: Task, after: Task, move: DeadlineMove, *, seen: Task | None = None
) -> bool:
    """Save a task with the line that says why its deadline moved; tell whether it differs.

    Raises RuleViolation: as `keep_in_family`.
    """
    keep_in_family(work, before, after, move)
    differs = work.put(TASKS, after, seen=seen)
    _add_line(work, before, after, move)
    return differs


def keep_in_family(
    work: Work, before: Task | None, after: Task, move: DeadlineMove | None = None
) -> None:
    """Hold a task that is new, moved or put below another to its parent and its children.

    A parent that only gathers units follows the latest of them, with a line of its own; one with
    work of its own bounds them. Raises RuleViolation: parent_is_itself, parent_is_child,
    parent_has_children, child_after_parent, parent_before_child.
    """
    below = [] if before is None else task_queries.children(work.connection, after.id)
    if after.parent_id is not None:
        parent = work.get(TASKS, after.parent_id)
        if before is None or before.parent_id != after.parent_id:
            ensure_one_level(after, parent, has_children=bool(below))
        if before is None or (before.due, before.parent_id) != (after.due, after.parent_id):
            _follow(work, parent, after, move)
    if before is not None and before.due != after.due:
        for child in below:
            ensure_holds(after, child)


def _follow(work: Work, parent: Task, child: Task, move: DeadlineMove | None) -> None:
    if not only_gathers(parent):
        ensure_within(child, parent)
    elif not is_within(child, parent):
        kind = fitting_kind(parent.deadline_kind, child.due)
        lifted = replace(parent, due=child.due, deadline_kind=kind)
        work.put(TASKS, lifted)
        if move is not None and needs_ground(parent, lifted):
            _add_line(work, parent, lifted, move)


def _add_line(work: Work, before: Task, after: Task, move: DeadlineMove) -> None:
    line = Extension(
        id=ExtensionId(0),
        task_id=before.id,
        old_due=before.due,
        new_due=after.due,
        reason=move.reason.strip(),
        paper=move.paper,
        approved_on=move.approved_on,
        ground=move.ground,
    )
    work.add(EXTENSIONS, line)


def moved_later(reader: Reader, planned: Iterable[Task]) -> Sequence[Task]:
    """Give the tasks, as they are now, that these would get a later deadline or none."""
    pairs = ((TASKS.find(reader, TaskId(task.id)), task) for task in planned)
    return [held for held, task in pairs if held is not None and needs_ground(held, task)]
