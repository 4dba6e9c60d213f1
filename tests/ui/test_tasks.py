"""The page of tasks through real services."""

import unicodedata
from datetime import date

import pytest
from PySide6.QtCore import Qt

from coordapp.domain.ids import TaskId, UnitId
from coordapp.domain.task import Task, WorkState
from coordapp.domain.unit import Unit
from coordapp.services import tasks as actions
from coordapp.services import units
from coordapp.services.tasks import TaskDraft
from coordapp.store import Store, tasks
from coordapp.store.tables import TASKS
from coordapp.ui.bus import Bus
from coordapp.ui.context import Context
from coordapp.ui.jobs import Jobs
from coordapp.ui.run import Runner
from coordapp.ui.tasks.columns import KEYS
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.tasks.task_dialog import TaskDialog

TODAY = date(2018, 3, 31)


@pytest.fixture
def page(qtbot, tmp_path):
    store = Store.create(tmp_path / "so.db")
    units.set_up(store)
    unit = units.add_unit(store, Unit(id=UnitId(0), name="Hội Nông dân tỉnh", short_name="HND"))
    for title, due, state in (
        ("Báo cáo rà soát chỉ tiêu", date(2018, 3, 26), WorkState.IN_PROGRESS),
        ("Sơ kết 6 tháng chương trình phối hợp", date(2018, 5, 31), WorkState.NOT_STARTED),
        ("Nắm tình hình địa bàn", None, WorkState.IN_PROGRESS),
        ("Ban hành thông báo kết luận", date(2018, 1, 5), WorkState.DONE),
    ):
        task = Task(
            id=TaskId(0), code="", title=title, due=due, work_state=state, lead_unit_id=unit.id
        )
        actions.add(store, TaskDraft(task=task), TODAY)
    bus, jobs = Bus(), Jobs()
    store.listen(bus.post)
    made = TasksPage(Context(store=store, bus=bus, jobs=jobs, run=Runner(), today=TODAY))
    qtbot.addWidget(made)
    yield made
    jobs.close()
    store.close()


def cell(page, row, key):
    return page.model.index(row, KEYS.index(key))


def stored(page, row):
    return TASKS.get(page._context.store.reader, page.model.rows[row].id)


def test_due_typed_in_cell_reaches_database_and_view(page, qtbot):
    assert page.model.setData(cell(page, 0, "due"), "5/4")
    assert stored(page, 0).due == date(2018, 4, 5)
    qtbot.waitUntil(lambda: cell(page, 0, "due").data() == "05/04/2018")


def test_chips_count_without_their_own_filter(page, qtbot):
    qtbot.mouseClick(page.chips["overdue"], Qt.MouseButton.LeftButton)
    assert [row.task.title for row in page.model.rows] == ["Báo cáo rà soát chỉ tiêu"]
    counts = {key: chip.text().split()[-1] for key, chip in page.chips.items()}
    assert counts == {
        "all": "4",
        "overdue": "1",
        "soon": "0",
        "waiting": "0",
        "open": "3",
        "done": "1",
        "none": "1",
    }


def test_add_by_dialog_composes_what_was_typed(page, qtbot):
    empty = TaskDraft(task=Task(id=TaskId(0), code="", title=""))
    dialog = TaskDialog(page, empty, page._units, TODAY)
    dialog.accept()
    assert dialog.result() == 0
    dialog.title.setText(unicodedata.normalize("NFD", "Tuyển quân đợt hai"))
    dialog.due.setText("+7")
    dialog.accept()
    page.add(dialog.draft())
    found = page._current().task
    assert (found.title, found.due) == ("Tuyển quân đợt hai", date(2018, 4, 7))


def test_delete_and_undo(page, qtbot):
    page.table.selectRow(0)
    with qtbot.waitSignal(page.said):
        page.delete()
    qtbot.waitUntil(lambda: len(page.model.rows) == 3)
    page._context.store.undo()
    qtbot.waitUntil(lambda: len(page.model.rows) == 4)


def test_due_of_closed_task_is_refused(page, qtbot):
    with qtbot.waitSignal(page._context.run.refused):
        assert not page.model.setData(cell(page, 3, "due"), "5/4")
    assert cell(page, 3, "due").data() == "05/01/2018"


def test_state_is_restored(page):
    page._chip = "done"
    page.table.sortByColumn(KEYS.index("due"), Qt.SortOrder.DescendingOrder)
    state = page.save_state()
    page.clear_filters()
    page.restore_state(state)
    assert page.save_state() == state
    assert len(tasks.find(page._context.store.reader, page.query(), TODAY)) == 1
