"""The panel tells reports with their files, extensions by number, and files come and gone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.records import attachment_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import ReportDraft, TaskDraft
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.tasks.report_dialog import ReportDialog
from tests.build import a_task, a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def lead(store):
    set_up(store)
    return committee_actions.add_unit(store, a_unit())


@pytest.fixture
def helper(store, lead):
    return committee_actions.add_unit(store, a_unit(name="Tỉnh Đoàn", short_name="TĐ"))


@pytest.fixture
def task(store, lead, helper):
    draft = TaskDraft(
        task=a_task(lead_unit_id=lead.id, due=date(2018, 4, 10), percent=20),
        coordination=((helper.id, ""),),
    )
    return task_actions.add(store, draft, TODAY)


@pytest.fixture
def page(show_page, context_on, store, task):
    return show_page(TasksPage(context_on(store, TODAY)))


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "Báo cáo tháng 3.docx"
    path.write_bytes(b"PK")
    return path


@pytest.fixture
def dialog(qtbot, task, lead, helper):
    opened = ReportDialog(None, task, [lead, helper], TODAY)
    qtbot.addWidget(opened)
    return opened


def told(page):
    return [line.text() for line in page.detail._area.widget().findChildren(QLabel)]


def choose(dialog, unit):
    dialog.unit.setCurrentIndex(dialog.unit.findData(int(unit.id)))
    dialog.unit.activated.emit(dialog.unit.currentIndex())


def test_files_added_and_taken_away_are_told(qtbot, page, store, task, paper):
    (kept,) = attachment_actions.add(store, Kind.TASK, task.id, paper)
    qtbot.waitUntil(lambda: f"Đính kèm tệp: {paper.name}" in told(page), timeout=1000)

    attachment_actions.delete(store, kept.id)

    qtbot.waitUntil(lambda: f"Xóa tệp đính kèm: {paper.name}" in told(page), timeout=1000)


def test_the_file_of_a_report_is_opened_from_what_happened(
    qtbot, page, store, task, lead, paper, monkeypatch
):
    handed = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: handed.append(Path(url.toLocalFile())) or True
    )
    task_actions.report_progress(
        store,
        task.id,
        ReportDraft(
            happened_on=TODAY, unit_id=lead.id, state=WorkState.IN_PROGRESS, files=(paper,)
        ),
    )

    def link():
        buttons = page.detail._area.widget().findChildren(QPushButton)
        return next((one for one in buttons if one.toolTip() == f"Mở {paper.name}"), None)

    qtbot.waitUntil(lambda: link() is not None, timeout=1000)
    link().click()

    qtbot.waitUntil(lambda: bool(handed), timeout=3000)
    assert handed[0].name == paper.name


def test_the_second_extension_is_told_as_such_with_the_first_date_kept(qtbot, page, store, task):
    for day in (date(2018, 5, 2), date(2018, 6, 1)):
        task_actions.extend(store, task.id, day, reason="Chờ", paper="", approved_on=TODAY)

    qtbot.waitUntil(
        lambda: "Gia hạn lần 2 từ 02/05/2018 đến 01/06/2018: Chờ" in told(page), timeout=1000
    )
    assert "Gia hạn lần 1 từ 10/04/2018 đến 02/05/2018: Chờ" in told(page)
    assert "01/06/2018 (ban đầu 10/04/2018)" in told(page)
    assert "2 lần" in told(page)


def test_a_coordinating_unit_starts_without_a_share_and_is_told_that_nothing_moves(
    dialog, lead, helper
):
    assert dialog.percent.text() == "20"

    choose(dialog, helper)
    assert dialog.percent.text() == ""
    assert "không đổi" in dialog.part.text()
    choose(dialog, lead)

    assert dialog.percent.text() == "20"
    assert dialog.part.text() == ""


def test_a_share_already_typed_stays(qtbot, dialog, helper):
    dialog.percent.selectAll()
    qtbot.keyClicks(dialog.percent, "35")

    choose(dialog, helper)

    assert dialog.percent.text() == "35"


def test_only_units_that_take_part_are_offered(qtbot, page, store, monkeypatch):
    committee_actions.add_unit(store, a_unit(name="Hội Cựu chiến binh", short_name="CCB"))
    page.refresh()
    offered = []
    monkeypatch.setattr(
        ReportDialog, "ask", lambda _parent, _task, involved, *_: offered.extend(involved)
    )

    page.on_task.report()

    assert [unit.short_name for unit in offered] == ["Sở NN&PTNT", "TĐ"]


def test_files_are_dropped_on_the_dialog_once_each_and_can_be_left_out(dialog, paper):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(paper)), QUrl("https://a.vn/b.pdf")])
    for _ in range(2):
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        dialog.dropEvent(event)
        assert event.dropAction() == Qt.DropAction.CopyAction
    assert dialog.draft().files == (paper,)

    dialog.files.drop_all.click()

    assert dialog.draft().files == ()
