"""What a task must make clear: a list of the office's own, each point with the facts it needs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.tasks.task import Task


class Gap(Enum):
    """What a task can lack, in the order it is told."""

    LEAD_UNIT = "lead_unit"
    FOCAL_POINT = "focal_point"
    WORK = "work"
    DEADLINE = "deadline"
    PRODUCT = "product"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearPoint:
    """One of the *rõ*: its name, and what a task needs for it."""

    name: str
    needs: frozenset[Gap]


_DECLARED = (DeadlineKind.PERIODIC, DeadlineKind.ONGOING)
_FEWEST_WORDS = 2  # a verb and what it is done to


def gaps(task: Task, points: Sequence[ClearPoint]) -> tuple[Gap, ...]:
    """Name what a task lacks of what the points need; the focal point is a person or a division."""
    needed = frozenset().union(*(point.needs for point in points))
    return tuple(gap for gap in _missing(task) if gap in needed)


def marks(task: Task, points: Sequence[ClearPoint]) -> tuple[bool, ...]:
    """Tell for each point, in their order, whether the task makes it clear."""
    lacking = frozenset(_missing(task))
    return tuple(not point.needs & lacking for point in points)


def unclear(tasks: Collection[Task], point: ClearPoint) -> list[Task]:
    """Give the tasks that do not make a point clear."""
    return [task for task in tasks if not marks(task, (point,))[0]]


def _missing(task: Task) -> list[Gap]:
    there = {
        Gap.LEAD_UNIT: task.lead_unit_id is not None,
        Gap.FOCAL_POINT: bool(task.focal_person.strip()),
        Gap.WORK: len(task.title.split()) >= _FEWEST_WORDS,
        Gap.DEADLINE: task.due is not None or task.deadline_kind in _DECLARED,
        Gap.PRODUCT: bool(task.product.strip()),
        Gap.ORIGIN: _comes_from_somewhere(task),
    }
    return [gap for gap in Gap if not there[gap]]


def _comes_from_somewhere(task: Task) -> bool:
    """Tell whether a paper stands behind the task; the day alone says nothing of who gave it."""
    sources = (task.conclusion_id, task.directive_section_id, task.programme_item_id)
    return any(source is not None for source in sources) or bool(task.quoted.strip())
