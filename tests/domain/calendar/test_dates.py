"""Dates as the office writes and types them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold

SATURDAY = date(2018, 3, 31)
WEDNESDAY = date(2026, 5, 20)
MONDAY_OFF = Calendar(off=frozenset({date(2026, 5, 25)}))

LENGTHS = [
    ("15 ngày", date(2026, 6, 4)),
    ("trong 15 ngày", date(2026, 6, 4)),
    ("trong vòng 15 ngày", date(2026, 6, 4)),
    ("sau 15 ngày", date(2026, 6, 4)),
    ("15 ngày nữa", date(2026, 6, 4)),
    ("+15 ngày", date(2026, 6, 4)),
    ("0 ngày", WEDNESDAY),
    ("3 ngày làm việc", date(2026, 5, 26)),
    ("trong 3 ngày làm việc", date(2026, 5, 26)),
    ("+3lv", date(2026, 5, 26)),
    ("3 lv", date(2026, 5, 26)),
    ("3 nlv", date(2026, 5, 26)),
    ("+3 ngày lv", date(2026, 5, 26)),
    ("2 tuần", date(2026, 6, 3)),
    ("2 tuần nữa", date(2026, 6, 3)),
    ("1 tháng", date(2026, 6, 20)),
    ("trong 6 tháng", date(2026, 11, 20)),
    ("6 tháng nữa", date(2026, 11, 20)),
    ("9 tháng tới", date(2027, 2, 20)),
    ("2 năm", date(2028, 5, 20)),
]
WEEKS = [
    ("t6", date(2026, 5, 22)),
    ("thứ sáu", date(2026, 5, 22)),
    ("thứ 4", date(2026, 5, 27)),
    ("chủ nhật", date(2026, 5, 24)),
    ("tuần này", date(2026, 5, 22)),
    ("trong tuần", date(2026, 5, 22)),
    ("tuần sau", date(2026, 5, 29)),
    ("trong tuần tới", date(2026, 5, 29)),
    ("đầu tuần sau", date(2026, 5, 25)),
    ("đầu tuần", date(2026, 5, 25)),
    ("giữa tuần sau", date(2026, 5, 27)),
    ("cuối tuần", date(2026, 5, 22)),
    ("t6 tuần sau", date(2026, 5, 29)),
    ("thứ hai tuần sau", date(2026, 5, 25)),
    ("cn tuần sau", date(2026, 5, 31)),
    ("t2 tuần này", date(2026, 5, 18)),
]
MONTHS = [
    ("cuối tháng", date(2026, 5, 31)),
    ("hết tháng", date(2026, 5, 31)),
    ("trong tháng", date(2026, 5, 31)),
    ("tháng này", date(2026, 5, 31)),
    ("tháng sau", date(2026, 6, 30)),
    ("cuối tháng sau", date(2026, 6, 30)),
    ("đầu tháng", date(2026, 6, 1)),
    ("đầu tháng này", date(2026, 5, 1)),
    ("giữa tháng", date(2026, 6, 15)),
    ("trong tháng 6", date(2026, 6, 30)),
    ("chậm nhất trong tháng 6", date(2026, 6, 30)),
    ("tháng 5", date(2026, 5, 31)),
    ("tháng 4", date(2027, 4, 30)),
    ("tháng 2/2028", date(2028, 2, 29)),
    ("tháng 6/25", date(2025, 6, 30)),
    ("tháng 6 năm 2026", date(2026, 6, 30)),
    ("tháng 06 2026", date(2026, 6, 30)),
    ("hết tháng 6", date(2026, 6, 30)),
    ("đến hết tháng 6", date(2026, 6, 30)),
    ("đầu tháng 6", date(2026, 6, 1)),
    ("giữa tháng 5", date(2027, 5, 15)),
    ("giữa tháng 6/2026", date(2026, 6, 15)),
]
QUARTERS_AND_YEARS = [
    ("trong quý II", date(2026, 6, 30)),
    ("quý 2", date(2026, 6, 30)),
    ("QUÝ ii", date(2026, 6, 30)),
    ("quý I", date(2027, 3, 31)),
    ("quý IV", date(2026, 12, 31)),
    ("quý II/2026", date(2026, 6, 30)),
    ("quý I năm 2026", date(2026, 3, 31)),
    ("đầu quý III", date(2026, 7, 1)),
    ("giữa quý III", date(2026, 8, 15)),
    ("cuối quý", date(2026, 6, 30)),
    ("quý này", date(2026, 6, 30)),
    ("quý sau", date(2026, 9, 30)),
    ("cuối năm", date(2026, 12, 31)),
    ("trong năm", date(2026, 12, 31)),
    ("năm 2027", date(2027, 12, 31)),
    ("trong năm 2027", date(2027, 12, 31)),
    ("năm sau", date(2027, 12, 31)),
    ("đầu năm", date(2027, 1, 1)),
    ("giữa năm", date(2026, 6, 30)),
    ("6 tháng đầu năm", date(2026, 6, 30)),
    ("6 tháng đầu năm 2025", date(2025, 6, 30)),
    ("6 tháng cuối năm", date(2026, 12, 31)),
    ("3 tháng đầu năm", date(2027, 3, 31)),
    ("6 tháng", date(2026, 6, 30)),
    ("9 tháng", date(2026, 9, 30)),
]
IN_WORDS = LENGTHS + WEEKS + MONTHS + QUARTERS_AND_YEARS


@pytest.mark.parametrize(
    ("month", "written"),
    [(1, "01"), (2, "02")] + [(month, str(month)) for month in range(3, 13)],
)
def test_on_paper_only_days_under_10_and_months_1_and_2_take_a_zero(month, written):
    assert dates.on_paper(date(2018, month, 5)) == f"ngày 05 tháng {written} năm 2018"
    assert dates.on_paper(date(2018, month, 15)) == f"ngày 15 tháng {written} năm 2018"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", None),
        ("   ", None),
        ("5/3", date(2018, 3, 5)),
        ("05/03/2018", date(2018, 3, 5)),
        ("5.3.26", date(2026, 3, 5)),
        ("5-3-2026", date(2026, 3, 5)),
        ("5 3 2026", date(2026, 3, 5)),
        ("05032026", date(2026, 3, 5)),
        ("2026-03-05", date(2026, 3, 5)),
        ("  5/3/2026 ", date(2026, 3, 5)),
        ("29/02/2020", date(2020, 2, 29)),
        ("ngày 5 tháng 3 năm 2026", date(2026, 3, 5)),
        ("ngày 05 tháng 3", date(2018, 3, 5)),
        ("hôm nay", SATURDAY),
        ("HÔM NAY", SATURDAY),
        ("hom nay", SATURDAY),
        ("mai", date(2018, 4, 1)),
        ("ngày mai", date(2018, 4, 1)),
        ("+7", date(2018, 4, 7)),
        ("+0", SATURDAY),
        ("t2", date(2018, 4, 2)),
        ("t6", date(2018, 4, 6)),
        ("t7", date(2018, 4, 7)),
        ("cn", date(2018, 4, 1)),
        ("cuối tháng", SATURDAY),
    ],
)
def test_a_date_is_read_as_a_secretary_types_it(typed, expected):
    assert dates.parse(typed, SATURDAY) == expected


@pytest.mark.parametrize(("typed", "expected"), IN_WORDS, ids=[typed for typed, _ in IN_WORDS])
def test_a_date_is_read_in_the_words_of_papers_with_and_without_tone_marks(typed, expected):
    assert dates.parse(typed, WEDNESDAY, MONDAY_OFF) == expected
    assert dates.parse(fold(typed), WEDNESDAY, MONDAY_OFF) == expected


def test_without_a_calendar_only_weekends_are_left_out_of_working_days():
    assert dates.parse("3 ngày làm việc", WEDNESDAY) == date(2026, 5, 25)


def test_a_month_later_is_never_in_the_month_after_that():
    assert dates.parse("1 tháng", date(2026, 1, 31)) == date(2026, 2, 28)


def test_on_a_weekend_the_week_that_is_meant_is_the_next_one():
    assert dates.parse("trong tuần", SATURDAY) == date(2018, 4, 6)
    assert dates.parse("tuần sau", SATURDAY) == date(2018, 4, 6)


@given(
    st.sampled_from([typed for typed, _ in IN_WORDS]).filter(
        lambda typed: "này" not in typed and "20" not in typed and "/" not in typed
    ),
    st.dates(min_value=date(1900, 1, 1), max_value=date(9000, 1, 1)),
)
def test_words_without_a_year_never_mean_a_day_of_the_past(typed, today):
    meant = dates.parse(typed, today)

    assert meant is not None
    assert meant >= today


@pytest.mark.parametrize(
    "typed",
    [
        "29/02", "31/02", "31/4/2018", "0/1/2018", "1/13/2018", "29022018", "1/1/0000",
        "tháng 13", "tháng 0", "quý 5", "quý V", "quý 0", "13 tháng đầu năm", "năm 0000",
        "quý II/0000",
    ],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_refused(typed):
    with pytest.raises(RuleViolation) as refused:
        dates.parse(typed, SATURDAY)

    assert refused.value.code == "date_impossible"


@pytest.mark.parametrize(
    "typed",
    [
        "abc", "5", "5/", "5/3/2", "5/3/201", "t1", "t8", "+", "-7", "1/2/3/4", "tháng", "quý",
        "tuần", "năm", "ngày", "trong 7", "trong", "quý II/", "ngày làm việc", "tháng 6/2",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(RuleViolation) as refused:
        dates.parse(typed, SATURDAY)

    assert refused.value.code == "date_unreadable"


@given(st.text())
def test_any_text_gives_a_date_or_nothing_or_a_refusal(typed):
    try:
        answer = dates.parse(typed, SATURDAY)
    except RuleViolation as refused:
        answer = refused.code

    assert answer is None or isinstance(answer, date) or answer.startswith("date_")


@given(st.dates(), st.dates())
def test_every_date_written_is_read_back_whatever_the_day_today(day, today):
    assert dates.parse(dates.short(day), today) == day
    assert dates.parse(day.isoformat(), today) == day


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_date_of_a_paper_is_read_back(day):
    assert dates.parse(dates.on_paper(day), SATURDAY) == day


@pytest.mark.parametrize("typed", ["mai", "+9999", "9999 lv", "tuần sau", "năm sau", "t2", "quý I"])
def test_a_day_after_the_last_year_there_is_is_refused(typed):
    with pytest.raises(RuleViolation) as refused:
        dates.parse(typed, date.max)

    assert refused.value.code == "date_impossible"


@given(st.sampled_from([typed for typed, _ in IN_WORDS]), st.dates())
def test_any_day_today_gives_a_date_or_a_refusal(typed, today):
    try:
        answer = dates.parse(typed, today)
    except RuleViolation as refused:
        answer = refused.code

    assert answer == "date_impossible" or isinstance(answer, date)


def test_no_date_is_written_as_nothing():
    assert dates.short(None) == ""


def test_the_week_begins_on_thu_hai_and_ends_on_chu_nhat():
    named = [dates.weekday(date(2018, 4, day)) for day in range(2, 9)]

    assert (named[0], named[5], named[6]) == ("Thứ Hai", "Thứ Bảy", "Chủ nhật")
