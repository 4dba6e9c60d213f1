"""Conferences with agenda, attendance and speeches."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    AgendaItemId,
    AttendanceId,
    ConferenceId,
    PersonId,
    ProgrammeId,
    SpeechId,
    UnitId,
)


class ConferenceKind(Enum):
    """Kinds of conference. Source: resources/docs/forms.md 3.5."""

    INTERIM_REVIEW = "interim_review"
    FINAL_REVIEW = "final_review"
    BRIEFING = "briefing"
    THEMATIC = "thematic"


class ConferenceState(Enum):
    """Life of a conference; SIGNED is locked."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    SIGNED = "signed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class AttendanceState(Enum):
    """Six attendance states. Source: resources/docs/forms.md 3.3."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    SUBSTITUTED = "substituted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One conference; times are `HH:MM` of the office's clock, empty when not known."""

    id: ConferenceId
    code: str
    kind: ConferenceKind
    title: str
    state: ConferenceState = ConferenceState.PLANNED
    held_on: date | None = None
    start_time: str = ""
    ended_on: date | None = None
    end_time: str = ""
    place: str = ""
    chair_id: PersonId | None = None
    recorder_id: PersonId | None = None
    purpose: str = ""  # "Nội dung" line of the minutes
    documents: str = ""  # "Tài liệu sử dụng trong hội nghị"
    proceedings: str = ""  # reports heard, before the speeches
    minutes_number: int | None = None
    previous_id: ConferenceId | None = None  # whose conclusions this one reviews
    state_reason: str = ""  # why it was postponed or cancelled
    organiser: str = ""  # who called it
    programme_id: ProgrammeId | None = None  # the programme of coordination it was held for


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point of the programme of the conference."""

    id: AgendaItemId
    conference_id: ConferenceId
    position: int
    title: str
    start_time: str = ""
    presenter: str = ""
    minutes: int | None = None  # how long it is to take


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was asked to come and who came; guests have no `person_id`."""

    id: AttendanceId
    conference_id: ConferenceId
    position: int
    name: str
    post: str = ""
    person_id: PersonId | None = None
    unit_id: UnitId | None = None
    state: AttendanceState = AttendanceState.INVITED
    is_guest: bool = False
    substitute_name: str = ""
    substitute_post: str = ""
    reason: str = ""

    @property
    def came(self) -> bool:
        """Tell whether somebody sat there: the one asked, or a substitute."""
        return self.state in (AttendanceState.PRESENT, AttendanceState.SUBSTITUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The gist of what somebody said, in the order it was said."""

    id: SpeechId
    conference_id: ConferenceId
    position: int
    speaker: str
    post: str = ""
    gist: str = ""


def ensure_open(conference: Conference) -> None:
    """Refuse to change a signed conference. Raises RuleViolation: conference_signed."""
    if conference.state is ConferenceState.SIGNED:
        raise RuleViolation("conference_signed", code=conference.code)
