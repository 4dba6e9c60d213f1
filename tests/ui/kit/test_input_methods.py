"""Vietnamese keyboards: bursts of Backspace and letters, and letters composed before they come.

UniKey types a letter, then takes it back with Backspace and sends the one with its mark, all in
one burst and through the same door as the keyboard. IBus and the keyboard of Windows show letters
under way (pre-edit) and commit them later, or replace what stands before the cursor.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import conference_queries, unit_queries
from coordapp.ui.conclusions.conclusion_cards import ConclusionEditor
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.navigation import OpenConference, PageKey
from coordapp.ui.shell.help_dialog import ShortcutsDialog
from coordapp.ui.shell.window import Window

PLAIN = Qt.KeyboardModifier.NoModifier
SENTENCE = "Đẩy mạnh việc phối hợp ở địa bàn Hướng Sơn"
WORDS_OF_DATE = "15 ngày làm việc"
# no two actions that can meet share keys, on whichever pages: what is hidden cannot fire
TYPED_ON = (PageKey.TASKS, PageKey.CONFERENCES, PageKey.UNITS)


@pytest.fixture
def window(window):
    for page in TYPED_ON:
        window.page(page)
    window.follow(OpenConference(code="HN-2018-01"))
    window.go("tasks")
    return window


@pytest.fixture
def fired(window):
    """Note every shortcut that is set off while somebody types."""
    found: list[str] = []
    for live in shortcuts.alive(window):
        signal = live.triggered if isinstance(live, QAction) else live.activated
        words = shortcuts.words_of(live)
        signal.connect(lambda *_, words=words: found.append(words))
    return found


# --- keyboards


def focused() -> QWidget:
    """Give what takes the keys now: a table hands them on to the editor it opens."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def select_all() -> None:
    """Mark what is there; a box to pick from hands its keys on to the line in it."""
    widget = focused()
    (widget.lineEdit() if isinstance(widget, QComboBox) else widget).selectAll()


def press(text: str) -> None:
    letter = text.upper()
    known = len(letter) == 1 and letter.isascii()
    key = Qt.Key(ord(letter)) if known else Qt.Key.Key_unknown
    QTest.sendKeyEvent(QTest.KeyAction.Click, focused(), key, text, PLAIN)


def backspace(count: int = 1) -> None:
    for _ in range(count):
        QTest.sendKeyEvent(QTest.KeyAction.Click, focused(), Qt.Key.Key_Backspace, "", PLAIN)


def forms_of(letter: str) -> Iterator[str]:
    """Give what a letter looks like while its marks are typed: e, ê, ệ."""
    if letter in "đĐ":
        yield "d" if letter == "đ" else "D"
        yield letter
        return
    base, *marks = unicodedata.normalize("NFD", letter)
    # the mark of the vowel is typed before the tone
    marks.sort(key=lambda mark: mark not in "\u0302\u0306\u031b")
    yield base
    for count in range(1, len(marks) + 1):
        yield unicodedata.normalize("NFC", base + "".join(marks[:count]))


def by_letter(text: str) -> None:
    """Type as UniKey does when each mark is typed right after its letter."""
    for letter in text:
        for number, form in enumerate(forms_of(letter)):
            if number:
                backspace()
            press(form)


def by_word(text: str) -> None:
    """Type as UniKey does when the marks are typed at the end of the word."""
    for number, word in enumerate(text.split(" ")):
        if number:
            press(" ")
        bare = "".join(next(forms_of(letter)) for letter in word)
        for letter in bare:
            press(letter)
        if bare != word:
            backspace(len(bare))
            for letter in word:
                press(letter)


def compose(shown: str, committed: str = "", replaced: int = 0) -> None:
    event = QInputMethodEvent(shown, [])
    if committed or replaced:
        event.setCommitString(committed, -replaced, replaced)
    QApplication.sendEvent(focused(), event)


def by_composing(text: str) -> None:
    """Type as IBus does: the word is shown under way and committed at the space."""
    for number, word in enumerate(text.split(" ")):
        if number:
            press(" ")
        for length in range(1, len(word) + 1):
            compose(word[:length])
        compose("", word)


def by_replacing(text: str) -> None:
    """Type as input methods do that put a word in place of the letters before the cursor."""
    for number, word in enumerate(text.split(" ")):
        if number:
            press(" ")
        bare = "".join(next(forms_of(letter)) for letter in word)
        for letter in bare:
            press(letter)
        if bare != word:
            compose("", word, replaced=len(bare))


# in turn in one window, for making it takes longer than all they type
KEYBOARDS = (by_letter, by_word, by_composing, by_replacing)


def test_the_keyboards_of_these_tests_type_what_they_are_told(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    line.setFocus()

    for keyboard in KEYBOARDS:
        line.clear()
        keyboard(SENTENCE)
        assert line.text() == SENTENCE


# --- where somebody types


@dataclass(frozen=True, kw_only=True)
class Place:
    """A field, how to begin typing there, what it shows, and what the sample holds of it."""

    start: Callable[[Window], object]
    text: Callable[[Window], str]
    stored: Callable[[Store], str]


def shown_in(widget: Any) -> str:
    return str(widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText())


def facts(window: Window, name: str) -> Any:
    return window.page("conferences").details.form.editors[name]


def start_fact(name: str) -> Callable[[Window], None]:
    def start(window: Window) -> None:
        window.go("conferences")
        window.page("conferences").show_editor("details")
        facts(window, name).setFocus()
        facts(window, name).selectAll()

    return start


def fact(name: str) -> Place:
    return Place(
        start=start_fact(name),
        text=lambda window: shown_in(facts(window, name)),
        stored=lambda sample: str(
            getattr(conference_queries.by_code(sample.connection, "HN-2018-01"), name)
        ),
    )


def conclusion_editor(window: Window) -> Any:
    return window.page("conferences").conclusions.findChild(ConclusionEditor).text


def start_conclusion(window: Window) -> None:
    window.go("conferences")
    window.page("conferences").listing.add()
    conclusion_editor(window).setFocus()


def first_conclusion(sample: Store) -> str:
    found = sample.connection.execute(
        "select c.text from conclusion c join conference h on h.id = c.conference_id"
        " where h.code = 'HN-2018-01' order by c.number"
    )
    return str(found.fetchone()[0])


def start_unit(window: Window) -> None:
    window.go("units")
    table = window.page("units").units.table
    table.edit_cell(table.model().id_at(0), "name")


def unit_editor(window: Window) -> Any:
    # one that was left goes a moment later
    found = window.page("units").units.table.viewport().findChildren(QLineEdit)
    return next((editor for editor in found if editor.isVisible()), None)


def start_particular(window: Window) -> None:
    window.go("units")
    editor = window.page("units").committee.form.editors["recipients"]
    editor.setFocus()
    editor.selectAll()


def live(window: Window) -> Any:
    return window.page("conferences").live


def start_live(editor: Callable[[Any], QWidget]) -> Callable[[Window], None]:
    def start(window: Window) -> None:
        window.go("conferences")
        window.page("conferences").go_live()
        live(window).speeches.append()
        live(window).conclusions.append()
        editor(live(window)).setFocus()

    return start


def live_place(editor: Callable[[Any], Any], table: str, column: str) -> Place:
    """Describe a field of the screen of a conference that is going on."""
    order = "id limit 1" if table == "attendance" else "id desc limit 1"
    query = (
        f"select {column} from {table} where conference_id ="
        f" (select id from conference where code = 'HN-2018-01') order by {order}"
    )
    return Place(
        start=start_live(editor),
        text=lambda window: shown_in(editor(live(window))),
        stored=lambda sample: str(sample.connection.execute(query).fetchone()[0]),
    )


PLACES = {
    "a speech while it is held": live_place(lambda it: it.speeches.text, "speech", "gist"),
    "who speaks": live_place(lambda it: it.speeches.speaker.line(), "speech", "speaker"),
    "a conclusion while it is drawn": live_place(
        lambda it: it.conclusions.text, "conclusion", "text"
    ),
    "who came instead": live_place(
        lambda it: it.roll.detail.editors["substitute_name"], "attendance", "substitute_name"
    ),
    "a line of a conference": fact("place"),
    "a title that grows": fact("title"),
    "a block of text": fact("proceedings"),
    "a conclusion": Place(
        start=start_conclusion,
        text=lambda window: shown_in(conclusion_editor(window)),
        stored=first_conclusion,
    ),
    "a cell of a table": Place(
        start=start_unit,
        text=lambda window: shown_in(unit_editor(window)),
        stored=lambda sample: unit_queries.all_units(sample.connection)[0].name,
    ),
    "a block beside the tables": Place(
        start=start_particular,
        text=lambda window: shown_in(window.page("units").committee.form.editors["recipients"]),
        stored=lambda sample: str(
            sample.connection.execute("select recipients from committee").fetchone()[0]
        ),
    ),
}


@pytest.fixture(params=PLACES.values(), ids=list(PLACES))
def place(request) -> Place:
    return request.param


def start_anew(window: Window, place: Place) -> None:
    """Begin to type in a place, wherever the one before was."""
    window.follow(OpenConference(code="HN-2018-01"))
    place.start(window)


def test_every_letter_arrives_nothing_fires_and_the_whole_is_saved_once(
    window, sample, fired, qtbot, place
):
    for number, keyboard in enumerate(KEYBOARDS, start=1):
        typed = f"{SENTENCE} lần {number}"
        place.start(window)
        before, steps = place.stored(sample), len(sample.undo_steps)
        select_all()

        keyboard(typed)
        while_typing = place.stored(sample)
        shown = place.text(window)
        focused().clearFocus()

        assert (shown, fired) == (typed, []), keyboard
        assert while_typing == before, keyboard
        qtbot.waitUntil(lambda typed=typed: place.stored(sample) == typed)
        assert len(sample.undo_steps) == steps + 1, keyboard


def test_letters_under_way_are_not_saved_when_the_typing_rests(window, sample, qtbot):
    for name, place in PLACES.items():
        start_anew(window, place)
        select_all()
        by_letter("Hội ")

        compose("ngh")
        qtbot.waitUntil(lambda place=place: place.stored(sample).strip() == "Hội", timeout=2000)
        qtbot.wait(50)
        compose("nghị")
        compose("", "nghị")

        assert place.text(window) == "Hội nghị", name
        qtbot.waitUntil(lambda place=place: place.stored(sample) == "Hội nghị", timeout=2000)


def test_a_refresh_from_elsewhere_leaves_letters_under_way(window):
    for name, place in PLACES.items():
        start_anew(window, place)
        select_all()
        by_letter("Hội ")
        compose("ngh")

        for page in TYPED_ON:
            window.page(page).refresh()
        compose("nghị")
        compose("", "nghị")

        assert place.text(window) == "Hội nghị", name


# --- the register


@pytest.fixture
def due_cell(window):
    """The cell of the deadline of a task that is under way, with the focus on the table."""
    page = window.page("tasks")
    page.show_task("NV-2018-012")
    row, column = page.table.currentIndex().row(), page.model.column_of("due")
    page.table.setCurrentIndex(page.model.index(row, column))
    page.table.setFocus()
    return page.table


def due_of(sample: Store, table: Any) -> date | None:
    return TASKS.get(sample.connection, table.current_id()).due


@pytest.mark.parametrize("begin", ["F2", "first letter"])
def test_a_deadline_in_words_is_typed_into_its_cell(sample, fired, qtbot, due_cell, begin):
    before = due_of(sample, due_cell)
    for keyboard in KEYBOARDS:
        if begin == "F2":
            qtbot.keyClick(due_cell, Qt.Key.Key_F2)
            select_all()

        keyboard(WORDS_OF_DATE)
        shown, while_typing = focused().text(), due_of(sample, due_cell)
        qtbot.wait(700)
        at_rest = due_of(sample, due_cell)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

        assert (shown, fired) == (WORDS_OF_DATE, []), keyboard
        assert while_typing == at_rest == before, keyboard
        qtbot.waitUntil(lambda: due_of(sample, due_cell) == date(2018, 4, 20))
        assert len(sample.undo_steps) == 1, keyboard
        sample.undo()
        due_cell.setFocus()


def test_the_first_letter_opens_the_cell_and_stays_in_it(window, fired, qtbot):
    window.go("units")
    table = window.page("units").units.table
    for keyboard in KEYBOARDS:
        table.setCurrentIndex(table.model().index(0, 0))
        table.setFocus()

        keyboard(SENTENCE)

        assert unit_editor(window).text() == SENTENCE, keyboard
        assert fired == [], keyboard
        qtbot.keyClick(focused(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: unit_editor(window) is None)


def test_a_deadline_under_way_is_not_saved_by_leaving_with_escape(sample, qtbot, due_cell):
    before = due_of(sample, due_cell)
    qtbot.keyClick(due_cell, Qt.Key.Key_F2)
    select_all()
    by_letter("hôm ")
    compose("na")

    compose("")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)

    assert due_of(sample, due_cell) == before
    assert sample.undo_steps == []


# --- searching


def test_the_search_of_the_register_gets_every_letter_and_asks_once(window, fired, qtbot):
    box = window.page("tasks").filters.search
    asked: list[str] = []
    box.searched.connect(asked.append)
    box.setFocus()
    for keyboard in KEYBOARDS:
        keyboard("biên giới")
        while_typing = list(asked)
        with qtbot.waitSignal(box.searched):
            pass

        assert (box.text(), asked, while_typing) == ("biên giới", ["biên giới"], []), keyboard
        assert fired == [], keyboard
        assert focused() is box
        with qtbot.waitSignal(box.searched):
            box.clear()
        asked.clear()


def test_the_search_of_the_window_gets_every_letter_and_keeps_the_focus(window, fired, qtbot):
    box = window._search
    box.setFocus()
    for keyboard in KEYBOARDS:
        keyboard("biên giới")
        hidden_while_typing = box._list.isHidden()
        qtbot.waitUntil(lambda: box._list.isVisible())

        assert (box.text(), fired) == ("biên giới", []), keyboard
        assert hidden_while_typing, keyboard
        assert focused() is box
        box.clear()
        qtbot.waitUntil(lambda: box._list.isHidden())


def test_hits_that_come_meanwhile_leave_letters_under_way(window, qtbot):
    box = window._search
    box.setFocus()
    by_letter("biên ")
    compose("gi")
    qtbot.waitUntil(lambda: box._list.isVisible())

    compose("giới")
    compose("", "giới")

    assert box.text() == "biên giới"


def test_the_search_of_the_keys_gets_every_letter(window, qtbot):
    window.show_shortcuts()
    dialog = window.findChild(ShortcutsDialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.search)
    for keyboard in KEYBOARDS:
        dialog.search.clear()

        keyboard("hoàn tác")

        assert [one.words for one in dialog.shown()] == ["Hoàn tác"], keyboard
