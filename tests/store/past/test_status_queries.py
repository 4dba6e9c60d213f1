"""Counting sees every past day as the register lists it."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.figures.status import (
    AlikeThen,
    Basis,
    Grouping,
    StatusQuestion,
    StatusRow,
    StatusTable,
    TaskThen,
    tabulate,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.store import Reader, Store, open_reader
from coordapp.store.past import replay, status_queries
from tests.build import a_task, a_unit
from tests.store.past.test_replay import DAYS, START, Clock, Step, changing, steps


def listed(reader: Reader, day: date) -> list[TaskThen]:
    return sorted(
        TaskThen(
            row.id, row.task.lead_unit_id or 0, row.task.work_state, row.task.original_due,
            row.task.due, row.task.finished_on, row.task.lead_unit_id or 0,
        )
        for row in replay.find(reader, TaskQuery(), day)
        if not row.children
    )  # fmt: skip


def counted(reader: Reader, day: date) -> list[TaskThen]:
    return sorted(status_queries.read(reader, day, Grouping.UNIT))


def extending(store: Store, task_id: TaskId, day: date, new_due: date) -> None:
    task_actions.extend(store, task_id, new_due, reason="Vì", paper="", approved_on=day)


def reporting_of(days_ago: int, state: WorkState):
    def change(store: Store, task_id: TaskId, day: date) -> None:
        happened = day - timedelta(days_ago)
        draft = ReportDraft(happened_on=happened, unit_id=None, state=state)
        task_actions.report_progress(store, task_id, draft)

    return change


late_steps = st.one_of(
    steps,
    st.builds(
        lambda change, which: changing(change, which),
        st.builds(reporting_of, st.integers(0, 5), st.sampled_from(WorkState))
        | st.dates(START, START + timedelta(30)).map(
            lambda new: lambda store, task, day: extending(store, task, day, new)
        ),
        st.integers(0, 9),
    ),
)


@pytest.mark.slow
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(days=st.lists(st.lists(late_steps, max_size=4), min_size=DAYS, max_size=DAYS))
def test_every_day_is_counted_as_it_is_listed(
    tmp_path_factory: pytest.TempPathFactory, days: list[list[Step]]
) -> None:
    clock = Clock()
    store = Store.create(tmp_path_factory.mktemp("status") / "so.db", now=clock)
    for number in (1, 2):
        committee_actions.add_unit(store, a_unit(name=f"Đơn vị {number}", short_name=f"DV{number}"))
    known: list[TaskId] = []
    for number, todays in enumerate(days):
        clock.day = START + timedelta(number)
        for step in todays:
            try:
                step(store, known, clock.day)
            except RuleViolation:
                continue

    for number in range(-3, DAYS + 2):
        day = START + timedelta(number)
        assert counted(store.connection, day) == listed(store.connection, day)
    store.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(path)
    return path


@pytest.mark.parametrize("weeks", range(0, 20, 2))
def test_the_sample_is_counted_as_it_is_listed(sample: Path, weeks: int) -> None:
    day = SAMPLE_DAY - timedelta(weeks=weeks)
    with open_reader(sample) as reader:
        assert counted(reader, day) == listed(reader, day)


@pytest.mark.parametrize("grouping", Grouping)
def test_every_task_is_of_a_group_that_is_offered(sample: Path, grouping: Grouping) -> None:
    with open_reader(sample) as reader:
        keys = [group.key for group in status_queries.groups(reader, grouping)]
        assert {task.group for task in status_queries.read(reader, SAMPLE_DAY, grouping)} <= set(
            keys
        )
    assert len(keys) == len(set(keys))


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register whose tasks have every state and lie to two days in every way."""
    path = tmp_path_factory.mktemp("kinds") / "so.db"
    write_sample(path)
    days = [None, *(SAMPLE_DAY + timedelta(n) for n in (-40, -20, 0, 9))]
    texts = [None if day is None else day.isoformat() for day in days]
    with sqlite3.connect(path) as connection:
        names = [row[1] for row in connection.execute("pragma table_info(task)")]
        given = ("code", "work_state", "original_due", "due", "finished_on", "assigned_on")
        rest = ", ".join(name for name in names if name not in {"id", *given})
        connection.executemany(
            f"insert into task ({', '.join(given)}, {rest}) select ?, ?, ?, ?, ?, ?, {rest} "
            "from task where parent_id is null and id % 5 = ? limit 1",
            [
                (f"X-{n}", state.value, original, due, finished, texts[n % 4], n % 5)
                for n, (state, original, due, finished) in enumerate(
                    product(WorkState, texts, texts, texts)
                )
            ],
        )
    connection.close()
    return path


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("since", [None, SAMPLE_DAY - timedelta(20)], ids=["all", "of a period"])
def test_tasks_told_together_count_as_one_by_one(
    every_kind: Path, since: date | None, grouping: Grouping, basis: Basis
) -> None:
    for back in (0, 10, 40, 400):
        day = SAMPLE_DAY - timedelta(back)
        asked = StatusQuestion(day=day, since=since, grouping=grouping, basis=basis)
        with open_reader(every_kind) as reader:
            groups = status_queries.groups(reader, grouping)
            alone = [
                AlikeThen(task, (task.id,)) for task in status_queries.read(reader, day, grouping)
            ]
            together = list(status_queries.read_alike(reader, asked))

        assert back or len(together) < len(alone)
        assert _sorted(tabulate(together, groups, asked)) == _sorted(tabulate(alone, groups, asked))


def _sorted(table: StatusTable) -> StatusTable:
    """Put the numbers of tasks into one order."""

    def row(one: StatusRow) -> StatusRow:
        return replace(one, tasks={where: tuple(sorted(ids)) for where, ids in one.tasks.items()})

    return replace(table, rows=tuple(map(row, table.rows)), total=row(table.total))


def test_a_task_without_unit_or_conclusion_is_of_the_last_groups(store: Store) -> None:

    task_actions.add(store, TaskDraft(task=a_task()), START)
    day = date(2018, 3, 1)
    labels = []
    for grouping in Grouping:
        (task,) = status_queries.read(store.connection, day, grouping)
        groups = {
            group.key: group.label for group in status_queries.groups(store.connection, grouping)
        }
        labels.append(groups[task.group])
    assert labels == ["Chưa giao đơn vị", "Ngoài hội nghị", "Giao đột xuất"]


def test_a_task_of_a_paper_named_in_words_is_of_that_paper(store: Store) -> None:
    for code, paper in (
        ("1", "Công văn 12-CV/TU"),
        ("2", "Công văn 12-CV/TU"),
        ("3", "Kế hoạch 5"),
    ):
        task_actions.add(store, TaskDraft(task=a_task(code=code, quoted=paper)), START)
    day = date(2018, 3, 1)
    tasks = list(status_queries.read(store.connection, day, Grouping.SOURCE))
    groups = {
        group.key: group.label for group in status_queries.groups(store.connection, Grouping.SOURCE)
    }

    assert [groups[task.group] for task in tasks] == [
        "Công văn 12-CV/TU", "Công văn 12-CV/TU", "Kế hoạch 5",
    ]  # fmt: skip
    said = status_queries.words(store.connection, day, [task.id for task in tasks])
    assert [words.source for words in said.values()] == [
        "Công văn 12-CV/TU", "Công văn 12-CV/TU", "Kế hoạch 5",
    ]  # fmt: skip
