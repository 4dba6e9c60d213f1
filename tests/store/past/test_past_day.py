"""What is known of a task at the end of a past day, in the leanest rows."""

from datetime import date, datetime, time, timedelta

import pytest

from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store.past.past_day import PastDay, StoredTask
from tests.build import MISTYPED, a_task, a_unit

START = date(2018, 3, 1)


class Clock:
    """The day on which the office works."""

    def __init__(self) -> None:
        self.day = START

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(9))

    def go(self, days: int) -> date:
        self.day = START + timedelta(days)
        return self.day


@pytest.fixture
def clock(store):
    running = Clock()
    store.use_clock(running)
    committee_actions.add_unit(store, a_unit())
    return running


@pytest.fixture
def task(store, clock):
    draft = a_task(
        code="", due=date(2018, 3, 20), assigned_on=START, lead_unit_id=1,
        work_state=WorkState.NOT_STARTED,
    )  # fmt: skip
    return task_actions.add(store, TaskDraft(task=draft), START)


def stood(store, days: int) -> StoredTask:
    (row,) = PastDay(store.connection, START + timedelta(days)).tasks()
    return row


def report(store, task, day: date, state: WorkState, unit_id: int | None = 1) -> None:
    draft = ReportDraft(happened_on=day, unit_id=unit_id, state=state)
    task_actions.report_progress(store, task.id, draft)


def test_a_file_that_nobody_changed_since_tells_what_it_holds(store, task):
    assert stood(store, 30) == stood(store, 0)
    assert stood(store, 0).due == "2018-03-20"


def test_a_task_given_later_was_not_there(store, task):
    assert list(PastDay(store.connection, START - timedelta(1)).tasks()) == []


def test_the_log_tells_what_a_changed_task_was(store, clock, task):
    clock.go(5)
    task_actions.set_due(store, task.id, date(2018, 4, 30), move=MISTYPED)

    assert [stood(store, days).due for days in (4, 5)] == ["2018-03-20", "2018-04-30"]


def test_a_report_counts_from_the_day_it_happened(store, clock, task):
    clock.go(9)
    report(store, task, START + timedelta(4), WorkState.IN_PROGRESS)

    assert [stood(store, days).work_state for days in (3, 4, 9)] == [
        "not_started", "in_progress", "in_progress",
    ]  # fmt: skip


def test_a_task_finished_later_was_not_finished(store, clock, task):
    clock.go(3)
    report(store, task, clock.day, WorkState.IN_PROGRESS)
    clock.go(6)
    report(store, task, clock.day, WorkState.DONE)

    then, now = stood(store, 5), stood(store, 6)

    assert (then.work_state, then.finished_on) == ("in_progress", None)
    assert (now.work_state, now.finished_on) == ("done", "2018-03-07")


def test_of_two_late_reports_of_one_day_the_one_typed_in_later_counts(store, clock, task):
    clock.go(9)
    for state in (WorkState.IN_PROGRESS, WorkState.ON_HOLD):
        report(store, task, START + timedelta(4), state)

    assert stood(store, 5).work_state == "on_hold"


def test_an_extension_counts_from_its_approval(store, clock, task):
    clock.go(5)
    task_actions.extend(
        store, task.id, date(2018, 5, 31), reason="Vì", paper="", approved_on=clock.day
    )

    assert [stood(store, days).due for days in (4, 5)] == ["2018-03-20", "2018-05-31"]


def test_a_deleted_task_stays_out_of_the_days_before(store, clock, task):
    clock.go(5)
    task_actions.delete(store, [task.id])

    assert list(PastDay(store.connection, START).tasks()) == []


@pytest.mark.parametrize("day", [date.min, date.max], ids=["first", "last"])
def test_the_ends_of_the_calendar_are_days_too(store, task, day):
    assert len(list(PastDay(store.connection, day).tasks())) == (day is date.max)
