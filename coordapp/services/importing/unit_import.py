"""Bringing in the units that an office keeps in a table: planned, shown, written in one step."""

from collections import defaultdict
from collections.abc import Sequence

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.importing.unit_rows import UnitRow, UnitTable, find_units, plan_units
from coordapp.domain.importing.workbook import RowOutcome, Workbook
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.services.committee import group_actions
from coordapp.services.file import backups
from coordapp.store import Reader, Store, Work
from coordapp.store.file.tables import UNITS
from coordapp.store.queries import unit_queries

_WRITTEN = (RowOutcome.NEW, RowOutcome.CHANGED)


def find_table(workbook: Workbook) -> UnitTable:
    """Find the table of units. Raises RuleViolation: unit_table_not_found."""
    table = find_units(workbook.sheets)
    if table is None:
        raise RuleViolation("unit_table_not_found")
    return table


def plan(reader: Reader, table: UnitTable) -> list[UnitRow]:
    """Say of each row what becomes of it."""
    return plan_units(table, unit_queries.all_units(reader))


def written(rows: Sequence[UnitRow]) -> list[UnitRow]:
    """Give the rows that change the register."""
    return [row for row in rows if row.outcome in _WRITTEN]


def joining(reader: Reader, rows: Sequence[UnitRow]) -> list[UnitRow]:
    """Give the rows whose unit comes into a group that it is not in yet."""
    groups = unit_queries.groups_of_units(reader)
    return [
        row
        for row in rows
        if row.outcome is not RowOutcome.REJECTED
        and any(
            not any(
                group_actions.is_called(one.group, name) and row.unit.id in one.unit_ids
                for one in groups
            )
            for name in row.groups
        )
    ]


def apply(store: Store, table: UnitTable) -> list[UnitRow]:
    """Write the units as one action, after a copy of the file was made.

    Raises RuleViolation: no_unit_to_import; StoreError when no copy can be made.
    """
    rows = plan(store.connection, table)
    if not written(rows) and not joining(store.connection, rows):
        raise RuleViolation("no_unit_to_import")
    backups.make(store.path, store.now, CopyReason.IMPORT)
    with store.write(Op.IMPORT_UNITS) as work:
        rows = plan_units(table, unit_queries.all_units(work.connection))
        belonging: dict[str, list[UnitId]] = defaultdict(list)
        for row in rows:
            if row.outcome is RowOutcome.REJECTED:
                continue
            unit_id = _write(work, row)
            for group in row.groups:
                belonging[group].append(unit_id)
        for name, unit_ids in belonging.items():
            group_actions.join(work, name, unit_ids)
    return rows


def _write(work: Work, row: UnitRow) -> UnitId:
    if row.outcome is RowOutcome.NEW:
        return work.add(UNITS, row.unit).id
    if row.outcome is RowOutcome.CHANGED:
        work.put(UNITS, row.unit)
    return row.unit.id
