"""Who got what of a conclusion: which unit leads, which coordinate, by which task."""

from collections.abc import Iterable
from enum import Enum

from coordapp.domain.ids import ConclusionId
from coordapp.domain.task import Task


class Role(Enum):
    """What a unit does for a conclusion."""

    LEAD = "lead"
    COORDINATE = "coordinate"


def gathering(given: Iterable[Task]) -> Task | None:
    """Find the parent that gathers the units of a conclusion; it has no unit of its own."""
    held = list(given)
    parents = {task.parent_id for task in held}
    # a parent with a unit gathers the periods of a task, not the units of a conclusion
    return next((t for t in held if t.id in parents and t.lead_unit_id is None), None)


def handed_out(given: Iterable[Task]) -> list[Task]:
    """Leave out parents that only gather, and what lies below a unit's own task.

    What is left are the tasks that the conclusion gave to units, each once.
    """
    held = list(given)
    parents = {task.parent_id for task in held}
    led = {task.id for task in held if task.id in parents and task.lead_unit_id is not None}
    gatherers = {task.id for task in held if task.id in parents} - led
    return [task for task in held if task.id not in gatherers and task.parent_id not in led]


def by_conclusion(tasks: Iterable[Task]) -> dict[ConclusionId, list[Task]]:
    """Sort tasks by the conclusion that gave them; those of none are left out."""
    found: dict[ConclusionId, list[Task]] = {}
    for task in tasks:
        if task.conclusion_id is not None:
            found.setdefault(task.conclusion_id, []).append(task)
    return found
