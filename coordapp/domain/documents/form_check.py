"""What a paper lacks or has against its form, before it is printed.

The words say where, what is required and what was found.
Source: resources/docs/forms.md 1.2, 1.3, 2.5, 3.1, 3.2 and 3.4.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.documents import form_gaps
from coordapp.domain.documents.document import Authority
from coordapp.domain.documents.form_finding import FormFinding, blank
from coordapp.domain.documents.letter_contents import (
    ExtractReport,
    InvitationReport,
    Letter,
    NoticeReport,
    OfficialLetter,
    ParticipantsReport,
)
from coordapp.domain.documents.minutes_contents import AssignmentReport, Attendee, MinutesReport
from coordapp.domain.kernel.text import fold, one_line

_MOST_NAMED = 5
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\b", re.IGNORECASE)
_FOR_HEAD = {DocumentStyle.PARTY: "K/T", DocumentStyle.STATE: "KT."}
_FOR_BODY = {DocumentStyle.PARTY: "T/M", DocumentStyle.STATE: "TM."}
_BY_ORDER = {DocumentStyle.PARTY: "T/L", DocumentStyle.STATE: "TL."}
# by what right each role of a committee signs. Source: resources/docs/forms.md 1.3
_RIGHT = {
    CommitteeRole.HEAD: Authority.DIRECT,
    CommitteeRole.DEPUTY: Authority.FOR_HEAD,
}


def check(report: object, today: date | None = None) -> tuple[FormFinding, ...]:
    """Check what a paper of a conference prints; an unknown paper has no findings.

    With `today` also whether it tells of what is still to come.
    """
    found = [*_found(report), *form_gaps.gaps(report)]
    if today is not None:
        found += form_gaps.timing(report, today)
    # the same fault twice in one place is one thing to look for
    return tuple(dict.fromkeys(found))


def _found(report: object) -> Iterator[FormFinding]:
    if isinstance(report, MinutesReport):
        yield from _minutes(report)
    elif isinstance(report, Letter):
        yield from _letter(report)
    elif isinstance(report, ParticipantsReport):
        yield from _list(report)
    elif isinstance(report, AssignmentReport):
        yield from _appendix(report)


def lone_signature() -> FormFinding:
    """Say that a page bears the signatures and no text."""
    return FormFinding(
        place="Chữ ký",
        required="Có ít nhất hai dòng nội dung trên cùng trang",
        found="Chữ ký đứng riêng một trang",
    )


def numbering(run: str, odd: str, *, repeats: bool) -> FormFinding:
    """Say what is odd about the number of a paper in its run; only a repeat must be put right."""
    return FormFinding(
        place="Số, ký hiệu",
        required=f"Liên tục, không trùng trong {run}",
        found=odd,
        must=repeats,
    )


def _minutes(report: MinutesReport) -> Iterator[FormFinding]:
    if report.number is None:
        yield blank("Số, ký hiệu", "Số của biên bản", must=False)
    yield from _needed(
        ("Tên hội nghị", report.title, True),
        ("Ngày họp", report.held_on, True),
        ("Giờ bắt đầu", report.start_time, True),
        ("Giờ kết thúc", report.end_time, True),
        ("Địa điểm", report.place, True),
        ("Người chủ trì", report.chair_name or report.chair_post, True),
        ("Người ghi biên bản", report.recorder_name or report.recorder_post, True),
        ("Nội dung", report.purpose, False),
    )
    yield from _body(report.committee.document_code, report.committee.place)
    if not report.present:
        yield blank("Thành phần", "Người có mặt")
    yield from _roll(report)
    if not report.conclusions:
        yield blank("Kết luận", "Kết luận của người chủ trì", must=False)
    if report.style is DocumentStyle.STATE:
        yield from _recipients(report.recipients)
    yield from _days("Nội dung", report.purpose)
    for number, text in report.conclusions:
        yield from _days(f"Kết luận {number}", text)
    if report.assignment is not None:
        yield from _appendix(report.assignment)


def _roll(report: MinutesReport) -> Iterator[FormFinding]:
    if report.is_roll_taken and report.unnoted:
        yield FormFinding(
            place="Thành phần",
            required="Điểm danh đủ từng người được mời",
            found=f"chưa điểm danh {len(report.unnoted)} người: {_named(report.unnoted)}",
        )
    for speech in report.speeches:
        if speech.was_absent:
            yield FormFinding(
                place="Diễn biến",
                required="Người phát biểu có mặt tại hội nghị",
                found=f"{one_line(speech.speaker)} được ghi là vắng mặt",
            )
    nameless = [one.post for one in (*report.present, *report.guests) if not one.name.strip()]
    if nameless:
        yield FormFinding(
            place="Thành phần",
            required="Họ và tên người có mặt",
            found=f"{len(nameless)} người chỉ có chức vụ",
            must=False,
        )
    for text in (report.chair_name, report.recorder_name):
        if not text.strip():
            yield blank("Chữ ký", "Họ và tên người ký")
    if report.style is DocumentStyle.STATE:
        yield from _addresses(
            (report.chair_name, report.chair_address),
            (report.recorder_name, report.recorder_address),
        )


def _named(people: Iterable[Attendee]) -> str:
    names = [one_line(one.name or one.post) for one in people]
    more = f" và {len(names) - _MOST_NAMED} người khác" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _addresses(*named: tuple[str, FormOfAddress]) -> Iterator[FormFinding]:
    """Ask how to speak of those a state paper names: `ông` or `bà` is not to be guessed."""
    for name, address in named:
        if name.strip() and address is FormOfAddress.NONE:
            yield FormFinding(
                place="Xưng hô",
                required="Ông hoặc bà, ghi ở trang Đơn vị, thành viên",
                found=f"chưa ghi cho {one_line(name)}, in là “đồng chí”",
                must=False,
            )


def _letter(report: Letter) -> Iterator[FormFinding]:
    if not report.symbol:
        yield blank("Số, ký hiệu", "Số lấy theo sổ văn bản", must=False)
    yield from _needed(
        ("Ngày ban hành", report.issued_on, False),
        ("Tên hội nghị", report.title, True),
        ("Người ký", report.signer.name or report.signer.post, True),
    )
    yield from _body(report.committee.document_code, report.committee.place)
    yield from _authority(report)
    yield from _recipients(report.recipients)
    yield from _days("Trích yếu", report.subject)
    if report.style is DocumentStyle.STATE and not isinstance(report, OfficialLetter):
        yield from _addresses((report.chair_name, report.chair_address))
    if isinstance(report, ExtractReport):
        if not report.shares:
            yield blank("Nhiệm vụ", f"Nhiệm vụ của {report.unit_name or 'đơn vị'}", must=False)
    elif isinstance(report, NoticeReport):
        if report.issued_on and report.held_on and report.issued_on < report.held_on:
            yield FormFinding(
                place="Ngày ban hành",
                required=f"Không trước ngày họp {dates.in_figures(report.held_on)}",
                found=f"ngày {dates.in_figures(report.issued_on)}",
            )
        if report.assignment is not None:
            yield from _appendix(report.assignment)
        if not report.conclusions:
            yield blank("Kết luận", "Ít nhất một kết luận")
        for line in report.conclusions:
            yield from _days(f"Kết luận {line.number}", line.text)
    if isinstance(report, InvitationReport):
        yield from _needed(
            ("Ngày họp", report.held_on, True),
            ("Giờ bắt đầu", report.start_time, True),
            ("Địa điểm", report.place, True),
        )
        if not report.invited:
            yield blank("Kính gửi", "Người được mời")


def _list(report: ParticipantsReport) -> Iterator[FormFinding]:
    yield from _needed(("Tên hội nghị", report.title, True), ("Ngày họp", report.held_on, True))
    if not report.participants:
        yield blank("Danh sách", "Đại biểu")


def _appendix(report: AssignmentReport) -> Iterator[FormFinding]:
    yield from _needed(("Tên hội nghị", report.title, True))
    for row in report.rows:
        if not row.code and not row.no_task_reason.strip():
            yield FormFinding(
                place=f"Kết luận {row.number}",
                required="Nhiệm vụ hoặc lý do không phát sinh nhiệm vụ",
                found="chưa giao",
                must=False,
            )


def _authority(report: Letter) -> Iterator[FormFinding]:
    signer, style = report.signer, report.style
    wanted = _RIGHT.get(signer.role)
    if signer.authority is Authority.FOR_BODY:
        yield FormFinding(
            place="Quyền ký",
            required="Trưởng ban ký trực tiếp, phó ký thay",
            found=f"{_FOR_BODY[style]}: chỉ dùng cho cấp ủy, đại hội, hội đồng",
        )
    elif wanted is not None and signer.authority is not wanted:
        yield FormFinding(
            place="Quyền ký",
            required=_right(wanted, style),
            found=_right(signer.authority, style),
        )


def _right(authority: Authority, style: DocumentStyle) -> str:
    return {
        Authority.DIRECT: "ký trực tiếp",
        Authority.FOR_HEAD: f"{_FOR_HEAD[style]} (ký thay Trưởng ban)",
        Authority.BY_ORDER: f"{_BY_ORDER[style]} (ký thừa lệnh)",
        Authority.FOR_BODY: f"{_FOR_BODY[style]} (thay mặt)",
    }[authority]


def _body(code: str, place: str) -> Iterator[FormFinding]:
    yield from _needed(("Ký hiệu của Ban Chỉ đạo", code, True), ("Địa danh", place, True))


def _recipients(lines: Iterable[str]) -> Iterator[FormFinding]:
    shown = [one_line(line) for line in lines if line.strip()]
    if not shown:
        yield blank("Nơi nhận", "Nơi nhận và dòng lưu")


def _days(place: str, text: str) -> Iterator[FormFinding]:
    """Find days written otherwise than papers write them: day under 10 and months 1, 2 padded."""
    for found in _DAY.finditer(text):
        day, month = int(found[1]), int(found[2])
        right = (
            f"ngày {day:02d} tháng {month:02d}" if month < 3 else f"ngày {day:02d} tháng {month}"
        )
        if fold(one_line(found[0])) != fold(right):
            yield FormFinding(place=place, required=right, found=one_line(found[0]), must=False)


def _needed(*parts: tuple[str, object, bool]) -> Iterator[FormFinding]:
    for place, value, must in parts:
        if not (value.strip() if isinstance(value, str) else value):
            yield blank(place, place, must=must)
