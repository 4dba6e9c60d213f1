"""Reports look back over periods that the committee's cut-off day bounds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.report_period import SpanKind, previous, span_of, year_before

CUTOFF = 14
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("kind", "day", "start", "end"),
    [
        (SpanKind.MONTH, date(2018, 3, 14), date(2018, 2, 15), date(2018, 3, 14)),
        (SpanKind.MONTH, date(2018, 3, 15), date(2018, 3, 15), date(2018, 4, 14)),
        (SpanKind.QUARTER, date(2018, 3, 1), date(2017, 12, 15), date(2018, 3, 14)),
        (SpanKind.HALF_YEAR, date(2018, 3, 1), date(2017, 12, 15), date(2018, 6, 14)),
        (SpanKind.NINE_MONTHS, date(2018, 3, 1), date(2017, 12, 15), date(2018, 9, 14)),
        (SpanKind.YEAR, date(2018, 3, 1), date(2017, 12, 15), date(2018, 12, 14)),
    ],
)
def test_a_period_ends_on_the_cut_off_day(kind, day, start, end):
    found = span_of(kind, day, CUTOFF)

    assert (found.start, found.end) == (start, end)


def test_nine_months_are_named_for_their_report_year():
    assert span_of(SpanKind.NINE_MONTHS, date(2017, 12, 20), CUTOFF).name == "9 tháng năm 2018"


@given(days, st.sampled_from([kind for kind in SpanKind if kind is not SpanKind.NINE_MONTHS]))
def test_a_day_lies_in_its_period_and_the_one_before_ends_right_before_it(day, kind):
    found = span_of(kind, day, CUTOFF)
    before = previous(found, CUTOFF)

    assert found.start <= day <= found.end
    assert before.end + timedelta(1) == found.start
    assert before.kind is kind


def test_the_nine_months_before_are_those_of_the_year_before():
    found = previous(span_of(SpanKind.NINE_MONTHS, date(2018, 3, 1), CUTOFF), CUTOFF)

    assert (found.start, found.end) == (date(2016, 12, 15), date(2017, 9, 14))


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2018, 3, 31), date(2017, 3, 31)),
        (date(2020, 2, 29), date(2019, 2, 28)),
        (date(1, 5, 1), None),
    ],
)
def test_the_same_day_of_the_year_before(day, before):
    assert year_before(day) == before
