"""Periods follow one another without gap or overlap, and end on the cut-off day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.period import PeriodKind, containing

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
cutoffs = st.integers(0, 31)


@pytest.mark.parametrize(
    ("kind", "day", "start", "end", "name"),
    [
        (PeriodKind.MONTH, date(2018, 3, 14), date(2018, 2, 15), date(2018, 3, 14), "tháng 3/2018"),
        (PeriodKind.MONTH, date(2018, 3, 15), date(2018, 3, 15), date(2018, 4, 14), "tháng 4/2018"),
        (PeriodKind.MONTH, date(2017, 12, 20), date(2017, 12, 15), date(2018, 1, 14), "tháng 1/2018"),
        (PeriodKind.QUARTER, date(2018, 1, 5), date(2017, 12, 15), date(2018, 3, 14), "quý I/2018"),
        (PeriodKind.QUARTER, date(2018, 12, 14), date(2018, 9, 15), date(2018, 12, 14), "quý IV/2018"),
        (PeriodKind.HALF_YEAR, date(2018, 6, 14), date(2017, 12, 15), date(2018, 6, 14), "6 tháng đầu năm 2018"),
        (PeriodKind.HALF_YEAR, date(2018, 6, 15), date(2018, 6, 15), date(2018, 12, 14), "6 tháng cuối năm 2018"),
        (PeriodKind.YEAR, date(2018, 12, 15), date(2018, 12, 15), date(2019, 12, 14), "năm 2019"),
    ],
)  # fmt: skip
def test_a_day_falls_into_the_period_of_the_decree(
    kind: PeriodKind, day: date, start: date, end: date, name: str
) -> None:
    found = containing(kind, day, 14)
    assert (found.start, found.end, found.name) == (start, end, name)


def test_a_cut_off_on_the_first_is_no_end_of_the_month() -> None:
    found = containing(PeriodKind.MONTH, date(2018, 3, 1), 1)

    assert (found.start, found.end) == (date(2018, 2, 2), date(2018, 3, 1))


@given(kind=st.sampled_from(PeriodKind), day=days, cutoff=cutoffs)
def test_a_period_contains_its_day_and_every_day_of_it_gives_the_same(
    kind: PeriodKind, day: date, cutoff: int
) -> None:
    found = containing(kind, day, cutoff)
    assert found.start <= day <= found.end
    assert containing(kind, found.start, cutoff) == containing(kind, found.end, cutoff) == found


@given(kind=st.sampled_from(PeriodKind), day=days, cutoff=cutoffs)
def test_the_day_after_a_period_begins_the_next(kind: PeriodKind, day: date, cutoff: int) -> None:
    found = containing(kind, day, cutoff)

    assert containing(kind, found.end + timedelta(1), cutoff).start == found.end + timedelta(1)
