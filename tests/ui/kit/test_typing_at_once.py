"""Whoever adds a row types in it at once: no key pressed before the next turn of the event loop
goes elsewhere, though only the bus tells a view what its own edit made.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coordapp.ui.kit.navigation import OpenConference, PageKey

HELD = "HN-2017-01"
PLANNED = "HN-2018-01"
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
INS, ENTER, SPACE = Qt.Key.Key_Insert, Qt.Key.Key_Return, Qt.Key.Key_Space
TYPED = "Viec moi go"


@pytest.fixture
def window(window):
    window.follow(OpenConference(code=PLANNED))
    return window


@pytest.fixture
def typed(qapp):
    """Press keys where the focus is; the event loop never turns meanwhile."""

    def press(*keys):
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClicks(qapp.focusWidget(), letter)
            else:
                QTest.keyClick(qapp.focusWidget(), *(key if isinstance(key, tuple) else (key,)))

    return press


def texts(store, table, column):
    return [text for (text,) in store.connection.execute(f"select {column} from {table}")]


def the_page(window, key):
    window.go(key)
    return window.page(key)


def new_unit(window, typed):
    the_page(window, PageKey.UNITS).units.table.setFocus()
    typed((Qt.Key.Key_N, CTRL))


def new_person(window, typed):
    page = the_page(window, PageKey.UNITS)
    page.show_part("people")
    page.people.add.setFocus()
    typed(SPACE)


def new_template(window, typed):
    the_page(window, PageKey.TEMPLATES).templates.table.setFocus()
    typed((Qt.Key.Key_N, CTRL))


def new_item(window, typed):
    the_page(window, PageKey.TEMPLATES).items.add.setFocus()
    typed(SPACE)


def new_part(number):
    def start(window, typed):
        page = window.page(PageKey.CONFERENCES)
        page.show_editor(("agenda", "attendance", "speeches")[number])
        page.parts[number].table.setFocus()
        typed(INS)
        if number == 1:
            answer_guest()

    return start


def answer_guest():
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_2)


@pytest.mark.parametrize(
    ("start", "table", "column"),
    [
        pytest.param(new_unit, "unit", "name", id="unit"),
        pytest.param(new_person, "person", "full_name", id="person"),
        pytest.param(new_template, "task_template", "name", id="template"),
        pytest.param(new_item, "task_template_item", "title", id="item of a template"),
        pytest.param(new_part(0), "agenda_item", "title", id="agenda item"),
        pytest.param(new_part(1), "attendance", "name", id="participant"),
        pytest.param(new_part(2), "speech", "speaker", id="speech"),
    ],
)
def test_a_row_of_a_table_takes_what_is_typed_right_after_it_was_added(
    window, sample, typed, qtbot, start, table, column
):
    after = sorted([*texts(sample, table, column), TYPED])

    start(window, typed)
    typed(TYPED, ENTER)

    qtbot.waitUntil(lambda: sorted(texts(sample, table, column)) == after)


def test_a_day_off_takes_the_day_typed_right_after_it_was_added(window, sample, typed, qtbot):
    page = the_page(window, PageKey.UNITS)
    page.show_part("days_off")
    page.days_off.add.setFocus()

    typed(SPACE, "16/5/2018", ENTER)

    qtbot.waitUntil(lambda: "2018-05-16" in texts(sample, "day_off", "day"))


def live(key):
    def start(window, typed):
        window.page(PageKey.CONFERENCES).go_live()
        typed(key)

    return start


def arrival(window, typed):
    live(Qt.Key.Key_F9)(window, typed)
    answer_guest()


def new_conference(window, typed):
    window.page(PageKey.CONFERENCES).list.setFocus()
    typed((Qt.Key.Key_N, CTRL))


def new_conclusion(window, typed):
    page = window.page(PageKey.CONFERENCES)
    page.show_editor("conclusions")
    page.conclusions.add.setFocus()
    typed(INS)


@pytest.mark.parametrize(
    ("start", "table", "column"),
    [
        pytest.param(new_conference, "conference", "title", id="conference"),
        pytest.param(new_conclusion, "conclusion", "text", id="conclusion"),
        pytest.param(live(Qt.Key.Key_F7), "speech", "speaker", id="speech, live"),
        pytest.param(live(Qt.Key.Key_F8), "conclusion", "text", id="conclusion, live"),
        pytest.param(arrival, "attendance", "name", id="arrival, live"),
    ],
)
def test_a_field_takes_what_is_typed_right_after_its_record_was_added(
    window, sample, typed, start, table, column
):
    before = texts(sample, table, column)

    start(window, typed)
    typed(TYPED)
    page = window.page(PageKey.CONFERENCES)
    page.live.flush()
    page.flush()

    assert sorted(texts(sample, table, column)) == sorted([*before, TYPED])


def test_the_second_half_of_a_split_conclusion_takes_what_is_typed_next(window, sample, typed):
    window.follow(OpenConference(code=PLANNED))
    page = window.page(PageKey.CONFERENCES)
    new_conclusion(window, typed)
    typed("Mot. Hai.", *[Qt.Key.Key_Left] * 4)

    typed((ENTER, CTRL), Qt.Key.Key_End, " Va them")
    page.flush()

    assert {"Mot.", "Hai. Va them"} <= set(texts(sample, "conclusion", "text"))


def test_a_row_that_is_moved_again_at_once_goes_on_from_where_it_is(window, sample, typed):
    page = the_page(window, PageKey.UNITS)
    names = [unit.name for unit in page.units.model.records()]
    page.units.table.select_id(page.units.model.id_at(0))
    page.units.table.setFocus()

    typed(*[(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)] * 2)

    assert [unit.name for unit in page.units.model.records()][:3] == [names[1], names[2], names[0]]


def test_the_views_are_told_of_a_new_row_once_and_before_it_is_typed_in(window, qtbot):
    told = []
    window.context.bus.changed.connect(told.append)

    new_unit(window, lambda *_: window.page(PageKey.UNITS).primary())
    at_once = len(told)
    qtbot.wait(20)

    assert (at_once, len(told)) == (1, 1)
