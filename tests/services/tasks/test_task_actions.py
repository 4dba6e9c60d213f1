"""A task is added, edited, handed on and deleted by the rules, each as one step of undo."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground, WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries
from tests.build import a_task, a_unit

TODAY = date(2018, 3, 31)
LATER = date(2018, 6, 30)
EXTENDED = DeadlineMove(ground=Ground.EXTENSION, reason="chờ kinh phí")


@pytest.fixture
def units(store):
    return [
        committee_actions.add_unit(store, a_unit(name=name, short_name=name)).id
        for name in ("HND", "TĐ", "CCB")
    ]


def a_draft(**given) -> TaskDraft:
    coordination = given.pop("coordination", ())
    secrecy = given.pop("secrecy", Secrecy.ORDINARY)
    task = a_task(**({"code": "", "assigned_on": None} | given))
    return TaskDraft(task=task, coordination=coordination, secrecy=secrecy)


@pytest.fixture
def task(store, units):
    draft = a_draft(due=date(2018, 4, 30), lead_unit_id=units[0], coordination=((units[1], "x"),))
    return task_actions.add(store, draft, TODAY)


def now(store, task):
    return TASKS.get(store.connection, task.id)


def parts(store, task):
    return {
        part.unit_id: part.part for part in task_queries.coordinations(store.connection, task.id)
    }


def refusal(action) -> str:
    with pytest.raises(RuleViolation) as refused:
        action()
    return refused.value.code


# --- adding


def test_a_new_task_has_the_next_code_of_the_year_it_was_given_in(store):
    codes = [
        task_actions.add(store, a_draft(assigned_on=day), TODAY).code
        for day in (None, date(2017, 12, 1), None)
    ]

    assert codes == ["NV-2018-001", "NV-2017-001", "NV-2018-002"]


def test_a_new_task_counts_from_today_and_from_its_first_date(store, task, units):
    assert (task.assigned_on, task.original_due) == (TODAY, date(2018, 4, 30))
    assert task.deadline_kind is DeadlineKind.DATE
    assert parts(store, task) == {units[1]: "x"}


def test_a_task_that_is_done_already_is_done_today(store):
    done = task_actions.add(store, a_draft(work_state=WorkState.DONE), TODAY)

    assert done.finished_on == TODAY


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title": "  "}, "title_missing"),
        ({"percent": 101}, "percent_range"),
        ({"secrecy": Secrecy.ABSOLUTE}, "secret_refused"),
    ],
)
def test_a_task_that_breaks_a_rule_is_not_registered(store, given, code):
    assert refusal(lambda: task_actions.add(store, a_draft(**given), TODAY)) == code
    assert TASKS.where(store.connection) == []


# --- editing


def edit(store, task, *, seen=None, move=None, coordination=(), **changes):
    draft = TaskDraft(task=replace(task, **changes), coordination=coordination)
    task_actions.edit(store, draft, TODAY, seen=seen, move=move)


def test_an_edit_saves_the_fields_and_keeps_the_original_date(store, task):
    edit(store, task, title="Rà soát lại", due=LATER, move=EXTENDED)

    after = now(store, task)
    assert (after.title, after.due, after.original_due) == (
        "Rà soát lại", LATER, date(2018, 4, 30),
    )  # fmt: skip


def test_an_edit_that_takes_the_date_away_leaves_no_deadline(store, task):
    edit(store, task, due=None, move=EXTENDED)

    assert now(store, task).deadline_kind is DeadlineKind.NONE


def test_an_edit_puts_the_units_that_take_part_as_they_were_typed(store, task, units):
    edit(store, task, coordination=((units[1], "y"), (units[2], "")))
    both = parts(store, task)
    edit(store, task)

    assert (both, parts(store, task)) == ({units[1]: "y", units[2]: ""}, {})


def test_an_edit_of_a_closed_task_leaves_its_date(store, task):
    task_actions.set_work_state(store, task.id, WorkState.DONE, TODAY)
    done = now(store, task)

    assert refusal(lambda: edit(store, done, due=LATER)) == "task_closed"
    assert now(store, task) == done


def test_an_edit_over_what_somebody_else_changed_is_refused(store, task):
    task_actions.set_percent(store, task.id, 50)

    assert refusal(lambda: edit(store, task, seen=task, title="Khác")) == "changed_meanwhile"


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"title": ""}, "title_missing"), ({"percent": -1}, "percent_range")],
)
def test_an_edit_that_breaks_a_rule_is_not_saved(store, task, changes, code):
    assert refusal(lambda: edit(store, task, **changes)) == code


def test_an_edit_is_one_step_of_undo(store, task, units):
    edit(store, task, title="Khác", coordination=((units[2], ""),))

    store.undo()

    assert now(store, task) == task
    assert parts(store, task) == {units[1]: "x"}


# --- one field in its cell


def test_a_date_is_moved_and_taken_away(store, task):
    task_actions.set_due(store, task.id, LATER, move=EXTENDED)
    moved = now(store, task)
    task_actions.set_due(store, task.id, None, move=EXTENDED)

    assert (moved.due, now(store, task).due) == (LATER, None)


def test_a_closed_task_keeps_its_date(store, task):
    task_actions.set_work_state(store, task.id, WorkState.CANCELLED, TODAY)

    assert refusal(lambda: task_actions.set_due(store, task.id, LATER)) == "task_closed"


def test_the_unit_that_leads_from_now_on_coordinates_no_longer(store, task, units):
    task_actions.set_lead_unit(store, task.id, units[1])

    assert (now(store, task).lead_unit_id, parts(store, task)) == (units[1], {})


def test_nobody_may_lead_a_task(store, task, units):
    task_actions.set_lead_unit(store, task.id, None)

    assert (now(store, task).lead_unit_id, parts(store, task)) == (None, {units[1]: "x"})


def test_a_share_is_set_and_taken_back(store, task):
    task_actions.set_percent(store, task.id, 60)
    task_actions.set_percent(store, task.id, None)

    assert now(store, task).percent is None
    assert refusal(lambda: task_actions.set_percent(store, task.id, 101)) == "percent_range"


# --- extending


def extend(store, task, day, *, reason="Mưa lũ"):
    task_actions.extend(store, task.id, day, reason=reason, paper="CV 12", approved_on=TODAY)


def test_an_extension_keeps_the_date_it_moves(store, task):
    extend(store, task, LATER)

    (extension,) = task_queries.extensions(store.connection, task.id)
    assert (extension.old_due, extension.new_due) == (date(2018, 4, 30), LATER)
    assert now(store, task).original_due == date(2018, 4, 30)


def test_a_task_without_a_date_is_extended_to_its_first(store):
    open_ended = task_actions.add(store, a_draft(), TODAY)

    extend(store, open_ended, LATER)

    assert now(store, open_ended).due == LATER


@pytest.mark.parametrize(
    ("day", "reason", "code"),
    [
        (date(2018, 4, 30), "Mưa lũ", "extension_not_later"),
        (date(2018, 4, 1), "Mưa lũ", "extension_not_later"),
        (LATER, "  ", "extension_without_reason"),
    ],
)
def test_an_extension_is_later_and_has_a_reason(store, task, day, reason, code):
    assert refusal(lambda: extend(store, task, day, reason=reason)) == code
    assert task_queries.extensions(store.connection, task.id) == []


# --- deleting


def test_a_task_goes_with_all_that_hangs_on_it_and_comes_back_whole(store, task, units):
    child = task_actions.add(store, a_draft(parent_id=task.id, lead_unit_id=units[0]), TODAY)
    extend(store, task, LATER)
    draft = ReportDraft(happened_on=TODAY, unit_id=units[0], state=WorkState.IN_PROGRESS)
    task_actions.report_progress(store, child.id, draft)
    before = [now(store, one) for one in (task, child)]

    count = task_actions.delete(store, [task.id])

    assert (count, TASKS.where(store.connection)) == (2, [])
    store.undo()
    assert [now(store, one) for one in (task, child)] == before


def test_a_task_deleted_meanwhile_is_no_fault(store, task):
    task_actions.delete(store, [task.id])

    assert task_actions.delete(store, [task.id]) == 0
