"""An indicator in a review report: its last figures in the period, with the sum of the units."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coordapp.domain.figures.case_contents import IndicatorLine, ensure_adds_up, indicator_line
from coordapp.domain.figures.summary_period import SummaryPeriod
from coordapp.domain.indicators.indicator import (
    Indicator,
    IndicatorValue,
    Sharing,
    figure,
    period_ends,
    year_earlier,
)
from coordapp.domain.kernel.ids import IndicatorValueId, UnitId

SUMMED = "Cộng từ {count} đơn vị"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSum:
    """The figures of an indicator, the total first where there is one."""

    code: str
    name: str
    lines: tuple[IndicatorLine, ...]

    @property
    def top(self) -> tuple[IndicatorLine, ...]:
        """Give the total; without one, whatever the units have."""
        totals = tuple(line for line in self.lines if not line.unit)
        return totals or self.lines


def measured(
    indicator: Indicator,
    values: Sequence[IndicatorValue],
    units: Mapping[UnitId, str],
    period: SummaryPeriod,
) -> IndicatorSum | None:
    """Take what is told of an indicator at the end of a period; None where nothing is.

    Of each unit it is the figure that ends last, of equally late ones that of the longest time.
    Raises RuleViolation: figures_do_not_add_up.
    """
    ensure_adds_up(indicator, values)
    last: dict[UnitId | None, IndicatorValue] = {}
    for value in sorted(values, key=lambda one: period_ends(one.period)):
        if period.holds(value.period):
            last[value.unit_id] = value
    if not last:
        return None
    earlier = {(one.unit_id, one.period): one.actual for one in values}
    places: dict[UnitId | None, int] = {unit_id: place for place, unit_id in enumerate(units, 1)}
    chosen = sorted(last.values(), key=lambda one: places.get(one.unit_id, 0))
    lines = [
        indicator_line(
            indicator,
            value,
            "" if value.unit_id is None else units.get(value.unit_id, ""),
            earlier.get((value.unit_id, year_earlier(value.period)), ""),
        )
        for value in chosen
    ]
    if None not in last and indicator.sharing is Sharing.SUMMED and len(chosen) > 1:
        lines = [*_total(indicator, chosen, earlier), *lines]
    return IndicatorSum(code=indicator.code, name=indicator.name, lines=tuple(lines))


def _total(
    indicator: Indicator,
    chosen: Sequence[IndicatorValue],
    earlier: Mapping[tuple[UnitId | None, str], str],
) -> list[IndicatorLine]:
    """Add the figures of units, where all are of one period and none is in words."""
    periods = {one.period for one in chosen}
    reached = _sum(one.actual for one in chosen)
    if len(periods) > 1 or not reached:
        return []
    (period,) = periods
    value = IndicatorValue(
        id=IndicatorValueId(0),
        indicator_id=indicator.id,
        period=period,
        plan=_sum(one.plan for one in chosen),
        actual=reached,
        source=SUMMED.format(count=len(chosen)),
    )
    # the sum of the year before only where every unit told that year too
    before = _sum(earlier.get((one.unit_id, year_earlier(period)), "") for one in chosen)
    return [indicator_line(indicator, value, "", before)]


def _sum(told: Iterable[str]) -> str:
    """Add kept figures; nothing where one is missing or in words."""
    numbers = [figure(one) for one in told]
    known = [one for one in numbers if one is not None]
    if len(known) < len(numbers):
        return ""
    return f"{sum(known, Decimal(0)):f}"
