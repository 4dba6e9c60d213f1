"""The words all papers share: people, days, hours, numbers, recipients, typed paragraphs."""

import re
from collections.abc import Iterable
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.documents.document import DocumentType, symbol
from coordapp.domain.documents.letter_contents import Letter
from coordapp.domain.kernel.text import fold, one_line, printable
from coordapp.formats.papers.blocks import Recipients, Text

BLANK = "……………………"
SHORT_BLANK = "……"
PEOPLE = {DocumentStyle.PARTY: "đồng chí", DocumentStyle.STATE: "đại biểu"}
_SPOKEN_OF = {
    FormOfAddress.MR: "ông",
    FormOfAddress.MRS: "bà",
    FormOfAddress.COMRADE: "đồng chí",
    FormOfAddress.NONE: "đồng chí",
}
_NO_DAY = "ngày …… tháng …… năm ………"
_CLOCK = re.compile(r"(\d{1,2})(?:[:hH]|\s*giờ\s*)(\d{2})?(?:\s*phút)?")
# what is written before a name already, so that it is not written twice
_ADDRESSED = ("dong chi ", "d/c ", "ong ", "ba ", "cac dong chi ", "dai bieu ", "dai dien ")
_ENDS = (".", ";", ":", "!", "?", "…")
# "Lưu" closes the recipients. Source: resources/docs/forms.md 2.1 and 2.2
_LONG_NAME = 40
_KEPT = {DocumentStyle.PARTY: "Lưu Văn phòng", DocumentStyle.STATE: "Lưu: VT, Hồ sơ"}


def number_line(style: DocumentStyle, number: int | None, type_: DocumentType, office: str) -> str:
    """Write the number of a paper; without a number, room to write it by hand."""
    given = "" if number is None else symbol(style, number, type_, office)
    return symbol_line(style, given, type_, office)


def symbol_line(style: DocumentStyle, given: str, type_: DocumentType, office: str) -> str:
    """Write a number that was recorded with its symbol; without it as `number_line`."""
    shown = given or symbol(style, None, type_, office, blank="\u00a0" * 7)
    return f"Số {shown}" if style is DocumentStyle.PARTY else f"Số: {shown}"


def carrier(letter: Letter, kind: str, type_: DocumentType) -> str:
    """Name a paper as another one cites it. Source: resources/docs/forms.md 1.5."""
    style, body = letter.style, letter.committee
    shown = letter.symbol or symbol(style, None, type_, body.document_code, blank=SHORT_BLANK)
    if style is DocumentStyle.PARTY:
        day = "……/……/………" if letter.issued_on is None else dates.in_figures(letter.issued_on)
        return f"{kind} số {shown}, ngày {day} của {body_name(body)}"
    return f"{kind} số {shown} {on_day(letter.issued_on)} của {body_name(body)}"


def place_and_date(place: str, day: date | None) -> str:
    """Write place and date as in the head of a paper."""
    return f"{one_line(place) or '…………'}, {on_day(day)}"


def on_day(day: date | None) -> str:
    """Write a day, or dots to write it on."""
    return _NO_DAY if day is None else dates.on_paper(day)


def clock(typed: str) -> str:
    """Write an hour as papers do: `14:00` is `14 giờ 00`."""
    match = _CLOCK.fullmatch(typed.strip())
    if match is None:
        return typed.strip() or f"{SHORT_BLANK} giờ {SHORT_BLANK}"
    return f"{int(match[1]):02d} giờ {match[2] or '00'}"


def addressed(
    style: DocumentStyle, name: str, address: FormOfAddress = FormOfAddress.COMRADE
) -> str:
    """Write how a paper speaks of a person before the name.

    Party papers say `đồng chí` of everybody; state papers `ông` or `bà`, and `đồng chí` where
    the office has not said which.
    """
    shown = one_line(name)
    if not shown or fold(shown).startswith(_ADDRESSED):
        return shown
    word = "đồng chí" if style is DocumentStyle.PARTY else _SPOKEN_OF[address]
    return f"{word} {shown}"


def with_post(
    style: DocumentStyle,
    name: str,
    post: str,
    *,
    blank: str = BLANK,
    address: FormOfAddress = FormOfAddress.NONE,
) -> str:
    """Write who somebody is; a missing name leaves the blank."""
    known = name.strip() or style is DocumentStyle.PARTY
    shown = addressed(style, name or blank, address) if known else blank
    return ", ".join(part for part in (shown, one_line(post)) if part)


def chairing(committee: Committee, role: CommitteeRole) -> str:
    """Name the chair by the role in the committee, as a notice does before the conclusions."""
    body = body_name(committee)
    named = {CommitteeRole.HEAD: f"Trưởng {body}", CommitteeRole.DEPUTY: f"Phó Trưởng {body}"}
    fits = fold(body).startswith("ban ")
    return named[role] if fits and role in named else "người chủ trì hội nghị"


def subject(style: DocumentStyle, text: str) -> str:
    """Begin a subject with a capital letter in the state form, as typed in the party form.

    Source: resources/docs/forms.md 2.1.
    """
    shown = one_line(text)
    return capital(shown) if style is DocumentStyle.STATE else shown


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """End what was typed without a stop by one."""
    shown = text.strip()
    return shown if shown.endswith(_ENDS) else f"{shown}."


def end_of_text(style: DocumentStyle) -> str:
    """Give the sign that ends the text. Source: resources/docs/forms.md 2.3."""
    return "." if style is DocumentStyle.PARTY else "./."


def paragraphs(text: str, lead: str = "", *, bold: bool = False) -> Iterable[Text]:
    """Set typed text, each of its lines a paragraph; `lead` starts the first one."""
    lines = [line for line in printable(text).split("\n") if _is_seen(line)] or [BLANK]
    lines[-1] = sentence(lines[-1].rstrip())
    for line in lines:
        yield Text(text=line, lead=lead, bold=bold)
        lead = ""


def recipients(style: DocumentStyle, typed: Iterable[str]) -> Recipients:
    """Punctuate the recipients; the file copy comes last, in the words typed for it if any."""
    named = [one_line(text).lstrip("- ").rstrip(";. ") for text in typed]
    copies = [text for text in named if is_file_copy(text)]
    others = [f"- {text};" for text in named if text and not is_file_copy(text)]
    return Recipients(lines=(*others, f"- {copies[0] if copies else _KEPT[style]}."))


def body_name(committee: Committee) -> str:
    """Name the committee inside a sentence, shortly where its name is long."""
    named = one_line(committee.name)
    if len(named) > _LONG_NAME and fold(named).startswith("ban chi dao"):
        return " ".join(named.split(" ")[:3])
    return named or BLANK


def is_file_copy(recipient: str) -> bool:
    """Tell whether a line of the recipients is the one about the copy kept."""
    return fold(recipient).lstrip("- ").startswith(("luu ", "luu:"))


def _is_seen(line: str) -> bool:
    return any(letter.isprintable() and not letter.isspace() for letter in line)
