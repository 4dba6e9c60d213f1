"""States, deadlines and reminders are said in the office's words, on screen and on paper alike."""

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.kernel.ids import DayOffId
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.reminder import Reason, Reminder
from coordapp.domain.tasks.task import DeadlineState, WorkState, deadline_state
from coordapp.domain.words import labels
from tests.build import a_task

TODAY = date(2018, 3, 30)  # a Friday
MONDAY = TODAY + timedelta(3)
SOON = 3
MEANT = "Sắp đến hạn: trong 3 ngày tới, kể cả hôm nay."


def every_table() -> list[tuple[str, dict[Enum, str]]]:
    return [
        (name, table)
        for name, table in vars(labels).items()
        if name.isupper() and isinstance(table, dict) and isinstance(next(iter(table)), Enum)
    ]


@pytest.mark.parametrize(("name", "table"), every_table(), ids=[name for name, _ in every_table()])
def test_every_kind_has_its_words(name, table):
    assert set(table) == set(type(next(iter(table))))
    # for what somebody has not there is no word
    assert all(words.strip() for kind, words in table.items() if kind.name != "NONE")


def a_state(days: int | None, state: WorkState = WorkState.IN_PROGRESS, **given):
    due = None if days is None else TODAY + timedelta(days)
    task = a_task(due=due, work_state=state, **given)
    return task, deadline_state(task, TODAY, 3)


@pytest.mark.parametrize(
    ("stood", "words"),
    [
        (a_state(5), "Đang thực hiện, trong hạn"),
        (a_state(-1), "Đang thực hiện, quá hạn"),
        (a_state(None), "Đang thực hiện, không hạn"),
        (a_state(0, WorkState.DONE, finished_on=TODAY), "Đã hoàn thành đúng hạn"),
        (a_state(-2, WorkState.DONE, finished_on=TODAY), "Đã hoàn thành quá hạn"),
        (a_state(None, WorkState.DONE, finished_on=TODAY), "Đã hoàn thành không hạn"),
        (a_state(-2, WorkState.ON_HOLD), "Tạm hoãn"),
        (a_state(-2, WorkState.CANCELLED), "Đã hủy"),
        (a_state(-2, WorkState.DRAFT), "Dự thảo"),
    ],
)
def test_papers_name_both_axes_where_both_say_something(stood, words):
    assert labels.printed_state(*stood) == words


@pytest.mark.parametrize(
    ("stood", "words"),
    [
        (a_state(5), "Còn 5 ngày"),
        (a_state(0), "Hôm nay"),
        (a_state(-4), "Quá hạn 4 ngày"),
        (a_state(-4, WorkState.DONE, finished_on=TODAY), "Chậm 4 ngày"),
        (a_state(4, WorkState.DONE, finished_on=TODAY), "Đúng hạn"),
        (a_state(None), "Không hạn"),
        (a_state(None, deadline_kind=DeadlineKind.ONGOING), "Thường xuyên"),
        (a_state(4, WorkState.ON_HOLD), "Tạm hoãn"),
    ],
)
def test_a_deadline_says_how_far_it_is(stood, words):
    assert labels.days_left(*stood, TODAY) == words


def test_a_parent_says_how_far_its_children_are():
    task, deadline = a_state(-4)
    row = TaskRow(task=task, deadline=deadline)
    parent = replace(row, children=8, children_done=3, deadline=DeadlineState.DUE_SOON)

    assert (labels.listed_state(row), labels.listed_left(row, TODAY)) == (
        "Đang thực hiện",
        "Quá hạn 4 ngày",
    )
    assert (labels.listed_state(parent), labels.listed_left(parent, TODAY)) == (
        "3/8 đơn vị hoàn thành",
        "Sắp đến hạn",
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"deadline_wording": "trước 30/4", "due": MONDAY}, "trước 30/4"),
        ({"due": MONDAY}, "02/04/2018"),
        ({"deadline_kind": DeadlineKind.ONGOING}, "Thường xuyên"),
        ({}, ""),
    ],
)
def test_an_assigning_paper_says_a_deadline_in_its_own_words_first(given, words):
    assert labels.deadline_words(a_task(**given)) == words


def a_day_off(day: date, *, confirmed: bool = True) -> DayOff:
    return DayOff(id=DayOffId(0), day=day, kind=DayOffKind.OFF, source="", confirmed=confirmed)


PUBLISHED = Calendar.of([a_day_off(date(2018, 4, 25))])


def test_the_working_days_left_are_counted_by_the_office_calendar():
    assert labels.working_days_left(MONDAY, TODAY, PUBLISHED) == "Thứ Hai, còn 1 ngày làm việc"
    assert labels.working_days_left(TODAY, MONDAY, PUBLISHED) == "Thứ Sáu, quá hạn 1 ngày làm việc"


def test_a_deadline_on_a_day_off_says_so():
    lines = labels.working_days_left(TODAY + timedelta(1), TODAY, PUBLISHED).splitlines()

    assert lines[1:] == ["Ngày đến hạn là ngày nghỉ."]


def test_days_off_that_are_only_expected_are_warned_of():
    calendar = Calendar.of([a_day_off(MONDAY, confirmed=False)])
    day = MONDAY + timedelta(1)

    told = labels.working_days_left(day, TODAY, calendar)

    assert told.endswith("Dự kiến: trong thời gian này có ngày nghỉ chưa công bố.")
    assert "Dự kiến" not in labels.working_days_left(day, TODAY, Calendar.of([a_day_off(MONDAY)]))


def test_a_typed_deadline_says_which_day_it_is():
    assert labels.deadline_meant(None, TODAY, Calendar()) == ""
    assert labels.deadline_meant(MONDAY, TODAY, Calendar()).startswith("02/04/2018: Thứ Hai")


@pytest.mark.parametrize(
    ("offset", "words"),
    [(0, "Đúng ngày mốc"), (3, "Sau 3 ngày làm việc"), (-5, "Trước 5 ngày làm việc")],
)
def test_a_task_of_a_template_says_when_it_is_due(offset, words):
    assert labels.offset_words(offset) == words


@pytest.mark.parametrize("found", Secrecy)
def test_a_stamp_of_secrecy_is_warned_of(found):
    warning = labels.secrecy_warning(found)

    assert bool(warning) == (found is not Secrecy.ORDINARY)


def a_reminder(reason: Reason, days: int | None = None) -> Reminder:
    due = None if days is None else TODAY + timedelta(days)
    task = a_task(due=due)
    deadline = deadline_state(task, TODAY, SOON)
    return Reminder(task=task, lead_name="HND", reason=reason, deadline=deadline)


@pytest.mark.parametrize(
    ("reminder", "words"),
    [
        (a_reminder(Reason.OVERDUE, -4), "Quá hạn 4 ngày"),
        (a_reminder(Reason.TODAY, 0), "Đến hạn hôm nay"),
        (a_reminder(Reason.SOON, 2), "Còn 2 ngày"),
        (a_reminder(Reason.WAITING, -4), "Chờ xác nhận"),
    ],
)
def test_a_reminder_says_why_a_task_is_called_to_mind(reminder, words):
    assert labels.reminder_words(reminder, TODAY) == words


@pytest.mark.parametrize(
    ("reminders", "line"),
    [
        ([], "Thứ Sáu, 30/03/2018"),
        (
            [a_reminder(Reason.OVERDUE, -1), a_reminder(Reason.SOON, 3)],
            f"Thứ Sáu, 30/03/2018: 1 quá hạn, 1 sắp đến hạn. {MEANT}",
        ),
        (
            [a_reminder(Reason.WAITING, -1), a_reminder(Reason.WAITING, 0)],
            f"Thứ Sáu, 30/03/2018: 2 chờ xác nhận (trong đó 1 quá hạn, 1 sắp đến hạn (1 hôm nay)). {MEANT}",
        ),
        ([a_reminder(Reason.WAITING)], "Thứ Sáu, 30/03/2018: 1 chờ xác nhận."),
    ],
)
def test_the_reminders_of_a_day_are_summed_up(reminders, line):
    assert labels.reminders_line(reminders, TODAY, SOON) == line
