"""The rules of tasks: where dates put them, and what a closed task refuses."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.task import (
    MOVES,
    DeadlineState,
    WorkState,
    deadline_state,
    edited,
    ensure_move,
    fitting_kind,
    is_counted,
    reschedule,
    task_title,
    with_percent,
    with_work_state,
    worst,
)
from tests.build import a_task

TODAY = date(2018, 3, 31)
SOON = 3


@pytest.mark.parametrize(
    ("days_left", "expected"),
    [
        pytest.param(-365, DeadlineState.OVERDUE, id="a year ago"),
        pytest.param(-1, DeadlineState.OVERDUE, id="yesterday"),
        pytest.param(0, DeadlineState.DUE_SOON, id="today is in time until the day ends"),
        pytest.param(1, DeadlineState.DUE_SOON, id="tomorrow"),
        pytest.param(SOON, DeadlineState.DUE_SOON, id="last day of the window"),
        pytest.param(SOON + 1, DeadlineState.IN_TIME, id="first day after the window"),
    ],
)
def test_an_open_task_stands_where_the_days_left_put_it(days_left, expected):
    task = a_task(due=TODAY + timedelta(days_left))

    assert deadline_state(task, TODAY, SOON) is expected


@pytest.mark.parametrize("state", list(WorkState))
def test_a_task_without_a_date_has_no_deadline_in_any_state(state):
    task = a_task(due=None, work_state=state)

    assert deadline_state(task, TODAY, SOON) is DeadlineState.NO_DEADLINE


@pytest.mark.parametrize("state", [WorkState.DRAFT, WorkState.ON_HOLD, WorkState.CANCELLED])
def test_a_draft_or_a_task_on_hold_or_cancelled_is_never_overdue(state):
    task = a_task(due=TODAY - timedelta(30), work_state=state)

    assert deadline_state(task, TODAY, SOON) is DeadlineState.NO_DEADLINE


@pytest.mark.parametrize(
    ("finished_on", "expected"),
    [
        pytest.param(date(2018, 3, 1), DeadlineState.ON_TIME, id="before the day"),
        pytest.param(date(2018, 3, 10), DeadlineState.ON_TIME, id="on the day"),
        pytest.param(date(2018, 3, 11), DeadlineState.LATE, id="the day after"),
        pytest.param(None, DeadlineState.ON_TIME, id="day unknown"),
    ],
)
def test_a_finished_task_is_judged_by_the_day_it_was_finished(finished_on, expected):
    task = a_task(due=date(2018, 3, 10), work_state=WorkState.DONE, finished_on=finished_on)

    assert deadline_state(task, TODAY, SOON) is expected


@pytest.mark.parametrize("state", [WorkState.NOT_STARTED, WorkState.AWAITING_CONFIRMATION])
def test_a_task_not_confirmed_as_done_can_be_overdue(state):
    task = a_task(due=TODAY - timedelta(1), work_state=state)

    assert deadline_state(task, TODAY, SOON) is DeadlineState.OVERDUE


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_a_later_day_never_makes_an_open_task_less_urgent(day, soon):
    task = a_task(due=date(2018, 6, 30))
    rank = [DeadlineState.IN_TIME, DeadlineState.DUE_SOON, DeadlineState.OVERDUE].index

    before = deadline_state(task, day, soon)
    after = deadline_state(task, day + timedelta(1), soon)

    assert rank(before) <= rank(after)


def test_the_first_date_given_becomes_the_original_one():
    task = reschedule(a_task(), date(2018, 4, 30))

    assert (task.original_due, task.due) == (date(2018, 4, 30), date(2018, 4, 30))
    assert task.deadline_kind is DeadlineKind.DATE


def test_a_moved_date_leaves_the_original_one():
    task = reschedule(a_task(due=date(2018, 4, 30)), date(2018, 6, 30))

    assert (task.original_due, task.due) == (date(2018, 4, 30), date(2018, 6, 30))


def test_taking_the_date_away_leaves_a_task_without_deadline():
    task = reschedule(a_task(due=date(2018, 4, 30)), None)

    assert (task.original_due, task.due) == (date(2018, 4, 30), None)
    assert task.deadline_kind is DeadlineKind.NONE


def test_a_periodic_task_stays_periodic_when_its_date_moves():
    task = a_task(due=date(2018, 4, 30), deadline_kind=DeadlineKind.PERIODIC)

    assert reschedule(task, date(2018, 5, 31)).deadline_kind is DeadlineKind.PERIODIC
    assert reschedule(task, None).deadline_kind is DeadlineKind.PERIODIC


def test_an_ongoing_task_given_a_date_follows_the_date():
    task = a_task(deadline_kind=DeadlineKind.ONGOING)

    assert reschedule(task, TODAY).deadline_kind is DeadlineKind.DATE
    assert reschedule(task, None).deadline_kind is DeadlineKind.ONGOING


@pytest.mark.parametrize("state", [WorkState.DONE, WorkState.CANCELLED])
def test_a_closed_task_keeps_its_deadline(state):
    task = a_task(due=TODAY, work_state=state)

    with pytest.raises(RuleViolation) as refused:
        reschedule(task, TODAY + timedelta(7))

    assert refused.value.code == "task_closed"


@pytest.mark.parametrize(
    ("kind", "dated", "undated"),
    [
        (DeadlineKind.NONE, DeadlineKind.DATE, DeadlineKind.NONE),
        (DeadlineKind.DATE, DeadlineKind.DATE, DeadlineKind.NONE),
        (DeadlineKind.ONGOING, DeadlineKind.DATE, DeadlineKind.ONGOING),
        (DeadlineKind.PERIODIC, DeadlineKind.PERIODIC, DeadlineKind.PERIODIC),
    ],
)
def test_a_date_or_its_absence_decides_what_is_left_of_a_kind(kind, dated, undated):
    assert (fitting_kind(kind, TODAY), fitting_kind(kind, None)) == (dated, undated)


# --- a task typed over


def test_an_edit_moves_the_date_and_keeps_the_original_one():
    before = a_task(due=date(2018, 4, 30))

    after = edited(before, replace(before, title="Rà soát lại", due=date(2018, 6, 30)), TODAY)

    assert (after.title, after.due, after.original_due) == (
        "Rà soát lại",
        date(2018, 6, 30),
        date(2018, 4, 30),
    )


def test_an_edit_never_rewrites_the_original_date():
    before = a_task(due=date(2018, 4, 30))

    after = edited(before, replace(before, original_due=date(2019, 1, 1)), TODAY)

    assert after.original_due == date(2018, 4, 30)


def test_an_edit_gives_a_first_date_and_its_kind():
    after = edited(a_task(), replace(a_task(), due=TODAY), TODAY)

    assert (after.original_due, after.deadline_kind) == (TODAY, DeadlineKind.DATE)


def test_an_edit_that_takes_the_date_away_leaves_no_deadline():
    before = a_task(due=date(2018, 4, 30))

    after = edited(before, replace(before, due=None), TODAY)

    assert (after.due, after.deadline_kind) == (None, DeadlineKind.NONE)


def test_an_edit_chooses_another_kind_of_deadline():
    before = a_task(due=TODAY)
    periodic = replace(before, deadline_kind=DeadlineKind.PERIODIC, due=TODAY + timedelta(7))

    assert edited(before, periodic, TODAY).deadline_kind is DeadlineKind.PERIODIC


def test_an_edit_cannot_choose_a_kind_that_its_date_contradicts():
    before = a_task()

    assert edited(before, replace(before, deadline_kind=DeadlineKind.DATE), TODAY) == before


@pytest.mark.parametrize("state", [WorkState.DONE, WorkState.CANCELLED])
def test_an_edit_leaves_a_closed_task_its_date(state):
    before = with_work_state(a_task(due=TODAY), state, TODAY)

    with pytest.raises(RuleViolation, match="task_closed"):
        edited(before, replace(before, due=TODAY + timedelta(7)), TODAY)


@pytest.mark.parametrize("state", [WorkState.DONE, WorkState.CANCELLED])
def test_an_edit_that_opens_a_task_again_may_move_its_date(state):
    before = with_work_state(a_task(due=TODAY), state, TODAY)
    later = TODAY + timedelta(7)

    after = edited(before, replace(before, work_state=WorkState.IN_PROGRESS, due=later), TODAY)

    assert (after.due, after.original_due, after.finished_on) == (later, TODAY, None)


def test_an_edit_that_finishes_a_task_may_correct_its_date():
    before = a_task(due=TODAY)

    after = edited(before, replace(before, work_state=WorkState.DONE, due=None), TODAY)

    assert (after.due, after.original_due, after.finished_on) == (None, TODAY, TODAY)


def test_an_edit_goes_only_where_a_task_may_go():
    before = a_task(work_state=WorkState.DONE)

    with pytest.raises(RuleViolation, match="move_not_allowed"):
        edited(before, replace(before, work_state=WorkState.CANCELLED), TODAY)


# --- states


@pytest.mark.parametrize(("old", "new"), list(product(WorkState, WorkState)))
def test_a_task_moves_as_the_table_of_moves_says_or_stays(old, new):
    task = a_task(work_state=old)

    if new is old or new in MOVES[old]:
        ensure_move(task, new)
    else:
        with pytest.raises(RuleViolation, match="move_not_allowed"):
            ensure_move(task, new)


def test_only_done_and_cancelled_tasks_are_closed():
    closed = {state for state in WorkState if a_task(work_state=state).is_closed}

    assert closed == {WorkState.DONE, WorkState.CANCELLED}


def test_only_drafts_stay_out_of_figures():
    out = {state for state in WorkState if not is_counted(a_task(work_state=state))}

    assert out == {WorkState.DRAFT}


def test_finishing_a_task_notes_the_day():
    assert with_work_state(a_task(), WorkState.DONE, TODAY).finished_on == TODAY


def test_finishing_a_task_twice_keeps_the_first_day():
    done = with_work_state(a_task(), WorkState.DONE, TODAY)

    assert with_work_state(done, WorkState.DONE, TODAY + timedelta(5)).finished_on == TODAY


def test_reopening_a_task_forgets_the_day_it_was_finished():
    done = with_work_state(a_task(), WorkState.DONE, TODAY)

    assert with_work_state(done, WorkState.IN_PROGRESS, TODAY).finished_on is None


@pytest.mark.parametrize("percent", [None, 0, 50, 100])
def test_a_share_from_0_to_100_is_taken_and_decides_no_state(percent):
    task = with_percent(a_task(), percent)

    assert (task.percent, task.work_state) == (percent, WorkState.IN_PROGRESS)


@pytest.mark.parametrize("percent", [-1, 101, 1000])
def test_a_share_outside_0_to_100_is_refused(percent):
    with pytest.raises(RuleViolation) as refused:
        with_percent(a_task(), percent)

    assert refused.value.code == "percent_range"


@given(states=st.lists(st.sampled_from(DeadlineState), min_size=1))
def test_one_child_that_is_late_makes_its_parent_late(states: list[DeadlineState]) -> None:
    shown = worst(states)
    assert shown in states
    assert (shown is DeadlineState.OVERDUE) == (DeadlineState.OVERDUE in states)


def test_no_child_no_deadline() -> None:
    assert worst([]) is DeadlineState.NO_DEADLINE


@given(st.text(max_size=400))
def test_a_title_cut_from_the_content_is_whole_on_paper(content):
    task = replace(a_task(), title=task_title(content), content=content)

    assert len(task.title) <= 200
    assert task.wording == one_line(content)


def test_a_title_somebody_wrote_is_what_the_paper_says():
    long = "Rà soát chỉ tiêu của Chương trình phối hợp; " * 6
    task = replace(a_task(), title=task_title(long), content=long)

    assert task.title.endswith("…")
    assert replace(task, title="Rà soát chỉ tiêu…").wording == "Rà soát chỉ tiêu…"
    assert replace(task, content="Khác hẳn").wording == task.title
