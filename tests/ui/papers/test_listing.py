"""The register on paper is what the register on screen shows."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog

from coordapp.domain.figures.grouping import GroupBy, Subtotal, subtotal
from coordapp.ui.tasks.page import TasksPage


@pytest.fixture
def page(show_page, context_on, sample):
    return show_page(TasksPage(context_on(sample)))


def listed(page):
    return [row[0] for part in page.papers.listing().parts for row in part.rows]


def shown(page):
    return [row.task.code for row in page.model.records()]


@pytest.mark.parametrize("by", [None, *GroupBy])
def test_the_rows_listed_are_the_rows_shown(page, by):
    page.views.group_by(by)
    page.filters.show_only("overdue")

    assert listed(page) == shown(page)
    assert len(listed(page)) == page.papers.listing().row_count > 0


def test_the_order_of_the_screen_is_the_order_on_paper(page):
    page.table.sortByColumn(page.model.column_of("due"), Qt.SortOrder.DescendingOrder)

    assert listed(page) == shown(page)


def test_columns_are_those_shown_in_their_order(page):
    header = page.table.horizontalHeader()
    header.setSectionHidden(page.model.column_of("state"), True)
    header.moveSection(header.visualIndex(page.model.column_of("due")), 1)

    titles = [column.title for column in page.papers.listing().columns]

    assert titles[:3] == ["Mã", "Hạn", "Nhiệm vụ"]
    assert "Trạng thái" not in titles


def test_a_date_is_taken_as_a_date(page):
    place = [c.title for c in page.papers.listing().columns].index("Hạn")
    due = {part[0]: part[place] for part in page.papers.listing().parts[0].rows}

    assert due["NV-2018-010"] == date(2018, 3, 15)


def test_a_share_is_taken_as_a_number(page, qtbot, tmp_path):
    page.table.setColumnHidden(page.model.column_of("percent"), False)
    listing = page.papers.listing()
    place = [column.is_share for column in listing.columns].index(True)
    shares = {row[0]: row[place] for row in listing.parts[0].rows}
    assert shares["NV-2018-010"] == 0.6

    target = tmp_path / "ds.xlsx"
    page.papers.write_shown(target)
    qtbot.waitUntil(target.exists, timeout=10_000)

    written = [cell for row in load_workbook(target).active for cell in row if cell.value == 0.6]
    assert [cell.number_format for cell in written] == ["0%"]


def test_each_group_is_headed_by_its_name_and_figures(page):
    page.views.group_by(GroupBy.LEAD)

    parts = page.papers.listing().parts

    heads = [f"{title}: {note}" for title, note, _ in page.model.groups()]
    assert [part.heading for part in parts] == heads
    assert [len(part.rows) for part in parts] == [len(m) for _, _, m in page.model.groups()]


def test_of_a_folded_group_only_the_head_is_listed_and_the_total_stays(page):
    page.views.group_by(GroupBy.LEAD)
    before = page.papers.listing()
    page.model.fold(page.model.group_keys()[:1], folded=True)

    after = page.papers.listing()

    assert after.parts[0].heading == before.parts[0].heading
    assert not after.parts[0].rows
    assert after.total == before.total
    assert listed(page) == shown(page)


def test_what_filters_and_groups_is_said(page):
    page.filters.show_only("overdue")
    page.views.group_by(GroupBy.LEAD)

    assert page.papers.listing().filtered == "Quá hạn; Nhóm theo: Đơn vị chủ trì"


def test_the_total_is_that_of_the_register(page):
    figures = subtotal(page.model.records())

    assert figures != Subtotal(total=0, overdue=0, done=0)
    assert page.papers.listing().total.startswith(f"{figures.total} nhiệm vụ")


def test_the_button_writes_what_is_shown(page, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "ds.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.filters.show_only("overdue")
    page.export_excel()
    qtbot.waitUntil(target.exists, timeout=10_000)

    sheet = load_workbook(target).active
    lines = [[cell.value for cell in row] for row in sheet]
    assert [line[1] for line in lines if isinstance(line[0], int)] == shown(page)


def test_the_official_register_is_still_written(page, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "so.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.papers.export_register()
    qtbot.waitUntil(target.exists, timeout=10_000)

    sheet = load_workbook(target).worksheets[0]
    titles = [cell.value for row in sheet for cell in row]
    assert "Đơn vị phối hợp" in titles


def test_the_list_is_previewed_saved_and_closed(page, qtbot, tmp_path):
    page.papers.show_list()
    dialog = page.papers.dialog
    preview = dialog.preview
    qtbot.waitUntil(lambda: preview.document.pageCount() > 0, timeout=15_000)
    size = preview.document.pagePointSize(0)
    preview.save_to(tmp_path / "ds.pdf")
    qtbot.waitUntil((tmp_path / "ds.pdf").exists, timeout=15_000)
    saved = QPdfDocument()
    saved.load(str(tmp_path / "ds.pdf"))

    assert size.width() > size.height()
    assert saved.pageCount() == preview.document.pageCount()
    saved.close()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_an_empty_list_is_previewed_too(page, qtbot):
    page.filters.search.setText("không có chữ này")
    page.filters.changed.emit()
    page.papers.show_list()
    dialog = page.papers.dialog
    qtbot.waitUntil(lambda: dialog.preview.document.pageCount() == 1, timeout=15_000)

    assert not shown(page)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_a_preview_closed_at_once_leaves_nothing_behind(page, qtbot):
    page.papers.show_list()
    dialog = page.papers.dialog
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()

    assert page.model.rowCount()
