"""What the first page says of a day: the register counted once, each task once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.practices.report_due import ReportBehind
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import CLOSED, DeadlineState, Urgency, WorkState, is_counted

MOST_URGENT = 8
_URGENCY = list(Urgency)


class Standing(Enum):
    """Where a task stands for a chart: exactly one of these, so that the parts make the whole."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_TIME = "in_time"
    NO_DEADLINE = "no_deadline"
    DONE = "done"


def standing(row: TaskRow) -> Standing:
    """Say where a task stands; what is done is done, with a deadline or without."""
    if row.task.work_state is WorkState.DONE:
        return Standing.DONE
    return Standing(row.deadline.value)


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
    urgent: tuple[TaskRow, ...] = ()
    by_unit: tuple[UnitStanding, ...] = ()
    behind: tuple[UnitBehind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on the first page, read in one go."""

    counts: Counts
    due_soon_days: int
    next_conference: Conference | None = None
    without_tasks: tuple[ConclusionRow, ...] = ()
    reports_behind: tuple[ReportBehind, ...] = ()
    is_empty: bool = False


def count(rows: Iterable[TaskRow], units: Sequence[Unit], today: date) -> Counts:
    """Count the rows of the register; `units` come in protocol order."""
    counted = [row for row in rows if not row.children and is_counted(row.task)]
    overdue = [row for row in counted if row.deadline is DeadlineState.OVERDUE]
    soon = [row for row in counted if row.deadline is DeadlineState.DUE_SOON]
    states = Counter(row.task.work_state for row in counted)
    late = [(today - row.task.due).days for row in overdue if row.task.due is not None]
    return Counts(
        total=len(counted),
        overdue=len(overdue),
        due_today=sum(row.task.due == today for row in soon),
        due_soon=len(soon),
        waiting=states[WorkState.AWAITING_CONFIRMATION],
        open=sum(number for state, number in states.items() if state not in CLOSED),
        longest_overdue=max(late, default=0),
        urgent=_urgent(counted),
        by_unit=_by_unit(counted, units),
        behind=_behind(overdue, units),
    )


def _urgent(counted: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """Choose what is due first; of one day the more urgent first."""
    pressing = (DeadlineState.OVERDUE, DeadlineState.DUE_SOON, DeadlineState.IN_TIME)
    dated = [row for row in counted if row.deadline in pressing]
    return tuple(sorted(dated, key=_by_date)[:MOST_URGENT])


def _by_date(row: TaskRow) -> tuple[date, int, str]:
    return row.task.due or date.max, -_URGENCY.index(row.task.urgency), row.task.code


def _by_unit(counted: Iterable[TaskRow], units: Sequence[Unit]) -> tuple[UnitStanding, ...]:
    found: dict[UnitId | None, Counter[Standing]] = {}
    for row in counted:
        found.setdefault(row.task.lead_unit_id, Counter())[standing(row)] += 1
    return tuple(
        UnitStanding(unit=unit, counts={state: found[key][state] for state in Standing})
        for key, unit in [*((unit.id, unit) for unit in units), (None, None)]
        if key in found
    )


def _behind(overdue: Sequence[TaskRow], units: Sequence[Unit]) -> tuple[UnitBehind, ...]:
    leads = Counter(row.task.lead_unit_id for row in overdue)
    found = []
    for unit in units:
        # a row names the units that take part by their short names, which no two units share
        takes_part = sum(
            unit.short_name in row.coordinating and row.task.lead_unit_id != unit.id
            for row in overdue
        )
        # who only takes part is not behind
        if leads[unit.id]:
            found.append(UnitBehind(unit=unit, leads=leads[unit.id], takes_part=takes_part))
    return tuple(sorted(found, key=lambda behind: (-behind.total, -behind.leads)))
