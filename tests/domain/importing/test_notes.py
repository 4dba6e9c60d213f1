"""What a person should know beside the rows."""

from coordapp.domain.importing.labels import note_sentence
from tests.domain.importing.building import a_sheet
from tests.domain.importing.test_planner import ONE, TITLES, TWO, plan_of


def notes(*sheets) -> list[str]:
    return [note_sentence(note) for note in plan_of(*sheets).notes]


def test_what_is_hidden_or_noted_is_told() -> None:
    sheet = a_sheet(
        [*TITLES, "Chuyên viên"],
        [*ONE, "An"],
        [*TWO, "Bình"],
        hidden_columns=frozenset({6}),
        hidden_rows=frozenset({3}),
        comments={(2, 2): "hỏi lại"},
    )

    assert notes(sheet) == [
        "Trang “Sổ” có 1 dòng ẩn.",
        "Trang “Sổ” có cột ẩn không đọc: F “Chuyên viên”.",
        "Ô B2 trang “Sổ” có chú thích: hỏi lại",
    ]


def test_columns_that_are_not_read_or_were_guessed_are_told() -> None:
    sheet = a_sheet(
        ["TT", "Nhiệm vụ", "Phe ta", "Hạn", "Số tờ trình"],
        [*ONE[:4], "12 tờ"],
        [*TWO[:4], "13 tờ"],
    )

    assert notes(sheet) == [
        "Trang “Sổ” có cột không nhập: E “Số tờ trình”.",
        "Trang “Sổ”: cột C “Phe ta” được hiểu là “Đơn vị chủ trì” theo nội dung các ô.",
    ]


def test_tables_read_together_are_told() -> None:
    beside = a_sheet([*TITLES, None, *TITLES], [*ONE, None, *TWO])

    assert notes(beside) == ["Trang “Sổ” có 2 bảng khác nhau: đã đọc hết, cả bảng thứ hai."]
    assert notes(a_sheet(TITLES, ONE), a_sheet(TITLES, TWO, name="Hai")) == [
        "Đọc cùng lúc 2 trang tính: Sổ, Hai."
    ]


def test_rows_struck_through_codes_and_rows_that_are_there_twice_are_told() -> None:
    sheet = a_sheet(
        ["Mã", *TITLES[1:]],
        ["A-1", *ONE[1:]],
        ["A-1", *TWO[1:]],
        ["A-1", *ONE[1:]],
        struck=frozenset({(3, 2)}),
    )

    assert notes(sheet) == [
        "Trang “Sổ” có dòng bị gạch ngang, nhập là đã hủy: dòng 3.",
        "Trang “Sổ”: mã “A-1” lặp lại, dùng hai lần ở dòng 2, 3; cả hai đều là nhiệm vụ.",
        "Trang “Sổ”: mã “A-1” lặp lại, dùng hai lần ở dòng 2, 4; cả hai đều là nhiệm vụ.",
        "Trang “Sổ”: dòng 4 giống hệt dòng khác; mỗi dòng vẫn là một nhiệm vụ.",
    ]


def test_of_very_many_comments_the_rest_is_counted() -> None:
    rows = [[number, *ONE[1:]] for number in range(1, 61)]
    found = notes(a_sheet(TITLES, *rows, comments={(row, 2): "x" for row in range(2, 62)}))

    assert "Trang “Sổ” còn 10 chú thích của ô khác." in found


def test_what_stands_beside_tasks_in_a_column_without_a_title_is_told() -> None:
    beside = a_sheet(TITLES, [*ONE, None, "hỏi lại anh Ba"], TWO)
    signed = a_sheet(
        TITLES, ONE, TWO, [], [None, "Người lập biểu", None, None, None, None, "Trưởng ban"]
    )

    assert notes(beside) == ["Trang “Sổ” có cột không nhập: G."]
    assert notes(signed) == []
