"""Dates as the office writes and types them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain import dates
from coordapp.domain.errors import RuleViolation

SATURDAY = date(2018, 3, 31)


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


@pytest.mark.parametrize(
    "typed", ["29/02", "31/02", "31/4/2018", "0/1/2018", "1/13/2018", "29022018", "1/1/0000"]
)
def test_a_day_that_does_not_exist_is_refused(typed):
    with pytest.raises(RuleViolation) as refused:
        dates.parse(typed, SATURDAY)

    assert refused.value.code == "date_impossible"


@pytest.mark.parametrize(
    "typed", ["abc", "5", "5/", "5/3/2", "5/3/201", "t1", "t8", "+", "-7", "tuần sau", "1/2/3/4"]
)
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


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_date_written_is_read_back(day):
    assert dates.parse(dates.short(day), SATURDAY) == day
    assert dates.parse(dates.on_paper(day), SATURDAY) == day
    assert dates.parse(day.isoformat(), SATURDAY) == day


def test_no_date_is_written_as_nothing():
    assert dates.short(None) == ""


def test_the_week_begins_on_thu_hai_and_ends_on_chu_nhat():
    named = [dates.weekday(date(2018, 4, day)) for day in range(2, 9)]

    assert (named[0], named[5], named[6]) == ("Thứ Hai", "Thứ Bảy", "Chủ nhật")
