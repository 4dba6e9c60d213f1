"""Whom a day calls to mind: late, due today, due soon as the committee says, waiting."""

from datetime import date, timedelta

import pytest

from coordapp.domain.tasks.reminder import Reason, Reminder, in_order, reason_for
from coordapp.domain.tasks.task import WorkState, deadline_state
from coordapp.domain.words.labels import reminder_words
from tests.build import a_task

THURSDAY = date(2018, 4, 12)
SOON = 3  # days


@pytest.mark.parametrize(
    ("left", "days", "reason"),
    [
        (-100, 3, Reason.OVERDUE),
        (-1, 0, Reason.OVERDUE),
        (0, 0, Reason.TODAY),
        (0, 3, Reason.TODAY),
        (1, 0, None),
        (1, 3, Reason.SOON),
        (2, 3, Reason.SOON),
        (3, 3, Reason.SOON),
        (4, 3, None),
        (7, 3, None),
        (10, 10, Reason.SOON),
    ],
)
def test_a_task_is_called_to_mind_within_the_days_of_the_committee(left, days, reason):
    task = a_task(due=THURSDAY + timedelta(left))

    assert reason_for(task, THURSDAY, days) is reason


@pytest.mark.parametrize("state", list(WorkState))
def test_only_open_work_is_called_to_mind(state):
    task = a_task(due=THURSDAY - timedelta(1), work_state=state)

    expected = {
        WorkState.NOT_STARTED: Reason.OVERDUE,
        WorkState.IN_PROGRESS: Reason.OVERDUE,
        WorkState.AWAITING_CONFIRMATION: Reason.WAITING,
    }
    assert reason_for(task, THURSDAY, SOON) is expected.get(state)


def test_a_task_without_a_deadline_is_not_called_to_mind():
    assert reason_for(a_task(), THURSDAY, SOON) is None


def test_the_most_pressing_comes_first_and_says_why():
    given = (
        ("NV-4", 2, WorkState.IN_PROGRESS),
        ("NV-5", -9, WorkState.AWAITING_CONFIRMATION),
        ("NV-3", 0, WorkState.IN_PROGRESS),
        ("NV-2", -1, WorkState.IN_PROGRESS),
        ("NV-1", -5, WorkState.IN_PROGRESS),
    )
    found = [
        Reminder(
            task=task,
            lead_name="",
            reason=reason_for(task, THURSDAY, SOON),
            deadline=deadline_state(task, THURSDAY, SOON),
        )
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
        "Còn 2 ngày",
        "Chờ xác nhận",
    ]
