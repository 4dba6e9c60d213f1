"""The "5 rõ" of a task: who, what, until when, with which result, on whose responsibility."""

from enum import Enum

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.tasks.task import Task


class Clarity(Enum):
    """The five things a task must make clear. Source: resources/docs/forms.md 4.4."""

    PERSON = "person"
    WORK = "work"
    TIME = "time"
    RESULT = "result"
    RESPONSIBILITY = "responsibility"


class Gap(Enum):
    """What a task can lack, in the order it is told."""

    LEAD_UNIT = "lead_unit"
    FOCAL_POINT = "focal_point"
    WORK = "work"
    DEADLINE = "deadline"
    PRODUCT = "product"
    ORIGIN = "origin"


_NEEDED = {
    Clarity.PERSON: frozenset({Gap.LEAD_UNIT, Gap.FOCAL_POINT}),
    Clarity.WORK: frozenset({Gap.WORK}),
    Clarity.TIME: frozenset({Gap.DEADLINE}),
    Clarity.RESULT: frozenset({Gap.PRODUCT}),
    Clarity.RESPONSIBILITY: frozenset({Gap.LEAD_UNIT, Gap.ORIGIN}),
}
_DECLARED = (DeadlineKind.PERIODIC, DeadlineKind.ONGOING)
_FEWEST_WORDS = 2  # a verb and what it is done to


def gaps(task: Task) -> tuple[Gap, ...]:
    """Name what a task lacks; the focal point is a person or a division of the lead unit."""
    there = {
        Gap.LEAD_UNIT: task.lead_unit_id is not None,
        Gap.FOCAL_POINT: bool(task.focal_person.strip()),
        Gap.WORK: len(task.title.split()) >= _FEWEST_WORDS,
        Gap.DEADLINE: task.due is not None or task.deadline_kind in _DECLARED,
        Gap.PRODUCT: bool(task.product.strip()),
        Gap.ORIGIN: _comes_from_somewhere(task),
    }
    return tuple(gap for gap in Gap if not there[gap])


def marks(task: Task) -> tuple[bool, ...]:
    """Tell for each of the five, in their order, whether the task makes it clear."""
    lacking = frozenset(gaps(task))
    return tuple(not _NEEDED[clarity] & lacking for clarity in Clarity)


def _comes_from_somewhere(task: Task) -> bool:
    return (
        task.conclusion_id is not None or bool(task.quoted.strip()) or task.assigned_on is not None
    )
