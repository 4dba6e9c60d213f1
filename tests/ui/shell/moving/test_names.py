"""Every stop of Tab has a name of its own, on every page and its parts; what only scrolls is none."""

from collections import Counter

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
)

from coordapp.ui.conferences.header import EDITORS
from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.widgets import reading_order


def name_of(widget):
    # on Linux a combo tells its choice for its name, and its name by a relation
    said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return (widget.accessibleName() or said).strip()


def heard_of(widget):
    """Give what is read aloud: what kind of thing it is, and its name."""
    return QAccessible.queryAccessibleInterface(widget).role(), name_of(widget)


def told(widget):
    return (
        type(widget).__name__,
        name_of(widget),
        widget.parentWidget() and type(widget.parentWidget()).__name__,
    )


def check(root):
    stops = list(reading_order.stops(root))
    assert stops
    nameless = [told(stop) for stop in stops if not name_of(stop)]
    assert nameless == []
    twice = {heard for heard, count in Counter(map(heard_of, stops)).items() if count > 1}
    assert [repr(told(stop)) for stop in stops if heard_of(stop) in twice] == []
    scrolls = [stop for stop in stops if isinstance(stop, QAbstractScrollArea)]
    reads = (QAbstractItemView, QPlainTextEdit, QTextEdit)
    bare = [stop for stop in scrolls if not isinstance(stop, reads)]
    # an area may take the keys only where nothing else in it could bring its end into view
    assert [
        told(one)
        for one in bare
        if isinstance(one, QScrollArea) and one.verticalScrollBar().maximum() == 0
    ] == []


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key.value)
def test_every_stop_of_a_page_is_named(window, entry):
    window.go(entry.key)

    check(window)


@pytest.mark.parametrize("editor", [key for key, _ in EDITORS])
def test_every_stop_of_a_conference_is_named(window, editor):
    for code in ("HN-2018-01", "HN-2017-01"):
        window.follow(OpenConference(code=code))
        window.page("conferences").show_editor(editor)

        check(window)


@pytest.mark.parametrize("part", ["people", "days_off"])
def test_every_stop_of_the_other_parts_is_named(window, part):
    window.go("units")
    if part == "days_off":
        window.page("units").show_part("days_off")

    check(window)
