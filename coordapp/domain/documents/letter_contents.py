"""What the papers of a conference print besides its minutes, resolved and sorted."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.conclusions.assignment import Role
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.conclusions.review import ReviewReport
from coordapp.domain.documents.document import Authority
from coordapp.domain.documents.minutes_contents import AssignmentReport, Attendee


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs, by what right, and which role that person has in the committee."""

    name: str = ""
    post: str = ""
    role: CommitteeRole = CommitteeRole.NONE
    authority: Authority = Authority.DIRECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What every paper that goes out says of itself and of its conference."""

    committee: Committee
    style: DocumentStyle
    conference_code: str
    title: str  # of the conference
    held_on: date | None
    start_time: str = ""
    place: str = ""
    purpose: str = ""
    chair_name: str = ""
    chair_post: str = ""
    chair_address: FormOfAddress = FormOfAddress.NONE
    chair_role: CommitteeRole = CommitteeRole.NONE
    symbol: str = ""  # the number as printed; empty before one is given
    issued_on: date | None = None
    subject: str = ""  # typed for the paper; without it one is made
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterConclusion:
    """A conclusion as a notice prints it."""

    number: int
    kind: ConclusionKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReport(Letter):
    """The notice of the chair's conclusions."""

    attended: int = 0  # who came; 0 while the roll is not taken
    is_discussed: bool = False  # by what is recorded: speeches, or the course of the conference
    conclusions: tuple[LetterConclusion, ...] = ()
    assignment: AssignmentReport | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A task of a unit, with what the unit does in it."""

    number: int  # of the conclusion
    title: str
    role: Role
    others: tuple[str, ...]  # who leads, or who coordinates
    product: str
    deadline: str
    part: str = ""  # its own part, where another unit leads


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractReport(NoticeReport):
    """What of a notice concerns one unit: its conclusions and its tasks.

    Where it goes out as a copy, `original` cites the notice, and number, day and signer are its own.
    """

    unit_name: str = ""
    shares: tuple[Share, ...] = ()
    original: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLetter(Letter):
    """A letter about what a conference concluded, in words typed for it."""

    addressees: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAgendaItem:
    """A point of the programme, as an invitation prints it."""

    title: str
    start_time: str = ""
    presenter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationReport(Letter):
    """The invitation to a conference."""

    invited: tuple[Attendee, ...] = ()
    agenda: tuple[LetterAgendaItem, ...] = ()
    documents: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One line of the list of participants; the state is in words, empty before it is taken."""

    name: str
    post: str
    unit: str
    state: str
    is_guest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantsReport:
    """Who was asked to come, to be listed or to sign."""

    committee: Committee
    style: DocumentStyle
    conference_code: str
    title: str
    held_on: date | None
    place: str
    participants: tuple[Participant, ...]
    recorder_name: str
    to_sign: bool  # an empty column for signatures instead of the states


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPaper:
    """What became of earlier conclusions, for the first point of a conference."""

    committee: Committee
    style: DocumentStyle
    conference_code: str
    title: str
    review: ReviewReport
