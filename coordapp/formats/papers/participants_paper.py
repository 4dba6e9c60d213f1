"""The list of participants, and the sheet they sign when they come."""

from collections.abc import Iterable, Sequence

from coordapp.domain.documents.letter_contents import (
    InvitationReport,
    Participant,
    ParticipantsReport,
)
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import wording
from coordapp.formats.papers.blocks import (
    Ending,
    Letterhead,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Signature,
    Text,
    Title,
)
from coordapp.formats.papers.wording import BLANK

_NUMBER = PaperColumn(title="TT", width=12, centred=True)
_LISTED = (
    _NUMBER,
    PaperColumn(title="Họ và tên", width=38),
    PaperColumn(title="Chức vụ", width=50),
    PaperColumn(title="Đơn vị", width=25),
    PaperColumn(title="Ghi chú", width=40),
)
_SIGNED = (
    _NUMBER,
    PaperColumn(title="Họ và tên", width=42),
    PaperColumn(title="Chức vụ", width=56),
    PaperColumn(title="Ký tên", width=32),
    PaperColumn(title="Ghi chú", width=23),
)
_INVITED = (
    _NUMBER,
    PaperColumn(title="Họ và tên", width=48),
    PaperColumn(title="Chức vụ", width=80),
    PaperColumn(title="Ghi chú", width=25),
)
_ROOM_TO_SIGN = 5
# a form without names has lines to write on
_BLANK_LINES = 15


def sheets(report: ParticipantsReport) -> Iterable[PaperSheet]:
    """Compose the list or the sheet to sign."""
    kind = "BẢNG ĐIỂM DANH ĐẠI BIỂU" if report.to_sign else "DANH SÁCH ĐẠI BIỂU"
    title = one_line(report.title) or f"Hội nghị {BLANK}"
    place = f", tại {one_line(report.place).rstrip('.')}" if report.place.strip() else ""
    rows = _rows(report.participants, to_sign=report.to_sign)
    yield PaperSheet(
        blocks=(
            Letterhead(),
            Title(kind=kind, subject=wording.subject(report.style, f"dự {title}")),
            Text(text=f"({wording.capital(wording.on_day(report.held_on))}{place})"),
            Text(text=_count(report.participants), keep=True),
            PaperTable(
                columns=_SIGNED if report.to_sign else _LISTED,
                rows=tuple(rows),
                room=_ROOM_TO_SIGN if report.to_sign else 0,
            ),
            Ending(right=Signature(posts=("NGƯỜI LẬP DANH SÁCH",), name=report.recorder_name)),
        )
    )


def appendix(report: InvitationReport, carrier: str) -> PaperSheet:
    """Compose the list that goes with an invitation."""
    people = enumerate(report.invited, start=1)
    rows = tuple(PaperRow(cells=(str(n), person.name, person.post, "")) for n, person in people)
    title = Title(
        kind="DANH SÁCH MỜI", subject=one_line(report.title), note=f"(Kèm theo {carrier})"
    )
    return PaperSheet(blocks=(title, PaperTable(columns=_INVITED, rows=rows)))


def _count(people: Sequence[Participant]) -> str:
    if not people:
        return f"Tổng số: {wording.SHORT_BLANK} đại biểu."
    guests = sum(person.is_guest for person in people)
    invited = f", trong đó có {guests:02d} đại biểu mời" if guests else ""
    return f"Tổng số: {len(people):02d} đại biểu{invited}."


def _rows(people: Sequence[Participant], *, to_sign: bool) -> Iterable[PaperRow]:
    for number in range(1, 0 if people else _BLANK_LINES + 1):
        yield PaperRow(cells=(str(number), "", "", "", ""))
    has_guests = any(person.is_guest for person in people)
    ordered = sorted(people, key=lambda person: person.is_guest)
    for number, person in enumerate(ordered, start=1):
        begins = number == 1 or ordered[number - 2].is_guest is not person.is_guest
        if has_guests and begins:
            yield PaperRow(cells=("Đại biểu mời" if person.is_guest else "Thành viên",), heads=True)
        fourth, last = ("", "") if to_sign else (person.unit, person.state)
        yield PaperRow(cells=(str(number), person.name, person.post, fourth, last))
