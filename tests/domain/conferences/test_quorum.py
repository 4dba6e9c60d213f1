"""Members are counted by the rule of the committee; guests are not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.committee.committee import QuorumRule
from coordapp.domain.conferences.conference import Attendance, AttendanceState
from coordapp.domain.conferences.quorum import count, needed
from coordapp.domain.kernel.ids import AttendanceId, ConferenceId
from coordapp.domain.words.conference_labels import quorum_line, quorum_on_paper

A, R = AttendanceState, QuorumRule
SHARE = {R.TWO_THIRDS: Fraction(2, 3), R.THREE_QUARTERS: Fraction(3, 4)}


def people(*states, guest=False):
    return [
        Attendance(
            id=AttendanceId(0), conference_id=ConferenceId(1), position=1, name="", state=state,
            is_guest=guest,
        )
        for state in states
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("members", "rule", "wanted"),
    [
        (19, R.TWO_THIRDS, 13), (18, R.TWO_THIRDS, 12), (1, R.TWO_THIRDS, 1), (0, R.TWO_THIRDS, 0),
        (19, R.OVER_HALF, 10), (18, R.OVER_HALF, 10), (1, R.OVER_HALF, 1),
        (19, R.THREE_QUARTERS, 15), (16, R.THREE_QUARTERS, 12), (19, R.NONE, 0),
    ],
)  # fmt: skip
def test_how_many_must_be_there(members, rule, wanted):
    assert needed(members, rule) == wanted


@pytest.mark.parametrize(
    ("present", "substituted", "rule", "counting", "line"),
    [
        pytest.param(12, 2, R.TWO_THIRDS, True,
                     "Có mặt 14/19 thành viên (2 dự thay), đủ", id="enough with substitutes"),
        pytest.param(12, 2, R.TWO_THIRDS, False,
                     "Có mặt 12/19 thành viên (2 dự thay, không tính), chưa đủ, cần thêm 1",
                     id="not enough without them"),
        pytest.param(10, 0, R.TWO_THIRDS, True,
                     "Có mặt 10/19 thành viên, chưa đủ, cần thêm 3", id="three short"),
        pytest.param(0, 0, R.TWO_THIRDS, True,
                     "Có mặt 0/19 thành viên, chưa đủ, cần thêm 13", id="nobody yet"),
        pytest.param(9, 0, R.NONE, True, "Có mặt 9/19 thành viên", id="no rule"),
    ],
)  # fmt: skip
def test_what_the_line_says(present, substituted, rule, counting, line):
    states = [A.PRESENT] * present + [A.SUBSTITUTED] * substituted
    states += [A.EXCUSED] * (19 - len(states))

    counted = count(people(*states), rule, substitutes_count=counting)

    assert quorum_line(counted) == line


def test_a_conference_without_members_is_neither_enough_nor_short():
    counted = count([], R.TWO_THIRDS, substitutes_count=True)

    assert quorum_line(counted) == "Có mặt 0/0 thành viên"
    assert not counted.is_enough


STATES = st.lists(st.sampled_from(A), max_size=40)


@given(STATES, STATES, st.sampled_from(R), st.booleans())
def test_guests_never_count(members, guests, rule, counting):
    alone = count(people(*members), rule, substitutes_count=counting)
    together = count(people(*members) + people(*guests, guest=True), rule,
                     substitutes_count=counting)  # fmt: skip

    assert alone == together


@given(STATES.filter(bool), st.sampled_from(list(SHARE)), st.booleans())
def test_enough_is_the_share_itself_and_lacking_reaches_it(members, rule, counting):
    counted = count(people(*members), rule, substitutes_count=counting)

    assert counted.is_enough == (Fraction(counted.came, counted.members) >= SHARE[rule])
    assert counted.came + counted.lacking >= counted.needed
    assert counted.came <= counted.members


@given(STATES, st.booleans())
def test_one_more_present_never_takes_the_quorum_away(members, counting):
    counted = count(people(*members), R.OVER_HALF, substitutes_count=counting)
    more = count(people(*members, A.PRESENT), R.OVER_HALF, substitutes_count=counting)

    assert more.is_enough or not counted.is_enough


@pytest.mark.parametrize(
    ("came", "rule", "said"),
    [
        pytest.param(0, R.TWO_THIRDS, "", id="nobody yet"),
        pytest.param(3, R.NONE, "", id="no rule"),
        pytest.param(2, R.OVER_HALF,
                     "Có 2/4 thành viên có mặt, chưa bảo đảm số lượng theo quy định "
                     "(quá nửa số thành viên).", id="too few"),
        pytest.param(3, R.OVER_HALF,
                     "Có 3/4 thành viên có mặt, bảo đảm số lượng theo quy định "
                     "(quá nửa số thành viên).", id="enough"),
    ],
)  # fmt: skip
def test_what_the_minutes_say(came, rule, said):
    states = [A.PRESENT] * came + [A.ABSENT] * (4 - came)

    assert quorum_on_paper(count(people(*states), rule, substitutes_count=True)) == said


def test_the_minutes_say_what_a_substitute_counts_for():
    states = (A.PRESENT, A.PRESENT, A.SUBSTITUTED)

    said = quorum_on_paper(count(people(*states), R.TWO_THIRDS, substitutes_count=False))

    assert (
        "2/3 thành viên có mặt (01 người được cử dự thay, không tính vào số có mặt), bảo đảm"
        in said
    )
