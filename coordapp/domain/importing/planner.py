"""Plans the import of tables: each row is a task that is new, the same, changed, or not taken.

A row with a code of the book updates that task: a blank cell changes nothing, `(xóa)` empties a
field, and a cell that shows what the register itself shows changes nothing either, so that a
register written by this program and read again is the identity. A row without one is a new task,
unless the book already has a task of the same work, lead unit and deadline: importing the same
file twice changes nothing. One cell that cannot be read rejects its row as a whole.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from coordapp.domain.importing.assembly import AssembledRow, assembled
from coordapp.domain.importing.headings import HeadingScope, owner_above
from coordapp.domain.importing.layout import lines
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.lines import LineKind, PassReason, RowLine
from coordapp.domain.importing.layout.tables import FoundTables, TaskTable
from coordapp.domain.importing.notes import notes_of
from coordapp.domain.importing.outside import outside
from coordapp.domain.importing.plan import Book, ImportPlan, PassedOver, PlannedRow
from coordapp.domain.importing.row import Assumed
from coordapp.domain.importing.row_reading import InheritedLead, TableReading
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.tasks.task import Task

Step = Callable[[int, int], None]
_ADDED = (RowOutcome.NEW, RowOutcome.BARE)
_TOLD = 20  # rows between two words about how far it is
Key = tuple[str, UnitId | None, date | None]


def make_plan(
    found: FoundTables,
    book: Book,
    *,
    hidden: bool = True,
    step: Step = lambda _done, _total: None,
) -> ImportPlan:
    """Plan the import of tables; without `hidden` rows that a sheet hides are left out."""
    planner = _Planner(book, step, sum(len(table.rows) for table in found.tables))
    for number, table in enumerate(found.tables):
        planner.take(table, number, hidden=hidden)
    made = planner.plan()
    passed = sorted((*made.passed, *outside(found)), key=_place(found))
    return replace(made, passed=tuple(passed), notes=notes_of(found.tables, made))


def _place(found: FoundTables) -> Callable[[PassedOver], tuple[int, int]]:
    order = {sheet.sheet.name: place for place, sheet in enumerate(found.sheets)}
    return lambda row: (order.get(row.sheet, 0), row.row)


class _Planner:
    """Goes down the rows of one table after the other and remembers what was met."""

    def __init__(self, book: Book, step: Step, total: int) -> None:
        self._book, self._step, self._total = book, step, total
        self._done = 0
        self._rows: list[PlannedRow] = []
        self._passed: list[PassedOver] = []
        self._present = Counter(
            key for known in book.by_code.values() for key in _keys_of(known.task)
        )
        self._taken: Counter[Key] = Counter()
        self._unknown: dict[str, None] = {}
        self._spellings: dict[str, UnitId] = {}
        self._seen: dict[tuple[object, ...], tuple[str, int]] = {}

    def plan(self) -> ImportPlan:
        """Give what was planned."""
        return ImportPlan(
            rows=tuple(self._rows),
            passed=tuple(self._passed),
            unknown=tuple(self._unknown),
            spellings=self._spellings,
        )

    def take(self, table: TaskTable, number: int, *, hidden: bool) -> None:
        """Plan the rows of one table."""
        reading = TableReading(table, number, self._book)
        headings = HeadingScope(self._book.units, owner_above(table, self._book.units))
        leads: dict[int, UnitId | None] = {}  # of the tasks by their rows, for those below them
        for item in assembled(self._lines(table, hidden=hidden)):
            self._tell()
            if isinstance(item, RowLine):
                self._pass(table, item, headings)
                continue
            inherited = _inherited(item, headings, leads)
            for row in reading.planned(item, inherited):
                leads[row.row] = None if row.task is None else row.task.lead_unit_id
                planned = self._settled(row, table)
                if planned is not None:
                    self._rows.append(self._known(planned))
            for joined in item.rows[1:]:
                self._pass_over(table, joined, PassReason.JOINED, str(item.rows[0]))
        self._unknown |= reading.unknown
        self._spellings |= reading.spellings

    def _tell(self) -> None:
        self._done += 1
        if self._done % _TOLD == 0:
            self._step(self._done, self._total)

    def _lines(self, table: TaskTable, *, hidden: bool) -> list[RowLine]:
        found = lines.read(table, self._book.units, is_list=self._book.on_screen)
        if hidden:
            return found
        return [
            replace(line, kind=LineKind.PASSED, reason=PassReason.HIDDEN)
            if line.view.row in table.sheet.hidden_rows
            else line
            for line in found
        ]

    def _pass(self, table: TaskTable, line: RowLine, headings: HeadingScope) -> None:
        reason = line.reason or PassReason.UNCLEAR
        if line.kind is LineKind.HEADING and headings.take(line):
            reason = PassReason.UNIT_HEADING
        self._pass_over(table, line.view.row, reason)

    def _pass_over(self, table: TaskTable, row: int, reason: PassReason, detail: str = "") -> None:
        text = " | ".join(text for _, text in table.shown(row))
        self._passed.append(
            PassedOver(sheet=table.sheet.name, row=row, reason=reason, text=text, detail=detail)
        )

    def _settled(self, row: PlannedRow, table: TaskTable) -> PlannedRow | None:
        """Tell a row that says all of another one again; on another sheet it is the same task."""
        if row.outcome not in _ADDED or row.task is None:
            return row
        what = (row.task, tuple(row.coordinating or ()), row.result, row.difficulty)
        sheet, first = self._seen.setdefault(what, (table.sheet.name, row.row))
        if (sheet, first) == (table.sheet.name, row.row):
            return row
        if sheet != table.sheet.name:
            self._pass_over(table, row.row, PassReason.REPEATED, f"{first}|{sheet}")
            return None
        twice = Assumed(
            column=ImportColumn.WORK, value=row.task.title, code="twice", params={"row": str(first)}
        )
        return replace(row, assumed=(*row.assumed, twice))

    def _known(self, row: PlannedRow) -> PlannedRow:
        """Tell a new task from one that the book has already."""
        if row.task is None or row.outcome not in _ADDED:
            return row
        key = _key(row.task, row.task.due)
        if self._taken[key] >= self._present[key]:
            return row
        self._taken[key] += 1
        return replace(
            row, outcome=RowOutcome.SAME, task=None, coordinating=None, result="", assumed=()
        )


def _inherited(
    item: AssembledRow, headings: HeadingScope, leads: dict[int, UnitId | None]
) -> InheritedLead:
    parent = item.line.parent
    if parent is not None and leads.get(parent) is not None:
        return InheritedLead(unit=leads[parent], is_parent=True)
    return InheritedLead.of(headings)


def _key(task: Task, due: date | None) -> Key:
    text = one_line(f"{task.title} {task.content}")
    return fold(text), task.lead_unit_id, due


def _keys_of(task: Task) -> Iterable[Key]:
    return {_key(task, task.due), _key(task, task.original_due)}
