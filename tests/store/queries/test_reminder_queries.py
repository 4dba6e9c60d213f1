"""A day is reminded of what presses, children instead of their parents."""

from dataclasses import replace
from datetime import timedelta

from coordapp.domain.kernel.changes import Op
from coordapp.domain.tasks.reminder import Reason
from coordapp.domain.tasks.task import WorkState
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import reminder_queries
from tests.build import a_task
from tests.store.queries.conftest import TODAY


def reminded(office, *tasks):
    with office.store.write(Op.WRITE_SAMPLE) as work:
        added = [work.add(TASKS, task) for task in tasks]
    found = reminder_queries.read(office.store.connection, TODAY)
    return added, [(one.task, one.lead_name, one.reason) for one in found]


def test_what_is_late_due_or_waits_is_called_to_mind_in_this_order(office):
    waiting = a_task(code="1", work_state=WorkState.AWAITING_CONFIRMATION)
    today = a_task(code="2", due=TODAY)
    late = a_task(code="3", due=TODAY - timedelta(9), lead_unit_id=office.farmers.id)

    (waiting, today, late), found = reminded(office, waiting, today, late)

    assert found == [
        (late, "HND", Reason.OVERDUE), (today, "", Reason.TODAY), (waiting, "", Reason.WAITING),
    ]  # fmt: skip


def test_what_is_far_off_or_closed_can_wait(office):
    far = a_task(code="1", due=TODAY + timedelta(60))
    done = a_task(code="2", due=TODAY, work_state=WorkState.DONE, finished_on=TODAY)

    assert reminded(office, far, done)[1] == []


def test_a_parent_is_called_to_mind_by_its_children(office):
    with office.store.write(Op.WRITE_SAMPLE) as work:
        parent = work.add(TASKS, a_task(code="1", due=TODAY))
        child = work.add(TASKS, replace(a_task(code="2", due=TODAY), parent_id=parent.id))

    found = reminder_queries.read(office.store.connection, TODAY)

    assert [one.task for one in found] == [child]
