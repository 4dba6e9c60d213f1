"""The first page: its numbers are the register's, and each leads to its rows."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from coordapp.domain.figures.overview import Standing, UnitStanding
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.practices.report_due import ReceiptState
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import DeadlineState, Task, WorkState
from coordapp.domain.words.case_labels import RECEIPT_STATE
from coordapp.services.committee import committee_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.queries import report_queries, task_queries
from coordapp.ui.conferences.page import ConferencesPage
from coordapp.ui.look import theme
from coordapp.ui.shell.window import Window
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.today.chart import WORDS, UnitChart, as_table, paint_part, widths
from coordapp.ui.today.figures import LineButton
from coordapp.ui.today.page import TodayPage
from tests.build import MISTYPED, a_unit
from tests.founding import new_store, set_up


@pytest.fixture
def page(window) -> TodayPage:
    found = window.page("today")
    assert isinstance(found, TodayPage)
    return found


def register(window) -> TasksPage:
    found = window.page("tasks")
    assert isinstance(found, TasksPage)
    return found


def chip_counts(window) -> dict[str, int]:
    chips = register(window).filters.chips._chips
    return {key: int(chip.text().split()[-1]) for key, chip in chips.items()}


def shown_alone(window) -> list[str]:
    """Give the codes the register shows, without the parents it shows but never counts."""
    return [row.task.code for row in register(window).model.records() if not row.children]


def press(qtbot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def line(of, words: str) -> LineButton:
    return next(found for found in of.lines if found.words.startswith(words))


# --- figures


@pytest.mark.parametrize("key", ["overdue", "today", "soon", "waiting"])
def test_a_figure_is_the_chip_of_the_register_and_opens_its_rows(qtbot, window, page, key) -> None:
    figure = page.figures[key]
    number = int(figure.number.text())

    press(qtbot, figure)

    assert window.current == "tasks"
    assert register(window).filters.chips.current() == key
    assert number == chip_counts(window)[key] == len(shown_alone(window)) > 0


def test_a_figure_opened_drops_every_other_filter(qtbot, window, page) -> None:
    bar = register(window).filters
    bar.search.setText("không có gì khớp")
    bar.state.setCurrentIndex(2)

    press(qtbot, page.figures["overdue"])

    assert len(shown_alone(window)) == int(page.figures["overdue"].number.text())
    assert bar.search.text() == ""


def test_a_figure_says_in_words_what_it_counts(page) -> None:
    number = page.figures["overdue"].number.text()
    said = page.figures["overdue"].accessibleName()
    assert said.startswith(f"Quá hạn: {number}. 1 mới · lâu nhất")


def test_the_register_can_be_exported_with_what_is_due_today(window) -> None:
    page = register(window)
    page.show_filter("today")

    query = page.filters.value().query()

    rows = task_queries.find(window.context.store.connection, query, SAMPLE_DAY)
    assert {row.task.code for row in rows} == {row.task.code for row in page.model.records()}


# --- what comes first


def test_what_is_late_comes_first_then_today_then_soon(page) -> None:
    rows = page.model.records()
    dues = [row.task.due for row in rows]
    assert len(rows) == 8
    assert dues == sorted(dues)
    assert rows[0].deadline is DeadlineState.OVERDUE
    assert not any(row.children for row in rows)


def test_a_task_opens_by_a_click(qtbot, window, page) -> None:
    index = page.model.index(2, 1)
    place = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.current == "tasks"
    assert register(window).table.current_record().task.code == page.model.record(2).task.code


def test_a_task_opens_by_enter(qtbot, window, page) -> None:
    page.table.select_id(page.model.id_at(1))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.current == "tasks"
    assert register(window).table.current_record().task.code == page.model.record(1).task.code


# --- conferences, conclusions, units


def test_the_next_conference_says_when_and_where_and_opens(qtbot, window, page) -> None:
    (found,) = page.next_conference.lines
    assert found.below[0].startswith("Còn 5 ngày · Thứ Năm, 05/04/2018")
    assert "Hạ Long" in found.below[1]

    press(qtbot, found)

    conferences = window.page("conferences")
    assert isinstance(conferences, ConferencesPage)
    assert (window.current, conferences._code) == ("conferences", "HN-2018-01")


def test_a_conclusion_without_tasks_opens_its_conference(qtbot, window, page) -> None:
    assert page.without_tasks.title.text() == "Kết luận chưa có nhiệm vụ: 1"
    press(qtbot, line(page.without_tasks, "7."))
    conferences = window.page("conferences")
    assert (window.current, conferences._code) == ("conferences", "HN-2017-01")


def test_a_unit_behind_opens_the_rows_it_counts(qtbot, window, page) -> None:
    found = line(page.behind, "Hội Nông dân")
    number = int(found.note.split()[0])

    press(qtbot, found)

    assert window.current == "tasks"
    assert register(window).filters.unit.currentText() == "HND"
    assert number == chip_counts(window)["overdue"] == len(shown_alone(window))


def test_a_report_that_units_owe_opens_its_board(qtbot, window, page) -> None:
    reader, today = window.context.store.connection, window.context.today
    owed = report_queries.reports_behind(reader, today)
    (found,) = owed
    shown = line(page.owed, found.report.title)

    assert page.owed.title.text().endswith(f": {len(found.missing)}")
    press(qtbot, shown)

    board = window.page("practices")
    assert board.reports.isVisible()
    assert board.reports.reports.table.current_id() == found.report.id
    column = board.reports.receipts.model.column_of("state")
    states = [
        board.reports.receipts.model.index(row, column).data()
        for row in range(board.reports.receipts.model.rowCount())
    ]
    assert states.count(RECEIPT_STATE[ReceiptState.MISSING]) == len(found.missing)


def test_a_line_too_long_is_cut_and_said_whole_in_its_tip(qtbot) -> None:
    found = LineButton("Vận động nhân dân <b>" * 9, "HN-2017-01")
    qtbot.addWidget(found)
    found.resize(200, found.sizeHint().height())
    found.show()
    assert found.toolTip().startswith("<p>Vận động nhân dân &lt;b&gt;")
    found.resize(4000, found.height())
    assert found.toolTip() == ""


# --- the chart


def counts(**given: int) -> dict[Standing, int]:
    return {state: given.get(state.value, 0) for state in Standing}


def test_the_chart_says_everything_in_words_and_adds_up(window, page) -> None:
    said = page.chart.accessibleDescription()
    totals = [int(text.split("tổng ")[1].split(";")[0]) for text in said.splitlines()]
    assert sum(totals) == chip_counts(window)["all"]
    for state, words in WORDS.items():
        assert words.lower() in said, state
    assert said.startswith("BDVTU: tổng 7; quá hạn 1, ")


def test_a_part_is_never_too_narrow_for_its_number() -> None:
    least = dict.fromkeys(Standing, 16)
    found = widths(counts(overdue=1, done=500), 0.5, least)
    assert found == {Standing.OVERDUE: 16, Standing.DONE: 250}


@pytest.mark.parametrize("total", [1, 37, 99_999])
def test_the_longest_bar_fits_whatever_it_counts(qtbot, total) -> None:
    chart = UnitChart()
    qtbot.addWidget(chart)
    chart.resize(400, 100)
    some = [UnitStanding(unit=a_unit(), counts=counts(overdue=1, in_time=total, done=3))]
    chart.show_units([*some, UnitStanding(unit=None, counts=counts(no_deadline=2))])
    metrics = chart.fontMetrics()
    scale = chart._scale(300, metrics)
    bars = [widths(u.counts, scale, chart._least(u, metrics)) for u in chart._units]
    assert 299 < max(sum(bar.values()) for bar in bars) <= 300
    assert not chart.grab().isNull()


def test_a_chart_of_nothing_is_drawn_too(qtbot) -> None:
    chart = UnitChart()
    qtbot.addWidget(chart)
    chart.show_units([])
    chart.resize(200, 50)
    assert as_table([]) == chart.accessibleDescription() == ""
    assert not chart.grab().isNull()


def test_tasks_nobody_leads_are_named_so_in_the_chart() -> None:
    nobody = UnitStanding(unit=None, counts=counts(overdue=2))
    assert as_table([nobody]).startswith("Chưa giao đơn vị: tổng 2; quá hạn 2, ")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_parts_differ_in_grey(qapp, dark: bool) -> None:
    theme.apply(qapp, dark=dark)
    pictures = []
    for state in Standing:
        image = QImage(40, 20, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_part(painter, state, QRectF(0, 0, 40, 20), "")
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.append([grey.pixelColor(x, y).red() for x in range(3, 37) for y in range(3, 17)])
    theme.apply(qapp, dark=False)
    for n, one in enumerate(pictures):
        for other in pictures[n + 1 :]:
            differing = [a for a, b in zip(one, other, strict=True) if abs(a - b) > 10]
            assert len(differing) > len(one) / 20


def test_the_mouse_on_a_bar_says_its_unit(qtbot, page, monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: said.append(text))
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(60, 5), page.chart.mapToGlobal(QPoint(60, 5)))
    QApplication.sendEvent(page.chart, event)
    assert said == [page.chart.accessibleDescription().splitlines()[0]]


# --- following the book


def test_what_is_done_elsewhere_is_counted_at_once(qtbot, window, page) -> None:
    late = int(page.figures["overdue"].number.text())
    first = page.model.record(0)

    task_actions.set_work_state(window.context.store, first.id, WorkState.DONE, SAMPLE_DAY)

    qtbot.waitUntil(lambda: page.figures["overdue"].number.text() == str(late - 1))
    assert first.task.code not in [row.task.code for row in page.model.records()]


def test_a_page_not_seen_reads_again_when_it_is_next_seen(qtbot, window, page) -> None:
    store, first = window.context.store, page.model.record(0)
    window.go("tasks")
    task_actions.set_due(store, first.id, SAMPLE_DAY + timedelta(90), move=MISTYPED)
    qtbot.waitUntil(lambda: page._is_stale)
    assert page.model.record(0) == first

    window.go("today")

    assert page.model.record(0) != first


def test_reading_again_keeps_the_focused_line(qtbot, window, page) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    page.behind.lines[1].setFocus()
    page.refresh()
    assert page.behind.lines[1].hasFocus()


# --- an empty book


@pytest.fixture
def empty(open_window, tmp_path) -> Iterator[Window]:
    store = new_store(tmp_path / "moi.db")
    set_up(store)
    yield open_window(store)
    store.close()


def test_an_empty_book_shows_its_steps_and_each_leads_to_its_place(qtbot, empty) -> None:
    page = empty.page("today")
    assert page._stack.currentIndex() == 1

    for key, part in (("committee", "committee"), ("units", "units"), ("people", "people")):
        empty.go("today")
        press(qtbot, page.steps.buttons[key])
        assert empty.current == "units"
        assert empty.page("units").parts.current() == part
    empty.go("today")
    press(qtbot, page.steps.buttons["conference"])

    assert empty.current == "conferences"


def test_a_step_is_ticked_once_it_is_done(qtbot, empty) -> None:
    page, store = empty.page("today"), empty.context.store
    assert page.steps.marks["units"].isHidden()

    committee_actions.add_unit(store, a_unit())

    qtbot.waitUntil(lambda: not page.steps.marks["units"].isHidden())
    assert page.steps.marks["people"].isHidden()


def test_a_click_on_a_part_of_a_bar_opens_its_rows(qtbot, window, page) -> None:
    page.chart.grab()
    box, unit, _ = next(
        part for part in page.chart._parts if part[2] is Standing.OVERDUE and part[1].unit
    )

    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    assert window.current == "tasks"
    chosen = register(window).filters.value()
    assert chosen.chip == "overdue"
    assert chosen.unit.id == unit.unit.id


def test_the_first_task_fills_the_page(qtbot, empty) -> None:
    store, page = empty.context.store, empty.page("today")
    draft = TaskDraft(task=Task(id=TaskId(0), code="", title="Rà soát", due=SAMPLE_DAY))
    task_actions.add(store, draft, SAMPLE_DAY)

    qtbot.waitUntil(lambda: page._stack.currentIndex() == 0)
    assert page.figures["today"].number.text() == "1"
    assert page.figures["overdue"].note.text() == "không có nhiệm vụ nào"
    assert "lịch" in page.next_conference.nothing.text()
    assert len(task_queries.find(store.connection, TaskQuery(), SAMPLE_DAY)) == 1


# --- papers of the morning


def _pages(qtbot, dialog) -> str:
    preview = dialog.preview
    qtbot.waitUntil(
        lambda: preview.document.pageCount() > 0 and not preview.is_busy(), timeout=9000
    )
    return " ".join(preview.document.getAllText(0).text().split())


def test_a_slip_is_shown_for_each_who_has_something_to_be_reminded_of(qtbot, page) -> None:
    press(qtbot, page.slip)
    dialog = page.dialog
    whom = dialog.preview.whom
    names = [whom.itemText(n) for n in range(whom.count())]

    first = _pages(qtbot, dialog)
    whom.setCurrentIndex(1)
    whom.activated.emit(1)
    qtbot.waitUntil(lambda: names[1] in _pages(qtbot, dialog), timeout=9000)

    assert "PHIẾU NHẮC VIỆC" in first
    assert names[0] in first
    assert names[1] in dialog.preview.named() or dialog.preview.named().startswith(
        "Phiếu nhắc việc"
    )
    dialog.close()


def test_the_week_shown_can_be_another_one(qtbot, page) -> None:
    press(qtbot, page.week)
    dialog = page.dialog

    first = _pages(qtbot, dialog)
    dialog.preview.week.setCurrentIndex(1)
    dialog.preview.week.activated.emit(1)
    qtbot.waitUntil(lambda: "Từ ngày 02/4/2018" in _pages(qtbot, dialog), timeout=9000)

    assert "Từ ngày 26/3/2018" in first
    dialog.close()
