"""A periodic task is due as its own words say, and on the cut-off day where they say no day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline import Every, IntervalUnit
from coordapp.domain.calendar.period import PeriodKind, containing
from coordapp.domain.calendar.recurrence import every_of, occurrences
from coordapp.domain.kernel.text import fold

CUTOFF = 14
MONTH, WEEK = IntervalUnit.MONTH, IntervalUnit.WEEK
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
CUTOFFS = st.integers(0, 31)
EVERY = st.builds(
    Every,
    unit=st.just(MONTH),
    count=st.sampled_from((1, 2, 3, 4, 6, 12, 24)),
    day=st.none() | st.integers(1, 31),
    month=st.none() | st.just(1),
) | st.builds(
    Every,
    unit=st.just(WEEK),
    count=st.integers(1, 8),
    weekday=st.none() | st.integers(0, 6),
)

WORDS = [
    ("hằng quý", Every(unit=MONTH, count=3)),
    ("Hàng tháng", Every(unit=MONTH)),
    ("6 tháng một lần", Every(unit=MONTH, count=6)),
    ("sáu tháng", Every(unit=MONTH, count=6)),
    ("định kỳ hằng năm", Every(unit=MONTH, count=12)),
    ("tháng", Every(unit=MONTH)),
    ("quý", Every(unit=MONTH, count=3)),
    ("2 tháng/lần", Every(unit=MONTH, count=2)),
    ("2 lần/năm", Every(unit=MONTH, count=6)),
    ("2 lần/tháng", Every(unit=MONTH, times=2)),
    ("hằng tháng, quý, năm", Every(unit=MONTH)),
    ("trước ngày 25 hằng tháng", Every(unit=MONTH, day=25)),
    ("Hằng tháng, báo cáo trước ngày 25", Every(unit=MONTH, day=25)),
    ("hằng quý, trước ngày 20 của tháng cuối quý", Every(unit=MONTH, count=3, day=20, month=3)),
    ("ngày 05 tháng đầu quý", Every(unit=MONTH, count=3, day=5, month=1)),
    ("trước 15/12 hằng năm", Every(unit=MONTH, count=12, day=15, month=12)),
    ("15/6 và 15/12 hằng năm", Every(unit=MONTH, count=6, day=15, month=6)),
    ("cuối mỗi quý", Every(unit=MONTH, count=3, day=31)),
    ("thứ Sáu hằng tuần", Every(unit=WEEK, weekday=4)),
    ("2 tuần/lần", Every(unit=WEEK, count=2)),
]


@pytest.mark.parametrize(("wording", "every"), WORDS, ids=[wording for wording, _ in WORDS])
def test_how_often_is_read_from_the_words_of_the_paper(wording, every):
    assert every_of(wording) == every
    assert every_of(fold(wording)) == every


@pytest.mark.parametrize("wording", ["", "thường xuyên", "hằng ngày", "định kỳ", "30/6/2018"])
def test_words_that_do_not_say_how_often_give_nothing(wording):
    assert every_of(wording) is None


@pytest.mark.parametrize(
    ("wording", "due", "names"),
    [
        pytest.param(
            "hằng quý",
            [date(2018, 3, 14), date(2018, 6, 14)],
            ["quý I/2018", "quý II/2018"],
            id="no day said: the cut-off",
        ),
        pytest.param(
            "trước ngày 25 hằng tháng",
            [date(2018, 1, 25), date(2018, 2, 25), date(2018, 3, 25), date(2018, 4, 25)],
            ["tháng 1/2018", "tháng 2/2018", "tháng 3/2018", "tháng 4/2018"],
            id="its own day, not the cut-off",
        ),
        pytest.param(
            "ngày 31 hằng tháng",
            [date(2018, 1, 31), date(2018, 2, 28), date(2018, 3, 31)],
            ["tháng 1/2018", "tháng 2/2018", "tháng 3/2018"],
            id="a month too short ends on its last day",
        ),
        pytest.param(
            "hằng quý trước ngày 5 tháng đầu quý",
            [date(2018, 1, 5), date(2018, 4, 5)],
            ["quý I/2018", "quý II/2018"],
            id="a day of the first month",
        ),
        pytest.param(
            "trước 15/6 và 15/12 hằng năm",
            [date(2018, 6, 15)],
            ["6 tháng đầu năm 2018"],
            id="two days of the year",
        ),
        pytest.param(
            "2 tháng/lần",
            [date(2018, 2, 14), date(2018, 4, 14)],
            ["tháng 2/2018", "tháng 4/2018"],
            id="every two months",
        ),
    ],
)
def test_the_days_follow_the_words(wording, due, names):
    every = every_of(wording)
    assert every is not None

    found = list(occurrences(every, date(2018, 1, 5), date(2018, 3, 31), CUTOFF))

    assert [one.due for one in found] == due
    assert [one.name for one in found] == names


def test_a_weekly_task_is_due_on_its_weekday_and_else_on_friday():
    friday, monday = every_of("hằng tuần"), every_of("thứ Hai hằng tuần")
    assert friday is not None
    assert monday is not None
    first, last = date(2018, 3, 21), date(2018, 3, 28)

    assert [one.due for one in occurrences(friday, first, last, CUTOFF)] == [
        date(2018, 3, 23),
        date(2018, 3, 30),
    ]
    assert [one.name for one in occurrences(monday, first, last, CUTOFF)] == [
        "tuần đến 26/03/2018",
        "tuần đến 02/04/2018",
    ]


def test_a_half_due_in_its_first_month_is_named_by_the_half_it_ends_in():
    every = Every(unit=MONTH, count=6, month=1)

    found = occurrences(every, date(2018, 1, 1), date(2018, 7, 1), CUTOFF)

    assert [one.name for one in found] == ["6 tháng đầu năm 2018", "6 tháng cuối năm 2018"]


def test_weeks_are_counted_the_same_whatever_the_day_of_looking():
    every = Every(unit=WEEK, count=3)

    found = list(occurrences(every, date(2018, 3, 1), date(2018, 4, 10), CUTOFF))

    assert [one.due for one in found] == [date(2018, 3, 9), date(2018, 3, 30), date(2018, 4, 20)]


@given(every=EVERY, first=DAYS, length=st.integers(0, 900), cutoff=CUTOFFS)
def test_occurrences_follow_one_another_without_gap(every, first, length, cutoff):
    last = first + timedelta(length)

    found = list(occurrences(every, first, last, cutoff))

    assert found[0].start <= first <= found[0].due
    assert found[-1].start <= last <= found[-1].due
    for one, other in itertools.pairwise(found):
        assert one.start <= one.due < other.due
        assert other.start == one.due + timedelta(1)


@given(kind=st.sampled_from(PeriodKind), day=DAYS, cutoff=CUTOFFS)
def test_without_a_day_of_its_own_a_task_follows_the_report_periods(kind, day, cutoff):
    every = Every(unit=MONTH, count=kind.value)

    (found,) = occurrences(every, day, day, cutoff)

    period = containing(kind, day, cutoff)
    assert (found.start, found.due, found.name) == (period.start, period.end, period.name)


@given(every=EVERY, first=DAYS, cutoff=CUTOFFS, later=st.integers(0, 400))
def test_the_same_days_are_due_wherever_the_count_begins(every, first, cutoff, later):
    last = first + timedelta(500)

    whole = [one.due for one in occurrences(every, first, last, cutoff)]
    part = [one.due for one in occurrences(every, first + timedelta(later), last, cutoff)]

    assert whole[-len(part) :] == part
