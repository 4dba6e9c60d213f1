"""What is said of a conference: its next step, who came, what became of earlier conclusions."""

from datetime import date

import pytest

from coordapp.domain.committee.committee import QuorumRule
from coordapp.domain.conclusions.review import ReviewReport
from coordapp.domain.conferences.agenda import Clash
from coordapp.domain.conferences.conference import AttendanceState, ConferenceState
from coordapp.domain.conferences.lifecycle import MOVES, Need
from coordapp.domain.conferences.quorum import Quorum, needed
from coordapp.domain.words.conference_labels import (
    ATTENDANCE_SHORT,
    CLASH,
    CONFERENCE_NEED,
    QUORUM_RULE,
    conference_move,
    quorum_expected,
    quorum_line,
    quorum_on_paper,
    review_line,
    tasks_done,
)
from tests.domain.conclusions.test_rows import a_row


def a_quorum(came: int, members: int = 19, substituted: int = 0, **given) -> Quorum:
    rule = given.pop("rule", QuorumRule.TWO_THIRDS)
    counts = given.pop("substitutes_count", True)
    return Quorum(
        rule=rule, substitutes_count=counts, members=members, came=came, substituted=substituted,
        needed=needed(members, rule),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (CONFERENCE_NEED, Need), (QUORUM_RULE, QuorumRule), (CLASH, Clash),
        (ATTENDANCE_SHORT, AttendanceState),
    ],
)  # fmt: skip
def test_every_kind_has_its_words(words, kinds):
    assert set(words) == set(kinds)
    assert all(words.values())


@pytest.mark.parametrize(("old", "new"), [(old, new) for old in MOVES for new in MOVES[old]])
def test_every_step_of_a_conference_has_a_name(old, new):
    assert conference_move(old, new)


def test_a_step_back_is_named_for_what_it_does():
    assert conference_move(ConferenceState.CANCELLED, ConferenceState.PLANNED) == "Mở lại"
    assert conference_move(ConferenceState.INVITED, ConferenceState.PLANNED) == "Về dự kiến"


@pytest.mark.parametrize(
    ("counted", "line"),
    [
        (a_quorum(14, substituted=2), "Có mặt 14/19 thành viên (2 dự thay), đủ"),
        (a_quorum(12), "Có mặt 12/19 thành viên, chưa đủ, cần thêm 1"),
        (
            a_quorum(12, substituted=2, substitutes_count=False),
            "Có mặt 12/19 thành viên (2 dự thay, không tính), chưa đủ, cần thêm 1",
        ),
        (a_quorum(3, rule=QuorumRule.NONE), "Có mặt 3/19 thành viên"),
        (a_quorum(0, members=0), "Có mặt 0/0 thành viên"),
    ],
)
def test_a_line_says_who_came_and_whether_that_is_enough(counted, line):
    assert quorum_line(counted) == line


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        (a_quorum(0), ""),
        (a_quorum(9, rule=QuorumRule.NONE), ""),
        (
            a_quorum(14),
            "Có 14/19 thành viên có mặt, bảo đảm số lượng theo quy định (ít nhất hai phần ba).",
        ),
        (
            a_quorum(12, substituted=1, substitutes_count=False),
            (
                "Có 12/19 thành viên có mặt (01 người được cử dự thay, không tính vào số có mặt), "
                "chưa bảo đảm số lượng theo quy định (ít nhất hai phần ba)."
            ),
        ),
    ],
)
def test_the_minutes_say_whether_enough_came_once_somebody_has(counted, sentence):
    assert quorum_on_paper(counted) == sentence


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (a_quorum(0), "19 thành viên, cần 13 có mặt"),
        (a_quorum(0, rule=QuorumRule.NONE), "19 thành viên"),
        (a_quorum(0, members=0), ""),
    ],
)
def test_before_a_conference_it_is_said_how_many_must_come(counted, words):
    assert quorum_expected(counted) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (a_row(), "Chưa giao nhiệm vụ"),
        (a_row(reason="Chỉ ghi nhận"), "Chỉ ghi nhận"),
        (a_row(3, tasks_done=2, tasks_overdue=1), "2/3 nhiệm vụ, 1 quá hạn"),
        (a_row(3, tasks_done=2, tasks_cancelled=1), "2/2 nhiệm vụ"),
    ],
)
def test_a_conclusion_says_how_many_of_its_tasks_are_done(row, words):
    assert tasks_done(row) == words


def a_review(*rows, carried: int = 0, held_on: date | None = date(2018, 1, 15)) -> ReviewReport:
    return ReviewReport(
        conference_code="HN-2018-02", as_of=date(2018, 3, 31), previous_title="Giao ban quý IV",
        previous_held_on=held_on, rows=rows, carried=carried,
    )  # fmt: skip


def test_a_review_sums_up_what_became_of_earlier_conclusions():
    line = review_line(a_review(a_row(1, tasks_done=1), a_row(1, tasks_done=1), a_row(1)))

    assert line.startswith(
        "3 kết luận của Giao ban quý IV ngày 15/01/2018 (tính đến ngày 31/03/2018): "
    )
    assert "2 đã hoàn thành" in line
    assert line.endswith(".")


def test_a_review_names_what_was_carried_over():
    line = review_line(a_review(a_row(1), a_row(1), carried=1))

    assert line.startswith(
        "1 kết luận của Giao ban quý IV ngày 15/01/2018, 1 kết luận chưa hoàn thành của các kỳ trước đó (tính đến ngày 31/03/2018): "
    )


def test_a_conference_without_conclusions_is_said_to_have_none():
    assert review_line(a_review(held_on=None)) == "Giao ban quý IV không có kết luận nào."
