"""The status table adds up for every register, and its buckets are those of single tasks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.report_period import SpanKind, previous, span_of
from coordapp.domain.figures.status import (
    AlikeThen,
    Basis,
    Bucket,
    StatusFigure,
    StatusGroup,
    StatusQuestion,
    StatusTable,
    TaskThen,
    bucket,
    ensure_adds_up,
    tabulate,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import DeadlineState, WorkState, deadline_state
from tests.build import a_task

DAY = date(2018, 3, 31)
GROUPS = [StatusGroup(key=key, label=f"Đơn vị {key}") for key in (1, 2, 3)]

days = st.dates(date(2017, 1, 1), date(2019, 12, 31))
facts = st.builds(
    lambda group, state, original, due, finished: (group, state, original, due, finished),
    st.sampled_from((1, 2, 3)),
    st.sampled_from(WorkState),
    st.none() | days,
    st.none() | days,
    st.none() | days,
)
registers = st.lists(facts, max_size=40).map(
    lambda rows: [TaskThen(TaskId(n), *row) for n, row in enumerate(rows, start=1)]
)
questions = st.builds(
    StatusQuestion, day=days, since=st.none() | days, basis=st.sampled_from(Basis)
)


def a_then(number: int = 1, **given: object) -> TaskThen:
    plain = TaskThen(TaskId(number), 1, WorkState.IN_PROGRESS, None, None, None)
    return plain._replace(**given)


def each(tasks: list[TaskThen]) -> list[AlikeThen]:
    return [AlikeThen(task, (task.id,)) for task in tasks]


def one(task: TaskThen, **asked: object) -> StatusTable:
    return tabulate(each([task]), GROUPS, StatusQuestion(**({"day": DAY} | asked)))


@given(tasks=registers, question=questions)
def test_every_table_adds_up(tasks: list[TaskThen], question: StatusQuestion) -> None:
    table = tabulate(each(tasks), GROUPS, question)

    ensure_adds_up(table)
    for row in (*table.rows, table.total):
        count = row.count
        assert count(StatusFigure.TOTAL) == (
            count(StatusFigure.DONE_ON_TIME) + count(StatusFigure.DONE_LATE)
            + count(StatusFigure.OPEN_IN_TIME) + count(StatusFigure.OPEN_OVERDUE)
        )  # fmt: skip
        assert count(StatusFigure.DUE) == count(StatusFigure.DUE_DONE) + count(
            StatusFigure.OPEN_OVERDUE
        )
        assert row.rate is None or 0 <= row.rate <= 1
    for figure in StatusFigure:
        assert table.total.count(figure) == sum(row.count(figure) for row in table.rows)
    left = table.drafts + table.cancelled + table.finished_before
    assert table.counted + left == len(tasks)


@given(tasks=registers, question=questions)
def test_every_number_opens_as_many_tasks_as_it_says(
    tasks: list[TaskThen], question: StatusQuestion
) -> None:
    table = tabulate(each(tasks), GROUPS, question)

    for row in (*table.rows, table.total):
        for figure in StatusFigure:
            assert len(set(row.ids(figure))) == row.count(figure)


@given(tasks=registers, question=questions)
def test_the_longest_delay_is_that_of_one_of_the_late_tasks(
    tasks: list[TaskThen], question: StatusQuestion
) -> None:
    table = tabulate(each(tasks), GROUPS, question)

    by_id = {task.id: task for task in tasks}
    late = [
        by_id[task_id]
        for figure in (StatusFigure.DONE_LATE, StatusFigure.OPEN_OVERDUE)
        for task_id in table.total.ids(figure)
    ]
    delays = [
        ((task.finished_on if task.work_state is WorkState.DONE else question.day)
         - task.deadline(question.basis)).days
        for task in late
    ]  # fmt: skip
    assert table.total.longest_delay == max(delays, default=0)


_SAME = {
    DeadlineState.ON_TIME: Bucket.DONE_ON_TIME,
    DeadlineState.LATE: Bucket.DONE_LATE,
    DeadlineState.IN_TIME: Bucket.OPEN_IN_TIME,
    DeadlineState.DUE_SOON: Bucket.OPEN_IN_TIME,
    DeadlineState.OVERDUE: Bucket.OPEN_OVERDUE,
}


@given(state=st.sampled_from(WorkState), due=st.none() | days, finished=days)
def test_a_task_stands_where_the_register_shows_it(
    state: WorkState, due: date | None, finished: date
) -> None:
    done_on = finished if state is WorkState.DONE else None
    shown = deadline_state(a_task(work_state=state, due=due, finished_on=done_on), DAY, 3)

    where = bucket(a_then(work_state=state, due=due, finished_on=done_on), StatusQuestion(day=DAY))

    if state in (WorkState.DRAFT, WorkState.CANCELLED):
        assert where is None
    elif state is WorkState.ON_HOLD:
        assert where is Bucket.ON_HOLD
    else:
        assert where is _SAME.get(shown, Bucket.NO_DEADLINE)


def test_a_task_due_on_the_day_itself_is_still_in_time() -> None:
    assert one(a_then(due=DAY)).total.count(StatusFigure.OPEN_IN_TIME) == 1
    assert one(a_then(due=DAY - timedelta(1))).total.count(StatusFigure.OPEN_OVERDUE) == 1


def test_finished_after_the_original_but_before_the_extended_date_is_late_only_by_the_first() -> (
    None
):
    task = a_then(
        work_state=WorkState.DONE, original_due=date(2018, 2, 28), due=date(2018, 3, 20),
        finished_on=date(2018, 3, 10),
    )  # fmt: skip

    assert one(task).total.count(StatusFigure.DONE_ON_TIME) == 1
    by_original = one(task, basis=Basis.ORIGINAL).total
    assert (by_original.count(StatusFigure.DONE_LATE), by_original.longest_delay) == (1, 10)


def test_what_is_finished_early_is_not_counted_among_what_was_due() -> None:
    early = a_then(work_state=WorkState.DONE, due=date(2018, 6, 30), finished_on=DAY)

    total = one(early).total

    assert (total.count(StatusFigure.TOTAL), total.count(StatusFigure.DUE), total.rate) == (
        1,
        0,
        None,
    )


def test_a_period_leaves_out_what_was_finished_before_it_and_keeps_what_was_open() -> None:
    since = date(2018, 3, 15)
    before = a_then(1, work_state=WorkState.DONE, due=DAY, finished_on=date(2018, 3, 14))
    within = a_then(2, work_state=WorkState.DONE, due=DAY, finished_on=since)
    still = a_then(3, due=date(2018, 2, 1))

    table = tabulate(each([before, within, still]), GROUPS, StatusQuestion(day=DAY, since=since))

    assert table.total.ids(StatusFigure.TOTAL) == (2, 3)
    assert table.finished_before == 1


def test_the_rows_keep_the_order_of_the_groups_and_leave_out_empty_ones() -> None:
    tasks = [a_then(1, group=3), a_then(2, group=1)]

    table = tabulate(each(tasks), GROUPS, StatusQuestion(day=DAY))

    assert [row.group.key for row in table.rows] == [1, 3]


def test_a_task_of_no_known_group_makes_the_table_refused() -> None:
    table = one(a_then(group=9, due=DAY))

    with pytest.raises(RuleViolation, match="status_does_not_add_up"):
        ensure_adds_up(table)


def test_a_task_counted_twice_makes_the_table_refused() -> None:
    table = tabulate(each([a_then(due=DAY)] * 2), GROUPS, StatusQuestion(day=DAY))

    with pytest.raises(RuleViolation, match="status_does_not_add_up"):
        ensure_adds_up(table)


def test_a_sum_that_is_not_that_of_the_rows_makes_the_table_refused() -> None:
    table = one(a_then(due=DAY))
    wrong = replace(table, total=replace(table.total, tasks=dict.fromkeys(Bucket, ())))

    with pytest.raises(RuleViolation, match="status_does_not_add_up"):
        ensure_adds_up(wrong)


@pytest.mark.parametrize(
    ("kind", "start", "end", "name"),
    [
        (SpanKind.MONTH, date(2018, 3, 15), date(2018, 4, 14), "tháng 4/2018"),
        (SpanKind.QUARTER, date(2018, 3, 15), date(2018, 6, 14), "quý II/2018"),
        (SpanKind.HALF_YEAR, date(2017, 12, 15), date(2018, 6, 14), "6 tháng đầu năm 2018"),
        (SpanKind.NINE_MONTHS, date(2017, 12, 15), date(2018, 9, 14), "9 tháng năm 2018"),
        (SpanKind.YEAR, date(2017, 12, 15), date(2018, 12, 14), "năm 2018"),
    ],
)
def test_the_spans_of_a_day_are_those_of_the_decree(
    kind: SpanKind, start: date, end: date, name: str
) -> None:
    span = span_of(kind, DAY, 14)
    assert (span.start, span.end, span.name) == (start, end, name)


@given(kind=st.sampled_from(SpanKind), day=days, cutoff=st.integers(0, 31))
def test_the_span_before_is_the_equal_one_just_before_or_a_year_earlier(
    kind: SpanKind, day: date, cutoff: int
) -> None:
    span = span_of(kind, day, cutoff)
    before = previous(span, cutoff)

    assert (before.kind, before.end < span.start) == (kind, True)
    if kind is SpanKind.NINE_MONTHS:
        assert before.end.year == span.end.year - 1
    else:
        assert before.end + timedelta(1) == span.start
