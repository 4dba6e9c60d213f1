"""What one row of a table would change: a task of the book, or a new one."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.importing.assembly import AssembledRow
from coordapp.domain.importing.headings import HeadingScope
from coordapp.domain.importing.layout.columns import ImportColumn, plain
from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.marks import marks_in
from coordapp.domain.importing.plan import Book, Existing, FieldDiff, PlannedRow, Problem
from coordapp.domain.importing.row import LeadPolicy, RowContext, TaskInMaking
from coordapp.domain.importing.secret_cells import bare_of, secret_cell
from coordapp.domain.importing.values import cells, day_order, shares
from coordapp.domain.importing.workbook import RowOutcome, Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.office_code import with_office_code
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.domain.words.labels import WORK_STATE

_OUR_CODE = re.compile(r"NV-\d{4}-\d{3,}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))  # as Word writes them
# what is shown of a parent here comes from its children
_ROLLED_UP = frozenset(
    (ImportColumn.DUE, ImportColumn.STATE, ImportColumn.PERCENT, ImportColumn.FINISHED)
)
_CLEARABLE = frozenset(
    (ImportColumn.CONTENT, ImportColumn.PRODUCT, ImportColumn.LEAD, ImportColumn.COORDINATING,
     ImportColumn.FOCAL, ImportColumn.DUE, ImportColumn.PERCENT, ImportColumn.NOTE, ImportColumn.SOURCE)
)  # fmt: skip
# days before states, so that a finished task is first given its deadline; the state before the
# accounts, which may say one themselves
_ORDER = (
    ImportColumn.WORK, ImportColumn.CONTENT, ImportColumn.PRODUCT, ImportColumn.SOURCE, ImportColumn.LEAD,
    ImportColumn.COORDINATING, ImportColumn.FOCAL, ImportColumn.ASSIGNED, ImportColumn.URGENCY,
    ImportColumn.DUE, ImportColumn.EXTENDED, ImportColumn.NOTE, ImportColumn.STATE, ImportColumn.FINISHED,
    ImportColumn.PERCENT, ImportColumn.PROGRESS, ImportColumn.DIFFICULTY,
)  # fmt: skip
# a text that is struck through in part there is still worth reading
_ACCOUNTS = frozenset((ImportColumn.NOTE, ImportColumn.PROGRESS, ImportColumn.DIFFICULTY))


# what a column of bare numbers may count, and how many a year has
_PERIODS = {"thang": ("tháng", 12), "quy": ("quý", 4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class InheritedLead:
    """What a row has from above: the unit of its heading, or the one its parent is led by."""

    unit: UnitId | None = None
    typed: str = ""
    unknown: str = ""
    is_parent: bool = False
    is_above: bool = False  # said of the whole table

    @classmethod
    def of(cls, headings: HeadingScope) -> "InheritedLead":
        """Take what the headings above say."""
        return cls(
            unit=headings.unit,
            typed=headings.typed,
            unknown=headings.unknown,
            is_above=headings.is_above,
        )


class TableReading:
    """Reads the rows of one table; what it met before tells a code used twice."""

    def __init__(self, table: TaskTable, number: int, book: Book) -> None:
        self.table, self.number, self.book = table, number, book
        self.columns = {held: column for column, held in table.header.fields.items()}
        self.context = RowContext(
            units=book.units,
            days=replace(book.days, year=table.year or usual_year(table) or book.days.year),
            policy=_policy(table, book.policy),
            in_hundred=shares.counts_in_hundred(self._values(ImportColumn.PERCENT)),
            turned_days=day_order.is_suspect(self._values(ImportColumn.DUE)),
        )
        self.codes: dict[str, int] = {}  # of the office, and the row that has each
        self.unknown: dict[str, None] = {}  # units the book does not know
        self.spellings: dict[str, UnitId] = {}  # proposed for names

    def _values(self, held: ImportColumn) -> list[Value]:
        column = self.columns.get(held)
        if column is None:
            return []
        rows = self.table.sheet.rows[self.table.header.last : self.table.last]
        return [row[column] for row in rows if column < len(row)]

    def planned(self, assembled: AssembledRow, inherited: InheritedLead) -> list[PlannedRow]:
        """Plan one row; one with two leading units may be a task for each."""
        given = dict(assembled.line.view.given)
        parts = self._parts(given)
        return [
            self._read(assembled, inherited, part if len(parts) > 1 else 0, values)
            for part, values in enumerate(parts, start=1)
        ]

    def _read(
        self,
        assembled: AssembledRow,
        inherited: InheritedLead,
        part: int,
        given: dict[ImportColumn, Value],
    ) -> PlannedRow:
        reading = RowReading(self, assembled, inherited, part)
        planned = reading.planned(given)
        if reading.made is not None:
            self.unknown.update(dict.fromkeys(reading.made.unknown))
            self.spellings |= reading.made.spellings
        return self._bare(planned, given) if planned.outcome is RowOutcome.REJECTED else planned

    def _bare(self, refused: PlannedRow, given: dict[ImportColumn, Value]) -> PlannedRow:
        """Keep number and date of a row refused for its degree alone, unless the book has its code."""
        secret = secret_cell(self.table, refused.row)
        ours = _OUR_CODE.fullmatch(_as_code(cells.typed(given.get(ImportColumn.CODE, ""))))
        if secret is None or ours or len(refused.problems) > 1 or not self.book.keeps_bare:
            return refused
        kept = bare_of(given, secret[2], self.context.days)
        if kept is None:
            return refused
        task, assumed = kept
        return replace(
            refused,
            outcome=RowOutcome.BARE,
            task=task,
            coordinating=(),
            problems=(),
            assumed=(assumed,),
        )

    def _parts(self, given: dict[ImportColumn, Value]) -> list[dict[ImportColumn, Value]]:
        if self.context.policy is not LeadPolicy.SPLIT or ImportColumn.LEAD not in given:
            return [given]
        found = self.book.units.read(cells.lines(given[ImportColumn.LEAD]))
        if len(found.units) < 2 or found.unknown:
            return [given]
        names = map(self.book.units.name, found.units)
        return [{**given, ImportColumn.LEAD: name} for name in names]


def _policy(table: TaskTable, chosen: LeadPolicy) -> LeadPolicy:
    """Take the first unit for the leading one where one column is said to hold all."""
    column = table.header.column(ImportColumn.LEAD)
    said = "" if column is None else plain(table.header.title(column))
    is_of_all = "chu tri" in said and "phoi hop" in said
    return LeadPolicy.FIRST if is_of_all and chosen is LeadPolicy.ASK else chosen


def usual_year(table: TaskTable) -> int | None:
    """Give the year that most deadlines of a table name, where its titles name none."""
    column = table.header.column(ImportColumn.DUE)
    if column is None:
        return None
    years: Counter[int] = Counter()
    for row in table.sheet.rows[table.header.last :]:
        value = row[column] if column < len(row) else ""
        if isinstance(value, date):
            years[value.year] += 1
        elif isinstance(value, str) and (found := _YEAR.search(value)):
            years[int(found[1])] += 1
    year, count = years.most_common(1)[0] if years else (0, 0)
    return year if count * 2 > sum(years.values()) else None


class RowReading:
    """Reads one row, and collects what could not be taken from its cells."""

    def __init__(
        self, table: TableReading, assembled: AssembledRow, inherited: InheritedLead, part: int
    ) -> None:
        self._reading, self._table, self._book = table, table.table, table.book
        self._row = assembled.line.view.row
        self._rows = assembled.rows
        self._as_above = assembled.line.view.as_above
        self._inherited, self._part = inherited, part
        self._problems: list[Problem] = []
        self._made: TaskInMaking | None = None

    def planned(self, given: dict[ImportColumn, Value]) -> PlannedRow:
        """Say what would be written for the row."""
        self._refuse_uncalculated()
        if (secret := secret_cell(self._table, self._row)) is not None:
            column, value, degree = secret
            self._refuse_at(column, value, RuleViolation("secret_refused", secrecy=degree))
            return self._outcome(RowOutcome.REJECTED)
        try:
            code, rest = self._code(given)
        except RuleViolation as error:
            self._refuse(ImportColumn.CODE, given.get(ImportColumn.CODE, ""), error)
            return self._outcome(RowOutcome.REJECTED)
        known = self._book.by_code.get(code)
        planned = self._new(code, rest) if known is None else self._update(rest, known)
        return self._outcome(RowOutcome.REJECTED) if self._problems else planned

    def _outcome(self, outcome: RowOutcome, task: Task | None = None) -> PlannedRow:
        made = self._made
        return PlannedRow(
            table=self._reading.number,
            row=self._row,
            rows=self._rows,
            part=self._part,
            outcome=outcome,
            task=task,
            problems=tuple(self._problems),
            assumed=tuple(made.assumed) if made is not None else (),
        )

    # --- the code

    def _code(self, given: dict[ImportColumn, Value]) -> tuple[str, dict[ImportColumn, Value]]:
        """Find the code in its column, or where our own register writes it: atop the note."""
        rest = dict(given)
        if cells.is_failed(rest.get(ImportColumn.CODE, "")):
            raise RuleViolation("cell_failed", value=cells.typed(rest[ImportColumn.CODE]))
        code = _as_code(cells.typed(rest.pop(ImportColumn.CODE, "")))
        if not code and ImportColumn.NOTE in given:
            first, _, others = cells.as_text(given[ImportColumn.NOTE]).partition("\n")
            if _OUR_CODE.fullmatch(first.strip()):
                code = first.strip()
                rest.pop(ImportColumn.NOTE)
                if others.strip():
                    rest[ImportColumn.NOTE] = others
        if not code or code in self._book.by_code:
            self._ensure_once(code)
            return code, rest
        if self._book.on_screen or _OUR_CODE.fullmatch(code):
            raise RuleViolation("code_unknown", code=code)
        return code, rest

    def _ensure_once(self, code: str) -> None:
        if code and self._reading.codes.setdefault(code, self._row) != self._row:
            raise RuleViolation("code_repeated", code=code)

    def _keep_office_code(self, made: TaskInMaking, code: str) -> None:
        """Keep the code of the office in the note; one used twice stays with both, and is told."""
        if not code:
            return
        made.task = replace(made.task, note=with_office_code(made.task.note, code))
        first = self._reading.codes.setdefault(code, self._row)
        if first != self._row:
            made.assume(ImportColumn.CODE, code, "code_repeated", row=str(first))

    # --- a task of the book

    def _update(self, given: dict[ImportColumn, Value], known: Existing) -> PlannedRow:
        changed: dict[ImportColumn, Value] = {
            held: value
            for held, value in given.items()
            if held is not ImportColumn.NUMBER and not _is_shown(value, held, known)
        }
        if not changed:
            return self._outcome(RowOutcome.SAME, known.task)
        keeps_lines = ImportColumn.CONTENT not in self._reading.columns and not self._book.on_screen
        made = TaskInMaking(
            task=known.task,
            context=replace(self._reading.context, keeps_lines=keeps_lines),
            # a state that is there and unchanged is said all the same
            says_state=ImportColumn.STATE in given,
        )
        self._made = made
        for held in _ORDER:
            if held in changed:
                self._take(held, changed[held], _changer(made, held, known))
        if known.withheld and made.task.work_state not in (WorkState.DRAFT, WorkState.CANCELLED):
            said = ImportColumn.STATE if ImportColumn.STATE in changed else ImportColumn.FINISHED
            error = RuleViolation("task_withheld", code=known.task.code)
            self._refuse(said, changed.get(said, ""), error)
        return self._changed(made, known, changed)

    def _changed(
        self, made: TaskInMaking, known: Existing, changed: Mapping[ImportColumn, Value]
    ) -> PlannedRow:
        coordinating = known.coordinating if made.coordinating is None else made.coordinating
        is_same = made.task == known.task and not made.result and not made.difficulty
        if is_same and set(known.coordinating) == set(coordinating):
            return self._outcome(RowOutcome.SAME, known.task)
        changes = tuple(
            FieldDiff(
                column=self._reading.columns[held],
                before=known.shown.get(held, ""),
                after="" if cells.is_cleared(value) else cells.as_text(value),
            )
            for held, value in changed.items()
        )
        return replace(
            self._outcome(RowOutcome.CHANGED, made.task),
            coordinating=made.coordinating,
            result=made.result,
            difficulty=made.difficulty,
            changes=changes,
        )

    # --- a new task

    def _new(self, code: str, given: dict[ImportColumn, Value]) -> PlannedRow:
        empty = Task(id=TaskId(0), code="", title="")
        made = TaskInMaking(task=empty, is_new=True, context=self._reading.context)
        self._made = made
        if ImportColumn.LEAD not in given:
            self._inherit(made)
        marked = self._take_marks(made) if self._table.header.ticks else None
        for held in _ORDER:
            if held is ImportColumn.STATE and marked is not None:
                self._move(made, marked)
            if held in given and not cells.is_cleared(given[held]):
                self._take_cell(made, held, self._in_period(held, given[held]))
            if held in given and held in self._as_above:
                made.assume(held, cells.typed(given[held]), "as_above")
        self._strike_out(made)
        self._keep_office_code(made, code)
        if not made.task.title and not any(
            p.column == self._column(ImportColumn.WORK) for p in self._problems
        ):
            self._refuse(ImportColumn.WORK, "", RuleViolation("title_missing"))
        made.conclude(says_finished=ImportColumn.FINISHED in given)
        return replace(
            self._outcome(RowOutcome.NEW, made.task),
            coordinating=made.coordinating or (),
            result=made.result,
            difficulty=made.difficulty,
        )

    def _in_period(self, held: ImportColumn, value: Value) -> Value:
        """Say of what a bare number is one: 5 below “Tháng thực hiện” is May."""
        if held is not ImportColumn.DUE:
            return value
        title = plain(self._table.header.title(self._column(held)))
        number = cells.typed(value)
        period = next((sign for sign in _PERIODS if re.search(rf"\b{sign}\b", title)), "")
        is_bare = period and number.isascii() and number.isdigit()
        if not is_bare or not 1 <= int(number) <= _PERIODS[period][1]:
            return value
        return f"{_PERIODS[period][0]} {number}"

    def _inherit(self, made: TaskInMaking) -> None:
        above = self._inherited
        if above.unknown:
            made.unknown.append(above.unknown)
            error = RuleViolation("unit_unknown", name=above.unknown)
            self._refuse(ImportColumn.LEAD, above.unknown, error)
        if above.unit is None:
            return
        made.task = replace(made.task, lead_unit_id=above.unit)
        name = self._book.units.name(above.unit)
        if above.typed:
            made.spellings[above.typed] = above.unit
            made.assume(ImportColumn.LEAD, name, "spelling", typed=above.typed)
        elif above.is_parent:
            made.assume(ImportColumn.LEAD, name, "parent_leads")
        elif above.is_above:
            made.assume(ImportColumn.LEAD, name, "above_leads")

    def _take_marks(self, made: TaskInMaking) -> WorkState | None:
        """Read the columns of marks: one at most may be marked."""
        marks = marks_in(self._table, self._row)
        if len(marks) > 1:
            titles = ", ".join(f"“{self._table.header.title(mark.column)}”" for mark in marks)
            error = RuleViolation("two_marks", titles=titles)
            self._refuse_at(marks[0].column, marks[0].value, error)
            return None
        for mark in marks:
            if mark.is_day and mark.state is WorkState.DONE:
                self._take(ImportColumn.FINISHED, mark.value, made.put_finished)
            elif mark.words:
                made.result = mark.words
                shown = WORK_STATE[mark.state]
                made.assume(ImportColumn.STATE, shown, "mark", typed=mark.words)
            return mark.state
        return None

    def _move(self, made: TaskInMaking, state: WorkState) -> None:
        try:
            made.move(state)
        except RuleViolation as error:
            self._refuse(ImportColumn.STATE, WORK_STATE[state], error)

    def _take_cell(self, made: TaskInMaking, held: ImportColumn, value: Value) -> None:
        place = (self._row, self._column(held) + 1)
        parts = self._table.sheet.struck_parts.get(place)
        if parts is None or held in _ACCOUNTS:
            self._take(held, value, lambda v: made.put(held, v))
            return
        struck, rest = parts
        if held is ImportColumn.DUE:
            # the day that is struck through is the one that held before
            self._take_quietly(made, held, struck.strip(" ,;()"))
        self._take(held, rest.strip(" ,;()"), lambda v: made.put(held, v))
        made.assume(held, cells.typed(rest), "struck_part", typed=cells.typed(struck))

    def _take_quietly(self, made: TaskInMaking, held: ImportColumn, value: Value) -> None:
        before = len(made.assumed)
        try:
            made.put(held, value)
        except RuleViolation:
            return
        finally:
            del made.assumed[before:]

    def _strike_out(self, made: TaskInMaking) -> None:
        """Cancel the task of a row that is struck through; forget a deadline that is."""
        struck = self._table.sheet.struck
        if not struck:
            return
        if (self._row, self._column(ImportColumn.WORK) + 1) in struck:
            made.move(WorkState.CANCELLED)
            made.assume(ImportColumn.STATE, WORK_STATE[WorkState.CANCELLED], "struck")
        elif (
            self._row,
            self._column(ImportColumn.DUE) + 1,
        ) in struck and made.task.due is not None:
            is_extended = ImportColumn.EXTENDED in self._reading.columns
            if not is_extended:
                made.task = replace(made.task, due=None)
                made.assume(ImportColumn.DUE, "", "struck_deadline")

    # --- cells

    def _column(self, held: ImportColumn) -> int:
        return self._reading.columns.get(held, -1)

    def _take(self, held: ImportColumn, value: Value, put: Callable[[Value], None]) -> None:
        """Put a value, or note why not."""
        try:
            if cells.is_cleared(value) and held not in _CLEARABLE:
                raise RuleViolation("not_clearable")
            put(value)
        except RuleViolation as error:
            self._refuse(held, value, error)
            made = self._made
            if error.code == "unit_unknown" and made is not None:
                for name in made.unknown[1:]:
                    self._refuse(held, value, RuleViolation("unit_unknown", name=name))

    def _refuse_uncalculated(self) -> None:
        """Note formulas that show nothing: nobody knows what they would have said."""
        if not self._table.sheet.uncalculated:
            return
        for held, column in self._reading.columns.items():
            place = (self._row, column + 1)
            if place in self._table.sheet.uncalculated and held is not ImportColumn.NUMBER:
                self._refuse_at(column, "", RuleViolation("formula_without_value"))

    def _refuse(self, held: ImportColumn, value: Value, error: RuleViolation) -> None:
        column = self._reading.columns.get(held, 0)
        if held is ImportColumn.CODE and held not in self._reading.columns:
            column = self._reading.columns.get(ImportColumn.NOTE, 0)
        self._refuse_at(column, value, error)

    def _refuse_at(self, column: int, value: Value, error: RuleViolation) -> None:
        self._problems.append(
            Problem(
                sheet=self._table.sheet.name,
                row=self._row,
                column=column,
                title=self._table.header.title(column),
                value=cells.as_text(value),
                error=error,
            )
        )

    @property
    def made(self) -> TaskInMaking | None:
        """Give the task in the making, with the units it met."""
        return self._made


def _changer(made: TaskInMaking, held: ImportColumn, known: Existing) -> Callable[[Value], None]:
    def change(value: Value) -> None:
        if known.is_parent and held in _ROLLED_UP:
            raise RuleViolation("parent_rolls_up", code=known.task.code)
        made.put(held, value)

    return change


def _as_code(typed: str) -> str:
    """Give a code of ours however its letters and dashes are written; others stay as they are."""
    ours = typed.strip().translate(_DASHES).upper()
    return ours if _OUR_CODE.fullmatch(ours) else typed.strip()


def _is_shown(value: Value, held: ImportColumn, known: Existing) -> bool:
    shown = [texts[held] for texts in (known.shown, known.also_shown) if held in texts]
    return cells.as_text(value).strip() in [cells.as_text(text).strip() for text in shown or [""]]
