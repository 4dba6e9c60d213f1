"""Models, the numbers told of them, movements and reports due in the window."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.practices.practice import YearState
from coordapp.services.committee import committee_actions
from coordapp.services.practices import report_due_actions
from coordapp.store.file.case_tables import MOVEMENTS, PRACTICE_COUNTS, PRACTICES
from coordapp.store.file.tables import REPORTS_DUE
from coordapp.store.queries import practice_queries, report_queries, unit_queries
from coordapp.ui.kit.navigation import OpenPractice
from coordapp.ui.practices.page import PracticesPage

TODAY = date(2018, 3, 31)


@pytest.fixture
def context(context_on, sample):
    return context_on(sample, TODAY)


@pytest.fixture
def page(show_page, context):
    return show_page(PracticesPage(context))


def cells(editor, key):
    column = editor.model.column_of(key)
    return [editor.model.index(row, column).data() for row in range(editor.model.rowCount())]


def test_the_reported_numbers_stand_beside_the_list_with_the_gap(page):
    page.show_part("counts")

    assert cells(page.counts, "kept") == ["374"]
    assert cells(page.counts, "kept_listed") == ["4, thiếu 370"]
    assert cells(page.counts, "new") == ["155"]
    assert cells(page.counts, "new_listed") == ["3, thiếu 152"]


def test_a_model_shows_where_it_was_taken_from_and_to(page, context):
    practices = practice_queries.all_practices(context.store.connection)
    copy = next(one for one in practices if one.replicated_from_id is not None)

    page.models.models.table.select_id(copy.id)
    said = [line.words for line in page.models.chain.lines]
    assert said[0].startswith("MH-2015-001 · ")
    assert any(f"→ {copy.code} (đang xem) · năm " in one for one in said)
    assert all("năm " in one for one in said)
    page.models.chain.lines[0].click()
    assert page.models.models.table.current_id() == copy.replicated_from_id


def test_the_models_chosen_for_the_conference_are_a_list_of_their_own(
    qtbot, page, context, tmp_path, monkeypatch
):
    models = page.models.models
    total = models.model.rowCount()
    models.chosen.click()
    assert 0 < models.model.rowCount() < total
    assert all(one.is_chosen for one in models.model.records())

    target = tmp_path / "chon.xlsx"
    monkeypatch.setattr("coordapp.ui.papers.list_paper_actions.ask_target", lambda *_given: target)
    page.export_excel()
    qtbot.waitUntil(target.exists, timeout=10_000)
    sheet = load_workbook(target).active
    said = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert {one.name for one in models.model.records()} <= said
    assert any("MÔ HÌNH CHỌN ĐỂ NHÂN RỘNG" in one.upper() for one in said)


def test_a_new_model_is_seen_though_only_the_chosen_were(page):
    models = page.models.models
    models.chosen.click()
    page.primary()
    assert not models.chosen.isChecked()
    assert any(one.name == "Mô hình mới" for one in models.model.records())


def test_a_new_model_is_typed_at_once(qtbot, page, context):
    page.primary()
    line = page.models.models.table.viewport().findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Cau lac bo")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # the editor commits when the key has been dealt with
    QApplication.processEvents()

    names = [one.name for one in practice_queries.all_practices(context.store.connection)]
    assert "Cau lac bo" in names


def test_the_next_year_of_a_model_is_proposed_as_kept(page, context):
    practice = page.models.models.table.current_record()
    page.models.years.add.click()

    *_, last = practice_queries.years(context.store.connection, practice.id)
    assert (last.year, last.state) == (2018, YearState.KEPT)


def test_the_board_tells_who_sent_the_report_and_who_is_late(page):
    page.show_part("reports_due")
    assert cells(page.reports.receipts, "state") == [
        "Đã nhận, đúng hạn", "Đã nhận, đúng hạn", "Đã nhận, chậm", "Chưa gửi, quá hạn",
        "Đã nhận, đúng hạn", "Chưa gửi, quá hạn", "Đã nhận, chậm", "Chưa gửi, quá hạn",
    ]  # fmt: skip


def test_a_report_that_came_today_is_noted_by_one_button(page, context):
    page.show_part("reports_due")
    report = page.reports.reports.table.current_record()
    page.reports.receipts.table.select_id(page.reports.receipts.model.records()[3].id)

    page.reports.receipts.came.click()
    context.bus.deliver()

    receipts = report_queries.receipts(context.store.connection, report.id)
    assert receipts[3].received_on == TODAY
    assert cells(page.reports.receipts, "state")[3] == "Đã nhận, chậm"


def test_a_new_report_is_owed_by_every_unit(page, context):
    page.show_part("reports_due")
    page.primary()
    context.bus.deliver()

    newest = report_queries.all_reports_due(context.store.connection)[0]
    assert len(report_queries.receipts(context.store.connection, newest.id)) == 8


def test_a_unit_that_has_ended_owes_no_new_report(page, context):
    store = context.store
    unit = unit_queries.all_units(store.connection)[0]
    committee_actions.edit_unit(store, replace(unit, valid_to=date(2018, 1, 31)))
    page.show_part("reports_due")
    page.primary()
    context.bus.deliver()

    newest = report_queries.all_reports_due(store.connection)[0]
    owing = {receipt.unit_id for receipt in report_queries.receipts(store.connection, newest.id)}
    assert unit.id not in owing
    assert len(owing) == 7


def test_proposals_belong_to_their_movement(page, context):
    page.show_part("movements")
    assert len(cells(page.movements.proposals, "name")) == 2
    page.movements.proposals.add.click()
    movement = page.movements.movements.table.current_record()
    assert len(practice_queries.commendations(context.store.connection, movement.id)) == 3


@pytest.mark.parametrize(
    ("kind", "table", "part"),
    [
        (Kind.PRACTICE, PRACTICES, "models"),
        (Kind.PRACTICE_COUNT, PRACTICE_COUNTS, "counts"),
        (Kind.MOVEMENT, MOVEMENTS, "movements"),
        (Kind.REPORT_DUE, REPORTS_DUE, "reports_due"),
    ],
)
def test_a_route_opens_the_part_with_the_record(page, context, kind, table, part):
    record = table.where(context.store.connection)[0]
    page.follow(OpenPractice(kind=kind, record_id=record.id))
    assert page.parts.current() == part


@pytest.mark.parametrize("part", ["models", "counts", "reports_due"])
def test_each_part_with_a_form_is_written_as_excel(qtbot, page, tmp_path, monkeypatch, part):
    target = tmp_path / f"{part}.xlsx"
    monkeypatch.setattr("coordapp.ui.papers.case_form_actions.ask_target", lambda *_given: target)
    page.show_part(part)

    page.export_excel()

    qtbot.waitUntil(target.exists, timeout=10_000)


def test_a_row_the_program_chose_is_the_only_one_though_a_key_is_held(qtbot, page):
    page.show_part("reports_due")
    receipts = page.reports.receipts
    qtbot.keyPress(receipts.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)

    receipts.table.select_id(receipts.model.records()[3].id)

    qtbot.keyRelease(receipts.table, Qt.Key.Key_Control)
    assert receipts.table.targets() == [receipts.model.records()[3]]


def test_a_unit_that_was_released_is_asked_again_and_no_unit_twice(qtbot, page, context):
    page.show_part("reports_due")
    report = page.reports.reports.table.current_record()
    page.reports.receipts.table.select_id(page.reports.receipts.model.records()[3].id)
    page.reports.receipts.delete()
    context.bus.deliver()
    assert len(report_queries.receipts(context.store.connection, report.id)) == 7

    page.reports.receipts.add.click()
    context.bus.deliver()
    assert len(report_queries.receipts(context.store.connection, report.id)) == 8

    with qtbot.waitSignal(context.run.refused) as refused:
        page.reports.receipts.add.click()
    assert "Mọi đơn vị" in refused.args[0]


def test_when_every_unit_has_told_its_numbers_that_is_said(qtbot, page, context):
    page.show_part("counts")
    for _ in range(7):
        page.counts.add.click()
        context.bus.deliver()

    with qtbot.waitSignal(context.run.refused) as refused:
        page.counts.add.click()

    assert "Mọi đơn vị đã có số báo cáo" in refused.args[0]


def test_a_report_that_is_due_sooner_is_told_late_of_every_unit(page, context):
    page.show_part("reports_due")
    report = page.reports.reports.table.current_record()

    report_due_actions.edit(context.store, replace(report, due_on=date(2019, 1, 1)))
    context.bus.deliver()
    assert "Chưa đến hạn" in cells(page.reports.receipts, "state")
    report_due_actions.edit(context.store, replace(report, due_on=date(2017, 1, 1)))
    context.bus.deliver()

    assert "Chưa đến hạn" not in cells(page.reports.receipts, "state")


def test_what_is_chosen_is_read_whole_in_a_narrow_column(page):
    models = page.models.models
    models.table.edit_cell(models.table.current_id(), "kind")

    editor = models.table.viewport().findChild(QComboBox)

    assert editor.width() >= editor.sizeHint().width()
