"""Actions on indicators and their figures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.indicators.indicator import (
    Indicator,
    IndicatorValue,
    ensure_indicator,
    ensure_value,
    typed_figure,
)
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import IndicatorId, IndicatorValueId, UnitId
from coordapp.store import Store, Work
from coordapp.store.file.case_tables import INDICATOR_VALUES, INDICATORS
from coordapp.store.queries import indicator_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFigure:
    """Plan or actual as typed or pasted in a cell of the grid; None leaves what stands there."""

    indicator_id: IndicatorId
    period: str
    unit_id: UnitId | None
    plan: str | None = None
    actual: str | None = None
    source: str | None = None
    source_on: date | None = None


def add(store: Store, indicator: Indicator, today: date) -> Indicator:
    """Add an indicator at the end. Raises RuleViolation: indicator_name_missing."""
    ensure_indicator(indicator)
    with store.write(Op.ADD_INDICATOR) as work:
        return added(work, indicator, today)


def added(work: Work, indicator: Indicator, today: date) -> Indicator:
    """Add an indicator inside an action."""
    return work.add(
        INDICATORS,
        replace(
            indicator,
            code=work.next_code(codes.INDICATOR, today.year),
            position=indicator_queries.next_position(work.connection),
        ),
    )


def edit(store: Store, indicator: Indicator) -> None:
    """Save an indicator.

    Raises RuleViolation: indicator_name_missing, figure_unreadable.
    """
    ensure_indicator(indicator)
    with store.write(Op.EDIT_INDICATOR) as work:
        # what was told in words is no figure
        for value in indicator_queries.values(work.connection, indicator.id):
            ensure_value(indicator, value)
        work.put(INDICATORS, indicator)


def delete(store: Store, indicator_id: IndicatorId) -> None:
    """Delete an indicator with its figures."""
    with store.write(Op.DELETE_INDICATOR) as work:
        for value in indicator_queries.values(work.connection, indicator_id):
            work.drop(INDICATOR_VALUES, value.id)
        work.drop(INDICATORS, indicator_id)


def add_value(store: Store, value: IndicatorValue) -> IndicatorValue:
    """Add the figures of a period. Raises RuleViolation: period_unreadable, figure_unreadable, value_repeated."""
    with store.write(Op.ADD_INDICATOR_VALUE) as work:
        ensure_value(work.get(INDICATORS, value.indicator_id), value)
        _ensure_once(work, value)
        return work.add(INDICATOR_VALUES, value)


def edit_value(store: Store, value: IndicatorValue) -> None:
    """Save the figures of a period. Raises RuleViolation: period_unreadable, figure_unreadable, value_repeated."""
    with store.write(Op.EDIT_INDICATOR_VALUE) as work:
        ensure_value(work.get(INDICATORS, value.indicator_id), value)
        _ensure_once(work, value)
        work.put(INDICATOR_VALUES, value)


def delete_value(store: Store, value_id: IndicatorValueId) -> None:
    """Delete the figures of a period."""
    with store.write(Op.DELETE_INDICATOR_VALUE) as work:
        work.drop(INDICATOR_VALUES, value_id)


def paste_values(store: Store, figures: Sequence[TypedFigure]) -> None:
    """Write typed or pasted cells in one step; all are right, or none is written.

    Raises RuleViolation: period_unreadable, figure_unreadable.
    """
    with store.write(Op.PASTE_INDICATOR_VALUES) as work:
        for one in figures:
            write_figure(work, one)


def write_figure(work: Work, typed: TypedFigure) -> None:
    """Write one cell inside an action. Raises RuleViolation: period_unreadable, figure_unreadable."""
    indicator = work.get(INDICATORS, typed.indicator_id)
    held = indicator_queries.value_at(
        work.connection, typed.indicator_id, typed.period, typed.unit_id
    )
    value = held or IndicatorValue(
        id=IndicatorValueId(0),
        indicator_id=typed.indicator_id,
        period=typed.period,
        unit_id=typed.unit_id,
    )
    keep = str.strip if indicator.is_qualitative else typed_figure
    value = replace(
        value,
        plan=value.plan if typed.plan is None else keep(typed.plan),
        actual=value.actual if typed.actual is None else keep(typed.actual),
        source=value.source if typed.source is None else typed.source.strip(),
        source_on=typed.source_on or value.source_on,
    )
    ensure_value(indicator, value)
    if held is None:
        work.add(INDICATOR_VALUES, value)
    else:
        work.put(INDICATOR_VALUES, value)


def _ensure_once(work: Work, value: IndicatorValue) -> None:
    held = indicator_queries.value_at(
        work.connection, value.indicator_id, value.period, value.unit_id
    )
    if held is not None and held.id != value.id:
        raise RuleViolation("value_repeated", period=value.period)
