"""Conclusions are read at a glance: eight short ones stand in the room of a common screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coordapp.services.conclusions import conclusion_actions
from coordapp.store.queries import conference_queries
from coordapp.ui.conclusions.conclusion_cards import blank
from coordapp.ui.kit.navigation import OpenConference, PageKey

PLANNED, HELD = "HN-2018-01", "HN-2017-01"


@pytest.fixture
def cards(window, sample):
    conference = conference_queries.by_code(sample.connection, PLANNED)
    for number in range(1, 9):
        new = replace(blank(conference.id), text=f"Giao đơn vị {number} báo cáo trước ngày 15/4.")
        conclusion_actions.add(sample, new)
    window.resize(1366, 728)
    window.follow(OpenConference(code=PLANNED))
    for _ in range(5):
        QApplication.processEvents()
    return window.page(PageKey.CONFERENCES).conclusions


def seen_whole(shown, part) -> bool:
    view = shown._scroll.viewport()
    return view.rect().contains(QRect(part.mapTo(view, QPoint()), part.size()))


def test_eight_short_conclusions_are_seen_at_once(cards) -> None:
    every = list(cards.editors.values())

    assert len(every) == 8
    assert [seen_whole(cards, one) for one in every] == [True] * 8
    assert all(seen_whole(cards, part) for one in every for part in (one.text, one.give, one.more))
    assert not cards._scroll.verticalScrollBar().isVisible()


def test_a_text_of_several_lines_is_seen_whole(cards, window) -> None:
    window.follow(OpenConference(code=HELD))
    for _ in range(5):
        QApplication.processEvents()

    for card in window.page(PageKey.CONFERENCES).conclusions.editors.values():
        line = card.text.fontMetrics().lineSpacing()
        assert card.text.height() > line * card.text._lines()
        assert card.rect().contains(card.text.geometry())


def test_escape_removes_a_new_conclusion_that_is_empty_and_no_other(cards, window, sample) -> None:
    actions = window.page(PageKey.CONFERENCES).listing
    first = next(iter(cards.editors.values()))
    first.text.setFocus()
    QTest.keyClick(first.text, Qt.Key.Key_Escape)
    actions.add()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.context.bus.deliver()
    assert len(cards.editors) == 8

    actions.add()
    QTest.keyClicks(QApplication.focusWidget(), "Giao")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.context.bus.deliver()
    assert len(cards.editors) == 9
    # an old one that somebody emptied is not new
    actions.add()
    last = QApplication.focusWidget()
    first.text.setFocus()
    QTest.keyClick(first.text, Qt.Key.Key_Escape)
    QTest.keyClick(last, Qt.Key.Key_Escape)
    assert len(cards.editors) == 10
