"""Bars of an indicator: shares of one scale, nothing drawn that was not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.indicators.figure_bars import BarPart, bar_in_words, figure_bars
from coordapp.domain.indicators.indicator import IndicatorValue


def a_value(plan="", actual="", period="2017"):
    return IndicatorValue(id=1, indicator_id=1, period=period, plan=plan, actual=actual)


@pytest.mark.parametrize(
    ("plan", "actual", "parts"),
    [
        pytest.param("4", "3", ((BarPart.REACHED, 0.75), (BarPart.MISSING, 0.25)), id="lacking"),
        pytest.param("3", "4", ((BarPart.REACHED, 0.75), (BarPart.BEYOND, 0.25)), id="beyond"),
        pytest.param("4", "4", ((BarPart.REACHED, 1.0),), id="as planned"),
        pytest.param("", "4", ((BarPart.REACHED, 1.0),), id="without a plan"),
        pytest.param("0", "4", ((BarPart.BEYOND, 1.0),), id="a plan of nothing"),
        pytest.param("4", "", ((BarPart.MISSING, 1.0),), id="nothing told yet"),
        pytest.param("nhiều", "ít", (), id="words"),
        pytest.param("", "-3", (), id="below nought"),
    ],
)
def test_a_bar_tells_what_was_reached_what_lacks_and_what_is_beyond(plan, actual, parts):
    (bar,) = figure_bars([a_value(plan, actual)])
    assert bar.parts == parts


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), max_size=8))
def test_the_longest_bar_is_whole_and_none_is_longer(told):
    bars = figure_bars([a_value(str(plan), str(actual)) for plan, actual in told])
    lengths = [sum(share for _, share in bar.parts) for bar in bars]
    if any(any(pair) for pair in told):
        assert max(lengths) == pytest.approx(1.0)
    assert all(length <= 1.0 + 1e-9 for length in lengths)


def test_a_bar_is_said_in_words_with_what_is_not_told():
    (bar,) = figure_bars([a_value("1234", "", "2017-Q1")])
    assert bar_in_words(bar, "HND") == "Quý I năm 2017 · HND: chưa có / kế hoạch 1.234"
