"""A list to choose from shows what there is room for, and says where that is not all."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from coordapp.ui.look import theme
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox
from coordapp.ui.widgets.choosing.search_choice import SearchChoice

WORDS = ("Một hội nghị có tên rất dài của Ban Chỉ đạo", "Một hội nghị có tên rất dài khác nữa")


@pytest.fixture(params=[ChoiceBox, SearchChoice])
def box(request, qapp, qtbot) -> ChoiceBox:
    theme.apply(qapp, dark=False)
    made = request.param()
    qtbot.addWidget(made)
    made.addItems(WORDS)
    made.resize(140, 32)
    # else the window gives it the keys
    (made.lineEdit() or made).setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.show()
    qtbot.waitExposed(made)
    return made


def told(box: ChoiceBox) -> str:
    QApplication.sendEvent(
        box, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5)))
    )
    text = QToolTip.text() or box.toolTip()
    QToolTip.hideText()
    return text


def test_words_that_are_cut_end_in_an_ellipsis_and_stand_whole_in_the_tip(box):
    assert box.shown_words().endswith("…")
    assert WORDS[0].startswith(box.shown_words()[:-1])
    assert told(box) == WORDS[0]


def test_what_is_painted_is_what_there_is_room_for(box):
    box.addItem(box.shown_words())
    long = box.grab().toImage()

    box.setCurrentIndex(box.count() - 1)
    if line := box.lineEdit():
        line.home(False)

    assert box.grab().toImage() == long


def test_the_wheel_passes_by_what_is_chosen(box):
    away, nothing = QPoint(0, -120), QPoint()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), nothing, away, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QApplication.sendEvent(box, wheel)

    assert box.currentIndex() == 0
