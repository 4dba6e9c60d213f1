"""How a conference goes from planned to signed, and what each step asks for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from coordapp.domain.conferences.conference import (
    Attendance,
    AttendanceState,
    Conference,
    ConferenceState,
)
from coordapp.domain.kernel.errors import RuleViolation


class Need(Enum):
    """What a step may ask for."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    CHAIR = "chair"
    RECORDER = "recorder"
    PARTICIPANTS = "participants"
    ATTENDANCE = "attendance"  # nobody is left only invited or confirmed
    REASON = "reason"


_PLANNED, _INVITED, _HELD = ConferenceState.PLANNED, ConferenceState.INVITED, ConferenceState.HELD
_SIGNED, _POSTPONED = ConferenceState.SIGNED, ConferenceState.POSTPONED
_CANCELLED = ConferenceState.CANCELLED
_TO_INVITE = (Need.DATE, Need.TIME, Need.PLACE, Need.CHAIR, Need.PARTICIPANTS)
_TO_HOLD = (Need.DATE, Need.CHAIR, Need.PARTICIPANTS, Need.ATTENDANCE)
_WITH_REASON = (Need.REASON,)

# state: where it may go, with what must be there; forward first
MOVES: dict[ConferenceState, dict[ConferenceState, tuple[Need, ...]]] = {
    _PLANNED: {_INVITED: _TO_INVITE, _POSTPONED: _WITH_REASON, _CANCELLED: _WITH_REASON},
    _INVITED: {
        _HELD: _TO_HOLD,
        _PLANNED: (),
        _POSTPONED: _WITH_REASON,
        _CANCELLED: _WITH_REASON,
    },
    _HELD: {_SIGNED: (*_TO_HOLD, Need.TIME, Need.RECORDER), _INVITED: ()},
    _SIGNED: {},
    _POSTPONED: {_PLANNED: (), _CANCELLED: _WITH_REASON},
    _CANCELLED: {_PLANNED: ()},
}
# a person chooses these; SIGNED comes with the signing of the minutes alone
BY_HAND = frozenset(ConferenceState) - {_SIGNED}

_UNTAKEN = (AttendanceState.INVITED, AttendanceState.CONFIRMED)


def moves(state: ConferenceState) -> list[ConferenceState]:
    """List where a person may take a conference from here."""
    return [to for to in MOVES[state] if to in BY_HAND]


def missing(
    conference: Conference,
    to: ConferenceState,
    attending: Sequence[Attendance],
    *,
    reason: str = "",
) -> list[Need]:
    """List what a conference lacks for a step; everything is listed, not only the first."""
    held = {
        Need.DATE: conference.held_on is not None,
        Need.TIME: bool(conference.start_time),
        Need.PLACE: bool(conference.place.strip()),
        Need.CHAIR: conference.chair_id is not None,
        Need.RECORDER: conference.recorder_id is not None,
        Need.PARTICIPANTS: bool(attending),
        Need.ATTENDANCE: not untaken(attending),
        Need.REASON: bool(reason.strip()),
    }
    return [need for need in MOVES[conference.state][to] if not held[need]]


def untaken(attending: Sequence[Attendance]) -> list[Attendance]:
    """List whose attendance nobody has taken."""
    return [item for item in attending if item.state in _UNTAKEN]


def moved(
    conference: Conference,
    to: ConferenceState,
    attending: Sequence[Attendance],
    *,
    reason: str = "",
    held_on: date | None = None,
) -> Conference:
    """Take a conference to another state.

    Postponed without a new date, it has none: the old one is not true any more.
    Raises RuleViolation: conference_move_not_allowed, conference_not_ready.
    """
    if to not in MOVES[conference.state]:
        raise RuleViolation(
            "conference_move_not_allowed", code=conference.code, old=conference.state, new=to
        )
    lacking = missing(conference, to, attending, reason=reason)
    if lacking:
        raise RuleViolation(
            "conference_not_ready", code=conference.code, new=to, missing=tuple(lacking)
        )
    kept = replace(conference, state=to, state_reason="")
    if to in (_POSTPONED, _CANCELLED):
        kept = replace(kept, state_reason=reason.strip())
    if to is _POSTPONED:
        kept = replace(kept, held_on=held_on, ended_on=None)
    return kept
