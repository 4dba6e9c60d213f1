"""Running numbers: their kind, their depth, and numbers that begin a text."""

import pytest

from coordapp.domain.importing.layout import numbering
from coordapp.domain.importing.layout.numbering import NO_NUMBER, Numbering, NumberStyle


@pytest.mark.parametrize(
    ("text", "style", "depth", "value"),
    [
        ("1", NumberStyle.DIGIT, 1, 1),
        ("01.", NumberStyle.DIGIT, 1, 1),
        ("(2)", NumberStyle.DIGIT, 1, 2),
        ("1.2", NumberStyle.DOTTED, 2, 2),
        ("1.2.3", NumberStyle.DOTTED, 3, 3),
        ("1a", NumberStyle.DOTTED, 2, 1),
        ("IV", NumberStyle.ROMAN, 1, 4),
        ("XIX.", NumberStyle.ROMAN, 1, 19),
        ("A", NumberStyle.UPPER, 1, 1),
        ("a)", NumberStyle.LOWER, 1, 1),
        ("*", NumberStyle.BULLET, 1, 0),
        ("-", NumberStyle.BULLET, 1, 0),
        ("", NumberStyle.NONE, 0, 0),
        ("Nhóm việc", NumberStyle.OTHER, 0, 0),
    ],
)
def test_numbers_by_themselves(text, style, depth, value) -> None:
    assert numbering.read(text) == Numbering(style=style, depth=depth, value=value)


def test_i_after_h_is_a_letter_and_no_one() -> None:
    before = numbering.read("H")

    assert numbering.read("I", before).style is NumberStyle.UPPER
    assert numbering.read("I").style is NumberStyle.ROMAN


@pytest.mark.parametrize(
    ("text", "style", "rest"),
    [
        ("1. Rà soát", NumberStyle.DIGIT, "Rà soát"),
        ("1.2. Rà soát", NumberStyle.DOTTED, "Rà soát"),
        ("I- Nhiệm vụ chung", NumberStyle.ROMAN, "Nhiệm vụ chung"),
        ("a) Rà soát", NumberStyle.LOWER, "Rà soát"),
        ("- Rà soát", NumberStyle.BULLET, "Rà soát"),
        ("a - b", NumberStyle.NONE, "a - b"),
        ("Rà soát", NumberStyle.NONE, "Rà soát"),
    ],
)
def test_numbers_that_begin_a_text(text, style, rest) -> None:
    number, left = numbering.inline(text)

    assert (number.style, left) == (style, rest)


def test_items_and_sections() -> None:
    assert numbering.read("1.1").is_item
    assert numbering.read("II").is_section
    assert (NO_NUMBER.is_item, NO_NUMBER.is_section) == (False, False)
