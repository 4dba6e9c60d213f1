"""The status table: where the tasks of each unit, conference or paper stood at a cut-off.

Source: resources/docs/forms.md 5.1.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import WorkState


class Grouping(Enum):
    """What a row of the table stands for."""

    UNIT = "unit"
    CONFERENCE = "conference"
    SOURCE = "source"


class Basis(Enum):
    """Which deadline a task is judged by."""

    EXTENDED = "extended"
    ORIGINAL = "original"


class Bucket(Enum):
    """Where a task that counts stands; each stands in exactly one."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_OVERDUE = "open_overdue"
    NO_DEADLINE = "no_deadline"
    ON_HOLD = "on_hold"


class StatusFigure(Enum):
    """The numbers of a row, in the order tables show them."""

    TOTAL = "total"
    DONE = "done"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OPEN = "open"
    OPEN_IN_TIME = "open_in_time"
    OPEN_OVERDUE = "open_overdue"
    NO_DEADLINE = "no_deadline"
    ON_HOLD = "on_hold"
    DUE = "due"
    DUE_DONE = "due_done"


TOTAL = -1000  # the key of the row of sums
_PLACES = {bucket: place for place, bucket in enumerate(Bucket)}
_DONE = (Bucket.DONE_ON_TIME, Bucket.DONE_LATE)
_OPEN = (Bucket.OPEN_IN_TIME, Bucket.OPEN_OVERDUE)
_LATE = (Bucket.DONE_LATE, Bucket.OPEN_OVERDUE)
_PARTS: dict[StatusFigure, tuple[Bucket, ...]] = {
    StatusFigure.TOTAL: (*_DONE, *_OPEN),
    StatusFigure.DONE: _DONE,
    StatusFigure.DONE_ON_TIME: (Bucket.DONE_ON_TIME,),
    StatusFigure.DONE_LATE: (Bucket.DONE_LATE,),
    StatusFigure.OPEN: _OPEN,
    StatusFigure.OPEN_IN_TIME: (Bucket.OPEN_IN_TIME,),
    StatusFigure.OPEN_OVERDUE: (Bucket.OPEN_OVERDUE,),
    StatusFigure.NO_DEADLINE: (Bucket.NO_DEADLINE,),
    StatusFigure.ON_HOLD: (Bucket.ON_HOLD,),
    # both without what was finished before it was due
    StatusFigure.DUE: (*_DONE, Bucket.OPEN_OVERDUE),
    StatusFigure.DUE_DONE: _DONE,
}


class TaskThen(NamedTuple):
    """What the table needs of a task as it stood when the day ended, its group worked out.

    A tuple and not a record: a register of 100,000 tasks is listed within a second.
    """

    id: TaskId
    group: int
    work_state: WorkState
    original_due: date | None
    due: date | None
    finished_on: date | None
    lead: int = 0  # the unit's id; 0 for none

    def deadline(self, basis: Basis) -> date | None:
        """Give the date the task is judged by; one without an original date has only its own."""
        if basis is Basis.ORIGINAL:
            return self.original_due or self.due
        return self.due


class AlikeThen(NamedTuple):
    """Tasks that stand in the same way: `one` of them, which is late the longest, speaks for all.

    Why: of a register of 100,000 each bucket of each group is judged once.
    """

    one: TaskThen
    ids: Sequence[TaskId]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusQuestion:
    """What is asked: the day whose end counts, by what, and from when on.

    Without `since` all that was ever finished counts; with it only what was finished in the
    period. `name` is the period's, for captions.
    """

    day: date
    since: date | None = None
    name: str = ""
    grouping: Grouping = Grouping.UNIT
    basis: Basis = Basis.EXTENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusGroup:
    """A row's subject; `name` is the full one for papers."""

    key: int
    label: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """The tasks of one group by where they stand; every number is their count."""

    group: StatusGroup
    tasks: Mapping[Bucket, tuple[TaskId, ...]]
    early: frozenset[TaskId]  # finished, though due only after the cut-off
    longest_delay: int = 0  # days, of what is overdue or was finished late

    def count(self, figure: StatusFigure) -> int:
        """Count the tasks behind a number."""
        found = sum(len(self.tasks[bucket]) for bucket in _PARTS[figure])
        return (
            found - len(self.early)
            if figure in (StatusFigure.DUE, StatusFigure.DUE_DONE)
            else found
        )

    def ids(self, figure: StatusFigure) -> tuple[TaskId, ...]:
        """Name the tasks behind a number."""
        found = tuple(task_id for bucket in _PARTS[figure] for task_id in self.tasks[bucket])
        if figure in (StatusFigure.DUE, StatusFigure.DUE_DONE):
            return tuple(task_id for task_id in found if task_id not in self.early)
        return found

    @property
    def counted(self) -> int:
        """Count every task of the row, those apart from the total included."""
        return sum(map(len, self.tasks.values()))

    @property
    def rate(self) -> float | None:
        """Give the share done of what was due; None when nothing was.

        Source: resources/docs/forms.md 5.1.
        """
        due = self.count(StatusFigure.DUE)
        return self.count(StatusFigure.DUE_DONE) / due if due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTable:
    """The answer; `previous` is the period before, None when none was asked for or there is none."""

    question: StatusQuestion
    rows: tuple[StatusRow, ...]
    total: StatusRow
    counted: int
    drafts: int = 0
    cancelled: int = 0
    finished_before: int = 0
    previous: "StatusTable | None" = None

    def row(self, key: int) -> StatusRow | None:
        """Find the row of a group; None when no task of it counts."""
        return next((row for row in self.rows if row.group.key == key), None)


def bucket(task: TaskThen, question: StatusQuestion) -> Bucket | None:
    """Say where a task stands at the end of the day; None when it does not count.

    Drafts and cancelled tasks do not count, nor does what was finished before the period.
    """
    state = task.work_state
    if state is WorkState.DRAFT or state is WorkState.CANCELLED:
        return None
    if state is WorkState.ON_HOLD:
        return Bucket.ON_HOLD
    deadline = task.deadline(question.basis)
    if state is WorkState.DONE:
        finished = task.finished_on or deadline
        if question.since is not None and finished is not None and finished < question.since:
            return None
        if deadline is None or finished is None:
            return Bucket.NO_DEADLINE
        return Bucket.DONE_ON_TIME if finished <= deadline else Bucket.DONE_LATE
    if deadline is None:
        return Bucket.NO_DEADLINE
    return Bucket.OPEN_OVERDUE if deadline < question.day else Bucket.OPEN_IN_TIME


def late_from_to(
    task: TaskThen, where: Bucket, question: StatusQuestion
) -> tuple[date, date] | None:
    """Give the deadline of a late task and the day its delay counts to; None when it is not late."""
    deadline = task.deadline(question.basis)
    until = task.finished_on if where is Bucket.DONE_LATE else question.day
    if where not in _LATE or deadline is None or until is None:
        return None
    return deadline, until


class _Judged(NamedTuple):
    """What a state and its dates say at a cut-off."""

    place: int  # of the bucket, for its members are slow to hash
    delay: int  # days
    is_early: bool


def _judge(task: TaskThen, question: StatusQuestion) -> _Judged | None:
    where = bucket(task, question)
    if where is None:
        return None
    late, deadline = late_from_to(task, where, question), task.deadline(question.basis)
    return _Judged(
        _PLACES[where],
        0 if late is None else (late[1] - late[0]).days,
        where in _DONE and deadline is not None and deadline > question.day,
    )


@dataclass(slots=True)
class _Counting:
    """One row in the making."""

    tasks: list[list[TaskId]] = field(default_factory=lambda: [[] for _ in Bucket])
    early: list[TaskId] = field(default_factory=list)
    longest: int = 0

    def take(self, ids: Sequence[TaskId], judged: "_Judged") -> None:
        self.tasks[judged.place] += ids
        if judged.delay > self.longest:
            self.longest = judged.delay
        if judged.is_early:
            self.early += ids

    def row(self, group: StatusGroup) -> StatusRow:
        return StatusRow(
            group=group,
            tasks=dict(zip(Bucket, map(tuple, self.tasks), strict=True)),
            early=frozenset(self.early),
            longest_delay=self.longest,
        )


def tabulate(
    tasks: Iterable[AlikeThen],
    groups: Sequence[StatusGroup],
    question: StatusQuestion,
    previous: StatusTable | None = None,
) -> StatusTable:
    """Count tasks into one row a group, in the order of the groups; empty groups are left out.

    A group that had tasks in the previous period stays, so that its sums are those of all.
    """
    made: defaultdict[int, _Counting] = defaultdict(_Counting)
    left: Counter[WorkState] = Counter()
    counted = 0
    for one, ids in tasks:
        judged = _judge(one, question)
        if judged is None:
            left[one.work_state] += len(ids)
            continue
        counted += len(ids)
        made[one.group].take(ids, judged)
    for row in previous.rows if previous is not None else ():
        made.setdefault(row.group.key, _Counting())
    rows = tuple(made[group.key].row(group) for group in groups if group.key in made)
    return StatusTable(
        question=question,
        rows=rows,
        total=_sum(rows),
        counted=counted,
        drafts=left[WorkState.DRAFT],
        cancelled=left[WorkState.CANCELLED],
        finished_before=left[WorkState.DONE],
        previous=previous,
    )


def _sum(rows: Sequence[StatusRow]) -> StatusRow:
    return StatusRow(
        group=StatusGroup(key=TOTAL, label="Tổng cộng", name="Tổng cộng"),
        tasks={
            where: tuple(task_id for row in rows for task_id in row.tasks[where])
            for where in Bucket
        },
        early=frozenset(task_id for row in rows for task_id in row.early),
        longest_delay=max((row.longest_delay for row in rows), default=0),
    )


def ensure_adds_up(table: StatusTable) -> None:
    """Refuse a table in which a task is missing, counted twice, or a sum is not its parts.

    Raises RuleViolation: status_does_not_add_up.
    """
    total = table.total
    ids = [task_id for row in table.rows for where in Bucket for task_id in row.tasks[where]]
    apart = total.count(StatusFigure.NO_DEADLINE) + total.count(StatusFigure.ON_HOLD)
    sums = (
        len(ids),
        len(set(ids)),
        total.counted,
        sum(row.counted for row in table.rows),
        total.count(StatusFigure.DONE) + total.count(StatusFigure.OPEN) + apart,
    )
    for found in sums:
        if found != table.counted:
            raise RuleViolation("status_does_not_add_up", counted=found, total=table.counted)
