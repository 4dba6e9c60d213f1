"""Filtering and sorting the register feel like one repaint."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordapp.domain.figures.grouping import GroupBy
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.queries import TaskRow
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.shell.window import Window
from coordapp.ui.tasks.page import TasksPage
from tests.bench.pairs import ratio, seconds

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def page(qapp, qtbot, large: Path, tmp_path: Path) -> TasksPage:
    store = Store.open(large)
    window = Window(qapp, store, date(2018, 3, 31), Settings(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    window.show()
    window.go("tasks")
    qtbot.waitExposed(window)
    made = window.page("tasks")
    assert isinstance(made, TasksPage)
    yield made
    window.close()
    store.close()


def painted(view: QWidget, work: Callable[[], object]) -> Callable[[], None]:
    """Do the work and paint what it changed."""

    def run() -> None:
        work()
        view.viewport().repaint()  # type: ignore[attr-defined]

    return run


def turning(*steps: Callable[[], object]) -> Callable[[], object]:
    """Take one step after another, round and round."""
    waiting = list(steps)

    def turn() -> object:
        waiting.append(waiting.pop(0))
        return waiting[-1]()

    return turn


def works(page: TasksPage) -> dict[str, Callable[[], object]]:
    chips, model = page.filters.chips, page.model
    due, title = model.column_of("due"), model.column_of("title")
    return {
        "filter": turning(lambda: click(chips, "open"), lambda: click(chips, "all")),
        "sort": turning(lambda: model.sort(due, UP), lambda: model.sort(title, DOWN)),
    }


def click(chips, key: str) -> None:
    chips.choose(key)
    chips.chosen.emit(key)


@pytest.mark.parametrize("kind", ["filter", "sort"])
def test_a_change_of_10000_rows_is_at_most_1_6_repaints(page: TasksPage, kind: str) -> None:
    view = page.table
    ours = painted(view, works(page)[kind])
    taken = ratio(f"{kind} 10,000 rows", ours, painted(view, lambda: None), rounds=25)
    assert taken <= 1.6


@pytest.mark.parametrize("kind", ["filter", "sort"])
def test_a_change_of_100000_rows_takes_at_most_a_tenth_of_a_second(
    page: TasksPage, kind: str
) -> None:
    rows = [
        replace(row, task=replace(row.task, id=TaskId(row.id + 1_000_000 * turn)))
        for turn in range(10)
        for row in page._rows
    ]
    page._rows = rows
    page._filter()
    run = painted(page.table, works(page)[kind])
    run()
    taken = sorted(seconds(run) for _ in range(11))[5]
    print(f"\n{kind} {len(rows)} rows: {taken * 1000:.0f} ms")
    assert taken <= 0.1


def test_grouping_10000_rows_is_at_most_four_plain_sorts_and_a_repaint(page: TasksPage) -> None:
    ways = (lambda: page.views.group_by(GroupBy.LEAD), lambda: page.views.group_by(GroupBy.STATE))
    ours = painted(page.table, turning(*ways))
    rows = list(page._rows)

    def floor() -> list[TaskRow]:
        return sorted(rows, key=lambda row: (row.lead_name, row.task.code))

    taken = ratio("groups of 10,000 rows", ours, painted(page.table, floor), rounds=15)
    assert taken <= 4
