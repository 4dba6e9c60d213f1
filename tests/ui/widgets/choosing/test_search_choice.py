"""One of many is chosen by a few letters of its name, and never half."""

import pytest
from PySide6.QtCore import Qt

from coordapp.domain.committee.unit import ChoiceWords
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from tests.build import a_unit

UNITS = ((None, "(chưa giao)"), (1, "Bộ Chỉ huy quân sự tỉnh"), (2, "Hội Nông dân tỉnh"))


@pytest.fixture
def box(qtbot):
    made = SearchChoice()
    qtbot.addWidget(made)
    made.offer(UNITS, 1)
    made.show()
    return made


def typed(qtbot, box, text):
    box.line().setFocus()
    box.line().selectAll()
    qtbot.keyClicks(box.line(), text)


def test_what_is_chosen_is_shown_from_its_start(box) -> None:
    assert box.currentData() == 1
    assert box.line().text() == "Bộ Chỉ huy quân sự tỉnh"


def test_letters_without_tone_marks_and_enter_choose(qtbot, box) -> None:
    typed(qtbot, box, "nong dan")
    with qtbot.waitSignal(box.activated, timeout=500):
        qtbot.keyClick(box.line(), Qt.Key.Key_Return)

    assert box.currentData() == 2
    assert box.line().text() == "Hội Nông dân tỉnh"


@pytest.mark.parametrize(
    "words", ["dan nong", "HND", "hoi nd", "nong dan hoi", "bcs nong dan", "CV/HND"]
)
def test_any_words_of_any_name_in_any_order_choose(qtbot, box, words: str) -> None:
    unit = a_unit(
        name="Hội Nông dân tỉnh", short_name="HND", document_code="CV-HND",
        aliases="Hội ND; BCS Nông dân",
    )  # fmt: skip
    box.offer([*UNITS[:2], (7, unit.to_choose)], 1)
    typed(qtbot, box, words)
    qtbot.keyClick(box.line(), Qt.Key.Key_Return)

    assert (box.currentData(), box.line().text()) == (7, "HND")


def test_letters_typed_after_a_click_take_the_place_of_what_was_chosen(qtbot, box) -> None:
    with qtbot.waitActive(box):
        box.activateWindow()
    box.line().clearFocus()
    qtbot.mouseClick(box.line(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.line().hasSelectedText)
    qtbot.keyClicks(box.line(), "nong dan")
    qtbot.keyClick(box.line(), Qt.Key.Key_Return)

    assert box.currentData() == 2


def test_letters_within_a_word_choose_nothing(qtbot, box) -> None:
    typed(qtbot, box, "ong dan")
    qtbot.keyClick(box.line(), Qt.Key.Key_Return)

    assert box.currentData() == 1


def test_of_two_that_are_written_alike_the_one_that_was_found_is_taken(qtbot, box) -> None:
    box.offer([(1, ChoiceWords("ĐV", ("Thứ nhất",))), (2, ChoiceWords("ĐV", ("Thứ hai",)))], 1)
    typed(qtbot, box, "thu hai")
    qtbot.keyClick(box.line(), Qt.Key.Key_Return)

    assert box.currentData() == 2


def test_what_is_no_name_goes_back_to_what_was_chosen(qtbot, box) -> None:
    typed(qtbot, box, "xyz")
    box.line().editingFinished.emit()

    assert box.currentData() == 1
    assert box.line().text() == "Bộ Chỉ huy quân sự tỉnh"


def test_an_emptied_line_chooses_nothing_where_that_is_offered(qtbot, box) -> None:
    box.line().clear()
    box.line().editingFinished.emit()

    assert box.currentData() is None
