"""A conference is open until it is signed, and somebody came or did not."""

import pytest

from coordapp.domain.conferences.conference import (
    Attendance,
    AttendanceState,
    ConferenceState,
    ensure_open,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AttendanceId, ConferenceId
from tests.build import a_conference


def test_whoever_sat_there_came_a_substitute_too():
    came = {
        state
        for state in AttendanceState
        if Attendance(
            id=AttendanceId(1), conference_id=ConferenceId(1), position=1, name="", state=state
        ).came
    }

    assert came == {AttendanceState.PRESENT, AttendanceState.SUBSTITUTED}


@pytest.mark.parametrize("state", [s for s in ConferenceState if s is not ConferenceState.SIGNED])
def test_a_conference_is_open_until_it_is_signed(state):
    ensure_open(a_conference(state=state))


def test_a_signed_conference_is_never_changed():
    with pytest.raises(RuleViolation, match="conference_signed"):
        ensure_open(a_conference(state=ConferenceState.SIGNED))
