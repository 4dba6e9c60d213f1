"""The change log as a person reads it: actions newest first, in words, filtered and searched."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.history import HistoryQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import bulk_actions, task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import history_queries
from tests.build import MISTYPED, a_conference, a_task, a_unit
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
ALL_OF_IT = HistoryQuery()


@pytest.fixture
def clock():
    return {"now": datetime(2018, 3, 29, 8, 0)}


@pytest.fixture
def store(tmp_path, clock):
    opened = new_store(tmp_path / "so.db", now=lambda: clock["now"])
    set_up(opened)
    yield opened
    opened.close()


@pytest.fixture
def unit(store):
    return committee_actions.add_unit(store, a_unit(name="Hội Nông dân tỉnh", short_name="HND"))


@pytest.fixture
def task(store, unit):
    return task_actions.add(store, TaskDraft(task=a_task(lead_unit_id=unit.id)), TODAY)


def found(store, **given):
    return [
        entry.op for entry in history_queries.find(store.connection, HistoryQuery(**given), 100)
    ]


def test_the_newest_action_comes_first_with_its_record_and_person(store, task):
    newest = history_queries.find(store.connection, ALL_OF_IT, 100)[0]

    assert (newest.op, newest.kind, newest.record_id) == (Op.ADD_TASK, Kind.TASK, task.id)
    assert newest.title == f"{task.code} Rà soát các hộ đăng ký vay vốn"
    assert newest.at == datetime(2018, 3, 29, 8, 0)


def test_a_record_is_named_as_it_was_then(store, task):
    task_actions.edit(store, TaskDraft(task=replace(task, title="Tên mới")), TODAY, seen=task)

    new, old = history_queries.find(store.connection, ALL_OF_IT, 2)

    assert new.title.endswith("Tên mới")
    assert old.title.endswith("Rà soát các hộ đăng ký vay vốn")


def test_reading_goes_on_after_the_last_action_read(store, task):
    for percent in range(10):
        task_actions.set_percent(store, task.id, percent)
    whole = history_queries.find(store.connection, ALL_OF_IT, 100)

    first = history_queries.find(store.connection, ALL_OF_IT, 4)
    rest = history_queries.find(store.connection, ALL_OF_IT, 100, before=first[-1].op_id)

    assert first + rest == whole


def test_a_change_is_told_field_by_field_in_words(store, task):
    task_actions.set_work_state(store, task.id, WorkState.DONE, TODAY)

    newest = history_queries.find(store.connection, ALL_OF_IT, 1)[0]
    (change,) = history_queries.details(store.connection, newest.op_id, 10)

    said = [(field.name, field.before, field.after) for field in change.fields]
    assert ("Trạng thái", "Đang thực hiện", "Đã hoàn thành") in said
    assert ("Ngày hoàn thành", "", "31/03/2018") in said
    assert len(said) == 2


def test_another_record_is_told_by_its_name(store, task, unit):
    other = committee_actions.add_unit(store, a_unit(name="Tỉnh Đoàn", short_name="TĐ"))
    task_actions.set_lead_unit(store, task.id, other.id)

    newest = history_queries.of_record(store.connection, Kind.TASK, task.id)[0]

    assert [(f.name, f.before, f.after) for f in newest.fields] == [("Đơn vị chủ trì", "HND", "TĐ")]


def test_the_history_of_a_record_is_its_own(store, task):
    (other,) = bulk_actions.duplicate(store, [task.id], TODAY)
    task_actions.set_percent(store, task.id, 40)

    told = history_queries.of_record(store.connection, Kind.TASK, task.id)

    assert [change.op for change in told] == [Op.SET_PERCENT, Op.ADD_TASK]
    assert [change.is_new for change in told] == [False, True]
    assert len(history_queries.of_record(store.connection, Kind.TASK, other.id)) == 1


def test_the_parent_speaks_for_the_children_deleted_with_it(store, task):
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, replace(task, id=0, code="NV-CON", parent_id=task.id))
    task_actions.delete(store, [task.id])

    newest = history_queries.find(store.connection, ALL_OF_IT, 1)[0]

    assert (newest.title.split()[0], newest.others) == (task.code, 1)


@pytest.mark.parametrize(
    ("given", "ops"),
    [
        pytest.param({"kind": Kind.UNIT}, [Op.ADD_UNIT], id="kind"),
        pytest.param({"op": Op.SET_DUE}, [Op.SET_DUE], id="action"),
        pytest.param({"who": "nobody"}, [], id="person"),
        pytest.param({"since": date(2018, 3, 30)}, [Op.SET_DUE], id="from"),
        pytest.param({"until": date(2018, 3, 28)}, [], id="to"),
        pytest.param(
            {"since": date(2018, 3, 30), "until": date(2018, 3, 30)}, [Op.SET_DUE], id="that day"
        ),
        pytest.param({"text": "ra soat ho"}, [Op.SET_DUE, Op.ADD_TASK], id="without tone marks"),
        pytest.param({"text": "RÀ SOÁT"}, [Op.SET_DUE, Op.ADD_TASK], id="in capitals"),
        pytest.param({"text": "NV-2018-001"}, [Op.SET_DUE, Op.ADD_TASK], id="code"),
        pytest.param({"text": "oat"}, [], id="only the start of a word"),
        pytest.param({"text": "lead_unit_id"}, [], id="names of columns are not searched"),
        pytest.param({"text": "ra soat", "op": Op.SET_DUE}, [Op.SET_DUE], id="both"),
        pytest.param({"text": "?!", "op": Op.SET_DUE}, [Op.SET_DUE], id="marks are no words"),
    ],
)
def test_the_history_is_filtered(store, clock, task, given, ops):
    clock["now"] = datetime(2018, 3, 30, 23, 59)
    task_actions.set_due(store, task.id, date(2018, 5, 1), move=MISTYPED)

    assert found(store, **given) == ops


def test_what_a_record_once_said_is_found(store, task):
    task_actions.edit(store, TaskDraft(task=replace(task, title="Khác hẳn")), TODAY, seen=task)

    assert Op.ADD_TASK in found(store, text="vay von")


def test_a_word_after_a_line_break_is_found(store, unit):
    task_actions.add(store, TaskDraft(task=a_task(note="Dòng một\nnghiệm thu")), TODAY)

    assert found(store, text="nghiem thu") == [Op.ADD_TASK]


def test_what_belongs_to_a_record_is_found_with_it(store, task, unit):
    draft = ReportDraft(happened_on=TODAY, unit_id=unit.id, state=WorkState.IN_PROGRESS)
    task_actions.report_progress(store, task.id, draft)
    reported = history_queries.find(store.connection, HistoryQuery(kind=Kind.PROGRESS_REPORT), 1)[0]

    assert Op.REPORT_PROGRESS in found(store, text=task.code, kind=Kind.PROGRESS_REPORT)
    told = history_queries.of_record(store.connection, Kind.PROGRESS_REPORT, 1)
    assert told[0].title == f"HND · {task.code}"
    assert reported.op is Op.REPORT_PROGRESS


def test_the_trash_holds_what_is_still_gone(store, task):
    task_actions.delete(store, [task.id])
    deleted = history_queries.find(store.connection, HistoryQuery(gone=True), 10)
    counted = history_queries.count_gone(store.connection)
    store.undo()

    assert [entry.op for entry in deleted] == [Op.DELETE_TASKS]
    assert counted == 1
    assert history_queries.count_gone(store.connection) == 0
    assert not history_queries.is_gone(store.connection, deleted[0].op_id)


def test_a_unit_left_out_of_a_task_is_not_in_the_trash(store, task, unit):
    seen = TASKS.get(store.connection, task.id)
    task_actions.edit(
        store, TaskDraft(task=seen, coordination=((unit.id, "cử người"),)), TODAY, seen=seen
    )
    task_actions.edit(store, TaskDraft(task=seen), TODAY, seen=seen)

    assert history_queries.count_gone(store.connection) == 0


def test_the_place_of_a_record_is_the_task_or_conference_it_belongs_to(store, task, unit):
    conference = conference_actions.add(store, a_conference(code=""), TODAY)
    draft = ReportDraft(happened_on=TODAY, unit_id=unit.id, state=WorkState.IN_PROGRESS)
    task_actions.report_progress(store, task.id, draft)

    def place(kind, record_id):
        return history_queries.place(store.connection, kind, record_id)

    assert place(Kind.PROGRESS_REPORT, 1) == (Kind.TASK, task.code)
    assert place(Kind.CONFERENCE, conference.id) == (Kind.CONFERENCE, conference.code)
    assert place(Kind.UNIT, unit.id) is None
    task_actions.delete(store, [task.id])
    assert place(Kind.PROGRESS_REPORT, 1) is None


def test_actions_and_people_are_offered_as_they_occur(store, task):
    assert history_queries.ops(store.connection) == {Op.SET_UP, Op.ADD_UNIT, Op.ADD_TASK}
    assert len(history_queries.people(store.connection)) == 1


def test_a_page_is_read_along_the_index_without_sorting(store):
    plan = store.connection.execute(
        "explain query plan select distinct log.op_id from change_log log where log.op_id < 9 "
        "order by log.op_id desc limit 40"
    ).fetchall()

    assert "change_log_op" in plan[0][3]
    assert not any("TEMP B-TREE" in step[3] for step in plan)
