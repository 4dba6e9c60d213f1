"""What an import would do, row by row, before anything is written.

A row with a code of the book updates that task: a blank cell changes nothing, `(xóa)` empties a
field, and a cell that shows what the register itself shows changes nothing either, so that a
register written by this program and read again is the identity. A row without one is a new task,
unless the book already has a task of the same work, lead unit and deadline: importing the same
file twice changes nothing. One cell that cannot be read rejects its row as a whole.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coordapp.domain.importing import cells
from coordapp.domain.importing.header import Header, ImportColumn
from coordapp.domain.importing.row import Made
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.tasks.task import Task, WorkState

Step = Callable[[int, int], None]
_TOLD = 20  # rows between two words about how far it is
_OUR_CODE = re.compile(r"NV-\d{4}-\d{3,}")
_OLD_CODE = "Mã cũ: "
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))  # as Word writes them
COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?")
_FOOTERS = (
    "tong so", "tong cong", "cong", "nguoi lap", "noi nhan", "khong co nhiem vu nao",
    "truong ban", "thu ky", "ghi chu",
)  # fmt: skip
# what is shown of a parent here comes from its children
_ROLLED_UP = frozenset(
    {ImportColumn.DUE, ImportColumn.STATE, ImportColumn.PERCENT, ImportColumn.FINISHED}
)
_CLEARABLE = frozenset(
    {
        ImportColumn.CONTENT, ImportColumn.PRODUCT, ImportColumn.LEAD, ImportColumn.COORDINATING, ImportColumn.FOCAL, ImportColumn.DUE,
        ImportColumn.PERCENT, ImportColumn.NOTE, ImportColumn.SOURCE,
    }
)  # fmt: skip


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

    row: int
    column: int
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
    """One row of the table and what would be written for it."""

    row: int
    outcome: RowOutcome
    task: Task | None = None
    coordinating: tuple[UnitId, ...] | None = None  # None: as they are
    result: str = ""  # a progress report, when there is something to report
    difficulty: str = ""
    changes: tuple[FieldDiff, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """The rows in their order; what is no task is left out."""

    rows: tuple[PlannedRow, ...]

    def count(self, outcome: RowOutcome) -> int:
        """Count the rows that come to an outcome."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def written(self) -> int:
        """Count the rows that the register does not hold like this yet."""
        return self.count(RowOutcome.NEW) + self.count(RowOutcome.CHANGED)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give every cell that was not taken."""
        return tuple(problem for row in self.rows for problem in row.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the plan needs to know of the register."""

    by_code: Mapping[str, Existing]
    units: cells.Units
    today: date
    # rows of a list: every row is a task, none a total or a signature, and the column of the work
    # holds the title alone, with no content below it
    on_screen: bool = False


def make_plan(
    sheet: Sheet,
    header: Header,
    book: Book,
    *,
    hidden: bool = True,
    step: Step = lambda _done, _total: None,
) -> ImportPlan:
    """Plan the import of one table; without `hidden` rows that the sheet hides are left out."""
    return ImportPlan(rows=tuple(_Planner(sheet, header, book).rows(step, hidden=hidden)))


class _Planner:
    """Goes down the rows and remembers what was met."""

    def __init__(self, sheet: Sheet, header: Header, book: Book) -> None:
        self._sheet, self._header, self._book = sheet, header, book
        self._columns = {held: column for column, held in header.fields.items()}
        self._seen: set[str] = set()
        self._heading: UnitId | None = None
        self._present = Counter(
            key for known in book.by_code.values() for key in _keys_of(known.task)
        )
        self._taken: Counter[_Key] = Counter()

    def rows(self, step: Step, *, hidden: bool) -> Iterator[PlannedRow]:
        below_blank = False
        numbered = False
        for number, values in enumerate(self._sheet.rows, start=1):
            if number % _TOLD == 0:
                step(number, len(self._sheet.rows))
            if number <= self._header.last or (not hidden and number in self._sheet.hidden_rows):
                continue
            given = self._given(values)
            if not given:
                below_blank = True
                continue
            is_numbered = (
                ImportColumn.NUMBER in given and cells.as_text(given[ImportColumn.NUMBER]).isdigit()
            )
            if self._is_end(given, below_blank and numbered and not is_numbered):
                return
            if self._is_heading(given, values):
                continue
            numbered |= is_numbered
            yield self._planned(number, given)

    def _given(self, values: Sequence[Value]) -> dict[ImportColumn, Value]:
        return {
            held: values[column]
            for held, column in self._columns.items()
            if column < len(values) and not cells.is_blank(values[column])
        }

    def _is_end(self, given: Mapping[ImportColumn, Value], is_below: bool) -> bool:
        """Tell totals and signatures from tasks: they have no number, and other words."""
        if is_below:
            return True
        if self._book.on_screen or ImportColumn.NUMBER in given or ImportColumn.CODE in given:
            return False
        first = fold(one_line(cells.as_text(next(iter(given.values())))))
        return any(first == word or first.startswith(f"{word} ") for word in _FOOTERS)

    def _is_heading(self, given: Mapping[ImportColumn, Value], values: Sequence[Value]) -> bool:
        texts = [cells.as_text(value).strip() for value in given.values()]
        if len(texts) > 2 and all(COLUMN_NUMBER.fullmatch(text) for text in texts):
            return True  # the row of "(1) (2) (3)" below a header
        if ImportColumn.NUMBER not in self._columns or ImportColumn.CODE in given:
            return False
        number = cells.as_text(given.get(ImportColumn.NUMBER, "")).strip(" .)")
        others = set(given) - {ImportColumn.NUMBER}
        if number.isdigit() or len(others) > 1 or not (others or number):
            return False
        text = cells.as_text(given[next(iter(others))]) if others else number
        # tasks below the name of a unit are that unit's, when no column says whose they are
        self._heading = self._book.units.find(text) or self._heading
        return True

    # --- one row

    def _planned(self, number: int, given: dict[ImportColumn, Value]) -> PlannedRow:
        reading = _Reading(self._sheet, self._columns, number)
        reading.refuse_uncalculated()
        try:
            code, rest = self._code(given)
        except RuleViolation as error:
            problem = reading.problem(ImportColumn.CODE, given.get(ImportColumn.CODE, ""), error)
            return PlannedRow(row=number, outcome=RowOutcome.REJECTED, problems=(problem,))
        known = self._book.by_code.get(code)
        if known is not None:
            planned = self._update(number, rest, known, reading)
        else:
            planned = self._new(number, rest, reading)
        if reading.problems:
            return PlannedRow(
                row=number, outcome=RowOutcome.REJECTED, problems=tuple(reading.problems)
            )
        return planned

    def _code(self, given: dict[ImportColumn, Value]) -> tuple[str, dict[ImportColumn, Value]]:
        """Find the code in its column, or where our own register writes it: atop the note."""
        rest = dict(given)
        code = _as_code(cells.as_text(rest.pop(ImportColumn.CODE, "")))
        if not code and ImportColumn.NOTE in given:
            first, _, others = cells.as_text(given[ImportColumn.NOTE]).partition("\n")
            if _OUR_CODE.fullmatch(first.strip()):
                code = first.strip()
                rest.pop(ImportColumn.NOTE)
                if others.strip():
                    rest[ImportColumn.NOTE] = others
        if not code:
            return "", rest
        if code not in self._book.by_code:
            if self._book.on_screen or _OUR_CODE.fullmatch(code):
                raise RuleViolation("code_unknown", code=code)
            note = cells.as_text(rest.get(ImportColumn.NOTE, ""))
            rest[ImportColumn.NOTE] = "\n".join(filter(None, (f"{_OLD_CODE}{code}", note)))
            return "", rest
        if code in self._seen:
            raise RuleViolation("code_repeated", code=code)
        self._seen.add(code)
        return code, rest

    def _update(
        self, number: int, given: dict[ImportColumn, Value], known: Existing, reading: "_Reading"
    ) -> PlannedRow:
        changed: dict[ImportColumn, Value] = {
            held: value
            for held, value in given.items()
            if held is not ImportColumn.NUMBER and not _is_shown(value, held, known)
        }
        if not changed:
            return PlannedRow(row=number, outcome=RowOutcome.SAME, task=known.task)
        # a state that is there and unchanged is said all the same
        made = Made(task=known.task, says_state=ImportColumn.STATE in given)
        for held in _ORDER:
            if held in changed:
                reading.take(held, changed[held], self._changer(made, held, known))
        if known.withheld and made.task.work_state not in (WorkState.DRAFT, WorkState.CANCELLED):
            said = ImportColumn.STATE if ImportColumn.STATE in changed else ImportColumn.FINISHED
            error = RuleViolation("task_withheld", code=known.task.code)
            reading.problems.append(reading.problem(said, changed[said], error))
        changes = tuple(
            FieldDiff(
                column=self._columns[held],
                before=known.shown.get(held, ""),
                after="" if cells.is_cleared(value) else cells.as_text(value),
            )
            for held, value in changed.items()
        )
        same = made.task == known.task and not made.result and not made.difficulty
        if same and set(known.coordinating) == set(_given(made.coordinating, known.coordinating)):
            return PlannedRow(row=number, outcome=RowOutcome.SAME, task=known.task)
        return PlannedRow(
            row=number,
            outcome=RowOutcome.CHANGED,
            task=made.task,
            coordinating=made.coordinating,
            result=made.result,
            difficulty=made.difficulty,
            changes=changes,
        )

    def _new(
        self, number: int, given: dict[ImportColumn, Value], reading: "_Reading"
    ) -> PlannedRow:
        empty = Task(id=TaskId(0), code="", title="", lead_unit_id=self._heading)
        made = Made(task=empty, is_new=True)
        for held in _ORDER:
            if held in given and not cells.is_cleared(given[held]):
                reading.take(held, given[held], self._setter(made, held))
        if not made.task.title.strip():
            error = RuleViolation("title_missing")
            reading.problems.append(reading.problem(ImportColumn.WORK, "", error))
        key = _key(made.task, made.task.due)
        if self._taken[key] < self._present[key]:
            self._taken[key] += 1
            return PlannedRow(row=number, outcome=RowOutcome.SAME)
        return PlannedRow(
            row=number,
            outcome=RowOutcome.NEW,
            task=made.task,
            coordinating=made.coordinating or (),
            result=made.result,
            difficulty=made.difficulty,
        )

    def _setter(self, made: Made, held: ImportColumn) -> Callable[[Value], None]:
        splits = ImportColumn.CONTENT not in self._columns and not self._book.on_screen
        return lambda value: made.put(
            held, value, self._book.units, self._book.today, splits=splits
        )

    def _changer(self, made: Made, held: ImportColumn, known: Existing) -> Callable[[Value], None]:
        put = self._setter(made, held)

        def change(value: Value) -> None:
            if known.is_parent and held in _ROLLED_UP:
                raise RuleViolation("parent_rolls_up", code=known.task.code)
            put(value)

        return change


# days before states, so that a finished task is first given its deadline
_ORDER = (
    ImportColumn.WORK, ImportColumn.CONTENT, ImportColumn.PRODUCT, ImportColumn.SOURCE, ImportColumn.LEAD, ImportColumn.COORDINATING,
    ImportColumn.FOCAL, ImportColumn.ASSIGNED, ImportColumn.URGENCY, ImportColumn.DUE, ImportColumn.NOTE, ImportColumn.STATE,
    ImportColumn.FINISHED, ImportColumn.PERCENT, ImportColumn.PROGRESS, ImportColumn.DIFFICULTY,
)  # fmt: skip


class _Reading:
    """Collects what could not be taken from the cells of one row."""

    def __init__(self, sheet: Sheet, columns: Mapping[ImportColumn, int], row: int) -> None:
        self._uncalculated = sheet.uncalculated
        self._columns = columns
        self._row = row
        self.problems: list[Problem] = []

    def refuse_uncalculated(self) -> None:
        """Note formulas that show nothing: nobody knows what they would have said."""
        for held, column in self._columns.items():
            if (self._row, column + 1) in self._uncalculated and held is not ImportColumn.NUMBER:
                error = RuleViolation("formula_without_value")
                self.problems.append(self.problem(held, "", error))

    def take(self, held: ImportColumn, value: Value, put: Callable[[Value], None]) -> None:
        """Put a value, or note why not."""
        try:
            if cells.is_cleared(value) and held not in _CLEARABLE:
                raise RuleViolation("not_clearable")
            put(value)
        except RuleViolation as error:
            self.problems.append(self.problem(held, value, error))

    def problem(self, held: ImportColumn, value: Value, error: RuleViolation) -> Problem:
        """Tell a cell that was not taken."""
        column = self._columns.get(held, 0)
        if held is ImportColumn.CODE and ImportColumn.CODE not in self._columns:
            column = self._columns.get(ImportColumn.NOTE, 0)
        return Problem(row=self._row, column=column, value=cells.as_text(value), error=error)


_Key = tuple[str, UnitId | None, date | None]


def _key(task: Task, due: date | None) -> _Key:
    text = one_line(f"{task.title} {task.content}")
    return fold(text), task.lead_unit_id, due


def _keys_of(task: Task) -> set[_Key]:
    return {_key(task, task.due), _key(task, task.original_due)}


def _as_code(typed: str) -> str:
    """Give a code of ours however its letters and dashes are written; others stay as they are."""
    ours = typed.strip().translate(_DASHES).upper()
    return ours if _OUR_CODE.fullmatch(ours) else typed.strip()


def _given(found: tuple[UnitId, ...] | None, before: tuple[UnitId, ...]) -> tuple[UnitId, ...]:
    return before if found is None else found


def _is_shown(value: Value, held: ImportColumn, known: Existing) -> bool:
    shown = [texts[held] for texts in (known.shown, known.also_shown) if held in texts]
    return cells.as_text(value).strip() in [cells.as_text(text).strip() for text in shown or [""]]
