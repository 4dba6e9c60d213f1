"""A task is put below another, or tied to what gave it, by hand."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground, Origin, Task
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, TASKS, UNITS
from coordapp.store.queries import task_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit

TODAY, DUE, LATER = date(2018, 3, 1), date(2018, 3, 31), date(2018, 4, 30)
MOVE = DeadlineMove(ground=Ground.EXTENSION, reason="chờ kinh phí", paper="12-CV/BCĐ")


@pytest.fixture
def unit(store, fill):
    return fill(store, UNITS, a_unit())


@pytest.fixture
def fill():
    from coordapp.domain.kernel.changes import Op

    def add(store, table, record):
        with store.write(Op.WRITE_SAMPLE) as work:
            return work.add(table, record)

    return add


def added(store, **given) -> Task:
    return task_actions.add(store, TaskDraft(task=a_task(code="", **given)), TODAY)


def put_below(store, task: Task, parent: Task) -> Task:
    task_actions.edit(store, TaskDraft(task=replace(task, parent_id=parent.id)), TODAY)
    return TASKS.get(store.connection, task.id)


def test_a_task_is_put_below_another_and_taken_back_by_one_undo(store, unit) -> None:
    parent = added(store, due=DUE, lead_unit_id=unit.id)
    task = added(store, due=DUE)

    assert put_below(store, task, parent).parent_id == parent.id
    store.undo()
    assert TASKS.get(store.connection, task.id).parent_id is None


def test_a_parent_with_work_of_its_own_bounds_its_children(store, unit) -> None:
    parent = added(store, due=DUE, lead_unit_id=unit.id)
    child = put_below(store, added(store, due=DUE), parent)

    with pytest.raises(RuleViolation, match="child_after_parent"):
        put_below(store, added(store, due=LATER), parent)
    with pytest.raises(RuleViolation, match="child_after_parent"):
        task_actions.set_due(store, child.id, LATER, move=MOVE)
    with pytest.raises(RuleViolation, match="parent_before_child"):
        task_actions.set_due(store, parent.id, date(2018, 3, 15))
    assert TASKS.get(store.connection, child.id).due == DUE


def test_a_parent_that_only_gathers_follows_its_latest_child_with_a_line(store) -> None:
    parent = added(store, due=DUE)
    child = put_below(store, added(store, due=DUE), parent)

    task_actions.extend(store, child.id, LATER, reason="mưa bão", paper="15-CV", approved_on=TODAY)

    lines = task_queries.extensions(store.connection, parent.id)
    assert TASKS.get(store.connection, parent.id).due == LATER
    assert [(line.old_due, line.new_due, line.reason) for line in lines] == [
        (DUE, LATER, "mưa bão")
    ]
    store.undo()
    assert TASKS.get(store.connection, parent.id).due == DUE


def test_a_second_level_is_refused_from_both_sides(store) -> None:
    top, middle, low = (added(store) for _ in range(3))
    put_below(store, middle, top)

    with pytest.raises(RuleViolation, match="parent_is_child"):
        put_below(store, low, middle)
    with pytest.raises(RuleViolation, match="parent_has_children"):
        put_below(store, top, low)


def test_a_task_typed_by_hand_is_tied_to_a_conclusion(store, fill) -> None:
    fill(store, CONFERENCES, a_conference())
    gives = fill(store, CONCLUSIONS, a_conclusion())
    gives_none = fill(store, CONCLUSIONS, a_conclusion(number=2, no_task_reason="chỉ đánh giá"))

    task = added(store, origin=Origin.CONCLUSION, conclusion_id=gives.id, quoted="Giao các đơn vị")

    assert TASKS.get(store.connection, task.id).quoted == "Giao các đơn vị"
    with pytest.raises(RuleViolation, match="conclusion_says_no_task"):
        added(store, origin=Origin.CONCLUSION, conclusion_id=gives_none.id)
