"""The trash in the window: some of several come back, and what goes for ever is asked by name."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.past import trash_queries
from coordapp.ui.history import trash_actions
from coordapp.ui.history.page import HistoryPage
from coordapp.ui.history.trash_dialog import PurgeDialog, RestoreDialog
from tests.build import a_task
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def clock():
    return {"now": datetime(2017, 12, 1, 8, 0)}


@pytest.fixture
def store(tmp_path, clock):
    opened = new_store(tmp_path / "so.db", now=lambda: clock["now"])
    set_up(opened)
    yield opened
    opened.close()


@pytest.fixture
def tasks(store):
    made = [
        task_actions.add(store, TaskDraft(task=a_task(title=f"Việc {n}")), TODAY) for n in (1, 2)
    ]
    task_actions.delete(store, [task.id for task in made])
    return made


@pytest.fixture
def page(show_page, context_on, store, tasks):
    shown = show_page(HistoryPage(context_on(store, TODAY)))
    shown.filters.choose("trash")
    return shown


@pytest.fixture
def answers(monkeypatch):
    """Answer the dialogs: which lines are ticked, and what the last question is."""
    told = {"tick": [0], "yes": True, "asked": []}

    def tick(dialog):
        for row in range(dialog.list.count()):
            item = dialog.list.item(row)
            on = row in told["tick"]
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return dialog.chosen()

    def agrees(_parent, **said):
        told["asked"].append(said)
        return told["yes"]

    monkeypatch.setattr(trash_actions, "asked", tick)
    monkeypatch.setattr(trash_actions, "agrees", agrees)
    return told


def left(store):
    return [one.title for one in trash_queries.deleted_by(store.connection, TODAY)]


def test_one_of_several_comes_back_and_is_counted_in_her_terms(page, store, tasks, answers, qtbot):
    with qtbot.waitSignal(page._context.messages.undo_offered) as told:
        page.detail.restore.click()

    assert told.args == ["Đã khôi phục 1 nhiệm vụ"]
    assert TASKS.find(store.connection, tasks[0].id) is not None
    assert len(left(store)) == 1


def test_turning_away_from_the_list_brings_nothing_back(page, store, answers):
    answers["tick"] = []

    page.detail.restore.click()

    assert len(left(store)) == 2


def test_purging_asks_by_name_and_says_that_nothing_takes_it_back(page, store, answers, qtbot):
    with qtbot.waitSignal(page._context.messages.said) as told:
        page.detail.purge.click()

    (asked,) = answers["asked"]
    assert asked["text"] == "Xóa hẳn 1 nhiệm vụ?"
    assert "Việc 1" in asked["more"]
    assert "không hoàn tác" in asked["more"]
    assert told.args == ["Đã xóa hẳn 1 nhiệm vụ. Không hoàn tác được."]
    assert len(left(store)) == 1


def test_keeping_it_purges_nothing(page, store, answers):
    answers["yes"] = False

    page.trash.clear.click()

    assert len(answers["asked"]) == 1
    assert len(left(store)) == 2


def test_clearing_out_belongs_to_the_trash_alone(page):
    in_trash = page.trash.clear.isHidden()
    page.filters.choose("everything")

    assert not in_trash
    assert page.trash.clear.isHidden()


def test_the_age_leaves_only_what_was_deleted_before(page, store, clock, qtbot):
    clock["now"] = datetime(2018, 3, 30, 8, 0)
    task_actions.delete(
        store, [task_actions.add(store, TaskDraft(task=a_task(title="Mới")), TODAY).id]
    )

    def read(age):
        day = date.fromordinal(TODAY.toordinal() - age)
        return trash_queries.deleted_by(store.connection, day)

    dialog = PurgeDialog(page, read, TODAY)
    qtbot.addWidget(dialog)
    before = dialog.list.count()
    dialog.age.set_value(0)
    dialog.age.edited.emit(0)

    assert before == 2
    assert dialog.list.count() == 3
    assert dialog.chosen() == []
    assert "chưa có mục nào" in dialog.sum.text()


def test_all_are_ticked_to_come_back_and_the_sum_follows_the_ticks(page, store, qtbot):
    records = trash_queries.deleted_by(store.connection, TODAY)
    dialog = RestoreDialog(page, records, TODAY)
    qtbot.addWidget(dialog)
    whole = dialog.sum.text()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)

    assert "2 nhiệm vụ" in whole
    assert "1 nhiệm vụ" in dialog.sum.text()
    assert "xóa 01/12/2017" in dialog.list.item(0).text()
