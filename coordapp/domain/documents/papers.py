"""The papers of a conference: which there are, and what is asked for."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.kernel.ids import DocumentId, UnitId


class Paper(Enum):
    """Papers of a conference."""

    MINUTES = "minutes"
    NOTICE = "notice"
    INVITATION = "invitation"
    PARTICIPANTS = "participants"
    SIGN_IN = "signin"
    EXTRACT = "extract"
    ASSIGNMENT = "assignment"
    REVIEW = "review"


class Section(Enum):
    """Parts of the minutes that may be left out, and the table that may follow them."""

    ATTENDANCE = "attendance"
    AGENDA = "agenda"
    SPEECHES = "speeches"
    CONCLUSIONS = "conclusions"
    ASSIGNMENT = "assignment"


# what a paper has when nobody chose; the table of tasks comes only when asked for
USUAL = frozenset(Section) - {Section.ASSIGNMENT}
# what may be chosen in a paper
CHOICES = {
    Paper.MINUTES: tuple(Section),
    Paper.NOTICE: (Section.ASSIGNMENT,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """Which paper of which conference, how, on which day; `unit` is the short name that an extract is for.

    `document_id` is the paper that was recorded, None for the one recorded last.
    """

    paper: Paper
    conference_code: str
    today: date
    style: DocumentStyle | None = None
    sections: frozenset[Section] = USUAL
    unit: str = ""
    document_id: DocumentId | None = None
    unit_id: UnitId | None = None  # known better than by its name, which may change
