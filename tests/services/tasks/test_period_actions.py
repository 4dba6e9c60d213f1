"""A periodic task has one child a period; a missed period stays visible."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.tasks import period_actions, task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.queries import health, task_queries
from tests.build import a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def lead(store: Store) -> int:
    set_up(store)
    return committee_actions.add_unit(store, a_unit()).id


def periodic(store: Store, lead: int, wording: str, assigned_on: date) -> Task:
    task = Task(
        id=TaskId(0),
        code="",
        title="Giao ban",
        lead_unit_id=lead,
        deadline_kind=DeadlineKind.PERIODIC,
        deadline_wording=wording,
        assigned_on=assigned_on,
    )
    return task_actions.add(store, TaskDraft(task=task, coordination=()), TODAY)


def test_every_period_since_the_assignment_gets_its_child(store: Store, lead: int) -> None:
    task = periodic(store, lead, "hằng quý", date(2017, 10, 2))
    made = period_actions.open_periods(store, task.id, TODAY)
    assert [(child.title, child.due) for child in made] == [
        ("Giao ban – quý IV/2017", date(2017, 12, 14)),
        ("Giao ban – quý I/2018", date(2018, 3, 14)),
        ("Giao ban – quý II/2018", date(2018, 6, 14)),
    ]
    assert all(child.parent_id == task.id for child in made)
    assert all(child.work_state is WorkState.NOT_STARTED for child in made)


def test_a_missed_period_is_late_and_stays(store: Store, lead: int) -> None:
    task = periodic(store, lead, "hằng quý", date(2018, 1, 5))
    period_actions.open_periods(store, task.id, TODAY)
    row = task_queries.get_row(store.connection, task.id, TODAY)
    assert row is not None
    assert (row.children, row.deadline.value) == (2, "overdue")


def test_only_what_is_missing_is_made_later(store: Store, lead: int) -> None:
    task = periodic(store, lead, "hằng tháng", date(2018, 3, 1))
    period_actions.open_periods(store, task.id, TODAY)
    assert period_actions.missing(store.connection, task, TODAY) == []
    later = period_actions.open_periods(store, task.id, date(2018, 5, 20))
    assert [child.title for child in later] == [
        "Giao ban – tháng 5/2018",
        "Giao ban – tháng 6/2018",
    ]


def test_extending_one_period_does_not_make_it_again(store: Store, lead: int) -> None:
    task = periodic(store, lead, "hằng tháng", date(2018, 3, 20))
    child = period_actions.open_periods(store, task.id, TODAY)[0]
    task_actions.extend(
        store, child.id, date(2018, 4, 30), reason="Chờ số liệu", paper="", approved_on=TODAY
    )
    assert period_actions.missing(store.connection, task, TODAY) == []


def test_the_days_are_those_of_the_words_not_of_the_cut_off(store: Store, lead: int) -> None:
    task = periodic(store, lead, "trước ngày 25 hằng tháng", date(2018, 1, 5))

    made = period_actions.open_periods(store, task.id, TODAY)

    assert [(child.title, child.due) for child in made] == [
        ("Giao ban – tháng 1/2018", date(2018, 1, 25)),
        ("Giao ban – tháng 2/2018", date(2018, 2, 25)),
        ("Giao ban – tháng 3/2018", date(2018, 3, 25)),
        ("Giao ban – tháng 4/2018", date(2018, 4, 25)),
    ]


def test_a_task_of_every_two_weeks_has_a_child_each_time(store: Store, lead: int) -> None:
    task = periodic(store, lead, "2 tuần/lần, vào thứ Sáu", date(2018, 3, 1))

    made = period_actions.open_periods(store, task.id, TODAY)

    assert [child.due for child in made] == [
        date(2018, 3, 9),
        date(2018, 3, 23),
        date(2018, 4, 6),
    ]


def test_a_period_that_has_its_child_gets_no_second_one_when_the_words_change(
    store: Store, lead: int
) -> None:
    task = periodic(store, lead, "hằng tháng", date(2018, 3, 20))
    period_actions.open_periods(store, task.id, TODAY)

    reworded = replace(task, deadline_wording="trước ngày 25 hằng tháng")

    later = period_actions.missing(store.connection, reworded, date(2018, 4, 20))

    assert [one.due for one in later] == [date(2018, 3, 25)]


def test_nothing_missing_is_said(store: Store, lead: int) -> None:
    task = periodic(store, lead, "hằng năm", TODAY)
    period_actions.open_periods(store, task.id, TODAY)
    with pytest.raises(RuleViolation, match="no_period_missing"):
        period_actions.open_periods(store, task.id, TODAY)


@pytest.mark.parametrize("wording", ["", "thường xuyên"])
def test_words_that_do_not_say_how_often_are_refused(store: Store, lead: int, wording: str) -> None:
    task = periodic(store, lead, wording, TODAY)
    with pytest.raises(RuleViolation, match="not_periodic"):
        period_actions.open_periods(store, task.id, TODAY)


def test_a_child_of_a_fan_out_makes_no_periods_of_its_own(store: Store, lead: int) -> None:
    parent = periodic(store, lead, "hằng quý", TODAY)
    child = period_actions.open_periods(store, parent.id, TODAY)[0]
    assert period_actions.missing(store.connection, child, TODAY) == []
    assert health.findings(store.connection) == []
