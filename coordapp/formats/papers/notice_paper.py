"""The notice of the chair's conclusions, and what of it concerns one unit.

Source: resources/docs/forms.md 3.4.
"""

from collections.abc import Iterable, Sequence

from coordapp.domain.conclusions.assignment import Role
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.letter_contents import (
    ExtractReport,
    LetterConclusion,
    NoticeReport,
    Share,
)
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import assignment_paper, signature_block, wording
from coordapp.formats.papers.blocks import (
    Block,
    Heading,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Text,
)
from coordapp.formats.papers.wording import BLANK, paragraphs

_TYPE = DocumentType.NOTICE
_GROUPS = {
    ConclusionKind.ASSESS: "Đánh giá",
    ConclusionKind.APPROVE: "Những nội dung thống nhất",
    ConclusionKind.DIRECT: "Nhiệm vụ",
    ConclusionKind.ASSIGN: "Nhiệm vụ",
}
_ROMAN = ("I", "II", "III")
_SHARES = (
    PaperColumn(title="Kết luận", width=18, centred=True),
    PaperColumn(title="Nhiệm vụ", width=58),
    PaperColumn(title="Phân công", width=36),
    PaperColumn(title="Sản phẩm", width=28),
    PaperColumn(title="Thời hạn", width=25, centred=True),
)


def sheets(report: NoticeReport) -> Iterable[PaperSheet]:
    """Compose the notice, with the appendix of tasks if that was asked for."""
    end = wording.end_of_text(report.style)
    body = (
        *signature_block.head(report, "THÔNG BÁO", _subject(report), _TYPE),
        *_opening(report),
        *_conclusions(report.conclusions),
        Text(text=f"{_sender(report)} thông báo để các cơ quan, đơn vị biết, thực hiện{end}"),
        signature_block.ending(report),
    )
    yield PaperSheet(blocks=body)
    if report.assignment is not None:
        yield from assignment_paper.sheets(report.assignment)


def extract(report: ExtractReport) -> Iterable[PaperSheet]:
    """Compose what of the notice concerns one unit."""
    end = wording.end_of_text(report.style)
    unit = one_line(report.unit_name)
    rows = tuple(PaperRow(cells=_share(share)) for share in report.shares)
    told = f"{_sender(report)} thông báo để {unit} biết, thực hiện"
    if report.original:
        told = f"Trích sao gửi {unit} để biết, thực hiện"
    body = (
        *_head_of_extract(report),
        *_opening(report, f"; trong đó có nội dung liên quan đến {unit}"),
        *_conclusions(report.conclusions),
        Text(text=f"Nhiệm vụ cụ thể của {unit}:", keep=True),
        PaperTable(columns=_SHARES, rows=rows),
        Text(text=f"{told}{end}"),
        signature_block.ending(report),
    )
    yield PaperSheet(blocks=body)


def _head_of_extract(report: ExtractReport) -> Iterable[Block]:
    """Compose the head: that of the notice, or that of a copy with its own number and day.

    Source: resources/docs/forms.md 3.6.
    """
    if not report.original:
        return signature_block.head(report, "TRÍCH THÔNG BÁO", _subject(report), _TYPE)
    about = wording.subject(report.style, report.original)
    return signature_block.head(report, "TRÍCH SAO", about, DocumentType.EXTRACT)


def _subject(report: NoticeReport) -> str:
    if report.subject.strip():
        return wording.subject(report.style, report.subject)
    named = wording.subject(report.style, f"kết luận của {_chair(report)}")
    return f"{named}\ntại {one_line(report.title) or f'Hội nghị {BLANK}'}"


def _chair(report: NoticeReport) -> str:
    return wording.with_post(
        report.style, report.chair_name, report.chair_post, address=report.chair_address
    )


def _opening(report: NoticeReport, more: str = "") -> Iterable[Block]:
    chair = _chair(report)
    title = one_line(report.title) or f"Hội nghị {BLANK}"
    when = wording.capital(wording.on_day(report.held_on))
    place = one_line(report.place).rstrip(".") or BLANK
    comma = "," if report.chair_post.strip() else ""
    yield Text(text=wording.sentence(f"{when}, tại {place}, {chair}{comma} chủ trì {title}"))
    if report.purpose.strip():
        yield from paragraphs(report.purpose, "Nội dung: ")
    came = f"Dự hội nghị có {report.attended:02d} đại biểu. " if report.attended else ""
    who = wording.chairing(report.committee, report.chair_role)
    heard = "Sau khi nghe báo cáo và các ý kiến thảo luận, " if report.is_discussed else ""
    said = wording.capital(f"{heard}{who} kết luận như sau{more}:")
    yield Text(text=f"{came}{said}", keep=True)


def _conclusions(lines: Sequence[LetterConclusion]) -> Iterable[Block]:
    """Print the conclusions by their numbers, under headings where these keep the order."""
    groups = [_GROUPS[line.kind] for line in lines]
    runs = [name for n, name in enumerate(groups) if n == 0 or groups[n - 1] != name]
    headed = 1 < len(runs) == len(set(runs))
    for number, (line, group) in enumerate(zip(lines, groups, strict=True)):
        if headed and (number == 0 or groups[number - 1] != group):
            yield Heading(text=f"{_ROMAN[runs.index(group)]}- {group}")
        yield from paragraphs(line.text, f"{line.number}. ")
    if not lines:
        yield Text(text=BLANK * 3)


def _sender(report: NoticeReport) -> str:
    return wording.capital(wording.body_name(report.committee))


def _share(share: Share) -> tuple[str, ...]:
    if share.role is Role.LEAD:
        others = f"; phối hợp: {'; '.join(share.others)}" if share.others else ""
        part = f"Chủ trì{others}"
    else:
        part = f"Phối hợp với {'; '.join(share.others)}" if share.others else "Phối hợp"
        part += f": {one_line(share.part)}" if share.part.strip() else ""
    return (str(share.number), share.title, part, share.product, wording.capital(share.deadline))
