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
_CLOCK = re.compile(r"(\d{1,2})(?:[:hH]|\s*giờ\s*)(\d{2})?(?:\s*phút)?")
# for a signature in ink and the seal
_ROOM_TO_SIGN = 40 * mm
# a last paragraph up to this long stays with the signatures
_SHORT_ENOUGH = 900
# what is written before a name already, so that it is not written twice
_ADDRESSED = ("dong chi ", "ong ", "ba ", "cac dong chi ", "dai bieu ", "dai dien ")


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
    if len(body[-1].text) <= _SHORT_ENOUGH:
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
    listed = [
        ("Thời gian", start),
        ("Địa điểm", report.place),
        ("Nội dung", report.purpose),
        ("Người chủ trì", _with_post(report.chair_name, report.chair_post, "đồng chí")),
        ("Người ghi biên bản", _with_post(report.recorder_name, report.recorder_post, "đồng chí")),
        ("Tài liệu sử dụng trong hội nghị", report.documents),
    ]
    return [
        *(_text(report, f"- {label}: {_or_blank(value)}") for label, value in listed),
        _heading(report, "1. Thành phần hội nghị"),
        _heading(report, "1.1. Đại biểu chính thức"),
        *_people(report, "Có mặt", report.present),
        *_people(report, "Vắng mặt", report.absent),
        _heading(report, "1.2. Đại biểu mời dự"),
        *_people(report, "Có mặt", report.guests),
        _heading(report, "2. Diễn biến hội nghị"),
        *_course(report),
        _heading(report, "3. Kết luận của đồng chí chủ trì"),
        *_conclusions(report, "3."),
    ]


def _state_body(report: MinutesReport) -> list[Any]:
    """Items in the order of Mẫu 1.9; conclusions end the last one. Source: vn-documents 1.1."""
    start = f"{_clock(report.start_time)}, {_day(report.held_on)}"
    chair = _with_post(report.chair_name, report.chair_post, "ông/bà")
    recorder = _with_post(report.recorder_name, report.recorder_post, "ông/bà")
    return [
        _text(report, f"Thời gian bắt đầu: {start}"),
        _text(report, f"Địa điểm: {_or_blank(report.place)}"),
        _text(report, "Thành phần tham dự:"),
        *_people(report, "Có mặt", report.present),
        *_people(report, "Vắng mặt", report.absent),
        *(_people(report, "Khách mời", report.guests) if report.guests else ()),
        _text(report, f"Chủ trì (chủ tọa): {chair}"),
        _text(report, f"Thư ký (người ghi biên bản): {recorder}"),
        _text(report, "Nội dung (theo diễn biến hội nghị):"),
        *([_text(report, report.purpose)] if report.purpose else ()),
        *([_text(report, f"Tài liệu: {report.documents}")] if report.documents else ()),
        *_course(report),
        _heading(report, "Kết luận của chủ tọa:"),
        *_conclusions(report, ""),
    ]


def _people(report: MinutesReport, label: str, people: tuple[Attendee, ...]) -> Iterable[Any]:
    address = _address(report)
    # nobody absent is a fact once somebody is noted as present; nobody present is a form to fill
    count = f"{len(people):02d}" if people or report.present else SHORT_BLANK
    if not people:
        yield _text(report, f"{label}: {count if count != '00' else '0'} {address}.")
        return
    yield _text(report, f"{label}: {count} {address}:")
    for person in people[:-1]:
        yield _text(report, f"- {_attendee(person, address)};")
    yield _text(report, f"- {_attendee(people[-1], address)}.")


def _attendee(person: Attendee, address: str) -> str:
    named = ", ".join(part for part in (person.name, person.post, person.unit) if part)
    reason = f" (lý do: {person.reason})" if person.reason else ""
    substitute = f" ({address} {person.substitute} dự thay)" if person.substitute else ""
    return f"{named or BLANK}{substitute}{reason}"


def _course(report: MinutesReport) -> Iterable[Any]:
    if report.agenda:
        yield _text(report, "Hội nghị tiến hành theo chương trình:")
        yield from (_text(report, f"- {_sentence(item)}") for item in report.agenda)
    yield from (_text(report, line) for line in _lines(report.proceedings))
    for speech in report.speeches:
        speaker = _capital(_addressed(speech.speaker, _address(report)))
        named = ", ".join(part for part in (speaker, speech.post) if part)
        yield _text(report, speech.gist or BLANK, lead=f"- {named}: ")
    if not (report.agenda or report.proceedings.strip() or report.speeches):
        yield _text(report, BLANK * 3)


def _conclusions(report: MinutesReport, prefix: str) -> Iterable[Any]:
    for number, text in report.conclusions:
        yield _text(report, f"{prefix}{number}. {text}")
    if not report.conclusions:
        yield _text(report, BLANK * 3)


def _closing(report: MinutesReport) -> str:
    is_party = report.style is DocumentStyle.PARTY
    meeting = "Cuộc họp" if fold(report.title).startswith(("hop", "cuoc hop")) else "Hội nghị"
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
            look.centred(name or BLANK, 14, bold=True),
        ]
        for post, name in zip(posts, names, strict=True)
    )
    return look.two_columns(left, right, 80 * mm)


def _recipients(report: MinutesReport) -> list[Any]:
    is_party = report.style is DocumentStyle.PARTY
    size = look.LOOKS[report.style].recipients_size
    half = look.TEXT_WIDTH - 80 * mm
    if is_party:
        title = look.paragraph_style(14, spaceBefore=14, keepWithNext=1)
        heading = Paragraph("<u>Nơi nhận</u>:", title)
    else:
        title = look.paragraph_style(12, bold=True, italic=True, spaceBefore=14, keepWithNext=1)
        heading = Paragraph("Nơi nhận:", title)
    line = look.paragraph_style(size, rightIndent=half)
    kept = "- Lưu Văn phòng." if is_party else "- Lưu: VT, Hồ sơ."
    named = [text.strip().lstrip("-").strip().rstrip(";.") for text in report.recipients]
    others = [f"- {text};" for text in named if text and not fold(text).startswith("luu")]
    return [heading, *(Paragraph(look.markup(text), line) for text in (*others, kept))]


def _heading(report: MinutesReport, text: str) -> Any:
    style = look.body_style(report.style, keepWithNext=1)
    return Paragraph(f"<b>{look.markup(text)}</b>", style)


def _text(report: MinutesReport, text: str, *, lead: str = "") -> Any:
    shown = look.markup(text)
    if lead:
        shown = f"<b>{look.markup(lead)}</b>{shown}"
    return Paragraph(shown, look.body_style(report.style))


def _lines(text: str) -> Iterable[str]:
    return (line for line in look.drawable(text).split("\n") if line.strip())


def _address(report: MinutesReport) -> str:
    return "đồng chí" if report.style is DocumentStyle.PARTY else "ông/bà"


def _addressed(name: str, address: str) -> str:
    if not name:
        return ""
    return name if fold(name).startswith(_ADDRESSED) else f"{address} {name}"


def _with_post(name: str, post: str, address: str) -> str:
    return ", ".join(part for part in (_addressed(name, address) or BLANK, post) if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    shown = text.strip()
    return shown if shown.endswith((".", ";", ":", "!", "?")) else f"{shown}."


def _or_blank(text: str) -> str:
    return text if text.strip() else BLANK


def _day(day: date | None) -> str:
    return "ngày …… tháng …… năm ………" if day is None else dates.on_paper(day)


def _clock(typed: str) -> str:
    """Write an hour as papers do: `14:00` is `14 giờ 00`."""
    match = _CLOCK.fullmatch(typed.strip())
    if match is None:
        return typed.strip() or f"{SHORT_BLANK} giờ {SHORT_BLANK}"
    return f"{int(match[1]):02d} giờ {match[2] or '00'}"
