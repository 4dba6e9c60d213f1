"""Which tasks a person is reminded of on a day, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.tasks.task import Task, WorkState

# calendar days before the deadline; what falls on a day off is said on the next day worked
DAYS_BEFORE = (0, 1, 3, 7)
FIRST = max(DAYS_BEFORE)


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


_REASONS = list(Reason)
_OPEN = frozenset({WorkState.NOT_STARTED, WorkState.IN_PROGRESS})


def reason_for(task: Task, today: date, calendar: Calendar) -> Reason | None:
    """Say why to remind of a task on a day; None when it can wait."""
    if task.work_state is WorkState.AWAITING_CONFIRMATION:
        return Reason.WAITING
    if task.due is None or task.work_state not in _OPEN:
        return None
    if task.due < today:
        return Reason.OVERDUE
    if task.due == today:
        return Reason.TODAY
    # a day off reminded nobody, so its reminders are among those of the day after it
    last = calendar.add_working_days(today, -1)
    days = (task.due - timedelta(before) for before in DAYS_BEFORE if before)
    return Reason.SOON if any(last < day <= today for day in days) else None


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
