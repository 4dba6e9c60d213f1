"""Reports: each unit on its own part, with the files that prove it; extensions, twice."""

from datetime import date

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.records import trash
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store.file.tables import PROGRESS_REPORTS, TASKS
from coordapp.store.finding import search_hits
from coordapp.store.queries import (
    attachment_queries,
    health,
    history_queries,
    task_queries,
)
from tests.build import a_task, a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)
DUE = date(2018, 4, 10)


@pytest.fixture
def lead(store):
    set_up(store)
    return committee_actions.add_unit(store, a_unit())


@pytest.fixture
def helper(store, lead):
    return committee_actions.add_unit(store, a_unit(name="Tỉnh Đoàn", short_name="TĐ"))


@pytest.fixture
def stranger(store, lead):
    return committee_actions.add_unit(store, a_unit(name="Hội Cựu chiến binh", short_name="CCB"))


@pytest.fixture
def task(store, lead, helper):
    draft = TaskDraft(
        task=a_task(lead_unit_id=lead.id, due=DUE, percent=20), coordination=((helper.id, ""),)
    )
    return task_actions.add(store, draft, TODAY)


@pytest.fixture
def papers(tmp_path):
    made = tuple(tmp_path / name for name in ("Báo cáo tháng 3.docx", "Ảnh.jpg"))
    for path in made:
        path.write_bytes(path.name.encode())
    return made


def report(unit, **given) -> ReportDraft:
    return ReportDraft(
        **{
            "happened_on": TODAY,
            "unit_id": None if unit is None else unit.id,
            "state": WorkState.IN_PROGRESS,
            **given,
        }
    )


@pytest.mark.parametrize("state", list(WorkState))
def test_a_coordinating_unit_reports_on_its_part_and_moves_nothing(store, task, helper, state):
    task_actions.report_progress(store, task.id, report(helper, state=state, percent=100))

    assert TASKS.get(store.connection, task.id) == task
    assert [one.unit_id for one in task_queries.reports(store.connection, task.id)] == [helper.id]


def test_the_lead_unit_moves_the_task(store, task, lead):
    task_actions.report_progress(
        store, task.id, report(lead, state=WorkState.AWAITING_CONFIRMATION, percent=100)
    )

    moved = TASKS.get(store.connection, task.id)
    assert (moved.work_state, moved.percent) == (WorkState.AWAITING_CONFIRMATION, 100)


def test_what_a_coordinating_unit_reported_done_is_not_the_day_the_task_was(
    store, task, lead, helper
):
    done = WorkState.AWAITING_CONFIRMATION
    task_actions.report_progress(
        store, task.id, report(lead, state=done, happened_on=date(2018, 3, 20))
    )
    task_actions.report_progress(
        store, task.id, report(helper, state=done, happened_on=date(2018, 3, 29))
    )

    task_actions.confirm(store, task.id, TODAY)

    assert TASKS.get(store.connection, task.id).finished_on == date(2018, 3, 20)


def test_a_unit_that_takes_no_part_does_not_report(store, task, stranger):
    with pytest.raises(RuleViolation, match="unit_not_in_task") as refused:
        task_actions.report_progress(store, task.id, report(stranger))

    assert refused.value.params == {"code": task.code, "unit": "Hội Cựu chiến binh"}
    assert task_queries.reports(store.connection, task.id) == []


# --- files


def test_a_report_and_its_files_are_one_step(store, task, lead, papers):
    steps = len(store.undo_steps)

    made = task_actions.report_progress(store, task.id, report(lead, files=papers))

    kept = attachment_queries.of_record(store.connection, Kind.PROGRESS_REPORT, made.id)
    assert [file.name for file in kept] == [path.name for path in papers]
    assert len(store.undo_steps) == steps + 1
    store.undo()
    assert attachment_queries.of_record(store.connection, Kind.PROGRESS_REPORT, made.id) == []
    assert PROGRESS_REPORTS.find(store.connection, made.id) is None


def test_a_file_that_cannot_be_kept_leaves_no_report(store, task, lead, papers, tmp_path):
    with pytest.raises(RuleViolation, match="attachment_missing"):
        task_actions.report_progress(
            store, task.id, report(lead, files=(*papers, tmp_path / "không có.pdf"))
        )

    assert task_queries.reports(store.connection, task.id) == []


def test_the_files_of_a_report_go_and_come_back_with_its_task(store, task, lead, papers):
    made = task_actions.report_progress(store, task.id, report(lead, files=papers))

    task_actions.delete(store, [task.id])
    assert attachment_queries.of_record(store.connection, Kind.PROGRESS_REPORT, made.id) == []
    trash.restore(store, history_queries.of_record(store.connection, Kind.TASK, task.id)[0].op_id)

    kept = attachment_queries.of_record(store.connection, Kind.PROGRESS_REPORT, made.id)
    assert [attachment_queries.content(store.connection, file) for file in kept] == [
        path.read_bytes() for path in papers
    ]
    assert health.findings(store.connection) == []


def test_a_task_is_found_by_the_name_of_a_file_of_its_report(store, task, lead, papers):
    task_actions.report_progress(store, task.id, report(lead, files=papers))

    assert task_queries.ids_by_text(store.connection, "bao cao thang 3") == {task.id}
    (hit,) = search_hits.places(store.connection, "bao cao thang 3")
    assert (hit.opens, hit.code) == (Kind.TASK, task.code)


# --- extensions


def extend(store, task, new_due):
    task_actions.extend(
        store, task.id, new_due, reason="Chờ số liệu", paper="12-CV", approved_on=TODAY
    )


def test_extended_twice_the_first_date_is_kept_and_both_are_told(store, task):
    extend(store, task, date(2018, 5, 2))
    extend(store, task, date(2018, 6, 1))

    after = TASKS.get(store.connection, task.id)
    assert (after.original_due, after.due) == (DUE, date(2018, 6, 1))
    assert [
        (one.old_due, one.new_due) for one in task_queries.extensions(store.connection, task.id)
    ] == [
        (date(2018, 5, 2), date(2018, 6, 1)),
        (DUE, date(2018, 5, 2)),
    ]


def test_undoing_the_second_extension_leaves_the_first(store, task):
    extend(store, task, date(2018, 5, 2))
    extend(store, task, date(2018, 6, 1))

    store.undo()

    after = TASKS.get(store.connection, task.id)
    assert (after.original_due, after.due) == (DUE, date(2018, 5, 2))
    assert len(task_queries.extensions(store.connection, task.id)) == 1
