"""Whatever way a deadline is moved later, the register of extensions has its line."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground, Task
from coordapp.services.tasks import bulk_actions, task_actions
from coordapp.services.tasks.bulk_actions import BulkChange, BulkField
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries
from tests.build import a_task

TODAY, DUE, LATER = date(2018, 3, 31), date(2018, 4, 5), date(2018, 6, 30)
MOVE = DeadlineMove(ground=Ground.EXTENSION, reason="chờ kinh phí", paper="12-CV/BCĐ")
Way = Callable[[Store, Task, date | None, DeadlineMove | None], object]


def cell(store, task, due, move):
    task_actions.set_due(store, task.id, due, move=move)


def form(store, task, due, move):
    task_actions.edit(store, TaskDraft(task=replace(task, due=due)), TODAY, move=move)


def many(store, task, due, move):
    changes = [BulkChange(field=BulkField.DUE, value=due)]
    bulk_actions.change(store, [task.id], changes, TODAY, move=move)


WAYS: dict[str, Way] = {"cell": cell, "form": form, "many": many}


@pytest.fixture
def task(store) -> Task:
    return task_actions.add(store, TaskDraft(task=a_task(code="", due=DUE)), TODAY)


@pytest.mark.parametrize("due", [LATER, None])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_deadline_moved_later_without_a_ground_is_refused(store, task, way, due) -> None:
    with pytest.raises(RuleViolation, match=r"deadline_without_ground|many_refused"):
        way(store, task, due, None)

    assert TASKS.get(store.connection, task.id) == task
    assert task_queries.extensions(store.connection, task.id) == []


@pytest.mark.parametrize("due", [LATER, None])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_deadline_moved_later_has_its_line_and_one_undo_takes_both_back(
    store, task, way, due
) -> None:
    way(store, task, due, MOVE)

    (line,) = task_queries.extensions(store.connection, task.id)
    assert (line.old_due, line.new_due, line.reason, line.paper) == (
        DUE, due, "chờ kinh phí", "12-CV/BCĐ",
    )  # fmt: skip
    store.undo()
    assert TASKS.get(store.connection, task.id) == task
    assert task_queries.extensions(store.connection, task.id) == []


def test_a_deadline_written_wrongly_is_no_extension(store, task) -> None:
    cell(store, task, LATER, DeadlineMove(ground=Ground.CORRECTION, reason="ghi nhầm tháng"))

    (line,) = task_queries.extensions(store.connection, task.id)
    assert line.ground is Ground.CORRECTION
    assert TASKS.get(store.connection, task.id).original_due == LATER
