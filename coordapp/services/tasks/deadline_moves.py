"""The register of extensions: no task is given a later deadline without a line in it."""

from collections.abc import Iterable, Sequence

from coordapp.domain.kernel.ids import ExtensionId, TaskId
from coordapp.domain.tasks.deadline_move import DeadlineMove, grounded, needs_ground
from coordapp.domain.tasks.task import Extension, Task
from coordapp.store import Reader, Work
from coordapp.store.file.tables import EXTENSIONS, TASKS


def put_moved(
    work: Work, before: Task, after: Task, move: DeadlineMove | None, *, seen: Task | None = None
) -> bool:
    """Save a task inside an action, its later deadline with the reason; tell whether it differs.

    Raises RuleViolation: deadline_without_ground, extension_without_reason, changed_meanwhile.
    """
    kept = grounded(before, after, move)
    if move is None or not needs_ground(before, after):
        return work.put(TASKS, kept, seen=seen)
    return put_extended(work, before, kept, move, seen=seen)


def put_extended(
    work: Work, before: Task, after: Task, move: DeadlineMove, *, seen: Task | None = None
) -> bool:
    """Save a task with the line that says why its deadline moved; tell whether it differs."""
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
    differs = work.put(TASKS, after, seen=seen)
    work.add(EXTENSIONS, line)
    return differs


def moved_later(reader: Reader, planned: Iterable[Task]) -> Sequence[Task]:
    """Give the tasks, as they are now, that these would get a later deadline or none."""
    pairs = ((TASKS.find(reader, TaskId(task.id)), task) for task in planned)
    return [held for held, task in pairs if held is not None and needs_ground(held, task)]
