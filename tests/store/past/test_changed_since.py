"""How the tasks changed lately stood comes from the end of the log."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from coordapp.domain.figures.news import Stood
from coordapp.domain.kernel.changes import Op
from coordapp.domain.tasks.task import WorkState
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.past import changed_since
from tests.build import a_task
from tests.founding import new_store, set_up

FRIDAY, MONDAY = date(2018, 3, 30), date(2018, 4, 2)
DUE = date(2018, 4, 10)
DONE, GOING = WorkState.DONE, WorkState.IN_PROGRESS


class Clock:
    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 10, 0)


def put(store: Store, *tasks) -> None:
    with store.write(Op.EDIT_TASK) as work:
        for task in tasks:
            work.put(TASKS, task)


def test_each_task_changed_since_is_given_as_it_stood_when_the_day_ended(tmp_path):
    clock = Clock(FRIDAY)
    store = new_store(tmp_path / "so.db", now=clock)
    set_up(store)
    with store.write(Op.WRITE_SAMPLE) as work:
        twice, before, later = (work.add(TASKS, a_task(code=code, due=DUE)) for code in "abc")
    put(store, replace(before, work_state=DONE, finished_on=FRIDAY))
    clock.day = MONDAY - timedelta(1)
    moved = replace(twice, due=DUE + timedelta(5))
    put(store, moved)
    clock.day = MONDAY
    put(store, replace(moved, work_state=DONE, finished_on=MONDAY))
    with store.write(Op.WRITE_SAMPLE) as work:
        work.add(TASKS, a_task(code="d", due=DUE))
    clock.day = MONDAY + timedelta(1)
    put(store, replace(later, work_state=DONE, finished_on=MONDAY))

    found = changed_since.stood(store.connection, FRIDAY, MONDAY)

    assert found == {twice.id: Stood(GOING, DUE, None)}
    assert changed_since.stood(store.connection, MONDAY, MONDAY) == {}
    store.close()


def test_an_empty_log_tells_of_nothing(store):
    assert changed_since.stood(store.connection, FRIDAY, MONDAY) == {}
