"""Periods, words and headings of lists are read whole, or refused."""

import pytest

from coordapp.domain.importing.case_rows import (
    INDICATOR_TITLES,
    PRACTICE_TITLES,
    CaseOutcome,
    find_table,
    indicator_values,
    practice_values,
    read_period,
    read_rows,
)
from coordapp.domain.importing.workbook import Sheet
from coordapp.domain.practices.practice import PracticeKind


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2017", "2017"), ("Năm 2017", "2017"), ("", "2018"), ("Quý I/2017", "2017-Q1"),
        ("quý 4 năm 2017", "2017-Q4"), ("Q3/2017", "2017-Q3"), ("Quý II", "2018-Q2"),
        ("6 tháng đầu năm 2017", "2017-H1"), ("6 tháng cuối năm", "2018-H2"),
        ("9 tháng năm 2017", "2017-9M"), ("9 tháng", "2018-9M"), ("Tháng 3/2017", "2017-03"),
        ("T12", "2018-12"), ("03/2017", "2017-03"), ("2017-Q1", "2017-Q1"),
        ("2017-H2", "2017-H2"), ("2017-9M", "2017-9M"), ("2017-03", "2017-03"),
    ],
)  # fmt: skip
def test_a_period_is_read_as_lists_name_it(typed, period):
    assert read_period(typed, 2018) == period


@pytest.mark.parametrize(
    "typed",
    [
        "2016-2020", "Tháng 1-3/2017", "Quý I-II/2017", "Quý V", "Tháng 13", "15/3/2017",
        "hôm qua", "giai đoạn 2016", "3 tháng đầu năm", "17", "2017, 2018",
    ],
)  # fmt: skip
def test_what_is_more_or_other_than_one_period_is_none(typed):
    assert read_period(typed, 2018) is None


def rows_of(titles, values, *rows):
    table = find_table((Sheet(name="Bảng", rows=rows),), titles)
    return read_rows(table, values, {})


def test_a_half_that_is_not_said_is_told_as_assumed():
    (row,) = rows_of(
        INDICATOR_TITLES, indicator_values,
        ["Chỉ tiêu", "Kỳ", "Thực hiện"], ["Lớp học", "6 tháng năm 2017", 2],
    )  # fmt: skip
    assert row.values["period"] == "2017-H1"
    assert row.assumed == (("period", "2017-H1"),)


def test_a_row_with_one_figure_is_no_heading():
    heading, row = rows_of(
        INDICATOR_TITLES, indicator_values,
        ["Chỉ tiêu", "Kỳ", "Kế hoạch", "Thực hiện"],
        ["I. Dân vận khéo", "", "", ""], ["Mô hình mới", "", "", 155], )  # fmt: skip
    assert (heading.outcome, heading.reason) == (CaseOutcome.PASSED_OVER, "case_row_heading")
    # it names no year, and the list neither
    assert (row.outcome, row.reason) == (CaseOutcome.REJECTED, "period_unreadable")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Mô hình", PracticeKind.MODEL), ("Điển hình cá nhân", PracticeKind.EXEMPLAR)],
)
def test_a_word_within_others_is_known(word, kind):
    (row,) = rows_of(
        PRACTICE_TITLES, practice_values,
        ["Tên mô hình", "Loại", "Năm xây dựng"], ["Đường tự quản", word, 2017],
    )  # fmt: skip
    assert row.values["kind"] is kind


def test_words_that_could_be_either_are_asked_about():
    (row,) = rows_of(
        PRACTICE_TITLES, practice_values,
        ["Tên mô hình", "Loại", "Năm xây dựng"], ["Đường tự quản", "Mô hình điển hình", 2017],
    )  # fmt: skip
    assert (row.outcome, row.reason) == (CaseOutcome.REJECTED, "word_unknown")


def test_a_number_of_a_cell_keeps_its_fraction():
    (row,) = rows_of(
        INDICATOR_TITLES, indicator_values,
        ["Chỉ tiêu", "Kỳ", "Thực hiện"], ["Tỷ lệ", 2017, 1.234],
    )  # fmt: skip
    assert row.values["actual"] == "1.234"


def test_a_row_above_ordinary_is_not_taken():
    secret, plain = rows_of(
        PRACTICE_TITLES, practice_values,
        ["Tên mô hình", "Địa bàn", "Lĩnh vực", "Độ mật"], ["Hũ gạo", "A", "Kinh tế", "Mật"],
        ["Tổ tự quản", "B", "Xã hội", "Thường"],
    )  # fmt: skip
    assert (secret.outcome, secret.reason) == (CaseOutcome.REJECTED, "secret_refused")
    assert plain.outcome is CaseOutcome.NEW
