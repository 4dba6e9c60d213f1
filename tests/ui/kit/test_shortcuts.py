"""The keys: no two at odds, none a Vietnamese keyboard needs, each listed and each at work."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from coordapp.store.file.tables import TASKS
from coordapp.ui.kit import shortcuts
from coordapp.ui.shell.help_dialog import ShortcutsDialog
from coordapp.ui.shell.pages import PAGES

_CONTEXT = Qt.ShortcutContext


@pytest.fixture
def window(window):
    for entry in PAGES:
        window.page(entry.key)
    return window


@pytest.fixture
def help_dialog(window):
    window.show_shortcuts()
    return window.findChild(ShortcutsDialog)


def pages_of(window):
    return {window.page(entry.key): entry.title for entry in PAGES}


def context_of(live):
    return live.shortcutContext() if isinstance(live, QAction) else live.context()


def owner_of(live):
    """Give the widget whose focus matters; an entry of a menu belongs to the window."""
    owner = live.parent()
    return owner.window() if isinstance(live, QAction) and not is_here(live) else owner


def is_here(live):
    return context_of(live) in (_CONTEXT.WidgetShortcut, _CONTEXT.WidgetWithChildrenShortcut)


def page_above(widget, pages):
    while widget is not None and widget not in pages:
        widget = widget.parentWidget()
    return widget


def can_meet(one, other, pages):
    """Tell whether both can be asked for while one widget has the focus."""
    first, second = owner_of(one), owner_of(other)
    if {page_above(first, pages), page_above(second, pages)}.issubset(pages) and (
        page_above(first, pages) is not page_above(second, pages)
    ):
        return False
    if is_here(one) and is_here(other):
        return first is second or first.isAncestorOf(second) or second.isAncestorOf(first)
    return True


def written(live):
    return {sequence.toString() for sequence in shortcuts.sequences_of(live)}


# --- rules for every key


def test_no_two_actions_that_can_meet_share_keys(window):
    pages = pages_of(window)
    at_odds = [
        (shortcuts.words_of(one), shortcuts.words_of(other))
        for one, other in combinations(shortcuts.alive(window), 2)
        if written(one) & written(other) and can_meet(one, other, pages)
    ]

    assert at_odds == []


def test_no_key_is_one_that_vietnamese_typing_needs(window):
    taken = [
        (shortcuts.words_of(live), written(live))
        for live in shortcuts.alive(window)
        if any(map(shortcuts.belongs_to_typing, shortcuts.sequences_of(live)))
    ]

    assert taken == []


@pytest.mark.parametrize(
    "keys",
    ["Ctrl+Shift+N", "Ctrl+Shift+F1", "Ctrl+Shift+F9", "Ctrl+Space", "Alt+Z", "A", "Shift+Q", "7"],
)
def test_keys_of_the_keyboard_are_known(keys):
    assert shortcuts.belongs_to_typing(QKeySequence(keys))


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Alt+1", "F1", "F2", "Delete", "Ctrl+/", "Alt+Up"])
def test_other_keys_are_free(keys):
    assert not shortcuts.belongs_to_typing(QKeySequence(keys))


def test_menus_open_by_letters_of_their_own(window):
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].casefold() for title in titles]

    assert len(set(letters)) == len(letters)
    assert "z" not in letters


def test_every_key_says_what_it_does(window):
    assert all(shortcuts.words_of(live) for live in shortcuts.alive(window))


# --- each key listed is at work


def reveal(widget):
    """Turn the stacks around a widget so that it is seen, and open what is folded around it."""
    child = widget
    while child is not None:
        above = child.parentWidget()
        if above is not None:
            # files are shown only where there are files
            child.setVisible(True)
        if isinstance(above, QStackedWidget):
            above.setCurrentWidget(child)
        child = above


def press(qtbot, widget, sequence):
    pressed = sequence[0]
    qtbot.keyClick(widget, pressed.key(), pressed.keyboardModifiers())


def listen(live):
    """Note the calls instead of doing them, for some would wait for an answer."""
    called = []
    signal = live.triggered if isinstance(live, QAction) else live.activated
    signal.disconnect()
    signal.connect(lambda: called.append(1))
    return called


def test_every_key_sets_off_its_own_action(window, qtbot):
    silent = []
    for live in list(shortcuts.alive(window)):
        target = live.parent() if is_here(live) else window
        page = page_above(target, pages_of(window))
        if page is not None:
            window.go(next(e.key for e in PAGES if window.page(e.key) is page))
        reveal(target)
        live.setEnabled(True)
        called = listen(live)
        for sequence in shortcuts.sequences_of(live):
            target.setFocus()
            press(qtbot, target, sequence)
        if len(called) != len(shortcuts.sequences_of(live)):
            silent.append((shortcuts.words_of(live), written(live), len(called)))

    assert silent == []


def test_f2_types_in_a_cell_and_escape_gives_it_up(window, qtbot, sample):
    table = window.page("tasks").table
    table.select_id(table.model().id_at(0))
    table.setCurrentIndex(table.model().index(0, table.model().column_of("due")))
    table.setFocus()
    before = TASKS.get(sample.connection, table.current_id())

    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "5/5")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert TASKS.get(sample.connection, before.id) == before


def test_enter_opens_the_current_row(window, qtbot):
    table = window.page("tasks").table
    table.activated_row.disconnect()

    with qtbot.waitSignal(table.activated_row):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_tab_goes_to_the_next_cell_to_type_in(window, qtbot):
    window.go("units")
    table = window.page("units").units.table
    table.edit_cell(table.model().id_at(0), "name")
    editor = table.viewport().findChild(QLineEdit)

    QTest.keyClick(editor, Qt.Key.Key_Tab)

    assert table.model().columns[table.currentIndex().column()].key == "short_name"


# --- the list


def test_the_list_opens_by_its_keys_and_once(window, qtbot):
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)

    assert [dialog.isVisible() for dialog in window.findChildren(ShortcutsDialog)] == [True]


def test_the_menu_of_help_has_it(window):
    help_menu = window.menuBar().actions()[-1]

    assert help_menu.text().replace("&", "") == "Trợ giúp"
    assert "Phím tắt" in [action.text() for action in help_menu.menu().actions()]


def test_every_live_key_is_listed_and_nothing_else(window, help_dialog):
    live = {(shortcuts.keys_of(one), shortcuts.words_of(one)) for one in shortcuts.alive(window)}
    built_in = {(one.keys, one.words) for one in shortcuts.BUILT_IN}

    assert {(one.keys, one.words) for one in help_dialog.shown()} == live | built_in


def test_a_key_added_later_is_listed_at_once(window):
    shortcuts.action_here(window.page("tasks").table, "Việc mới", "Ctrl+M", window.close)
    page = window.page("conferences")
    shortcuts.key_here(page, "Phím mới", "Ctrl+J", window.close)

    listed = shortcuts.gather(window, pages_of(window))

    assert {("Nhiệm vụ", "Việc mới"), ("Hội nghị", "Phím mới")} <= {
        (one.group, one.words) for one in listed
    }


def test_keys_stand_by_where_they_work(help_dialog):
    groups = list(dict.fromkeys(one.group for one in help_dialog.shown()))

    assert groups[:2] == ["Chung", "Trong bảng"]
    assert {"Nhiệm vụ", "Hội nghị"} <= set(groups)


def test_what_undo_would_undo_is_not_part_of_the_list(window, help_dialog):
    assert "Hoàn tác" in [one.words for one in help_dialog.shown()]


def test_keys_are_found_by_words_without_tones_or_by_themselves(help_dialog):
    for searched, found in (
        ("hoan tac", ["Hoàn tác"]),
        ("ctrl+k", ["Tìm mọi nơi"]),
        ("f2", ["Sửa ô", "Sửa tên hội nghị"]),
    ):
        help_dialog.search.setText(searched)

        shown = [one.words for one in help_dialog.shown()]
        assert len(shown) == len(found), searched
        assert all(words.startswith(start) for words, start in zip(shown, found, strict=True))


def test_nothing_found_is_said(help_dialog, qtbot):
    help_dialog.search.setText("xyzxyz")

    def said():
        return any("Không có phím tắt" in child.text() for child in labels_of(help_dialog))

    qtbot.waitUntil(said)
    assert help_dialog.shown() == []


def labels_of(dialog: QWidget):
    return [child for child in dialog._area.findChildren(QWidget) if hasattr(child, "text")]


def test_a_key_without_a_menu_entry_keeps_its_words(window):
    words = {shortcuts.words_of(one) for one in window.findChildren(QShortcut)}

    assert {"Chuyển lên", "Chuyển xuống"} <= words
