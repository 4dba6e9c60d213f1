"""The committee's own number of days is meant wherever something is called due soon."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from coordapp.cli import read
from coordapp.domain.committee.unit import Unit
from coordapp.domain.figures.desk_contents import SlipFor
from coordapp.domain.figures.grouping import GroupBy, grouped
from coordapp.domain.figures.overview import Standing
from coordapp.domain.kernel.changes import Op
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.reminder import Reason
from coordapp.domain.tasks.task import DeadlineState
from coordapp.domain.words.labels import soon_span
from coordapp.services.committee import committee_actions
from coordapp.services.documents import paper_reading
from coordapp.services.exports import desk_reading
from coordapp.services.exports.desk_reading import DeskRequest
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.past import replay
from coordapp.store.queries import (
    committee_queries,
    overview_queries,
    reminder_queries,
    task_queries,
    unit_queries,
)
from coordapp.ui.kit.navigation import TaskChip
from coordapp.ui.tasks.filters import FilterResult, TaskFilter
from tests.build import a_task, a_unit
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
AHEAD = range(-2, 16)  # days from today to the deadlines


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A task for each day, all led by one unit; the code says how far its day is."""
    path = tmp_path_factory.mktemp("soon") / "so.sodp"
    store = new_store(path, now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(store)
    unit = committee_actions.add_unit(store, a_unit())
    with store.write(Op.WRITE_SAMPLE) as work:
        for left in AHEAD:
            due = TODAY + timedelta(left)
            work.add(TASKS, a_task(code=f"{left}", due=due, lead_unit_id=unit.id))
    yield store, unit
    store.close()


def by_deadline(store: Store) -> set[str]:
    rows = task_queries.find(store.connection, TaskQuery(), TODAY)
    units = unit_queries.all_units(store.connection)
    parts = {group.key: members for group, members in grouped(rows, GroupBy.DEADLINE, units)}
    return {row.task.code for row in parts[DeadlineState.DUE_SOON.value]}


def under_the_chip(store: Store) -> set[str]:
    rows = task_queries.find(store.connection, TaskQuery(), TODAY)
    result = FilterResult.of(rows, TODAY)
    chosen = {row.task.code for row in result.chosen(TaskChip.SOON)}
    assert result.counts[TaskChip.SOON] == len(chosen)
    return chosen


def asked_for(store: Store) -> set[str]:
    query = TaskFilter(chip=TaskChip.SOON).query()
    return {row.task.code for row in task_queries.find(store.connection, query, TODAY)}


def as_it_stood(store: Store) -> set[str]:
    query = TaskFilter(chip=TaskChip.SOON).query()
    return {row.task.code for row in replay.find(store.connection, query, TODAY)}


def reminded(store: Store) -> set[str]:
    found = reminder_queries.read(store.connection, TODAY)
    return {one.task.code for one in found if one.reason in (Reason.TODAY, Reason.SOON)}


def on_the_slip(store: Store) -> set[str]:
    unit = unit_queries.all_units(store.connection)[0]
    asked = DeskRequest(as_of=TODAY, whom=SlipFor.UNIT, name=unit.short_name)
    report = desk_reading.slip(store.connection, asked)
    return {r.task.code for r in report.rows if r.deadline is not DeadlineState.OVERDUE}


def in_excel(store: Store) -> set[str]:
    report = paper_reading.register(store.connection, TaskQuery(), TODAY)
    return {row.code for row in report.rows if "sắp đến hạn" in row.state_label}


def on_the_command_line(store: Store) -> set[str]:
    tasks = read.all_tasks(store.connection, TODAY)
    return {one["code"] for one in tasks if one["deadline_state"] == "due_soon"}


PLACES: tuple[Callable[[Store], set[str]], ...] = (
    by_deadline, under_the_chip, asked_for, as_it_stood, reminded, on_the_slip, in_excel,
    on_the_command_line,
)  # fmt: skip


@pytest.mark.parametrize("days", [0, 3, 10])
def test_every_place_means_the_number_of_days_of_the_committee(book: tuple[Store, Unit], days):
    store, unit = book
    body = committee_queries.get(store.connection)
    committee_actions.edit_committee(store, replace(body, due_soon_days=days))

    told = {place.__name__: place(store) for place in PLACES}

    expected = {f"{left}" for left in range(days + 1)}
    assert told == dict.fromkeys(told, expected)
    first_page = overview_queries.read(store.connection, TODAY)
    (bar,) = first_page.counts.by_unit
    assert first_page.due_soon_days == days
    assert first_page.counts.due_soon == bar.counts[Standing.DUE_SOON] == len(expected)
    assert bar.unit == unit


def test_another_number_of_days_is_shown_at_once_on_every_page(window):
    today, tasks = window.page("today"), window.page("tasks")
    store = window.context.store
    window.go("tasks")
    before = tasks.filters.chips._chips["soon"].text()

    body = committee_queries.get(store.connection)
    committee_actions.edit_committee(store, replace(body, due_soon_days=30))
    window.context.bus.deliver()
    chip = tasks.filters.chips._chips["soon"]
    shown = chip.text()
    assert chip.toolTip() == "Đến hạn trong 30 ngày tới, kể cả hôm nay"
    window.go("today")

    counted = overview_queries.read(store.connection, SAMPLE_DAY).counts.due_soon
    assert shown != before
    assert int(shown.split()[-1]) == int(today.figures["soon"].number.text()) == counted
    assert soon_span(30) in today.figures["soon"].note.text()
