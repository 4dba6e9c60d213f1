"""The reminders of the day, from the menu at any time."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.reminder import Reason
from coordapp.domain.tasks.task import DeadlineState, WorkState
from coordapp.domain.words.labels import reminders_line
from coordapp.services.tasks import task_actions
from coordapp.settings import Settings
from coordapp.store.queries import overview_queries, reminder_queries, task_queries
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.shell.reminders import Reminders
from coordapp.ui.shell.window import Window
from tests.founding import set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def opened(qtbot, context_on):
    made = []

    def make(store, today=TODAY):
        window = QWidget()
        qtbot.addWidget(window)
        made.append(window)
        return Reminders(context_on(store, today), window)

    return make


def test_the_list_holds_what_the_register_says_is_late_and_waiting(sample):
    found = reminder_queries.read(sample.connection, TODAY)

    rows = [r for r in task_queries.find(sample.connection, TaskQuery(), TODAY) if not r.children]
    assert {one.task.id for one in found if one.reason is Reason.OVERDUE} == {
        r.id
        for r in rows
        if r.deadline is DeadlineState.OVERDUE
        and r.task.work_state is not WorkState.AWAITING_CONFIRMATION
    }
    assert {one.task.id for one in found if one.reason is Reason.WAITING} == {
        r.id for r in rows if r.task.work_state is WorkState.AWAITING_CONFIRMATION
    }
    assert {one.lead_name for one in found} <= {r.lead_name for r in rows}


def test_the_last_day_of_the_calendar_has_reminders_too(sample):
    assert reminder_queries.read(sample.connection, date.max)


def test_it_opens_beside_the_window_and_a_line_leads_to_its_task(qtbot, sample, opened):
    reminding = opened(sample)

    reminding.open()

    dialog = reminding.dialog
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.said.text().startswith("Thứ Bảy, 31/03/2018: ")
    first = dialog.model.record(0)
    dialog.table.select_id(first.task.id)
    with qtbot.waitSignal(reminding._context.navigate.requested) as asked:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked.args == [OpenTask(code=first.task.code)]


def test_a_register_with_nothing_to_say_says_so(store, opened):
    set_up(store)
    reminding = opened(store)

    reminding.open()

    assert reminding.dialog.isVisible()
    assert reminding.dialog.model.rowCount() == 0


def test_what_is_done_meanwhile_leaves_the_list(qtbot, sample, opened):
    reminding = opened(sample)
    reminding.open()
    waiting = next(one for one in reminding.dialog.model.records() if one.reason is Reason.WAITING)

    task_actions.confirm(sample, waiting.task.id, TODAY)

    qtbot.waitUntil(lambda: reminding.dialog.model.row_of(waiting.task.id) is None, timeout=1000)


def test_the_menu_opens_it_and_a_line_shows_the_task_in_the_register(qapp, qtbot, sample, settings):
    window = Window(qapp, sample, TODAY, settings)
    qtbot.addWidget(window)
    window.restore()
    assert window.reminders.dialog is None
    window.reminders.open()
    chosen = window.reminders.dialog.model.record(2)

    window.reminders.dialog.table.clicked.emit(window.reminders.dialog.model.index(2, 0))

    assert window.current == "tasks"
    assert window.page("tasks").table.current_record().task.code == chosen.task.code
    window.close()


def test_the_sums_of_the_list_are_those_of_the_first_page(sample):
    found = reminder_queries.read(sample.connection, TODAY)
    counted = overview_queries.read(sample.connection, TODAY).counts
    line = reminders_line(found, TODAY, 3)

    told, _, meant = line.partition(": ")[2].partition(". ")
    sums = {
        words: sum(int(number) for number in re.findall(rf"(\d+) {words}", told))
        for words in ("quá hạn", "hôm nay", "sắp đến hạn", "chờ xác nhận")
    }
    assert sums == {
        "quá hạn": counted.overdue,
        "hôm nay": counted.due_today,
        "sắp đến hạn": counted.due_soon,
        "chờ xác nhận": counted.waiting,
    }
    assert meant == "Sắp đến hạn: trong 3 ngày tới, kể cả hôm nay."
