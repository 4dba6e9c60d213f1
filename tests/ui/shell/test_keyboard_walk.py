"""The first three jobs of a day by keys alone: see what is pressing, bring it up to date, find."""

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import DeadlineState, WorkState
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries
from coordapp.ui.shell.window import Window
from coordapp.ui.tasks.extend_dialog import ExtendDialog
from coordapp.ui.tasks.report_dialog import ReportDialog
from coordapp.ui.tasks.return_dialog import ReturnDialog
from coordapp.ui.today.figures import FigureButton
from tests.ui.shell.keyboard import (
    Key,
    alt,
    ctrl,
    focused,
    in_dialog,
    press,
    tab_to,
    take_back_keys,
    typed,
)


def a_task(window: Window, **query):
    rows = task_queries.find(window.context.store.connection, TaskQuery(**query), SAMPLE_DAY)
    return next(row for row in rows if not row.children)


def now(window: Window, row):
    return TASKS.get(window.context.store.connection, row.id)


def go_to_task(window: Window, code: str) -> None:
    """Find a task by its code in the one box, and open it."""
    ctrl(Key.Key_K)
    typed(code)
    QTest.qWait(250)
    press(Key.Key_Return)
    assert window.current == "tasks"
    assert window.page("tasks").table.current_record().task.code == code
    window.page("tasks").table.setFocus()


def come_back(window: Window) -> None:
    """Go back to the register after a dialog."""
    take_back_keys(window)
    window.page("tasks").table.setFocus()
    QTest.qWait(50)


# --- job 1: this morning


def test_what_is_late_is_reached_from_the_first_page(window) -> None:
    alt(Key.Key_1)
    assert window.current == "today"
    late = window.page("today").figures["overdue"]
    tab_to(lambda widget: widget is late)

    press(Key.Key_Space)

    page = window.page("tasks")
    assert window.current == "tasks"
    shown = [row for row in page.model.records() if not row.children]
    assert len(shown) == int(late.number.text()) > 0
    assert {row.deadline for row in shown} == {DeadlineState.OVERDUE}


def test_every_figure_and_line_of_the_first_page_takes_the_focus(window) -> None:
    page = window.page("today")
    wanted = [*page.figures.values(), page.table, *page.behind.lines, *page.next_conference.lines]
    page.figures["overdue"].setFocus()
    met = []
    for _ in range(40):
        met.append(focused())
        press(Key.Key_Tab)
    assert all(widget in met for widget in wanted)
    assert isinstance(met[0], FigureButton)


def test_the_most_pressing_task_opens_by_enter(window) -> None:
    page = window.page("today")
    tab_to(lambda widget: widget is page.table)
    page.table.select_id(page.model.id_at(0))
    code = page.model.record(0).task.code

    press(Key.Key_Down)
    press(Key.Key_Up)
    press(Key.Key_Return)

    assert window.page("tasks").table.current_record().task.code == code


# --- job 2: bring a task up to date


def test_a_report_is_written_confirmed_and_taken_back_by_keys(window) -> None:
    row = a_task(window, work_states=frozenset({WorkState.IN_PROGRESS}))
    go_to_task(window, row.task.code)

    def report() -> None:
        typed("Da hop 3 lan, thong nhat ke hoach")
        press(Key.Key_Tab)
        press(Key.Key_Down)  # from "đang thực hiện" to "chờ xác nhận"
        press(Key.Key_Tab, times=5)
        typed("thieu kinh phi")
        press(Key.Key_Return)

    closed = in_dialog(ReportDialog, report)
    ctrl(Key.Key_U)

    assert closed == [True]
    told = task_queries.reports(window.context.store.connection, row.id)[0]
    assert told.result == "Da hop 3 lan, thong nhat ke hoach"
    assert "kinh phi" in told.difficulty + told.proposal
    assert now(window, row).work_state is WorkState.AWAITING_CONFIRMATION

    come_back(window)
    ctrl(Key.Key_Return)
    assert now(window, row).work_state is WorkState.DONE
    ctrl(Key.Key_Z)
    assert now(window, row).work_state is WorkState.AWAITING_CONFIRMATION


def test_a_finished_report_is_returned_with_its_reason_by_keys(window) -> None:
    row = a_task(window, work_states=frozenset({WorkState.AWAITING_CONFIRMATION}))
    go_to_task(window, row.task.code)

    def reason() -> None:
        typed("Chua co so lieu")
        press(Key.Key_Tab)
        press(Key.Key_Return)

    closed = in_dialog(ReturnDialog, reason)
    ctrl(Key.Key_Backspace)

    assert closed == [True]
    assert now(window, row).work_state is WorkState.IN_PROGRESS


def test_a_deadline_is_extended_by_its_paper_by_keys(window) -> None:
    row = a_task(window, deadline_states=frozenset({DeadlineState.OVERDUE}))
    go_to_task(window, row.task.code)
    day = SAMPLE_DAY + timedelta(30)

    def extend() -> None:
        typed("+30")
        press(Key.Key_Tab)
        typed("cho so lieu tinh")
        press(Key.Key_Tab)
        typed("12-CV/BCD")
        press(Key.Key_Return)

    closed = in_dialog(ExtendDialog, extend)
    ctrl(Key.Key_G)

    assert closed == [True]
    after = now(window, row)
    assert (after.due, after.original_due) == (day, row.task.original_due)


def test_a_date_is_typed_in_its_cell(qtbot, window) -> None:
    row = a_task(window, work_states=frozenset({WorkState.IN_PROGRESS}))
    go_to_task(window, row.task.code)
    table = window.page("tasks").table
    keys = [column.key for column in window.page("tasks").model.columns]
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(keys.index("due")))

    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert table.isAncestorOf(editor)
    editor.selectAll()
    typed("30/6/2018")
    press(Key.Key_Return)

    # the cell lets its editor look at the key first, and saves on the next turn
    qtbot.waitUntil(lambda: now(window, row).due == date(2018, 6, 30), timeout=2000)


# --- job 3: find anything


@pytest.mark.parametrize(
    "words",
    ["ket luan 2", "hoi nong dan", "09-NQ/TU", "goi cong dan nhap ngu"],
)
def test_one_box_finds_without_tone_marks_and_enter_opens(qtbot, window, words: str) -> None:
    alt(Key.Key_2)
    ctrl(Key.Key_K)
    typed(words)
    box = focused()
    qtbot.waitUntil(lambda: box._list.isVisible() and box._list.count() > 0, timeout=2000)

    press(Key.Key_Down)
    press(Key.Key_Return)

    assert not box._list.isVisible()
    assert window.current in ("tasks", "conferences", "conclusions", "units")
