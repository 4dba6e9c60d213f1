"""Bringing in lists of indicators and of models: planned, shown, written in one step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.importing.case_rows import (
    INDICATOR_TITLES,
    PRACTICE_TITLES,
    CaseOutcome,
    CaseRow,
    CaseTable,
    find_table,
    indicator_values,
    practice_values,
    read_rows,
)
from coordapp.domain.importing.workbook import Workbook
from coordapp.domain.indicators.indicator import Indicator
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import IndicatorId, PracticeId, PracticeYearId, UnitId
from coordapp.domain.kernel.text import fold
from coordapp.domain.practices.practice import Practice, PracticeYear, YearState
from coordapp.services.file import backups
from coordapp.services.indicators import indicator_actions
from coordapp.services.indicators.indicator_actions import TypedFigure
from coordapp.services.practices import practice_actions
from coordapp.store import Reader, Store, Work
from coordapp.store.file.case_tables import INDICATORS, PRACTICE_YEARS, PRACTICES
from coordapp.store.queries import indicator_queries, practice_queries, unit_queries

_WRITTEN = (CaseOutcome.NEW, CaseOutcome.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseKind:
    """What is brought in: its titles, how a row is read, judged and written."""

    titles: Mapping[str, tuple[str, ...]]
    read: Callable[[Reader, CaseTable], list[CaseRow]]
    write: Callable[[Work, CaseTable, CaseRow, date], None]
    op: Op
    not_found: str


def find(workbook: Workbook, kind: CaseKind) -> CaseTable:
    """Find the table. Raises RuleViolation: indicator_table_not_found, practice_table_not_found."""
    table = find_table(workbook.sheets, kind.titles)
    if table is None:
        raise RuleViolation(kind.not_found)
    return table


def written(rows: Sequence[CaseRow]) -> list[CaseRow]:
    """Give the rows that change the register."""
    return [row for row in rows if row.outcome in _WRITTEN]


def apply(store: Store, table: CaseTable, kind: CaseKind, today: date) -> list[CaseRow]:
    """Write the rows as one action, after a copy of the file was made.

    Raises RuleViolation: nothing_to_import; StoreError when no copy can be made.
    """
    if not written(kind.read(store.connection, table)):
        raise RuleViolation("nothing_to_import")
    backups.make(store.path, store.now, CopyReason.IMPORT)
    with store.write(kind.op) as work:
        rows = kind.read(work.connection, table)
        for row in written(rows):
            kind.write(work, table, row, today)
    return rows


def _units(reader: Reader) -> dict[str, UnitId]:
    found: dict[str, UnitId] = {}
    for unit in unit_queries.all_units(reader):
        for name in (unit.name, unit.short_name, *unit.aliases.split(";")):
            if name.strip():
                found.setdefault(fold(name.strip()), unit.id)
    return found


def _indicator_rows(reader: Reader, table: CaseTable) -> list[CaseRow]:
    held = {fold(one.name): one for one in indicator_queries.all_indicators(reader)}
    seen: set[tuple[str, object, UnitId | None]] = set()
    found = []
    for row in read_rows(table, indicator_values, _units(reader)):
        if row.outcome is not CaseOutcome.NEW:
            found.append(row)
            continue
        key = (fold(row.said["name"]), row.values["period"], row.unit_id)
        if key in seen:
            found.append(replace(row, outcome=CaseOutcome.REJECTED, reason="case_row_twice"))
            continue
        seen.add(key)
        found.append(replace(row, outcome=_indicator_outcome(reader, held.get(key[0]), row)))
    return found


def _indicator_outcome(reader: Reader, indicator: Indicator | None, row: CaseRow) -> CaseOutcome:
    if indicator is None:
        return CaseOutcome.NEW
    value = indicator_queries.value_at(reader, indicator.id, str(row.values["period"]), row.unit_id)
    if value is None:
        return CaseOutcome.NEW
    told = {name: row.values[name] for name in ("plan", "actual", "source") if row.said.get(name)}
    if row.values["source_on"] is not None:
        told["source_on"] = row.values["source_on"]
    same = all(getattr(value, name) == said for name, said in told.items())
    return CaseOutcome.SAME if same else CaseOutcome.CHANGED


def _write_indicator(work: Work, table: CaseTable, row: CaseRow, today: date) -> None:
    held = {fold(one.name): one for one in indicator_queries.all_indicators(work.connection)}
    indicator = held.get(fold(row.said["name"]))
    if indicator is None:
        indicator = indicator_actions.added(
            work,
            Indicator(
                id=IndicatorId(0),
                code="",
                name=row.said["name"],
                unit_of_measure=row.said.get("unit_of_measure", ""),
                field=row.said.get("field", ""),
            ),
            today,
        )
    else:
        filled = {
            name: row.said[name]
            for name in ("unit_of_measure", "field")
            if row.said.get(name) and not getattr(indicator, name)
        }
        if filled:
            changed: dict[str, Any] = dict(filled)
            work.put(INDICATORS, replace(indicator, **changed))
    indicator_actions.write_figure(
        work,
        TypedFigure(
            indicator_id=indicator.id,
            period=str(row.values["period"]),
            unit_id=row.unit_id,
            plan=row.said.get("plan") or None,
            actual=row.said.get("actual") or None,
            source=str(row.values["source"]) or None,
            source_on=day if isinstance(day := row.values["source_on"], date) else None,
        ),
    )


def _practice_rows(reader: Reader, table: CaseTable) -> list[CaseRow]:
    held = {_practice_key(one): one for one in practice_queries.all_practices(reader)}
    coded = {one.code: one for one in held.values()}
    seen: set[tuple[str, str, UnitId | None]] = set()
    found = []
    for row in read_rows(table, practice_values, _units(reader)):
        if row.outcome is not CaseOutcome.NEW:
            found.append(row)
            continue
        key = (fold(row.said["name"]), fold(row.said.get("held_by", "")), row.unit_id)
        if key in seen:
            found.append(replace(row, outcome=CaseOutcome.REJECTED, reason="case_row_twice"))
            continue
        seen.add(key)
        old = coded.get(row.said.get("code", "")) or held.get(key)
        found.append(replace(row, outcome=_practice_outcome(reader, old, row)))
    return found


def _practice_key(practice: Practice) -> tuple[str, str, UnitId | None]:
    return fold(practice.name), fold(practice.held_by), practice.unit_id


def _practice_outcome(reader: Reader, old: Practice | None, row: CaseRow) -> CaseOutcome:
    if old is None:
        return CaseOutcome.NEW
    states = {one.year: one.state for one in practice_queries.years(reader, old.id)}
    year = _state_year(row)
    is_told = row.values["state"] is None or states.get(year or 0) is row.values["state"]
    return CaseOutcome.SAME if _merged(old, row) == old and is_told else CaseOutcome.CHANGED


def _state_year(row: CaseRow) -> int | None:
    """Give the year a state is said of: that of the list, else that in which a new one began."""
    year = row.values["year"] or row.values["started"]
    return year if isinstance(year, int) else None


def _merged(old: Practice, row: CaseRow) -> Practice:
    """Give the model as the row has it; what the row leaves empty stays as it was."""
    changed: dict[str, Any] = {
        name: row.said[name]
        for name in ("name", "held_by", "field", "place", "result", "note")
        if row.said.get(name)
    }
    changed |= {
        name: row.values[name] for name in ("kind", "holder", "level") if row.said.get(name)
    }
    if row.values["started"] is not None:
        changed["started"] = row.values["started"]
    if row.unit_id is not None:
        changed["unit_id"] = row.unit_id
    return replace(old, **changed)


def _write_practice(work: Work, table: CaseTable, row: CaseRow, today: date) -> None:
    held = practice_queries.all_practices(work.connection)
    by_code = {one.code: one for one in held}
    by_key = {_practice_key(one): one for one in held}
    key = (fold(row.said["name"]), fold(row.said.get("held_by", "")), row.unit_id)
    old = by_code.get(row.said.get("code", "")) or by_key.get(key)
    if old is None:
        blank = Practice(id=PracticeId(0), code="", name=row.said["name"])
        practice = practice_actions.added(work, _merged(blank, row), today)
    else:
        practice = _merged(old, row)
        work.put(PRACTICES, practice)
    state, year = row.values["state"], _state_year(row)
    if isinstance(state, YearState) and year is not None:
        _put_state(work, practice.id, year, state)


def _put_state(work: Work, practice_id: PracticeId, year: int, state: YearState) -> None:
    for one in practice_queries.years(work.connection, practice_id):
        if one.year == year:
            work.put(PRACTICE_YEARS, replace(one, state=state))
            return
    work.add(
        PRACTICE_YEARS,
        PracticeYear(id=PracticeYearId(0), practice_id=practice_id, year=year, state=state),
    )


KINDS = {
    "indicators": CaseKind(
        titles=INDICATOR_TITLES,
        read=_indicator_rows,
        write=_write_indicator,
        op=Op.IMPORT_INDICATORS,
        not_found="indicator_table_not_found",
    ),
    "practices": CaseKind(
        titles=PRACTICE_TITLES,
        read=_practice_rows,
        write=_write_practice,
        op=Op.IMPORT_PRACTICES,
        not_found="practice_table_not_found",
    ),
}
