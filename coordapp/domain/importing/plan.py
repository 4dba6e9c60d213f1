"""What an import would do, row by row, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.lines import PassReason
from coordapp.domain.importing.row import Assumed, LeadPolicy
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.units import Units
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.tasks.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Existing:
    """A task of the book, and what the register shows of it."""

    task: Task
    coordinating: tuple[UnitId, ...] = ()
    withheld: bool = False  # a draft that waits for its notice
    shown: Mapping[ImportColumn, str] = field(default_factory=dict)
    also_shown: Mapping[ImportColumn, str] = field(default_factory=dict)  # in another column
    is_parent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A cell that was not taken; rows from 1, columns from 0."""

    sheet: str
    row: int
    column: int
    title: str
    value: str
    error: RuleViolation = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDiff:
    """What one cell changes."""

    column: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One task of a table and what would be written for it.

    `rows` are all the rows its text runs over; `part` counts the tasks one row gives.
    """

    table: int
    row: int
    outcome: RowOutcome
    rows: tuple[int, ...] = ()
    part: int = 0
    task: Task | None = None
    coordinating: tuple[UnitId, ...] | None = None  # None: as they are
    result: str = ""  # a progress report, when there is something to report
    difficulty: str = ""
    changes: tuple[FieldDiff, ...] = ()
    problems: tuple[Problem, ...] = ()
    assumed: tuple[Assumed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A row that gives no task, and why."""

    sheet: str
    row: int
    reason: PassReason
    text: str = ""  # what it shows
    detail: str = ""  # which row it was joined to, what kind of table it is


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNote:
    """What a person should know of a table beside its rows."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """The tasks in the order of their rows, and every other row with its reason."""

    rows: tuple[PlannedRow, ...]
    passed: tuple[PassedOver, ...] = ()
    notes: tuple[PlanNote, ...] = ()
    unknown: tuple[str, ...] = ()  # units the book does not know, once each
    spellings: Mapping[str, UnitId] = field(default_factory=dict)  # proposed for names

    def count(self, outcome: RowOutcome) -> int:
        """Count the rows of an outcome."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def written(self) -> int:
        """Count the rows that the register does not hold like this yet."""
        return sum(map(self.count, (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.BARE)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give every cell that was not taken."""
        return tuple(problem for row in self.rows for problem in row.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the plan needs to know of the register."""

    by_code: Mapping[str, Existing]
    units: Units
    days: DayContext
    policy: LeadPolicy = LeadPolicy.ASK
    # rows of a list: every row is a task, none a total or a signature, and the column of the work
    # holds the title alone, with no content below it
    on_screen: bool = False
    keeps_bare: bool = True  # of a secret row number and date; else it is not taken at all
