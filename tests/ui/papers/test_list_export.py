"""Lists of the office and the history go out as they are shown."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from coordapp.ui.kit.navigation import OpenConference
from coordapp.ui.papers.list_dialog import ListDialog


def written(qtbot, page, target: Path) -> list[str]:
    qtbot.waitUntil(target.exists, timeout=10_000)
    qtbot.waitUntil(lambda: "Đã" in page.paper.strip.text(), timeout=10_000)
    sheet = openpyxl.load_workbook(target).active
    return [str(cell) for row in sheet.values for cell in row if cell is not None]


@pytest.mark.parametrize(
    ("key", "part", "title"),
    [
        ("units", "units", "Danh sách đơn vị"),
        ("units", "days_off", "Lịch nghỉ"),
        ("history", None, "Nhật ký"),
    ],
)
def test_a_list_is_written_whole_by_the_button_of_the_window(
    qtbot, window, tmp_path, monkeypatch, key, part, title
) -> None:
    target = tmp_path / "ra.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.go(key)
    page = window.page(key)
    if part:
        page.show_part(part)
    model = {"units": page.units, "days_off": page.days_off}[part].model if part else page.model

    window._papers.export()

    cells = written(qtbot, page, target)
    assert title.upper() in [cell.upper() for cell in cells]
    for row in range(model.rowCount()):
        assert any(model.text_at(row, 0) == cell or model.text_at(row, 1) == cell for cell in cells)


def test_the_people_are_written_when_the_keys_are_there(window, monkeypatch) -> None:
    asked = []
    window.go("units")
    page = window.page("units")
    monkeypatch.setattr(page.paper, "ask", lambda title, *_: asked.append(title))
    page.show_part("people")
    page.people.table.setFocus()

    page.export_excel()

    assert asked == ["Danh sách thành viên"]


def test_the_templates_are_written_all_and_the_one_in_use_alone(
    qtbot, window, tmp_path, monkeypatch
) -> None:
    target = tmp_path / "ra.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.go("templates")
    page = window.page("templates")
    names = [one.name for one in page.templates.model.records()]
    current = page.templates.table.current_record().name
    titles = [item.title for item in page.items.model.records()]

    page.templates.table.setFocus()
    window._papers.export()
    cells = written(qtbot, page, target)
    assert "CÁC MẪU NHIỆM VỤ" in cells
    assert [cell for cell in cells if cell in names] == names
    assert set(titles) <= set(cells)

    target.unlink()
    page.items.table.setFocus()
    window._papers.export()
    qtbot.waitUntil(target.exists, timeout=10_000)
    cells = written(qtbot, page, target)
    assert "MẪU NHIỆM VỤ" in cells
    assert any(f"Mẫu “{current}”" in cell for cell in cells)
    assert [cell for cell in cells if cell in titles] == titles


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("templates", "Các mẫu nhiệm vụ"),
        ("units", "Danh sách đơn vị"),
        ("history", "Nhật ký"),
        ("tasks", "Danh sách nhiệm vụ"),
        ("today", "Việc cần làm trước"),
        ("reports", "Tình hình thực hiện nhiệm vụ"),
        ("conclusions", "Theo dõi kết luận"),
    ],
)
def test_every_page_prints_what_is_on_it(qtbot, window, key, title) -> None:
    window.go(key)

    window._papers._print()

    assert window.current == key

    (dialog,) = window.findChildren(ListDialog)
    assert dialog.preview.named() == title
    qtbot.waitUntil(lambda: dialog.preview.document.pageCount() > 0, timeout=20_000)
    dialog.reject()


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("late", "Nhiệm vụ quá hạn"),
        ("conclusions", "Theo dõi kết luận"),
        ("attendance", "Dự họp"),
    ],
)
def test_each_report_prints_its_own_table(qtbot, window, form, title) -> None:
    window.go("reports")
    page = window.page("reports")
    page.choices.chips.choose(form)
    page.refresh()

    window._papers._print()

    (dialog,) = window.findChildren(ListDialog)
    assert dialog.preview.named() == title
    assert dialog.preview._listing.parts[0].rows or form != "conclusions"
    dialog.reject()


@pytest.mark.parametrize(
    ("editor", "title"),
    [
        ("agenda", "Chương trình HN-2017-01"),
        ("attendance", "Thành phần HN-2017-01"),
        ("speeches", "Phát biểu HN-2017-01"),
    ],
)
def test_each_list_of_a_conference_prints_by_itself(qtbot, window, editor, title) -> None:
    window.follow(OpenConference(code="HN-2017-01"))
    window.page("conferences").show_editor(editor)

    window._papers._print()

    (dialog,) = window.findChildren(ListDialog)
    assert window.current == "conferences"
    assert dialog.preview.named() == title
    dialog.reject()


def test_where_no_list_is_open_a_conference_prints_its_paper_or_says_why_not(qtbot, window) -> None:
    window.follow(OpenConference(code="HN-2017-01"))
    page = window.page("conferences")
    page.show_editor("details")
    page.pane.preview.print.setEnabled(False)

    window._papers._print()

    assert "Chưa có văn bản nào để in" in window.undo_actions.toast.text()
    assert window.findChildren(ListDialog) == []
