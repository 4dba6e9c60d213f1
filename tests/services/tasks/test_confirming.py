"""A unit reports, the secretary confirms or returns; the states allow only sensible moves."""

from datetime import date, timedelta

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import MOVES, Task, WorkState, ensure_move
from coordapp.domain.words.messages import sentence
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft
from coordapp.store import Store
from coordapp.store.file.tables import TASKS, UNITS
from coordapp.store.queries import task_queries
from tests.build import a_task, a_unit

TODAY = date(2018, 3, 31)
AWAITING = WorkState.AWAITING_CONFIRMATION


@pytest.fixture
def task(store: Store) -> Task:
    with store.write(Op.WRITE_SAMPLE) as work:
        unit = work.add(UNITS, a_unit())
        return work.add(TASKS, a_task(lead_unit_id=unit.id, due=TODAY - timedelta(5)))


def reported(store: Store, task: Task, state: WorkState, day: date) -> None:
    draft = ReportDraft(happened_on=day, unit_id=task.lead_unit_id, state=state, result="Đã xong")
    task_actions.report_progress(store, task.id, draft)


def now(store: Store, task: Task) -> Task:
    return TASKS.get(store.connection, task.id)


def test_a_task_finished_in_time_stays_in_time_however_late_it_is_confirmed(
    store: Store, task: Task
) -> None:
    reported(store, task, AWAITING, TODAY - timedelta(6))
    task_actions.confirm(store, task.id, TODAY)
    row = task_queries.get_row(store.connection, task.id, TODAY)
    assert row is not None
    assert (row.task.finished_on, row.deadline.value) == (TODAY - timedelta(6), "on_time")


def test_a_task_nobody_reported_counts_from_the_day_it_is_confirmed(
    store: Store, task: Task
) -> None:
    task_actions.set_work_state(store, task.id, AWAITING, TODAY)
    task_actions.confirm(store, task.id, TODAY)
    assert now(store, task).finished_on == TODAY


def test_returning_says_why_and_opens_the_task_again(store: Store, task: Task) -> None:
    reported(store, task, AWAITING, TODAY)
    task_actions.return_task(store, task.id, TODAY, reason="Thiếu số liệu quý I")
    assert now(store, task).work_state is WorkState.IN_PROGRESS
    assert (
        task_queries.reports(store.connection, task.id)[0].result == "Trả lại: Thiếu số liệu quý I"
    )


@pytest.mark.parametrize("act", [task_actions.confirm, task_actions.return_task])
def test_only_what_waits_is_confirmed_or_returned(store: Store, task: Task, act) -> None:
    more = {"reason": "x"} if act is task_actions.return_task else {}
    with pytest.raises(RuleViolation, match="nothing_to_confirm"):
        act(store, task.id, TODAY, **more)


def test_returning_without_a_reason_is_refused(store: Store, task: Task) -> None:
    reported(store, task, AWAITING, TODAY)
    with pytest.raises(RuleViolation, match="return_without_reason"):
        task_actions.return_task(store, task.id, TODAY, reason="  ")
    assert now(store, task).work_state is AWAITING


def test_every_state_has_its_moves_and_none_goes_to_itself() -> None:
    assert set(MOVES) == set(WorkState)
    assert all(state not in targets for state, targets in MOVES.items())


def test_every_state_can_be_reached_and_left() -> None:
    assert set().union(*MOVES.values()) == set(WorkState)
    assert all(MOVES.values())


def test_staying_in_a_state_is_always_allowed() -> None:
    for state in WorkState:
        ensure_move(a_task(work_state=state), state)


def test_a_refused_move_names_both_states_and_changes_nothing(store: Store, task: Task) -> None:
    task_actions.set_work_state(store, task.id, WorkState.DONE, TODAY)
    before = now(store, task)
    with pytest.raises(RuleViolation) as refused:
        task_actions.set_work_state(store, task.id, WorkState.ON_HOLD, TODAY)
    assert "“Đã hoàn thành”" in sentence(refused.value)
    assert "“Tạm hoãn”" in sentence(refused.value)
    assert now(store, task) == before
