"""Every paper there is, by name: what all of them must hold is asked of each of these."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from docx import Document

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.handover import HandoverReport
from coordapp.domain.figures.desk_contents import (
    EntryKind,
    OwedReport,
    ReminderSlip,
    WeekAgenda,
    WeekEntry,
)
from coordapp.domain.figures.form_contents import FormHeading, StatusReport
from coordapp.domain.figures.listing import ListedColumn, ListedPart, Listing, ListingReport
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import DeadlineState
from coordapp.formats.docx import docx_paper
from coordapp.formats.papers import composition, desk_papers, handover_paper
from coordapp.formats.papers.blocks import Composition
from coordapp.formats.pdf import pdf_list, pdf_paper, pdf_status
from tests.build import a_task
from tests.domain.figures.test_status_summary import a_table
from tests.formats.report_minutes import STYLES, empty_minutes
from tests.formats.report_papers import (
    ALL,
    PARTY,
    a_notice,
    an_assignment,
    an_extract,
    an_invitation,
)

TODAY = date(2018, 3, 31)


def a_heading(style: DocumentStyle) -> FormHeading:
    return FormHeading(committee=STYLES[style]().committee, as_of=TODAY, style=style)


def a_slip(style: DocumentStyle = PARTY, **given: Any) -> ReminderSlip:
    rows = tuple(
        TaskRow(task=a_task(code=f"NV-2018-{day:03d}", due=date(2018, 3, day)), deadline=state)
        for day, state in ((20, DeadlineState.OVERDUE), (31, DeadlineState.DUE_SOON))
    )
    defaults: dict[str, Any] = {
        "heading": a_heading(style),
        "addressee": "Hội Nông dân tỉnh",
        "rows": rows,
        "leads": frozenset({"NV-2018-020"}),
        "reports": (OwedReport(title="báo cáo quý I", due_on=date(2018, 3, 25)),),
    }
    return ReminderSlip(**(defaults | given))


def a_week(style: DocumentStyle = PARTY, **given: Any) -> WeekAgenda:
    entries = (
        WeekEntry(
            day=date(2018, 3, 27), kind=EntryKind.CONFERENCE, what="Hội nghị giao ban",
            who="Phòng họp Ban Dân vận", clock="14:00", note="HN-2018-01",
        ),
        WeekEntry(
            day=date(2018, 3, 30), kind=EntryKind.DEADLINE, what="Rà soát chỉ tiêu",
            who="Hội Nông dân tỉnh", note="NV-2018-001",
        ),
        WeekEntry(
            day=date(2018, 3, 30), kind=EntryKind.REPORT, what="Báo cáo quý I",
            who="Hội Nông dân tỉnh", note="BC-2018-01",
        ),
    )  # fmt: skip
    defaults: dict[str, Any] = {
        "heading": a_heading(style),
        "first": date(2018, 3, 26),
        "entries": entries,
        "overdue": 2,
    }
    return WeekAgenda(**(defaults | given))


def a_status(style: DocumentStyle = PARTY) -> StatusReport:
    return StatusReport(heading=a_heading(style), table=a_table(3, late=1))


def a_listing(style: DocumentStyle = PARTY) -> ListingReport:
    columns = (ListedColumn(title="Mã", width=1), ListedColumn(title="Đơn vị chủ trì", width=3))
    listing = Listing(
        title="Danh sách nhiệm vụ",
        columns=columns,
        parts=(ListedPart(rows=[("NV-2018-001", "HND")]),),
        total="1 nhiệm vụ",
    )
    return ListingReport(
        heading=a_heading(style),
        listing=listing,
        spelt="Chữ viết tắt: HND: Hội Nông dân tỉnh.",
    )


def a_handover(style: DocumentStyle = PARTY) -> HandoverReport:
    committee = replace(STYLES[style]().committee, document_style=style)
    return HandoverReport(
        committee=committee, at=datetime(2018, 3, 31, 9, 5), file_name="ban giao.zip",
        size=2048, sha256="ab" * 32, register_sha256="cd" * 32, newest_entry="ef" * 32,
        counts=(("Nhiệm vụ", 25),), attachments=3,
    )  # fmt: skip


# papers that are PDF and Word
TWINS: dict[str, Callable[[DocumentStyle], Any]] = {
    **ALL,
    "minutes": lambda style: STYLES[style](),
    "minutes with their appendix": lambda style: replace(
        STYLES[style](), assignment=an_assignment(style)
    ),
    "minutes of nothing": empty_minutes,
    "notice with its appendix": lambda style: replace(
        a_notice(style), assignment=an_assignment(style)
    ),
    "copied extract": lambda style: an_extract(
        style, original="thông báo số 05-TB/BCĐ, ngày 05/01/2018 của Ban Chỉ đạo"
    ),
    "invitation with a list": lambda style: an_invitation(style, 12),
    "slip": a_slip,
    "week": a_week,
}
PAPERS: dict[str, Callable[[DocumentStyle], Any]] = {
    **TWINS,
    "status": a_status,
    "listing": a_listing,
    "handover": a_handover,
}
OTHER_MAKERS: dict[type, Callable[[Any], Composition]] = {
    ReminderSlip: desk_papers.slip,
    WeekAgenda: desk_papers.week,
    StatusReport: lambda report: pdf_status.composed(report, 14),
    ListingReport: pdf_list.composed,
    HandoverReport: handover_paper.composed,
}


def composed(report: Any) -> Composition:
    """Put any paper together, whoever makes it."""
    return OTHER_MAKERS.get(type(report), composition.composed)(report)


def as_pdf(report: Any) -> bytes:
    return pdf_paper.laid_out(composed(report)).data


def as_word(report: Any, folder: Path) -> Any:
    target = folder / "giay.docx"
    docx_paper.write_composed(composed(report), target, lambda _done, _total: None)
    return Document(str(target))
