"""The column of what is clear in the register and the line in the panel: marks for the eye, words for all."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.queries import committee_queries
from coordapp.ui.kit.navigation import TaskChip
from coordapp.ui.tables.model import DOTS_ROLE
from coordapp.ui.tasks.page import TasksPage
from tests.build import MISTYPED
from tests.founding import set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def add(store):
    set_up(store)
    lead = committee_actions.add_unit(
        store, Unit(id=UnitId(0), name="Hội Nông dân", short_name="HND")
    )

    def add_task(**given):
        known = {
            "title": "Sơ kết chương trình",
            "lead_unit_id": lead.id,
            "quoted": "Công văn số 5",
        }
        draft = TaskDraft(task=Task(id=TaskId(0), code="", **(known | given)))
        return task_actions.add(store, draft, TODAY)

    return add_task


@pytest.fixture
def page(qtbot, context_on, store):
    shown = TasksPage(context_on(store, TODAY))
    shown.resize(1110, 600)
    qtbot.addWidget(shown)
    return shown


def open_page(page):
    page.refresh()
    page.show()
    return page


def mark(page, row=0):
    return page.model.index(row, page.model.column_of("clarity"))


def lines(page):
    return [label.text() for label in page.detail.findChildren(QLabel)]


def test_the_marks_are_full_for_what_is_clear(add, page):
    add()
    open_page(page)

    assert mark(page).data(DOTS_ROLE) == (True, True, False, False, True)
    assert mark(page).data() == "3/5"
    assert mark(page).data(Qt.ItemDataRole.AccessibleTextRole) == "3/5"


def test_the_tool_tip_lists_what_is_missing(add, page):
    add()
    open_page(page)

    assert mark(page).data(Qt.ItemDataRole.ToolTipRole) == (
        "Chưa rõ thời gian, chưa rõ kết quả\nCòn thiếu: thời hạn, sản phẩm"
    )


def test_a_clear_task_says_so(add, page):
    add(product="Báo cáo", due=date(2018, 5, 31))
    open_page(page)

    assert (mark(page).data(), mark(page).data(Qt.ItemDataRole.ToolTipRole)) == ("5/5", "Đủ 5 rõ")
    assert not any(text.startswith("Còn thiếu") for text in lines(page))


def test_the_panel_says_what_is_missing_until_it_is_filled(add, page, store, qtbot):
    task = add(product="Báo cáo")
    open_page(page)
    before = lines(page)

    task_actions.set_due(store, task.id, date(2018, 5, 31), move=MISTYPED)

    assert "Còn thiếu: thời hạn" in before
    qtbot.waitUntil(lambda: not any(text.startswith("Còn thiếu") for text in lines(page)))


def test_nothing_more_is_asked_of_a_finished_task(add, page):
    add(work_state=WorkState.DONE, finished_on=TODAY)
    open_page(page)

    assert not any(text.startswith("Còn thiếu") for text in lines(page))


def test_a_parent_leaves_its_marks_to_its_children(add, page, store):
    parent = add()
    add(parent_id=parent.id)
    open_page(page)
    page.filters.show_only(TaskChip.GATHERING)

    row = page.model.row_of(parent.id)
    assert (mark(page, row).data(), mark(page, row).data(DOTS_ROLE)) == ("", ())
    assert "từng đơn vị" in mark(page, row).data(Qt.ItemDataRole.ToolTipRole)


def test_the_column_waits_in_the_menu_and_is_copied_as_words(add, page):
    add()
    open_page(page)
    hidden = page.table.isColumnHidden(mark(page).column())
    choice = next(a for a in page.table.arrangement.menu().actions() if a.text() == "Mức rõ")

    choice.trigger()
    page.table.selectAll()
    page.table.copy_selection()

    assert hidden
    assert not page.table.isColumnHidden(mark(page).column())
    assert QGuiApplication.clipboard().text().endswith("3/5")


def test_the_marks_are_painted(add, page):
    add()
    open_page(page)
    page.table.setColumnHidden(mark(page).column(), False)
    page.resize(1600, 600)
    place = page.table.visualRect(mark(page))
    page.table.clearSelection()

    picture = page.table.viewport().grab(place).toImage()

    colours = {picture.pixel(x, picture.height() // 2) for x in range(picture.width())}
    assert len(colours) > 1


def test_tasks_are_sorted_by_how_clear_they_are(add, page):
    add()
    add(product="Báo cáo", due=date(2018, 5, 31))
    add(product="Báo cáo")
    open_page(page)

    page.table.sortByColumn(mark(page).column(), Qt.SortOrder.AscendingOrder)

    assert [mark(page, row).data() for row in range(3)] == ["3/5", "4/5", "5/5"]


def test_the_list_is_the_office_s_own_and_is_heard_at_once(add, page, store, qtbot):
    add()
    open_page(page)
    body = committee_queries.get(store.connection)
    committee_actions.edit_committee(
        store, replace(body, clarity="rõ việc: nội dung việc\nrõ đầu mối: đầu mối")
    )

    qtbot.waitUntil(lambda: mark(page).data() == "1/2")
    assert "chưa rõ đầu mối" in mark(page).data(Qt.ItemDataRole.ToolTipRole).lower()
    page.filters.choose_lacking("rõ đầu mối")
    assert page.model.rowCount() == 1
    assert page.filters.active() == [("lacking", "Chưa rõ đầu mối")]
    page.filters.choose_lacking("rõ việc")
    assert page.model.rowCount() == 0


def test_a_view_of_an_earlier_version_finds_its_point_again(page):
    page.filters.restore_state({"lacking": "result"})

    assert page.filters.active() == [("lacking", "Chưa rõ kết quả")]
