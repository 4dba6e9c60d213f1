"""What the first page says of a day: the register counted once, each task once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from heapq import nsmallest
from types import MappingProxyType
from typing import NamedTuple

from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.figures.news import News
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.practices.report_due import ReportBehind
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import CLOSED, DeadlineState, Urgency, WorkState, is_counted

MOST_URGENT = 8
MOST_NEW = 15
_URGENCY = list(Urgency)
_NONE_BESIDES: Mapping[UnitId | None, int] = MappingProxyType({})


class Standing(Enum):
    """Where a task stands for a chart: exactly one of these, so that the parts make the whole."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_TIME = "in_time"
    NO_DEADLINE = "no_deadline"
    DONE = "done"


def standing(work_state: WorkState, deadline: DeadlineState) -> Standing:
    """Say where a task stands; what is done is done, with a deadline or without."""
    return Standing.DONE if work_state is WorkState.DONE else Standing(deadline.value)


class TaskFigure(NamedTuple):
    """What the first page needs of a task; `takes_part` are the units beside the one that leads.

    A tuple and not a record: a register of 100,000 tasks is counted while she looks.
    """

    id: TaskId
    code: str
    lead_unit_id: UnitId | None
    work_state: WorkState
    urgency: Urgency
    due: date | None
    deadline: DeadlineState
    standing: Standing
    gathers: bool = False
    takes_part: frozenset[UnitId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStanding:
    """The tasks one unit leads; `unit` is None for tasks that nobody leads."""

    unit: Unit | None
    counts: Mapping[Standing, int]

    @property
    def total(self) -> int:
        """Count them all."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitBehind:
    """A unit that leads overdue tasks, and how many more it only takes part in."""

    unit: Unit
    leads: int
    takes_part: int

    @property
    def total(self) -> int:
        """Count what the register shows for this unit."""
        return self.leads + self.takes_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The register in figures; parents that only gather and drafts are never counted."""

    total: int = 0
    overdue: int = 0
    due_today: int = 0
    due_soon: int = 0  # today's among them, as in the register
    waiting: int = 0
    open: int = 0
    longest_overdue: int = 0  # in days
    urgent: tuple[TaskFigure, ...] = ()
    by_unit: tuple[UnitStanding, ...] = ()
    behind: tuple[UnitBehind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on the first page, read in one go."""

    counts: Counts
    due_soon_days: int
    news: News
    new: tuple[TaskRow, ...] = ()  # the first of them, with all that a list shows
    urgent: tuple[TaskRow, ...] = ()  # those of the counts, with all that a list shows
    next_conference: Conference | None = None
    without_tasks: tuple[ConclusionRow, ...] = ()
    reports_behind: tuple[ReportBehind, ...] = ()
    is_empty: bool = False


def count(
    tasks: Iterable[TaskFigure],
    units: Sequence[Unit],
    today: date,
    done: Mapping[UnitId | None, int] = _NONE_BESIDES,
) -> Counts:
    """Count the tasks of the register; `units` come in protocol order.

    `done` are finished tasks beside the others by the unit that leads them: most of a register.
    """
    counted = [task for task in tasks if not task.gathers and is_counted(task)]
    overdue = [task for task in counted if task.deadline is DeadlineState.OVERDUE]
    soon = [task for task in counted if task.deadline is DeadlineState.DUE_SOON]
    # counting a list looks whether it is the same state; a counter would hash each of them
    states = [task.work_state for task in counted]
    late = [(today - task.due).days for task in overdue if task.due is not None]
    return Counts(
        total=len(counted) + sum(done.values()),
        overdue=len(overdue),
        due_today=sum(task.due == today for task in soon),
        due_soon=len(soon),
        waiting=states.count(WorkState.AWAITING_CONFIRMATION),
        open=sum(states.count(state) for state in WorkState if state not in CLOSED),
        longest_overdue=max(late, default=0),
        urgent=_urgent(counted),
        by_unit=_by_unit(counted, units, done),
        behind=_behind(overdue, units),
    )


def _urgent(counted: Iterable[TaskFigure]) -> tuple[TaskFigure, ...]:
    """Choose what is due first; of one day the more urgent first."""
    pressing = (Standing.OVERDUE, Standing.DUE_SOON, Standing.IN_TIME)
    dated = (task for task in counted if task.standing in pressing)
    return tuple(nsmallest(MOST_URGENT, dated, key=_by_date))


def _by_date(task: TaskFigure) -> tuple[date, int, str]:
    return task.due or date.max, -_URGENCY.index(task.urgency), task.code


def _by_unit(
    counted: Iterable[TaskFigure], units: Sequence[Unit], done: Mapping[UnitId | None, int]
) -> tuple[UnitStanding, ...]:
    found: dict[UnitId | None, list[Standing]] = {
        lead: [Standing.DONE] * done[lead] for lead in done
    }
    for task in counted:
        found.setdefault(task.lead_unit_id, []).append(task.standing)
    return tuple(
        UnitStanding(unit=unit, counts={state: found[key].count(state) for state in Standing})
        for key, unit in [*((unit.id, unit) for unit in units), (None, None)]
        if key in found
    )


def _behind(overdue: Sequence[TaskFigure], units: Sequence[Unit]) -> tuple[UnitBehind, ...]:
    leads = Counter(task.lead_unit_id for task in overdue)
    takes_part = Counter(
        unit_id for task in overdue for unit_id in task.takes_part if unit_id != task.lead_unit_id
    )
    found = [
        UnitBehind(unit=unit, leads=leads[unit.id], takes_part=takes_part[unit.id])
        for unit in units
        # who only takes part is not behind
        if leads[unit.id]
    ]
    return tuple(sorted(found, key=lambda behind: (-behind.total, -behind.leads)))
