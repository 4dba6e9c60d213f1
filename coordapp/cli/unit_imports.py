"""The command that brings in a table of units."""

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coordapp.cli import acting, output
from coordapp.domain.importing.labels import ROW_OUTCOME
from coordapp.domain.importing.unit_rows import UnitRow, UnitTable
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words import messages
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_reading, unit_import
from coordapp.store import open_reader


def run(given: Namespace) -> None:
    """Show what becomes of each row, and with `--apply` write it.

    Raises DocumentError, StoreError, RuleViolation: unit_table_not_found.
    """
    path = Path(given.file)
    table = unit_import.find_table(import_reading.read(Path(given.source), Progress().step))
    with open_reader(path) as reader:
        rows = unit_import.plan(reader, table)
        changes = unit_import.written(rows) or unit_import.joining(reader, rows)
    applied = bool(given.apply and changes)
    if applied:
        store = acting.open_store(path)
        try:
            rows = unit_import.apply(store, table)
        finally:
            store.close()
    if given.json:
        output.value(_as_values(rows, table, applied=applied))
        return
    for row in rows:
        output.data(_in_words(row))
    output.message("Đã nhập." if applied else "Chưa ghi gì vào sổ. Thêm --apply để nhập.")


def _as_values(rows: Sequence[UnitRow], table: UnitTable, *, applied: bool) -> dict[str, Any]:
    counts = Counter(row.outcome for row in rows)
    return {
        **{one.value: counts[one] for one in RowOutcome if one is not RowOutcome.BARE},
        "sheet": table.sheet.name,
        "rows": [
            {
                "row": row.number,
                "outcome": row.outcome.value,
                "name": row.unit.name,
                "short_name": row.unit.short_name,
                "reason": _reason(row) if row.reason else None,
            }
            for row in rows
        ],
        "assumed": [
            {"sheet": table.sheet.name, "row": row.number, "field": "short_name",
             "value": row.unit.short_name}
            for row in rows
            if row.is_short_assumed and not row.reason
        ],
        "notes": [_note(row) for row in rows if row.groups],
        "applied": applied,
    }  # fmt: skip


def _reason(row: UnitRow) -> str:
    return messages.sentence(RuleViolation(row.reason, row=row.number, name=row.unit.short_name))


def _note(row: UnitRow) -> str:
    groups = ", ".join(f"“{group}”" for group in row.groups)
    return f"Dòng {row.number}: {row.unit.short_name} thuộc nhóm {groups}."


def _in_words(row: UnitRow) -> str:
    said = f"Dòng {row.number}: {row.unit.short_name}, {ROW_OUTCOME[row.outcome].lower()}"
    return f"{said}. {_reason(row)}" if row.reason else said
