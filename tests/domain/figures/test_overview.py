"""The first page counts each task once, and no number of it contradicts another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.figures.overview import (
    MOST_URGENT,
    Counts,
    Standing,
    TaskFigure,
    count,
    standing,
)
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.task import CLOSED, DeadlineState, Urgency, WorkState
from tests.build import a_figure, a_unit

TODAY = date(2018, 3, 31)
SOON = 3
HND = a_unit(id=UnitId(1), name="Hội Nông dân", short_name="HND", position=1)
TD = a_unit(id=UnitId(2), name="Tỉnh Đoàn", short_name="TĐ", position=2)
UNITS = (HND, TD)


def a_row(*, days: int | None = None, helped: tuple[UnitId, ...] = (), **given) -> TaskFigure:
    due = None if days is None else TODAY + timedelta(days)
    return a_figure(TODAY, SOON, due=due, takes_part=frozenset(helped), **given)


def counted(*rows: TaskFigure) -> Counts:
    return count(rows, UNITS, TODAY)


rows = st.lists(
    st.builds(
        a_row,
        days=st.none() | st.integers(-20, 20),
        work_state=st.sampled_from(WorkState),
        lead_unit_id=st.sampled_from([None, HND.id, TD.id]),
        helped=st.sampled_from([(), (HND.id,), (HND.id, TD.id)]),
        urgency=st.sampled_from(Urgency),
    ),
    max_size=20,
)


@given(rows)
def test_the_units_and_those_without_one_make_the_whole(found):
    counts = counted(*found)

    assert sum(unit.total for unit in counts.by_unit) == counts.total


@given(rows)
def test_the_numbers_are_parts_of_one_another(found):
    counts = counted(*found)

    assert counts.due_today <= counts.due_soon <= counts.open <= counts.total
    assert counts.overdue + counts.due_soon <= counts.open
    assert (counts.longest_overdue > 0) == (counts.overdue > 0)
    assert sum(unit.leads for unit in counts.behind) <= counts.overdue


@given(rows)
def test_the_most_urgent_come_by_their_day(found):
    urgent = counted(*found).urgent

    assert len(urgent) <= MOST_URGENT
    assert [row.due for row in urgent] == sorted(row.due for row in urgent)
    assert all(row.work_state not in CLOSED for row in urgent)


def test_drafts_and_parents_that_only_gather_are_not_counted():
    parent = a_row(days=1, gathers=True)

    assert counted(a_row(work_state=WorkState.DRAFT), parent) == Counts()


def test_what_is_due_today_is_among_what_is_due_soon():
    counts = counted(a_row(days=0), a_row(days=SOON), a_row(days=SOON + 1))

    assert (counts.due_today, counts.due_soon, counts.overdue) == (1, 2, 0)


def test_the_longest_delay_is_counted_to_today():
    assert counted(a_row(days=-3), a_row(days=-11)).longest_overdue == 11


def test_what_waits_for_confirming_is_open():
    counts = counted(a_row(work_state=WorkState.AWAITING_CONFIRMATION, days=5))

    assert (counts.waiting, counts.open) == (1, 1)


@pytest.mark.parametrize("state", [WorkState.DONE, WorkState.CANCELLED])
def test_what_is_closed_is_counted_but_not_open(state):
    counts = counted(a_row(work_state=state, days=-3))

    assert (counts.total, counts.open, counts.overdue) == (1, 0, 0)


def test_of_one_day_the_more_urgent_stands_first():
    usual = a_row(days=1, code="NV-1")
    pressing = a_row(days=1, code="NV-2", urgency=Urgency.EXPRESS)

    assert counted(usual, pressing).urgent == (pressing, usual)


def test_units_stand_in_the_order_of_protocol_and_nobody_comes_last():
    counts = counted(a_row(), a_row(lead_unit_id=TD.id), a_row(lead_unit_id=HND.id))

    assert [unit.unit for unit in counts.by_unit] == [HND, TD, None]


def test_a_unit_is_behind_by_what_it_leads_and_what_it_takes_part_in():
    late = a_row(days=-1, lead_unit_id=HND.id, helped=(TD.id,))
    own = a_row(days=-1, lead_unit_id=TD.id, helped=(TD.id,))

    behind = counted(late, late, own).behind

    assert [(one.unit, one.leads, one.takes_part, one.total) for one in behind] == [
        (TD, 1, 2, 3), (HND, 2, 0, 2),
    ]  # fmt: skip


def test_a_unit_that_only_takes_part_is_not_behind():
    assert [
        one.unit for one in counted(a_row(days=-1, lead_unit_id=HND.id, helped=(TD.id,))).behind
    ] == [HND]


@pytest.mark.parametrize("days", [None, -5, 5])
def test_what_is_done_is_done_whatever_its_deadline(days):
    row = a_row(days=days, work_state=WorkState.DONE, finished_on=TODAY, id=TaskId(1))

    assert row.standing is standing(row.work_state, row.deadline) is Standing.DONE


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Standing.OVERDUE), (0, Standing.DUE_SOON), (9, Standing.IN_TIME),
        (None, Standing.NO_DEADLINE),
    ],
)  # fmt: skip
def test_what_is_open_stands_where_its_deadline_puts_it(days, expected):
    assert a_row(days=days).standing is expected
    assert DeadlineState(expected.value)
