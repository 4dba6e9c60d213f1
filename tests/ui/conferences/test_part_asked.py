"""Who is added to a conference is asked for in which part: the quorum moves by an answer only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coordapp.store.queries import conference_queries
from coordapp.ui.kit.navigation import OpenConference, PageKey

PLANNED = "HN-2018-01"


@pytest.fixture
def attendance(window):
    window.follow(OpenConference(code=PLANNED))
    page = window.page(PageKey.CONFERENCES)
    page.show_editor("attendance")
    return page.parts[1]


def attending(sample):
    conference = conference_queries.by_code(sample.connection, PLANNED)
    return conference_queries.attendances(sample.connection, conference.id)


@pytest.mark.parametrize(("key", "is_guest", "members"), [("1", False, 17), ("2", True, 16)])
def test_an_answer_makes_the_row_and_the_quorum_follows_it(
    attendance, sample, key, is_guest, members
) -> None:
    attendance.add.click()
    QTest.keyClicks(QApplication.activePopupWidget(), key)

    added = max(attending(sample), key=lambda one: one.id)
    counted = conference_queries.quorum(sample.connection, attending(sample))
    assert (added.is_guest, counted.members) == (is_guest, members)


def test_without_an_answer_nobody_is_added(attendance, sample) -> None:
    attendance.add.click()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_T, Qt.Key.Key_Escape):
        QTest.keyClick(QApplication.activePopupWidget(), key)

    assert QApplication.activePopupWidget() is None
    assert len(attending(sample)) == 16


def test_members_and_guests_are_told_apart_in_the_list(attendance, sample) -> None:
    attendance.start_with({"is_guest": True, "name": "Khách"})
    model = attendance.model
    column = model.column_of("is_guest")

    words = [model.index(row, column).data() for row in range(model.rowCount())]
    assert words == ["Thành viên"] * 16 + ["Khách mời"]
