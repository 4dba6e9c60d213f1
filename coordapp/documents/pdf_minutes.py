"""The minutes of a conference as PDF, in party and in state style.

Source: vn-documents 2.2 (party form), 1.1 (state form, Mẫu 1.9).
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageTemplate, Paragraph, Spacer

from coordapp.documents import pdf_style as look
from coordapp.documents.files import replacing
from coordapp.domain import dates
from coordapp.domain.committee import DocumentStyle
from coordapp.domain.reports import Attendee, MinutesReport
from coordapp.domain.text import fold, one_line

Step = Callable[[int, int], None]
BLANK = "……………………"
SHORT_BLANK = "……"
_LEFT_HALF = 80 * mm
_PEOPLE = {DocumentStyle.PARTY: "đồng chí", DocumentStyle.STATE: "ông, bà"}
_CLOCK = re.compile(r"(\d{1,2})(?:[:hH]|\s*giờ\s*)(\d{2})?(?:\s*phút)?")
# for a signature in ink and the seal; source: vn-documents 2.5
_ROOM_TO_SIGN = 40 * mm
# a last paragraph up to this long stays with the signatures
_SHORT_ENOUGH = 900
# what is written before a name already, so that it is not written twice
_ADDRESSED = ("dong chi ", "d/c ", "ong ", "ba ", "cac dong chi ", "dai bieu ", "dai dien ")


def write(report: MinutesReport, target: Path, step: Step) -> None:
    """Write the minutes to `target`, or leave the file there as it was.

    Raises DocumentError as `replacing` does; what `step` raises stops the work.
    """
    with replacing(target) as draft:
        draft.write_bytes(build(report, step))


def build(report: MinutesReport, step: Step = lambda _done, _total: None) -> bytes:
    """Lay the minutes out; equal minutes give equal bytes."""
    look.register_fonts()
    story = _story(report)
    total = len(story)
    done = 0
    step(0, total)

    def after_flowable(_flowable: object) -> None:
        nonlocal done
        done = min(done + 1, total)
        step(done, total)

    buffer = BytesIO()
    document = _document(report, buffer)
    document.afterFlowable = after_flowable
    document.build(story)
    return buffer.getvalue()


def _document(report: MinutesReport, buffer: BytesIO) -> Any:
    document = BaseDocTemplate(
        buffer,
        pagesize=look.PAGE,
        title=look.drawable(one_line(f"Biên bản {report.title}"))[:500],
        author=look.drawable(one_line(report.committee.name))[:500],
        subject=look.drawable(one_line(report.conference_code))[:500],
        creator="CoordApp",
        lang="vi-VN",
        initialFontName=look.FAMILY,
        invariant=1,
    )
    height = look.PAGE[1] - look.TOP - look.BOTTOM
    frame = Frame(
        look.LEFT, look.BOTTOM, look.TEXT_WIDTH, height,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    size = look.LOOKS[report.style].page_number

    def number_page(canvas: Any, page: Any) -> None:
        if page.page > 1:
            canvas.setFont(look.FAMILY, size)
            # the digits hang 10 mm from the upper edge; they are two thirds of the size high
            baseline = look.PAGE[1] - 10 * mm - size * 0.66
            middle = look.LEFT + look.TEXT_WIDTH / 2
            canvas.drawCentredString(middle, baseline, str(page.page))

    document.addPageTemplates([PageTemplate(frames=[frame], onPage=number_page)])
    return document


def _story(report: MinutesReport) -> list[Any]:
    is_party = report.style is DocumentStyle.PARTY
    body = _party_body(report) if is_party else _state_body(report)
    ending = [
        _text(report, _closing(report)),
        Spacer(0, 14),
        _signatures(report),
        *_recipients(report),
    ]
    # signatures never stand on a page without some of the text that they vouch for
    if len(body[-1].getPlainText()) <= _SHORT_ENOUGH:
        ending.insert(0, body.pop())
        while body[-1].getKeepWithNext():
            ending.insert(0, body.pop())
    return [*_head(report), *body, KeepTogether(ending)]


def _head(report: MinutesReport) -> list[Any]:
    committee = report.committee
    is_party = report.style is DocumentStyle.PARTY
    number = look.number_line(report.style, report.number, "BB", committee.document_code)
    day = look.place_and_date(committee.place, report.held_on) if is_party else None
    named = report.title if report.title.strip() else f"Hội nghị {BLANK}"
    title = look.wrapped(named, 14, look.TEXT_WIDTH, bold=True)
    shown = look.widest(title, 14, look.TEXT_WIDTH, bold=True)
    return [
        look.letterhead(committee, report.style, number, day),
        Spacer(0, 16),
        look.centred("BIÊN BẢN", look.LOOKS[report.style].type_size, bold=True),
        look.centred("\n".join(title), 14, bold=True),
        look.rule(shown * look.SHORT_RULE),
        Spacer(0, 6),
    ]


def _party_body(report: MinutesReport) -> list[Any]:
    """Items in the order of the form. Source: vn-documents 2.2."""
    start = f"vào hồi {_clock(report.start_time)}, {_day(report.held_on)}"
    chair = _with_post(report, report.chair_name, report.chair_post)
    recorder = _with_post(report, report.recorder_name, report.recorder_post)
    # the form asks for guests "if any"; without a list of anybody it is a form to fill in
    has_guests = bool(report.guests) or not report.present
    return [
        *_texts(report, start, "- Thời gian: "),
        *_texts(report, report.place, "- Địa điểm: "),
        *_texts(report, report.purpose, "- Nội dung: "),
        *_texts(report, chair, "- Người chủ trì: "),
        *_texts(report, recorder, "- Người ghi biên bản: "),
        *_texts(report, report.documents, "- Tài liệu sử dụng trong hội nghị: "),
        _heading(report, "1. Thành phần hội nghị"),
        _heading(report, "1.1. Đại biểu chính thức"),
        *_people(report, "Có mặt", report.present),
        *_people(report, "Vắng mặt", report.absent),
        *([_heading(report, "1.2. Đại biểu mời dự")] if has_guests else ()),
        *(_people(report, "Có mặt", report.guests) if has_guests else ()),
        _heading(report, "2. Diễn biến hội nghị"),
        *_course(report),
        _heading(report, "Kết luận của đồng chí chủ trì:"),
        *_conclusions(report),
    ]


def _state_body(report: MinutesReport) -> list[Any]:
    """Items in the order of Mẫu 1.9; conclusions end the last one. Source: vn-documents 1.1."""
    start = f"{_clock(report.start_time)}, {_day(report.held_on)}"
    chair = _with_post(report, report.chair_name, report.chair_post)
    recorder = _with_post(report, report.recorder_name, report.recorder_post)
    return [
        *_texts(report, start, "Thời gian bắt đầu: "),
        *_texts(report, report.place, "Địa điểm: "),
        _text(report, "Thành phần tham dự:", keepWithNext=1),
        *_people(report, "Có mặt", report.present),
        *_people(report, "Vắng mặt", report.absent),
        *(_people(report, "Khách mời", report.guests) if report.guests else ()),
        *_texts(report, chair, "Chủ trì (chủ tọa): "),
        *_texts(report, recorder, "Thư ký (người ghi biên bản): "),
        _text(report, "Nội dung (theo diễn biến hội nghị):", keepWithNext=1),
        *(_texts(report, report.purpose) if report.purpose.strip() else ()),
        *(_texts(report, report.documents, "Tài liệu: ") if report.documents.strip() else ()),
        *_course(report),
        _heading(report, "Kết luận của chủ tọa:"),
        *_conclusions(report),
    ]


def _people(report: MinutesReport, label: str, people: tuple[Attendee, ...]) -> Iterable[Any]:
    counted = _PEOPLE[report.style]
    if not people:
        # nobody absent is a fact once somebody is noted as present; else it is a form to fill in
        yield _text(report, f"{label}: {'0' if report.present else SHORT_BLANK} {counted}.")
        return
    yield _text(report, f"{label}: {len(people):02d} {counted}, gồm:", keepWithNext=1)
    for person in people[:-1]:
        yield _text(report, f"- {_attendee(report, person)};")
    yield _text(report, f"- {_attendee(report, people[-1])}.")


def _attendee(report: MinutesReport, person: Attendee) -> str:
    parts = (one_line(part) for part in (person.name, person.post, person.unit))
    named = ", ".join(part for part in parts if part)
    reason = f" (lý do: {one_line(person.reason)})" if person.reason.strip() else ""
    other = _addressed(report, person.substitute)
    return f"{named or BLANK}{f' ({other} dự thay)' if other else ''}{reason}"


def _course(report: MinutesReport) -> Iterable[Any]:
    if report.agenda:
        yield _text(report, "Hội nghị tiến hành theo chương trình:", keepWithNext=1)
        yield from (_text(report, f"- {_sentence(one_line(item))}") for item in report.agenda)
    if report.proceedings.strip():
        yield from _texts(report, report.proceedings)
    for speech in report.speeches:
        speaker = _capital(_with_post(report, speech.speaker, speech.post, blank=""))
        yield from _texts(report, speech.gist, f"- {speaker or BLANK}: ", bold=True)
    if not (report.agenda or report.proceedings.strip() or report.speeches):
        yield _text(report, BLANK * 3)


def _conclusions(report: MinutesReport) -> Iterable[Any]:
    # in the party form plain numbers already mark the sections
    mark = "({})" if report.style is DocumentStyle.PARTY else "{}."
    for number, text in report.conclusions:
        yield from _texts(report, text, f"{mark.format(number)} ")
    if not report.conclusions:
        yield _text(report, BLANK * 3)


def _closing(report: MinutesReport) -> str:
    is_party = report.style is DocumentStyle.PARTY
    meeting = "Cuộc họp" if fold(report.title).startswith(("hop ", "cuoc hop")) else "Hội nghị"
    when = f"{_clock(report.end_time)}, {_day(report.ended_on)}"
    return f"{meeting} kết thúc vào {'hồi ' if is_party else ''}{when}{'.' if is_party else './.'}"


def _signatures(report: MinutesReport) -> Any:
    is_party = report.style is DocumentStyle.PARTY
    posts = ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ") if is_party else ("THƯ KÝ", "CHỦ TỌA")
    names = (report.recorder_name, report.chair_name)
    left, right = (
        [
            look.centred(post, 14, bold=True),
            *([] if is_party else [look.centred("(Chữ ký)", 14, italic=True)]),
            Spacer(0, _ROOM_TO_SIGN),
            look.centred(one_line(name) or BLANK, 14, bold=True),
        ]
        for post, name in zip(posts, names, strict=True)
    )
    return look.two_columns(left, right, _LEFT_HALF)


def _recipients(report: MinutesReport) -> list[Any]:
    is_party = report.style is DocumentStyle.PARTY
    size = look.LOOKS[report.style].recipients_size
    title = look.paragraph_style(
        14 if is_party else 12, bold=not is_party, italic=not is_party,
        spaceBefore=14, keepWithNext=1,
    )  # fmt: skip
    line = look.paragraph_style(size, rightIndent=look.TEXT_WIDTH - _LEFT_HALF)
    named = [one_line(text).lstrip("- ").rstrip(";. ") for text in report.recipients]
    others = [f"- {text};" for text in named if text and not _is_file_copy(text)]
    kept = "- Lưu Văn phòng." if is_party else "- Lưu: VT, Hồ sơ."
    return [
        Paragraph("<u>Nơi nhận</u>:" if is_party else "Nơi nhận:", title),
        *(Paragraph(look.markup(text), line) for text in (*others, kept)),
    ]


def _is_file_copy(recipient: str) -> bool:
    return fold(recipient).startswith(("luu ", "luu:"))


def _heading(report: MinutesReport, text: str) -> Any:
    style = look.body_style(report.style, keepWithNext=1)
    return Paragraph(f"<b>{look.markup(text)}</b>", style)


def _text(report: MinutesReport, text: str, **more: float) -> Any:
    return Paragraph(look.markup(text), look.body_style(report.style, **more))


def _texts(
    report: MinutesReport, text: str, lead: str = "", *, bold: bool = False
) -> Iterable[Any]:
    """Set typed text, each of its lines a paragraph; `lead` starts the first one."""
    lines = [line for line in look.drawable(text).split("\n") if line.strip()] or [BLANK]
    style = look.body_style(report.style)
    start = look.markup(lead)
    lines[-1] = _sentence(lines[-1].rstrip())
    for line in lines:
        shown = f"<b>{start}</b>" if bold and start else start
        yield Paragraph(f"{shown}{look.markup(line)}", style)
        start = ""


def _addressed(report: MinutesReport, name: str) -> str:
    """Write `đồng chí` before a name in party papers; a state paper bears the name alone."""
    shown = one_line(name)
    if not shown or report.style is not DocumentStyle.PARTY or fold(shown).startswith(_ADDRESSED):
        return shown
    return f"đồng chí {shown}"


def _with_post(report: MinutesReport, name: str, post: str, *, blank: str = BLANK) -> str:
    parts = (_addressed(report, name or blank), one_line(post))
    return ", ".join(part for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    shown = text.strip()
    return shown if shown.endswith((".", ";", ":", "!", "?", "…")) else f"{shown}."


def _day(day: date | None) -> str:
    return "ngày …… tháng …… năm ………" if day is None else dates.on_paper(day)


def _clock(typed: str) -> str:
    """Write an hour as papers do: `14:00` is `14 giờ 00`."""
    match = _CLOCK.fullmatch(typed.strip())
    if match is None:
        return typed.strip() or f"{SHORT_BLANK} giờ {SHORT_BLANK}"
    return f"{int(match[1]):02d} giờ {match[2] or '00'}"
