"""A pasted paper becomes sections in levels, and no word of it is lost."""

import unicodedata

from coordapp.domain.conclusions.reading.sections import read_sections

PAPER = """NGHỊ QUYẾT
về công tác phối hợp
I. Mục tiêu
Nâng cao nhận thức.
1. Quán triệt nghị quyết. Các cấp ủy tổ chức học tập.
a) Tuyên truyền;
- qua hội nghị
b) Vận động.
2. Đẩy mạnh thi đua
II. Tổ chức thực hiện
1. Cấp ủy lãnh đạo
"""


def test_each_number_opens_a_section_of_its_level():
    assert [(one.level, one.number, one.title) for one in read_sections(PAPER)] == [
        (1, "I.", "Mục tiêu"),
        (2, "1.", "Quán triệt nghị quyết"),
        (3, "a)", "Tuyên truyền"),
        (3, "b)", "Vận động"),
        (2, "2.", "Đẩy mạnh thi đua"),
        (1, "II.", "Tổ chức thực hiện"),
        (2, "1.", "Cấp ủy lãnh đạo"),
    ]


def test_lines_without_a_number_go_on_with_the_section_before():
    first, second, third, *_ = read_sections(PAPER)

    assert first.text == "Mục tiêu\nNâng cao nhận thức."
    assert second.text == "Quán triệt nghị quyết. Các cấp ủy tổ chức học tập."
    assert third.text == "Tuyên truyền;\n- qua hội nghị"


def test_eighteen_groups_are_eighteen_sections():
    text = "\n".join(f"{number}. Nhóm nhiệm vụ số {number}" for number in range(1, 19))
    assert [one.number for one in read_sections(text)] == [f"{n}." for n in range(1, 19)]


def test_what_would_be_a_fourth_level_stays_words_of_the_third():
    *_, last = read_sections("I. Một\n1. Hai\na) Ba\n(1) Bốn")
    assert (last.level, last.text) == (3, "Ba\n(1) Bốn")


def test_decomposed_text_is_read_as_composed():
    assert read_sections(unicodedata.normalize("NFD", PAPER)) == read_sections(PAPER)


def test_a_text_without_numbers_has_no_sections():
    assert read_sections("Kính gửi các đơn vị\nđề nghị thực hiện") == []
    assert read_sections("") == []


def test_a_long_first_sentence_is_cut_for_the_title_and_whole_in_the_text():
    (only,) = read_sections(f"1. {'rất dài ' * 60}")
    assert len(only.title) == 200
    assert only.title.endswith("…")
    assert only.text == ("rất dài " * 60).strip()
