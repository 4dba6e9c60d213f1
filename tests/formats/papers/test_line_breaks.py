"""Headings break into even lines between words; names and numbers stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.formats.papers import compounds
from coordapp.formats.papers.line_breaks import NO_BREAK, even_lines, held_together

_WORDS = sorted(compounds.words())
_LEANING = ("của", "và", "về", "tại", "các", "trong")


def broken(text: str, limit: float) -> list[str]:
    return [" ".join(line) for line in even_lines(text.split(" "), limit, len)]


@given(st.lists(st.sampled_from(_WORDS), min_size=2, max_size=20), st.integers(28, 60))
def test_no_word_of_several_syllables_is_parted(words: list[tuple[str, ...]], limit: int) -> None:
    # a comma says where a word ends: two of them may make up a third
    text = ", ".join(" ".join(word) for word in words)
    lines = broken(text, limit)
    assert " ".join(lines) == text
    assert all(len(line) <= limit for line in lines)
    whole = [", ".join(line.rstrip(",").split(", ")) for line in lines]
    said = [part for line in whole for part in line.split(", ")]
    assert said == [" ".join(word) for word in words]


@given(st.lists(st.sampled_from(_WORDS), min_size=6, max_size=20))
def test_the_last_line_is_not_a_single_syllable(words: list[tuple[str, ...]]) -> None:
    lines = broken(" ".join(syllable for word in words for syllable in word), 40)
    assert len(lines[-1].split(" ")) > 1


@given(st.lists(st.sampled_from(_WORDS), min_size=8, max_size=14))
def test_lines_are_about_equally_long(words: list[tuple[str, ...]]) -> None:
    lines = broken(", ".join(" ".join(word) for word in words), 60)
    assert max(map(len, lines)) - min(map(len, lines)) < 30


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        (
            "Hội nghị tổng kết Chương trình phối hợp hoạt động năm 2017, triển khai nhiệm vụ năm 2018",
            80,
            ["Hội nghị tổng kết Chương trình phối hợp", "hoạt động năm 2017, triển khai nhiệm vụ năm 2018"],
        ),
        ("về kết quả giám sát ngày 15/3", 24, ["về kết quả", "giám sát ngày 15/3"]),
        ("kết luận của bà Trần Thị Mai Hoa", 25, ["kết luận của", "bà Trần Thị Mai Hoa"]),
        ("báo cáo số 12 của đơn vị", 14, ["báo cáo số 12", "của đơn vị"]),
        ("phát triển kinh tế - xã hội", 22, ["phát triển", "kinh tế - xã hội"]),
    ],
    ids=["title", "day", "person", "number", "dash"],
)  # fmt: skip
def test_what_belongs_together_stays_on_a_line(text: str, limit: int, lines: list[str]) -> None:
    assert broken(text, limit) == lines


@pytest.mark.parametrize("end", _LEANING)
def test_no_line_ends_with_a_word_that_leads_on(end: str) -> None:
    lines = broken(f"đơn vị chủ trì {end} đơn vị phối hợp", 22)
    assert not lines[0].endswith(f" {end}")


@pytest.mark.parametrize("words", [[""], ["x"], ["x" * 90], ["x" * 90, "y"], ["ab"] * 900])
def test_any_words_are_broken(words: list[str]) -> None:
    assert [word for line in even_lines(words, 30, len) for word in line] == words


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("Công văn số 12-CV/BCĐ ngày 15/3/2018", "Công văn số~12-CV/BCĐ ngày~15/3/2018"),
        ("ngày 29 tháng 12 năm 2017", "ngày~29 tháng~12 năm~2017"),
        ("từ 14 giờ 00 đến 16 giờ 30 phút", "từ 14~giờ~00 đến 16~giờ~30~phút"),
        ("quý I/2018, khóa XV, đạt 95 %", "quý~I/2018, khóa~XV, đạt 95~%"),
        ("ông Nguyễn Văn Hưởng, Trưởng ban", "ông Nguyễn~Văn~Hưởng, Trưởng ban"),
        ("giao Hội Nông dân tỉnh", "giao Hội Nông dân tỉnh"),
        ("các năm Các", "các năm Các"),
    ],
)  # fmt: skip
def test_running_text_keeps_numbers_and_names_whole(typed: str, held: str) -> None:
    assert held_together(typed) == held.replace("~", NO_BREAK)


@given(st.text())
def test_running_text_says_what_was_typed(typed: str) -> None:
    assert held_together(typed).replace(NO_BREAK, " ") == typed.replace(NO_BREAK, " ")
