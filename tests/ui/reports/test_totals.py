"""The sums below each table of the page of reports are those of its rows and of its caption."""

import re
from datetime import date

import pytest

from coordapp.domain.conferences.conference import AttendanceState
from coordapp.domain.figures.status import StatusFigure
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.reports.choices import ATTENDANCE, CONCLUSIONS, LATE
from coordapp.ui.reports.page import ReportsPage


@pytest.fixture
def page(show_page, context_on, sample):
    return show_page(ReportsPage(context_on(sample)))


def choose(page, form):
    page.choices.chips.choose(form)
    page.choices.chips.chosen.emit(form)
    return page.totals[form]


def test_the_sums_of_the_status_table_stay_when_it_is_scrolled(page, qtbot):
    page.resize(1110, 330)
    status = page.status
    assert status.table.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(status.total.isVisible, timeout=1000)

    whole = status.model.records()[-1].row

    assert status.total.cells["group"] == "Tổng cộng"
    for figure in (StatusFigure.TOTAL, StatusFigure.OPEN_OVERDUE):
        assert status.total.cells[figure.value] == str(whole.count(figure))


def test_the_sums_of_each_list_are_those_of_its_rows(page):
    late = choose(page, LATE)
    lines = page.late.lines.records()
    assert late.isVisible()
    assert late.cells["title"].startswith(f"{len(lines)} nhiệm vụ")
    assert late.cells["late"] == f"≤ {max(line.days_late for line in lines)} ngày"
    assert f"Quá hạn: {len(lines)} nhiệm vụ" in page.caption.text()

    conclusions = choose(page, CONCLUSIONS)
    told = [int(number) for number in re.findall(r"\d+", page.caption.text())]
    cells = conclusions.cells
    kept = [cells["text"].split()[0], cells["tasks"], cells["done"], cells["overdue"]]
    assert [int(number) for number in kept] == told

    page.choices.day.set_value(date(2017, 12, 31))
    attendance = choose(page, ATTENDANCE)
    members = page.attendance.lines.records()
    present = [
        mark for one in members for mark in one.marks
        if mark is not None and mark.state is AttendanceState.PRESENT
    ]  # fmt: skip
    assert attendance.cells["post"] == f"{len(members)} người"
    assert attendance.cells[AttendanceState.PRESENT.value] == str(len(present))


def test_the_whole_table_of_status_is_seen_on_a_screen_of_1366(window):
    window.resize(1366, 728)
    window.go(PageKey.REPORTS)

    table = window.page(PageKey.REPORTS).status.table

    assert table.horizontalHeader().length() <= table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()
