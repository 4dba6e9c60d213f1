"""The roll: nobody came or stayed away whose attendance was not noted; guests count as members do."""

import pytest

from coordapp.domain.conferences.conference import Attendance, AttendanceState
from coordapp.domain.conferences.roll import call
from coordapp.domain.kernel.ids import AttendanceId, ConferenceId

A = AttendanceState


def asked(number: int, state: AttendanceState, *, guest: bool = False) -> Attendance:
    return Attendance(
        id=AttendanceId(number),
        conference_id=ConferenceId(1),
        position=number,
        name=f"Người {number}",
        state=state,
        is_guest=guest,
    )


@pytest.mark.parametrize("guest", [False, True], ids=["member", "guest"])
@pytest.mark.parametrize(
    ("state", "side"),
    [
        (A.PRESENT, "came"),
        (A.SUBSTITUTED, "came"),
        (A.EXCUSED, "missed"),
        (A.ABSENT, "missed"),
        (A.INVITED, "unnoted"),
        (A.CONFIRMED, "unnoted"),
    ],
)
def test_everybody_stands_on_the_side_that_was_noted(state, side, guest):
    roll = call([asked(1, state, guest=guest)])
    called = roll.guests if guest else roll.members

    assert [len(getattr(called, name)) for name in ("came", "missed", "unnoted")] == [
        int(name == side) for name in ("came", "missed", "unnoted")
    ]
    assert roll.is_taken is (side != "unnoted")


def test_who_came_is_counted_with_the_guests():
    roll = call([asked(1, A.PRESENT), asked(2, A.SUBSTITUTED, guest=True), asked(3, A.ABSENT)])

    assert roll.present == 2


def test_who_was_passed_over_is_told_members_first():
    roll = call([asked(1, A.INVITED, guest=True), asked(2, A.PRESENT), asked(3, A.CONFIRMED)])

    assert [item.id for item in roll.unnoted] == [3, 1]
