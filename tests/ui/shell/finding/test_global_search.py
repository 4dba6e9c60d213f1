"""The list below the search box: heads that count, marked words, keys that pass the heads."""

from PySide6.QtCore import Qt

from coordapp.ui.shell.finding import hit_list
from tests.ui.shell.keyboard import Key, ctrl, focused, press, typed


def lines(window):
    listed = window._search._list
    return [listed.item(row) for row in range(listed.count())]


def test_each_kind_has_a_head_with_its_number(window):
    window._search.setText("dan van")
    window._search.show_hits()

    heads = [line.text() for line in lines(window) if line.data(hit_list._ROUTE) is None]

    assert heads[0].startswith("Nhiệm vụ · ")
    assert all(head.rpartition(" · ")[2].isdigit() for head in heads)


def test_the_words_found_are_marked_and_markup_of_people_is_text(window):
    window._search.setText("ra soat")
    window._search.show_hits()

    shown = [line.data(hit_list._SHOWN_AS) for line in lines(window)]

    assert any("<b><u>Rà</u></b> <b><u>soát</u></b>" in one for one in shown)
    assert hit_list._marked("<b>&", None) == "&lt;b&gt;&amp;"


def test_arrows_pass_the_heads_and_stay_at_the_ends(window):
    ctrl(Key.Key_K)
    typed("dan van")
    window._search._typing.finish()
    listed = window._search._list
    assert listed.currentRow() == 1

    press(Key.Key_Up)
    assert listed.currentRow() == 1
    press(Key.Key_Down, times=200)

    assert listed.currentItem().data(hit_list._ROUTE) is not None
    assert listed.currentRow() == listed.count() - 1


def test_enter_right_after_typing_opens_what_was_typed(window):
    ctrl(Key.Key_K)
    typed("NV-2018-010")

    press(Key.Key_Return)

    assert window.current == "tasks"
    assert focused().current_record().task.code == "NV-2018-010"


def test_the_list_can_be_painted_and_stays_in_the_window(window):
    window._search.setText("dan van")
    window._search.show_hits()

    assert window.rect().contains(window._search._list.geometry())
    assert not window._search._list.grab().isNull()
    assert window._search._list.focusPolicy() is Qt.FocusPolicy.NoFocus
