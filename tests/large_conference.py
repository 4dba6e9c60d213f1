"""A conference as large as they come: 3 hours, 60 participants, 40 speeches, 30 conclusions.

Every name and every text is another one and says its number, so that what a paper leaves out or
puts in another order is seen.
"""

from datetime import date

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.assignment import CellChange, Role, Terms
from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    Conference,
    ConferenceState,
    Speech,
)
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import (
    AgendaItemId,
    AttendanceId,
    ConclusionId,
    ConferenceId,
    SpeechId,
)
from coordapp.services.conferences.planning import next_code
from coordapp.store import Store, Work
from coordapp.store.file.tables import (
    AGENDA_ITEMS,
    ATTENDANCES,
    CONCLUSIONS,
    CONFERENCES,
    SPEECHES,
    UNITS,
)
from coordapp.store.queries import unit_queries
from tests.build import a_conference, a_unit

PARTICIPANTS, SPEECH_COUNT, CONCLUSION_COUNT, UNIT_COUNT = 60, 40, 30, 20
HELD_ON = date(2018, 3, 30)
DUE = date(2018, 9, 30)
_UNITS = (
    ("Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT"),
    ("Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH"),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL"),
    ("Sở Tài nguyên và Môi trường", "Sở TN&MT"),
    ("Sở Giáo dục và Đào tạo", "Sở GD&ĐT"),
    ("Sở Thông tin và Truyền thông", "Sở TT&TT"),
    ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "BĐBP tỉnh"),
    ("Công an tỉnh", "Công an tỉnh"),
    ("Ban Quản lý Khu kinh tế tỉnh", "BQL Khu kinh tế"),
    ("Thành ủy Hạ Long", "Thành ủy Hạ Long"),
    ("Thị ủy Quảng Yên", "Thị ủy Quảng Yên"),
    ("Huyện ủy Bình Liêu", "Huyện ủy Bình Liêu"),
)
_KINDS = tuple(ConclusionKind)
_GIST = (
    "Nhất trí với báo cáo; đề nghị các đơn vị bám sát cơ sở, nắm chắc tình hình, đẩy mạnh tuyên "
    "truyền, vận động Nhân dân và nhân rộng mô hình “Dân vận khéo” ở địa bàn khó khăn."
)
_CONCLUSION = (
    "Các đơn vị thành viên rà soát chỉ tiêu của Chương trình phối hợp, xác định rõ việc chậm, "
    "nguyên nhân và người chịu trách nhiệm, báo cáo Ban Chỉ đạo kết quả theo quý."
)


def add_conference(store: Store) -> Conference:
    """Hold the conference in a file that has a committee, and give the file its twenty units."""
    with store.write(Op.WRITE_SAMPLE) as work:
        led_by = _units(work)
        people = unit_queries.all_persons(work.connection)
        held = work.add(
            CONFERENCES,
            a_conference(
                code=next_code(work, HELD_ON), title="Hội nghị toàn thể mở rộng", held_on=HELD_ON,
                start_time="14:00", ended_on=HELD_ON, end_time="17:00", minutes_number=77,
                place="Hội trường lớn Tỉnh ủy", state=ConferenceState.HELD,
                chair_id=people[0].id, recorder_id=people[-1].id,
                purpose="Kiểm điểm toàn diện Chương trình phối hợp.",
            ),
        )  # fmt: skip
        for number in range(1, 7):
            work.add(AGENDA_ITEMS, _agenda_item(held.id, number))
        for number in range(1, PARTICIPANTS + 1):
            work.add(ATTENDANCES, _attendance(held.id, number, led_by[number % len(led_by)]))
        for number in range(1, SPEECH_COUNT + 1):
            work.add(SPEECHES, _speech(held.id, number))
        for number in range(1, CONCLUSION_COUNT + 1):
            work.add(CONCLUSIONS, _conclusion(held.id, number))
    return held


def name(number: int) -> str:
    """Name a participant."""
    return f"Nguyễn Thị Đại biểu {number:02d}"


def gist(number: int) -> str:
    """Say what the speech of this number was about."""
    return f"Ý kiến thứ {number:02d}. " + " ".join([_GIST] * (1 + number % 4))


def conclusion_text(number: int) -> str:
    """Word the conclusion of this number."""
    return f"Kết luận thứ {number:02d}: " + " ".join([_CONCLUSION] * (1 + number % 2))


def every_cell(store: Store, conference: Conference) -> list[CellChange]:
    """Fill the whole matrix: in each row the first half leads, the second coordinates."""
    held = CONCLUSIONS.where(
        store.connection, "conference_id = ? order by number", (conference.id,)
    )
    receiving = unit_queries.all_units(store.connection)[:UNIT_COUNT]
    terms = Terms(product="Báo cáo", due=DUE, deadline_kind=DeadlineKind.DATE)
    return [
        CellChange(
            matter_id=item.id,
            unit_id=unit.id,
            role=Role.LEAD if place < UNIT_COUNT // 2 else Role.COORDINATE,
            terms=terms,
        )
        for item in held
        for place, unit in enumerate(receiving)
    ]


def _units(work: Work) -> list[Unit]:
    held = unit_queries.all_units(work.connection)
    for name_, short_name in _UNITS[: UNIT_COUNT - len(held)]:
        position = len(held) + 1
        unit = a_unit(name=name_, short_name=short_name, position=position)
        held.append(work.add(UNITS, unit))
    return held


def _agenda_item(conference_id: ConferenceId, number: int) -> AgendaItem:
    return AgendaItem(
        id=AgendaItemId(0), conference_id=conference_id, position=number, minutes=30,
        title=f"Mục chương trình {number}", presenter=f"Đại biểu {number:02d}",
    )  # fmt: skip


def _attendance(conference_id: ConferenceId, number: int, unit: Unit) -> Attendance:
    absent = number % 15 == 0
    return Attendance(
        id=AttendanceId(0), conference_id=conference_id, position=number, name=name(number),
        post=f"Phó Thủ trưởng {unit.name}", unit_id=unit.id, is_guest=number > PARTICIPANTS - 15,
        state=AttendanceState.EXCUSED if absent else AttendanceState.PRESENT,
        reason="Dự họp tại Trung ương" if absent else "",
    )  # fmt: skip


def _speech(conference_id: ConferenceId, number: int) -> Speech:
    return Speech(
        id=SpeechId(0), conference_id=conference_id, position=number, speaker=name(number),
        post=f"Phó Thủ trưởng đơn vị {number:02d}", gist=gist(number),
    )  # fmt: skip


def _conclusion(conference_id: ConferenceId, number: int) -> Conclusion:
    return Conclusion(
        id=ConclusionId(0), conference_id=conference_id, number=number,
        kind=_KINDS[number % len(_KINDS)], text=conclusion_text(number),
    )  # fmt: skip
