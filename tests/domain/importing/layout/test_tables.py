"""Where the tables of a sheet stand."""

from datetime import date

from coordapp.domain.importing.layout.columns import ImportColumn
from tests.domain.importing.building import found_in, the_table

TITLES = ["TT", "Nhiệm vụ", "Đơn vị", "Hạn"]
ONE = [1, "Rà soát các hộ vay vốn", "HND", "30/6/2018"]
TWO = [2, "Tập huấn cho cán bộ Hội", "Tỉnh Đoàn", "31/7/2018"]


def places(*rows, **marks):
    return [
        (table.header.first, table.last, table.columns) for table in found_in(*rows, **marks).tables
    ]


def test_titles_are_found_below_a_heading() -> None:
    table = the_table(["TỈNH ỦY", None, "ĐẢNG CỘNG SẢN"], ["SỔ NĂM 2017"], [], TITLES, ONE)

    assert (table.header.first, table.year, table.rows) == (4, 2017, range(5, 6))


def test_two_registers_side_by_side() -> None:
    rows = [[*TITLES, None, *TITLES], [*ONE, None, *TWO], [*TWO, None, *ONE]]

    assert places(*rows) == [(1, 3, range(5)), (1, 3, range(5, 9))]


def test_two_tables_one_below_the_other() -> None:
    other = ["STT", "Đơn vị chủ trì", "Công việc", "Thời hạn", "Ghi chú"]

    assert places(TITLES, ONE, TWO, [], other, [1, "HND", "Việc khác nữa", "1/8/2018", ""]) == [
        (1, 4, range(5)),
        (5, 6, range(5)),
    ]


def test_a_running_number_begins_another_table_whatever_its_other_titles_say() -> None:
    of_tasks = ["TT", "Yêu cầu của cấp trên", "Nơi làm", "Ngày phải trả lời"]
    of_money = ["TT", "Khoản chi", "Số lượng", "Đơn giá"]
    money = [1, "Văn phòng phẩm cho hội nghị", 2, 50_000]

    assert places(TITLES, ONE, TWO, [], of_tasks, ONE, TWO) == [(1, 4, range(4)), (5, 7, range(4))]
    assert places(TITLES, ONE, TWO, [], of_money, money) == [(1, 4, range(4))]


def test_titles_said_again_on_the_next_page_are_no_new_table() -> None:
    assert places(TITLES, ONE, TITLES, TWO) == [(1, 4, range(4))]


def test_unlisted_titles_refuse_no_table_whose_columns_speak() -> None:
    table = the_table(
        ["Số", "Điều cần nhớ", "Phe ta", "Mốc"],
        [1, "Rà soát các hộ vay vốn", "HND", date(2018, 6, 30)],
        [2, "Tập huấn cho cán bộ Hội", "Tỉnh Đoàn", date(2018, 7, 30)],
    )

    assert {ImportColumn.WORK, ImportColumn.LEAD, ImportColumn.DUE} <= set(
        table.header.fields.values()
    )


def test_rows_without_titles_are_a_table_too() -> None:
    table = the_table([*ONE[:3], date(2018, 6, 30)], [*TWO[:3], date(2018, 7, 1)])

    assert (table.header.first, table.rows) == (0, range(1, 3))


def test_another_kind_of_table_is_none_of_ours() -> None:
    found = found_in(
        ["DỰ TOÁN KINH PHÍ HỘI NGHỊ"],
        ["TT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "Nước uống đại biểu", "chai", 100, 5000, 500000],
    )

    assert (found.tables, found.other) == ((), "budget")


def test_an_empty_sheet_holds_nothing() -> None:
    found = found_in()

    assert (found.tables, found.other) == ((), None)
