"""Wherever a deadline is typed, what is understood is said before it is saved."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import Task
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.ui.tasks.change_dialog import ChangeDialog
from coordapp.ui.tasks.extend_dialog import ExtendDialog
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.tasks.task_dialog import TaskDialog
from coordapp.ui.widgets.deadlines.deadline_echo import DeadlineEcho, EchoBelow
from tests.founding import set_up

TODAY = date(2018, 3, 31)
TASK = Task(id=TaskId(0), code="", title="Rà soát chỉ tiêu", due=date(2018, 4, 2))


@pytest.fixture
def page(qtbot, store, context_on):
    set_up(store)
    task_actions.add(store, TaskDraft(task=TASK), TODAY)
    made = TasksPage(context_on(store, TODAY))
    made.resize(1110, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def open_cell(qtbot, page):
    page.table.setCurrentIndex(page.model.index(0, page.model.column_of("due")))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.viewport().findChild(QLineEdit)
    return editor, page.table.viewport().findChild(EchoBelow)


def type_in(qtbot, field, words):
    # the key of a letter with marks is no key of a keyboard
    for letter in words:
        qtbot.keyClicks(field, letter) if letter.isascii() else field.insert(letter)


def stored(page):
    return TASKS.get(page._context.store.connection, page.model.id_at(0))


def shown(dialog):
    return [echo.text() for echo in dialog.findChildren(DeadlineEcho) if not echo.isHidden()]


def test_a_cell_says_the_day_while_it_is_typed_and_no_longer(qtbot, page):
    editor, echo = open_cell(qtbot, page)

    qtbot.keyClicks(editor, "+7")

    assert echo.isVisible()
    assert echo.text() == "→ Thứ Bảy 07/04/2018"
    assert not echo.geometry().intersects(editor.geometry())
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.viewport().findChild(EchoBelow) is None)
    assert stored(page).due == date(2018, 4, 7)


def test_words_without_a_day_typed_in_a_cell_are_kept_and_one_undo_takes_them_back(qtbot, page):
    editor, echo = open_cell(qtbot, page)

    type_in(qtbot, editor, "sau khi có hướng dẫn")
    said = echo.text()
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert said == "⚠ Không có ngày: còn chờ một việc chưa rõ ngày; giữ nguyên lời"
    qtbot.waitUntil(lambda: stored(page).due is None)
    task = stored(page)
    assert (task.due, task.deadline_kind, task.deadline_wording) == (
        None,
        DeadlineKind.NONE,
        "sau khi có hướng dẫn",
    )
    page._context.store.undo()
    assert (stored(page).due, stored(page).deadline_wording) == (date(2018, 4, 2), "")


def test_how_often_typed_in_a_cell_makes_a_periodic_task(qtbot, page):
    editor, _ = open_cell(qtbot, page)

    type_in(qtbot, editor, "hằng tháng trước ngày 25")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: stored(page).due is None)
    task = stored(page)
    assert (task.deadline_kind, task.deadline_wording) == (
        DeadlineKind.PERIODIC,
        "hằng tháng trước ngày 25",
    )


def test_a_mistyped_day_stays_in_the_cell(qtbot, page):
    editor, echo = open_cell(qtbot, page)

    qtbot.keyClicks(editor, "31/4")
    said = echo.text()
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert said == "⚠ Không có ngày: ngày này không có trong lịch"
    assert editor.isVisible()
    assert stored(page).due == date(2018, 4, 2)


def test_the_form_of_a_task_says_both_what_is_typed_and_what_its_words_mean(qtbot):
    dialog = TaskDialog(None, TaskDraft(task=TASK), [], TODAY, Calendar())
    qtbot.addWidget(dialog)
    dialog.show()
    before = shown(dialog)
    dialog.due.setFocus()
    dialog.due.selectAll()

    type_in(qtbot, dialog.due, "t6 tuần sau")
    type_in(qtbot, dialog.wording, "trước ngày 15/4")

    assert before == ["→ Thứ Hai 02/04/2018"]
    assert shown(dialog) == ["→ Thứ Sáu 06/04/2018", "⚠ Chủ nhật 15/04/2018 (năm tự hiểu)"]


def test_words_typed_as_the_deadline_of_a_task_become_its_words(qtbot):
    dialog = TaskDialog(None, TaskDraft(task=TASK), [], TODAY, Calendar())
    qtbot.addWidget(dialog)
    dialog.due.setText("hằng quý")

    task = dialog.draft().task

    assert dialog.mistakes() == []
    assert (task.due, task.deadline_kind, task.deadline_wording) == (
        None,
        DeadlineKind.PERIODIC,
        "hằng quý",
    )


def test_bulk_changes_and_extensions_say_the_day_too(qtbot):
    bulk = ChangeDialog(None, [TASK], [], TODAY, Calendar())
    later = ExtendDialog(None, TASK, TODAY, Calendar())
    for dialog, field in ((bulk, bulk.due), (later, later.new_due)):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClicks(field, "+7")

    assert shown(bulk) == shown(later) == ["→ Thứ Bảy 07/04/2018"]
    bulk.due.setText("(xóa)")
    assert shown(bulk) == []
