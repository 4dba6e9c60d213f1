"""Every record class has a table of the same columns, and comes back as it went in."""

import unicodedata
from datetime import date, datetime

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import UnitGroup, UnitGroupMember
from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    Conference,
    ConferenceKind,
    ConferenceState,
    Speech,
)
from coordapp.domain.documents.document import Authority, Document, DocumentType, LetterUnit
from coordapp.domain.kernel.attachment import Attachment
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.register_view import RegisterView
from coordapp.domain.tasks.task import (
    Coordination,
    Extension,
    Origin,
    ProgressReport,
    Task,
    Urgency,
    WorkState,
)
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem
from coordapp.store import Store
from coordapp.store.file.tables import ALL, TASKS, UNITS
from tests.build import a_task, a_unit
from tests.store.file.full_case import CASE, PLACES

DAY = date(2018, 3, 15)

# every field filled with something other than its default; in the order of the references
FULL = {
    Kind.COMMITTEE: Committee(
        id=1, name="Ban Chỉ đạo", superior_body="Tỉnh ủy", document_code="BCĐ", place="Đồng Tháp",
        document_style=DocumentStyle.PARTY, term="2015-2020", due_soon_days=5,
        report_cutoff_day=20, recipients="Như trên\nLưu", is_sample=True, working_day=DAY,
        clarity="rõ việc: nội dung việc",
    ),
    Kind.UNIT: Unit(
        id=2, name="Hội Nông dân", short_name="HND", document_code="HNDT", kind="đoàn thể",
        position=4, aliases="nông dân", valid_from=DAY, valid_to=DAY, successor_id=2,
    ),
    Kind.PERSON: Person(
        id=3, full_name="Nguyễn Văn Ấ", post="Phó Bí thư", rank="Đại tá", unit_id=2,
        role=CommitteeRole.DEPUTY, position=2, role_from=DAY, role_to=DAY, decision_number="12-QĐ",
    ),
    Kind.CONFERENCE: Conference(
        id=4, code="HN-2018-01", kind=ConferenceKind.THEMATIC, title="Hội nghị",
        state=ConferenceState.HELD, held_on=DAY, start_time="08:00", ended_on=DAY,
        end_time="11:30", place="Hội trường", chair_id=3, recorder_id=3, purpose="Bàn",
        documents="Báo cáo", proceedings="Nghe", minutes_number=7, organiser="Bộ CHQS tỉnh",
        programme_id=None,
    ),
    Kind.AGENDA_ITEM: AgendaItem(
        id=5, conference_id=4, position=1, title="Khai mạc", start_time="08:00", presenter="Chủ trì"
    ),
    Kind.ATTENDANCE: Attendance(
        id=6, conference_id=4, position=1, name="Trần Thị B", post="Giám đốc", person_id=3,
        unit_id=2, state=AttendanceState.SUBSTITUTED, is_guest=True, substitute_name="C",
        substitute_post="Phó", reason="Đi công tác",
    ),
    Kind.SPEECH: Speech(id=7, conference_id=4, position=1, speaker="D", post="Đ", gist="Nhất trí"),
    Kind.CONCLUSION: Conclusion(
        id=8, conference_id=4, number=2, kind=ConclusionKind.APPROVE, text="Thống nhất",
        no_task_reason="Chỉ đánh giá",
    ),
    **PLACES,
    Kind.TASK: Task(
        id=9, code="NV-2018-001", title="Rà soát", lead_unit_id=2, content="Nội dung",
        product="Báo cáo", origin=Origin.CONCLUSION, quoted="“…”", conclusion_id=8,
        focal_person="E", urgency=Urgency.EXPRESS, deadline_kind=DeadlineKind.DATE,
        deadline_wording="trước 30/4", original_due=DAY, due=date(2018, 4, 30),
        work_state=WorkState.DONE, percent=100, assigned_on=DAY, finished_on=DAY, parent_id=9,
        note="Ghi chú",
        directive_section_id=25, programme_item_id=23,
    ),
    Kind.COORDINATION: Coordination(id=10, task_id=9, unit_id=2, part="Cung cấp số liệu"),
    Kind.PROGRESS_REPORT: ProgressReport(
        id=11, task_id=9, happened_on=DAY, entered_at=datetime(2018, 3, 16, 9, 5, 7), unit_id=2,
        state=WorkState.AWAITING_CONFIRMATION, percent=80, result="Đạt", difficulty="Thiếu",
        proposal="Bổ sung", evidence="Công văn",
    ),
    Kind.EXTENSION: Extension(
        id=12, task_id=9, old_due=DAY, new_due=date(2018, 4, 30), reason="Mưa bão", paper="15-CV",
        approved_on=DAY,
    ),
    Kind.DAY_OFF: DayOff(
        id=13, day=DAY, kind=DayOffKind.MAKE_UP, source="Thông báo", confirmed=True
    ),
    Kind.ATTACHMENT: Attachment(
        id=14, kind=Kind.TASK, record_id=9, name="Báo cáo.pdf", size=7, sha256="0f", added_on=DAY
    ),
    Kind.DOCUMENT: Document(
        id=15, type=DocumentType.NOTICE, style=DocumentStyle.STATE, number=5, symbol="05/TB-BCĐ",
        term="2015-2020", issued_on=DAY, subject="kết luận", signer_id=3,
        authority=Authority.FOR_HEAD, recipients="Như trên", conference_id=4, text="Sửa",
        sha256="0f", sealed="1f", signed_at=datetime(2018, 3, 16, 9, 5, 7),
        unit_id=2,
    ),
    Kind.TASK_TEMPLATE: TaskTemplate(id=15, name="Báo cáo quý", note="Ngày cuối quý"),
    Kind.REGISTER_VIEW: RegisterView(id=17, name="Quá hạn của HND", shape="{}"),
    Kind.TASK_TEMPLATE_ITEM: TaskTemplateItem(
        id=16, task_template_id=15, position=1, title="Đôn đốc", content="Gọi", product="Công văn",
        lead_unit_id=2, urgency=Urgency.URGENT, offset=-5,
    ),
    Kind.UNIT_GROUP: UnitGroup(id=40, name="các tổ chức CT-XH", aliases="khối đoàn thể", position=2),
    Kind.UNIT_GROUP_MEMBER: UnitGroupMember(id=41, unit_group_id=40, unit_id=2),
    Kind.LETTER_UNIT: LetterUnit(id=42, document_id=15, unit_id=2),
    **CASE,
}  # fmt: skip


def columns_of(store: Store, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in store.connection.execute(f"pragma table_info({table})"))


@pytest.mark.parametrize("kind", list(Kind))
def test_the_fields_of_a_record_are_the_columns_of_its_table(store, kind):
    assert columns_of(store, ALL[kind].name) == ALL[kind].columns


def test_every_kind_has_a_table_and_a_full_example():
    assert set(ALL) == set(Kind) == set(FULL)


def test_every_record_comes_back_as_it_went_in(store):
    with store.write(Op.WRITE_SAMPLE) as work:
        returned = {kind: work.add(ALL[kind], record) for kind, record in FULL.items()}

    assert returned == FULL
    assert {kind: ALL[kind].get(store.connection, FULL[kind].id) for kind in Kind} == FULL
    assert all(ALL[kind].where(store.connection) == [FULL[kind]] for kind in Kind)


def test_a_record_of_defaults_comes_back_as_it_went_in(store):
    with store.write(Op.ADD_TASK) as work:
        added = work.add(TASKS, a_task())

    assert added == a_task(id=added.id)


def test_text_is_stored_composed(store):
    with store.write(Op.ADD_UNIT) as work:
        added = work.add(UNITS, a_unit(name=unicodedata.normalize("NFD", "Sở Nội vụ")))

    assert added.name == "Sở Nội vụ"


def test_a_missing_record_is_none_to_find_and_a_refusal_to_get(store):
    assert TASKS.find(store.connection, 99) is None
    with pytest.raises(RuleViolation) as refused:
        TASKS.get(store.connection, 99)

    assert refused.value.code == "record_gone"
    assert refused.value.params == {"kind": Kind.TASK}
