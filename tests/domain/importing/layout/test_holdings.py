"""Columns told by what they hold."""

from datetime import date

import pytest

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.holdings import completed, is_person
from tests.domain.importing.building import DAYS, TODAY, UNITS, a_sheet, header_of, the_table

LONG = "Rà soát các hộ đăng ký vay vốn"


def fields_of(titles, *rows):
    header = header_of(titles, *rows)
    sheet = a_sheet(titles, *rows)
    span = range(len(titles))
    return completed(sheet, header, range(2, len(rows) + 2), span, UNITS, DAYS)


def test_an_unlisted_title_is_known_by_units_days_and_texts() -> None:
    header = fields_of(
        ["STT", "Điều cần nhớ", "Phe ta", "Mốc cuối"],
        [1, LONG, "HND", date(2018, 6, 30)],
        [2, LONG, "Tỉnh Đoàn", "Quý II/2018"],
    )

    assert header.fields == {
        0: ImportColumn.NUMBER, 1: ImportColumn.WORK, 2: ImportColumn.LEAD, 3: ImportColumn.DUE,
    }  # fmt: skip
    assert header.guessed >= {1, 2}


def test_of_two_unlisted_days_the_later_is_the_deadline() -> None:
    header = fields_of(
        ["Nhiệm vụ", "A", "B"],
        [LONG, date(2018, 1, 5), date(2018, 6, 30)],
        [LONG, date(2018, 2, 5), date(2018, 5, 30)],
    )

    assert header.fields[2] is ImportColumn.DUE
    assert header.fields[1] is ImportColumn.ASSIGNED


def test_the_values_are_believed_where_a_name_says_something_else() -> None:
    header = fields_of(
        ["Nhiệm vụ", "Tiến độ", "Hoàn thành"],
        [LONG, date(2018, 6, 30), "Đã xong"],
        [LONG, date(2018, 5, 30), "Chưa xong"],
    )

    assert header.fields[1] is ImportColumn.DUE
    assert header.fields[2] is ImportColumn.STATE


@pytest.mark.parametrize(
    ("values", "held"),
    [
        pytest.param([date(2018, 6, 30), TODAY], ImportColumn.DUE, id="ahead"),
        pytest.param(["trước 15/3", "20/3/2018"], ImportColumn.DUE, id="in words"),
        pytest.param([date(2018, 3, 15), ""], ImportColumn.FINISHED, id="of what is done"),
    ],
)
def test_the_only_day_of_a_table_may_be_its_deadline(values, held) -> None:
    header = fields_of(
        ["Nhiệm vụ", "Trạng thái", "Ngày hoàn thành"],
        [LONG, "Hoàn thành", values[0]],
        [LONG, "Đang thực hiện", values[1]],
    )

    assert header.fields[2] is held


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Nguyễn Văn An", True),
        ("Đ/c Lê Thị Bình", True),
        ("Hội Nông Dân", False),
        ("An", False),
        ("nguyễn văn an", False),
    ],
)
def test_names_of_persons_are_told(text, is_so) -> None:
    assert is_person(text) is is_so


def test_units_lead_and_persons_are_whom_to_ask_whatever_the_titles_say() -> None:
    table = the_table(
        ["TT", "Nội dung", "Người chủ trì", "Đơn vị thực hiện chính", "Hạn"],
        [1, "Treo băng rôn", "Đ/c Hoa", "HND", "30/6/2018"],
        [2, "Phát loa", "Đ/c Nam", "Tỉnh Đoàn", "30/6/2018"],
    )

    assert table.header.column(ImportColumn.LEAD) == 3
    assert table.header.column(ImportColumn.FOCAL) == 2


def test_a_name_that_becomes_free_goes_to_the_next_column_that_bears_it() -> None:
    table = the_table(
        ["TT", "Nội dung", "Ngày kết thúc", "Ngày hoàn thành thực tế", "Trạng thái"],
        [1, "Treo băng rôn", "30/6/2018", None, "Đang thực hiện"],
        [2, "Phát loa", "30/1/2018", "28/1/2018", "Hoàn thành"],
    )

    assert table.header.column(ImportColumn.DUE) == 2
    assert table.header.column(ImportColumn.FINISHED) == 3
