"""The lunar year of Viet Nam, held against the feasts that were announced."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar import lunar
from coordapp.services.committee.public_holidays import FIRST_YEAR, GIO_TO, TET

YEARS = range(FIRST_YEAR, FIRST_YEAR + len(TET))


@pytest.mark.parametrize("year", YEARS)
def test_the_feasts_of_the_table_of_days_off_are_reckoned(year):
    assert lunar.day_of(1, 1, year) == date(year, *TET[year - FIRST_YEAR])
    assert lunar.day_of(10, 3, year) == date(year, *GIO_TO[year - FIRST_YEAR])


@pytest.mark.parametrize(
    ("day", "month", "year", "found"),
    [
        pytest.param(1, 1, 1985, date(1985, 1, 21), id="a month before the Chinese new year"),
        pytest.param(15, 8, 2017, date(2017, 10, 4), id="after a leap sixth month"),
        pytest.param(15, 8, 2020, date(2020, 10, 1), id="after a leap fourth month"),
        pytest.param(15, 7, 2025, date(2025, 9, 6), id="after a leap sixth month, 2025"),
        pytest.param(23, 12, 2017, date(2018, 2, 8), id="the end of a lunar year"),
    ],
)
def test_known_days_are_reckoned(day, month, year, found):
    assert lunar.day_of(day, month, year) == found


@given(st.integers(1900, 2150), st.integers(1, 12))
def test_a_month_has_29_or_30_days_and_its_last_is_its_longest(year, month):
    first, last = lunar.day_of(1, month, year), lunar.last_day_of(month, year)

    assert (last - first).days + 1 in (29, 30)


@given(st.integers(1900, 2150))
def test_the_year_ends_the_day_before_the_next_begins(year):
    assert lunar.last_day_of(12, year) + timedelta(1) == lunar.day_of(1, 1, year + 1)


@pytest.mark.parametrize(("day", "month", "year"), [(31, 1, 2018), (0, 1, 2018), (1, 13, 2018), (1, 1, 9000)])  # fmt: skip
def test_a_day_that_no_lunar_month_has_is_refused(day, month, year):
    with pytest.raises(ValueError, match="lunar"):
        lunar.day_of(day, month, year)


def test_the_30th_of_a_short_month_is_refused():
    with pytest.raises(ValueError, match="29 days"):
        lunar.day_of(30, 12, 2024)
