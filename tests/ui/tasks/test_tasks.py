"""The page of tasks through real services."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.tasks import bulk_actions, task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.settings import Settings
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import task_queries, unit_queries
from coordapp.ui.tables.model import DIM_ROLE
from coordapp.ui.tasks.extend_dialog import ExtendDialog
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.tasks.return_dialog import ReturnDialog
from coordapp.ui.tasks.task_dialog import TaskDialog
from tests.build import MISTYPED, a_task, a_unit
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
REPORT, REVIEW, WATCH, NOTICE = (
    "Báo cáo rà soát chỉ tiêu",
    "Sơ kết 6 tháng chương trình phối hợp",
    "Nắm tình hình địa bàn",
    "Ban hành thông báo kết luận",
)


@pytest.fixture
def filled(tmp_path):
    store = new_store(tmp_path / "so.db")
    set_up(store)
    farmers = committee_actions.add_unit(
        store, Unit(id=UnitId(0), name="Hội Nông dân", short_name="HND")
    )
    women = committee_actions.add_unit(
        store, Unit(id=UnitId(0), name="Hội Phụ nữ", short_name="HPN")
    )
    for title, due, state, lead, part in (
        (REPORT, date(2018, 3, 26), WorkState.IN_PROGRESS, farmers, women),
        (REVIEW, date(2018, 5, 31), WorkState.NOT_STARTED, farmers, None),
        (WATCH, None, WorkState.IN_PROGRESS, women, farmers),
        (NOTICE, date(2018, 1, 5), WorkState.DONE, women, None),
    ):
        task = Task(
            id=TaskId(0), code="", title=title, due=due, work_state=state, lead_unit_id=lead.id
        )
        parts = () if part is None else ((part.id, "phối hợp"),)
        task_actions.add(store, TaskDraft(task=task, coordination=parts), TODAY)
    yield store
    store.close()


@pytest.fixture
def pages(qtbot, context_on):
    """Make pages on a store, their jobs stopped at the end."""

    def make(store):
        page = TasksPage(context_on(store, TODAY))
        page.resize(1110, 600)
        qtbot.addWidget(page)
        page.show()
        return page

    return make


@pytest.fixture
def page(pages, filled):
    return pages(filled)


def cell(page, row, key):
    return page.model.index(row, page.model.column_of(key))


def titles(page):
    return [row.task.title for row in page.model.records()]


def selected(page):
    return [page.model.record(page.model.row_of(i)).task.title for i in page.table.target_ids()]


def stored(page, row):
    return TASKS.get(page._context.store.connection, page.model.id_at(row))


def press_chip(qtbot, page, title):
    chips = page.filters.chips.findChildren(QPushButton)
    chip = next(chip for chip in chips if chip.text().startswith(title))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def choose(qtbot, box, text):
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def start_typing(qtbot, page, row, key, kind=QLineEdit):
    page.table.setCurrentIndex(cell(page, row, key))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    return page.table.viewport().findChild(kind)


# --- the list


def test_the_model_keeps_the_rules_of_qt(page, qtbot, qtlog):
    warning = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(page.model, warning, page)
    store = page._context.store

    page.table.sortByColumn(page.model.column_of("due"), Qt.SortOrder.DescendingOrder)
    press_chip(qtbot, page, "Quá hạn")
    press_chip(qtbot, page, "Tất cả")
    bulk_actions.duplicate(store, [page.model.id_at(1)], TODAY)
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    task_actions.delete(store, [page.model.id_at(0), page.model.id_at(3)])
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    store.undo()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)

    assert tester.model() is page.model
    assert [r.message for r in qtlog.records if r.message.startswith("FAIL!")] == []


def test_tasks_without_a_date_come_last_upwards_and_downwards(page):
    due = page.model.column_of("due")

    page.table.sortByColumn(due, Qt.SortOrder.AscendingOrder)
    assert titles(page) == [NOTICE, REPORT, REVIEW, WATCH]
    page.table.sortByColumn(due, Qt.SortOrder.DescendingOrder)
    assert titles(page) == [REVIEW, REPORT, NOTICE, WATCH]


def test_an_edit_keeps_the_rows_chosen_the_cell_and_the_place(page, qtbot):
    store = page._context.store
    for _ in range(30):
        bulk_actions.duplicate(store, [page.model.id_at(0)], TODAY)
    qtbot.waitUntil(lambda: page.model.rowCount() == 34)
    page.table.setCurrentIndex(cell(page, 20, "state"))
    flag = page.table.selectionModel().SelectionFlag
    page.table.selectionModel().select(cell(page, 25, "code"), flag.Select | flag.Rows)
    chosen, place = page.table.target_ids(), page.table.verticalScrollBar().value()
    told = []
    page.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))

    with qtbot.assertNotEmitted(page.model.modelReset), qtbot.waitSignal(page.model.dataChanged):
        task_actions.set_due(store, page.model.id_at(22), date(2018, 6, 1), move=MISTYPED)

    assert told == [(22, 22)]
    assert page.table.target_ids() == chosen
    assert page.table.currentIndex() == cell(page, 20, "state")
    assert page.table.verticalScrollBar().value() == place > 0


def test_a_row_that_an_action_takes_out_of_the_filter_stays_dimmed_until_the_list_is_left(
    page, qtbot
):
    press_chip(qtbot, page, "Đang theo dõi")
    page.table.setCurrentIndex(cell(page, 0, "state"))
    flag = page.table.selectionModel().SelectionFlag
    page.table.selectionModel().select(cell(page, 2, "code"), flag.Select | flag.Rows)

    with qtbot.assertNotEmitted(page.model.modelReset), qtbot.waitSignal(page.model.dataChanged):
        page.model.setData(cell(page, 0, "state"), WorkState.DONE)

    assert titles(page) == [REPORT, REVIEW, WATCH]
    assert selected(page) == [REPORT, WATCH]
    assert page.table.currentIndex() == cell(page, 0, "state")
    assert [bool(cell(page, row, "code").data(DIM_ROLE)) for row in range(3)] == [
        True,
        False,
        False,
    ]

    page.hide()
    page.show()

    assert titles(page) == [REVIEW, WATCH]
    assert selected(page) == [WATCH]


def test_a_new_task_takes_its_place_and_is_shown(page, qtbot):
    empty = TaskDraft(task=Task(id=TaskId(0), code="", title=""))
    dialog = TaskDialog(page, empty, page._units, TODAY)
    dialog.accept()
    assert dialog.result() == 0
    dialog.title.setText(unicodedata.normalize("NFD", "Tuyển quân đợt hai"))
    dialog.due.setText("+7")
    dialog.accept()
    press_chip(qtbot, page, "Hoàn thành")

    page.on_task.add(dialog.draft())

    qtbot.waitUntil(lambda: selected(page) == ["Tuyển quân đợt hai"])
    found = page.table.current_record().task
    assert (found.title, found.due) == ("Tuyển quân đợt hai", date(2018, 4, 7))


# --- cells


def test_a_due_date_typed_in_a_cell_reaches_the_file_and_the_view(page, qtbot):
    editor = start_typing(qtbot, page, 0, "due")
    assert (editor.text(), editor.selectedText()) == ("26/03/2018", "26/03/2018")

    qtbot.keyClicks(editor, "5/4")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cell(page, 0, "due").data() == "05/04/2018")
    assert stored(page, 0).due == date(2018, 4, 5)


def test_tab_saves_and_goes_to_the_next_cell_that_can_be_typed_in(page, qtbot):
    editor = start_typing(qtbot, page, 0, "due")
    qtbot.keyClicks(editor, "5/4")

    qtbot.keyClick(editor, Qt.Key.Key_Tab)

    assert page.table.currentIndex() == cell(page, 0, "state")
    qtbot.waitUntil(lambda: cell(page, 0, "due").data() == "05/04/2018")
    assert page.table.viewport().findChild(QComboBox) is not None


def test_a_state_is_chosen_by_keyboard(page, qtbot):
    editor = start_typing(qtbot, page, 1, "state", QComboBox)

    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cell(page, 1, "state").data() == "Đang thực hiện")
    assert stored(page, 1).work_state is WorkState.IN_PROGRESS


def test_the_lead_unit_is_chosen_among_the_units_of_the_book(page, qtbot):
    committee_actions.add_unit(
        page._context.store, Unit(id=UnitId(0), name="Đoàn", short_name="ĐTN")
    )
    qtbot.waitUntil(lambda: page.filters.unit.findText("ĐTN") > 0)

    editor = start_typing(qtbot, page, 0, "lead", QComboBox)
    editor.setCurrentText("ĐTN")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cell(page, 0, "lead").data() == "ĐTN")


def test_a_percentage_is_typed_in_its_column(page, qtbot):
    page.table.setColumnHidden(page.model.column_of("percent"), False)

    editor = start_typing(qtbot, page, 0, "percent")
    qtbot.keyClicks(editor, "45 %")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cell(page, 0, "percent").data() == "45 %")


@pytest.mark.parametrize(
    ("row", "typed", "reason"),
    [
        pytest.param(0, "32/4", "Ngày “32/4” không có trong lịch", id="no such day"),
        pytest.param(3, "5/4", "đã kết thúc", id="a closed task"),
    ],
)
def test_a_refused_date_stays_to_be_corrected_and_the_page_says_why(
    page, qtbot, row, typed, reason
):
    editor = start_typing(qtbot, page, row, "due")
    before = stored(page, row)
    qtbot.keyClicks(editor, typed)

    with qtbot.waitSignal(page._cells.run.refused):
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert reason in page.message.text()
    assert page.message.isVisible()
    assert editor.isVisible()
    assert editor.text() == typed
    assert stored(page, row) == before


def test_a_refused_value_given_up_takes_the_message_away(page, qtbot):
    editor = start_typing(qtbot, page, 0, "due")
    qtbot.keyClicks(editor, "32/4")
    with qtbot.waitSignal(page._cells.run.refused):
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert not page.message.isVisible()


def test_the_error_of_a_field_goes_when_it_is_typed_in_again(page, qtbot):
    dialog = ExtendDialog(page, page.model.records()[0].task, TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.new_due, "32/4")
    dialog.accept()
    shown = dialog._errors[dialog.new_due]
    assert shown.isVisible()
    assert dialog._errors[dialog.reason].isVisible()

    dialog.new_due.selectAll()
    qtbot.keyClicks(dialog.new_due, "3")

    assert not shown.isVisible()
    assert dialog._errors[dialog.reason].isVisible()


def test_a_corrected_value_is_saved_and_takes_the_message_away(page, qtbot):
    editor = start_typing(qtbot, page, 0, "due")
    qtbot.keyClicks(editor, "32/4")
    with qtbot.waitSignal(page._cells.run.refused):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)

    editor.selectAll()
    qtbot.keyClicks(editor, "30/4")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cell(page, 0, "due").data() == "30/04/2018")
    assert not page.message.isVisible()


def test_escape_gives_a_refused_value_up(page, qtbot):
    editor = start_typing(qtbot, page, 0, "due")
    qtbot.keyClicks(editor, "32/4")
    with qtbot.waitSignal(page._cells.run.refused):
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: page.table.state() == page.table.State.NoState)
    assert cell(page, 0, "due").data() == "26/03/2018"


# --- filters


def test_chips_count_without_their_own_filter(page, qtbot):
    press_chip(qtbot, page, "Quá hạn")

    assert titles(page) == [REPORT]
    chips = page.filters.chips._chips.values()
    assert [chip.text().split()[-1] for chip in chips] == [
        "4", "1", "0", "0", "0", "3", "1", "1", "0", "0",
    ]  # fmt: skip


def test_the_number_on_a_chip_is_the_number_of_its_rows(open_window, sample, qtbot):
    page = open_window(sample, page="tasks").page("tasks")

    for key, chip in page.filters.chips._chips.items():
        page.filters.chips.choose(key)
        page.filters.tell()
        rows = len(page.model.records())
        reader = page._context.store.connection
        found = task_queries.find(reader, page.filters.value().query(), page._context.today)
        assert chip.text().split()[-1] == str(rows), chip.text()
        assert len(found) == rows, chip.text()
        assert page.rows.label.text().startswith(f"{rows} dòng (")


def test_a_draft_and_a_task_that_gathers_are_found_in_their_own_place(open_window, sample):
    page = open_window(sample, page="tasks").page("tasks")

    places = {}
    for row in page._rows:
        page.show_task(row.task.code)
        assert page.table.current_record().task.code == row.task.code
        if row.children or row.task.work_state is WorkState.DRAFT:
            places[row.task.code] = page.filters.chips.current()

    assert set(places.values()) == {"draft", "gathering"}


def test_a_click_on_a_filter_reads_nothing_from_the_file(page, qtbot):
    asked = []
    page._context.store.connection.set_trace_callback(asked.append)

    page.detail.show_row = lambda *_: None
    press_chip(qtbot, page, "Đang theo dõi")
    choose(qtbot, page.filters.unit, "HND")
    choose(qtbot, page.filters.year, "2018")
    choose(qtbot, page.filters.state, "Đang thực hiện")

    page._context.store.connection.set_trace_callback(None)
    assert titles(page) == [REPORT, WATCH]
    assert asked == []


@pytest.mark.parametrize(
    "chip", ["Tất cả", "Quá hạn", "Đang theo dõi", "Hoàn thành", "Không hạn", "Dự thảo"]
)
@pytest.mark.parametrize("unit", ["Mọi đơn vị", "HND", "HPN"])
@pytest.mark.parametrize("text", ["", "chi tieu", "phu nu"])
def test_the_list_and_its_paper_hold_the_same_tasks(page, qtbot, chip, unit, text):
    page.filters.search.setText(text)
    choose(qtbot, page.filters.unit, unit)
    press_chip(qtbot, page, chip)

    found = task_queries.find(page._context.store.connection, page.filters.value().query(), TODAY)

    assert [row.task.title for row in found] == titles(page)


def test_text_also_finds_what_a_row_does_not_show(page, qtbot):
    qtbot.keyClicks(page.filters.search, "phu nu")

    qtbot.waitUntil(lambda: titles(page) == [WATCH, NOTICE])


def test_filters_and_columns_are_remembered(page, pages, qtbot, tmp_path):
    page.table.sortByColumn(page.model.column_of("due"), Qt.SortOrder.DescendingOrder)
    page.table.setColumnWidth(page.model.column_of("state"), 133)
    page.table.setColumnHidden(page.model.column_of("percent"), False)
    page.table.horizontalHeader().moveSection(0, 1)
    choose(qtbot, page.filters.unit, "HND")
    page.filters.search.setText("chỉ tiêu")
    press_chip(qtbot, page, "Đang theo dõi")
    settings = Settings(tmp_path / "settings.json")
    settings.put("tasks", page.save_state())
    settings.save()

    other = pages(page._context.store)
    other.restore_state(Settings(tmp_path / "settings.json").get("tasks"))

    shape, held = other.save_state(), page.save_state()
    # a word typed weeks ago hides no row this morning
    assert shape["filters"].pop("text") == ""
    assert held["filters"].pop("text") == "chỉ tiêu"
    assert shape == held
    assert titles(page) == [REPORT]
    page.filters.search.setText("")
    page.filters.search.searched.emit("")
    assert titles(other) == titles(page)


def test_filters_of_another_file_are_not_taken(page, qtbot):
    press_chip(qtbot, page, "Hoàn thành")
    state = page.save_state() | {"file": "khác.db"}
    page.filters.clear()

    page.restore_state(state)

    assert len(titles(page)) == 4


def test_an_empty_filter_offers_to_be_cleared(page, qtbot):
    press_chip(qtbot, page, "Chờ xác nhận")
    way_out = page._empty.findChild(QPushButton)
    assert (page._empty.isVisible(), way_out.text()) == (True, "Xóa bộ lọc")

    qtbot.mouseClick(way_out, Qt.MouseButton.LeftButton)

    assert len(titles(page)) == 4
    assert not page._empty.isVisible()


def test_an_empty_book_offers_the_first_task(pages, store):
    set_up(store)

    page = pages(store)

    assert page._empty.isVisible()
    assert page._empty.findChild(QPushButton).text() == "Nhiệm vụ mới"


# --- deleting


@pytest.fixture
def window(open_window, filled):
    return open_window(filled, page="tasks")


def _delete_two(qtbot, window):
    page = window.page("tasks")
    page.table.select_id(page.model.id_at(1))
    flag = page.table.selectionModel().SelectionFlag
    page.table.selectionModel().select(cell(page, 2, "code"), flag.Select | flag.Rows)
    page.table.setFocus()
    steps = len(window.context.store.undo_steps)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == [REPORT, NOTICE])
    assert len(window.context.store.undo_steps) == steps + 1
    return page


def test_several_tasks_are_deleted_and_brought_back_as_one(qtbot, window):
    page = _delete_two(qtbot, window)
    assert selected(page) == [NOTICE]
    told = window.undo_actions.toast.text()
    assert told.startswith("Đã xóa 2 nhiệm vụ (NV-2018-"), told

    qtbot.mouseClick(window.undo_actions.toast.findChild(QPushButton), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: titles(page) == [REPORT, REVIEW, WATCH, NOTICE])


def test_the_button_of_a_deletion_never_takes_back_something_later(qtbot, window):
    page = _delete_two(qtbot, window)
    task_actions.set_due(window.context.store, page.model.id_at(0), date(2018, 4, 5), move=MISTYPED)

    qtbot.mouseClick(window.undo_actions.toast.findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert "Ctrl+Z" in window.undo_actions.toast.text()
    assert stored(page, 0).due == date(2018, 4, 5)


def test_a_search_that_finds_only_a_draft_says_where_it_is(page, filled):
    draft = a_task(code="NV-2018-090", title="Khảo sát nhà văn hóa", work_state=WorkState.DRAFT)
    with filled.write(Op.ADD_TASK) as work:
        work.add(TASKS, draft)
    page._context.bus.deliver()

    page.filters.search.setText("nhà văn hóa")
    page.filters.search.searched.emit("nhà văn hóa")

    assert page.model.rowCount() == 0
    assert "“Dự thảo”: 1" in page._empty._sentence.text()
    page.filters.search.setText("không có ở đâu")
    page.filters.search.searched.emit("không có ở đâu")
    assert "Hãy đổi điều kiện lọc" in page._empty._sentence.text()


def test_a_unit_that_has_ended_is_offered_only_where_it_leads(page, filled):
    idle = committee_actions.add_unit(filled, a_unit(name="Tỉnh Đoàn", short_name="TĐ", position=9))
    leading = {row.task.lead_unit_id for row in page.model.records()}
    holding = next(u for u in unit_queries.all_units(filled.connection) if u.id in leading)
    for unit in (holding, idle):
        committee_actions.edit_unit(filled, replace(unit, valid_to=date(2018, 1, 31)))
    page._context.bus.deliver()

    offered = [unit_id for unit_id, _ in page._leads]
    assert holding.id in offered
    assert idle.id not in offered
    assert idle.id not in [unit.id for unit in page.on_task._units()]


# --- confirming


def test_what_waits_is_confirmed_by_one_button_and_can_be_undone(qtbot, window, filled):
    page = window.page("tasks")
    task_id = page.model.id_at(0)
    task_actions.set_work_state(filled, task_id, WorkState.AWAITING_CONFIRMATION, TODAY)
    page.table.select_id(task_id)
    qtbot.waitUntil(page.detail._confirm.isVisible)

    qtbot.mouseClick(page.detail._confirm, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not page.detail._confirm.isVisible())
    assert stored(page, 0).work_state is WorkState.DONE
    qtbot.mouseClick(window.undo_actions.toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.detail._confirm.isVisible)


def test_returning_asks_for_the_reason(qtbot, window, filled, monkeypatch):
    page = window.page("tasks")
    task_id = page.model.id_at(0)
    task_actions.set_work_state(filled, task_id, WorkState.AWAITING_CONFIRMATION, TODAY)
    page.table.select_id(task_id)
    qtbot.waitUntil(page.detail._return.isVisible)
    monkeypatch.setattr(ReturnDialog, "ask", lambda *_: "Thiếu số liệu")

    qtbot.mouseClick(page.detail._return, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: stored(page, 0).work_state is WorkState.IN_PROGRESS)


def test_a_return_without_reason_is_not_accepted(qtbot, qapp):
    dialog = ReturnDialog(None, Task(id=TaskId(1), code="NV-2018-001", title="Rà soát"), TODAY)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.result() == 0
    dialog.reason.setPlainText("Thiếu số liệu")
    dialog.accept()
    assert dialog.result() == 1


# --- periods


def test_missing_periods_are_made_by_one_button(qtbot, window, filled):
    page = window.page("tasks")
    made = task_actions.add(
        filled,
        TaskDraft(
            task=Task(
                id=TaskId(0),
                code="",
                title="Giao ban hằng quý",
                deadline_kind=DeadlineKind.PERIODIC,
                deadline_wording="hằng quý",
                assigned_on=TODAY,
            )
        ),
        TODAY,
    )
    qtbot.waitUntil(lambda: page.table.select_id(made.id))
    button = next(b for b in page.detail.findChildren(QPushButton) if "Lập kỳ" in b.text())

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: any(title.startswith("Giao ban hằng quý – ") for title in titles(page)))


def test_keys_tick_the_units_that_take_part_and_go_on_to_the_next_field(qtbot, page):
    empty = TaskDraft(task=Task(id=TaskId(0), code="", title="Mới"))
    dialog = TaskDialog(page, empty, page._units, TODAY)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    table, first = dialog.parts, page._units[0].id
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.chosen() == {first: ""}
    # a part typed beside another one ticks it
    table.setCurrentCell(1, 1)
    qtbot.keyClicks(table, "s")
    editor = dialog.focusWidget()
    qtbot.keyClicks(editor, "o lieu")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    parts = {first: "", page._units[1].id: "so lieu"}
    qtbot.waitUntil(lambda: table.chosen() == parts)
    assert dict(dialog.draft().coordination) == parts

    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.due
