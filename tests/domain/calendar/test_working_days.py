"""Working days: counted over weekends, days off and make-up days."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.ids import DayOffId

FRIDAY = date(2025, 4, 25)
MAKE_UP_SATURDAY = date(2025, 4, 26)
WEDNESDAY_OFF, THURSDAY_OFF, FRIDAY_OFF = date(2025, 4, 30), date(2025, 5, 1), date(2025, 5, 2)
SPRING_2025 = Calendar(
    off=frozenset({WEDNESDAY_OFF, THURSDAY_OFF, FRIDAY_OFF}),
    make_up=frozenset({MAKE_UP_SATURDAY}),
)

days = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))
calendars = st.builds(
    Calendar,
    off=st.frozensets(days, max_size=40),
    make_up=st.frozensets(days, max_size=40),
)
counts = st.integers(-300, 300).filter(bool)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(FRIDAY, True, id="a weekday is worked"),
        pytest.param(MAKE_UP_SATURDAY, True, id="a make-up Saturday is worked"),
        pytest.param(date(2025, 4, 27), False, id="a Sunday is not"),
        pytest.param(date(2025, 5, 3), False, id="another Saturday is not"),
        pytest.param(WEDNESDAY_OFF, False, id="a weekday off is not"),
    ],
)
def test_which_days_are_worked(day, works):
    assert SPRING_2025.is_working(day) is works


@pytest.mark.parametrize(
    ("start", "count", "reached"),
    [
        pytest.param(FRIDAY, 1, MAKE_UP_SATURDAY, id="the make-up day counts"),
        pytest.param(FRIDAY, 2, date(2025, 4, 28), id="Sunday does not"),
        pytest.param(FRIDAY, 4, date(2025, 5, 5), id="days off and the weekend do not"),
        pytest.param(THURSDAY_OFF, 1, date(2025, 5, 5), id="a start on a day off"),
        pytest.param(date(2025, 5, 5), -1, date(2025, 4, 29), id="back over the days off"),
        pytest.param(THURSDAY_OFF, 0, THURSDAY_OFF, id="no day at all"),
    ],
)
def test_working_days_are_added(start, count, reached):
    assert SPRING_2025.add_working_days(start, count) == reached


def test_a_deadline_across_tet_leaves_out_the_whole_of_tet():
    tet = Calendar(off=frozenset(date(2026, 2, day) for day in range(16, 21)))

    assert tet.add_working_days(date(2026, 2, 13), 5) == date(2026, 2, 27)


def test_an_empty_calendar_knows_weekends_only():
    assert Calendar().add_working_days(FRIDAY, 5) == date(2025, 5, 2)


def test_a_day_both_off_and_made_up_is_off():
    assert not Calendar(off=frozenset({FRIDAY}), make_up=frozenset({FRIDAY})).is_working(FRIDAY)


def test_no_working_day_lies_beyond_the_last_year_there_is():
    with pytest.raises(OverflowError):
        Calendar().add_working_days(date.max, 1)


def test_the_last_working_day_is_the_day_itself_or_the_one_before_the_days_off():
    assert SPRING_2025.last_working_day_on_or_before(FRIDAY) == FRIDAY
    assert SPRING_2025.last_working_day_on_or_before(date(2025, 5, 4)) == date(2025, 4, 29)


def test_a_calendar_is_made_of_the_rows_of_the_table():
    rows = (
        DayOff(id=DayOffId(1), day=FRIDAY_OFF, kind=DayOffKind.OFF, source="", confirmed=False),
        DayOff(
            id=DayOffId(2), day=MAKE_UP_SATURDAY, kind=DayOffKind.MAKE_UP, source="", confirmed=True
        ),
    )

    assert Calendar.of(iter(rows)) == Calendar(
        off=frozenset({FRIDAY_OFF}),
        make_up=frozenset({MAKE_UP_SATURDAY}),
        expected=frozenset({FRIDAY_OFF}),
    )


@pytest.mark.parametrize(
    ("first", "last", "may_change"),
    [
        pytest.param(FRIDAY, date(2025, 5, 1), False, id="every day is confirmed"),
        pytest.param(FRIDAY, FRIDAY_OFF, True, id="the last day is only expected"),
        pytest.param(FRIDAY_OFF, FRIDAY_OFF, True, id="the only day is"),
        pytest.param(date(2025, 5, 3), date(2025, 12, 31), False, id="it lies before"),
        pytest.param(date(2025, 5, 3), date(2026, 1, 2), True, id="nothing is known of the year"),
    ],
)
def test_a_count_may_change_when_it_meets_a_day_that_is_only_expected(first, last, may_change):
    known = Calendar(off=SPRING_2025.off, expected=frozenset({FRIDAY_OFF}))

    assert known.rests_on_expected(first, last) is may_change


@given(calendars, days, counts)
def test_the_day_reached_is_always_a_working_day(calendar, start, count):
    assert calendar.is_working(calendar.add_working_days(start, count))


@given(calendars, days, counts)
def test_as_many_days_lie_between_as_were_added(calendar, start, count):
    reached = calendar.add_working_days(start, count)

    assert calendar.working_days_between(start, reached) == count


@given(calendars, days, counts)
def test_going_forward_and_back_ends_where_it_began(calendar, start, count):
    assume(calendar.is_working(start))

    assert calendar.add_working_days(calendar.add_working_days(start, count), -count) == start


@given(calendars, days, st.integers(1, 300))
def test_forward_and_back_from_a_day_off_ends_on_the_last_working_day(calendar, start, count):
    back = calendar.add_working_days(calendar.add_working_days(start, count), -count)

    assert back == calendar.last_working_day_on_or_before(start)


@given(calendars, days, days, days)
def test_counts_over_neighbouring_stretches_add_up(calendar, first, second, third):
    start, middle, end = sorted((first, second, third))

    assert calendar.working_days_between(start, end) == (
        calendar.working_days_between(start, middle) + calendar.working_days_between(middle, end)
    )


@given(calendars, days)
def test_no_working_day_lies_between_the_last_one_and_the_day(calendar, day):
    last = calendar.last_working_day_on_or_before(day)
    skipped = [last + timedelta(n) for n in range(1, (day - last).days + 1)]

    assert calendar.is_working(last)
    assert not any(map(calendar.is_working, skipped))
