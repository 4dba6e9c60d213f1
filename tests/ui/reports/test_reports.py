"""The page of reports: figures of any day, each open to the tasks behind it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.committee.person import Person
from coordapp.domain.figures.status import Basis, Grouping, StatusFigure
from coordapp.domain.kernel.ids import ConferenceId, PersonId
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.exports import form_exports
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.ui.kit.navigation import OpenConference, OpenTask
from coordapp.ui.reports.choices import ATTENDANCE, CONCLUSIONS, LATE, STATUS
from coordapp.ui.reports.page import ReportsPage
from coordapp.ui.reports.task_list import TaskListDialog
from coordapp.ui.tasks.page import TasksPage
from tests.build import a_conference, a_task
from tests.founding import new_store, set_up

HOSTILE = '<b>đậm</b> =1+1 & "trích"'


@pytest.fixture
def context(context_on, sample):
    return context_on(sample)


@pytest.fixture
def page(show_page, context):
    return show_page(ReportsPage(context))


def rows_of(page: ReportsPage) -> list[list[str]]:
    model = page.status.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(page: ReportsPage, form: str) -> None:
    page.choices.chips.choose(form)
    page.choices.chips.chosen.emit(form)


def put_cursor(page: ReportsPage, row: int, figure: StatusFigure) -> None:
    column = page.status.model.column_of(figure.value)
    page.status.table.setCurrentIndex(page.status.model.index(row, column))


def test_the_table_shows_a_row_a_unit_in_protocol_order_and_the_sums_last(page):
    names = [row[0] for row in rows_of(page)]
    assert names[0] == "BDVTU"
    assert names[-1] == "Tổng cộng"


def test_the_sums_are_those_of_the_rows(page):
    *rows, total = rows_of(page)
    for column in range(1, 10):
        assert int(total[column]) == sum(int(row[column]) for row in rows)


def test_the_model_keeps_the_rules_of_qt(page, qtmodeltester):
    qtmodeltester.check(page.status.model)


def test_a_number_says_its_rule_and_opens_exactly_its_tasks(page):
    put_cursor(page, page.status.model.rowCount() - 1, StatusFigure.OPEN_OVERDUE)
    assert page.status.why.text() == "Tổng cộng · Chưa hoàn thành, quá hạn: 4"
    assert "hạn trước ngày 31/3/2018" in page.status.rule.text()
    assert page.status.open_button.text() == "Xem 4 nhiệm vụ"

    total = page.status.model.records()[-1].row
    dialog = page.dialog_of(total, StatusFigure.OPEN_OVERDUE)
    assert {line.id for line in dialog.table.lines.records()} == set(
        total.ids(StatusFigure.OPEN_OVERDUE)
    )
    dialog.close()


@pytest.mark.parametrize("figure", StatusFigure)
def test_every_number_opens_as_many_rows_as_it_says(page, figure):
    for shown in page.status.model.records():
        dialog = page.dialog_of(shown.row, figure)
        assert dialog.table.lines.rowCount() == shown.row.count(figure)
        dialog.close()


def test_enter_on_a_number_opens_it_and_enter_there_leaves_for_the_task(qtbot, page):
    put_cursor(page, page.status.model.rowCount() - 1, StatusFigure.OPEN_OVERDUE)
    with qtbot.waitSignal(page.status.opened):
        qtbot.keyClick(page.status.table, Qt.Key.Key_Return)
    dialog = page.findChild(TaskListDialog)
    code = dialog.table.current_id()
    with qtbot.waitSignal(page._context.navigate.requested) as asked:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked.args == [OpenTask(code=code)]


def test_a_zero_opens_nothing(qtbot, page):
    place = next(
        row
        for row, shown in enumerate(page.status.model.records())
        if not shown.row.count(StatusFigure.OPEN_OVERDUE)
    )
    put_cursor(page, place, StatusFigure.OPEN_OVERDUE)
    assert not page.status.open_button.isEnabled()
    with qtbot.assertNotEmitted(page.status.opened):
        qtbot.keyClick(page.status.table, Qt.Key.Key_Return)


def test_the_figures_of_a_past_day_are_those_of_then(page):
    now = rows_of(page)[-1]
    page.choices.day.set_value(date(2018, 1, 31))
    page.choices.changed.emit()
    then = rows_of(page)[-1]
    assert then != now
    assert "31/01/2018" in page.status.caption.text()
    total = page.status.model.records()[-1].row
    dialog = page.dialog_of(total, StatusFigure.TOTAL)
    assert all(line.finished_on is None or line.finished_on <= date(2018, 1, 31)
               for line in dialog.table.lines.records())  # fmt: skip
    dialog.close()


def test_a_period_is_shown_beside_the_one_before(page):
    page.choices.span.set_value(SpanKind.QUARTER)
    page.choices.span.edited.emit(SpanKind.QUARTER)
    header = page.status.table.horizontalHeader()
    column = page.status.model.column_of("before")
    assert not header.isSectionHidden(column)
    assert "So với kỳ trước: quý I/2018" in page.status.caption.text()
    page.choices.day.set_value(date(2016, 2, 1))
    page.choices.changed.emit()
    assert header.isSectionHidden(column)
    assert "chưa có kỳ trước" in page.status.caption.text()


def test_a_day_is_shown_beside_the_same_day_of_the_year_before(page):
    header, column = page.status.table.horizontalHeader(), page.status.model.column_of("before")
    assert "So với cùng kỳ năm trước: tính đến ngày 31/3/2017" in page.status.caption.text()
    assert not header.isSectionHidden(column)
    page.choices.day.set_value(date(2016, 2, 1))
    page.choices.changed.emit()
    assert "So với cùng kỳ năm trước: chưa có kỳ trước" in page.status.caption.text()
    assert header.isSectionHidden(column)


@pytest.mark.parametrize("kind", SpanKind)
def test_the_arrows_go_through_the_periods_and_stop_at_today(page, kind):
    page.choices.span.set_value(kind)
    page.choices.span.edited.emit(kind)
    assert not page.choices.forth.isEnabled()

    page.choices.back.click()
    before = page.choices.value().request.as_of
    assert before < SAMPLE_DAY
    page.choices.forth.click()
    assert page.choices.value().request.as_of == SAMPLE_DAY
    assert not page.choices.forth.isEnabled()


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("basis", Basis)
def test_every_choice_gives_a_table(page, grouping, basis):
    page.choices.grouping.set_value(grouping)
    page.choices.basis.set_value(basis)
    page.choices.changed.emit()
    assert rows_of(page)[-1][0] == "Tổng cộng"


def test_the_late_list_is_worst_first_and_opens_the_task(qtbot, page):
    choose(page, LATE)
    delays = [line.days_late for line in page.late.lines.records()]
    assert delays == sorted(delays, reverse=True)
    assert "Quá hạn: 4 nhiệm vụ" in page.caption.text()
    page.late.select_id(page.late.lines.id_at(0))
    with qtbot.waitSignal(page._context.navigate.requested) as asked:
        qtbot.keyClick(page.late, Qt.Key.Key_Return)
    assert asked.args == [OpenTask(code=page.late.lines.id_at(0))]


def test_conclusions_and_attendance_are_shown_too(qtbot, page):
    choose(page, CONCLUSIONS)
    assert page.conclusions.lines.rowCount() == 7
    page.conclusions.select_id(page.conclusions.lines.id_at(0))
    with qtbot.waitSignal(page._context.navigate.requested) as asked:
        qtbot.keyClick(page.conclusions, Qt.Key.Key_Return)
    assert asked.args == [OpenConference(code="HN-2017-01")]

    page.choices.day.set_value(date(2017, 12, 31))
    choose(page, ATTENDANCE)
    assert page.attendance.lines.rowCount() == 16


def test_only_what_changes_the_form_is_offered(page):
    choose(page, ATTENDANCE)
    assert not page.choices.basis.isVisible()
    assert not page.choices.grouping.isVisible()
    choose(page, STATUS)
    assert page.choices.basis.isVisible()
    assert not page.choices.back.isVisible()


def test_a_change_elsewhere_is_counted_at_once_while_the_page_is_seen(qtbot, page, sample):
    before = int(rows_of(page)[-1][1])
    draft = TaskDraft(task=a_task(title=HOSTILE, due=SAMPLE_DAY + timedelta(9)))
    task_actions.add(sample, draft, SAMPLE_DAY)
    qtbot.waitUntil(lambda: int(rows_of(page)[-1][1]) == before + 1)
    assert "Chưa giao đơn vị" in [row[0] for row in rows_of(page)]


def test_a_hidden_page_counts_when_it_is_seen_again(qtbot, page, sample):
    page.hide()
    before = rows_of(page)
    task = task_actions.add(sample, TaskDraft(task=a_task(due=SAMPLE_DAY)), SAMPLE_DAY)
    task_actions.set_work_state(sample, task.id, WorkState.DONE, SAMPLE_DAY)
    qtbot.wait(20)
    assert rows_of(page) == before
    page.show()
    assert rows_of(page) != before


def test_an_empty_file_says_that_there_is_nothing_to_count(qtbot, context_on, tmp_path):
    sample = new_store(tmp_path / "so.db")
    set_up(sample)
    shown = ReportsPage(context_on(sample))
    qtbot.addWidget(shown)
    shown.show()
    for form in (STATUS, LATE, CONCLUSIONS, ATTENDANCE):
        choose(shown, form)
    assert shown.status.model.rowCount() == shown.late.lines.rowCount() == 0
    choose(shown, STATUS)
    assert not shown.status.open_button.isVisible()
    sample.close()


def test_two_members_of_one_name_are_two_lines_however_often_they_are_counted(
    qtbot, context_on, tmp_path
):
    sample = new_store(tmp_path / "so.db")
    set_up(sample)
    for _ in range(2):
        committee_actions.add_person(
            sample, Person(id=PersonId(0), full_name="Lê Văn Bình", post="Ủy viên")
        )
    held = replace(a_conference(code=""), id=ConferenceId(0), held_on=SAMPLE_DAY)
    conference_actions.add(sample, held, SAMPLE_DAY)
    shown = ReportsPage(context_on(sample))
    qtbot.addWidget(shown)
    shown.show()
    for form in (ATTENDANCE, STATUS, ATTENDANCE):
        choose(shown, form)
    assert shown.attendance.lines.rowCount() == 2
    sample.close()


@pytest.mark.parametrize("form", [STATUS, LATE, CONCLUSIONS, ATTENDANCE])
def test_the_form_on_screen_is_written_as_excel(qtbot, page, tmp_path, monkeypatch, form):
    target = tmp_path / "bang.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    choose(page, form)
    page.export_excel()
    qtbot.waitUntil(target.exists, timeout=10_000)
    assert load_workbook(target).worksheets[0].page_setup.orientation == "landscape"


def test_the_register_is_written_in_parts(qtbot, page, tmp_path, monkeypatch):
    target = tmp_path / "so.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.choices.grouped.click()
    qtbot.waitUntil(target.exists, timeout=10_000)
    texts = [cell.value for cell in load_workbook(target).worksheets[0]["A"]]
    assert any(str(text).startswith("Ban Dân vận") for text in texts)


def test_a_name_that_cannot_be_written_is_said(qtbot, page, context, tmp_path, caplog):
    with qtbot.waitSignal(context.run.refused, timeout=10_000):
        page.export_to(Path(tmp_path / "bang.ods"), form_exports.export_late)

    assert caplog.messages == ["bad_extension"]


def test_choices_are_remembered_and_nonsense_is_left_alone(qtbot, context, page):
    page.choices.span.set_value(SpanKind.YEAR)
    page.choices.grouping.set_value(Grouping.SOURCE)
    page.choices.chips.choose(LATE)
    other = ReportsPage(context)
    qtbot.addWidget(other)
    other.restore_state(page.save_state())
    assert other.save_state() == page.save_state()
    other.restore_state({"form": 3, "span": "x", "grouping": None, "basis": []})
    assert other.save_state() == page.save_state()


def test_at_first_it_is_the_status_of_today_by_units(page):
    asked = page.choices.value().request
    assert asked == replace(asked, as_of=SAMPLE_DAY, span=None, grouping=Grouping.UNIT)


def test_a_task_of_the_register_is_written_as_a_sheet_of_its_own(
    qtbot, context, tmp_path, monkeypatch
):
    target = tmp_path / "phieu.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    register = TasksPage(context)
    qtbot.addWidget(register)
    register.show_task("NV-2018-017")
    register.papers.export_sheet()
    qtbot.waitUntil(target.exists, timeout=10_000)
    texts = [cell.value for cell in load_workbook(target).worksheets[0]["A"]]
    assert "PHIẾU THEO DÕI NHIỆM VỤ NV-2018-017" in texts
