"""Whoever cannot see the window is told what stands on it; every dialog is asked in `conftest`."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPushButton, QWidget

from coordapp.ui.shell.pages import PAGES
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.fields import FieldRow
from coordapp.ui.widgets.form_dialog import FormDialog
from tests.ui.screen_reader import asked, nameless, roleless, silent_cells

each_page = pytest.mark.parametrize("page", [entry.key for entry in PAGES])


def on(window, page) -> QWidget:
    window.go(page)
    for _ in range(4):
        QApplication.processEvents()
    return window.page(page)


@each_page
def test_every_control_of_a_page_has_a_name_and_says_what_it_is(window, page):
    on(window, page)

    assert nameless(window) == []
    assert roleless(window) == []


@each_page
def test_no_cell_of_a_page_says_what_it_says_by_a_picture_alone(window, page):
    shown = on(window, page)

    views = [one for one in shown.findChildren(QAbstractItemView) if one.model() is not None]

    assert [told for one in views for told in silent_cells(one)] == []


@each_page
def test_two_controls_of_one_page_that_do_different_things_have_different_names(window, page):
    shown = on(window, page)
    fields = [one for one in shown.findChildren(QLineEdit) if one.isVisible()]

    names = [asked(one, QAccessible.Text.Name) for one in fields]

    assert sorted(set(names)) == sorted(names)


def test_a_chip_says_whether_it_is_chosen(qtbot):
    bar = ChipBar([("a", "Quá hạn"), ("b", "Đang làm")])
    qtbot.addWidget(bar)
    bar.show()
    chips = bar.findChildren(QPushButton)
    told = [QAccessible.queryAccessibleInterface(chip) for chip in chips]

    chosen = [one.state().checkable for one in told if one.text(QAccessible.Text.Name)[:1] in "QĐ"]

    assert chosen
    assert all(chosen)


def test_what_is_wrong_with_a_field_is_told_of_the_field(qtbot):
    row = FieldRow("Hạn", QLineEdit())
    qtbot.addWidget(row)
    row.say_wrong("Chưa có ngày. Hãy nhập ngày.")
    told = asked(row.field, QAccessible.Text.Description)
    row.say_wrong("")

    assert told == "Chưa có ngày. Hãy nhập ngày."
    assert asked(row.field, QAccessible.Text.Description) == ""


def test_what_is_wrong_in_a_dialog_is_told_of_its_field_until_it_is_typed_in(qtbot, sample, today):
    form = FormDialog("Thử", "Lưu", today, None)
    qtbot.addWidget(form)
    field = QLineEdit()
    form.add("Tên", field)
    form.say(field, "Chưa có tên.")
    told = asked(field, QAccessible.Text.Description)
    field.textEdited.emit("A")

    assert told == "Chưa có tên."
    assert asked(field, QAccessible.Text.Description) == ""


def test_a_word_that_shows_for_a_moment_is_spoken(window, monkeypatch):
    heard: list[QEvent | object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(heard.append))

    window.context.messages.say("Đã lưu")

    assert [one.type() for one in heard] == [QAccessible.Event.Alert]
