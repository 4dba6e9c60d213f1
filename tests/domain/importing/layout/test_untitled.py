"""Rows that come without titles."""

from datetime import date

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.untitled import by_list, by_values
from tests.domain.importing.building import DAYS, UNITS, a_sheet

LIST = (ImportColumn.CODE, ImportColumn.WORK, ImportColumn.LEAD, ImportColumn.DUE)


def test_columns_are_known_by_what_they_hold() -> None:
    sheet = a_sheet(
        ["HND", "Rà soát các hộ vay vốn", date(2018, 6, 30), "Đang thực hiện"],
        ["Tỉnh Đoàn", "Tập huấn cho cán bộ", date(2018, 7, 30), "Chưa thực hiện"],
    )

    assert by_values(sheet, UNITS, DAYS).fields == {
        0: ImportColumn.LEAD, 1: ImportColumn.WORK, 2: ImportColumn.DUE, 3: ImportColumn.STATE,
    }  # fmt: skip


def test_short_works_are_taken_where_nothing_else_is_left() -> None:
    assert by_values(a_sheet(["Họp", "HND"], ["Báo cáo", "HND"]), UNITS, DAYS).fields == {
        0: ImportColumn.WORK, 1: ImportColumn.LEAD,
    }  # fmt: skip


def test_numbers_alone_are_no_works() -> None:
    assert by_values(a_sheet([1, 2], [3, 4]), UNITS, DAYS).column(ImportColumn.WORK) is None


def test_the_columns_of_the_list_are_known_when_each_holds_its_kind() -> None:
    rows = (["NV-2018-001", "Việc", "HND", "30/06/2018"], ["NV-2018-002", "Hai", "HND", ""])

    header = by_list(a_sheet(*rows), LIST, UNITS, DAYS)

    assert header is not None
    assert header.fields == dict(enumerate(LIST))


def test_other_columns_are_not_those_of_the_list() -> None:
    assert by_list(a_sheet(["Việc", "HND"]), LIST, UNITS, DAYS) is None
    assert by_list(a_sheet(["a", "b", "30/6/2018", "HND"]), LIST, UNITS, DAYS) is None
