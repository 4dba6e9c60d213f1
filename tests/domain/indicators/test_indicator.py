"""Figures are exact, add up, and are told apart from words and from nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies

from coordapp.domain.indicators.indicator import (
    Accumulation,
    Indicator,
    IndicatorValue,
    Sharing,
    ensure_indicator,
    ensure_value,
    figure,
    gaps,
    period_name,
    rate,
    shown,
    shrinking,
    sum_of_units,
    typed_figure,
    year_earlier,
    year_of,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import IndicatorId, IndicatorValueId, UnitId

INDICATOR = Indicator(id=1, code="CT-2017-001", name="Mô hình mới")


def a_value(**told) -> IndicatorValue:
    return IndicatorValue(id=1, indicator_id=1, **({"period": "2017"} | told))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("374", "374"), ("1.234", "1234"), ("1.234.567,5", "1234567.5"), ("99,5", "99.5"),
        ("99.5", "99.5"), ("100 %", "100"), ("-3", "-3"), ("−3", "-3"), ("0", "0"), ("0,0", "0"),
        ("1 234", "1234"), ("", ""), ("–", ""), (" - ", ""), ("12,50", "12.5"), ("0.001", "0.001"), ("100,0", "100"),
    ],
)  # fmt: skip
def test_a_figure_is_kept_exactly_however_it_is_typed(typed, kept):
    assert typed_figure(typed) == kept


@pytest.mark.parametrize("typed", ["đạt", "1,2,3", "12 lớp", "1e5", "١٢", "1.23.456", "=1+1"])
def test_what_is_no_figure_is_refused(typed):
    with pytest.raises(RuleViolation, match="figure_unreadable"):
        typed_figure(typed)


@given(strategies.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_a_shown_figure_typed_again_is_the_same(number):
    kept = typed_figure(f"{number:f}".replace(".", ","))

    assert typed_figure(shown(kept)) == kept
    assert figure(kept) == number


def test_words_stay_words_and_nothing_is_a_dash():
    assert (shown("Đạt"), shown(""), shown("1234.5")) == ("Đạt", "–", "1.234,5")
    assert figure("Đạt") is None


@pytest.mark.parametrize(
    ("plan", "actual", "percent"),
    [("100", "100", "100.0"), ("3", "1", "33.3"), ("8", "10", "125.0"), ("100", "0", "0.0")],
)
def test_a_rate_is_what_was_reached_of_the_plan(plan, actual, percent):
    assert rate(plan, actual) == Decimal(percent)


@pytest.mark.parametrize(("plan", "actual"), [("0", "5"), ("", "5"), ("5", ""), ("Đạt", "5")])
def test_of_no_plan_and_of_no_figure_there_is_no_rate(plan, actual):
    assert rate(plan, actual) is None


@pytest.mark.parametrize(
    ("period", "name", "year"),
    [
        ("2017", "Năm 2017", 2017), ("2017-Q4", "Quý IV năm 2017", 2017),
        ("2018-H1", "6 tháng đầu năm 2018", 2018), ("2018-H2", "6 tháng cuối năm 2018", 2018),
        ("2018-9M", "9 tháng năm 2018", 2018), ("2018-03", "Tháng 3 năm 2018", 2018),
    ],
)  # fmt: skip
def test_a_period_has_a_name_and_a_year(period, name, year):
    assert (period_name(period), year_of(period)) == (name, year)


def test_the_same_period_of_the_year_before():
    assert year_earlier("2018-Q1") == "2017-Q1"


@pytest.mark.parametrize("period", ["", "17", "2017-Q5", "2017-13", "2017-H3", "quý I"])
def test_what_is_no_period_is_refused(period):
    for reading in (period_name, year_of):
        with pytest.raises(RuleViolation, match="period_unreadable"):
            reading(period)
    with pytest.raises(RuleViolation, match="period_unreadable"):
        ensure_value(INDICATOR, a_value(period=period))


def test_an_indicator_has_a_name():
    with pytest.raises(RuleViolation, match="indicator_name_missing"):
        ensure_indicator(replace(INDICATOR, name=" "))


def test_words_are_values_of_qualitative_indicators_alone():
    ensure_value(replace(INDICATOR, is_qualitative=True), a_value(actual="Đạt"))
    with pytest.raises(RuleViolation, match="figure_unreadable"):
        ensure_value(INDICATOR, a_value(actual="Đạt"))


def test_units_that_do_not_add_up_to_the_total_are_found():
    values = [
        a_value(actual="155"),
        a_value(unit_id=1, actual="100"),
        a_value(unit_id=2, actual="49"),
    ]

    (gap,) = gaps(INDICATOR, values)

    assert (gap.period, gap.told, gap.summed) == ("2017", Decimal(155), Decimal(149))


def test_where_there_is_nothing_to_add_up_there_is_no_gap():
    values = [a_value(actual="155"), a_value(unit_id=1, actual="100")]

    assert gaps(replace(INDICATOR, sharing=Sharing.COMMON), values) == []
    assert gaps(replace(INDICATOR, is_qualitative=True), values) == []
    assert gaps(INDICATOR, [a_value(actual="155")]) == []
    assert gaps(INDICATOR, values[1:]) == []


@given(strategies.lists(strategies.decimals(0, 10**6, places=2), min_size=1, max_size=8))
def test_a_total_of_its_units_never_has_a_gap(parts):
    units = [a_value(unit_id=n, actual=f"{part:f}") for n, part in enumerate(parts, 1)]

    assert gaps(INDICATOR, [a_value(actual=f"{sum(parts):f}"), *units]) == []


def test_a_cumulative_figure_that_shrinks_within_a_year_is_questioned():
    first, second = a_value(period="2017-Q1", actual="5"), a_value(period="2017-H1", actual="4")
    later = a_value(period="2018-Q1", actual="1")

    assert shrinking(INDICATOR, [second, first, later]) == [second]
    state = replace(INDICATOR, accumulation=Accumulation.POINT_IN_TIME)
    assert shrinking(state, [first, second]) == []


def test_units_of_a_period_are_added_up_where_they_may_be():
    def told(unit_id, plan, actual, period="2017"):
        return IndicatorValue(
            id=IndicatorValueId(0), indicator_id=IndicatorId(1), period=period,
            unit_id=unit_id, plan=plan, actual=actual,
        )  # fmt: skip

    values = [
        told(None, "100", "90"), told(UnitId(1), "10", "0.5"), told(UnitId(2), "", "2"),
        told(UnitId(3), "5", "7", "2018"),
    ]  # fmt: skip
    summed = Indicator(id=IndicatorId(1), code="CT-01", name="Hộ")

    found = sum_of_units(summed, values, "2017")

    assert (found.units, found.plan, found.actual) == (2, "10", "2.5")
    assert sum_of_units(summed, values, "2018") is None
    assert sum_of_units(replace(summed, sharing=Sharing.COMMON), values, "2017") is None
