"""The page of the history: filtered, read on while scrolled, and the trash that gives back."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.services.committee import committee_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.ui.history.page import PAGE, HistoryPage
from coordapp.ui.kit.navigation import OpenConference, OpenTask
from tests.build import a_conference, a_task, a_unit
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
HOSTILE = '<img src="file:///etc/passwd"><b>đậm</b>'


@pytest.fixture
def clock():
    return {"now": datetime(2018, 3, 29, 8, 0)}


@pytest.fixture
def store(tmp_path, clock):
    opened = new_store(tmp_path / "so.db", now=lambda: clock["now"])
    set_up(opened)
    yield opened
    opened.close()


@pytest.fixture
def task(store):
    return task_actions.add(store, TaskDraft(task=a_task(product="Báo cáo")), TODAY)


@pytest.fixture
def context(context_on, store):
    return context_on(store, TODAY)


@pytest.fixture
def page(show_page, context, task):
    return show_page(HistoryPage(context))


def done(page):
    return [entry.op for entry in page.model.records()]


def cell(page, row, key):
    return page.model.index(row, page.model.column_of(key)).data()


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, page):
    qtmodeltester.check(page.model, force_py=True)


def test_actions_stand_newest_first_in_words(page, task):
    assert cell(page, 0, "at") == "29/03/2018 08:00"
    assert cell(page, 0, "op") == "Thêm nhiệm vụ"
    assert cell(page, 0, "record") == f"Nhiệm vụ · {task.code} {task.title}"
    assert cell(page, 1, "op") == "Lập sổ mới"


def test_the_newest_action_is_shown_with_what_it_did(page, task):
    text = page.detail.changes.toPlainText()

    assert "Thêm nhiệm vụ" in text
    assert f"{task.code} {task.title}" in text
    assert "Sản phẩm: Báo cáo" in text


def test_a_change_is_shown_before_and_after(page, store, task, qtbot):
    task_actions.set_percent(store, task.id, 40)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.select_id(page.model.id_at(0))

    assert "% hoàn thành: trống → 40" in page.detail.changes.toPlainText()


def test_text_of_people_is_never_read_as_markup(page, store, qtbot):
    task_actions.add(
        store, TaskDraft(task=a_task(title=HOSTILE, note=f"{HOSTILE}\n{HOSTILE}")), TODAY
    )
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.select_id(page.model.id_at(0))

    assert page.detail.changes.toPlainText().count(HOSTILE) == 4
    assert HOSTILE in cell(page, 0, "record")


def test_a_new_action_comes_on_top_and_the_chosen_one_stays(page, store, task, qtbot):
    chosen = page.table.current_id()

    task_actions.set_percent(store, task.id, 40)

    qtbot.waitUntil(lambda: done(page)[0] is Op.SET_PERCENT)
    assert page.table.current_id() == chosen


def test_a_page_that_is_not_seen_reads_when_it_is_seen_again(page, store, task, context, qtbot):
    page.hide()
    with qtbot.waitSignal(context.bus.changed):
        task_actions.set_percent(store, task.id, 40)
    hidden = done(page)

    page.show()

    assert Op.SET_PERCENT not in hidden
    assert done(page)[0] is Op.SET_PERCENT


def test_older_actions_are_read_when_the_end_is_reached(page, store, task, qtbot):
    for n in range(2 * PAGE):
        task_actions.set_percent(store, task.id, n % 100)
    page.refresh()
    first = page.model.rowCount()
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount() > first)
    stays = page.table.verticalScrollBar().value()
    page.table.scrollToBottom()

    qtbot.waitUntil(lambda: page.model.rowCount() == 2 * PAGE + 2)
    assert first == PAGE
    assert stays > 0
    assert len(set(page.model.records())) == 2 * PAGE + 2


@pytest.mark.parametrize(
    "choose",
    [
        pytest.param(lambda f: f.kind.set_value(Kind.TASK), id="kind"),
        pytest.param(lambda f: f.op.set_value(Op.ADD_TASK), id="action"),
    ],
)
def test_a_choice_leaves_only_its_actions(page, choose):
    choose(page.filters)
    page.filters.changed.emit()

    assert done(page) == [Op.ADD_TASK]


def test_days_leave_only_the_actions_between_them(page, store, task, clock, qtbot):
    clock["now"] = datetime(2018, 3, 30, 9, 0)
    task_actions.set_percent(store, task.id, 40)
    page.filters.since.setFocus()
    qtbot.keyClicks(page.filters.since, "30/3")
    qtbot.keyClick(page.filters.since, Qt.Key.Key_Return)

    assert done(page) == [Op.SET_PERCENT]
    assert not page.filters.clear_button.isHidden()


def test_typing_without_tone_marks_searches(page, qtbot):
    qtbot.keyClicks(page.filters.search, "ra soat")

    qtbot.waitUntil(lambda: done(page) == [Op.ADD_TASK])


def test_a_filter_that_leaves_nothing_offers_to_be_dropped(page, qtbot):
    page.filters.search.setText("không có đâu")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)

    page._empty.requested.emit()

    assert page.model.rowCount() == 2
    assert page.filters.search.text() == ""


def test_opening_an_action_leads_to_its_record(page, store, task, qtbot):
    with qtbot.waitSignal(page._context.navigate.requested) as asked:
        page.table.activated_row.emit(page.table.current_id())
    conference = conference_actions.add(store, a_conference(code=""), TODAY)
    page.refresh()
    page.table.select_id(page.model.id_at(0))

    with qtbot.waitSignal(page._context.navigate.requested) as asked_too:
        page.detail.open.click()

    assert asked.args == [OpenTask(code=task.code)]
    assert asked_too.args == [OpenConference(code=conference.code)]


def test_an_action_on_what_cannot_be_opened_says_so(page, store, qtbot):
    committee_actions.add_unit(store, a_unit())
    page.refresh()
    page.table.select_id(page.model.id_at(0))

    with qtbot.waitSignal(page._context.messages.said):
        page.open()

    assert page.detail.open.isHidden()


def test_an_empty_trash_says_so_and_leads_back(page):
    page.filters.choose("trash")
    empty = page.model.rowCount()
    page._empty.requested.emit()

    assert empty == 0
    assert page.model.rowCount() == 2


def test_what_was_deleted_comes_back_from_the_trash_and_can_be_undone(page, store, task, qtbot):
    task_actions.delete(store, [task.id])
    page.filters.choose("trash")
    listed = done(page)
    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        page.detail.restore.click()
    back = TASKS.find(store.connection, task.id)
    qtbot.waitUntil(lambda: bool(page.model.dimmed))
    assert done(page) == [Op.DELETE_TASKS]  # the next key falls on no neighbour
    page.hide()
    page.show()
    assert page.model.rowCount() == 0
    store.undo()

    assert listed == [Op.DELETE_TASKS]
    assert offered.args == ["Đã khôi phục 1 nhiệm vụ"]
    assert back == task
    assert TASKS.find(store.connection, task.id) is None


def test_a_refused_restoring_says_why(page, store, task, context, qtbot):
    task_actions.delete(store, [task.id])
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(code=task.code))
    page.filters.choose("trash")

    with qtbot.waitSignal(context.run.refused) as told:
        page.detail.restore.click()

    assert task.code in told.args[0]


def test_only_what_is_gone_can_be_restored(page, store, task):
    without = page.detail.restore.isHidden()
    task_actions.delete(store, [task.id])
    page.refresh()
    page.table.select_id(page.model.id_at(0))

    assert without
    assert not page.detail.restore.isHidden()


def test_the_view_is_remembered(page, context, qtbot):
    page.filters.choose("trash")
    again = HistoryPage(context)
    qtbot.addWidget(again)

    again.restore_state(page.save_state())

    assert again.filters.value().gone
