"""Tab leads through every page and dialog in the order in which it is read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coordapp.ui.look import theme
from coordapp.ui.widgets import reading_order
from coordapp.ui.widgets.form_dialog import FormDialog
from coordapp.ui.widgets.reading_order import Dialog


def names_by_tab(times: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    names = []
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)
        names.append(QApplication.focusWidget().objectName())
    return names


def a_form(qtbot) -> Dialog:
    """Fill a grid by columns, and a line at its foot before the grid."""
    dialog = Dialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    grid = QGridLayout()
    foot = QLineEdit(objectName="foot")
    for at in range(4):
        row, place = at % 2, at // 2
        grid.addWidget(QLineEdit(objectName=f"{row}{place}"), row, place)
    column.addLayout(grid)
    column.addWidget(foot)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_tab_follows_the_rows_of_a_grid_filled_by_columns(qtbot) -> None:
    dialog = a_form(qtbot)
    dialog.findChild(QLineEdit, "foot").setFocus()

    assert names_by_tab(5) == ["00", "01", "10", "11", "foot"]
    assert names_by_tab(5, Qt.Key.Key_Backtab) == ["11", "10", "01", "00", "foot"]


def test_tab_passes_what_is_hidden_or_cannot_be_used(qtbot) -> None:
    dialog = a_form(qtbot)
    dialog.findChild(QLineEdit, "01").hide()
    dialog.findChild(QLineEdit, "10").setEnabled(False)
    dialog.findChild(QLineEdit, "foot").setFocus()

    assert names_by_tab(3) == ["00", "11", "foot"]


def test_tab_reaches_what_was_added_later_where_it_stands(qtbot) -> None:
    dialog = a_form(qtbot)
    dialog.layout().insertWidget(0, QLineEdit(objectName="new"))
    QApplication.processEvents()
    dialog.findChild(QLineEdit, "foot").setFocus()

    assert names_by_tab(2) == ["new", "00"]


def test_the_facts_of_a_conference_are_typed_from_top_to_bottom(window) -> None:
    window.go("conferences")
    page = window.page("conferences")
    page.show_editor("details")
    page.details.form.editors["title"].setFocus()

    expected = [
        page.details.form.choices["kind"],
        page.details.form.choices["previous_id"],
        page.details.form.editors["minutes_number"],
        page.details.form.editors["held_on"],
        page.details.form.editors["start_time"],
        page.details.form.editors["ended_on"],
        page.details.form.editors["end_time"],
        page.details.form.editors["place"],
        page.details.form.choices["chair_id"],
        page.details.form.choices["recorder_id"],
    ]
    for field in expected:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field


@pytest.mark.parametrize(
    "page", ["today", "tasks", "conferences", "conclusions", "templates", "units", "reports"]
)
def test_tab_comes_by_every_stop_of_a_page_once_and_back(window, page: str) -> None:
    window.go(page)
    QApplication.processEvents()
    next(reading_order.stops(window)).setFocus()
    passed: list[QWidget] = []
    # twice: of chips that exclude each other, Qt keeps one stop from the first visit on
    for _ in range(2):
        passed.clear()
        while QApplication.focusWidget() not in passed:
            passed.append(QApplication.focusWidget())
            assert reading_order.move(window, forward=True)

    assert passed == list(reading_order.stops(window))


def a_long_form(qtbot, lines: int) -> FormDialog:
    form = FormDialog("Thử", "Lưu", date(2018, 3, 31), None)
    qtbot.addWidget(form)
    for line in range(lines):
        form.add(f"Dòng {line}", QLineEdit())
    form.last = form.findChildren(QLineEdit)[-1]
    form.last.setFocus()
    form.explain("Chưa có hạn: " + ", ".join(f"NV-2018-{n:03d}" for n in range(60)))
    form.show()
    return form


@pytest.mark.parametrize("lines", [2, 10])
def test_a_dialog_is_as_high_as_what_it_shows(qapp, qtbot, lines):
    theme.apply(qapp, dark=False)
    form = a_long_form(qtbot, lines)

    assert form.height() >= form.layout().totalHeightForWidth(form.width())
    assert form.findChildren(QScrollArea) == []


def test_a_dialog_higher_than_the_screen_scrolls_and_lays_nothing_over_another(qtbot):
    form = a_long_form(qtbot, 40)
    (area,) = form.findChildren(QScrollArea)

    assert form.height() <= form.screen().availableGeometry().height()
    assert area.verticalScrollBar().maximum() > 0
    assert area.widget().height() >= area.widget().layout().totalHeightForWidth(
        area.widget().width()
    )
    assert set(form.findChildren(QLineEdit)) <= set(reading_order.stops(form))
    assert form.focusWidget() is form.last
