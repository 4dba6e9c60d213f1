"""What a paper of a conference leaves open or contradicts in itself, beyond the parts of its form."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import FormOfAddress
from coordapp.domain.documents.form_finding import BLANK, FormFinding, blank
from coordapp.domain.documents.letter_contents import (
    ExtractReport,
    InvitationReport,
    Letter,
    NoticeReport,
    OfficialLetter,
    ParticipantsReport,
)
from coordapp.domain.documents.minutes_contents import (
    AssignmentReport,
    AssignmentRow,
    Attendee,
    MinutesReport,
    SupplementReport,
)
from coordapp.domain.kernel.text import one_line

_MOST_NAMED = 5
# capitals alone, no part of a symbol such as 05-TB/BCĐ or of a code such as NV-2018-001
_SHORT = re.compile(r"(?<![\w/.\-])([^\W\d_a-zà-ỹ]{2,8})(?![\w/\-])")
_ROMAN = re.compile(r"[IVXLC]+")
_NAMED_IN = re.compile(r"\(([^()]*)\)")


def gaps(report: object) -> Iterator[FormFinding]:
    """Name what is empty and what nobody would notice from the parts of the form."""
    if isinstance(report, MinutesReport):
        yield from _minutes(report)
    elif isinstance(report, Letter):
        yield from _letter(report)
    elif isinstance(report, SupplementReport):
        yield from _supplement(report)
    if isinstance(report, AssignmentReport):
        yield from _deadlines(report.rows)
    yield from _abbreviations(report)


def timing(report: object, today: date) -> Iterator[FormFinding]:
    """Name what tells of a conference that is still to come as if it had been."""
    held_on = getattr(report, "held_on", None)
    told = _told_as_past(report)
    if held_on is not None and held_on > today and told:
        yield FormFinding(
            place="Ngày họp",
            required="Hội nghị đã họp",
            found=f"ngày {dates.in_figures(held_on)} chưa tới, văn bản đã ghi {told}",
        )
    issued_on = getattr(report, "issued_on", None)
    if issued_on is not None and issued_on > today:
        yield FormFinding(
            place="Ngày ban hành",
            required=f"Không sau hôm nay {dates.in_figures(today)}",
            found=f"ngày {dates.in_figures(issued_on)}",
            must=False,
        )


def _told_as_past(report: object) -> str:
    """Say what a paper tells that only a conference that was held can have."""
    if isinstance(report, MinutesReport):
        parts = (
            ("điểm danh", report.is_roll_taken),
            ("phát biểu", report.speeches),
            ("kết luận", report.conclusions),
            ("giờ kết thúc", report.end_time.strip()),
        )
        return ", ".join(words for words, there in parts if there)
    if isinstance(report, NoticeReport):
        return "kết luận" if report.conclusions else ""
    if isinstance(report, ParticipantsReport):
        return "điểm danh" if any(one.state for one in report.participants) else ""
    return ""


def _minutes(report: MinutesReport) -> Iterator[FormFinding]:
    if report.style is DocumentStyle.PARTY and not report.documents.strip():
        yield blank("Tài liệu", "Tài liệu sử dụng trong hội nghị", must=False)
    if not (report.agenda or report.proceedings.strip() or report.speeches):
        yield blank("Diễn biến", "Chương trình, diễn biến hoặc phát biểu")
    for speech in report.speeches:
        who = one_line(speech.speaker) or one_line(speech.post)
        if not who:
            yield blank("Diễn biến", "Tên người phát biểu")
        if not speech.gist.strip():
            yield blank("Diễn biến", f"Nội dung phát biểu của {who or 'người chưa ghi tên'}")
    absent = (*report.absent, *report.guests_absent)
    unsaid = [one for one in absent if one.excused is None and not one.reason.strip()]
    if unsaid:
        yield FormFinding(
            place="Vắng mặt",
            required="Có phép hay không phép, lý do",
            found=f"chưa ghi cho {named(unsaid)}",
            must=False,
        )
    nobody = sum(not (one.name.strip() or one.post.strip()) for one in absent)
    if nobody:
        yield FormFinding(
            place="Vắng mặt",
            required="Họ và tên hoặc chức vụ người vắng",
            found=f"{nobody} người chưa ghi",
        )
    for number, text in report.conclusions:
        if not text.strip():
            yield blank(f"Kết luận {number}", "Nội dung kết luận")
    if _ends_before(report):
        yield FormFinding(
            place="Giờ kết thúc",
            required="Sau giờ bắt đầu",
            found=f"bắt đầu {report.start_time}, kết thúc {report.end_time}",
        )
    if report.style is DocumentStyle.STATE:
        yield from _unaddressed((*report.present, *report.guests, *absent))
    if report.assignment is not None:
        yield from _deadlines(report.assignment.rows)


def _ends_before(report: MinutesReport) -> bool:
    same_day = report.held_on == report.ended_on
    if report.held_on and report.ended_on and report.ended_on < report.held_on:
        return True
    start, end = (_minutes_of(text) for text in (report.start_time, report.end_time))
    return same_day and start is not None and end is not None and end < start


def _minutes_of(clock: str) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,2})\s*(?::|giờ|h|g)\s*(\d{2})?\s*", clock)
    return None if match is None else int(match[1]) * 60 + int(match[2] or 0)


def _letter(report: Letter) -> Iterator[FormFinding]:
    if not report.signer.name.strip() and report.signer.post.strip():
        yield blank("Người ký", "Họ và tên người ký")
    if isinstance(report, InvitationReport):
        nameless = sum(not (one.name.strip() or one.post.strip()) for one in report.invited)
        if nameless:
            yield FormFinding(
                place="Kính gửi",
                required="Họ và tên hoặc chức vụ người được mời",
                found=f"{nameless} người chưa ghi",
            )
        if report.issued_on and report.held_on and report.issued_on > report.held_on:
            yield FormFinding(
                place="Ngày ban hành",
                required=f"Trước ngày họp {dates.in_figures(report.held_on)}",
                found=f"ngày {dates.in_figures(report.issued_on)}",
            )
        if report.style is DocumentStyle.STATE:
            yield from _unaddressed(report.invited)
    elif isinstance(report, OfficialLetter):
        if not report.text.strip():
            yield blank("Nội dung", "Nội dung công văn")
        if not any(name.strip() for name in report.addressees):
            yield blank("Kính gửi", "Đơn vị nhận")
        if not report.subject.strip():
            yield blank("Trích yếu", "Trích yếu công văn")
    elif not (report.chair_name.strip() or report.chair_post.strip()):
        yield blank("Người chủ trì", "Họ và tên, chức vụ")
    if isinstance(report, NoticeReport):
        for line in report.conclusions:
            if not line.text.strip():
                yield blank(f"Kết luận {line.number}", "Nội dung kết luận")
        if report.assignment is not None:
            yield from _deadlines(report.assignment.rows)
    if isinstance(report, ExtractReport):
        for share in report.shares:
            if not share.deadline.strip():
                yield blank(f"Kết luận {share.number}", "Thời hạn của nhiệm vụ", must=False)


def _supplement(report: SupplementReport) -> Iterator[FormFinding]:
    parts = (
        ("Số, ký hiệu", "Số của biên bản bổ sung", report.number),
        ("Ngày ban hành", "Ngày ban hành", report.issued_on),
        ("Nội dung bổ sung", "Nội dung bổ sung", report.text.strip()),
        ("Biên bản đã ký", "Số của biên bản đã ký", report.signed_symbol.strip()),
        ("Chữ ký", "Họ và tên người chủ trì", report.chair_name.strip()),
        ("Chữ ký", "Họ và tên người ghi biên bản", report.recorder_name.strip()),
    )
    for place, required, value in parts:
        if not value:
            yield blank(place, required)
    if report.issued_on and report.signed_on and report.issued_on < report.signed_on:
        yield FormFinding(
            place="Ngày ban hành",
            required=f"Không trước biên bản đã ký {dates.in_figures(report.signed_on)}",
            found=f"ngày {dates.in_figures(report.issued_on)}",
        )


def _deadlines(rows: Iterable[AssignmentRow]) -> Iterator[FormFinding]:
    """Find tasks whose deadline is words that no day could be made of, or nothing at all."""
    for row in rows:
        if not row.code or row.due is not None:
            continue
        yield FormFinding(
            place=f"Kết luận {row.number}",
            required=f"Ngày hết hạn của {row.code}",
            found=f"“{one_line(row.deadline)}” chưa tính ra ngày"
            if row.deadline.strip()
            else BLANK,
            must=False,
        )


def _unaddressed(people: Iterable[Attendee]) -> Iterator[FormFinding]:
    unsaid = [one for one in people if one.name.strip() and one.address is FormOfAddress.NONE]
    if unsaid:
        yield FormFinding(
            place="Xưng hô",
            required="Ông hoặc bà, ghi ở trang Đơn vị, thành viên",
            found=f"chưa ghi cho {named(unsaid)}",
            must=False,
        )


def _abbreviations(report: object) -> Iterator[FormFinding]:
    """Find capitals that no brackets in the paper explain: `Ủy ban nhân dân (UBND)` does."""
    texts = list(_texts(report))
    explained = {
        word for text in texts for held in _NAMED_IN.findall(text) for word in _words(held)
    }
    never = dict.fromkeys(word for text in texts for word in _words(text) if word not in explained)
    if never:
        shown = list(never)
        more = f" và {len(shown) - _MOST_NAMED} chữ khác" if len(shown) > _MOST_NAMED else ""
        yield FormFinding(
            place="Chữ viết tắt",
            required="Viết đầy đủ ở lần đầu, chữ tắt trong ngoặc",
            found=f"{', '.join(shown[:_MOST_NAMED])}{more}",
            must=False,
        )


def _texts(report: object) -> Iterator[str]:
    for name in ("purpose", "proceedings", "documents", "text", "subject"):
        yield getattr(report, name, "")
    yield from (text for text in getattr(report, "agenda", ()) if isinstance(text, str))
    for line in getattr(report, "conclusions", ()):
        yield line[1] if isinstance(line, tuple) else line.text
    yield from (speech.gist for speech in getattr(report, "speeches", ()))


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines():
        # a line in capitals is a heading, not a row of abbreviations
        if line.upper() != line:
            yield from (word for word in _SHORT.findall(line) if not _ROMAN.fullmatch(word))
        elif len(line.split()) == 1:
            yield from _SHORT.findall(line)


def named(people: Iterable[Attendee]) -> str:
    """Name a few of many."""
    names = [one_line(one.name or one.post) or "người chưa ghi tên" for one in people]
    more = f" và {len(names) - _MOST_NAMED} người khác" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
