"""Which composer makes which paper."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from coordapp.domain.documents.letter_contents import (
    ExtractReport,
    InvitationReport,
    NoticeReport,
    OfficialLetter,
    ParticipantsReport,
    ReviewPaper,
)
from coordapp.domain.documents.minutes_contents import (
    AssignmentReport,
    MinutesReport,
    SupplementReport,
)
from coordapp.domain.figures.summary_contents import SummaryReport
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import (
    assignment_paper,
    invitation_paper,
    minutes_paper,
    notice_paper,
    official_letter,
    participants_paper,
    review_paper,
    summary_paper,
    supplement_paper,
)
from coordapp.formats.papers.blocks import Composition, PaperSheet

Report = (
    MinutesReport
    | SupplementReport
    | NoticeReport
    | InvitationReport
    | OfficialLetter
    | ParticipantsReport
    | AssignmentReport
    | ReviewPaper
    | SummaryReport
)
_COMPOSERS: dict[type, tuple[str, Callable[[Any], Iterable[PaperSheet]]]] = {
    MinutesReport: ("Biên bản", minutes_paper.sheets),
    SupplementReport: ("Biên bản bổ sung", supplement_paper.sheets),
    NoticeReport: ("Thông báo kết luận", notice_paper.sheets),
    ExtractReport: ("Trích thông báo kết luận", notice_paper.extract),
    OfficialLetter: ("Công văn", official_letter.sheets),
    InvitationReport: ("Giấy mời", invitation_paper.sheets),
    ParticipantsReport: ("Danh sách đại biểu", participants_paper.sheets),
    AssignmentReport: ("Phụ lục phân công", assignment_paper.sheets),
    ReviewPaper: ("Kiểm điểm kết luận kỳ trước", review_paper.sheets),
    SummaryReport: ("Báo cáo", summary_paper.sheets),
}


def composed(report: Report) -> Composition:
    """Put a paper together out of its blocks."""
    name, sheets = _COMPOSERS[type(report)]
    return Composition(
        committee=report.committee,
        style=report.style,
        title=one_line(f"{name} {report.title}"),
        code=report.conference_code,
        sheets=tuple(sheets(report)),
        seal=report.seal if isinstance(report, MinutesReport) else "",
        day=_day(report),
    )


def _day(report: Report) -> date | None:
    """Give the day a paper is of: when it was issued, else when its conference met."""
    named = (getattr(report, name, None) for name in ("issued_on", "held_on", "as_of"))
    return next((day for day in named if isinstance(day, date)), None)
