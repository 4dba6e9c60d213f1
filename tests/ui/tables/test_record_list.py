"""The one editor of lists typed in place: what a list does not name an action for is not offered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from coordapp.domain.conferences.conference import AgendaItem
from coordapp.domain.kernel.ids import AgendaItemId
from coordapp.services.conferences import conference_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store.file.tables import AGENDA_ITEMS
from coordapp.store.queries import conference_queries
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line
from tests.build import a_conference

TITLES = ("Khai mạc", "Báo cáo", "Kết luận")


def an_item(owner, title):
    return AgendaItem(id=AgendaItemId(0), conference_id=owner, position=0, title=title)


BARE = RecordList(
    table=AGENDA_ITEMS,
    name="Chương trình",
    empty=("Chưa có mục nào", "Thêm mục."),
    add_text="Thêm mục",
    first="title",
    columns=lambda saver: [saver.column("title", "Nội dung", stretch=True, read=some_line)],
    read=conference_queries.agenda,
    blank=lambda owner, _: an_item(owner, "Mục mới"),
    add=conference_actions.add_agenda_item,
    edit=lambda store, item, run: conference_actions.edit_agenda_item(store, item, run=run),
)
FULL = replace(
    BARE,
    detail=(DetailField(name="presenter", title="Trình bày", row=0, column=0),),
    delete=Deletion(
        action=lambda store, item: conference_actions.delete_agenda_item(store, item.id),
        message=lambda item: f"Đã bỏ {item.title}",
        key_words="Bỏ mục",
    ),
    put_in_order=lambda store, items: conference_actions.put_agenda_in_order(
        store, [item.id for item in items]
    ),
)


@pytest.fixture
def owners(store):
    """Two conferences; the first has the three points."""
    made = [
        conference_actions.add(store, a_conference(code="", title=title), SAMPLE_DAY).id
        for title in ("Giao ban", "Tổng kết")
    ]
    for title in TITLES:
        conference_actions.add_agenda_item(store, an_item(made[0], title))
    return made


@pytest.fixture
def context(context_on, store):
    return context_on(store)


@pytest.fixture
def opened(context, show_active, owners):
    def open_list(records):
        editor = RecordListEditor(context, records, owners[0])
        context.bus.changed.connect(editor.refresh)
        editor.refresh()
        show_active(editor)
        return editor

    return open_list


@pytest.fixture
def stored(store, owners):
    def read(name="title", owner=0):
        items = conference_queries.agenda(store.connection, owners[owner])
        return [getattr(item, name) for item in items]

    return read


def shown(editor):
    return [item.title for item in editor.model.records()]


def test_a_gesture_without_an_action_is_not_offered(opened):
    bare, full = opened(BARE), opened(FULL)

    assert bare.buttons() == [bare.add]
    assert full.buttons() == [full.mover, full.add, full.remove]
    assert bare.detail is None


def test_a_new_row_comes_last_and_is_typed_at_once(opened, stored, qtbot):
    editor = opened(BARE)

    editor.add.click()
    line = editor.table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(line, "Be mac")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: stored() == [*TITLES, "Be mac"])


def test_a_refused_cell_keeps_what_was_typed_and_the_reason_stands_below(opened, stored):
    editor = opened(BARE)
    first = editor.model.id_at(0)

    taken = editor.saver.save(first, "title", "")

    assert not taken
    assert editor.model.index(0, 0).data() == ""
    assert editor.wrong.text() == editor.saver.reason(first, "title") != ""
    assert stored() == list(TITLES)


def test_a_mended_cell_is_saved_and_its_reason_gone(opened, stored):
    editor = opened(BARE)
    editor.saver.save(editor.model.id_at(0), "title", "")

    editor.saver.save(editor.model.id_at(0), "title", "Chào cờ")

    assert stored()[0] == "Chào cờ"
    assert editor.wrong.isHidden()


def test_one_attribute_is_saved_and_what_changed_meanwhile_elsewhere_stays(opened, store, stored):
    editor = opened(FULL)
    first = editor.model.record(0)
    conference_actions.edit_agenda_item(store, replace(first, presenter="Ông An"))

    editor.saver.save(first.id, "title", "Khai hội")

    assert (stored()[0], stored("presenter")[0]) == ("Khai hội", "Ông An")


def test_what_was_typed_below_a_row_is_saved_before_the_next_gesture(opened, stored, qtbot):
    editor = opened(FULL)
    qtbot.keyClicks(editor.detail.editors["presenter"], "Ong An")

    editor.start_new()

    assert stored("presenter")[0] == "Ong An"


def test_what_was_typed_below_a_row_belongs_to_its_owner(opened, owners, stored, qtbot):
    editor = opened(FULL)
    qtbot.keyClicks(editor.detail.editors["presenter"], "Ong An")

    count = editor.show_of(owners[1])

    assert (count, stored("presenter")[0], stored(owner=1)) == (0, "Ong An", [])


def test_the_key_deletes_the_current_row_and_the_way_back_is_offered(
    opened, context, stored, qtbot
):
    editor = opened(FULL)
    editor.table.select_id(editor.model.id_at(1))
    editor.table.setFocus()

    with qtbot.waitSignal(context.messages.undo_offered) as told:
        qtbot.keyClick(editor.table, Qt.Key.Key_Delete)

    assert told.args == ["Đã bỏ Báo cáo"]
    assert stored() == ["Khai mạc", "Kết luận"]


def test_a_locked_list_is_only_read(opened, owners, stored):
    editor = opened(FULL)

    editor.show_of(owners[0], locked=True)
    editor.delete()

    assert not any(part.isEnabled() for part in (editor.add, editor.remove, editor.mover.down))
    assert not editor.model.flags(editor.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert editor.detail.editors["presenter"].isReadOnly()
    assert stored() == list(TITLES)


def test_the_order_is_changed_as_one_step(opened, store, stored):
    editor = opened(FULL)
    editor.table.select_id(editor.model.id_at(2))

    editor.mover.up.click()
    moved = shown(editor)
    store.undo()

    assert moved == ["Khai mạc", "Kết luận", "Báo cáo"]
    assert stored() == list(TITLES)
