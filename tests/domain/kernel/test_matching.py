"""One rule says what a search finds, and marks what it found."""

import pytest

from coordapp.domain.committee.short_forms import USUAL, read_lines, tidied
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.matching import SpacedWords, finds, marked, spaced, wanted

USUAL_RUNS = read_lines(USUAL)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("ra soat", "Rà soát quy chế", True),
        ("soat ra", "Rà soát quy chế", True),
        ("soa", "Rà soát", True),
        ("oat", "Rà soát", False),
        ("dang uy", "Đảng ủy xã", True),
        ("", "bất kỳ", True),
        ("LLVT", "Các lực lượng vũ trang tỉnh", True),
        ("lực lượng vũ trang", "Cán bộ LLVT", True),
        ("llvt tỉnh", "Bàn giao cho lực lượng vũ trang", False),
        ("CT-XH", "các tổ chức chính trị - xã hội", True),
        ("ctxh", "các tổ chức chính trị – xã hội", True),
        ("chính trị xã hội", "tổ chức CT-XH", True),
        ("BCHQS", "Ban Chỉ huy Quân sự huyện", True),
        ("bộ chỉ huy quân sự", "BCHQS tỉnh", True),
        ("LLVT", "vũ trang và lực lượng", False),
    ],
)
def test_what_is_typed_finds(typed, text, found):
    assert finds(wanted(typed, USUAL_RUNS), text) is found


@pytest.mark.parametrize("runs", USUAL_RUNS)
def test_every_short_form_is_known_both_ways(runs):
    for one in runs:
        for other in runs:
            assert finds(wanted(" ".join(one), USUAL_RUNS), " ".join(other))


def test_words_of_the_cells_of_a_row_are_those_of_the_row_as_a_whole():
    words = SpacedWords()
    cells = ("Rà soát", "", "quy chế; LLVT", "\u0301Đảng", "a_b-c 12.5")

    assert "".join(words[cell] for cell in cells) == spaced("\n".join(cells))


def test_the_words_found_are_marked_as_they_stand():
    text = "Giao LLVT tỉnh rà soát"

    spans = marked(wanted("lực lượng vũ trang ra", USUAL_RUNS), text)

    assert [text[start:end] for start, end in spans] == ["LLVT", "rà"]


def test_lines_are_kept_tidy_and_half_ones_refused():
    assert tidied("TĐ:  Tỉnh   Đoàn\n\nA = b; c") == "TĐ = Tỉnh Đoàn\nA = b; c"
    with pytest.raises(RuleViolation, match="short_form_unreadable"):
        tidied("LLVT")
