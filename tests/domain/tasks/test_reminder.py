"""Whom a day calls to mind: late, due today, 1, 3 and 7 days before, waiting to be confirmed."""

from datetime import date, timedelta

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.ids import DayOffId
from coordapp.domain.tasks.reminder import Reason, Reminder, in_order, reason_for
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.labels import reminder_words
from tests.build import a_task

THURSDAY = date(2018, 4, 12)
MONDAY = date(2018, 4, 16)
WEEK = Calendar()


@pytest.mark.parametrize(
    ("left", "reason"),
    [
        (-100, Reason.OVERDUE),
        (-1, Reason.OVERDUE),
        (0, Reason.TODAY),
        (1, Reason.SOON),
        (2, None),
        (3, Reason.SOON),
        (4, None),
        (6, None),
        (7, Reason.SOON),
        (8, None),
    ],
)
def test_a_task_is_called_to_mind_on_some_days_before_its_deadline(left, reason):
    task = a_task(due=THURSDAY + timedelta(left))

    assert reason_for(task, THURSDAY, WEEK) is reason


@pytest.mark.parametrize("left", [1, 2, 3, 5, 6, 7])
def test_what_fell_on_the_weekend_is_said_on_monday(left):
    # on Saturday and Sunday it was 3, 1 or 7 days away
    expected = Reason.SOON if {left, left + 1, left + 2} & {1, 3, 7} else None

    assert reason_for(a_task(due=MONDAY + timedelta(left)), MONDAY, WEEK) is expected


def test_what_fell_on_a_day_off_is_said_on_the_day_after():
    day_off = DayOff(
        id=DayOffId(0), day=date(2018, 4, 25), kind=DayOffKind.OFF, source="", confirmed=True
    )
    task = a_task(due=date(2018, 4, 28))

    assert reason_for(task, date(2018, 4, 26), WEEK) is None
    assert reason_for(task, date(2018, 4, 26), Calendar.of([day_off])) is Reason.SOON


@pytest.mark.parametrize("state", list(WorkState))
def test_only_open_work_is_called_to_mind(state):
    task = a_task(due=THURSDAY - timedelta(1), work_state=state)

    expected = {
        WorkState.NOT_STARTED: Reason.OVERDUE,
        WorkState.IN_PROGRESS: Reason.OVERDUE,
        WorkState.AWAITING_CONFIRMATION: Reason.WAITING,
    }
    assert reason_for(task, THURSDAY, WEEK) is expected.get(state)


def test_a_task_without_a_deadline_is_not_called_to_mind():
    assert reason_for(a_task(), THURSDAY, WEEK) is None


def test_the_most_pressing_comes_first_and_says_why():
    given = (
        ("NV-4", 7, WorkState.IN_PROGRESS),
        ("NV-5", -9, WorkState.AWAITING_CONFIRMATION),
        ("NV-3", 0, WorkState.IN_PROGRESS),
        ("NV-2", -1, WorkState.IN_PROGRESS),
        ("NV-1", -5, WorkState.IN_PROGRESS),
    )
    found = [
        Reminder(task=task, lead_name="", reason=reason_for(task, THURSDAY, WEEK))
        for task in (
            a_task(code=code, due=THURSDAY + timedelta(left), work_state=state)
            for code, left, state in given
        )
    ]

    ordered = in_order(found)

    assert [one.task.code for one in ordered] == ["NV-1", "NV-2", "NV-3", "NV-4", "NV-5"]
    assert [reminder_words(one, THURSDAY) for one in ordered] == [
        "Quá hạn 5 ngày",
        "Quá hạn 1 ngày",
        "Đến hạn hôm nay",
        "Còn 7 ngày",
        "Chờ xác nhận",
    ]
