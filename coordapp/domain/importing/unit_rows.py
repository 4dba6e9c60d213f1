"""A table of units of somebody else: columns by name, and what becomes of each row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coordapp.domain.committee.unit import Unit
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Value
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, one_line

_TITLES = {
    "short_name": ("ten viet tat", "viet tat", "ten tat", "ten ngan", "short name", "short", "short_name"),
    "document_code": ("ky hieu van ban", "ky hieu", "ma don vi", "ma van ban", "ma", "document code", "code"),
    "aliases": ("ten khac", "ten goi khac", "cac ten khac", "other names", "aliases", "other name", "alias"),
    "group": ("nhom", "nhom don vi", "khoi", "thuoc nhom", "group", "groups"),
    "name": ("ten day du", "ten don vi", "don vi", "co quan", "ten co quan", "full name", "full", "name", "ten", "unit"),
}  # fmt: skip
_PARTS = re.compile(r"\s*[;\n]\s*")
_LOOKED_AT = 30  # rows in which the titles may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One row as it would be written.

    `groups` are the words of its group column, kept as they are. `reason` is the code of the
    error for which a row is rejected.
    """

    number: int
    outcome: RowOutcome
    unit: Unit
    groups: tuple[str, ...] = ()
    is_short_assumed: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTable:
    """A sheet of units: where its titles stand and what its columns hold."""

    sheet: Sheet
    title_row: int
    columns: dict[str, int]


def find_units(sheets: Iterable[Sheet]) -> UnitTable | None:
    """Find the first visible sheet with a title for the names of units; None when there is none."""
    for sheet in sheets:
        if sheet.is_hidden:
            continue
        for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
            columns = _columns(row)
            if "name" in columns and len(columns) > 1:
                return UnitTable(sheet=sheet, title_row=number, columns=columns)
    return None


def plan_units(table: UnitTable, units: Sequence[Unit]) -> list[UnitRow]:
    """Say of each row what becomes of it; empty rows are passed over."""
    known = {fold(unit.short_name): unit for unit in units}
    named = {fold(unit.name): unit for unit in units}
    position = max((unit.position for unit in units), default=0)
    found: list[UnitRow] = []
    seen: set[str] = set()
    for number, row in enumerate(table.sheet.rows, start=1):
        if number <= table.title_row + 1 or not any(_text(cell) for cell in row):
            continue
        given = {field: _cell(row, column) for field, column in table.columns.items()}
        name, short = given["name"], given.get("short_name", "") or given["name"]
        old = known.get(fold(short)) or named.get(fold(name))
        unit = _merged(old, given, short, position + 1)
        reason = _reason(name, short, seen)
        seen.add(fold(short))
        outcome = RowOutcome.REJECTED if reason else _outcome(old, unit)
        position += outcome is RowOutcome.NEW
        found.append(
            UnitRow(
                number=number,
                outcome=outcome,
                unit=unit,
                groups=_parts(given.get("group", "")),
                is_short_assumed=not given.get("short_name"),
                reason=reason,
            )
        )
    return found


def _columns(row: Sequence[Value]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(row):
        title = fold(_text(cell)).strip(" .:*")
        for field, titles in _TITLES.items():
            if title in titles:
                found.setdefault(field, column)
    return found


def _merged(old: Unit | None, given: dict[str, str], short: str, position: int) -> Unit:
    """Give the unit as the row has it; what the row leaves empty stays as it was."""
    aliases = "; ".join(_parts(given.get("aliases", "")))
    code = given.get("document_code", "")
    if old is None:
        return Unit(
            id=UnitId(0),
            name=given["name"],
            short_name=short,
            document_code=code,
            aliases=aliases,
            position=position,
        )
    return replace(
        old,
        name=given["name"] or old.name,
        short_name=given.get("short_name") or old.short_name,
        document_code=code or old.document_code,
        aliases=aliases or old.aliases,
    )


def _reason(name: str, short: str, seen: set[str]) -> str:
    if not name:
        return "unit_name_missing"
    return "unit_twice_in_source" if fold(short) in seen else ""


def _outcome(old: Unit | None, unit: Unit) -> RowOutcome:
    if old is None:
        return RowOutcome.NEW
    return RowOutcome.SAME if old == unit else RowOutcome.CHANGED


def _cell(row: Sequence[Value], column: int) -> str:
    return _text(row[column]) if column < len(row) else ""


def _text(cell: Value) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "\n".join(filter(None, (one_line(line) for line in str(cell).splitlines())))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (one_line(part) for part in _PARTS.split(text)))))
