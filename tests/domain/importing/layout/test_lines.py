"""What each row of a table is."""

import pytest

from coordapp.domain.importing.layout.lines import LineKind, PassReason
from tests.domain.importing.building import lines_of

TITLES = ["TT", "Nhiệm vụ", "Đơn vị", "Hạn", "Ghi chú"]
ONE = [1, "Rà soát các hộ đăng ký vay vốn", "HND", "30/6/2018", None]
TWO = [2, "Tập huấn cho cán bộ Hội", "Tỉnh Đoàn", "31/7/2018", None]
THREE = [3, "Tổng kết phong trào thi đua", "HND", "31/12/2018", None]


def told(*rows, titles=TITLES, **marks):
    return [
        line.reason if line.kind is LineKind.PASSED else line.kind
        for line in lines_of(titles, *rows, **marks)
    ]


TASK, HEADING, CONTINUED = LineKind.TASK, LineKind.HEADING, LineKind.CONTINUED


def test_reading_goes_on_after_blank_rows() -> None:
    assert told(ONE, [], [], [], TWO) == [TASK, TASK]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (["Cộng", None, None, None, None], PassReason.SUBTOTAL),
        ([None, "Tổng cộng: 2 nhiệm vụ", None, None, None], PassReason.SUBTOTAL),
        ([None, "Cộng nhóm I", None, "2", None], PassReason.SUBTOTAL),
        (["(1)", "(2)", "(3)", "(4)", "(5)"], PassReason.COLUMN_NUMBERS),
        (["A", "B", "1", "2", "3=1+2"], PassReason.COLUMN_NUMBERS),
        (TITLES, PassReason.TITLES),
        ([7, None, None, None, None], PassReason.NUMBER_ALONE),
        ([None, "Ghi chú: hạn theo kết luận", None, None, None], PassReason.REMARK),
        (["I", "Công tác hội", None, None, None], HEADING),
        (["B", "Công tác hội", None, None, None], HEADING),
        (["II", "Hội Nông dân tỉnh", None, None, None], HEADING),
        ([None, "NHIỆM VỤ TRỌNG TÂM", None, None, None], HEADING),
        ([None, "Hội Nông dân tỉnh", None, None, None], HEADING),
        ([None, None, "Tỉnh Đoàn", None, None], HEADING),
        ([None, "và các hộ nghèo", None, None, None], CONTINUED),
        ([None, None, None, None, "xem thêm công văn"], CONTINUED),
        ([None, "Việc thêm bằng tay", None, None, None], PassReason.UNCLEAR),
        ([None, "Việc thêm bằng tay", "HND", None, None], TASK),
        (["1.1", "Việc nhỏ", None, None, None], TASK),
        (["a)", "Việc nhỏ", None, None, None], TASK),
        (["*", "Việc nhỏ", None, None, None], TASK),
    ],
)
def test_a_row_between_tasks(row, verdict) -> None:
    assert told(ONE, row, TWO) == [TASK, verdict, TASK]


@pytest.mark.parametrize(
    "row",
    [
        [None, "Người lập biểu", None, "Trưởng ban", None],
        [None, None, None, "Trưởng ban", None],
        [None, None, None, "Thanh Hóa, ngày 30 tháng 3 năm 2018", None],
        [None, "Nguyễn Văn An", None, None, None],
    ],
)
def test_signatures_below_the_tasks(row) -> None:
    assert told(ONE, TWO, row) == [TASK, TASK, PassReason.SIGNATURE]


def test_a_work_that_begins_like_a_total_is_a_task() -> None:
    assert told([1, "Tổng kết năm", "HND", "30/6/2018"], [2, "Cộng tác viên", "HND"]) == [TASK] * 2


def test_a_text_that_is_cut_runs_on_below() -> None:
    cut = [1, "Rà soát, lập danh sách của", "HND", "30/6/2018", None]

    assert told(cut, [None, "Hội Nông dân các huyện"], TWO) == [TASK, CONTINUED, TASK]


def test_numbered_items_stand_below_their_parents() -> None:
    found = lines_of(
        TITLES,
        ONE,
        ["1.1", "Phần một", None, "1/6/2018", None],
        ["a)", "Nhỏ hơn", None, None, None],
        TWO,
    )

    assert [line.parent for line in found] == [None, 2, 3, None]


def test_letters_below_an_item_that_is_a_heading_are_tasks() -> None:
    assert told(
        ["I", "Công tác hội", None, None, None],
        ["1.1", "Tuyên truyền", None, None, None],
        ["a)", "Viết bài trên báo", None, None, None],
        TWO,
    ) == [HEADING, HEADING, TASK, TASK]


def test_a_number_whose_unit_its_parts_have_is_a_heading() -> None:
    assert told(
        [1, "Công tác tuyên truyền", None, None, None],
        ["1.1", "Viết bài trên báo", "HND", "30/6/2018", None],
        ["1.2", "Làm phóng sự ảnh", "HND", "30/6/2018", None],
        TWO,
    ) == [HEADING, TASK, TASK, TASK]


def test_tasks_numbered_with_romans_are_tasks() -> None:
    rows = [
        [roman, *row[1:]] for roman, row in zip(["I", "II", "III"], [ONE, TWO, THREE], strict=True)
    ]

    assert told(*rows) == [TASK] * 3


def test_a_heading_loses_its_number_and_its_count() -> None:
    _, line, _ = lines_of(
        TITLES, ONE, [None, "II. Hội Nông dân tỉnh (5 việc):", None, None, None], TWO
    )

    assert line.text == "Hội Nông dân tỉnh"


def test_one_tall_task_beside_several_rows_is_one() -> None:
    rows = (
        ["TT", "Nhiệm vụ", "Đơn vị", "Hạn", "Phối hợp"],
        [1, "Rà soát các hộ", "HND", "30/6/2018", "Tỉnh Đoàn"],
        [None, "Rà soát các hộ", None, None, "Sở NN,MT"],
    )

    found = lines_of(*rows, filled=frozenset({(3, 2)}))

    assert [line.kind for line in found] == [TASK, CONTINUED]


def test_a_tall_text_beside_two_units_is_a_task_for_each() -> None:
    rows = (
        TITLES,
        [1, "Rà soát các hộ", "HND", "30/6/2018", None],
        [None, "Rà soát các hộ", "Tỉnh Đoàn", "30/6/2018", None],
    )

    found = lines_of(*rows, filled=frozenset({(3, 2)}))

    assert [line.kind for line in found] == [TASK, TASK]


def test_a_line_that_ends_with_a_colon_above_tasks_is_a_heading() -> None:
    rows = (
        ["Gửi giấy mời", "HND", "20/4/2018"],
        ["Sau hội nghị:"],
        ["Gửi biên bản", "HND", "25/4/2018"],
    )

    kinds = [line.kind for line in lines_of(["Nhiệm vụ", "Đơn vị", "Hạn"], *rows)]

    assert kinds == [LineKind.TASK, LineKind.HEADING, LineKind.TASK]
