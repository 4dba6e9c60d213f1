"""Writing what an import plans: agreed first, then one action with its copy from before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coordapp.domain.committee.unit import Unit
from coordapp.domain.files.copies import CopyReason
from coordapp.domain.importing.layout.tables import FoundTables
from coordapp.domain.importing.plan import ImportPlan, PlannedRow
from coordapp.domain.importing.workbook import RowOutcome, Workbook
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import CoordinationId, ProgressReportId, TaskId, UnitId
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Coordination, ProgressReport, Task
from coordapp.services.file import backups
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.tasks import deadline_moves
from coordapp.services.tasks.deadline_moves import put_moved
from coordapp.services.tasks.task_actions import led_by, next_code
from coordapp.store import Reader, Store, Work
from coordapp.store.file.tables import COORDINATIONS, PROGRESS_REPORTS, TASKS, UNITS
from coordapp.store.queries import task_queries, unit_queries

Step = Callable[[int, int], None]
_TOLD = 20  # rows between two words about how far it is
_WRITING = 2  # writing a row takes so many times as long as planning it
_WRITTEN = (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.BARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedImport:
    """What a person agreed to write: the file, the choices, and the plan that was shown."""

    workbook: Workbook  # its letters in Unicode already
    tables: FoundTables
    choices: ImportChoices
    plan: ImportPlan
    move: DeadlineMove | None = None  # why deadlines are later, said once for all rows


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What was written, and where the copy from before is."""

    plan: ImportPlan
    backup: Path


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


def moved_later(reader: Reader, made: ImportPlan) -> Sequence[Task]:
    """Give the tasks, as they are now, whose deadlines the import would move later or clear."""
    changed = (row.task for row in made.rows if row.outcome is RowOutcome.CHANGED)
    return deadline_moves.moved_later(reader, (task for task in changed if task is not None))


# --- writing


def _ensure_something(expected: ImportPlan) -> None:
    if not expected.written:
        raise RuleViolation("nothing_to_import")


def _carry_out(work: Work, agreed: AgreedImport, today: date, step: Step) -> ImportPlan:
    chosen = dict(agreed.choices.units) | _add_units(work, _needed_units(agreed))
    choices = replace(agreed.choices, units=chosen, new_units=())
    expected = agreed.plan
    rows = sum(len(table.rows) for table in agreed.tables.tables)
    total = rows + _WRITING * len(expected.rows)
    _, made = import_reading.plan(
        work.connection, agreed.workbook, choices, today, lambda done, _: step(done, total)
    )
    if [row.outcome for row in made.rows] != [row.outcome for row in expected.rows]:
        raise RuleViolation("changed_meanwhile")
    _remember_names(work, made, agreed.choices.units)
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
        if row.task is not None and row.outcome in _WRITTEN
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


def _remember_names(work: Work, made: ImportPlan, chosen: Mapping[str, UnitId]) -> None:
    """Keep other spellings of a unit that stood in what is written as other names of it."""
    used = {
        assumed.params["typed"]
        for row in made.rows
        if row.outcome in _WRITTEN
        for assumed in row.assumed
        if assumed.code == "spelling"
    }
    names = {name: unit for name, unit in made.spellings.items() if name in used}
    known = {unit.id: unit for unit in unit_queries.all_units(work.connection)}
    for name, unit_id in (names | dict(chosen)).items():
        unit = known.get(unit_id)
        if unit is None or unit.is_called(name):
            continue
        known[unit_id] = replace(unit, aliases="; ".join((*unit.other_names, name)))
        work.put(UNITS, known[unit_id])


def _write(work: Work, row: PlannedRow, today: date, move: DeadlineMove | None) -> None:
    if row.task is None or row.outcome not in _WRITTEN:
        return
    task = row.task
    if row.outcome is not RowOutcome.CHANGED:
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
