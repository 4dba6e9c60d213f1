"""The other papers of the conference of 29/12/2017, to lay out: full, empty, huge."""

from dataclasses import replace
from datetime import date
from typing import Any

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.conclusions.assignment import Role
from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conclusions.review import ReviewReport
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.documents.letter_contents import (
    ExtractReport,
    InvitationReport,
    LetterAgendaItem,
    LetterConclusion,
    NoticeReport,
    OfficialLetter,
    Participant,
    ParticipantsReport,
    ReviewPaper,
    Share,
    Signer,
)
from coordapp.domain.documents.minutes_contents import (
    AssignmentReport,
    AssignmentRow,
    Attendee,
    MinutesReport,
    SupplementReport,
)
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId
from tests.formats.report_minutes import STYLES, huge_minutes
from tests.formats.report_summary import a_summary

PARTY, STATE = DocumentStyle.PARTY, DocumentStyle.STATE
HEAD = Signer(name="Nguyễn Văn Hưởng", post="Trưởng Ban Chỉ đạo", role=CommitteeRole.HEAD)


def _facts(minutes: MinutesReport) -> dict[str, Any]:
    names = (
        "committee", "style", "conference_code", "title", "held_on", "start_time", "place",
        "purpose", "chair_name", "chair_post", "chair_address", "chair_role", "recipients",
    )  # fmt: skip
    return {name: getattr(minutes, name) for name in names}


def a_notice(style: DocumentStyle = PARTY, **given: Any) -> NoticeReport:
    minutes = given.pop("minutes", None) or STYLES[style]()
    defaults = _facts(minutes) | {
        "symbol": {PARTY: "05-TB/BCĐ", STATE: "05/TB-BCĐ"}[style],
        "issued_on": date(2018, 1, 5),
        "signer": HEAD,
        "attended": len(minutes.present),
        "is_discussed": True,
        "conclusions": tuple(
            LetterConclusion(number=number, kind=ConclusionKind.ASSIGN, text=text)
            for number, text in minutes.conclusions
        ),
    }
    return NoticeReport(**(defaults | given))


def an_extract(style: DocumentStyle = PARTY, shares: int = 2, **given: Any) -> ExtractReport:
    notice = a_notice(style)
    held = {name: getattr(notice, name) for name in NoticeReport.__dataclass_fields__}
    held |= {
        "conclusions": notice.conclusions[:2],
        "recipients": ("Hội Nông dân tỉnh",),
        "unit_name": "Hội Nông dân tỉnh",
        "shares": tuple(
            Share(
                number=number,
                title=f"Rà soát chỉ tiêu, lộ trình của đơn vị, phần {number}",
                role=Role.LEAD if number % 2 else Role.COORDINATE,
                others=("BDVTU", "Bộ CHQS"),
                product="Báo cáo",
                deadline="trong quý I/2018",
            )
            for number in range(1, shares + 1)
        ),
    }
    return ExtractReport(**(held | given))


def an_invitation(style: DocumentStyle = PARTY, invited: int = 4, **given: Any) -> InvitationReport:
    minutes = STYLES[style]()
    defaults = _facts(minutes) | {
        "symbol": {PARTY: "12-GM/BCĐ", STATE: "12/GM-BCĐ"}[style],
        "issued_on": date(2017, 12, 20),
        "signer": HEAD,
        "recipients": ("Như thành phần mời",),
        "invited": tuple(
            minutes.present[n % len(minutes.present)] for n in range(invited)
        ),
        "agenda": (
            LetterAgendaItem(title="Báo cáo kết quả năm 2017", start_time="14:10"),
            LetterAgendaItem(title="Thảo luận", start_time="14:40", presenter="Các đơn vị thành viên"),
        ),
        "documents": minutes.documents,
    }  # fmt: skip
    return InvitationReport(**(defaults | given))


def a_list(
    style: DocumentStyle = PARTY, people: int = 18, *, to_sign: bool = False, **given: Any
) -> ParticipantsReport:
    minutes = STYLES[style]()
    asked = [minutes.present[n % len(minutes.present)] for n in range(people)]
    defaults: dict[str, Any] = {
        "committee": minutes.committee,
        "style": style,
        "conference_code": minutes.conference_code,
        "title": minutes.title,
        "held_on": minutes.held_on,
        "place": minutes.place,
        "participants": tuple(
            Participant(
                name=one.name or f"Đại biểu {n}",
                post=one.post,
                unit="BDVTU",
                state="Có mặt",
                is_guest=people > 2 and n > people - 3,
            )
            for n, one in enumerate(asked, start=1)
        ),
        "recorder_name": "",
        "to_sign": to_sign,
    }
    return ParticipantsReport(**(defaults | given))


def an_assignment(
    style: DocumentStyle = PARTY, units: int = 3, minutes: MinutesReport | None = None
) -> AssignmentReport:
    source = minutes or STYLES[style]()
    rows = [
        AssignmentRow(
            number=number,
            conclusion=text,
            kind=ConclusionKind.ASSIGN,
            code=f"NV-2018-{number * units + unit:03d}",
            title=f"Thực hiện kết luận {number}, phần việc của đơn vị {unit}",
            lead_unit=f"Đơn vị {unit}",
            coordinating_units=("BDVTU", "Bộ CHQS"),
            product="Kế hoạch thực hiện của đơn vị",
            due=date(2018, 3, 31),
            deadline="31/03/2018",
        )
        for number, text in source.conclusions
        for unit in range(1, units + 1)
    ]
    return AssignmentReport(
        committee=source.committee,
        style=style,
        conference_code=source.conference_code,
        title=source.title,
        held_on=source.held_on,
        rows=tuple(rows),
        carrier="Thông báo số 05-TB/BCĐ, ngày 05/01/2018 của Ban Chỉ đạo",
    )


def a_review(style: DocumentStyle = PARTY, conclusions: int = 7) -> ReviewPaper:
    """Build the review of earlier conclusions; the last one of a conference before."""
    minutes = STYLES[style]()
    rows = tuple(
        ConclusionRow(
            conclusion=Conclusion(
                id=ConclusionId(number),
                conference_id=ConferenceId(1),
                number=number,
                kind=ConclusionKind.ASSIGN,
                text=minutes.conclusions[number % len(minutes.conclusions)][1],
                no_task_reason="chỉ ghi nhận" if number % 5 == 2 else "",
            ),
            conference_code="HN-2017-01" if number < conclusions else "HN-2016-01",
            conference_title=minutes.title if number < conclusions else "Hội nghị năm 2016",
            held_on=date(2017, 12, 29) if number < conclusions else date(2016, 12, 30),
            task_codes=() if number % 5 == 2 else ("NV-2018-001", "NV-2018-002"),
            tasks_done=number % 3,
            tasks_overdue=int(number % 5 == 3),
            units=("BDVTU", "Bộ CHQS"),
        )
        for number in range(1, conclusions + 1)
    )
    return ReviewPaper(
        committee=minutes.committee,
        style=style,
        conference_code="HN-2018-01",
        title="Hội nghị giao ban quý I năm 2018",
        review=ReviewReport(
            conference_code="HN-2018-01",
            as_of=date(2018, 3, 31),
            previous_title=minutes.title,
            previous_held_on=date(2017, 12, 29),
            rows=rows,
            carried=min(1, len(rows)),
        ),
    )


def a_supplement(style: DocumentStyle = PARTY, **given: Any) -> SupplementReport:
    minutes = STYLES[style]()
    names = (
        "committee", "style", "conference_code", "title", "chair_name", "recorder_name",
        "recipients",
    )  # fmt: skip
    defaults: dict[str, Any] = {name: getattr(minutes, name) for name in names} | {
        "number": 6,
        "issued_on": date(2018, 1, 8),
        "subject": minutes.title,
        "text": "Kết luận 2 ghi thêm: báo cáo trước ngày 31/3/2018.\nCác nội dung khác giữ nguyên.",
        "signed_symbol": {PARTY: "05-BB/BCĐ", STATE: "05/BB-BCĐ"}[style],
        "signed_on": date(2017, 12, 29),
        "signed_code": "6C604-AA33D",
    }
    return SupplementReport(**(defaults | given))


def a_letter(style: DocumentStyle = PARTY, **given: Any) -> OfficialLetter:
    minutes = STYLES[style]()
    defaults = _facts(minutes) | {
        "symbol": {PARTY: "07-CV/BCĐ", STATE: "07/BCĐ"}[style],
        "issued_on": date(2018, 3, 20),
        "subject": f"đôn đốc thực hiện kết luận tại {minutes.title[:1].lower()}{minutes.title[1:]}",
        "signer": HEAD,
        "addressees": ("Hội Nông dân tỉnh",),
        "text": "Tính đến ngày 20/3/2018, Hội Nông dân tỉnh còn 01 nhiệm vụ chưa hoàn thành:\n"
        "1. Rà soát chỉ tiêu, lộ trình (thời hạn: 15/3/2018, quá hạn 5 ngày).\n"
        "Ban Chỉ đạo đề nghị Hội Nông dân tỉnh khẩn trương thực hiện.",
    }
    return OfficialLetter(**(defaults | given))


def a_sheet_to_sign(style: DocumentStyle = PARTY, people: int = 18) -> ParticipantsReport:
    return a_list(style, people, to_sign=True)


def huge_notice(style: DocumentStyle = PARTY) -> NoticeReport:
    """Build a notice of 30 conclusions, with the appendix of 20 units for each."""
    minutes = huge_minutes(style)
    return replace(a_notice(style, minutes=minutes), assignment=an_assignment(style, 20, minutes))


def nobody() -> Attendee:
    return Attendee(name="", post="")


ALL = {
    "notice": a_notice,
    "extract": an_extract,
    "invitation": an_invitation,
    "participants": a_list,
    "signin": a_sheet_to_sign,
    "assignment": an_assignment,
    "review": a_review,
    "supplement": a_supplement,
    "summary": a_summary,
    "letter": a_letter,
}
