"""What drafts still lack when their notice is issued, and what their words say of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline, DeadlineContext
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.reading.products import product_in
from coordapp.domain.tasks.task import Task

_DECLARED = (DeadlineKind.PERIODIC, DeadlineKind.ONGOING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A draft without a deadline or a product; `said` and `named` are what its words give."""

    task: Task
    no_deadline: bool = False
    no_product: bool = False
    said: Deadline = NO_DEADLINE
    named: str = ""


def lacking(drafts: Iterable[Task], context: DeadlineContext) -> Sequence[Lacking]:
    """Give the drafts that lack a deadline or a product, in their order."""
    return [one for one in (_lacking(task, context) for task in drafts) if one is not None]


def _lacking(task: Task, context: DeadlineContext) -> Lacking | None:
    no_deadline = task.due is None and task.deadline_kind not in _DECLARED
    no_product = not task.product.strip()
    if not (no_deadline or no_product):
        return None
    words = task.content or task.quoted or task.title
    found = grammar.chosen(grammar.find(words, context)) if no_deadline else None
    said = NO_DEADLINE if found is None else found.deadline
    if no_deadline and not said and task.deadline_wording:
        said = grammar.read(task.deadline_wording, context)
    return Lacking(
        task=task,
        no_deadline=no_deadline,
        no_product=no_product,
        said=said,
        named=product_in(words) if no_product else "",
    )
