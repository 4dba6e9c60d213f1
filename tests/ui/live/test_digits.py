"""The digits of the roll beside a keyboard that composes tones of digits, as VNI does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from coordapp.domain.conferences.conference import AttendanceState
from coordapp.store.queries import conference_queries
from coordapp.ui.kit.navigation import OpenConference


@pytest.fixture
def live(window):
    window.follow(OpenConference(code="HN-2018-01"))
    page = window.page("conferences")
    page.go_live()
    return page.live


def states(sample) -> set[AttendanceState]:
    held = conference_queries.by_code(sample.connection, "HN-2018-01")
    return {one.state for one in conference_queries.attendances(sample.connection, held.id)}


def test_no_row_of_the_roll_lets_an_input_method_compose(live):
    table = live.roll.table

    composing = []
    for row in range(table.model().rowCount()):
        table.setCurrentIndex(table.model().index(row, 0))
        composing.append(table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled))

    assert len(composing) > 1
    assert not any(composing)


def test_what_is_composed_in_the_words_of_a_substitute_takes_no_attendance(live, sample, qtbot):
    field = live.roll.detail.findChildren(type(live.roll._line("name")))[0]
    field.setFocus()
    before = states(sample)

    # `a6` under way, committed as `â`, as an input method of Linux or Windows does
    for shown in ("a", "a6"):
        QApplication.sendEvent(field, QInputMethodEvent(shown, []))
    event = QInputMethodEvent("", [])
    event.setCommitString("â")
    QApplication.sendEvent(field, event)

    assert states(sample) == before
