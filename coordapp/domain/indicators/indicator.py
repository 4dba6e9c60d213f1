"""Indicators (chỉ tiêu) and their values: exact figures, kept as they were typed.

Source: resources/docs/forms.md 5.2.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    ConclusionId,
    DirectiveSectionId,
    IndicatorId,
    IndicatorValueId,
    TaskId,
    UnitId,
)

_PERIOD = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|(9M)|(0[1-9]|1[0-2])))?")
_FIGURE = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[.  ][0-9]{3})+(?:,[0-9]{1,6})?")
NO_FIGURE = "–"


class Direction(Enum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Accumulation(Enum):
    """What the figure of a longer period is: the sum so far, or the state at its end."""

    CUMULATIVE = "cumulative"
    POINT_IN_TIME = "point_in_time"


class Sharing(Enum):
    """How the figures of units stand to the total: they add up to it, or all share in one."""

    SUMMED = "summed"
    COMMON = "common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is measured; a qualitative one holds words instead of figures."""

    id: IndicatorId
    code: str
    name: str
    unit_of_measure: str = ""
    field: str = ""
    direction: Direction = Direction.UP
    accumulation: Accumulation = Accumulation.CUMULATIVE
    sharing: Sharing = Sharing.SUMMED
    is_qualitative: bool = False
    position: int = 0
    conclusion_id: ConclusionId | None = None
    directive_section_id: DirectiveSectionId | None = None
    task_id: TaskId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """Plan and actual of one unit in one period, with where the figure comes from.

    `unit_id` is None for the total. `period` is `2017`, `2017-Q1`, `2017-H1`, `2017-9M` or
    `2017-03`. Plan and actual are decimal numbers with a point, or words for what cannot be counted;
    empty where nothing is known.
    """

    id: IndicatorValueId
    indicator_id: IndicatorId
    period: str
    unit_id: UnitId | None = None
    plan: str = ""
    actual: str = ""
    source: str = ""
    source_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSum:
    """What the figures of units in one period add up to, as they are kept."""

    period: str
    units: int
    plan: str
    actual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SumGap:
    """Figures of units that do not add up to the total told."""

    period: str
    told: Decimal
    summed: Decimal


def ensure_indicator(indicator: Indicator) -> None:
    """Refuse an indicator without a name. Raises RuleViolation: indicator_name_missing."""
    if not indicator.name.strip():
        raise RuleViolation("indicator_name_missing")


def ensure_value(indicator: Indicator, value: IndicatorValue) -> None:
    """Refuse what is no value of an indicator. Raises RuleViolation: period_unreadable, figure_unreadable."""
    if _PERIOD.fullmatch(value.period) is None:
        raise RuleViolation("period_unreadable", period=value.period)
    if not indicator.is_qualitative:
        for told in (value.plan, value.actual):
            if told and _FIGURE.fullmatch(told) is None:
                raise RuleViolation("figure_unreadable", value=told)


def typed_figure(typed: str) -> str:
    """Give a figure as it is kept: `1.234,5` and `1234,5` become `1234.5`; empty for none.

    Raises RuleViolation: figure_unreadable.
    """
    text = typed.strip().removesuffix("%").strip().replace("\N{MINUS SIGN}", "-")
    if text in ("", NO_FIGURE, "-"):
        return ""
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[.  ]", "", text)
    text = text.replace(",", ".")
    if _FIGURE.fullmatch(text) is None:
        raise RuleViolation("figure_unreadable", value=typed)
    number = Decimal(text)
    return f"{number.normalize():f}" if number else "0"


def figure(kept: str) -> Decimal | None:
    """Read a kept figure; None for words and for nothing."""
    return Decimal(kept) if _FIGURE.fullmatch(kept) else None


def shown(kept: str) -> str:
    """Write a kept figure for people: `1.234,5`; words stay, nothing is a dash."""
    number = figure(kept)
    if number is None:
        return kept or NO_FIGURE
    whole, _, part = f"{abs(number):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = "-" if number < 0 else ""
    return f"{sign}{grouped},{part}" if part else f"{sign}{grouped}"


def rate(plan: str, actual: str) -> Decimal | None:
    """Give actual ÷ plan in percent, to one decimal; None without figures or of a plan of nothing."""
    planned, reached = figure(plan), figure(actual)
    if not planned or reached is None:
        return None
    return (reached * 100 / planned).quantize(Decimal("0.1"))


def year_of(period: str) -> int:
    """Give the year of a period. Raises RuleViolation: period_unreadable."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise RuleViolation("period_unreadable", period=period)
    return int(match[1])


def year_earlier(period: str) -> str:
    """Name the same period of the year before."""
    return f"{year_of(period) - 1}{period[4:]}"


def period_name(period: str) -> str:
    """Name a period in words: `Quý I năm 2017`. Raises RuleViolation: period_unreadable."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise RuleViolation("period_unreadable", period=period)
    year, quarter, half, nine, month = match.groups()
    if quarter:
        return f"Quý {('I', 'II', 'III', 'IV')[int(quarter) - 1]} năm {year}"
    if half:
        return f"6 tháng {'đầu' if half == '1' else 'cuối'} năm {year}"
    if nine:
        return f"9 tháng năm {year}"
    return f"Tháng {int(month)} năm {year}" if month else f"Năm {year}"


def gaps(indicator: Indicator, values: Iterable[IndicatorValue]) -> list[SumGap]:
    """Find the periods whose figures of units do not add up to the total told.

    What is common to all, qualitative, or not told by unit has nothing to add up.
    """
    if indicator.sharing is Sharing.COMMON or indicator.is_qualitative:
        return []
    totals: dict[str, Decimal] = {}
    sums: dict[str, Decimal] = {}
    for value in values:
        told = figure(value.actual)
        if told is None:
            continue
        if value.unit_id is None:
            totals[value.period] = told
        else:
            sums[value.period] = sums.get(value.period, Decimal(0)) + told
    return [
        SumGap(period=period, told=told, summed=sums[period])
        for period, told in sorted(totals.items())
        if period in sums and sums[period] != told
    ]


def sum_of_units(
    indicator: Indicator, values: Iterable[IndicatorValue], period: str
) -> UnitSum | None:
    """Add up what units planned and reached in a period; None where nothing may be added.

    What is common to all, qualitative, or told by fewer than two units has no sum.
    """
    if indicator.sharing is Sharing.COMMON or indicator.is_qualitative:
        return None
    own = [one for one in values if one.unit_id is not None and one.period == period]
    if len(own) < 2:
        return None
    plans, reached = (
        [figure(text) for text in part]
        for part in ([one.plan for one in own], [one.actual for one in own])
    )
    return UnitSum(period=period, units=len(own), plan=_added(plans), actual=_added(reached))


def _added(figures: Sequence[Decimal | None]) -> str:
    told = [one for one in figures if one is not None]
    return f"{sum(told, Decimal(0)).normalize():f}" if told else ""


def shrinking(indicator: Indicator, values: Sequence[IndicatorValue]) -> list[IndicatorValue]:
    """Find the figures of a cumulative indicator that fell below an earlier one of their year."""
    if indicator.accumulation is not Accumulation.CUMULATIVE or indicator.is_qualitative:
        return []
    highest: dict[tuple[int, int | None], Decimal] = {}
    found = []
    for value in sorted(values, key=lambda one: _ends(one.period)):
        told = figure(value.actual)
        if told is None:
            continue
        run = year_of(value.period), value.unit_id
        if told < highest.get(run, told):
            found.append(value)
        highest[run] = max(told, highest.get(run, told))
    return found


def period_ends(period: str) -> tuple[int, int, int]:
    """Give year, last month and months of a period. Raises RuleViolation: period_unreadable."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise RuleViolation("period_unreadable", period=period)
    year, quarter, half, nine, month = match.groups()
    if quarter:
        return int(year), int(quarter) * 3, 3
    if half:
        return int(year), int(half) * 6, 6
    if nine:
        return int(year), 9, 9
    return (int(year), int(month), 1) if month else (int(year), 12, 12)


def _ends(period: str) -> tuple[int, int]:
    """Give year and last month of a period, the order in which cumulative figures grow."""
    year, month, _ = period_ends(period)
    return year, month
