"""Which tasks a person is reminded of on a day, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.tasks.task import DeadlineState, Task, WorkState, deadline_state


class Reason(Enum):
    """Why a task is called to mind, the most pressing first."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A task to be reminded of; `lead_name` is empty when nobody leads it."""

    task: Task
    lead_name: str
    reason: Reason
    deadline: DeadlineState


_REASONS = list(Reason)


def reason_for(task: Task, today: date, due_soon_days: int) -> Reason | None:
    """Say why to remind of a task on a day; None when it can wait.

    Unit: `due_soon_days` in calendar days, those of the committee.
    """
    if task.work_state is WorkState.AWAITING_CONFIRMATION:
        return Reason.WAITING
    deadline = deadline_state(task, today, due_soon_days)
    if deadline is DeadlineState.DUE_SOON:
        return Reason.TODAY if task.due == today else Reason.SOON
    return Reason.OVERDUE if deadline is DeadlineState.OVERDUE else None


def in_order(reminders: Iterable[Reminder]) -> list[Reminder]:
    """Put the most pressing first, within one reason the earliest deadline."""
    return sorted(
        reminders,
        key=lambda one: (
            _REASONS.index(one.reason),
            one.task.due or date.max,
            one.task.code,
        ),
    )
