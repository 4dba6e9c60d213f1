"""Who is reminded of what, and what a week holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.figures.desk_contents import (
    EntryKind,
    WeekEntry,
    gathered,
    in_order,
    of_person,
    of_unit,
    reminded_people,
    reminded_units,
    week_of,
)
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import DeadlineState, WorkState
from tests.build import a_task, a_unit

OVERDUE, SOON, IN_TIME = DeadlineState.OVERDUE, DeadlineState.DUE_SOON, DeadlineState.IN_TIME


def a_row(
    code: str, deadline: DeadlineState = OVERDUE, helpers: tuple[str, ...] = (), **task
) -> TaskRow:
    made = a_task(**({"code": code, "due": date(2018, 3, 1)} | task))
    return TaskRow(task=made, deadline=deadline, coordinating=helpers)


def codes(rows) -> list[str]:
    return [row.task.code for row in rows]


def test_a_unit_is_reminded_of_what_it_leads_and_takes_part_in_the_first_due_first():
    unit = a_unit(id=UnitId(4), short_name="HND")
    rows = [
        a_row("C", lead_unit_id=UnitId(4), due=date(2018, 3, 9)),
        a_row("A", SOON, helpers=("HND",), due=date(2018, 3, 2)),
        a_row("B", lead_unit_id=UnitId(5)),
    ]

    assert codes(of_unit(rows, unit)) == ["A", "C"]


@pytest.mark.parametrize(
    "row",
    [
        a_row("A", IN_TIME),
        a_row("A", work_state=WorkState.DRAFT),
        a_row("A", work_state=WorkState.DONE),
        a_row("A", work_state=WorkState.AWAITING_CONFIRMATION),
    ],
    ids=["in time", "draft", "done", "reported done"],
)
def test_nobody_is_reminded_of_what_does_not_press(row):
    assert of_person([row], row.task.focal_person) == ()


def test_a_person_is_found_however_the_name_was_typed():
    rows = [a_row("A", focal_person="Lê Hùng Sơn"), a_row("B", focal_person=" lê hùng  sơn")]

    assert codes(of_person(rows, "LÊ HÙNG SƠN")) == ["A", "B"]
    assert len(reminded_people(rows)) == 1


def test_people_stand_by_given_name_and_units_in_protocol_order():
    names = ("Trần Văn Bình", "Lê Thị An", "")
    rows = [a_row(str(n), focal_person=name) for n, name in enumerate(names)]
    units = [a_unit(id=UnitId(n), short_name=name) for n, name in ((2, "Z"), (1, "A"), (3, "N"))]
    rows += [a_row("x", lead_unit_id=UnitId(1)), a_row("y", helpers=("Z",))]

    assert reminded_people(rows) == ["Lê Thị An", "Trần Văn Bình"]
    assert [unit.short_name for unit in reminded_units(rows, units)] == ["Z", "A"]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_week_is_seven_days_from_monday_with_the_day_among_them(day):
    week = week_of(day)

    assert day in week
    assert [one.weekday() for one in week] == list(range(7))
    assert week[-1] - week[0] == timedelta(days=6)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_week_there_are_have_days(day):
    assert day in week_of(day)


def test_the_agenda_stands_by_day_and_hour_and_says_what_many_have_alike_once():
    day = date(2018, 3, 5)
    entries = [
        WeekEntry(day=day, kind=EntryKind.DEADLINE, what="Rà soát", who="HND", note="NV-1"),
        WeekEntry(day=day, kind=EntryKind.DEADLINE, what="Rà soát", who="MTTQ", note="NV-2"),
        WeekEntry(day=day, kind=EntryKind.CONFERENCE, what="Chiều", clock="14:00"),
        WeekEntry(day=day, kind=EntryKind.CONFERENCE, what="Sáng", clock="8:00"),
        WeekEntry(day=day - timedelta(days=1), kind=EntryKind.REPORT, what="Báo cáo"),
    ]

    found = in_order(gathered(entries))

    assert [one.what for one in found] == ["Báo cáo", "Sáng", "Chiều", "Rà soát"]
    assert (found[-1].who, found[-1].note) == ("HND; MTTQ", "NV-1; NV-2")
