"""The invitation to a conference; of many guests the list follows on pages of its own."""

from collections.abc import Iterable

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import FormOfAddress
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.letter_contents import InvitationReport, LetterAgendaItem
from coordapp.domain.documents.minutes_contents import Attendee
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import participants_paper, signature_block, wording
from coordapp.formats.papers.blocks import Block, PaperSheet, Text
from coordapp.formats.papers.wording import BLANK, paragraphs

_TYPE = DocumentType.INVITATION
# more names than this would push the time and the place off the first page
_MOST_NAMED = 12
_INVITED_ALL = {DocumentStyle.PARTY: "các đồng chí", DocumentStyle.STATE: "các ông (bà)"}
_PLEASE = {
    DocumentStyle.PARTY: "Đề nghị các đồng chí đến dự đúng giờ, đúng thành phần",
    DocumentStyle.STATE: "Kính mời các ông, bà đến dự đúng giờ, đúng thành phần",
}


def sheets(report: InvitationReport) -> Iterable[PaperSheet]:
    """Compose the invitation."""
    title = one_line(report.title) or f"Hội nghị {BLANK}"
    end = wording.end_of_text(report.style)
    listed = len(report.invited) > _MOST_NAMED
    body = (
        *signature_block.head(
            report,
            "GIẤY MỜI",
            wording.subject(report.style, report.subject.strip() or f"dự {title}"),
            _TYPE,
        ),
        *_invited(report, title, listed=listed),
        *_facts(report),
        Text(text=f"{_PLEASE[report.style]}{end}"),
        signature_block.ending(report),
    )
    yield PaperSheet(blocks=body)
    if listed:
        carrier = wording.carrier(report, "Giấy mời", _TYPE)
        yield participants_paper.appendix(report, carrier)


def _invited(report: InvitationReport, title: str, *, listed: bool) -> Iterable[Block]:
    sender = wording.capital(wording.body_name(report.committee))
    if listed:
        # without a count: in an invitation it reads like a roll call
        who = f"{_INVITED_ALL[report.style]} (có danh sách kèm theo)"
        yield Text(text=wording.sentence(f"{sender} trân trọng kính mời {who} dự {title}"))
        return
    yield Text(text=f"{sender} trân trọng kính mời:", keep=True)
    for person in report.invited:
        yield Text(text=f"- {_named(report.style, person)};")
    if not report.invited:
        yield Text(text=f"- {BLANK * 2}")
    yield Text(text=wording.sentence(f"Dự {title}"))


def _named(style: DocumentStyle, person: Attendee) -> str:
    name = one_line(person.name)
    if name and style is DocumentStyle.STATE and person.address is FormOfAddress.NONE:
        # an invitation is polite to whom the office has not said of
        name = f"ông (bà) {name}"
    named = wording.with_post(style, name, person.post, blank="", address=person.address)
    return wording.capital(named) or BLANK


def _facts(report: InvitationReport) -> Iterable[Block]:
    if report.purpose.strip():
        yield from paragraphs(report.purpose, "- Nội dung: ")
    yield from paragraphs(_when(report), "- Thời gian: ")
    yield from paragraphs(report.place, "- Địa điểm: ")
    chair = wording.with_post(
        report.style, report.chair_name, report.chair_post, address=report.chair_address
    )
    yield from paragraphs(chair, "- Chủ trì: ")
    if report.agenda:
        yield Text(text="- Chương trình:", keep=True)
        yield from (Text(text=f"+ {_point(line)}") for line in report.agenda)
    if report.documents.strip():
        yield from paragraphs(report.documents, "- Tài liệu: ")


def _when(report: InvitationReport) -> str:
    clock = wording.clock(report.start_time)
    if report.held_on is None:
        return f"{clock}, {wording.on_day(None)}"
    weekday = dates.weekday(report.held_on)
    return f"{clock}, {weekday[:1].lower()}{weekday[1:]}, {wording.on_day(report.held_on)}"


def _point(line: LetterAgendaItem) -> str:
    clock = f"{wording.clock(line.start_time)}: " if line.start_time.strip() else ""
    who = f" ({one_line(line.presenter)})" if line.presenter.strip() else ""
    return wording.sentence(f"{clock}{one_line(line.title)}{who}")
