"""The bars of an indicator: how much of each plan was reached, what lacks, what went beyond."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.indicators.indicator import IndicatorValue, figure, period_name, shown

_NOT_TOLD = "chưa có"


class BarPart(Enum):
    """A part of a bar, from the left."""

    REACHED = "reached"
    MISSING = "missing"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBar:
    """One period of one unit; the parts are shares of the longest bar, empty without figures."""

    value: IndicatorValue
    parts: tuple[tuple[BarPart, float], ...]


def figure_bars(values: Sequence[IndicatorValue]) -> list[FigureBar]:
    """Draw values to one scale, in the order given; words and figures below nought have no bar."""
    longest = max((max(_length(one.plan), _length(one.actual)) for one in values), default=0.0)
    return [FigureBar(value=one, parts=_parts(one, longest)) for one in values]


def bar_in_words(bar: FigureBar, unit: str) -> str:
    """Say a bar in words: period, unit, actual and plan."""
    value = bar.value
    told = shown(value.actual) if value.actual else _NOT_TOLD
    planned = f" / kế hoạch {shown(value.plan)}" if value.plan else ""
    return f"{period_name(value.period)} · {unit}: {told}{planned}"


def _length(kept: str) -> float:
    number = figure(kept)
    return 0.0 if number is None else max(float(number), 0.0)


def _parts(value: IndicatorValue, longest: float) -> tuple[tuple[BarPart, float], ...]:
    plan, actual = _length(value.plan), _length(value.actual)
    if not longest:
        return ()
    # without a plan there is nothing to lack and nothing to go beyond
    beyond = max(actual - plan, 0.0) if figure(value.plan) is not None else 0.0
    lengths = (
        (BarPart.REACHED, actual - beyond),
        (BarPart.MISSING, max(plan - actual, 0.0)),
        (BarPart.BEYOND, beyond),
    )
    return tuple((part, length / longest) for part, length in lengths if length)
