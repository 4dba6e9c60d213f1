"""Marked cells of a row."""

from datetime import date

from coordapp.domain.importing.marks import marks_in
from coordapp.domain.tasks.task import WorkState
from tests.domain.importing.building import the_table

TITLES = ["TT", "Nhiệm vụ", "Hạn", "Đã xong", "Đang làm"]


def marks(*cells):
    row = [1, "Rà soát các hộ vay vốn", "30/6/2018", *cells]
    others = [
        [2, "Tập huấn cho cán bộ", "30/6/2018", "x", None],
        [3, "Tập huấn cho cán bộ", "30/6/2018", None, "x"],
    ] * 3
    return marks_in(the_table(TITLES, row, *others), 2)


def test_a_mark_says_the_state_of_its_column() -> None:
    (mark,) = marks(None, "X")

    assert (mark.state, mark.words, mark.is_day) == (WorkState.IN_PROGRESS, "", False)


def test_words_and_days_where_a_mark_is_usual_are_kept() -> None:
    (worded,), (dated,) = marks(None, "gần xong"), marks(date(2018, 3, 1), None)

    assert (worded.state, worded.words) == (WorkState.IN_PROGRESS, "gần xong")
    assert (dated.state, dated.is_day) == (WorkState.DONE, True)


def test_empty_boxes_and_dashes_are_no_marks() -> None:
    assert marks("-", "□") == []


def test_two_marks_are_both_given() -> None:
    assert [mark.state for mark in marks("x", "x")] == [WorkState.DONE, WorkState.IN_PROGRESS]
