"""Every action of the program: it does something, and undo brings the whole file back."""

import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import UnitGroup
from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind
from coordapp.domain.conclusions.reading.draft import Draft, Party
from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    Conference,
    ConferenceKind,
    ConferenceState,
    Speech,
)
from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.workbook import Sheet, Workbook
from coordapp.domain.kernel.attachment import Attachment
from coordapp.domain.kernel.changes import FINAL, Changes, Kind, Op
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.domain.kernel.history import HistoryQuery
from coordapp.domain.kernel.ids import (
    AgendaItemId,
    AttendanceId,
    ConclusionId,
    ConferenceId,
    DayOffId,
    PersonId,
    SpeechId,
    TaskId,
    TaskTemplateId,
    TaskTemplateItemId,
    UnitGroupId,
    UnitId,
)
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.register_view import RegisterView
from coordapp.domain.tasks.task import Ground, Task, Urgency, WorkState
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem
from coordapp.services.committee import committee_actions, day_off_actions, group_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions, drafting
from coordapp.services.conferences import conference_actions, planning
from coordapp.services.conferences.planning import FollowingDraft
from coordapp.services.documents import document_actions, signing
from coordapp.services.importing import import_actions, import_reading, unit_import
from coordapp.services.importing.import_actions import AgreedImport
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.records import attachment_actions, row_actions, trash
from coordapp.services.tasks import (
    bulk_actions,
    period_actions,
    register_view_actions,
    task_actions,
    template_actions,
)
from coordapp.services.tasks.bulk_actions import BulkChange, BulkField
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.services.tasks.template_actions import Application
from coordapp.store import Store
from coordapp.store.file import log
from coordapp.store.file.tables import (
    AGENDA_ITEMS,
    ALL,
    ATTENDANCES,
    CONCLUSIONS,
    CONFERENCES,
    DAYS_OFF,
    SPEECHES,
    TASKS,
    UNITS,
)
from coordapp.store.queries import committee_queries, conference_queries, history_queries
from tests.build import fan_out
from tests.contents import whole
from tests.founding import new_store, set_up
from tests.services.case_actions import CASE_ACTIONS, CaseOffice, open_case

TODAY = date(2018, 3, 31)
MISTYPED = DeadlineMove(ground=Ground.CORRECTION, reason="ghi nhầm tháng")


@dataclass(frozen=True)
class Office:
    """A small office with one of everything."""

    store: Store
    unit: Unit
    other_unit: Unit
    lone_unit: Unit
    group: UnitGroup
    lone_person: Person
    person: Person
    conference: Conference
    item: AgendaItem
    attendance: Attendance
    speech: Speech
    conclusion: Conclusion
    assigned: Conclusion
    task: Task
    awaiting: Task
    periodic: Task
    attachment: Attachment
    notice: Document
    withheld: Task
    view: RegisterView
    template: TaskTemplate
    template_item: TaskTemplateItem
    case: CaseOffice


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    store = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(store)
    unit = committee_actions.add_unit(
        store, Unit(id=UnitId(0), name="Hội Nông dân tỉnh", short_name="HND")
    )
    other = committee_actions.add_unit(store, Unit(id=UnitId(0), name="Tỉnh Đoàn", short_name="TĐ"))
    lone_unit = committee_actions.add_unit(
        store, Unit(id=UnitId(0), name="Gõ nhầm", short_name="GN")
    )
    group = group_actions.add(store, UnitGroup(id=UnitGroupId(0), name="các đoàn thể"))
    group_actions.set_members(store, group.id, (unit.id, lone_unit.id))
    person = committee_actions.add_person(
        store, Person(id=PersonId(0), full_name="", post="Trưởng ban")
    )
    outside = Person(
        id=PersonId(0), full_name="", post="Gõ nhầm", role=CommitteeRole.NONE, position=9
    )
    lone_person = committee_actions.add_person(store, outside)
    conference = conference_actions.add(
        store,
        Conference(id=ConferenceId(0), code="", kind=ConferenceKind.BRIEFING, title="Giao ban"),
        TODAY,
    )
    item = conference_actions.add_agenda_item(
        store,
        AgendaItem(id=AgendaItemId(0), conference_id=conference.id, position=0, title="Khai mạc"),
    )
    attendance = conference_actions.add_attendance(
        store,
        Attendance(id=AttendanceId(0), conference_id=conference.id, position=0, name="Khách"),
    )
    speech = conference_actions.add_speech(
        store, Speech(id=SpeechId(0), conference_id=conference.id, position=0, speaker="Đại biểu")
    )
    conference_actions.add_agenda_item(store, replace(item, id=AgendaItemId(0), position=0))
    conference_actions.add_speech(store, replace(speech, id=SpeechId(0), position=0))
    free, given = (
        conclusion_actions.add(
            store,
            Conclusion(
                id=ConclusionId(0),
                conference_id=conference.id,
                number=0,
                kind=ConclusionKind.DIRECT,
                text=text,
            ),
        )
        for text in ("Rà soát chỉ tiêu", "Sơ kết")
    )
    notice, _ = document_actions.issue(store, _paper(store, conference), TODAY)
    waiting = conference_actions.add(store, replace(conference, id=ConferenceId(0)), TODAY)
    drafted = conclusion_actions.add(
        store, replace(given, id=ConclusionId(0), conference_id=waiting.id, number=0)
    )
    (withheld,) = assignment_actions.assign(store, fan_out((drafted.id,), (unit.id,)), TODAY)
    task = assignment_actions.assign(store, fan_out((given.id,), (unit.id,)), TODAY)[0]
    task_actions.set_due(store, task.id, date(2018, 4, 10), move=MISTYPED)
    task_actions.report_progress(
        store,
        task.id,
        ReportDraft(
            happened_on=TODAY, unit_id=unit.id, state=WorkState.IN_PROGRESS, result="Đã họp"
        ),
    )
    awaiting = task_actions.add(
        store,
        TaskDraft(
            task=Task(
                id=TaskId(0), code="", title="Rà soát số liệu", lead_unit_id=unit.id,
                work_state=WorkState.AWAITING_CONFIRMATION,
            )
        ),
        TODAY,
    )  # fmt: skip
    periodic = task_actions.add(
        store,
        TaskDraft(
            task=Task(
                id=TaskId(0), code="", title="Báo cáo", lead_unit_id=unit.id,
                deadline_kind=DeadlineKind.PERIODIC, deadline_wording="hằng tháng",
                assigned_on=date(2018, 1, 5),
            )
        ),
        TODAY,
    )  # fmt: skip
    committee_actions.add_person(store, Person(id=PersonId(0), full_name="", post="Ủy viên mới"))
    template = template_actions.add(store, TaskTemplate(id=TaskTemplateId(0), name="Báo cáo quý"))
    template_item, _ = (
        template_actions.add_item(
            store,
            TaskTemplateItem(
                id=TaskTemplateItemId(0), task_template_id=template.id, position=0, title=title
            ),
        )
        for title in ("Đôn đốc", "Tổng hợp")
    )
    paper = tmp_path / "Báo cáo.docx"
    paper.write_bytes(b"PK")
    (kept,) = attachment_actions.add(store, Kind.TASK, task.id, paper)
    task_actions.delete(store, [bulk_actions.duplicate(store, [task.id], TODAY)[0].id])
    yield Office(
        case=open_case(store, (unit.id, other.id), task.id, given),
        attachment=kept,
        notice=notice,
        withheld=withheld,
        view=register_view_actions.add(store, "Quá hạn của tỉnh", "{}"),
        template=template,
        template_item=template_item,
        awaiting=awaiting,
        periodic=periodic,
        store=store,
        unit=unit,
        other_unit=other,
        lone_unit=lone_unit,
        group=group,
        lone_person=lone_person,
        person=person,
        conference=conference,
        item=item,
        attendance=attendance,
        speech=speech,
        conclusion=free,
        assigned=given,
        task=TASKS.get(store.connection, task.id),
    )
    store.close()


def _new_task(office: Office) -> TaskDraft:
    return TaskDraft(
        task=Task(id=TaskId(0), code="", title="Đẩy mạnh thi đua", lead_unit_id=office.unit.id),
        coordination=((office.other_unit.id, "cử người"),),
    )


def _paper(store: Store, conference: Conference, number: int = 5) -> Document:
    # a paper that the program makes no file of can be taken back; what is kept never is
    blank = document_actions.blank(store.connection, DocumentType.CONCLUSION, conference.id)
    return replace(blank, number=number, issued_on=TODAY)


def _day_off(day: date) -> DayOff:
    return DayOff(id=DayOffId(0), day=day, kind=DayOffKind.OFF, source="Thông báo", confirmed=True)


Action = Callable[[Office], Any]


def _in_case(action: Callable[[CaseOffice], Any]) -> Action:
    return lambda office: action(office.case)


def paste_one_new_and_one_changed(office: Office) -> ImportPlan:
    rows = [["Mã", "Nhiệm vụ", "%"], ["", "Việc dán", "40 %"], [office.task.code, "Đổi tên", ""]]
    choices = ImportChoices(on_screen=True)
    sheet = Sheet(name="dán", rows=rows)
    return import_actions.paste(office.store, _agreed(office, sheet, choices), TODAY)


def _agreed(office: Office, sheet: Sheet, choices: ImportChoices) -> AgreedImport:
    workbook = Workbook(sheets=(sheet,))
    found, plan = import_reading.plan(office.store.connection, workbook, choices, TODAY)
    return AgreedImport(workbook=workbook, tables=found, choices=choices, plan=plan)


def import_one_new_and_one_changed(office: Office) -> import_actions.ImportResult:
    sheet = Sheet(
        name="Sổ",
        rows=[
            ["Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Kết quả"],
            ["", "Việc mới", "Hội CCB", "TĐ", "Đã họp"],
            [office.task.code, "Việc đổi tên", "TĐ", "", ""],
        ],
    )
    choices = ImportChoices(new_units=("Hội CCB",))
    return import_actions.apply(office.store, _agreed(office, sheet, choices), TODAY)


def import_two_units(office: Office) -> object:
    sheet = Sheet(
        name="Đơn vị",
        rows=[
            ["Tên đơn vị", "Tên viết tắt", "Tên khác"],
            ["Hội Luật gia tỉnh", "HLG", ""],
            [office.unit.name, office.unit.short_name, "Tên gọi cũ"],
        ],
    )
    table = unit_import.find_table(Workbook(sheets=(sheet,)))
    return unit_import.apply(office.store, table)


ACTIONS: dict[Op, Action] = {
    Op.EDIT_COMMITTEE: lambda o: committee_actions.edit_committee(
        o.store,
        replace(committee_queries.read(o.store.connection), place="Quảng Ninh"),  # type: ignore[type-var]
    ),
    Op.ADD_TASK: lambda o: task_actions.add(o.store, _new_task(o), TODAY),
    Op.EDIT_TASK: lambda o: task_actions.edit(
        o.store,
        TaskDraft(
            task=replace(o.task, title="Sửa", product="Báo cáo"),
            coordination=((o.other_unit.id, "số liệu"),),
        ),
        TODAY,
    ),
    Op.DUPLICATE_TASK: lambda o: bulk_actions.duplicate(o.store, [o.task.id], TODAY),
    Op.DELETE_TASKS: lambda o: task_actions.delete(o.store, [o.task.id]),
    Op.SET_DUE: lambda o: task_actions.set_due(o.store, o.task.id, date(2018, 5, 1), move=MISTYPED),
    Op.SET_WORK_STATE: lambda o: task_actions.set_work_state(
        o.store, o.task.id, WorkState.DONE, TODAY
    ),
    Op.SET_LEAD_UNIT: lambda o: task_actions.set_lead_unit(o.store, o.task.id, o.other_unit.id),
    Op.OPEN_PERIODS: lambda o: period_actions.open_periods(o.store, o.periodic.id, TODAY),
    Op.CONFIRM_TASK: lambda o: task_actions.confirm(o.store, o.awaiting.id, TODAY),
    Op.RETURN_TASK: lambda o: task_actions.return_task(
        o.store, o.awaiting.id, TODAY, reason="Thiếu số"
    ),
    Op.SET_PERCENT: lambda o: task_actions.set_percent(o.store, o.task.id, 40),
    Op.REPORT_PROGRESS: lambda o: task_actions.report_progress(
        o.store,
        o.task.id,
        ReportDraft(happened_on=TODAY, unit_id=o.unit.id, state=WorkState.DONE, percent=100),
    ),
    Op.EXTEND_TASK: lambda o: task_actions.extend(
        o.store,
        o.task.id,
        date(2018, 6, 1),
        reason="Chờ số liệu",
        paper="12-CV/BCĐ",
        approved_on=TODAY,
    ),
    Op.ADD_CONFERENCE: lambda o: conference_actions.add(
        o.store, replace(o.conference, id=ConferenceId(0), title="Sơ kết"), TODAY
    ),
    Op.EDIT_CONFERENCE: lambda o: conference_actions.edit(
        o.store, replace(o.conference, place="Hạ Long")
    ),
    Op.SET_CONFERENCE_STATE: lambda o: planning.set_state(
        o.store, o.conference.id, ConferenceState.POSTPONED, reason="Trùng lịch họp tỉnh"
    ),
    Op.CLONE_CONFERENCE: lambda o: planning.clone(
        o.store, FollowingDraft(source_id=o.conference.id, title="Giao ban quý II"), TODAY
    ),
    Op.TAKE_ATTENDANCE: lambda o: conference_actions.take_attendance(
        o.store, [o.attendance.id], AttendanceState.EXCUSED
    ),
    Op.TAKE_MEMBERS: lambda o: planning.take_members(o.store, o.conference.id, TODAY),
    Op.ADD_AGENDA_ITEM: lambda o: conference_actions.add_agenda_item(
        o.store, replace(o.item, id=AgendaItemId(0), position=0)
    ),
    Op.EDIT_AGENDA_ITEM: lambda o: conference_actions.edit_agenda_item(
        o.store, replace(o.item, title="Báo cáo")
    ),
    Op.DELETE_AGENDA_ITEM: lambda o: conference_actions.delete_agenda_item(o.store, o.item.id),
    Op.ADD_ATTENDANCE: lambda o: conference_actions.add_attendance(
        o.store, replace(o.attendance, id=AttendanceId(0), position=0)
    ),
    Op.EDIT_ATTENDANCE: lambda o: conference_actions.edit_attendance(
        o.store, replace(o.attendance, reason="ốm")
    ),
    Op.DELETE_ATTENDANCE: lambda o: conference_actions.delete_attendance(o.store, o.attendance.id),
    Op.ADD_SPEECH: lambda o: conference_actions.add_speech(
        o.store, replace(o.speech, id=SpeechId(0), position=0)
    ),
    Op.EDIT_SPEECH: lambda o: conference_actions.edit_speech(
        o.store, replace(o.speech, gist="Nhất trí")
    ),
    Op.DELETE_SPEECH: lambda o: conference_actions.delete_speech(o.store, o.speech.id),
    Op.ADD_CONCLUSION: lambda o: conclusion_actions.add(
        o.store, replace(o.conclusion, id=ConclusionId(0), number=0)
    ),
    Op.EDIT_CONCLUSION: lambda o: conclusion_actions.edit(
        o.store, replace(o.conclusion, text="Khác")
    ),
    Op.ORDER_CONCLUSIONS: lambda o: conclusion_actions.put_in_order(
        o.store, (o.assigned.id, o.conclusion.id)
    ),
    Op.SPLIT_CONCLUSION: lambda o: conclusion_actions.split(o.store, o.conclusion.id, 7),
    Op.MERGE_CONCLUSIONS: lambda o: conclusion_actions.merge_with_next(o.store, o.conclusion.id),
    Op.SET_NO_TASK_REASON: lambda o: conclusion_actions.set_no_task_reason(
        o.store, o.conclusion.id, "Chỉ ghi nhận kết quả"
    ),
    Op.DELETE_CONCLUSION: lambda o: conclusion_actions.delete(
        o.store, o.assigned.id, with_tasks=True
    ),
    Op.DRAFT_CONCLUSIONS: lambda o: drafting.draft(
        o.store,
        o.conference.id,
        [
            Draft(
                start=0,
                end=7,
                quote="Rà soát",
                words="Rà soát",
                leads=(Party(o.unit.short_name, (o.unit.id,)),),
            )
        ],
        TODAY,
    ),
    Op.ASSIGN_CONCLUSIONS: lambda o: assignment_actions.assign(
        o.store, fan_out((o.conclusion.id,), (o.unit.id, o.other_unit.id)), TODAY
    ),
    Op.ADD_UNIT: lambda o: committee_actions.add_unit(
        o.store, Unit(id=UnitId(0), name="Hội CCB", short_name="CCB")
    ),
    Op.EDIT_UNIT: lambda o: committee_actions.edit_unit(
        o.store, replace(o.unit, aliases="Nông dân")
    ),
    Op.ADD_PERSON: lambda o: committee_actions.add_person(
        o.store, Person(id=PersonId(0), full_name="", post="Ủy viên")
    ),
    Op.EDIT_PERSON: lambda o: committee_actions.edit_person(
        o.store, replace(o.person, rank="Đại tá")
    ),
    Op.DELETE_UNIT: lambda o: committee_actions.delete_unit(o.store, o.lone_unit.id),
    Op.DELETE_PERSON: lambda o: committee_actions.delete_person(o.store, o.lone_person.id),
    Op.ADD_UNIT_GROUP: lambda o: group_actions.add(
        o.store, UnitGroup(id=UnitGroupId(0), name="các sở, ngành")
    ),
    Op.EDIT_UNIT_GROUP: lambda o: group_actions.edit(
        o.store, replace(o.group, aliases="khối đoàn thể")
    ),
    Op.DELETE_UNIT_GROUP: lambda o: group_actions.delete(o.store, o.group.id),
    Op.SET_GROUP_MEMBERS: lambda o: group_actions.set_members(
        o.store, o.group.id, (o.other_unit.id,)
    ),
    Op.ADD_DAY_OFF: lambda o: day_off_actions.add(o.store, _day_off(date(2018, 7, 2))),
    Op.EDIT_DAY_OFF: lambda o: day_off_actions.edit(
        o.store, replace(DAYS_OFF.get(o.store.connection, 1), confirmed=False)
    ),
    Op.ORDER_AGENDA: lambda o: conference_actions.put_agenda_in_order(
        o.store, (AgendaItemId(o.item.id + 1), o.item.id)
    ),
    Op.ORDER_SPEECHES: lambda o: conference_actions.put_speeches_in_order(
        o.store, (SpeechId(o.speech.id + 1), o.speech.id)
    ),
    Op.ORDER_ATTENDANCE: lambda o: conference_actions.put_attendance_in_order(
        o.store,
        [
            row.id
            for row in reversed(conference_queries.attendances(o.store.connection, o.conference.id))
        ],
    ),
    Op.ORDER_UNITS: lambda o: committee_actions.put_units_in_order(
        o.store, (o.other_unit.id, o.unit.id)
    ),
    Op.ORDER_PERSONS: lambda o: committee_actions.put_persons_in_order(o.store, (o.person.id,)),
    Op.ADD_ATTACHMENT: lambda o: attachment_actions.add(
        o.store, Kind.TASK, o.task.id, *[o.store.path.with_name("Báo cáo.docx")] * 2
    ),
    Op.DELETE_ATTACHMENT: lambda o: attachment_actions.delete(o.store, o.attachment.id),
    Op.ISSUE_DOCUMENT: lambda o: document_actions.issue(
        o.store, _paper(o.store, replace(o.conference, id=ConferenceId(2)), 6), TODAY
    ),
    Op.EDIT_DOCUMENT: lambda o: document_actions.edit(
        o.store, replace(o.notice, subject="về"), TODAY
    ),
    Op.DELETE_DOCUMENT: lambda o: document_actions.delete(o.store, o.notice.id),
    Op.RELEASE_TASKS: lambda o: document_actions.release_early(
        o.store, (o.withheld.id,), "giao trực tiếp tại hội nghị", TODAY
    ),
    Op.ADD_TEMPLATE: lambda o: template_actions.add(
        o.store, TaskTemplate(id=TaskTemplateId(0), name="Tổng kết")
    ),
    Op.EDIT_TEMPLATE: lambda o: template_actions.edit(
        o.store, replace(o.template, note="Cuối quý")
    ),
    Op.DELETE_TEMPLATE: lambda o: template_actions.delete(o.store, o.template.id),
    Op.ADD_TEMPLATE_ITEM: lambda o: template_actions.add_item(
        o.store, replace(o.template_item, id=TaskTemplateItemId(0), title="Gửi")
    ),
    Op.EDIT_TEMPLATE_ITEM: lambda o: template_actions.edit_item(
        o.store, replace(o.template_item, offset=-5)
    ),
    Op.DELETE_TEMPLATE_ITEM: lambda o: template_actions.delete_item(o.store, o.template_item.id),
    Op.ORDER_TEMPLATE_ITEMS: lambda o: template_actions.put_items_in_order(
        o.store, (TaskTemplateItemId(o.template_item.id + 1), o.template_item.id)
    ),
    Op.MAKE_TEMPLATE: lambda o: template_actions.make(o.store, "Mẫu", [o.task.id], TODAY),
    Op.APPLY_TEMPLATE: lambda o: template_actions.apply(
        o.store, Application(template_id=o.template.id, start=TODAY), TODAY
    ),
    Op.ADD_REGISTER_VIEW: lambda o: register_view_actions.add(o.store, "Việc của HND", "{}"),
    Op.EDIT_REGISTER_VIEW: lambda o: register_view_actions.rename(o.store, o.view.id, "Tên khác"),
    Op.DELETE_REGISTER_VIEW: lambda o: register_view_actions.delete(o.store, o.view.id),
    Op.CHANGE_TASKS: lambda o: bulk_actions.change(
        o.store,
        [o.task.id, o.periodic.id],
        [
            BulkChange(field=BulkField.LEAD, value=o.other_unit.id),
            BulkChange(field=BulkField.URGENCY, value=Urgency.EXPRESS),
        ],
        TODAY,
    ),
    Op.PASTE_ROWS: lambda o: row_actions.paste(
        o.store,
        [0, 1],
        lambda line: replace(o.item, id=AgendaItemId(0), title=f"Mục {line}"),
        conference_actions.add_agenda_item,
    ),
    Op.DELETE_ROWS: lambda o: row_actions.delete(
        o.store,
        conference_queries.agenda(o.store.connection, o.conference.id),
        lambda store, item: conference_actions.delete_agenda_item(store, item.id),
    ),
    Op.PASTE_TASKS: lambda o: paste_one_new_and_one_changed(o),
    Op.IMPORT_TASKS: lambda o: import_one_new_and_one_changed(o),
    Op.IMPORT_UNITS: lambda o: import_two_units(o),
    Op.RESTORE: lambda o: trash.restore(
        o.store, history_queries.find(o.store.connection, HistoryQuery(gone=True), 1)[0].op_id
    ),
    Op.DELETE_DAY_OFF: lambda o: day_off_actions.delete(o.store, DayOffId(1)),
    **{op: _in_case(action) for op, action in CASE_ACTIONS.items()},
}
SPECIAL = {Op.WRITE_SAMPLE, Op.SET_UP, Op.UNDO, Op.REDO, Op.DELETE_CONFERENCE, *FINAL}


def test_every_op_has_its_action_here() -> None:
    assert set(ACTIONS) | SPECIAL == set(Op)


@pytest.mark.parametrize("op", ACTIONS, ids=lambda op: op.value)
def test_an_action_is_one_step_that_undo_takes_back_and_redo_does_again(
    office: Office, op: Op
) -> None:
    heard: list[Changes] = []
    office.store.listen(heard.append)
    before = whole(office.store)
    steps = len(office.store.undo_steps)

    ACTIONS[op](office)
    after = whole(office.store)
    undone_op = office.store.undo()
    undone = whole(office.store)
    office.store.redo()

    assert after != before
    assert undone == before
    assert whole(office.store) == after
    assert undone_op is op
    assert [changes.op for changes in heard] == [op, Op.UNDO, Op.REDO]
    assert len(office.store.undo_steps) == steps + 1
    assert log.first_broken(office.store.connection) is None


@pytest.mark.parametrize("op", ACTIONS, ids=lambda op: op.value)
def test_an_action_after_another_window_deleted_all_is_done_or_refused(
    office: Office, op: Op
) -> None:
    with closing(sqlite3.connect(office.store.path)) as other, other:
        for table in ALL.values():
            if table.kind is not Kind.COMMITTEE:
                other.execute(f"delete from {table.name}")
    before = whole(office.store)

    try:
        ACTIONS[op](office)
    except (RuleViolation, StoreError):
        assert whole(office.store) == before


def test_signing_is_one_step_that_nothing_takes_back(office: Office) -> None:
    ready = replace(
        office.conference,
        state=ConferenceState.HELD,
        held_on=TODAY,
        start_time="08:00",
        chair_id=office.person.id,
        recorder_id=office.person.id,
        minutes_number=1,
    )
    with office.store.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, ready)
        for item in ATTENDANCES.where(work.connection):
            work.put(ATTENDANCES, replace(item, state=AttendanceState.PRESENT))
    heard: list[Changes] = []
    office.store.listen(heard.append)

    signing.sign(office.store, office.conference.id)
    after = whole(office.store)
    with pytest.raises(RuleViolation) as refusal:
        office.store.undo()

    assert refusal.value.code == "signing_is_final"
    assert whole(office.store) == after
    assert [changes.op for changes in heard] == [Op.SIGN_MINUTES]
    # what comes later is still taken back
    task_actions.set_percent(office.store, office.task.id, 40)
    assert office.store.undo() is Op.SET_PERCENT
    assert whole(office.store) == after
    assert log.first_broken(office.store.connection) is None


def test_a_conference_without_tasks_is_deleted_as_one_step(office: Office) -> None:
    planned = conference_actions.add(
        office.store, replace(office.conference, id=ConferenceId(0), title="Khác"), TODAY
    )
    before = whole(office.store)

    conference_actions.delete(office.store, planned.id)
    gone = CONFERENCES.find(office.store.connection, planned.id)
    office.store.undo()

    assert gone is None
    assert whole(office.store) == before


REFUSED: dict[str, tuple[str, Action]] = {
    "a conference with tasks stays": (
        "conference_has_tasks",
        lambda o: conference_actions.delete(o.store, o.conference.id),
    ),
    "a role ends after it begins": (
        "role_ends_first",
        lambda o: committee_actions.edit_person(
            o.store, replace(o.person, role_from=TODAY, role_to=date(2018, 3, 30))
        ),
    ),
    "a state is moved, not typed": (
        "state_by_moves",
        lambda o: conference_actions.edit(
            o.store, replace(o.conference, state=ConferenceState.SIGNED)
        ),
    ),
    "nobody signs by moving": (
        "conference_move_not_allowed",
        lambda o: planning.set_state(o.store, o.conference.id, ConferenceState.SIGNED),
    ),
    "an invitation says where and when": (
        "conference_not_ready",
        lambda o: planning.set_state(o.store, o.conference.id, ConferenceState.INVITED),
    ),
    "a conference does not review itself": (
        "previous_in_circle",
        lambda o: conference_actions.edit(
            o.store, replace(o.conference, previous_id=o.conference.id)
        ),
    ),
    "a conference made from another has a name": (
        "text_missing",
        lambda o: planning.clone(
            o.store, FollowingDraft(source_id=o.conference.id, title=" "), TODAY
        ),
    ),
    "a conclusion with tasks stays": (
        "conclusion_has_tasks",
        lambda o: conclusion_actions.delete(o.store, o.assigned.id),
    ),
    "a unit gets a conclusion once": (
        "nothing_to_assign",
        lambda o: assignment_actions.assign(
            o.store, fan_out((o.assigned.id,), (o.unit.id,)), TODAY
        ),
    ),
    "no unit, no task": (
        "nothing_to_assign",
        lambda o: assignment_actions.assign(o.store, fan_out((o.conclusion.id,), ()), TODAY),
    ),
    "a task needs a title": (
        "title_missing",
        lambda o: task_actions.add(o.store, TaskDraft(task=replace(o.task, title=" ")), TODAY),
    ),
    "percent ends at 100": (
        "percent_range",
        lambda o: task_actions.set_percent(o.store, o.task.id, 101),
    ),
    "an extension moves later": (
        "extension_not_later",
        lambda o: task_actions.extend(
            o.store, o.task.id, date(2018, 4, 10), reason="x", paper="", approved_on=None
        ),
    ),
    "an extension has a reason": (
        "extension_without_reason",
        lambda o: task_actions.extend(
            o.store, o.task.id, date(2018, 7, 1), reason=" ", paper="", approved_on=None
        ),
    ),
    "a short name is used once": (
        "unit_repeated",
        lambda o: committee_actions.edit_unit(o.store, replace(o.unit, short_name="TĐ")),
    ),
    "a day stands in the calendar once": (
        "day_off_repeated",
        lambda o: day_off_actions.add(o.store, _day_off(date(2018, 4, 30))),
    ),
}


@pytest.mark.parametrize(("code", "action"), REFUSED.values(), ids=REFUSED)
def test_a_refused_action_changes_nothing(office: Office, code: str, action: Action) -> None:
    before = whole(office.store)

    with pytest.raises(RuleViolation) as refusal:
        action(office)

    assert refusal.value.code == code
    assert whole(office.store) == before


def test_rewording_a_conclusion_keeps_its_tasks(office: Office) -> None:
    conclusion_actions.edit(office.store, replace(office.assigned, text="Viết lại hoàn toàn"))

    assert TASKS.get(office.store.connection, office.task.id).conclusion_id == office.assigned.id


def test_several_units_get_one_child_each_under_one_parent(office: Office) -> None:
    made = ACTIONS[Op.ASSIGN_CONCLUSIONS](office)

    parent, *children = made
    assert [child.parent_id for child in children] == [parent.id, parent.id]
    assert [child.lead_unit_id for child in children] == [office.unit.id, office.other_unit.id]


def test_a_unit_added_later_joins_the_parent_there_is(office: Office) -> None:
    parent = ACTIONS[Op.ASSIGN_CONCLUSIONS](office)[0]
    third = committee_actions.add_unit(
        office.store, Unit(id=UnitId(0), name="Hội CCB", short_name="CCB")
    )

    made = assignment_actions.assign(
        office.store, fan_out((office.conclusion.id,), (third.id,)), TODAY
    )

    assert [task.parent_id for task in made] == [parent.id]


def test_a_code_is_never_given_twice(office: Office) -> None:
    first = task_actions.add(office.store, _new_task(office), TODAY)
    office.store.undo()

    second = task_actions.add(office.store, _new_task(office), TODAY)

    assert second.code != first.code


def test_an_extension_keeps_the_original_date(office: Office) -> None:
    ACTIONS[Op.EXTEND_TASK](office)

    task = TASKS.get(office.store.connection, office.task.id)
    assert (task.original_due, task.due) == (date(2018, 4, 10), date(2018, 6, 1))


def test_text_reaches_the_disk_composed(office: Office) -> None:
    typed = unicodedata.normalize("NFD", "Hội Nông dân Quảng Ninh")
    committee_actions.edit_unit(office.store, replace(office.unit, name=typed))

    assert UNITS.get(office.store.connection, office.unit.id).name == "Hội Nông dân Quảng Ninh"


def test_new_members_are_taken_over_as_invited(office: Office) -> None:
    invited = ATTENDANCES.where(
        office.store.connection,
        "conference_id = ? and person_id is not null",
        (office.conference.id,),
    )

    assert [item.person_id for item in invited] == [office.person.id]


def test_parts_stand_in_the_order_they_were_added(office: Office) -> None:
    conference_actions.add_speech(office.store, replace(office.speech, id=SpeechId(0), position=0))

    assert [item.position for item in SPEECHES.where(office.store.connection)] == [1, 2, 3]
    assert AGENDA_ITEMS.get(office.store.connection, office.item.id).position == 1
    numbers = CONCLUSIONS.where(
        office.store.connection, "conference_id = ?", (office.conference.id,)
    )
    assert [item.number for item in numbers] == [1, 2]
