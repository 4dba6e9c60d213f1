"""Rows put together."""

from coordapp.domain.importing.assembly import AssembledRow, assembled
from coordapp.domain.importing.layout.columns import ImportColumn
from tests.domain.importing.building import lines_of

TITLES = ["TT", "Nhiệm vụ", "Đơn vị", "Hạn", "Phối hợp", "Ghi chú"]


def test_the_text_of_a_task_goes_on_in_the_rows_below() -> None:
    lines = lines_of(
        TITLES,
        [1, "Rà soát, lập danh sách của", "HND", "30/6/2018", "Tỉnh Đoàn", None],
        [None, "các hộ đăng ký", None, None, "Sở NN,MT", "gấp"],
        [2, "Tập huấn", "HND", "31/7/2018", None, None],
    )

    first, second = assembled(lines)

    assert isinstance(first, AssembledRow)
    given = first.line.view.given
    assert (first.rows, given[ImportColumn.WORK]) == (
        (2, 3),
        "Rà soát, lập danh sách của các hộ đăng ký",
    )
    assert given[ImportColumn.COORDINATING] == "Tỉnh Đoàn\nSở NN,MT"
    assert given[ImportColumn.NOTE] == "gấp"
    assert isinstance(second, AssembledRow)
    assert second.rows == (4,)


def test_headings_stay_where_they_are() -> None:
    lines = lines_of(TITLES, ["I", "Công tác hội", None, None], [1, "Tập huấn", "HND", "31/7/2018"])

    assert [isinstance(item, AssembledRow) for item in assembled(lines)] == [False, True]
