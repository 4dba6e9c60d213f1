"""The minutes of a conference, in party and in state style.

Source: resources/docs/forms.md 3.1 and 3.2.
"""

from collections.abc import Iterable

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import FormOfAddress
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.minutes_contents import Attendee, MinutesReport, SpeechLine
from coordapp.domain.documents.papers import Section
from coordapp.domain.kernel.text import fold, one_line
from coordapp.formats.papers import assignment_paper, wording
from coordapp.formats.papers.blocks import (
    Block,
    Ending,
    Heading,
    Letterhead,
    PaperSheet,
    Signature,
    Text,
    Title,
)
from coordapp.formats.papers.wording import BLANK, SHORT_BLANK, paragraphs

_TYPE = DocumentType.MINUTES


def sheets(report: MinutesReport) -> Iterable[PaperSheet]:
    """Compose the minutes, with the sections asked for."""
    is_party = report.style is DocumentStyle.PARTY
    body = _party_body(report) if is_party else _state_body(report)
    closing = Text(text=_closing(report))
    yield PaperSheet(blocks=(*_head(report), *body, closing, _ending(report)))
    if Section.ASSIGNMENT in report.sections and report.assignment is not None:
        yield from assignment_paper.sheets(report.assignment)


def _head(report: MinutesReport) -> list[Block]:
    body, style = report.committee, report.style
    # the state form has no line of place and date
    day = wording.place_and_date(body.place, report.held_on)
    return [
        Letterhead(
            number=wording.number_line(style, report.number, _TYPE, body.document_code),
            day=day if style is DocumentStyle.PARTY else "",
        ),
        Title(kind="BIÊN BẢN", subject=report.title.strip() or f"Hội nghị {BLANK}"),
    ]


def _party_body(report: MinutesReport) -> list[Block]:
    """Items in the order of the form. Source: resources/docs/forms.md 3.2."""
    start = f"vào hồi {wording.clock(report.start_time)}, {wording.on_day(report.held_on)}"
    chair, recorder = _chair(report), _recorder(report)
    # the form asks for guests "if any"; without a roll it is a form to fill in
    has_guests = bool(report.guests or report.guests_absent) or not report.is_roll_taken
    return [
        *paragraphs(start, "- Thời gian: "),
        *paragraphs(report.place, "- Địa điểm: "),
        *paragraphs(report.purpose, "- Nội dung: "),
        *paragraphs(chair, "- Người chủ trì: "),
        *paragraphs(recorder, "- Người ghi biên bản: "),
        *paragraphs(report.documents, "- Tài liệu sử dụng trong hội nghị: "),
        Heading(text="1. Thành phần hội nghị"),
        Heading(text="1.1. Đại biểu chính thức"),
        *_people(report, "Có mặt", report.present),
        *_people(report, "Vắng mặt", report.absent),
        *_quorum(report),
        *([Heading(text="1.2. Đại biểu mời dự")] if has_guests else ()),
        *(_people(report, "Có mặt", report.guests) if has_guests else ()),
        *(_people(report, "Vắng mặt", report.guests_absent) if report.guests_absent else ()),
        Heading(text="2. Diễn biến hội nghị"),
        *_course(report),
        *_conclusions(report, "Kết luận của đồng chí chủ trì:"),
    ]


def _state_body(report: MinutesReport) -> list[Block]:
    """Items in the order of Mẫu 1.9; conclusions end the last one.

    Source: resources/docs/forms.md 3.1.
    """
    start = f"{wording.clock(report.start_time)}, {wording.on_day(report.held_on)}"
    chair, recorder = _chair(report), _recorder(report)
    return [
        *paragraphs(start, "Thời gian bắt đầu: "),
        *paragraphs(report.place, "Địa điểm: "),
        Text(text="Thành phần tham dự:", keep=True),
        *_people(report, "Có mặt", report.present),
        *_people(report, "Vắng mặt", report.absent),
        *_quorum(report),
        *(_people(report, "Khách mời có mặt", report.guests) if report.guests else ()),
        *(
            _people(report, "Khách mời vắng mặt", report.guests_absent)
            if report.guests_absent
            else ()
        ),
        *paragraphs(chair, "Chủ trì: "),
        *paragraphs(recorder, "Thư ký: "),
        Text(text="Nội dung:", keep=True),
        *(paragraphs(report.purpose) if report.purpose.strip() else ()),
        *(paragraphs(report.documents, "Tài liệu: ") if report.documents.strip() else ()),
        *_course(report),
        *_conclusions(report, "Kết luận của người chủ trì:"),
    ]


def _chair(report: MinutesReport) -> str:
    return wording.with_post(
        report.style, report.chair_name, report.chair_post, address=report.chair_address
    )


def _recorder(report: MinutesReport) -> str:
    return wording.with_post(
        report.style, report.recorder_name, report.recorder_post, address=report.recorder_address
    )


def _people(report: MinutesReport, label: str, people: tuple[Attendee, ...]) -> Iterable[Block]:
    counted = wording.PEOPLE[report.style]
    if not people:
        # nobody absent is a fact once the roll is taken; before, it is a form to fill in
        nobody = "0" if report.is_roll_taken and not report.unnoted else SHORT_BLANK
        yield Text(text=f"{label}: {nobody} {counted}.")
        return
    if Section.ATTENDANCE not in report.sections:
        yield Text(text=f"{label}: {len(people):02d} {counted}.")
        return
    yield Text(text=f"{label}: {len(people):02d} {counted}, gồm:", keep=True)
    for person in people[:-1]:
        yield Text(text=f"- {_attendee(report, person)};")
    yield Text(text=f"- {_attendee(report, people[-1])}.")


def _quorum(report: MinutesReport) -> Iterable[Block]:
    """Below the limit the minutes say so; they are not held back.

    Source: resources/docs/forms.md 3.3.
    """
    if report.quorum:
        yield Text(text=report.quorum)


def _attendee(report: MinutesReport, person: Attendee) -> str:
    parts = (one_line(part) for part in (person.name, person.post, person.unit))
    named = ", ".join(part for part in parts if part)
    if person.name.strip() and person.address is not FormOfAddress.NONE:
        spoken = wording.addressed(report.style, named, person.address)
        # the party form counts "đồng chí" above the list and does not repeat it on each line
        named = named if report.style is DocumentStyle.PARTY else wording.capital(spoken)
    reason = _why_absent(person)
    other = wording.addressed(report.style, person.substitute)
    return f"{named or BLANK}{f' ({other} dự thay)' if other else ''}{reason}"


def _why_absent(person: Attendee) -> str:
    reason = one_line(person.reason)
    if person.excused is None:
        return f" (lý do: {reason})" if reason else ""
    told = "có phép" if person.excused else "không phép"
    return f" ({told}, lý do: {reason})" if reason else f" ({told})"


def _course(report: MinutesReport) -> Iterable[Block]:
    agenda = report.agenda if Section.AGENDA in report.sections else ()
    speeches = report.speeches if Section.SPEECHES in report.sections else ()
    if agenda:
        yield Text(text="Hội nghị tiến hành theo chương trình:", keep=True)
        yield from (Text(text=f"- {wording.sentence(one_line(item))}") for item in agenda)
    if report.proceedings.strip():
        yield from paragraphs(report.proceedings)
    for speech in speeches:
        speaker = _speaker(report, speech) or BLANK
        yield from paragraphs(speech.gist, f"- {speaker}: ", bold=True)
    if not (report.agenda or report.proceedings.strip() or report.speeches):
        yield Text(text=BLANK * 3)


def _speaker(report: MinutesReport, speech: SpeechLine) -> str:
    """Name who spoke; a state paper says `ông` or `bà` only where the office has told which."""
    is_known = report.style is DocumentStyle.PARTY or speech.address is not FormOfAddress.NONE
    if not is_known:
        return ", ".join(filter(None, (one_line(speech.speaker), one_line(speech.post))))
    named = wording.with_post(
        report.style, speech.speaker, speech.post, blank="", address=speech.address
    )
    return wording.capital(named)


def _conclusions(report: MinutesReport, heading: str) -> Iterable[Block]:
    if Section.CONCLUSIONS not in report.sections:
        return
    yield Heading(text=heading)
    # in the party form plain numbers already mark the sections
    mark = "({})" if report.style is DocumentStyle.PARTY else "{}."
    for number, text in report.conclusions:
        yield from paragraphs(text, f"{mark.format(number)} ")
    if not report.conclusions:
        yield Text(text=BLANK * 3)


def _closing(report: MinutesReport) -> str:
    is_party = report.style is DocumentStyle.PARTY
    meeting = "Cuộc họp" if fold(report.title).startswith(("hop ", "cuoc hop")) else "Hội nghị"
    when = f"{wording.clock(report.end_time)}, {wording.on_day(report.ended_on)}"
    end = wording.end_of_text(report.style)
    return f"{meeting} kết thúc vào {'hồi ' if is_party else ''}{when}{end}"


def _ending(report: MinutesReport) -> Ending:
    is_party = report.style is DocumentStyle.PARTY
    posts = ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ") if is_party else ("THƯ KÝ", "CHỦ TỌA")
    names = (report.recorder_name, report.chair_name)
    recorder, chair = (
        Signature(posts=(post,), name=name) for post, name in zip(posts, names, strict=True)
    )
    below = wording.recipients(report.style, report.recipients)
    return Ending(left=recorder, right=chair, below=below)
