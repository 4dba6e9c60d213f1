"""The trash record by record: the whole with its parts, and only what is still gone."""

from datetime import date, datetime

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.records import trash
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.past import trash_queries
from tests.build import a_conclusion, a_conference, a_task
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def clock():
    return {"now": datetime(2018, 1, 2, 9, 0)}


@pytest.fixture
def store(tmp_path, clock):
    opened = new_store(tmp_path / "so.db", now=lambda: clock["now"])
    set_up(opened)
    yield opened
    opened.close()


def test_a_conference_is_one_record_with_its_parts(store):
    conference = conference_actions.add(store, a_conference(code=""), TODAY)
    conclusion_actions.add(store, a_conclusion(conference_id=conference.id))
    conference_actions.delete(store, conference.id)

    (one,) = trash_queries.deleted_by(store.connection, TODAY)

    assert one.kind is Kind.CONFERENCE
    assert one.counts == {Kind.CONFERENCE: 1, Kind.CONCLUSION: 1}
    assert one.paper == ""


def test_tasks_deleted_together_come_back_one_by_one(store):
    tasks = [task_actions.add(store, TaskDraft(task=a_task()), TODAY) for _ in range(3)]
    task_actions.delete(store, [task.id for task in tasks])
    first, second, third = trash_queries.deleted_by(store.connection, TODAY)

    trash.restore(store, first.op_id, second.whole)

    assert trash_queries.of_op(store.connection, first.op_id) == [first, third]


def test_only_what_was_deleted_long_enough_ago_is_read(store, clock):
    old, new = (task_actions.add(store, TaskDraft(task=a_task()), TODAY) for _ in range(2))
    task_actions.delete(store, [old.id])
    clock["now"] = datetime(2018, 3, 30, 9, 0)
    task_actions.delete(store, [new.id])

    read = trash_queries.deleted_by(store.connection, date(2018, 1, 2))

    assert [one.record_id for one in read] == [old.id]
    assert trash_queries.deleted_by(store.connection, date(2018, 1, 1)) == []
