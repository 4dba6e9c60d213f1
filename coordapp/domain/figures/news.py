"""What is new on a day since the last one worked: newly late, newly due soon, newly reported.

Only the tasks of the day and how those changed since then stood are asked; the rest stood then as
it stands now, seen from that day. A task typed in since is looked at by its own dates, so that a
register taken in at once is not new as a whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple, Protocol

from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import Counted, DeadlineState, WorkState, deadline_state, is_counted


class NewsOf(Enum):
    """What is new about a task, the most pressing first."""

    LATE = "late"
    DUE = "due"
    REPORTED = "reported"


class Figured(Counted, Protocol):
    """What is asked of a task of the day."""

    @property
    def id(self) -> TaskId:
        """Tell it from the others."""

    @property
    def code(self) -> str:
        """Give its code."""

    @property
    def due(self) -> date | None:
        """The day it is due."""

    @property
    def deadline(self) -> DeadlineState:
        """Where its dates put it."""

    @property
    def gathers(self) -> bool:
        """Tell whether it only gathers others."""


class Stood(NamedTuple):
    """What the dates of a task rest on, as it stood on an earlier day."""

    work_state: WorkState
    due: date | None
    finished_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The tasks of each kind of news, the earliest deadline first; `since` ended before any."""

    since: date
    late: tuple[TaskId, ...] = ()
    due: tuple[TaskId, ...] = ()
    reported: tuple[TaskId, ...] = ()

    def tasks(self, what: NewsOf) -> tuple[TaskId, ...]:
        """Give the tasks of one kind of news."""
        return {NewsOf.LATE: self.late, NewsOf.DUE: self.due, NewsOf.REPORTED: self.reported}[what]

    def of(self, task_id: TaskId) -> tuple[NewsOf, ...]:
        """Say what is new about a task."""
        return tuple(what for what in NewsOf if task_id in self.tasks(what))

    @property
    def every(self) -> tuple[TaskId, ...]:
        """Give each task with news once, the most pressing first."""
        return tuple(dict.fromkeys((*self.late, *self.due, *self.reported)))


def last_day_worked(today: date, calendar: Calendar) -> date:
    """Give the day whose end what is new is measured from."""
    return calendar.add_working_days(today, -1)


def is_newly_owed(due_on: date, since: date) -> bool:
    """Tell whether what is owed today was still waited for when a day ended."""
    return due_on >= since


def find_news(
    tasks: Iterable[Figured], before: Mapping[TaskId, Stood], since: date, due_soon_days: int
) -> News:
    """Compare the tasks of a day with how they stood when `since` ended.

    `before` are those changed meanwhile. Unit: `due_soon_days` in calendar days, meant for both
    days, so that another number of days makes nothing new.
    """
    then = _Then(since, due_soon_days)
    late: list[Figured] = []
    due: list[Figured] = []
    reported: list[Figured] = []
    for task in tasks:
        is_late = task.deadline is DeadlineState.OVERDUE
        is_pressing = is_late or task.deadline is DeadlineState.DUE_SOON
        stood = before.get(task.id) if before else None
        if not is_pressing and stood is None:
            continue  # as most are: a register of 100,000 is looked through while she waits
        if task.gathers or not is_counted(task):
            continue
        if is_pressing:
            was = then[task.due] if stood is None else then.state(stood)
            if is_late and was is not DeadlineState.OVERDUE:
                late.append(task)
            elif was not in _PRESSING:
                due.append(task)
        is_reported = task.work_state is WorkState.AWAITING_CONFIRMATION
        if is_reported and stood is not None and stood.work_state is not task.work_state:
            reported.append(task)
    return News(
        since=since,
        late=_ids(late),
        due=_ids(due),
        reported=_ids(reported),
    )


_PRESSING = (DeadlineState.OVERDUE, DeadlineState.DUE_SOON)


class _Then(dict[date | None, DeadlineState]):
    """Where a deadline put open work on the earlier day: worked out once for all of that day."""

    def __init__(self, day: date, due_soon_days: int) -> None:
        super().__init__()
        self._day, self._soon = day, due_soon_days

    def state(self, stood: Stood) -> DeadlineState:
        """Say where its dates put a task that stood so."""
        return deadline_state(stood, self._day, self._soon)

    def __missing__(self, due: date | None) -> DeadlineState:
        self[due] = self.state(Stood(WorkState.IN_PROGRESS, due, None))
        return self[due]


def _ids(tasks: Iterable[Figured]) -> tuple[TaskId, ...]:
    ordered = sorted(tasks, key=lambda task: (task.due or date.max, task.code))
    return tuple(task.id for task in ordered)
