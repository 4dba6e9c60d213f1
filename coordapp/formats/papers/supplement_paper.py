"""Supplementary minutes: what is put right in minutes that were signed."""

from collections.abc import Iterable

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.minutes_contents import SupplementReport
from coordapp.formats.papers import wording
from coordapp.formats.papers.blocks import (
    Ending,
    Heading,
    Letterhead,
    Mark,
    PaperSheet,
    Signature,
    Text,
    Title,
)
from coordapp.formats.papers.wording import paragraphs


def sheets(report: SupplementReport) -> Iterable[PaperSheet]:
    """Compose the paper with the letterhead and the signatures of the minutes."""
    is_party = report.style is DocumentStyle.PARTY
    place = report.committee.place
    yield PaperSheet(
        blocks=(
            Letterhead(
                number=wording.number_line(
                    report.style,
                    report.number,
                    DocumentType.SUPPLEMENT,
                    report.committee.document_code,
                ),
                day=wording.place_and_date(place, report.issued_on),
            ),
            Title(
                kind="BIÊN BẢN BỔ SUNG",
                subject=report.subject,
                mark=Mark.DASHES if is_party else Mark.RULE,
            ),
            Text(text=_of_what(report)),
            Heading(text="Nội dung bổ sung:"),
            *paragraphs(report.text),
            Ending(
                left=_signature(report, 0, report.recorder_name),
                right=_signature(report, 1, report.chair_name),
                below=wording.recipients(report.style, report.recipients),
            ),
        )
    )


def _of_what(report: SupplementReport) -> str:
    day = f" {dates.on_paper(report.signed_on)}" if report.signed_on else ""
    return (
        f"Bổ sung Biên bản số {report.signed_symbol}{day} của {report.title}, "
        f"mã kiểm tra {report.signed_code}. Các nội dung khác của biên bản đã ký giữ nguyên."
    )


def _signature(report: SupplementReport, side: int, name: str) -> Signature:
    is_party = report.style is DocumentStyle.PARTY
    posts = ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ") if is_party else ("THƯ KÝ", "CHỦ TỌA")
    return Signature(posts=(posts[side],), name=name)
