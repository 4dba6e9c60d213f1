"""A filter of the register is a value, and a row shows the date that matters."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import DeadlineState, WorkState
from tests.build import a_task

STATES = {
    "work_states": frozenset({WorkState.DONE}),
    "deadline_states": frozenset({DeadlineState.OVERDUE}),
    "due_today": True,
}
OTHERS = {"text": "rà soát", "unit_id": 1, "conference_id": 2, "year": 2018}


def test_a_new_filter_filters_nothing_with_parents_or_without():
    assert TaskQuery().is_empty
    assert TaskQuery(without_parents=True).is_empty


@pytest.mark.parametrize("name", [*STATES, *OTHERS])
def test_each_field_filters(name):
    assert not replace(TaskQuery(), **{name: (STATES | OTHERS)[name]}).is_empty


def test_without_states_all_else_stays():
    query = TaskQuery(**STATES, **OTHERS, without_parents=True)

    assert query.without_states() == TaskQuery(**OTHERS, without_parents=True)


def test_a_row_shows_its_own_date_and_a_parent_the_latest_of_its_children():
    row = TaskRow(
        task=a_task(id=4, due=date(2018, 4, 30)),
        deadline=DeadlineState.IN_TIME,
        latest_due=date(2018, 6, 30),
    )

    assert (row.id, row.shown_due) == (4, date(2018, 4, 30))
    assert replace(row, children=2).shown_due == date(2018, 6, 30)
