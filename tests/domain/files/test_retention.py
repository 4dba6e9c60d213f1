"""The rule of copies: what stays, what is due, what worries."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.files.copies import BEFORE_OPERATION, Copy, CopyReason, name_of, read_name
from coordapp.domain.files.retention import MANY, CopyAge, due, kept, newest_verified, standing

TODAY = date(2018, 3, 31)
NOW = datetime(2018, 3, 31, 16, 0)
MOMENTS = st.datetimes(datetime(2014, 1, 1), datetime(2019, 12, 31)).map(
    lambda at: at.replace(microsecond=0)
)


@st.composite
def many(draw: st.DrawFn) -> list[Copy]:
    parts = draw(
        st.lists(st.tuples(MOMENTS, st.sampled_from(CopyReason), st.booleans()), max_size=60)
    )
    return [
        Copy(number=number, at=at, reason=reason, verified=verified)
        for number, (at, reason, verified) in enumerate(parts, start=1)
    ]


def daily(days: int) -> list[Copy]:
    first = NOW - timedelta(days=days - 1)
    return [
        Copy(number=n + 1, at=first + timedelta(days=n), reason=CopyReason.DAY, verified=True)
        for n in range(days)
    ]


def after(copies: list[Copy], today: date) -> list[Copy]:
    numbers = kept(copies, today)
    return [copy for copy in copies if copy.number in numbers]


@given(many())
def test_the_newest_verified_copy_always_stays(copies):
    newest = newest_verified(copies)

    assert newest is None or newest.number in kept(copies, TODAY)


@given(many())
def test_thinning_out_twice_changes_nothing_more(copies):
    once = after(copies, TODAY)

    assert after(once, TODAY) == once


@given(many())
def test_all_of_today_of_yesterday_and_of_a_wrong_clock_stays(copies):
    recent = {c.number for c in copies if c.at.date() >= TODAY - timedelta(days=1)}

    assert recent <= kept(copies, TODAY)


@given(many())
def test_a_copy_before_an_operation_stays_for_ninety_days(copies):
    held = {
        c.number
        for c in copies
        if c.reason in BEFORE_OPERATION and c.at.date() >= TODAY - timedelta(days=90)
    }

    assert held <= kept(copies, TODAY)


@given(many())
def test_what_is_neither_recent_nor_before_an_operation_is_at_most_one_for_each_span(copies):
    old = [
        c
        for c in after(copies, TODAY)
        if c.at.date() < TODAY - timedelta(days=1) and c.reason not in BEFORE_OPERATION
    ]

    assert len(old) <= 12 + 10 + 9 + 1


def test_two_years_of_days_leave_days_weeks_and_months():
    stay = after(daily(730), TODAY)

    assert len(stay) == 2 + 12 + 10 + 9
    assert stay[-1].at == NOW
    assert stay[0].at.date() > date(2017, 1, 1)
    weeks = [copy.at.isocalendar()[:2] for copy in stay[9:19]]
    assert len(set(weeks)) == 10


def test_a_verified_copy_stands_for_its_day_before_a_later_one_that_is_not():
    day = NOW - timedelta(days=5)
    sound = Copy(number=1, at=day, reason=CopyReason.DAY, verified=True)
    other = Copy(number=2, at=day + timedelta(hours=1), reason=CopyReason.EXIT)
    newest = Copy(number=3, at=NOW, reason=CopyReason.DAY, verified=True)

    assert kept([sound, other, newest], TODAY) == {1, 3}


@given(MOMENTS, st.sampled_from(CopyReason), st.integers(1, 10**7))
def test_a_name_is_read_as_it_was_written(at, reason, number):
    copy = Copy(number=number, at=at, reason=reason)

    assert read_name(name_of("sổ-việc 2018-00001", copy)) == copy


@pytest.mark.parametrize(
    "name",
    ["so.db", "so-00001-20180331-083000-khac.db", "so-00001-20189931-083000-dau-ngay.db", ""],
)
def test_a_name_of_others_is_no_copy(name):
    assert read_name(name) is None


@pytest.mark.parametrize(
    ("ago", "changed", "reason"),
    [
        (timedelta(minutes=10), True, None),
        (timedelta(minutes=30), True, CopyReason.REGULAR),
        (timedelta(minutes=30), False, None),
        (timedelta(days=1), False, CopyReason.DAY),
        (timedelta(hours=-3), True, CopyReason.REGULAR),
    ],
)
def test_a_copy_is_due_by_the_day_and_by_half_hours_of_changes(ago, changed, reason):
    last = Copy(number=1, at=NOW - ago, reason=CopyReason.DAY, verified=True)

    assert due([last], NOW, changed=changed) is reason


def test_a_copy_that_was_never_read_back_makes_none_less_due():
    assert (
        due([Copy(number=1, at=NOW, reason=CopyReason.DAY)], NOW, changed=False) is CopyReason.DAY
    )


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(hours=24), CopyAge.GOOD),
        (timedelta(hours=25), CopyAge.AMBER),
        (timedelta(hours=-1), CopyAge.GOOD),
        (timedelta(hours=-2), CopyAge.AMBER),
        (timedelta(days=3), CopyAge.AMBER),
        (timedelta(days=3, minutes=1), CopyAge.RED),
    ],
)
def test_the_age_of_the_last_verified_copy_is_judged(ago, said):
    assert standing(NOW - ago, NOW) is said
    assert standing(None, NOW) is CopyAge.RED


@pytest.mark.parametrize(("days", "stays"), [(90, True), (91, False)])
def test_a_copy_before_an_operation_stays_for_ninety_days_beside_a_better_one(days, stays):
    at = NOW - timedelta(days=days)
    before = Copy(number=1, at=at, reason=CopyReason.MIGRATION, verified=True)
    of_day = Copy(number=2, at=at, reason=CopyReason.DAY, verified=True)

    assert (before.number in kept([before, of_day], TODAY)) is stays


def test_a_change_of_twenty_records_is_worth_a_copy():
    assert MANY == 20


@pytest.mark.parametrize(
    ("ahead", "reason"),
    [(timedelta(hours=1), None), (timedelta(hours=1, minutes=1), CopyReason.REGULAR)],
)
def test_a_copy_more_than_an_hour_ahead_of_the_clock_counts_for_nothing(ahead, reason):
    copy = Copy(number=1, at=NOW + ahead, reason=CopyReason.DAY, verified=True)

    assert due([copy], NOW, changed=True) is reason
