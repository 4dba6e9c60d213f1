"""Who is known already is offered while somebody is named, and nothing is taken unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coordapp.domain.committee.known_person import KnownPerson
from coordapp.ui.widgets.choosing.name_completer import NameCompleter

SON = KnownPerson(name="Lê Hùng Sơn", post="Bí thư Tỉnh Đoàn")
CHAIR = KnownPerson(name="", post="Chủ tịch Hội Nông dân tỉnh")
AN = KnownPerson(name="Trần Văn An")


@pytest.fixture
def form(show_active):
    made = QWidget()
    column = QVBoxLayout(made)
    made.line, made.other = QLineEdit(), QLineEdit()
    column.addWidget(made.line)
    column.addWidget(made.other)
    made.names = NameCompleter(made.line, lambda: (SON, CHAIR, AN))
    made.picked = []
    made.names.picked.connect(made.picked.append)
    show_active(made)
    made.line.setFocus()
    return made


def press(form, *keys):
    """Press keys as a person does: an open list has them first."""
    for key in keys:
        target = form.names._list if form.names.is_open else form.line
        (QTest.keyClicks if isinstance(key, str) else QTest.keyClick)(target, key)


def test_any_part_of_a_name_or_post_finds_without_tone_marks(form) -> None:
    press(form, "hung s")
    assert form.names.offered() == ["Lê Hùng Sơn, Bí thư Tỉnh Đoàn"]
    form.line.clear()
    press(form, "nong dan")
    assert form.names.offered() == ["Chủ tịch Hội Nông dân tỉnh"]


def test_enter_takes_the_first_found_or_the_one_marked(form) -> None:
    press(form, "hung s", Qt.Key.Key_Return)
    form.line.clear()
    press(form, "t", Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert form.picked == [SON, CHAIR]
    assert form.line.text() == "Chủ tịch Hội Nông dân tỉnh"
    assert not form.names.is_open


def test_passing_through_the_list_rewrites_nothing(form) -> None:
    press(form, "t", Qt.Key.Key_Down)

    assert form.line.text() == "t"


def test_escape_closes_the_list_and_keeps_what_was_typed(form) -> None:
    press(form, "son", Qt.Key.Key_Escape)

    assert (form.line.text(), form.names.is_open, form.picked) == ("son", False, [])


def test_a_name_nobody_bears_stays_as_typed(form) -> None:
    press(form, "Pham Thi Binh", Qt.Key.Key_Return)

    assert (form.line.text(), form.picked) == ("Pham Thi Binh", [])


def test_a_name_typed_in_full_needs_no_list(form) -> None:
    press(form, "tran van an")

    assert not form.names.is_open


def test_the_list_goes_with_the_keyboard(form) -> None:
    press(form, "son")
    assert form.names.is_open
    form.other.setFocus()

    assert not form.names.is_open


def test_a_click_takes_a_name(form) -> None:
    press(form, "son")
    shown = form.names._list
    place = shown.visualRect(shown.model().index(0, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert form.picked == [SON]
