"""Columns are shown, hidden and put in order by keys, and a view shows what was chosen."""

import pytest
from PySide6.QtCore import Qt

from coordapp.ui.tables.columns_dialog import ColumnChoice, ColumnsDialog
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView

CHOICES = [
    ColumnChoice(key="code", title="Mã", shown=True),
    ColumnChoice(key="title", title="Nhiệm vụ", shown=True, fixed=True),
    ColumnChoice(key="due", title="Hạn", shown=False),
]


@pytest.fixture
def dialog(qtbot):
    dialog = ColumnsDialog(None, CHOICES)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.list.setFocus()
    return dialog


def keys(dialog):
    return [(choice.key, choice.shown) for choice in dialog.choices()]


def test_untouched_it_gives_what_it_was_given(dialog):
    assert list(dialog.choices()) == CHOICES


def test_space_shows_and_hides_but_not_the_fixed_column(dialog, qtbot):
    for row in range(3):
        dialog.list.setCurrentRow(row)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)

    assert keys(dialog) == [("code", False), ("title", True), ("due", True)]


def test_the_buttons_move_a_column_and_stop_at_the_ends(dialog):
    dialog.list.setCurrentRow(2)
    dialog.up.click()
    dialog.up.click()

    assert [key for key, _ in keys(dialog)] == ["due", "code", "title"]
    assert not dialog.up.isEnabled()
    assert dialog.down.isEnabled()
    dialog.up.click()
    assert dialog.list.currentRow() == 0


def test_a_table_shows_what_was_chosen_and_keeps_it_when_the_dialog_is_left(qtbot, monkeypatch):
    model = RecordModel(
        [
            Column(key=c.key, title=c.title, text=str, hidden=not c.shown, stretch=c.fixed)
            for c in CHOICES
        ],
        key=lambda record: record,
    )
    view = TableView(model)
    qtbot.addWidget(view)
    offered = []

    def ask(_parent, choices):
        offered.append(list(choices))
        code, title, due = choices
        shown = ColumnChoice(key=due.key, title=due.title, shown=True)
        return (shown, ColumnChoice(key=code.key, title=code.title, shown=False), title)

    monkeypatch.setattr(ColumnsDialog, "ask", ask)
    view.arrangement.arrange()
    chosen = view.shown_keys()
    monkeypatch.setattr(ColumnsDialog, "ask", lambda *_: None)
    view.arrangement.arrange()

    assert offered == [CHOICES]
    assert chosen == view.shown_keys() == ["due", "title"]
