"""States told by a mark in one of several columns."""

import pytest

from coordapp.domain.importing.values import ticks
from coordapp.domain.importing.workbook import CellFont
from coordapp.domain.tasks.task import WorkState


@pytest.mark.parametrize("value", ["x", "X", "✓", " x ", "●", "ü", "\uf0fc", 1.0, "+"])
def test_marks_are_told(value) -> None:
    assert ticks.is_mark(value)


@pytest.mark.parametrize(
    ("value", "font"),
    [("P", None), ("o", CellFont.SYMBOL), ("□", None), ("xong", None), ("", None), (0, None)],
)
def test_other_signs_are_no_marks(value, font) -> None:
    assert not ticks.is_mark(value, font)


def test_a_plain_letter_is_a_mark_where_its_font_says_so() -> None:
    assert ticks.is_mark("P", CellFont.SYMBOL)
    assert not ticks.is_mark("P", CellFont.VNI)


def test_the_title_of_such_a_column_is_a_state() -> None:
    assert ticks.state_of("Đang thực hiện") is WorkState.IN_PROGRESS
    assert ticks.state_of("Ghi chú") is None


def test_a_word_beside_many_marks_makes_no_other_column() -> None:
    assert ticks.are_marks([("x", None)] * 8 + [("hai", None)])
    assert not ticks.are_marks([("x", None), ("hai", None)])
    assert ticks.are_marks([])
