"""What the Excel forms for superiors print, resolved, sorted and counted."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.conferences.conference import Attendance, Conference
from coordapp.domain.documents.minutes_contents import RegisterRow
from coordapp.domain.figures.status import StatusQuestion, StatusTable
from coordapp.domain.figures.status_lines import StatusLine
from coordapp.domain.kernel.ids import ConclusionId
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import Extension, ProgressReport


@dataclass(frozen=True, slots=True, kw_only=True)
class FormHeading:
    """The head and foot that all forms share."""

    committee: Committee
    as_of: date
    style: DocumentStyle
    signer_name: str = ""
    signer_post: str = "TRƯỞNG BAN"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReport:
    """The status table; with `lines` the tasks behind its numbers are listed too."""

    heading: FormHeading
    table: StatusTable
    lines: tuple[StatusLine, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateReport:
    """What is overdue, the longest delay first."""

    heading: FormHeading
    question: StatusQuestion
    lines: tuple[StatusLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """Who should come, and how it was at each conference; None where not asked.

    The key tells two people of one name apart.
    """

    key: tuple[int, str]
    name: str
    post: str
    unit: str
    marks: tuple[Attendance | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceReport:
    """The attendance of a year up to a day."""

    heading: FormHeading
    year: int
    conferences: tuple[Conference, ...]
    members: tuple[MemberLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionLine:
    """A conclusion with what became of it."""

    id: ConclusionId
    number: int
    kind: str
    text: str
    tasks: int
    done: int
    overdue: int
    codes: tuple[str, ...]
    no_task_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionsReport:
    """The register of conclusions, a part for each conference, newest first."""

    heading: FormHeading
    parts: tuple[tuple[Conference, tuple[ConclusionLine, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedReport:
    """The register in parts, one for each unit or conclusion."""

    heading: FormHeading
    by: str
    parts: tuple[tuple[str, tuple[RegisterRow, ...]], ...]
    spelt: str = ""  # what the short names of units stand for


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change of a task in words."""

    at: str
    who: str
    action: str
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReport:
    """All that is known of one task; `facts` are labels with words."""

    heading: FormHeading
    row: TaskRow
    facts: tuple[tuple[str, str], ...]
    reports: tuple[tuple[str, ProgressReport], ...]  # with the unit's name
    extensions: tuple[Extension, ...]
    history: tuple[HistoryLine, ...]
    spelt: str = ""  # what the short names of units stand for
