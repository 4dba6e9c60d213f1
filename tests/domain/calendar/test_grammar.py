"""A whole cell or field: every form that names a day gives it, and what was assumed is said."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar import dates, grammar
from coordapp.domain.calendar.deadline import (
    Assumption,
    CountedFrom,
    DeadlineContext,
    Every,
    IntervalUnit,
    Untold,
)
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.text import fold

THURSDAY = date(2018, 3, 22)
NOTICE = DeadlineContext(told_on=THURSDAY, issued_on=date(2018, 3, 26))
REGISTER = replace(NOTICE, year=2018)
FIELD = replace(NOTICE, typed=True)


def read(text, context=NOTICE):
    return grammar.read(text, context)


def table(*rows):
    return pytest.mark.parametrize(("text", "due"), rows, ids=[text for text, *_ in rows])


DAYS = [
    ("15/4/2018", date(2018, 4, 15)),
    ("15-4-2018", date(2018, 4, 15)),
    ("15.4.18", date(2018, 4, 15)),
    ("15 / 4 / 2018", date(2018, 4, 15)),
    ("15/4-2018", date(2018, 4, 15)),
    ("15 – 4 – 2018", date(2018, 4, 15)),
    ("2018-04-15", date(2018, 4, 15)),
    ("2018/4/15", date(2018, 4, 15)),
    ("2018-04-15T00:00:00.000Z", date(2018, 4, 15)),
    ("2018-04-15 17:30:00", date(2018, 4, 15)),
    ("15/04/2018 17:00", date(2018, 4, 15)),
    ("15-Apr-18", date(2018, 4, 15)),
    ("15-Thg4-2018", date(2018, 4, 15)),
    ("15/IV/2018", date(2018, 4, 15)),
    ("ngày 15/4/2018.", date(2018, 4, 15)),
    ("(15/4/2018)", date(2018, 4, 15)),
    ("“15/4/2018”", date(2018, 4, 15)),
    ("ngày 15 tháng 4 năm 2018", date(2018, 4, 15)),
    ("ngày 15, tháng 4, năm 2018", date(2018, 4, 15)),
    ("15 tháng Tư 2018", date(2018, 4, 15)),
    ("mười lăm tháng tư năm 2018", date(2018, 4, 15)),
    ("ngày mồng 5 tháng 4 năm 2018", date(2018, 4, 5)),
    ("ngày hai mươi lăm tháng mười hai năm 2018", date(2018, 12, 25)),
    ("15/4 năm nay", date(2018, 4, 15)),
    ("15/4 năm sau", date(2019, 4, 15)),
    ("20180415", date(2018, 4, 15)),
]
BOUNDS = [
    ("trước 15/4/2018", date(2018, 4, 15)),
    ("Trước ngày 15/4/2018", date(2018, 4, 15)),
    ("chậm nhất 15/4/2018", date(2018, 4, 15)),
    ("chậm nhất là ngày 15/4/2018", date(2018, 4, 15)),
    ("không muộn hơn ngày 15/4/2018", date(2018, 4, 15)),
    ("không quá ngày 15/4/2018", date(2018, 4, 15)),
    ("đến hết ngày 15/4/2018", date(2018, 4, 15)),
    ("xong trước 15/4/2018", date(2018, 4, 15)),
    ("hoàn thành trước ngày 15/4/2018", date(2018, 4, 15)),
    ("Thời hạn hoàn thành: 15/4/2018", date(2018, 4, 15)),
    ("hạn cuối 15/4/2018", date(2018, 4, 15)),
    ("trước hoặc trong ngày 15/4/2018", date(2018, 4, 15)),
    ("dịp 22/12/2018", date(2018, 12, 22)),
]
HOURS_AND_WEEKDAYS = [
    ("trước 17 giờ ngày 15/4/2018", date(2018, 4, 15)),
    ("17h00 ngày 15/4/2018", date(2018, 4, 15)),
    ("9h00' ngày 15/4/2018", date(2018, 4, 15)),
    ("16 giờ 30 phút, thứ Sáu, ngày 13/4/2018", date(2018, 4, 13)),
    ("5 giờ sáng ngày 15/4/2018", date(2018, 4, 15)),
    ("15/4/2018 lúc 8h", date(2018, 4, 15)),
    ("chiều 15/4/2018", date(2018, 4, 15)),
    ("Thứ Sáu, ngày 13/4/2018", date(2018, 4, 13)),
    ("thứ Sáu (13/4/2018)", date(2018, 4, 13)),
    ("13/4/2018 (thứ Sáu)", date(2018, 4, 13)),
    ("T6, 13/4/2018", date(2018, 4, 13)),
]
FROM_TODAY = [
    ("hôm nay", THURSDAY),
    ("trước 18 giờ hôm nay", THURSDAY),
    ("ngày mai", date(2018, 3, 23)),
    ("sáng mai", date(2018, 3, 23)),
    ("ngày kia", date(2018, 3, 24)),
    ("thứ Sáu này", date(2018, 3, 23)),
    ("thứ Năm tới", date(2018, 3, 29)),
    ("thứ Hai tuần sau", date(2018, 3, 26)),
    ("T6 tuần sau", date(2018, 3, 30)),
    ("chủ nhật", date(2018, 3, 25)),
    ("ngày 15 tháng sau", date(2018, 4, 15)),
    ("tuần này", date(2018, 3, 25)),
    ("ngay trong tuần này", date(2018, 3, 25)),
    ("tuần tới", date(2018, 4, 1)),
    ("trong tuần sau", date(2018, 4, 1)),
    ("đầu tuần tới", date(2018, 3, 26)),
    ("tháng này", date(2018, 3, 31)),
    ("tháng sau", date(2018, 4, 30)),
    ("quý này", date(2018, 3, 31)),
    ("cuối năm", date(2018, 12, 31)),
    ("trong cả năm", date(2018, 12, 31)),
    ("năm sau", date(2019, 12, 31)),
]
PERIODS = [
    ("tháng 4/2018", date(2018, 4, 30)),
    ("trong tháng 4-2018", date(2018, 4, 30)),
    ("tháng Tư năm 2018", date(2018, 4, 30)),
    ("T4/2018", date(2018, 4, 30)),
    ("T11/2021", date(2021, 11, 30)),
    ("Th4.2018", date(2018, 4, 30)),
    ("4/2018", date(2018, 4, 30)),
    ("04-2018", date(2018, 4, 30)),
    ("quý II/2018", date(2018, 6, 30)),
    ("Quý 2-2018", date(2018, 6, 30)),
    ("quý hai năm 2018", date(2018, 6, 30)),
    ("q.II/2018", date(2018, 6, 30)),
    ("Q2/2018", date(2018, 6, 30)),
    ("qúi II/2018", date(2018, 6, 30)),
    ("hết quý I năm 2018", date(2018, 3, 31)),
    ("6 tháng đầu năm 2018", date(2018, 6, 30)),
    ("6 tháng cuối năm 2018", date(2018, 12, 31)),
    ("sáu tháng đầu năm 2018", date(2018, 6, 30)),
    ("9 tháng năm 2018", date(2018, 9, 30)),
    ("nửa đầu năm 2018", date(2018, 6, 30)),
    ("hai quý đầu năm 2018", date(2018, 6, 30)),
    ("nửa đầu tháng 4/2018", date(2018, 4, 15)),
    ("nửa cuối tháng 4/2018", date(2018, 4, 30)),
    ("thượng tuần tháng 4/2018", date(2018, 4, 10)),
    ("trung tuần tháng 4/2018", date(2018, 4, 20)),
    ("hạ tuần tháng 4/2018", date(2018, 4, 30)),
    ("10 ngày đầu tháng 4/2018", date(2018, 4, 10)),
    ("cuối tháng 4/2018", date(2018, 4, 30)),
    ("tuần cuối tháng 4/2018", date(2018, 4, 30)),
    ("trong năm 2018", date(2018, 12, 31)),
    ("đến hết năm 2020", date(2020, 12, 31)),
    ("giai đoạn 2018 - 2020", date(2020, 12, 31)),
    ("cuối 2018", date(2018, 12, 31)),
]
BEFORE_PERIODS = [
    ("trước tháng 6/2018", date(2018, 5, 31)),
    ("trước quý III/2018", date(2018, 6, 30)),
    ("trước năm 2019", date(2018, 12, 31)),
    ("trước cuối tháng 6/2018", date(2018, 6, 30)),
]
RANGES = [
    ("từ 01/4/2018 đến 20/4/2018", date(2018, 4, 20)),
    ("01/4 - 20/4/2018", date(2018, 4, 20)),
    ("15-20/4/2018", date(2018, 4, 20)),
    ("15, 16/4/2018", date(2018, 4, 16)),
    ("ngày 15 và 16 tháng 4 năm 2018", date(2018, 4, 16)),
    ("từ ngày 15 đến hết ngày 20/4/2018", date(2018, 4, 20)),
    ("20/12/2017-15/01/2018", date(2018, 1, 15)),
    ("tháng 3-5/2018", date(2018, 5, 31)),
    ("Tháng 3, 4/2018", date(2018, 4, 30)),
    ("từ tháng 3 đến tháng 5 năm 2018", date(2018, 5, 31)),
    ("Tháng 11/2017-01/2018", date(2018, 1, 31)),
    ("quý I, II/2018", date(2018, 6, 30)),
    ("từ tháng 11/2018 đến hết quý I/2019", date(2019, 3, 31)),
]
LENGTHS = [
    ("trong 15 ngày kể từ ngày 02/4/2018", date(2018, 4, 17)),
    ("05 (năm) ngày làm việc kể từ ngày 02/4/2018", date(2018, 4, 9)),
    ("3 tháng tính từ 31/3/2018", date(2018, 6, 30)),
    ("chậm nhất 7 ngày trước ngày 30/4/2018", date(2018, 4, 23)),
    ("10 ngày làm việc trước 30/4/2018", date(2018, 4, 16)),
    ("trước ngày 30/4/2018 ít nhất 10 ngày", date(2018, 4, 20)),
    ("20 ngày trước ngày giao quân (20/4/2018)", date(2018, 3, 31)),
    ("10 ngày sau ngày 30/4/2018", date(2018, 5, 10)),
    ("trong vòng 10 ngày kể từ ngày ban hành", date(2018, 4, 5)),
    ("trong 10 ngày kể từ ngày ký Thông báo này", date(2018, 4, 5)),
    ("ba tháng nữa", date(2018, 6, 22)),
    ("nửa tháng nữa", date(2018, 4, 6)),
    ("trong 10 ngày tới", date(2018, 4, 1)),
]
EXTENDED = [
    ("15/3/2018 (gia hạn đến 30/4/2018)", date(2018, 4, 30)),
    ("15/3 (gia hạn đến 30/4)", date(2018, 4, 30)),
    ("15/3/2018, gia hạn 30/4/2018", date(2018, 4, 30)),
    ("15/3/2018 -> 30/4/2018", date(2018, 4, 30)),
    ("hạn cũ 15/3 nay 30/4", date(2018, 4, 30)),
    ("Hạn cũ: 15/3/2018; hạn mới: 30/4/2018", date(2018, 4, 30)),
    ("30/4/2018 (hạn cũ: 15/3)", date(2018, 4, 30)),
    ("gia hạn từ 15/3 đến 30/4", date(2018, 4, 30)),
    ("15/3/2018 (gia hạn lần 1: 30/4/2018; lần 2: 30/5/2018)", date(2018, 5, 30)),
    ("15/3/2018 (gia hạn thêm 15 ngày)", date(2018, 3, 30)),
]


@table(
    *DAYS, *BOUNDS, *HOURS_AND_WEEKDAYS, *FROM_TODAY, *PERIODS, *BEFORE_PERIODS, *RANGES,
    *LENGTHS, *EXTENDED,
)  # fmt: skip
def test_a_form_that_names_a_day_gives_that_day(text, due):
    found = read(text)

    assert (found.due, found.kind, found.untold) == (due, DeadlineKind.DATE, None)
    assert found.wording == " ".join(text.split())
    assert Assumption.WORDS_LEFT not in found.assumed


@table(*DAYS, *BOUNDS, *HOURS_AND_WEEKDAYS, *FROM_TODAY, *PERIODS, *RANGES, *LENGTHS, *EXTENDED)
def test_a_form_is_read_however_it_was_typed(text, due):
    for typed in (
        unicodedata.normalize("NFD", text),
        text.upper(),
        text.lower(),
        fold(text),
        f"  {text}\u00a0".replace(" ", " \u00a0"),
    ):
        assert replace(read(typed), wording="") == replace(read(text), wording="")


@pytest.mark.parametrize("text", ["Truoc ngày 15 thang 4/2018", "hoan thành truoc 15/4/2018"])
def test_marks_may_be_left_out_here_and_there(text):
    assert read(text).due == date(2018, 4, 15)


# --- the year


@pytest.mark.parametrize(
    ("text", "coming", "own"),
    [
        ("15/4", date(2018, 4, 15), date(2018, 4, 15)),
        ("10/01", date(2019, 1, 10), date(2018, 1, 10)),
        ("trước ngày 10 tháng 01", date(2019, 1, 10), date(2018, 1, 10)),
        ("tháng 2", date(2019, 2, 28), date(2018, 2, 28)),
        ("trong quý I", date(2018, 3, 31), date(2018, 3, 31)),
        ("6 tháng đầu năm", date(2018, 6, 30), date(2018, 6, 30)),
        ("T4", date(2018, 4, 30), date(2018, 4, 30)),
    ],
)
def test_without_a_year_it_is_the_registers_own_or_the_next(text, coming, own):
    assert (read(text).due, read(text, REGISTER).due) == (coming, own)
    assert Assumption.YEAR in read(text).assumed
    assert Assumption.YEAR in read(text, REGISTER).assumed


def test_the_first_day_of_a_range_stands_by_the_last():
    assert (read("15/12 đến 15/01").start, read("15/12 đến 15/01").due) == (
        date(2018, 12, 15),
        date(2019, 1, 15),
    )


def test_a_list_of_days_that_name_no_year_stays_in_order():
    found = read("Đợt 1: 15/3; đợt 2: 30/6")

    assert (found.due, found.also) == (date(2018, 6, 30), (date(2018, 3, 15),))
    assert Assumption.SEVERAL in found.assumed


# --- what is assumed


@pytest.mark.parametrize(
    ("text", "due", "assumed", "also"),
    [
        ("03/15/2018", date(2018, 3, 15), Assumption.DAY_ORDER, ()),
        ("Thứ Năm, ngày 13/4/2018", date(2018, 4, 13), Assumption.WEEKDAY, ()),
        ("trước ngày 25", date(2018, 3, 25), Assumption.MONTH, ()),
        ("trong 5 ngày làm việc", date(2018, 3, 29), Assumption.COUNT_START, ()),
        ("15/4 và 30/6", date(2018, 6, 30), Assumption.SEVERAL, (date(2018, 4, 15),)),
        ("15/4/2018 báo cáo BTV", date(2018, 4, 15), Assumption.WORDS_LEFT, ()),
        (
            "tuần này", date(2018, 3, 25), Assumption.PART,
            (date(2018, 3, 23), date(2018, 3, 24)),
        ),
        (
            "đầu tháng 4/2018", date(2018, 4, 10), Assumption.PART,
            (date(2018, 4, 1), date(2018, 4, 5)),
        ),
        ("giữa tháng 4/2018", date(2018, 4, 15), Assumption.PART, (date(2018, 4, 20),)),
        ("3-5/2018", date(2018, 5, 31), Assumption.PART, (date(2018, 5, 3),)),
    ],
)  # fmt: skip
def test_what_the_words_leave_open_is_said(text, due, assumed, also):
    found = read(text)

    assert (found.due, found.also) == (due, also)
    assert assumed in found.assumed


@pytest.mark.parametrize("text", ["15/4/2018", "trước 17 giờ ngày 15/4/2018", "quý II/2018"])
def test_a_whole_day_assumes_nothing(text):
    assert read(text).assumed == ()


def test_a_period_and_a_range_have_a_first_day():
    assert (read("quý II/2018").start, read("quý II/2018").is_period_end) == (
        date(2018, 4, 1),
        True,
    )
    assert read("15-20/4/2018").start == date(2018, 4, 15)
    assert read("20/4/2018").start is None


@table(*EXTENDED)
def test_an_extended_deadline_keeps_the_day_before(text, due):
    assert read(text).original == date(2018, 3, 15)


def test_before_a_day_can_mean_the_day_before_it():
    strict = replace(NOTICE, before_means_day_before=True)

    assert read("trước ngày 15/4/2018", strict).due == date(2018, 4, 14)
    assert read("trước 17 giờ ngày 15/4/2018", strict).due == date(2018, 4, 15)
    assert read("chậm nhất ngày 15/4/2018", strict).due == date(2018, 4, 15)
    assert read("trước tháng 6/2018", strict).due == date(2018, 5, 31)


# --- the lunar year


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("trước Tết Nguyên đán Mậu Tuất", date(2018, 2, 15)),
        ("Tết Nguyên đán 2019", date(2019, 2, 5)),
        ("Tết Quý Mão", date(2023, 1, 22)),
        ("30 Tết", date(2019, 2, 4)),
        ("mùng 6 Tết", date(2019, 2, 10)),
        ("ngày 23 tháng Chạp", date(2019, 1, 28)),
        ("Rằm tháng Giêng", date(2019, 2, 19)),
        ("10/3 âm lịch", date(2018, 4, 25)),
        ("Giỗ Tổ Hùng Vương", date(2018, 4, 25)),
        ("Tết Trung thu", date(2018, 9, 24)),
        ("tháng Chạp", date(2019, 2, 4)),
    ],
)
def test_a_day_of_the_lunar_year_is_reckoned_and_said(text, due):
    found = read(text)

    assert (found.due, found.wording) == (due, text)
    assert Assumption.LUNAR in found.assumed


def test_tet_alone_is_only_proposed():
    office = replace(NOTICE, calendar=Calendar(off=frozenset({date(2019, 2, 4)})))

    found = read("trước Tết", office)

    assert (found.due, found.kind, found.untold) == (None, DeadlineKind.NONE, Untold.EVENT)
    assert found.also == (date(2019, 2, 4), date(2019, 2, 1), date(2019, 2, 5))


# --- words that give no day


@pytest.mark.parametrize(
    ("text", "untold", "also"),
    [
        ("31/4/2018", Untold.IMPOSSIBLE, (date(2018, 4, 30),)),
        ("trước ngày 31/4", Untold.IMPOSSIBLE, (date(2018, 4, 30),)),
        ("30/02/2020", Untold.IMPOSSIBLE, (date(2020, 2, 29),)),
        ("29/2", Untold.IMPOSSIBLE, (date(2018, 2, 28),)),
        ("13/13/2018", Untold.IMPOSSIBLE, ()),
        ("0/5/2018", Untold.IMPOSSIBLE, ()),
        ("tháng 13/2018", Untold.IMPOSSIBLE, ()),
        ("quý V", Untold.IMPOSSIBLE, ()),
        ("999 năm", Untold.IMPOSSIBLE, ()),
        ("05 ngày tiếp theo", Untold.UNSAID_START, (date(2018, 3, 27),)),
        ("10 ngày kể từ ngày nhận được văn bản", Untold.UNSAID_START, (date(2018, 4, 5),)),
        ("Trước Đại hội", Untold.EVENT, ()),
        ("ngay sau cuộc họp này", Untold.EVENT, (THURSDAY,)),
        ("ngay sau hội nghị giao ban quý I", Untold.EVENT, (THURSDAY,)),
        ("5 ngày trước ngày khai mạc", Untold.EVENT, ()),
        ("trước ngày khai mạc Đại hội 10 ngày", Untold.EVENT, ()),
        ("Sau khi có ý kiến của tỉnh", Untold.EVENT, ()),
        ("trong tuần đầu năm học", Untold.EVENT, ()),
        ("trước 5 ngày", Untold.EVENT, ()),
        ("Từ 01/4/2018", Untold.START_ONLY, ()),
        ("sau ngày 30/6/2018", Untold.START_ONLY, ()),
        ("Theo kế hoạch", Untold.UNREAD, ()),
        ("Theo quy định", Untold.UNREAD, ()),
        ("24/24 giờ", Untold.UNREAD, ()),
        ("ngay", Untold.UNREAD, ()),
        ("khi có yêu cầu", Untold.UNREAD, ()),
        ("quá hạn 5 ngày", Untold.UNREAD, ()),
        ("còn 5 ngày", Untold.UNREAD, ()),
        ("quỹ 2", Untold.UNREAD, ()),
        ("Nghị định 09/2019/NĐ-CP", Untold.UNREAD, ()),
        ("15/4/20018", Untold.UNREAD, ()),
        ("15//4/2018", Untold.UNREAD, ()),
        ("5", Untold.UNREAD, ()),
        ("43190", Untold.UNREAD, ()),
        ("2018", Untold.UNREAD, ()),
        ("abc", Untold.UNREAD, ()),
    ],
)
def test_words_that_give_no_day_keep_their_words_and_say_why(text, untold, also):
    found = read(text)

    assert (found.due, found.kind, found.wording) == (None, DeadlineKind.NONE, text)
    assert (found.untold, found.also) == (untold, also)


def test_the_day_of_issue_must_be_known():
    unissued = replace(NOTICE, issued_on=None)

    found = read("trong 10 ngày kể từ ngày ban hành", unissued)

    assert (found.due, found.untold) == (None, Untold.UNSAID_START)
    assert found.also == (date(2018, 4, 1),)


@pytest.mark.parametrize("text", ["", "   ", "-", "...", "\u200b"])
def test_a_cell_that_says_nothing_has_no_deadline(text):
    assert not read(text)


def test_without_deadline_is_an_answer():
    found = read("Không thời hạn")

    assert (found.kind, found.due, found.untold) == (DeadlineKind.NONE, None, None)


@pytest.mark.parametrize(
    ("text", "counted_from"),
    [
        ("trong 15 ngày", CountedFrom.TOLD),
        ("trong 15 ngày kể từ ngày ban hành", CountedFrom.ISSUED),
        ("trong 15 ngày kể từ ngày nhận được", CountedFrom.EVENT),
        ("trong 15 ngày kể từ 02/4/2018", CountedFrom.NAMED),
        ("trong 15 ngày kể từ ngày họp", CountedFrom.SAID),
        ("hôm nay", CountedFrom.SAID),
        ("15/4/2018", None),
    ],
)
def test_where_a_count_starts_is_said(text, counted_from):
    assert read(text).counted_from is counted_from


# --- what comes again, what goes on

MONTH, WEEK, DAY = IntervalUnit.MONTH, IntervalUnit.WEEK, IntervalUnit.DAY


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("hằng tháng", Every(unit=MONTH)),
        ("mỗi quý một lần", Every(unit=MONTH, count=3)),
        ("Định kỳ 6 tháng", Every(unit=MONTH, count=6)),
        ("2 tuần/lần", Every(unit=WEEK, count=2)),
        ("2 lần/tháng", Every(unit=MONTH, times=2)),
        ("mỗi ngày hai lần", Every(unit=DAY, times=2)),
        ("15 giờ hằng ngày", Every(unit=DAY)),
        ("hằng tháng trước ngày 25", Every(unit=MONTH, day=25)),
        ("Hằng tháng (trước ngày 25)", Every(unit=MONTH, day=25)),
        ("ngày 25 hằng tháng", Every(unit=MONTH, day=25)),
        ("định kỳ ngày 25 hằng tháng", Every(unit=MONTH, day=25)),
        ("trước ngày 05 của tháng sau, hằng tháng", Every(unit=MONTH, day=5)),
        ("thứ Sáu hằng tuần", Every(unit=WEEK, weekday=4)),
        ("T6 hằng tuần", Every(unit=WEEK, weekday=4)),
        ("hằng tuần, vào chiều thứ Sáu", Every(unit=WEEK, weekday=4)),
        ("hằng quý, trước ngày 25 tháng cuối quý", Every(unit=MONTH, count=3, day=25, month=3)),
        ("trước 15/12 hằng năm", Every(unit=MONTH, count=12, day=15, month=12)),
        ("2 giờ/lần", None),
        ("định kỳ", None),
    ],
)
def test_what_comes_again_says_how_often_and_on_which_day(text, every):
    found = read(text)

    assert (found.kind, found.due, found.untold) == (DeadlineKind.PERIODIC, None, None)
    assert found.every == every
    assert Assumption.WORDS_LEFT not in found.assumed


def test_what_comes_again_can_end():
    found = read("hằng tháng đến hết 31/12/2018")

    assert (found.kind, found.due) == (DeadlineKind.PERIODIC, date(2018, 12, 31))
    assert found.every == Every(unit=MONTH)


@pytest.mark.parametrize(
    "text", ["thường xuyên", "Thường xuyên, liên tục", "lâu dài", "thường xuyên trong năm 2018"]
)
def test_what_goes_on_has_no_day(text):
    assert (read(text).kind, read(text).due) == (DeadlineKind.ONGOING, None)


# --- a field


@table(
    ("t6", date(2018, 3, 23)),
    ("5/1", date(2018, 1, 5)),
    ("5 4 2018", date(2018, 4, 5)),
    ("tuần này", date(2018, 3, 23)),
    ("đầu tháng 4", date(2018, 4, 1)),
    ("+7", date(2018, 3, 29)),
    ("15 ngày", date(2018, 4, 6)),
)  # fmt: skip
def test_a_field_of_days_has_its_own_short_forms(text, due):
    assert read(text, FIELD).due == due


def test_a_field_never_swaps_day_and_month():
    assert read("3/15/2018", FIELD).untold is Untold.IMPOSSIBLE


# --- any text

CONTEXTS = st.builds(
    DeadlineContext,
    told_on=st.dates() | st.sampled_from((date.min, date.max)),
    year=st.none() | st.integers(1, 9999),
    issued_on=st.none() | st.dates(),
    typed=st.booleans(),
    before_means_day_before=st.booleans(),
)
PIECES = [text for text, _ in (*DAYS, *BOUNDS, *FROM_TODAY, *PERIODS, *RANGES, *LENGTHS, *EXTENDED)]
WORDY = st.lists(
    st.sampled_from([word for text in PIECES for word in text.split()]) | st.text(max_size=4),
    max_size=14,
).map(" ".join)


@given(st.text() | WORDY | st.sampled_from(PIECES), CONTEXTS)
def test_any_text_gives_a_deadline_and_keeps_its_words(text, context):
    found = read(text, context)

    assert found.wording in ("", " ".join(text.split()))
    assert found.due is None or found.untold is None
    assert found.due is None or found.kind in (DeadlineKind.DATE, DeadlineKind.PERIODIC)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), CONTEXTS)
def test_every_day_written_is_read_back(day, context):
    strict = replace(context, before_means_day_before=False)

    for written in (dates.short(day), dates.on_paper(day), day.isoformat(), f"{day:%d.%m.%Y}"):
        assert read(written, strict).due == day
        assert read(f"Trước {written}", strict).due == day
