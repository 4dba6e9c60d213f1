"""The command that brings in lists of indicators and of models."""

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from coordapp.cli import acting, output
from coordapp.domain.importing.case_rows import CaseOutcome, CaseRow, CaseTable
from coordapp.domain.importing.labels import CASE_OUTCOME
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words import messages
from coordapp.services.file.progress import Progress
from coordapp.services.importing import case_import, import_reading
from coordapp.store import open_reader

KINDS = case_import.KINDS


def run(given: Namespace, today: date) -> None:
    """Show what becomes of each row, and with `--apply` write it.

    Raises DocumentError, StoreError, RuleViolation: indicator_table_not_found, practice_table_not_found.
    """
    path, kind = Path(given.file), KINDS[given.what]
    table = case_import.find(import_reading.read(Path(given.source), Progress().step), kind)
    with open_reader(path) as reader:
        rows = kind.read(reader, table)
    applied = bool(given.apply and case_import.written(rows))
    if applied:
        store = acting.open_store(path)
        try:
            rows = case_import.apply(store, table, kind, today)
        finally:
            store.close()
    if given.json:
        output.value(_as_values(rows, table, applied=applied))
        return
    for row in rows:
        output.data(_in_words(row))
    output.message("Đã nhập." if applied else "Chưa ghi gì vào sổ. Thêm --apply để nhập.")


def _as_values(rows: Sequence[CaseRow], table: CaseTable, *, applied: bool) -> dict[str, Any]:
    counts = Counter(row.outcome for row in rows)
    return {
        **{one.value: counts[one] for one in CaseOutcome if one is not CaseOutcome.PASSED_OVER},
        "sheet": table.sheet.name,
        "rows": [
            {
                "row": row.number,
                "outcome": row.outcome.value,
                "name": row.said["name"],
                "unit": row.said.get("unit") or None,
                "reason": _reason(row) if row.reason else None,
            }
            for row in rows
            if row.outcome is not CaseOutcome.PASSED_OVER
        ],
        "passed_over": [
            {"sheet": table.sheet.name, "row": row.number, "reason": _reason(row)}
            for row in rows
            if row.outcome is CaseOutcome.PASSED_OVER
        ],
        "assumed": [
            {"sheet": table.sheet.name, "row": row.number, "field": name, "value": value}
            for row in rows
            for name, value in row.assumed
        ],
        "notes": [],
        "applied": applied,
    }


def _reason(row: CaseRow) -> str:
    return messages.sentence(RuleViolation(row.reason, **({"row": row.number} | dict(row.params))))


def _in_words(row: CaseRow) -> str:
    said = f"Dòng {row.number}: {row.said['name']}, {CASE_OUTCOME[row.outcome].lower()}"
    return f"{said}. {_reason(row)}" if row.reason else said
