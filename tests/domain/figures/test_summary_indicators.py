"""Of an indicator the last figures of the period are told, and their sum is that of the units."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.figures.summary_indicators import IndicatorSum, measured
from coordapp.domain.figures.summary_period import period_of
from coordapp.domain.indicators.indicator import Indicator, IndicatorValue, Sharing
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import IndicatorId, IndicatorValueId, UnitId

YEAR = period_of(date(2017, 1, 1), date(2017, 12, 31), date(2018, 3, 31), 14)
UNITS = {UnitId(n): f"Đơn vị {n}" for n in range(1, 6)}
SUMMED = Indicator(id=IndicatorId(1), code="CT-2017-001", name="Mô hình mới")
COMMON = Indicator(
    id=IndicatorId(1), code="CT-2017-001", name="Mô hình mới", sharing=Sharing.COMMON
)


def a_value(period: str, actual: str, unit: int | None = None, **given: Any) -> IndicatorValue:
    return IndicatorValue(
        id=IndicatorValueId(0),
        indicator_id=IndicatorId(1),
        period=period,
        unit_id=None if unit is None else UnitId(unit),
        actual=actual,
        **given,
    )


def told(indicator: Indicator, *values: IndicatorValue) -> IndicatorSum:
    found = measured(indicator, values, UNITS, YEAR)
    assert found is not None
    return found


def test_the_figure_that_ends_last_is_told() -> None:
    found = told(SUMMED, a_value("2017-Q1", "3"), a_value("2017", "9"), a_value("2017-12", "8"))

    assert [(line.period, line.actual) for line in found.lines] == [("Năm 2017", Decimal(9))]


def test_nothing_told_in_the_period_is_no_figure() -> None:
    assert measured(SUMMED, [a_value("2016", "3"), a_value("2018-Q1", "4")], UNITS, YEAR) is None


def test_the_year_before_stands_beside_it() -> None:
    found = told(SUMMED, a_value("2016", "3"), a_value("2017", "9", plan="0"))

    (line,) = found.lines
    assert (line.earlier, line.rate) == (Decimal(3), None)


def test_units_of_different_periods_have_no_sum() -> None:
    found = told(SUMMED, a_value("2017", "3", 1), a_value("2017-H1", "4", 2))

    assert [line.unit for line in found.lines] == ["Đơn vị 1", "Đơn vị 2"]
    assert found.top == found.lines


def test_words_have_no_sum_and_what_is_common_is_not_added() -> None:
    words = told(SUMMED, a_value("2017", "tốt", 1), a_value("2017", "4", 2))
    shared = told(COMMON, a_value("2017", "4", 1), a_value("2017", "4", 2))

    assert len(words.lines) == len(shared.lines) == 2


def test_figures_that_do_not_add_up_are_told_to_nobody() -> None:
    with pytest.raises(RuleViolation) as refused:
        told(SUMMED, a_value("2017", "9"), a_value("2017", "3", 1), a_value("2017", "4", 2))

    assert refused.value.code == "figures_do_not_add_up"


@given(st.lists(st.decimals(-999, 99999, places=2), min_size=2, max_size=5))
def test_the_total_is_the_sum_of_the_units(numbers: list[Decimal]) -> None:
    values = [a_value("2017", f"{number:f}", place) for place, number in enumerate(numbers, 1)]

    found = told(SUMMED, *values)

    (total,) = found.top
    assert total.unit == ""
    assert total.actual == sum(numbers) == sum(Decimal(line.actual) for line in found.lines[1:])
    assert total.source == f"Cộng từ {len(numbers)} đơn vị"
    assert len(found.lines) == len(numbers) + 1
