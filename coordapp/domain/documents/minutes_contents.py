"""Everything a paper prints, already resolved, sorted and counted."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.committee.unit_group import NamedGroup
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.documents.papers import USUAL, Section
from coordapp.domain.tasks.task import DeadlineState, WorkState

WORDS_OF_PAPER = "Hạn theo văn bản: "


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One task as the register shows it, on screen, in Excel and on paper."""

    code: str
    title: str
    content: str
    source: str  # "Văn bản giao (số, ngày)"
    lead_unit: str
    coordinating_units: tuple[str, ...]
    due: date | None
    deadline_wording: str
    progress: str  # latest result
    finished_on: date | None
    work_state: WorkState
    deadline_state: DeadlineState
    state_label: str
    difficulty: str
    note: str
    is_parent: bool = False

    @property
    def work(self) -> str:
        """Write the title and, where it says more, the content below it."""
        content = "" if self.content == self.title else self.content
        return "\n".join(filter(None, (self.title, content)))

    @property
    def remarks(self) -> str:
        """Write the paper's own words of a deadline that has a day, and the note."""
        has_words = self.due is not None and self.deadline_wording
        words = f"{WORDS_OF_PAPER}{self.deadline_wording}" if has_words else ""
        return "\n".join(filter(None, (words, self.note)))

    @property
    def coded_remarks(self) -> str:
        """Write the code above the remarks: the form has no column for it."""
        return "\n".join(filter(None, (self.code, self.remarks)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReport:
    """The register as of a day."""

    committee: Committee
    as_of: date
    style: DocumentStyle
    rows: tuple[RegisterRow, ...]
    title: str = "BẢNG TỔNG HỢP TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"
    signer_post: str = "TRƯỞNG BAN"
    signer_name: str = ""
    spelt: str = ""  # what the short names of units stand for


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One line of the list of participants in the minutes."""

    name: str
    post: str
    unit: str = ""
    reason: str = ""
    substitute: str = ""
    excused: bool | None = None  # of somebody who did not come; None for all others
    address: FormOfAddress = FormOfAddress.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLine:
    """Who spoke and the gist."""

    speaker: str
    post: str
    gist: str
    was_absent: bool = False  # by the roll
    address: FormOfAddress = FormOfAddress.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesReport:
    """The minutes of one conference."""

    committee: Committee
    style: DocumentStyle
    conference_code: str
    title: str
    number: int | None
    held_on: date | None
    start_time: str
    ended_on: date | None
    end_time: str
    place: str
    purpose: str
    chair_name: str
    chair_post: str
    recorder_name: str
    recorder_post: str
    documents: str
    proceedings: str
    present: tuple[Attendee, ...]
    absent: tuple[Attendee, ...]
    guests: tuple[Attendee, ...]  # who came
    agenda: tuple[str, ...]
    speeches: tuple[SpeechLine, ...]
    conclusions: tuple[tuple[int, str], ...]  # number, text
    recipients: tuple[str, ...]
    sections: frozenset[Section] = USUAL
    assignment: "AssignmentReport | None" = None
    seal: str = ""  # the code of signed minutes, at the foot of every page
    quorum: str = ""  # whether enough members came, as a sentence
    guests_absent: tuple[Attendee, ...] = ()
    unnoted: tuple[Attendee, ...] = ()  # whom the roll passed over
    chair_address: FormOfAddress = FormOfAddress.NONE
    recorder_address: FormOfAddress = FormOfAddress.NONE
    chair_role: CommitteeRole = CommitteeRole.NONE

    @property
    def is_roll_taken(self) -> bool:
        """Tell whether anybody's attendance was noted."""
        return any((*self.present, *self.absent, *self.guests, *self.guests_absent))


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """One task of a conclusion; a conclusion without tasks has one row without a code."""

    number: int
    conclusion: str
    kind: ConclusionKind
    no_task_reason: str = ""
    code: str = ""
    title: str = ""
    lead_unit: str = ""
    coordinating_units: tuple[str, ...] = ()
    product: str = ""
    due: date | None = None
    deadline: str = ""  # in the paper's own words, else the date


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentReport:
    """Which unit got what of the conclusions of a conference: "phụ lục phân công"."""

    committee: Committee
    style: DocumentStyle
    conference_code: str
    title: str
    held_on: date | None
    rows: tuple[AssignmentRow, ...]
    signer_name: str = ""
    carrier: str = ""  # the paper it goes with: `Thông báo số 05-TB/BCĐ, ngày …`
    groups: tuple[NamedGroup, ...] = ()  # that are spoken of instead of all their units


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementReport:
    """Supplementary minutes of a signed conference."""

    committee: Committee
    style: DocumentStyle
    conference_code: str
    title: str
    number: int | None
    issued_on: date | None
    subject: str
    text: str
    signed_symbol: str
    signed_on: date | None
    signed_code: str
    chair_name: str
    recorder_name: str
    recipients: tuple[str, ...]
