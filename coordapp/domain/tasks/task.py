"""Tasks: two axes of state, deadlines, progress and extensions.

The work state is set by people. The deadline state is always computed from dates and never
stored: a task due today is in time until the day ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.due_soon import is_due_soon
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    ConclusionId,
    CoordinationId,
    DirectiveSectionId,
    ExtensionId,
    ProgrammeItemId,
    ProgressReportId,
    TaskId,
    UnitId,
)
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.percent import ensure_percent

_TITLE_LENGTH = 200


class WorkState(Enum):
    """How far people have taken the work."""

    DRAFT = "draft"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    AWAITING_CONFIRMATION = "awaiting_confirmation"
    DONE = "done"
    ON_HOLD = "on_hold"
    CANCELLED = "cancelled"


class DeadlineState(Enum):
    """Where the dates put the task on a given day."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_TIME = "in_time"
    NO_DEADLINE = "no_deadline"
    ON_TIME = "on_time"
    LATE = "late"


class Origin(Enum):
    """Where a task comes from."""

    CONCLUSION = "conclusion"
    DIRECTIVE = "directive"
    PROGRAMME = "programme"
    UNIT = "unit"
    AD_HOC = "ad_hoc"


class Urgency(Enum):
    """Urgency degrees. Source: resources/docs/forms.md 4.5."""

    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    EXPRESS = "express"


def task_title(text: str) -> str:
    """Cut a longer text to the title of a task."""
    title = one_line(text)
    return title if len(title) <= _TITLE_LENGTH else f"{title[: _TITLE_LENGTH - 1].rstrip()}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task; the code is never reused and the original due date never changes."""

    id: TaskId
    code: str
    title: str
    lead_unit_id: UnitId | None = None
    content: str = ""
    product: str = ""
    origin: Origin = Origin.AD_HOC
    quoted: str = ""
    conclusion_id: ConclusionId | None = None
    focal_person: str = ""
    urgency: Urgency = Urgency.NORMAL
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    deadline_wording: str = ""
    original_due: date | None = None
    due: date | None = None
    work_state: WorkState = WorkState.NOT_STARTED
    percent: int | None = None
    assigned_on: date | None = None
    finished_on: date | None = None
    parent_id: TaskId | None = None
    note: str = ""
    directive_section_id: DirectiveSectionId | None = None
    programme_item_id: ProgrammeItemId | None = None

    @property
    def is_closed(self) -> bool:
        """Tell whether nobody is to work on it any more: done or cancelled."""
        return self.work_state in CLOSED

    @property
    def wording(self) -> str:
        """Give the title as a paper prints it: whole where it is the cut start of the content."""
        return one_line(self.content) if self.title == task_title(self.content) else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """A coordinating unit's own part in a task."""

    id: CoordinationId
    task_id: TaskId
    unit_id: UnitId
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """What a unit reported: when it happened, and when it was typed in."""

    id: ProgressReportId
    task_id: TaskId
    happened_on: date
    entered_at: datetime
    unit_id: UnitId | None = None
    state: WorkState = WorkState.IN_PROGRESS
    percent: int | None = None
    result: str = ""
    difficulty: str = ""
    proposal: str = ""
    evidence: str = ""


class Ground(Enum):
    """What a later deadline rests on: it was approved, or written down wrongly before."""

    EXTENSION = "extension"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """One move of the deadline to a later day, or away altogether, and its ground."""

    id: ExtensionId
    task_id: TaskId
    old_due: date | None
    new_due: date | None  # None: the task has no deadline any more
    reason: str
    paper: str = ""
    approved_on: date | None = None
    ground: Ground = Ground.EXTENSION


CLOSED = frozenset({WorkState.DONE, WorkState.CANCELLED})
# states in which the dates say nothing
_DATELESS = frozenset({WorkState.DRAFT, WorkState.ON_HOLD, WorkState.CANCELLED})

_NOT_STARTED, _GOING = WorkState.NOT_STARTED, WorkState.IN_PROGRESS
_AWAITING, _HELD = WorkState.AWAITING_CONFIRMATION, WorkState.ON_HOLD
# where a task may go from each state. A confirmed task is opened again before anything else,
# so that its date of finishing is never carried into another state.
# Source: resources/docs/forms.md 4.2
MOVES: dict[WorkState, frozenset[WorkState]] = {
    WorkState.DRAFT: frozenset({_NOT_STARTED, _GOING, WorkState.CANCELLED}),
    _NOT_STARTED: frozenset({WorkState.DRAFT, _GOING, _AWAITING, _HELD, *CLOSED}),
    _GOING: frozenset({_NOT_STARTED, _AWAITING, _HELD, *CLOSED}),
    _AWAITING: frozenset({_GOING, _HELD, *CLOSED}),
    WorkState.DONE: frozenset({_GOING}),
    _HELD: frozenset({_NOT_STARTED, _GOING, WorkState.CANCELLED}),
    WorkState.CANCELLED: frozenset({_NOT_STARTED, _GOING}),
}


class Counted(Protocol):
    """What says whether figures count a task."""

    @property
    def work_state(self) -> WorkState:
        """Where the work stands."""


class Dated(Counted, Protocol):
    """What says where the dates put a task."""

    @property
    def due(self) -> date | None:
        """The day it is due."""

    @property
    def finished_on(self) -> date | None:
        """The day it was finished."""


def deadline_state(task: Dated, today: date, due_soon_days: int) -> DeadlineState:
    """Compute where the dates put a task at the end of its day `today`.

    Unit: `due_soon_days` in calendar days; day 0 is due soon, not overdue.
    Source: resources/docs/forms.md 4.2.
    """
    if task.due is None or task.work_state in _DATELESS:
        return DeadlineState.NO_DEADLINE
    if task.work_state is WorkState.DONE:
        finished = task.finished_on or task.due
        return DeadlineState.ON_TIME if finished <= task.due else DeadlineState.LATE
    if task.due < today:
        return DeadlineState.OVERDUE
    soon = is_due_soon(task.due, today, due_soon_days)
    return DeadlineState.DUE_SOON if soon else DeadlineState.IN_TIME


def is_counted(task: Counted) -> bool:
    """Tell whether figures count a task: a draft stays outside until it is given.

    Source: resources/docs/forms.md 4.3.
    """
    return task.work_state is not WorkState.DRAFT


_WORST_FIRST = (
    DeadlineState.OVERDUE,
    DeadlineState.DUE_SOON,
    DeadlineState.IN_TIME,
    DeadlineState.NO_DEADLINE,
    DeadlineState.LATE,
    DeadlineState.ON_TIME,
)


def worst(states: Iterable[DeadlineState]) -> DeadlineState:
    """Choose the state that needs most attention; NO_DEADLINE when there is none."""
    return min(states, key=_WORST_FIRST.index, default=DeadlineState.NO_DEADLINE)


def ensure_move(task: Task, state: WorkState) -> None:
    """Refuse a state the task cannot go to from here. Raises RuleViolation: move_not_allowed."""
    if state is not task.work_state and state not in MOVES[task.work_state]:
        raise RuleViolation("move_not_allowed", code=task.code, old=task.work_state, new=state)


def ensure_not_closed(task: Task) -> None:
    """Refuse to move a finished or cancelled task. Raises RuleViolation: task_closed."""
    if task.is_closed:
        raise RuleViolation("task_closed", code=task.code)


def reschedule(task: Task, due: date | None) -> Task:
    """Move the current due date; the first date ever given becomes the original one."""
    ensure_not_closed(task)
    kind = fitting_kind(task.deadline_kind, due)
    return replace(task, due=due, original_due=task.original_due or due, deadline_kind=kind)


def fitting_kind(kind: DeadlineKind, due: date | None) -> DeadlineKind:
    """Give the kind of deadline that a date, or its absence, leaves of `kind`."""
    if due is not None and kind in (DeadlineKind.NONE, DeadlineKind.ONGOING):
        return DeadlineKind.DATE
    if due is None and kind is DeadlineKind.DATE:
        return DeadlineKind.NONE
    return kind


def edited(before: Task, typed: Task, today: date) -> Task:
    """Give a task as somebody typed it over, its state and its date moved by their rules.

    Raises RuleViolation: move_not_allowed, task_closed.
    """
    ensure_move(before, typed.work_state)
    after = with_work_state(
        replace(typed, due=before.due, original_due=before.original_due), typed.work_state, today
    )
    kind = fitting_kind(typed.deadline_kind, typed.due)
    if typed.due == before.due:
        return replace(after, deadline_kind=kind)
    # the same edit may close a task or open it again: the date moves while it is open
    moved = reschedule(before if after.is_closed else after, typed.due)
    return replace(after, due=moved.due, original_due=moved.original_due, deadline_kind=kind)


def with_work_state(task: Task, state: WorkState, today: date) -> Task:
    """Set the work state; finishing notes the day, reopening forgets it."""
    finished = (task.finished_on or today) if state is WorkState.DONE else None
    return replace(task, work_state=state, finished_on=finished)


def with_percent(task: Task, percent: int | None) -> Task:
    """Set the share done; it never decides the state. Raises RuleViolation: percent_range."""
    if percent is not None:
        ensure_percent(percent, percent)
    return replace(task, percent=percent)
