"""Bringing in the units that an office keeps in a table: planned, shown, written in one step."""

from collections.abc import Sequence

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.importing.unit_rows import UnitRow, UnitTable, find_units, plan_units
from coordapp.domain.importing.workbook import RowOutcome, Workbook
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.services.file import backups
from coordapp.store import Reader, Store
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


def apply(store: Store, table: UnitTable) -> list[UnitRow]:
    """Write the units as one action, after a copy of the file was made.

    Raises RuleViolation: no_unit_to_import; StoreError when no copy can be made.
    """
    if not written(plan(store.connection, table)):
        raise RuleViolation("no_unit_to_import")
    backups.make(store.path, store.now, CopyReason.IMPORT)
    with store.write(Op.IMPORT_UNITS) as work:
        rows = plan_units(table, unit_queries.all_units(work.connection))
        for row in written(rows):
            if row.outcome is RowOutcome.NEW:
                work.add(UNITS, row.unit)
            else:
                work.put(UNITS, row.unit)
    return rows
