"""A past day is listed as it was then, and late entries count from when they happened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store import Reader, Store, open_reader
from coordapp.store.past import replay
from coordapp.store.queries import task_queries
from tests.build import MISTYPED, a_task, a_unit

START = date(2018, 3, 1)
DAYS = 8


class Clock:
    day = START

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(9))


def seen(rows: list[TaskRow]) -> list[tuple[Any, ...]]:
    return [
        (
            row.task.code, row.task.work_state, row.deadline, row.task.due, row.task.percent,
            row.task.finished_on, row.lead_name, row.latest_result,
        )
        for row in rows
    ]  # fmt: skip


Step = Callable[[Store, list[TaskId], date], None]


def adding(due: date | None) -> Step:
    def step(store: Store, known: list[TaskId], day: date) -> None:
        draft = TaskDraft(
            task=Task(id=TaskId(0), code="", title="Rà soát", lead_unit_id=1, due=due)
        )
        known.append(task_actions.add(store, draft, day).id)

    return step


def changing(change: Callable[[Store, TaskId, date], object], which: int) -> Step:
    def step(store: Store, known: list[TaskId], day: date) -> None:
        if known:
            change(store, known[which % len(known)], day)

    return step


def reporting(state: WorkState, percent: int | None, text: str) -> Callable[..., object]:
    def change(store: Store, task_id: TaskId, day: date) -> object:
        lead = task_queries.get_row(store.connection, task_id, day).task.lead_unit_id
        draft = ReportDraft(
            happened_on=day, unit_id=lead, state=state, percent=percent, result=text
        )
        return task_actions.report_progress(store, task_id, draft)

    return change


dues = st.none() | st.dates(START, START + timedelta(20))
changes = st.one_of(
    st.sampled_from(WorkState).map(
        lambda state: lambda store, task, day: task_actions.set_work_state(store, task, state, day)
    ),
    dues.map(
        lambda due: lambda store, task, day: task_actions.set_due(store, task, due, move=MISTYPED)
    ),
    st.sampled_from([1, 2, None]).map(
        lambda unit: lambda store, task, day: task_actions.set_lead_unit(store, task, unit)
    ),
    st.integers(0, 100).map(
        lambda percent: lambda store, task, day: task_actions.set_percent(store, task, percent)
    ),
    st.builds(
        reporting,
        st.sampled_from(WorkState),
        st.none() | st.integers(0, 100),
        st.text("ab", max_size=3),
    ),
)
steps = st.one_of(dues.map(adding), st.builds(changing, changes, st.integers(0, 9)))


@pytest.mark.slow
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(days=st.lists(st.lists(steps, max_size=4), min_size=DAYS, max_size=DAYS))
def test_every_day_is_listed_later_as_it_was_seen_then(
    tmp_path_factory: pytest.TempPathFactory, days: list[list[Step]]
) -> None:
    clock = Clock()
    store = Store.create(tmp_path_factory.mktemp("as-of") / "so.db", now=clock)
    for number in (1, 2):
        committee_actions.add_unit(store, a_unit(name=f"Đơn vị {number}", short_name=f"DV{number}"))
    known: list[TaskId] = []
    then: dict[date, list[tuple[Any, ...]]] = {}
    for number, todays in enumerate(days):
        clock.day = START + timedelta(number)
        for step in todays:
            try:
                step(store, known, clock.day)
            except RuleViolation:
                continue
        then[clock.day] = seen(task_queries.find(store.connection, TaskQuery(), clock.day))

    for day, rows in then.items():
        assert seen(replay.find(store.connection, TaskQuery(), day)) == rows
    store.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(path)
    return path


def of(reader: Reader, code: str, day: date) -> Task | None:
    rows = replay.find(reader, TaskQuery(), day)
    return next((row.task for row in rows if row.task.code == code), None)


def test_the_day_of_the_sample_is_the_register_itself(sample: Path) -> None:
    with open_reader(sample) as reader:
        assert replay.find(reader, TaskQuery(), SAMPLE_DAY) == task_queries.find(
            reader, TaskQuery(), SAMPLE_DAY
        )


def test_a_task_is_not_listed_before_it_was_assigned(sample: Path) -> None:
    with open_reader(sample) as reader:
        assert of(reader, "NV-2018-023", date(2018, 3, 18)) is None
        assert of(reader, "NV-2018-023", date(2018, 3, 19)) is not None


def test_a_finished_task_was_going_on_before_and_not_begun_before_that(sample: Path) -> None:
    with open_reader(sample) as reader:
        states = [
            of(reader, "NV-2018-003", day).work_state
            for day in (date(2018, 2, 25), date(2018, 2, 26), date(2018, 3, 19), date(2018, 3, 20))
        ]
    assert states == [
        WorkState.NOT_STARTED, WorkState.IN_PROGRESS, WorkState.IN_PROGRESS, WorkState.DONE,
    ]  # fmt: skip


def test_an_extension_counts_from_its_approval(sample: Path) -> None:
    with open_reader(sample) as reader:
        dues = [
            of(reader, "NV-2018-017", day).due for day in (date(2018, 2, 25), date(2018, 2, 26))
        ]
    assert dues == [date(2018, 2, 28), date(2018, 3, 20)]


def test_a_late_entry_counts_from_when_it_happened(tmp_path: Path) -> None:
    clock = Clock()
    store = Store.create(tmp_path / "so.db", now=clock)
    committee_actions.add_unit(store, a_unit())
    draft = TaskDraft(task=Task(id=TaskId(0), code="", title="Rà soát", lead_unit_id=1))
    task = task_actions.add(store, draft, START)
    clock.day = START + timedelta(9)
    report = ReportDraft(happened_on=START + timedelta(4), unit_id=1, state=WorkState.IN_PROGRESS)
    task_actions.report_progress(store, task.id, report)

    states = [of(store.connection, task.code, START + timedelta(n)).work_state for n in (3, 4, 9)]
    store.close()
    assert states == [WorkState.NOT_STARTED, WorkState.IN_PROGRESS, WorkState.IN_PROGRESS]


def test_filters_are_put_to_the_past_states(sample: Path) -> None:
    query = TaskQuery(work_states=frozenset({WorkState.DONE}))
    day = date(2018, 1, 31)
    with open_reader(sample) as reader:
        found = replay.find(reader, query, day)
        everything = replay.find(reader, TaskQuery(), day)
        by_unit = replay.find(reader, replace(query, unit_id=1), day)
    assert found == [row for row in everything if row.task.work_state is WorkState.DONE]
    assert {row.id for row in by_unit} < {row.id for row in found}


def test_children_done_are_counted_as_of_then(sample: Path) -> None:
    with open_reader(sample) as reader:
        parent = next(
            row for row in replay.find(reader, TaskQuery(), date(2018, 3, 12)) if row.children
        )
    assert (parent.children, parent.children_done) == (8, 1)


def test_a_report_that_tells_nothing_new_leaves_the_days_before_alone(tmp_path: Path) -> None:
    clock = Clock()
    store = Store.create(tmp_path / "so.db", now=clock)
    clock.day = START
    task = task_actions.add(store, TaskDraft(task=a_task(code="", due=None)), START)
    task_actions.set_work_state(store, task.id, WorkState.ON_HOLD, START)
    clock.day = START + timedelta(1)
    reporting(WorkState.ON_HOLD, None, "")(store, task.id, clock.day)

    (row,) = replay.find(store.connection, TaskQuery(), START)

    assert row.task.work_state is WorkState.ON_HOLD
    store.close()
