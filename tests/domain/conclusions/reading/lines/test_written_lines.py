"""Lines as their writer meant them: breaks joined, page numbers dropped, numbers taken off."""

import pytest

from coordapp.domain.conclusions.reading.lines.numbering import MarkKind, read_mark
from coordapp.domain.conclusions.reading.lines.written_lines import read_lines

BROKEN = """1. Giao Công an tỉnh chủ trì, phối hợp với
Sở Y tế rà soát các cơ sở, hoàn thành trước ngày
30/6/2023 và báo cáo theo Thông báo số
41/TB-UBND của Văn phòng Ủy ban nhân

2

dân tỉnh.
2. Sở Nội vụ theo dõi."""


def texts(text):
    return [line.text for line in read_lines(text)]


def test_hard_breaks_are_joined_over_a_page_number():
    first, second = read_lines(BROKEN)

    assert first.text.endswith("số 41/TB-UBND của Văn phòng Ủy ban nhân dân tỉnh.")
    assert (second.mark.kind, second.text) == (MarkKind.NUMBER, "Sở Nội vụ theo dõi.")


def test_every_letter_keeps_its_place():
    for line in read_lines(BROKEN):
        for place, letter in zip(line.places, line.text, strict=True):
            assert letter in (BROKEN[place], " ")


def test_whole_paragraphs_are_not_joined():
    text = "Giao Sở Y tế rà soát.\nSở Nội vụ\nCông an tỉnh trực."

    assert texts(text) == ["Giao Sở Y tế rà soát.", "Sở Nội vụ", "Công an tỉnh trực."]


@pytest.mark.parametrize(
    ("written", "kind", "rest"),
    [
        ("I. Đánh giá", MarkKind.ROMAN, "Đánh giá"),
        ("II- NHIỆM VỤ", MarkKind.ROMAN, "NHIỆM VỤ"),
        ("A. Kết quả", MarkKind.UPPER, "Kết quả"),
        ("1. Sở", MarkKind.NUMBER, "Sở"),
        ("1- Giao", MarkKind.NUMBER, "Giao"),
        ("12) Sở", MarkKind.NUMBER, "Sở"),
        ("1/ Việc", MarkKind.NUMBER, "Việc"),
        ("(1) Thay", MarkKind.PAREN, "Thay"),
        ("① Thay", MarkKind.PAREN, "Thay"),
        ("1.1. Về", MarkKind.DECIMAL, "Về"),
        ("2.1.3 Về", MarkKind.DECIMAL, "Về"),
        ("a) Sở", MarkKind.LETTER, "Sở"),
        ("đ) Sở", MarkKind.LETTER, "Sở"),
        ("b, Sở", MarkKind.LETTER, "Sở"),
        ("3, Sở", MarkKind.NUMBER, "Sở"),
        (">> Sở", MarkKind.BULLET, "Sở"),
        ("=> Sở", MarkKind.BULLET, "Sở"),
        ("- Sở", MarkKind.BULLET, "Sở"),
        ("* Sở", MarkKind.BULLET, "Sở"),
        ("+ Sở", MarkKind.BULLET, "Sở"),
        ("\uf0b7\tSở", MarkKind.BULLET, "Sở"),
        ("o\tSở", MarkKind.BULLET, "Sở"),
        ("o Đề nghị", MarkKind.BULLET, "Đề nghị"),
        ("Điều 2. Giao", MarkKind.ARTICLE, "Giao"),
        ("Một là, rà soát", MarkKind.WORD, "rà soát"),
        ("Thứ hai: rà soát", MarkKind.WORD, "rà soát"),
    ],
)
def test_numbers_of_every_kind_are_taken_off(written, kind, rest):
    (line,) = read_lines(written)

    assert (line.mark.kind, line.text) == (kind, rest)


@pytest.mark.parametrize(
    "text",
    [
        "10 ngày trước",
        "3,5 tỷ đồng",
        "a, b, c",
        "24/24 giờ",
        "1.284 tỷ đồng",
        "15/6/2024",
        "-----",
        "oanh",
    ],
)
def test_numbers_that_belong_to_the_words_stay(text):
    assert read_mark(text) is None


def test_a_number_followed_by_a_letter_opens_an_item_of_the_letter():
    (line,) = read_lines("1. a) Sở Y tế rà soát")

    assert (line.mark.kind, line.text) == (MarkKind.LETTER, "Sở Y tế rà soát")


def test_depth_follows_the_lists():
    lines = read_lines("I. Một\n1. Hai\n- Ba\n- Bốn\n2. Năm\nII. Sáu")

    assert [line.depth for line in lines] == [1, 2, 3, 3, 2, 1]


def test_a_line_of_a_table_has_cells():
    (line,) = read_lines("1\tKịch bản\tSở Y tế")

    assert [line.text[start:end] for start, end in line.cells] == ["1", "Kịch bản", "Sở Y tế"]


def test_letters_that_nobody_sees_are_left_out():
    assert texts("Giao\u200b Sở\u00a0Y tế\u00ad.") == ["Giao Sở Y tế."]
