"""Days and deadlines in cells: what a cell holds, what was assumed, what is refused."""

from datetime import date, datetime

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.importing.values import days
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.kernel.errors import RuleViolation
from tests.domain.importing.building import DAYS, TODAY

END_OF_JUNE = date(2018, 6, 30)


@pytest.mark.parametrize(
    ("value", "kind", "due", "wording"),
    [
        (END_OF_JUNE, DeadlineKind.DATE, END_OF_JUNE, ""),
        (datetime(2018, 6, 30, 17), DeadlineKind.DATE, END_OF_JUNE, ""),
        ("30/6/2018", DeadlineKind.DATE, END_OF_JUNE, ""),
        ("'30/6/2018", DeadlineKind.DATE, END_OF_JUNE, ""),
        ("ngày 30 tháng 6 năm 2018", DeadlineKind.DATE, END_OF_JUNE, ""),
        ("Trong quý II/2018", DeadlineKind.DATE, END_OF_JUNE, "Trong quý II/2018"),
        ("Thường xuyên", DeadlineKind.ONGOING, None, "Thường xuyên"),
        ("Hằng quý", DeadlineKind.PERIODIC, None, "Hằng quý"),
    ],
)
def test_a_deadline_keeps_the_words_that_say_more_than_its_day(value, kind, due, wording) -> None:
    found = days.deadline(value, DAYS)

    assert (found.deadline.kind, found.deadline.due, found.deadline.wording) == (kind, due, wording)
    assert found.assumed == ()


def test_words_that_name_no_day_are_kept_and_told() -> None:
    found = days.deadline("Trước Đại hội", DAYS)

    assert (found.deadline.due, found.deadline.wording) == (None, "Trước Đại hội")
    assert found.assumed == ("untold",)


def test_a_day_without_a_year_takes_that_of_the_register() -> None:
    found = days.deadline("30/6", DayContext(today=TODAY, year=2017))

    assert (found.deadline.due, found.assumed) == (date(2017, 6, 30), ("year",))


@pytest.mark.parametrize(
    ("value", "is_1904", "due"),
    [(43281.0, False, END_OF_JUNE), ("43281", False, END_OF_JUNE), (41819, True, END_OF_JUNE)],
)
def test_a_bare_number_is_a_day_of_the_calendar_of_its_file(value, is_1904, due) -> None:
    found = days.deadline(value, DayContext(today=TODAY, is_1904=is_1904))

    assert (found.deadline.due, found.assumed) == (due, ("serial",))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("31/02/2018", "date_impossible"),
        ("13/13/2018", "date_impossible"),
        ("1/1/0205", "date_impossible"),
        (date(1900, 1, 7), "date_impossible"),
        (7, "date_unreadable"),
        (99999.0, "date_unreadable"),  # the year 2173
        (float("nan"), "date_unreadable"),
        (True, "date_unreadable"),
        ("12345", "date_unreadable"),  # the year 1933
        ("còn 3 ngày", "deadline_is_remark"),
        ("Quá hạn 12 ngày", "deadline_is_remark"),
    ],
)
def test_what_looks_like_a_day_and_is_none_is_refused(value, code) -> None:
    with pytest.raises(RuleViolation, match=code):
        days.deadline(value, DAYS)


def test_a_day_is_not_taken_from_words_that_name_none() -> None:
    with pytest.raises(RuleViolation, match="date_unreadable"):
        days.day("thường xuyên", DAYS)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Đã xong ngày 12/3", date(2018, 3, 12)),
        ("Hoàn thành ngày 05/01/2018, đã gửi báo cáo", date(2018, 1, 5)),
        ("Hoàn thành, sẽ tổng kết ngày 30/6/2018", None),
        ("Hoàn thành, sẽ tổng kết ngày 30/6", None),
        ("Đã xong ngày 20/12", date(2017, 12, 20)),
        ("Hoàn thành trong quý I", None),
        ("Đã xong", None),
    ],
)
def test_an_account_may_say_when_the_work_ended(text, end) -> None:
    assert days.end_in(text, DAYS) == end


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["SỔ THEO DÕI NHIỆM VỤ NĂM 2017"], 2017),
        (["Nhiệm vụ quý I/2016"], 2016),
        (["Sổ giao việc", "Tổng hợp đến ngày 31/3/2018"], 2018),
        (["Nhiệm kỳ 2015 - 2020", "Nhiệm vụ năm 2019"], 2019),
        (["Kế hoạch 2021"], 2021),
        (["Sổ theo dõi"], None),
    ],
)
def test_titles_name_the_year_of_a_register(lines, year) -> None:
    assert days.year_of(lines) == year
