"""A conference goes from planned to signed by the moves of one table, each with what it needs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.conferences.conference import Attendance, AttendanceState, ConferenceState
from coordapp.domain.conferences.lifecycle import BY_HAND, MOVES, Need, missing, moved, moves
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AttendanceId, ConferenceId, PersonId
from coordapp.domain.words.messages import sentence
from tests.build import a_conference

S = ConferenceState
DAY = date(2018, 4, 5)
READY = {
    "held_on": DAY, "start_time": "08:00", "place": "Hạ Long", "chair_id": PersonId(1),
    "recorder_id": PersonId(2),
}  # fmt: skip


def somebody(state=AttendanceState.INVITED):
    return Attendance(
        id=AttendanceId(1), conference_id=ConferenceId(1), position=1, name="", state=state
    )


CAME = (somebody(AttendanceState.PRESENT),)


@pytest.mark.parametrize("state", S)
def test_every_state_stands_in_the_table(state):
    assert state not in MOVES[state]


def test_a_conference_comes_to_every_state_but_signed_is_never_chosen():
    reached = {to for ways in MOVES.values() for to in ways}

    assert reached == set(S)
    assert {to for state in S for to in moves(state)} == BY_HAND == set(S) - {S.SIGNED}


def test_signed_is_the_end():
    assert MOVES[S.SIGNED] == {}


@pytest.mark.parametrize(
    ("given_facts", "lacking"),
    [
        pytest.param(READY, [], id="all there"),
        pytest.param(READY | {"place": " "}, [Need.PLACE], id="a blank place is none"),
        pytest.param({"held_on": None}, [Need.DATE, Need.TIME, Need.PLACE, Need.CHAIR], id="all"),
    ],
)
def test_an_invitation_needs_when_where_and_who_chairs(given_facts, lacking):
    conference = a_conference(state=S.PLANNED, **given_facts)

    assert missing(conference, S.INVITED, CAME) == lacking


def test_an_invitation_needs_somebody_to_invite():
    conference = a_conference(state=S.PLANNED, **READY)

    assert missing(conference, S.INVITED, ()) == [Need.PARTICIPANTS]


@pytest.mark.parametrize("state", [AttendanceState.INVITED, AttendanceState.CONFIRMED])
def test_a_conference_is_held_when_everybodys_attendance_is_taken(state):
    conference = a_conference(state=S.INVITED, **READY)

    assert missing(conference, S.HELD, (*CAME, somebody(state))) == [Need.ATTENDANCE]
    assert missing(conference, S.HELD, CAME) == []


def test_what_is_missing_is_said_in_one_sentence():
    with pytest.raises(RuleViolation) as refusal:
        moved(a_conference(state=S.PLANNED, held_on=None), S.INVITED, CAME)

    assert sentence(refusal.value) == (
        "Hội nghị HN-2018-01 chưa chuyển sang “Đã mời” được, còn thiếu: ngày họp, giờ bắt đầu, "
        "địa điểm, người chủ trì. Hãy bổ sung rồi làm lại."
    )


def test_a_move_that_is_not_in_the_table_is_refused():
    with pytest.raises(RuleViolation) as refusal:
        moved(a_conference(state=S.HELD), S.CANCELLED, CAME, reason="nhầm")

    assert "“Đã họp”" in sentence(refusal.value)


def test_a_postponed_conference_takes_its_new_date_or_has_none():
    conference = a_conference(state=S.INVITED, **READY)

    later = moved(conference, S.POSTPONED, CAME, reason=" Bão số 3 ", held_on=date(2018, 4, 12))
    unknown = moved(conference, S.POSTPONED, CAME, reason="Bão")

    assert (later.held_on, later.state_reason) == (date(2018, 4, 12), "Bão số 3")
    assert unknown.held_on is None


def test_a_conference_planned_again_has_no_reason_any_more():
    cancelled = moved(a_conference(state=S.PLANNED), S.CANCELLED, (), reason="Không cần")

    assert moved(cancelled, S.PLANNED, ()).state_reason == ""


@given(st.lists(st.sampled_from(S), max_size=8), st.booleans())
def test_no_way_leads_around_what_a_state_needs(way, ready):
    conference = a_conference(state=S.PLANNED, **(READY if ready else {"held_on": None}))
    for to in way:
        try:
            conference = moved(conference, to, CAME, reason="x", held_on=DAY)
        except RuleViolation:
            continue

    if conference.state in (S.INVITED, S.HELD, S.SIGNED):
        assert conference.held_on is not None
        assert conference.chair_id is not None
