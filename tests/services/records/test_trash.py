"""The trash: what was deleted comes back whole, as one step, or not at all."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.history import HistoryQuery
from coordapp.domain.kernel.ids import ConclusionId, DayOffId
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.messages import sentence
from coordapp.services.committee import committee_actions, day_off_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.services.records import attachment_actions, trash
from coordapp.services.tasks import period_actions, task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store import Store
from coordapp.store.file import log
from coordapp.store.file.tables import ALL, CONFERENCES, TASKS
from coordapp.store.queries import conference_queries, history_queries
from tests import contents
from tests.build import a_conclusion, a_conference, a_task, a_unit, fan_out, sign
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(opened)
    for name in ("HND", "TĐ"):
        committee_actions.add_unit(opened, a_unit(name=name, short_name=name))
    yield opened
    opened.close()


@pytest.fixture
def conference(store):
    return conference_actions.add(store, a_conference(code="", state=ConferenceState.HELD), TODAY)


@pytest.fixture
def conclusion(store, conference):
    empty = a_conclusion(conference_id=conference.id, number=0, kind=ConclusionKind.ASSIGN)
    return conclusion_actions.add(store, empty)


@pytest.fixture
def parent(store, conclusion, tmp_path):
    """Give a parent with two children, one with a report, an extension, a part and a file."""
    ids = tuple(unit.id for unit in ALL[Kind.UNIT].where(store.connection))
    changes = fan_out((conclusion.id,), ids, due=date(2018, 4, 10))
    made, child, other = assignment_actions.assign(store, changes, TODAY)
    document_actions.release_early(store, (child.id, other.id), "giao tại hội nghị", TODAY)
    draft = ReportDraft(
        happened_on=TODAY, unit_id=ids[0], state=WorkState.IN_PROGRESS, result="Đã họp"
    )
    task_actions.report_progress(store, child.id, draft)
    task_actions.extend(
        store, child.id, date(2018, 6, 1), reason="Chờ số liệu", paper="12-CV", approved_on=TODAY
    )
    seen = TASKS.get(store.connection, child.id)
    edited = TaskDraft(task=replace(seen, note="x"), coordination=((ids[1], "cử người"),))
    task_actions.edit(store, edited, TODAY, seen=seen)
    paper = tmp_path / "Báo cáo.docx"
    paper.write_bytes(b"PK")
    attachment_actions.add(store, Kind.TASK, child.id, paper)
    return made


def whole(store):
    held = store.connection.execute("select * from attachment_content order by 1").fetchall()
    return contents.whole(store) | {"attachment_content": held}


def last_deletion(store):
    return history_queries.find(store.connection, HistoryQuery(gone=True), 1)[0].op_id


def refusal(store, op_id):
    before = whole(store)
    with pytest.raises(RuleViolation) as refused:
        trash.restore(store, op_id)
    assert whole(store) == before
    assert sentence(refused.value)
    return refused.value.code


def test_a_parent_comes_back_with_all_that_hung_on_it(store, parent):
    before = whole(store)
    task_actions.delete(store, [parent.id])
    gone = whole(store)

    count = trash.restore(store, last_deletion(store))

    assert gone != before
    assert whole(store) == before
    assert sum(count.values()) == 11  # the line of the parent that followed its child too
    assert count[Kind.TASK] == 3
    assert log.first_broken(store.connection) is None


def test_restoring_is_one_step_that_is_undone_and_done_again(store, parent):
    before = whole(store)
    task_actions.delete(store, [parent.id])
    gone = whole(store)
    trash.restore(store, last_deletion(store))

    undone = store.undo()
    after_undo = whole(store)
    in_trash = history_queries.count_gone(store.connection)
    store.redo()

    assert undone is Op.RESTORE
    assert after_undo == gone
    assert in_trash == 1
    assert whole(store) == before


def test_an_undone_restoring_can_be_restored(store, parent):
    before = whole(store)
    task_actions.delete(store, [parent.id])
    trash.restore(store, last_deletion(store))
    store.undo()

    trash.restore(store, last_deletion(store))

    assert whole(store) == before


def test_it_works_in_a_later_session(store, parent, tmp_path):
    before = whole(store)
    task_actions.delete(store, [parent.id])
    again = Store.open(store.path)

    trash.restore(again, last_deletion(again))

    assert whole(store) == before
    again.close()


def test_restoring_twice_is_refused(store, parent):
    task_actions.delete(store, [parent.id])
    deletion = last_deletion(store)
    trash.restore(store, deletion)

    assert refusal(store, deletion) == "restored_already"


def test_an_action_that_removed_nothing_is_refused(store, parent):
    assert refusal(store, 1) == "restored_already"


def test_a_deletion_before_the_last_one_is_refused(store, parent):
    task_actions.delete(store, [parent.id])
    first = last_deletion(store)
    trash.restore(store, first)
    task_actions.delete(store, [parent.id])

    assert refusal(store, first) == "restored_already"


def test_a_code_used_again_is_refused(store):
    task = task_actions.add(store, TaskDraft(task=a_task()), TODAY)
    task_actions.delete(store, [task.id])
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(code=task.code, title="Khác"))

    assert refusal(store, last_deletion(store)) == "restore_taken"


def test_a_day_off_entered_again_is_refused(store):
    day = DayOff(
        id=DayOffId(0), day=date(2018, 7, 2), kind=DayOffKind.OFF, source="", confirmed=True
    )
    made = day_off_actions.add(store, day)
    day_off_actions.delete(store, made.id)
    day_off_actions.add(store, day)

    assert refusal(store, last_deletion(store)) == "restore_taken"


def test_a_child_waits_for_its_parent(store, parent):
    child = TASKS.where(store.connection, "parent_id = ?", (parent.id,))[0]
    task_actions.delete(store, [child.id])
    first = last_deletion(store)
    task_actions.delete(store, [parent.id])

    assert refusal(store, first) == "restore_without_owner"


def test_a_task_waits_for_its_conclusion(store, parent, conclusion):
    task_actions.delete(store, [parent.id])
    first = last_deletion(store)
    conclusion_actions.delete(store, conclusion.id)

    assert refusal(store, first) == "restore_without_owner"


def test_a_file_waits_for_its_record(store, parent):
    (kept,) = ALL[Kind.ATTACHMENT].where(store.connection)
    attachment_actions.delete(store, kept.id)
    first = last_deletion(store)
    task_actions.delete(store, [parent.id])

    assert refusal(store, first) == "restore_without_owner"


def test_a_conference_comes_back_with_its_parts(store, conference, conclusion):
    before = whole(store)
    conference_actions.delete(store, conference.id)

    trash.restore(store, last_deletion(store))

    assert whole(store) == before


def test_nothing_comes_back_into_signed_minutes(store, conference, conclusion):
    conclusion_actions.delete(store, conclusion.id)
    sign(store, conference)

    assert refusal(store, last_deletion(store)) == "signed_is_locked"


def test_a_conclusion_comes_back_at_its_number_and_the_one_there_moves_on(
    store, conference, conclusion
):
    conclusion_actions.delete(store, conclusion.id)
    other = conclusion_actions.add(store, replace(conclusion, id=ConclusionId(0)))

    trash.restore(store, last_deletion(store))

    held = conference_queries.conclusions_of(store.connection, conference.id)
    assert [(item.id, item.number) for item in held] == [(conclusion.id, 1), (other.id, 2)]


def test_a_period_made_again_is_refused(store):
    periodic = a_task(
        deadline_kind=DeadlineKind.PERIODIC,
        deadline_wording="hằng tháng",
        assigned_on=date(2018, 1, 5),
    )
    task = task_actions.add(store, TaskDraft(task=periodic), TODAY)
    made = period_actions.open_periods(store, task.id, TODAY)
    task_actions.delete(store, [made[0].id])
    period_actions.open_periods(store, task.id, TODAY)

    assert refusal(store, last_deletion(store)) == "restore_period_made"


def test_a_record_of_an_earlier_version_takes_the_new_columns_as_they_are_by_default(store):
    row = ALL[Kind.TASK].to_row(a_task(id=99, code="NV-CU"))
    del row["note"]
    _log_removal(store, 99, row)

    trash.restore(store, last_deletion(store))

    assert TASKS.get(store.connection, 99) == a_task(id=99, code="NV-CU")


def test_a_record_that_lacks_what_it_needs_is_refused(store):
    _log_removal(store, 99, {"id": 99, "code": "NV-CU"})

    assert refusal(store, last_deletion(store)) == "restore_too_old"


def test_a_deleted_conference_is_named_in_the_trash(store, conference):
    conference_actions.delete(store, conference.id)

    entry = history_queries.find(store.connection, HistoryQuery(gone=True), 1)[0]

    assert entry.title == f"{conference.code} {conference.title}"
    assert CONFERENCES.find(store.connection, conference.id) is None


def _log_removal(store, record_id, row):
    """Write into the log what an earlier version would have written."""
    with store.write(Op.DELETE_TASKS) as work:
        work._log(TASKS, record_id, row, None)
