"""Every list that is typed in place knows the same keys: delete, copy, paste, search."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QHeaderView, QMessageBox

from coordapp.domain.importing.clipboard import as_html
from coordapp.store.queries import unit_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.tables.record_list import RecordListEditor
from tests.contents import whole

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
_CHOSEN = Qt.ItemFlag.ItemIsSelectable


@pytest.fixture
def lists(window):
    pages = [window.page(entry.key) for entry in PAGES]
    return [found for page in pages for found in page.findChildren(RecordListEditor)]


@pytest.fixture
def said(window):
    told = []
    window.context.messages.said.connect(told.append)
    window.context.messages.undo_offered.connect(told.append)
    window.context.run.refused.connect(told.append)
    return told


def put_rows(*rows):
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))


def put_word_table(*rows):
    """Put what Word puts there: its text breaks a cell of two paragraphs, its page does not."""
    data = QMimeData()
    data.setText("\n".join("\t".join(row) for row in rows))
    data.setHtml(f"<html><body><p></p>{as_html(rows)}</body></html>")
    QGuiApplication.clipboard().setMimeData(data)


def in_the_template(window):
    window.go(PageKey.TEMPLATES)
    return window.page(PageKey.TEMPLATES).items


def keys_of(editor):
    return {keys for action in editor.table.actions() for keys in shortcuts.keys_of(action)}


def test_every_list_takes_the_keys_and_shows_them_in_its_menu(lists):
    assert len(lists) > 15
    for editor in lists:
        assert {"Ctrl+C", "Ctrl+V", "Delete"} <= keys_of(editor), editor.table.accessibleName()
        assert editor.table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        assert editor.table.selectionMode() is editor.table.SelectionMode.ExtendedSelection


def test_delete_takes_rows_out_or_says_why_not(lists, window, said, sample):
    for editor in lists:
        count, before = editor.model.rowCount(), whole(sample)
        if not count:
            continue
        editor.table.select_id(editor.model.id_at(count - 1))
        del said[:]
        editor.delete()
        assert said, editor.table.accessibleName()
        assert all(words.strip() for words in said)
        while sample.undo_steps:
            sample.undo()
        window.context.bus.deliver()
        assert whole(sample) == before


def test_what_a_list_gave_it_takes_back_or_says_why_not(lists, window, said, sample):
    for editor in lists:
        name, before = editor.table.accessibleName(), whole(sample)
        if not editor.model.rowCount():
            continue
        editor.table.select_id(editor.model.id_at(0))
        editor.table.copy_selection()
        held = {editor.model.id_at(row) for row in range(editor.model.rowCount())}
        del said[:]
        editor.paste_rows()
        window.context.bus.deliver()
        added = set(editor.table.target_ids()) - held
        assert said, name
        # figures of a period that is there already are written over
        assert not added or sample.undo_steps, (name, said)
        assert len(sample.undo_steps) <= 1
        while sample.undo_steps:
            sample.undo()
        window.context.bus.deliver()
        assert whole(sample) == before


def test_nothing_on_the_clipboard_is_said(lists, said, sample):
    before = whole(sample)
    for editor in lists:
        QGuiApplication.clipboard().clear()
        del said[:]
        editor.paste_rows()
        assert said, editor.table.accessibleName()
    assert whole(sample) == before


def test_more_rows_than_a_list_takes_are_read_beside_and_refused_in_words(people, said, sample):
    before = whole(sample)
    row = "Nguyễn Văn An\t" + "x" * 200
    QGuiApplication.clipboard().setText("\n".join([row] * 6_000))

    people.paste_rows()

    assert "6000 dòng" in said[-1]
    assert whole(sample) == before


def test_a_search_narrows_every_list_and_esc_widens_it_again(lists, window):
    for editor in lists:
        every = editor.model.rowCount()
        editor._filter("xyz không có")
        assert editor.model.rowCount() == 0
        editor._filter("")
        assert editor.model.rowCount() == every


# --- one list as it is used


@pytest.fixture
def people(window):
    window.go("units")
    window.page("units").show_part("people")
    return window.page("units").people


def test_people_come_from_a_table_of_word_with_its_titles(people, window, said, sample):
    put_word_table(
        ("TT", "Họ tên", "Chức danh, chức vụ", "Điện thoại"),
        ("1", "Lò Thị Thử", "Phó Trưởng ban\nDân vận", "0988"),
        ("2", "Vàng A Nghiệm", "Ủy viên", "0977"),
    )
    people.table.setFocus()
    QTest.keyClick(people.table, Key.Key_V, Ctrl)

    chosen = people.table.targets()
    assert [(one.full_name, one.post) for one in chosen] == [
        ("Lò Thị Thử", "Phó Trưởng ban Dân vận"),
        ("Vàng A Nghiệm", "Ủy viên"),
    ]
    assert "không lấy cột Điện thoại" in said[-1]
    assert people.table.visualRect(people.table.currentIndex()).height() > 0
    assert len(sample.undo_steps) == 1


def test_columns_without_titles_go_where_they_fit(people, said):
    put_rows(
        ("1", "Lò Thị Thử", "Phó Trưởng ban", "01/02/2018"), ("2", "Vàng A Nghiệm", "Ủy viên", "")
    )

    people.paste_rows()

    first = people.table.targets()[0]
    assert (first.full_name, first.post) == ("Lò Thị Thử", "Phó Trưởng ban")
    assert f"{first.role_from:%d/%m/%Y}" == "01/02/2018"


def test_one_wrong_row_refuses_all_and_is_named(people, said, sample):
    before = whole(sample)
    put_rows(
        ("Họ và tên", "Chức vụ", "Từ ngày"), ("Lò Thị Thử", "Phó ban", ""), ("A", "B", "31/02")
    )

    people.paste_rows()

    assert whole(sample) == before
    assert said[-1].startswith("Dòng 3:")


def test_a_unit_is_known_by_any_of_its_names(window, sample, said):
    items = in_the_template(window)
    unit = unit_queries.all_units(sample.connection)[0]
    put_rows(("Nhiệm vụ", "Đơn vị chủ trì"), ("Rà soát số liệu", unit.name))

    items.paste_rows()

    assert [item.lead_unit_id for item in items.table.targets()] == [unit.id]


def test_several_rows_go_as_one_step(window, sample, said):
    items = in_the_template(window)
    before = items.model.rowCount()
    assert before > 1
    items.table.selectAll()
    items.table.setFocus()

    QTest.keyClick(items.table, Key.Key_Delete)
    window.context.bus.deliver()

    assert items.model.rowCount() == 0
    assert said == [f"Đã xóa {before} dòng ở “Các nhiệm vụ trong mẫu”"]
    assert len(sample.undo_steps) == 1


def test_a_row_added_while_the_list_is_narrowed_is_seen(people):
    people._filter("xyz không có")
    put_rows(("Họ và tên", "Chức vụ"), ("Lò Thị Thử", "Phó ban"))

    people.paste_rows()

    assert [one.full_name for one in people.model.records()] == ["Lò Thị Thử"]
    assert not people.mover.up.isEnabled()


# --- lists that are not typed in place


def test_every_list_edits_and_deletes_by_the_usual_keys_or_says_why_not(window, said, monkeypatch):
    # a question is an answer too
    monkeypatch.setattr(QDialog, "exec", lambda dialog: said.append(dialog.windowTitle()))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    silent = []
    for entry in PAGES:
        window.go(entry.key)
        for view in window.page(entry.key).findChildren(QAbstractItemView):
            is_list = not isinstance(view, QHeaderView) and view.isVisible()
            if not is_list or not view.model().rowCount():
                continue
            name = f"{entry.key}: {view.accessibleName()}"
            view.setCurrentIndex(first_record(view))
            view.setFocus()
            for key in (Key.Key_F2, Key.Key_Delete):
                del said[:]
                QTest.keyClick(view, key)
                typing = QApplication.focusWidget() is not view
                if not said and not typing:
                    silent.append((name, key))
                view.setFocus()
            window.context.bus.deliver()
    assert silent == []


def first_record(view):
    model = view.model()
    row = next((n for n in range(model.rowCount()) if model.flags(model.index(n, 0)) & _CHOSEN), 0)
    return model.index(row, 0)
