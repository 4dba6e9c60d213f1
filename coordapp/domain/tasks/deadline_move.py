"""Why a deadline moved later, or was taken away: approved, or only written down wrongly before."""

from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import Ground, Task, WorkState


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineMove:
    """What a person says of a deadline that moves later."""

    ground: Ground
    reason: str
    paper: str = ""
    approved_on: date | None = None


def needs_ground(before: Task, after: Task) -> bool:
    """Tell whether a change heals a deadline: later than it was, or gone.

    Why not of a draft: nobody has been told of its deadline yet.
    """
    if before.due is None or before.work_state is WorkState.DRAFT:
        return False
    return after.due is None or after.due > before.due


def grounded(before: Task, after: Task, move: DeadlineMove | None) -> Task:
    """Give the task as it is kept once its deadline moved for a reason.

    A correction also mends the original date where that is the one that was written wrongly.
    Raises RuleViolation: deadline_without_ground, extension_without_reason.
    """
    if not needs_ground(before, after):
        return after
    if move is None:
        raise RuleViolation(
            "deadline_without_ground", code=before.code, old=dates.short(before.due)
        )
    if not move.reason.strip():
        raise RuleViolation("extension_without_reason")
    if move.ground is Ground.CORRECTION and before.original_due == before.due:
        return replace(after, original_due=after.due)
    return after
