"""What the register shows: a filter as a value, put to rows already read or to the store."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress

from coordapp.domain.committee.unit import Unit
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.clarity import ClearPoint, marks
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import CLOSED, DeadlineState, WorkState
from coordapp.domain.words.labels import DEADLINE_STATE
from coordapp.ui.kit.navigation import TaskChip

ANY = "any"
# the last two: due this very day, only gathers what was divided among units
Standing = tuple[DeadlineState, WorkState, bool, bool]
# what is followed up: neither ended nor still waiting to be given
_NOT_OPEN = CLOSED | {WorkState.DRAFT}
# key, words, which standings belong to it
CHIPS: tuple[tuple[TaskChip, str, Callable[[DeadlineState, WorkState, bool], bool]], ...] = (
    (TaskChip.ALL, "Tất cả", lambda deadline, state, today: state is not WorkState.DRAFT),
    (TaskChip.OVERDUE, "Quá hạn", lambda deadline, state, today: deadline is DeadlineState.OVERDUE),
    (
        TaskChip.TODAY,
        "Đến hạn hôm nay",
        lambda deadline, state, today: today and deadline is DeadlineState.DUE_SOON,
    ),
    (
        TaskChip.SOON,
        DEADLINE_STATE[DeadlineState.DUE_SOON],
        lambda deadline, state, today: deadline is DeadlineState.DUE_SOON,
    ),
    (
        TaskChip.WAITING,
        "Chờ xác nhận",
        lambda deadline, state, today: state is WorkState.AWAITING_CONFIRMATION,
    ),
    (TaskChip.OPEN, "Đang theo dõi", lambda deadline, state, today: state not in _NOT_OPEN),
    (TaskChip.DONE, "Hoàn thành", lambda deadline, state, today: state is WorkState.DONE),
    (
        TaskChip.NONE,
        "Không hạn",
        lambda deadline, state, today: (
            deadline is DeadlineState.NO_DEADLINE and state is not WorkState.DRAFT
        ),
    ),
    (TaskChip.DRAFT, "Dự thảo", lambda deadline, state, today: state is WorkState.DRAFT),
    (TaskChip.GATHERING, "Nhiệm vụ chung", lambda deadline, state, today: True),
)
_MATCH = {key: match for key, _, match in CHIPS}
_DEADLINES = {
    TaskChip.OVERDUE: DeadlineState.OVERDUE,
    TaskChip.TODAY: DeadlineState.DUE_SOON,
    TaskChip.SOON: DeadlineState.DUE_SOON,
    TaskChip.NONE: DeadlineState.NO_DEADLINE,
}
_EVERY = frozenset(WorkState)
_STATES = {
    TaskChip.ALL: _EVERY - {WorkState.DRAFT},
    TaskChip.WAITING: frozenset({WorkState.AWAITING_CONFIRMATION}),
    TaskChip.OPEN: _EVERY - _NOT_OPEN,
    TaskChip.NONE: _EVERY - {WorkState.DRAFT},
    TaskChip.DRAFT: frozenset({WorkState.DRAFT}),
    TaskChip.DONE: frozenset({WorkState.DONE}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """Everything a person chose above the list; what is None or empty filters nothing."""

    chip: TaskChip = TaskChip.ALL
    unit: Unit | None = None
    conference: Conference | None = None
    year: int | None = None
    state: WorkState | None = None
    lacking: tuple[ClearPoint, ...] = ()  # not all of these are clear
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell that everything is shown."""
        return self == TaskFilter()

    def narrowed(self, rows: Iterable[TaskRow]) -> list[TaskRow]:
        """Keep the rows that fit all but the chip and the text."""
        if replace(self, chip=TaskChip.ALL, text="").is_empty:
            return list(rows)
        return [row for row in rows if self._fits(row)]

    def _fits(self, row: TaskRow) -> bool:
        if self.state not in (None, row.task.work_state):
            return False
        if self.year is not None and self.year != year_of(row):
            return False
        if self.conference is not None and self.conference.code != row.conference_code:
            return False
        if self.lacking and not _lacks(row, self.lacking):
            return False
        return self.unit is None or _concerns(row, self.unit)

    def query(self) -> TaskQuery:
        """Say the same to the store, for papers."""
        states = _EVERY if self.state is None else frozenset({self.state})
        states &= _STATES.get(self.chip, _EVERY)
        deadline = _DEADLINES.get(self.chip)
        return TaskQuery(
            text=self.text,
            work_states=frozenset() if states == _EVERY else states,
            deadline_states=frozenset() if deadline is None else frozenset({deadline}),
            unit_id=None if self.unit is None else self.unit.id,
            conference_id=None if self.conference is None else self.conference.id,
            year=self.year,
            due_today=self.chip == TaskChip.TODAY,
            without_parents=self.chip != TaskChip.GATHERING,
            only_parents=self.chip == TaskChip.GATHERING,
        )


class FilterResult:
    """Rows that fit all but the chip: counted once, and sieved chip by chip.

    Ids and standings are told beside the rows, for 100,000 rows are asked at each key.
    """

    def __init__(
        self, rows: list[TaskRow], ids: list[TaskId], standings: list[int], known: list[Standing]
    ) -> None:
        self.rows = rows
        self._ids = ids
        self._standings = standings  # numbers of those known: a standing is slow to hash
        self._known = known
        self.counts = self._count()

    @classmethod
    def of(cls, rows: list[TaskRow], today: date) -> "FilterResult":
        """Work out where each row stands."""
        numbers: dict[Standing, int] = {}
        standings = [
            numbers.setdefault(
                (row.deadline, row.task.work_state, row.task.due == today, bool(row.children)),
                len(numbers),
            )
            for row in rows
        ]
        return cls(rows, [row.task.id for row in rows], standings, list(numbers))

    def found(self, ids: Collection[int]) -> "FilterResult":
        """Keep those that a text found, in their order."""
        kept = list(map(ids.__contains__, self._ids))
        if all(kept):
            return self
        return FilterResult(
            list(compress(self.rows, kept)),
            list(compress(self._ids, kept)),
            list(compress(self._standings, kept)),
            self._known,
        )

    def _count(self) -> dict[str, int]:
        """Count by chip the rows that it shows."""
        counted = Counter(self._standings)
        return {key: sum(counted[number] for number in self._wanted(key)) for key, _, _ in CHIPS}

    def _wanted(self, chip: TaskChip) -> set[int]:
        return {n for n, standing in enumerate(self._known) if _belongs(standing, chip)}

    def chosen(self, chip: TaskChip) -> list[TaskRow]:
        """Keep the rows that fit the chip."""
        wanted = self._wanted(chip)
        if len(wanted) == len(self._known):
            return self.rows
        return list(compress(self.rows, map(wanted.__contains__, self._standings)))


class FilterResults:
    """The rows of the last filter, and of the last one without text: a search is often taken back."""

    def __init__(self, ids_by_text: Callable[[str], Collection[int]]) -> None:
        """Ask for a text by the store, for it also searches what is not in the rows."""
        self._ids_by_text = ids_by_text
        self._ids: dict[str, Collection[int]] = {}
        self._kept: dict[TaskFilter, FilterResult] = {}

    def forget(self) -> None:
        """Narrow anew, for the rows or their order changed."""
        self._kept.clear()
        self._ids.clear()

    def of(self, whole: TaskFilter, read: Callable[[TaskFilter], FilterResult]) -> FilterResult:
        """Give the rows of a filter without chip; those without text are read when not known."""
        if whole in self._kept:
            return self._kept[whole]
        if not whole.text:
            self._kept = {whole: read(whole)}
            return self._kept[whole]
        plain = replace(whole, text="")
        found = self.of(plain, read).found(self._found(whole.text))
        self._kept = {plain: self._kept[plain], whole: found}
        return found

    def _found(self, text: str) -> Collection[int]:
        if text not in self._ids:
            self._ids = {text: self._ids_by_text(text)}
        return self._ids[text]


def place_of(row: TaskRow) -> TaskChip:
    """Give the chip under which a row stands: drafts and what only gathers have their own."""
    if row.children:
        return TaskChip.GATHERING
    return TaskChip.DRAFT if row.task.work_state is WorkState.DRAFT else TaskChip.ALL


def _belongs(standing: Standing, chip: TaskChip) -> bool:
    deadline, state, today, gathers = standing
    return gathers is (chip is TaskChip.GATHERING) and _MATCH[chip](deadline, state, today)


def years(rows: Iterable[TaskRow]) -> list[int]:
    """List the years of the rows, newest first."""
    years = {year_of(row) for row in rows}
    return sorted((year for year in years if year is not None), reverse=True)


def year_of(row: TaskRow) -> int | None:
    """Say in which year a task was assigned, else falls due."""
    day = row.task.assigned_on or row.task.due
    return None if day is None else day.year


def _lacks(row: TaskRow, points: Sequence[ClearPoint]) -> bool:
    """Tell whether a task lacks a mark; what is closed is not asked, nor who only gathers."""
    if row.children or row.task.is_closed:
        return False
    return not all(marks(row.task, points))


def _concerns(row: TaskRow, unit: Unit) -> bool:
    # a row names the units that take part by their short names, which no two units share
    return row.task.lead_unit_id == unit.id or unit.short_name in row.coordinating
