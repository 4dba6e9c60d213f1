"""Queries over indicators and their values."""

from coordapp.domain.indicators.indicator import Indicator, IndicatorValue
from coordapp.domain.kernel.ids import (
    ConclusionId,
    DirectiveSectionId,
    IndicatorId,
    TaskId,
    UnitId,
)
from coordapp.store.file.case_tables import INDICATOR_VALUES, INDICATORS
from coordapp.store.file.opening import Reader


def all_indicators(connection: Reader) -> list[Indicator]:
    """Read the indicators in their order."""
    return INDICATORS.where(connection, "1 order by position, id")


def by_code(connection: Reader, code: str) -> Indicator | None:
    """Read an indicator by its code; None if there is none."""
    found = INDICATORS.where(connection, "code = ?", (code,))
    return found[0] if found else None


def values(connection: Reader, indicator_id: IndicatorId) -> list[IndicatorValue]:
    """Read the values of an indicator by periods, the total before those of units."""
    return INDICATOR_VALUES.where(
        connection, "indicator_id = ? order by period, coalesce(unit_id, 0)", (indicator_id,)
    )


def all_values(connection: Reader, year: int | None = None) -> list[IndicatorValue]:
    """Read the values of all indicators, of one year or of all."""
    if year is None:
        return INDICATOR_VALUES.where(connection, "1 order by period, coalesce(unit_id, 0)")
    return INDICATOR_VALUES.where(
        connection,
        "substr(period, 1, 4) = ? order by period, coalesce(unit_id, 0)",
        (f"{year:04d}",),
    )


def value_at(
    connection: Reader, indicator_id: IndicatorId, period: str, unit_id: UnitId | None
) -> IndicatorValue | None:
    """Read the value of a unit, or the total, in a period; None if there is none."""
    found = INDICATOR_VALUES.where(
        connection,
        "indicator_id = ? and period = ? and coalesce(unit_id, 0) = ?",
        (indicator_id, period, unit_id or 0),
    )
    return found[0] if found else None


def of_section(connection: Reader, section_id: DirectiveSectionId) -> list[Indicator]:
    """Read the indicators that measure a section."""
    return INDICATORS.where(connection, "directive_section_id = ? order by position", (section_id,))


def of_conclusion(connection: Reader, conclusion_id: ConclusionId) -> list[Indicator]:
    """Read the indicators that measure a conclusion."""
    return INDICATORS.where(connection, "conclusion_id = ? order by position", (conclusion_id,))


def of_task(connection: Reader, task_id: TaskId) -> list[Indicator]:
    """Read the indicators that measure a task."""
    return INDICATORS.where(connection, "task_id = ? order by position", (task_id,))


def next_position(connection: Reader) -> int:
    """Give the place after the last indicator."""
    row = connection.execute("select coalesce(max(position), 0) + 1 from indicator").fetchone()
    return int(row[0])
