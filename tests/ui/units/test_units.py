"""The page of units and people: cells and fields save themselves, refused text stays."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.kernel.ids import PersonId
from coordapp.services.committee import committee_actions
from coordapp.store.queries import committee_queries, unit_queries
from coordapp.ui.units.page import UnitsPage
from tests.build import a_unit
from tests.founding import set_up

NAMES = ("Ban Dân vận", "Sở Nội vụ", "Công an tỉnh")


@pytest.fixture
def context(context_on, store):
    set_up(store)
    for number, name in enumerate(NAMES, start=1):
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=number))
    for number, name in enumerate(("Nguyễn Văn A", "Trần Thị B"), start=1):
        person = Person(id=PersonId(0), full_name=name, post="Ủy viên", position=number)
        committee_actions.add_person(store, person)
    return context_on(store, date(2018, 3, 31))


@pytest.fixture
def page(qtbot, context):
    shown = UnitsPage(context)
    qtbot.addWidget(shown)
    shown.resize(1110, 640)
    return shown


def names(store):
    return [unit.name for unit in unit_queries.all_units(store.connection)]


def cell(roster, row, key):
    return roster.model.index(row, roster.model.column_of(key))


def test_a_cell_of_a_unit_is_saved(page, store):
    page.units.model.setData(cell(page.units, 1, "aliases"), "Sở NV")

    assert unit_queries.all_units(store.connection)[1].aliases == "Sở NV"


def test_a_new_unit_is_typed_at_once_and_comes_last(page, store, qtbot):
    page.show()
    page.primary()
    editor = page.units.table.viewport().findChild(QLineEdit)

    qtbot.keyClicks(editor, "So Tai chinh")

    qtbot.waitUntil(lambda: names(store)[-1] == "So Tai chinh", timeout=2000)


def test_a_new_unit_takes_a_short_name_that_is_free(page, store):
    committee_actions.add_unit(store, a_unit(name="Khác", short_name="ĐV 5", position=9))

    page.primary()

    assert unit_queries.all_units(store.connection)[-1].short_name == "ĐV 6"


def test_a_repeated_short_name_stays_in_its_cell_with_the_reason(page, store, context, qtbot):
    index = cell(page.units, 1, "short_name")

    with qtbot.waitSignal(context.run.refused) as told:
        page.units.model.setData(index, "Ban Dân vận")
    page.refresh()

    assert index.data() == "Ban Dân vận"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == told.args[0]
    assert page.units.wrong.text() == told.args[0]
    assert unit_queries.all_units(store.connection)[1].short_name == "Sở Nội vụ"


def test_a_mended_short_name_is_saved_and_no_longer_marked(page, store):
    index = cell(page.units, 1, "short_name")
    page.units.model.setData(index, "Ban Dân vận")

    page.units.model.setData(index, "Sở NV")

    assert unit_queries.all_units(store.connection)[1].short_name == "Sở NV"
    assert page.units.wrong.isHidden()


def test_escape_gives_up_a_refused_cell(page, qtbot):
    page.show()
    page.units.table.edit_cell(page.units.model.id_at(1), "short_name")
    editor = page.units.table.viewport().findChild(QLineEdit)
    index = cell(page.units, 1, "short_name")
    editor.selectAll()
    editor.insert("Ban Dân vận")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: index.data() == "Ban Dân vận")

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: index.data() == "Sở Nội vụ")


def test_a_unit_without_a_name_is_refused(page, store, context, qtbot):
    with qtbot.waitSignal(context.run.refused):
        page.units.model.setData(cell(page.units, 0, "name"), "")

    assert names(store) == list(NAMES)


def test_a_unit_is_moved_up_as_one_step(page, store):
    page.units.table.select_id(page.units.model.id_at(2))

    page.units.mover.up.click()
    moved = names(store)
    store.undo()

    assert moved == ["Ban Dân vận", "Công an tỉnh", "Sở Nội vụ"]
    assert names(store) == list(NAMES)


def test_the_moved_row_stays_chosen(page):
    page.units.table.select_id(page.units.model.id_at(2))

    page.units.mover.up.click()

    assert page.units.table.current_record().name == "Công an tỉnh"
    assert page.units.table.currentIndex().row() == 1


def test_a_person_is_moved_down_with_the_keyboard(page, store, qtbot):
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_part("people")
    page.people.table.setFocus()
    page.people.table.select_id(page.people.model.id_at(0))

    qtbot.keyClick(page.people.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert [p.full_name for p in unit_queries.all_persons(store.connection)] == [
        "Trần Thị B",
        "Nguyễn Văn A",
    ]


def test_the_first_row_cannot_go_up_nor_the_last_down(page):
    page.units.table.select_id(page.units.model.id_at(0))
    first = (page.units.mover.up.isEnabled(), page.units.mover.down.isEnabled())
    page.units.table.select_id(page.units.model.id_at(2))
    last = (page.units.mover.up.isEnabled(), page.units.mover.down.isEnabled())

    assert (first, last) == ((False, True), (True, False))


def test_the_role_of_a_person_is_chosen_in_its_cell(page, store):
    page.people.model.setData(cell(page.people, 0, "role"), CommitteeRole.HEAD)

    assert unit_queries.all_persons(store.connection)[0].role is CommitteeRole.HEAD


def test_who_leaves_the_committee_has_a_last_day(page, store):
    model = page.people.model
    model.setData(cell(page.people, 0, "role_to"), date(2018, 6, 30))
    left = unit_queries.all_persons(store.connection)[0].role_to
    page.refresh()
    model.setData(cell(page.people, 0, "role_to"), None)

    assert left == date(2018, 6, 30)
    assert unit_queries.all_persons(store.connection)[0].role_to is None


def test_a_role_that_ends_before_it_begins_is_refused(page, store, context, qtbot):
    page.people.model.setData(cell(page.people, 0, "role_from"), date(2018, 6, 30))

    with qtbot.waitSignal(context.run.refused) as refused:
        page.people.model.setData(cell(page.people, 0, "role_to"), date(2018, 6, 29))

    assert "29/06/2018" in refused.args[0]
    assert unit_queries.all_persons(store.connection)[0].role_to is None


def test_a_new_person_comes_last(page, store):
    page.people.add.click()

    assert [p.post for p in unit_queries.all_persons(store.connection)][-1] == "Ủy viên Ban Chỉ đạo"


@pytest.mark.parametrize(
    ("name", "typed", "saved"),
    [
        ("name", "Ban Chỉ đạo 09", "Ban Chỉ đạo 09"),
        ("superior_body", "Tỉnh ủy Quảng Ninh", "Tỉnh ủy Quảng Ninh"),
        ("document_code", "BCĐ09", "BCĐ09"),
        ("place", "Hạ Long", "Hạ Long"),
        ("due_soon_days", "5", 5),
        ("recipients", "Như trên\nLưu", "Như trên\nLưu"),
    ],
)
def test_a_particular_of_the_committee_is_saved(page, store, name, typed, saved):
    editor = page.committee.form.editors[name]
    editor.selectAll()
    editor.insert(typed) if isinstance(editor, QLineEdit) else editor.insertPlainText(typed)

    page.committee.flush()

    assert getattr(committee_queries.read(store.connection), name) == saved


def test_the_style_of_papers_is_saved(page, store):
    page.committee.form.choices["document_style"].setCurrentIndex(1)

    page.committee.form.choices["document_style"].activated.emit(1)

    assert committee_queries.read(store.connection).document_style is DocumentStyle.STATE


def test_a_place_is_saved_within_two_seconds(page, store, qtbot):
    qtbot.keyClicks(page.committee.form.editors["place"], "Ha Long")

    qtbot.waitUntil(
        lambda: committee_queries.read(store.connection).place == "Ha Long", timeout=2000
    )


@pytest.mark.parametrize("leave", ["hide", "close"])
def test_a_place_typed_last_is_saved_when_the_page_goes(page, store, qtbot, leave):
    page.show()
    qtbot.keyClicks(page.committee.form.editors["place"], "Ha Long")

    getattr(page, leave)()

    assert committee_queries.read(store.connection).place == "Ha Long"


def test_a_committee_without_a_name_is_refused_and_the_field_is_marked(page, store):
    editor = page.committee.form.editors["name"]
    editor.clear()

    page.committee.flush()
    page.refresh()

    assert editor.toPlainText() == ""
    assert editor.property("wrong")
    assert committee_queries.read(store.connection).name == "Ban Chỉ đạo"


def test_the_page_fits_the_smallest_screen(page):
    # 1366 less the navigation and the margins of the window
    assert page.minimumSizeHint().width() <= 1110


def test_escape_takes_an_empty_new_line_back(page, store, qtbot):
    page.show()
    page.primary()
    editor = page.units.table.viewport().findChild(QLineEdit)

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: names(store) == list(NAMES))


def test_escape_keeps_a_new_line_that_was_typed_in(page, store, qtbot):
    page.show()
    page.primary()
    editor = page.units.table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "So Tai chinh")
    qtbot.waitUntil(lambda: names(store)[-1] == "So Tai chinh", timeout=2000)

    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.wait(50)

    assert names(store)[-1] == "So Tai chinh"


def test_a_unit_with_nothing_resting_on_it_is_removed_and_comes_back(page, store):
    page.units.table.select_id(page.units.model.id_at(1))

    page.units.remove.click()
    gone = names(store)
    store.undo()

    assert gone == ["Ban Dân vận", "Công an tỉnh"]
    assert names(store) == list(NAMES)


def test_two_units_of_one_name_are_told(page, store, qtbot):
    assert page.alike.isHidden()

    committee_actions.add_unit(store, a_unit(name="SỞ NỘI VỤ", short_name="SNV", position=9))

    qtbot.waitUntil(lambda: not page.alike.isHidden())
    assert "SNV" in page.alike.text()


def test_ticks_say_which_units_belong_to_a_group(page, store, qtbot):
    page.show_part("groups")
    page.groups.groups.start_new()
    page.groups.units.item(1).setCheckState(Qt.CheckState.Checked)

    (held,) = unit_queries.groups_of_units(store.connection)
    assert [unit.name for unit in held.units] == ["Sở Nội vụ"]
    qtbot.waitUntil(lambda: page.groups._title.text().endswith("1"))
