"""A parent shows its children: how many are done, the latest date, the worst state."""

from datetime import date

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import DeadlineState, WorkState
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries
from tests.build import a_task

TODAY = date(2018, 3, 31)


def rows(store: Store) -> dict[str, TaskRow]:
    return {row.task.code: row for row in task_queries.find(store.connection, TaskQuery(), TODAY)}


@pytest.fixture
def family(store: Store) -> Store:
    with store.write(Op.WRITE_SAMPLE) as work:
        parent = work.add(TASKS, a_task(code="NV-2018-001"))
        for number, (due, state) in enumerate(
            (
                (date(2018, 3, 30), WorkState.IN_PROGRESS),
                (date(2018, 5, 31), WorkState.NOT_STARTED),
                (date(2018, 3, 1), WorkState.DONE),
                (None, WorkState.IN_PROGRESS),
            ),
            start=2,
        ):
            done_on = date(2018, 3, 1) if state is WorkState.DONE else None
            child = a_task(
                code=f"NV-2018-{number:03d}", due=due, work_state=state, finished_on=done_on,
                parent_id=parent.id,
            )  # fmt: skip
            work.add(TASKS, child)
    return store


def test_it_counts_done_and_all_and_names_the_latest_date(family: Store) -> None:
    parent = rows(family)["NV-2018-001"]
    assert (parent.children, parent.children_done) == (4, 1)
    assert parent.shown_due == parent.latest_due == date(2018, 5, 31)


def test_one_late_child_makes_it_late(family: Store) -> None:
    assert rows(family)["NV-2018-001"].deadline is DeadlineState.OVERDUE


def test_a_task_without_children_shows_its_own_date(family: Store) -> None:
    child = rows(family)["NV-2018-002"]
    assert (child.children, child.shown_due) == (0, date(2018, 3, 30))


def test_reading_one_row_says_the_same_as_reading_all(family: Store) -> None:
    for row in rows(family).values():
        assert task_queries.get_row(family.connection, row.id, TODAY) == row
