"""Which composer makes which paper."""

from collections.abc import Callable, Iterable
from typing import Any

from coordapp.documents import (
    paper_assignment,
    paper_invitation,
    paper_minutes,
    paper_notice,
    paper_participants,
    paper_review,
    paper_supplement,
)
from coordapp.documents.blocks import Composition, Sheet
from coordapp.domain.letters import (
    ExtractReport,
    InvitationReport,
    NoticeReport,
    ParticipantsReport,
    ReviewPaper,
)
from coordapp.domain.reports import AssignmentReport, MinutesReport, SupplementReport
from coordapp.domain.text import one_line

Report = (
    MinutesReport
    | SupplementReport
    | NoticeReport
    | InvitationReport
    | ParticipantsReport
    | AssignmentReport
    | ReviewPaper
)
_COMPOSERS: dict[type, tuple[str, Callable[[Any], Iterable[Sheet]]]] = {
    MinutesReport: ("Biên bản", paper_minutes.sheets),
    SupplementReport: ("Biên bản bổ sung", paper_supplement.sheets),
    NoticeReport: ("Thông báo kết luận", paper_notice.sheets),
    ExtractReport: ("Trích thông báo kết luận", paper_notice.extract),
    InvitationReport: ("Giấy mời", paper_invitation.sheets),
    ParticipantsReport: ("Danh sách đại biểu", paper_participants.sheets),
    AssignmentReport: ("Phụ lục phân công", paper_assignment.sheets),
    ReviewPaper: ("Kiểm điểm kết luận kỳ trước", paper_review.sheets),
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
    )
