"""Keys that people know do what they know, whatever has the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMessageBox, QPlainTextEdit

from coordapp.domain.tasks.task import Task
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import TASKS
from coordapp.ui.kit.unsaved import UnsavedText
from coordapp.ui.shell.pages import PAGE_KEYS, PAGES
from coordapp.ui.tables.view import TableView
from coordapp.ui.tasks.return_dialog import ReturnDialog
from coordapp.ui.tasks.task_dialog import TaskDialog
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.search_box import SearchBox
from tests.ui.shell.keyboard import Key, Modifier, alt, ctrl, focused, press, typed

LEFT = Qt.MouseButton.LeftButton


def message(window):
    return window.undo_actions.toast.text()


# --- Ctrl+F


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key.value)
def test_ctrl_f_leads_to_a_line_to_search_in_on_every_page(window, entry):
    window.go(entry.key)
    window._enter()

    ctrl(Key.Key_F)

    assert isinstance(focused(), QLineEdit)
    assert isinstance(focused(), SearchBox) or "ô tìm chung" in message(window)


def test_the_list_with_the_keys_is_the_one_that_is_narrowed(window):
    window.go("units")
    window.page("units").show_part("people")
    people = window.page("units").people
    people.table.setFocus()

    ctrl(Key.Key_F)
    typed("xyz")
    people.search._typing.finish()
    assert people.model.rowCount() == 0
    press(Key.Key_Escape)
    assert people.model.rowCount() > 0
    press(Key.Key_Escape)

    assert focused() is people.table
    assert people.search.isHidden()


# --- Ctrl+S


def test_ctrl_s_saves_the_field_that_is_typed_in(window, sample):
    window.go("units")
    field = window.page("units").committee.form.editors["term"]
    field.setFocus()
    field.selectAll()
    typed("2015 - 2020")

    ctrl(Key.Key_S)

    row = sample.connection.execute("select term from committee").fetchone()
    assert row[0] == "2015 - 2020"
    assert message(window).startswith("Đã lưu lúc ")


def test_ctrl_s_saves_the_cell_that_is_typed_in(window, sample):
    window.go("units")
    units = window.page("units").units
    units.table.edit_cell(units.model.id_at(0), "aliases")
    focused().selectAll()
    typed("ten khac")

    ctrl(Key.Key_S)

    assert units.model.id_at(0) is not None
    row = sample.connection.execute(
        "select aliases from unit where id = ?", (units.model.id_at(0),)
    ).fetchone()
    assert row[0] == "ten khac"
    assert message(window).startswith("Đã lưu lúc ")


def test_what_cannot_be_saved_says_why_and_is_named_later(window):
    window.go("units")
    units = window.page("units").units
    units.table.edit_cell(units.model.id_at(0), "name")
    focused().selectAll()
    press(Key.Key_Delete)

    ctrl(Key.Key_S)

    assert message(window).startswith("Chưa có nội dung.")

    focused().setText("Sở Thử")
    window.page("units").people.table.setFocus()
    units.saver.save(units.model.id_at(0), "short_name", "")
    units.saver._run.unsaved.keep(units, "x", UnsavedText(where="Viết tắt", text="chưa xong"))
    ctrl(Key.Key_S)
    assert message(window).startswith("Chưa lưu được: ")
    assert "Viết tắt" in message(window)


# --- Ctrl+Z in a field


def test_undo_in_a_field_with_nothing_of_its_own_is_the_programs(window, sample):
    window.go("tasks")
    page = window.page("tasks")
    code = page.table.current_record().task.code
    page.table.setFocus()
    press(Key.Key_Delete)
    window.context.bus.deliver()
    assert not sample.connection.execute("select 1 from task where code = ?", (code,)).fetchone()
    page.filters.search.setFocus()

    ctrl(Key.Key_Z)

    assert sample.connection.execute("select 1 from task where code = ?", (code,)).fetchone()


def test_undo_in_a_field_takes_back_its_own_letters_first(window, sample):
    window.go("tasks")
    page = window.page("tasks")
    page.table.setFocus()
    press(Key.Key_Delete)
    page.filters.search.setFocus()
    typed("abc")
    steps = len(sample.undo_steps)

    ctrl(Key.Key_Z)

    assert page.filters.search.text() == ""
    assert len(sample.undo_steps) == steps


# --- keys of pages and lists after a click elsewhere


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_page_keys_work_after_a_click_in_the_navigation(window, key):
    pages = window.findChild(QListWidget, "nav")
    place = pages.visualItemRect(pages.item(1)).center()
    QTest.mouseClick(pages.viewport(), LEFT, Modifier.NoModifier, place)
    assert focused() is window.page("tasks").table

    alt(Key.Key_Minus if key == "-" else Key(ord(key)))

    assert window.current == PAGES[PAGE_KEYS.index(key)].key


def test_a_click_on_a_chip_leaves_the_keys_in_the_list(window):
    window.go("tasks")
    page = window.page("tasks")
    page.table.setFocus()
    chip = page.filters.chips.findChild(ChipBar) or page.filters.chips
    QTest.mouseClick(next(iter(chip._chips.values())), LEFT)

    assert focused() is page.table


# --- what a list does not do is said


@pytest.mark.parametrize("page", ["today", "conclusions", "history"])
@pytest.mark.parametrize("key", ["delete", "paste", "cut"])
def test_a_list_that_is_only_read_says_so(window, page, key):
    window.go(page)
    table = next(one for one in window.page(page).findChildren(TableView) if one.isVisible())
    table.setFocus()
    window.undo_actions.toast.say("")

    if key == "delete":
        press(Key.Key_Delete)
    else:
        ctrl(Key.Key_V if key == "paste" else Key.Key_X)

    assert message(window).endswith(".")


# --- F2


def test_f2_types_in_the_title_of_a_task(window, sample):
    window.go("tasks")
    table = window.page("tasks").table
    task_id = table.current_id()
    table.select_id(task_id)
    table.setFocus()

    press(Key.Key_F2)
    focused().selectAll()
    typed("Ten moi")
    press(Key.Key_Return)
    QTest.qWait(50)

    assert TASKS.get(sample.connection, task_id).title == "Ten moi"


# --- dialogs


@pytest.fixture
def dialog(qtbot, show_active):
    task = Task(id=0, code="", title="")
    made = TaskDialog(None, TaskDraft(task=task), [], SAMPLE_DAY)
    show_active(made)
    return made


def test_ctrl_enter_saves_also_from_a_text_of_several_lines(dialog):
    dialog.findChild(QLineEdit).setFocus()
    texts = [one for one in dialog.findChildren(QPlainTextEdit) if one.isVisible()]
    for field in texts:
        field.setPlainText("Rà soát")
    (texts[0] if texts else dialog).setFocus()
    for line in dialog.findChildren(QLineEdit):
        if line.isVisible() and not line.text() and line.accessibleName() == "Nhiệm vụ":
            line.setText("Rà soát")

    ctrl(Key.Key_Return)

    assert not dialog.isVisible()


@pytest.mark.parametrize("stays", [True, False])
def test_esc_over_typed_text_asks(qtbot, show_active, monkeypatch, stays):
    task = Task(id=0, code="NV-1", title="Việc")
    made = ReturnDialog(None, task, SAMPLE_DAY)
    show_active(made)
    asked = []

    def answer(box):
        asked.append(box.text())
        wanted = "Ở lại" if stays else "Bỏ"
        next(one for one in box.buttons() if one.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    editor = made.findChild(QPlainTextEdit) or made.findChild(QLineEdit)
    editor.setFocus()
    typed("ly do")

    press(Key.Key_Escape)

    assert len(asked) == 1
    assert made.isVisible() is stays


def test_esc_over_nothing_typed_just_leaves(qtbot, show_active):
    made = ReturnDialog(None, Task(id=0, code="NV-1", title="Việc"), SAMPLE_DAY)
    show_active(made)

    press(Key.Key_Escape)

    assert not made.isVisible()
