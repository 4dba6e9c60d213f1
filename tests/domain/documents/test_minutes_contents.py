"""A row of the register says above its note what the form has no column for."""

from datetime import date

import pytest

from coordapp.domain.documents.minutes_contents import WORDS_OF_PAPER, RegisterRow
from coordapp.domain.tasks.task import DeadlineState, WorkState


def a_row(**given) -> RegisterRow:
    defaults = {
        "code": "NV-2018-001", "title": "Rà soát", "content": "", "source": "", "lead_unit": "HND",
        "coordinating_units": (), "due": date(2018, 4, 30), "deadline_wording": "", "progress": "",
        "finished_on": None, "work_state": WorkState.IN_PROGRESS, "difficulty": "", "note": "",
        "deadline_state": DeadlineState.IN_TIME, "state_label": "Đang thực hiện, trong hạn",
    }  # fmt: skip
    return RegisterRow(**(defaults | given))


@pytest.mark.parametrize(
    ("content", "work"),
    [("", "Rà soát"), ("Rà soát", "Rà soát"), ("Từng hộ", "Rà soát\nTừng hộ")],
)
def test_the_content_stands_below_the_title_where_it_says_more(content, work):
    assert a_row(content=content).work == work


def test_the_words_of_a_paper_stand_above_the_note_beside_a_day():
    row = a_row(deadline_wording="trước 30/4", note="Chú ý")

    assert row.remarks == f"{WORDS_OF_PAPER}trước 30/4\nChú ý"


def test_words_that_stand_for_the_day_are_not_said_twice():
    assert a_row(due=None, deadline_wording="hằng quý", note="Chú ý").remarks == "Chú ý"


def test_the_code_stands_above_the_remarks():
    assert a_row(note="Chú ý").coded_remarks == "NV-2018-001\nChú ý"
    assert a_row().coded_remarks == "NV-2018-001"
