"""Bringing in registers that others keep in Excel: read, plan, show, and only then write."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from coordapp.domain.calendar import dates
from coordapp.domain.committee.unit import Unit
from coordapp.domain.documents.document import Document
from coordapp.domain.files.copies import CopyReason
from coordapp.domain.importing import cells
from coordapp.domain.importing.header import Header, ImportColumn, find_header
from coordapp.domain.importing.labels import IMPORT_COLUMN
from coordapp.domain.importing.legacy_fonts import Legacy, recognised, to_unicode
from coordapp.domain.importing.plan import Book, Existing, ImportPlan, PlannedRow, make_plan
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Value, Workbook
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import CoordinationId, ProgressReportId, TaskId, UnitId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import Coordination, ProgressReport, Task
from coordapp.domain.words.labels import URGENCY, listed_left, listed_state
from coordapp.domain.words.messages import sentence
from coordapp.services.documents.paper_reading import register_row, source_of
from coordapp.services.file import backups
from coordapp.services.tasks import deadline_moves
from coordapp.services.tasks.deadline_moves import put_moved
from coordapp.services.tasks.task_actions import led_by, next_code
from coordapp.store import Reader, Store, Work, open_reader
from coordapp.store.file.tables import COORDINATIONS, PROGRESS_REPORTS, TASKS, UNITS
from coordapp.store.queries import document_queries, task_queries, unit_queries

Step = Callable[[int, int], None]
_LOOKED_AT = 2_000  # rows of a sheet whose letters are looked at
_TOLD = 20  # rows between two words about how far it is
_WRITING = 2  # writing a row takes so many times as long as planning it


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChoices:
    """What a person chose on the way; what is None is found by the program."""

    sheet: str | None = None
    header: Header | None = None
    units: Mapping[str, UnitId] = field(default_factory=dict)  # names the book does not know
    new_units: tuple[str, ...] = ()
    with_hidden: bool = True
    legacy: Legacy | None = None
    on_screen: bool = False  # cells copied from the list on screen, not from the register's form


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """The table in a workbook that holds tasks."""

    sheet: Sheet
    header: Header


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedImport:
    """What a person agreed to write: the table, the choices, and the plan that was shown."""

    table: SourceTable
    choices: ImportChoices
    plan: ImportPlan
    move: DeadlineMove | None = None  # why deadlines are later, said once for all rows


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What was written, and where the copy from before is."""

    plan: ImportPlan
    backup: Path


def read(source: Path, step: Step) -> Workbook:
    """Read a file of somebody else. Raises DocumentError, Cancelled."""
    # loads in tens of milliseconds: not before it is needed
    from coordapp.formats.reading import workbook_reader

    return workbook_reader.read(source, step)


def old_letters(workbook: Workbook) -> Legacy | None:
    """Say in which letters of old fonts the texts are; None when they make sense as they are."""
    return recognised(
        cell
        for sheet in workbook.sheets
        for row in sheet.rows[:_LOOKED_AT]
        for cell in row
        if isinstance(cell, str)
    )


def in_unicode(workbook: Workbook, legacy: Legacy) -> Workbook:
    """Write every text of the workbook in Unicode letters."""
    return replace(
        workbook,
        sheets=tuple(
            replace(
                sheet,
                name=to_unicode(sheet.name, legacy),
                rows=[[_in_unicode(cell, legacy) for cell in row] for row in sheet.rows],
            )
            for sheet in workbook.sheets
        ),
    )


def find_table(workbook: Workbook, choices: ImportChoices) -> SourceTable:
    """Find the sheet and the header: the visible sheet that names most columns of a register.

    Raises RuleViolation: sheet_unknown, table_not_found.
    """
    sheets = workbook.sheets
    if choices.sheet is not None:
        sheets = tuple(sheet for sheet in sheets if sheet.name == choices.sheet)
        if not sheets:
            raise RuleViolation("sheet_unknown", name=choices.sheet)
    elif any(not sheet.is_hidden for sheet in sheets):
        sheets = tuple(sheet for sheet in sheets if not sheet.is_hidden)
    found: SourceTable | None = None
    for sheet in sheets:
        header = choices.header or find_header(sheet)
        if header is None or not header.is_usable:
            continue
        if found is None or len(header.fields) > len(found.header.fields):
            found = SourceTable(sheet=_whole(workbook, sheet, header), header=header)
    if found is None:
        raise RuleViolation("table_not_found")
    return found


def plan(
    reader: Reader,
    found: SourceTable,
    choices: ImportChoices,
    today: date,
    step: Step = lambda _done, _total: None,
) -> ImportPlan:
    """Say what the import would do, row by row; nothing is written."""
    mapped = dict(choices.units)
    # units still to be added stand under numbers that no unit has
    mapped |= {name: UnitId(-number) for number, name in enumerate(choices.new_units, start=1)}
    return _planned(reader, _Request(found, choices, mapped), today, step)


def apply(
    store: Store, agreed: AgreedImport, today: date, step: Step = lambda _done, _total: None
) -> ImportResult:
    """Write what was agreed, as one action, after a copy of the file was made.

    Raises RuleViolation: changed_meanwhile when the book no longer gives the plan that was shown,
    nothing_to_import; StoreError when no copy can be made; what `step` raises leaves all as it was.
    """
    _ensure_something(agreed.plan)
    copy = backups.make(store.path, store.now, CopyReason.IMPORT)
    with store.write(Op.IMPORT_TASKS) as work:
        made = _carry_out(work, agreed, today, step)
    return ImportResult(plan=made, backup=copy)


def paste(
    store: Store, agreed: AgreedImport, today: date, step: Step = lambda _done, _total: None
) -> ImportPlan:
    """Write what was agreed for rows of the clipboard, as one action.

    Raises RuleViolation: changed_meanwhile, nothing_to_import; what `step` raises.
    """
    _ensure_something(agreed.plan)
    with store.write(Op.PASTE_TASKS) as work:
        return _carry_out(work, agreed, today, step)


def unknown_units(made: ImportPlan) -> tuple[str, ...]:
    """List the names of units that the book does not know, as they are written, once each."""
    names = [
        str(problem.error.params["name"])
        for problem in made.problems
        if problem.error.code == "unit_unknown"
    ]
    return tuple(dict.fromkeys(names))


def preview(
    path: Path, workbook: Workbook, choices: ImportChoices, today: date, *, step: Step
) -> tuple[SourceTable, ImportPlan]:
    """Find the table and plan its import, read in one moment; for a worker.

    Raises RuleViolation as `find_table` does; StoreError, Cancelled.
    """
    if choices.legacy is not None:
        workbook = in_unicode(workbook, choices.legacy)
    step(0, 0)
    found = find_table(workbook, choices)
    with open_reader(path) as reader:
        made = plan(reader, found, choices, today, step)
    return found, made


def rejected(found: SourceTable, made: ImportPlan) -> tuple[list[str], list[list[str]]]:
    """Give the titles and the rows that are not taken, each with its reasons at the end."""
    fields = found.header.fields
    titles = [
        title or (IMPORT_COLUMN[fields[column]] if column in fields else "")
        for column, title in enumerate(found.header.titles)
    ]
    width = len(titles)
    rows = []
    for row in made.rows:
        if row.outcome is not RowOutcome.REJECTED:
            continue
        texts = [cells.as_text(cell) for cell in found.sheet.rows[row.row - 1][:width]]
        texts += [""] * (width - len(texts))
        reasons = dict.fromkeys(sentence(problem.error) for problem in row.problems)
        rows.append([*texts, " ".join(reasons)])
    return [*titles, "Lý do không nhận"], rows


def moved_later(reader: Reader, made: ImportPlan) -> Sequence[Task]:
    """Give the tasks, as they are now, whose deadlines the import would move later or clear."""
    changed = (row.task for row in made.rows if row.outcome is RowOutcome.CHANGED)
    return deadline_moves.moved_later(reader, (task for task in changed if task is not None))


def write_rejected(found: SourceTable, made: ImportPlan, target: Path) -> None:
    """Write the rows that are not taken as a workbook. Raises DocumentError."""
    from coordapp.formats.xlsx import xlsx_rejected

    xlsx_rejected.write(*rejected(found, made), target)


# --- writing


def _ensure_something(expected: ImportPlan) -> None:
    if not expected.written:
        raise RuleViolation("nothing_to_import")


def _carry_out(work: Work, agreed: AgreedImport, today: date, step: Step) -> ImportPlan:
    mapped = dict(agreed.choices.units) | _add_units(work, _needed_units(agreed))
    expected, rows = agreed.plan, len(agreed.table.sheet.rows)
    total = rows + _WRITING * len(expected.rows)
    asked = _Request(agreed.table, agreed.choices, mapped)
    made = _planned(work.connection, asked, today, lambda done, _: step(done, total))
    if [row.outcome for row in made.rows] != [row.outcome for row in expected.rows]:
        raise RuleViolation("changed_meanwhile")
    for number, row in enumerate(made.rows, start=1):
        _write(work, row, today, agreed.move)
        if number % _TOLD == 0:
            step(rows + _WRITING * number, total)
    return made


def _needed_units(agreed: AgreedImport) -> list[str]:
    """List the new units that a row taken names: another sheet may have been looked at before."""
    named = {
        unit_id
        for row in agreed.plan.rows
        if row.task is not None and row.outcome in (RowOutcome.NEW, RowOutcome.CHANGED)
        for unit_id in (row.task.lead_unit_id, *(row.coordinating or ()))
    }
    new = enumerate(agreed.choices.new_units, start=1)
    return [name for number, name in new if UnitId(-number) in named]


def _add_units(work: Work, names: Sequence[str]) -> dict[str, UnitId]:
    last = max((unit.position for unit in unit_queries.all_units(work.connection)), default=0)
    added: dict[str, UnitId] = {}
    for number, name in enumerate(names, start=1):
        unit = Unit(id=UnitId(0), name=name, short_name=name, position=last + number)
        added[name] = work.add(UNITS, unit).id
    return added


def _write(work: Work, row: PlannedRow, today: date, move: DeadlineMove | None) -> None:
    if row.task is None or row.outcome not in (RowOutcome.NEW, RowOutcome.CHANGED):
        return
    task = row.task
    if row.outcome is RowOutcome.NEW:
        assigned = task.assigned_on or today
        code = next_code(work, assigned)
        task = work.add(TASKS, replace(task, code=code, assigned_on=assigned))
    else:
        before = work.get(TASKS, task.id)
        put_moved(work, before, led_by(work, task, task.lead_unit_id), move)
    if row.coordinating is not None:
        _put_coordinating(work, task.id, row.coordinating)
    if row.result or row.difficulty:
        _report(work, task, row, today)


def _put_coordinating(work: Work, task_id: TaskId, wanted: Sequence[UnitId]) -> None:
    """Set the units that take part; the own part of a unit that stays is kept."""
    present = {part.unit_id: part for part in task_queries.coordinations(work.connection, task_id)}
    for unit_id in wanted:
        if present.pop(unit_id, None) is None:
            part = Coordination(id=CoordinationId(0), task_id=task_id, unit_id=unit_id)
            work.add(COORDINATIONS, part)
    for part in present.values():
        work.drop(COORDINATIONS, part.id)


def _report(work: Work, task: Task, row: PlannedRow, today: date) -> None:
    before = task_queries.reports(work.connection, task.id)[:1]
    report = ProgressReport(
        id=ProgressReportId(0),
        task_id=task.id,
        happened_on=task.finished_on or today,
        entered_at=work.at.replace(microsecond=0),
        unit_id=task.lead_unit_id,
        state=task.work_state,
        percent=task.percent,
        # the register shows the newest report alone, so what did not change goes on
        result=row.result or "".join(report.result for report in before),
        difficulty=row.difficulty or "".join(report.difficulty for report in before),
    )
    work.add(PROGRESS_REPORTS, report)


# --- planning


@dataclass(frozen=True, slots=True)
class _Request:
    """A table, the choices, and every unit that was chosen for a name."""

    table: SourceTable
    choices: ImportChoices
    mapped: Mapping[str, UnitId]


def _planned(reader: Reader, asked: _Request, today: date, step: Step) -> ImportPlan:
    found, choices = asked.table, asked.choices
    book = Book(
        by_code=_existing(reader, today, on_screen=choices.on_screen),
        on_screen=choices.on_screen,
        units=cells.Units(unit_queries.all_units(reader), asked.mapped),
        today=today,
    )
    return make_plan(found.sheet, found.header, book, hidden=choices.with_hidden, step=step)


def _existing(reader: Reader, today: date, *, on_screen: bool) -> dict[str, Existing]:
    parts: dict[int, list[UnitId]] = defaultdict(list)
    for part in task_queries.all_coordinations(reader):
        parts[part.task_id].append(part.unit_id)
    waiting = document_queries.all_withheld(reader)
    notices = document_queries.issued_notices(reader)
    return {
        row.task.code: Existing(
            task=row.task,
            coordinating=tuple(parts.get(row.task.id, ())),
            withheld=row.task.id in waiting,
            shown=_shown(row, notices) | (_on_screen(row) if on_screen else {}),
            is_parent=bool(row.children),
            also_shown={
                # registers written before the notice went out name the conference
                ImportColumn.SOURCE: source_of(row, {}),
                **({ImportColumn.DUE: listed_left(row, today)} if on_screen else {}),
            },
        )
        for row in task_queries.find(reader, TaskQuery(), today)
    }


def _shown(row: TaskRow, notices: Mapping[str, Document]) -> dict[ImportColumn, str]:
    """Give what the register in Excel shows of a task, and its fields that it does not show."""
    task, listed = row.task, register_row(row, notices)
    return {
        ImportColumn.CODE: task.code,
        ImportColumn.WORK: listed.work,
        ImportColumn.CONTENT: task.content,
        ImportColumn.PRODUCT: task.product,
        ImportColumn.SOURCE: listed.source,
        ImportColumn.LEAD: listed.lead_unit,
        ImportColumn.COORDINATING: "; ".join(listed.coordinating_units),
        ImportColumn.FOCAL: task.focal_person,
        ImportColumn.ASSIGNED: dates.short(task.assigned_on),
        ImportColumn.DUE: dates.short(task.due) or task.deadline_wording,
        ImportColumn.STATE: listed.state_label,
        ImportColumn.PERCENT: "" if task.percent is None else str(task.percent),
        ImportColumn.PROGRESS: listed.progress,
        ImportColumn.FINISHED: dates.short(task.finished_on),
        ImportColumn.DIFFICULTY: listed.difficulty,
        ImportColumn.URGENCY: URGENCY[task.urgency],
        ImportColumn.NOTE: listed.remarks,
    }


def _on_screen(row: TaskRow) -> dict[ImportColumn, str]:
    """Give what the list on screen shows otherwise than the register in Excel."""
    return {
        ImportColumn.WORK: one_line(row.task.title),
        ImportColumn.COORDINATING: ", ".join(row.coordinating),
        ImportColumn.DUE: dates.short(row.shown_due),
        ImportColumn.STATE: listed_state(row),
        ImportColumn.SOURCE: "",
    }


# --- texts


def _in_unicode(cell: Value, legacy: Legacy) -> Value:
    return to_unicode(cell, legacy) if isinstance(cell, str) else cell


def _whole(workbook: Workbook, sheet: Sheet, header: Header) -> Sheet:
    """Put texts that our register cut for Excel's sake together again."""
    from coordapp.formats.xlsx import xlsx_long

    pieces = [found for found in workbook.sheets if found.name == xlsx_long.LONG_SHEET]
    if not pieces:
        return sheet
    texts: dict[tuple[str, str], str] = defaultdict(str)
    for row in pieces[0].rows[1:]:
        code, title, _, piece = (cells.as_text(cell) for cell in (*row, "", "", "", "")[:4])
        texts[code, title] += piece
    note = header.column(ImportColumn.NOTE)
    rows: list[Sequence[Value]] = []
    for row in sheet.rows:
        code = "" if note is None or note >= len(row) else cells.as_text(row[note])
        code = code.partition("\n")[0]
        rows.append(
            [
                texts.get((code, header.titles[column]), cell)
                if column < len(header.titles)
                and isinstance(cell, str)
                and cell.endswith(xlsx_long.SEE_LONG)
                else cell
                for column, cell in enumerate(row)
            ]
        )
    return replace(sheet, rows=rows)
