"""The files of a task through real services: dropped, opened, saved, taken away."""

import gc
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QMessageBox

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.services.records import attachment_actions
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import attachment_queries
from coordapp.ui.records.attachments import AttachmentList
from coordapp.ui.tasks.page import TasksPage
from tests.build import a_task

TODAY = date(2018, 3, 31)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tasks(store):
    with store.write(Op.ADD_TASK) as work:
        return [work.add(TASKS, a_task(code=f"NV-2018-00{n}")) for n in (1, 2)]


@pytest.fixture
def page(show_page, context_on, store, tasks):
    shown = show_page(TasksPage(context_on(store, TODAY)), active=True)
    shown.table.select_id(tasks[0].id)
    return shown


@pytest.fixture
def files(page):
    return page.detail.files


@pytest.fixture
def papers(tmp_path):
    made = [tmp_path / name for name in ("Báo cáo.docx", "Ảnh.jpg", "Bảng tính.xlsm")]
    for path in made:
        path.write_bytes(path.name.encode())
    return made


@pytest.fixture
def opened(monkeypatch):
    """Remember what was handed to other programs."""
    paths: list[Path] = []

    def open_url(url):
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


@pytest.fixture
def answer(monkeypatch):
    """Answer every question by the button with these words; remember the questions."""
    asked: list[QMessageBox] = []

    def choose(words):
        def exec_(box):
            asked.append((box.text(), box.defaultButton().text(), box.escapeButton().text()))
            button = next(b for b in box.buttons() if b.text() == words)
            monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: button)

        monkeypatch.setattr(QMessageBox, "exec", exec_)
        return asked

    return choose


def dropped(*urls: str) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(9, 9), both, data, LEFT, Qt.KeyboardModifier.NoModifier)
    # without this Python would throw the data away, and Qt only borrows it
    event.kept = data
    event.setDropAction(Qt.DropAction.MoveAction)
    return event


def names(files):
    return [item.name for item in files.model.records()]


def kept(store, task):
    return [
        item.name for item in attachment_queries.of_record(store.connection, Kind.TASK, task.id)
    ]


def show(qtbot, files, count):
    qtbot.waitUntil(lambda: len(names(files)) == count)


def test_a_task_without_files_says_how_to_add_one(files):
    assert files._hint.isVisibleTo(files)
    assert not files.table.isVisibleTo(files)
    assert files.attach.isEnabled()


def test_files_dropped_on_the_panel_are_kept_as_one_step(qtbot, page, files, store, tasks, papers):
    steps, event = len(store.undo_steps), dropped(*(path.as_uri() for path in papers))

    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        page.detail.dropEvent(event)

    show(qtbot, files, 3)
    assert offered.args == ["Đã đính kèm 3 tệp"]
    assert kept(store, tasks[0]) == [path.name for path in papers]
    assert len(store.undo_steps) == steps + 1
    # a move would have the sender delete its files
    assert event.dropAction() == Qt.DropAction.CopyAction
    store.undo()
    show(qtbot, files, 0)


@pytest.mark.parametrize("urls", [(), ("https://example.org/a.pdf",)])
def test_what_is_no_file_is_not_taken(page, files, urls):
    event = dropped(*urls)

    page.detail.dropEvent(event)

    assert not event.isAccepted()
    assert names(files) == []


def test_nothing_is_taken_where_no_task_is_chosen(page, store, papers):
    page.detail.clear()
    event = dropped(papers[0].as_uri())

    page.detail.dropEvent(event)

    assert not event.isAccepted()
    assert not page.detail.files.attach.isEnabled()


def test_a_dropped_folder_is_refused_in_words(qtbot, page, files, store, tasks, papers, tmp_path):
    (tmp_path / "hồ sơ").mkdir()

    with qtbot.waitSignal(page._context.run.refused) as said:
        page.detail.dropEvent(dropped(papers[0].as_uri(), (tmp_path / "hồ sơ").as_uri()))

    assert "hồ sơ là thư mục" in said.args[0]
    assert kept(store, tasks[0]) == []


def test_files_are_chosen_in_the_dialog(qtbot, files, store, tasks, papers, monkeypatch):
    chosen = [str(path) for path in papers[:2]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))

    qtbot.mouseClick(files.attach, LEFT)

    show(qtbot, files, 2)
    assert kept(store, tasks[0]) == ["Báo cáo.docx", "Ảnh.jpg"]


def test_leaving_the_dialog_adds_nothing(qtbot, files, store, monkeypatch):
    steps = len(store.undo_steps)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))

    qtbot.mouseClick(files.attach, LEFT)

    assert len(store.undo_steps) == steps


def test_the_list_shows_name_size_and_day_and_follows_the_task(qtbot, page, files, tasks, papers):
    files.add(papers[:2])
    show(qtbot, files, 2)

    cells = [files.model.index(0, n).data() for n in range(3)]
    page.table.select_id(tasks[1].id)

    assert cells == ["Báo cáo.docx", f"{len('Báo cáo.docx'.encode())} B", "31/03/2018"]
    assert names(files) == []


def test_a_narrow_panel_tells_the_day_below_the_list(qtbot, files, papers):
    files.add(papers[:1])
    show(qtbot, files, 1)

    files.resize(280, 200)
    narrow = files.table.isColumnHidden(2), files._facts.isVisibleTo(files), files._facts.text()
    files.resize(440, 200)

    assert narrow == (True, True, "14 B, thêm ngày 31/03/2018")
    assert not files.table.isColumnHidden(2)
    assert not files._facts.isVisibleTo(files)


def test_the_chosen_file_stays_chosen_when_the_task_is_read_again(qtbot, page, files, papers):
    files.add(papers)
    show(qtbot, files, 3)
    files.table.select_id(files.model.id_at(1))

    page.refresh()

    assert files.table.current_record().name == "Ảnh.jpg"


def test_a_file_opens_as_a_read_only_copy(qtbot, files, papers, opened):
    files.add(papers[:1])
    show(qtbot, files, 1)

    qtbot.mouseClick(files.open, LEFT)

    qtbot.waitUntil(lambda: len(opened) == 1)
    assert opened[0].read_bytes() == papers[0].read_bytes()
    assert opened[0].name == papers[0].name
    assert opened[0] != papers[0]
    assert not opened[0].stat().st_mode & 0o222


def test_enter_opens_the_file(qtbot, files, papers, opened):
    files.add(papers[:1])
    show(qtbot, files, 1)

    qtbot.keyClick(files.table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(opened) == 1)


def test_what_can_run_a_program_asks_first_and_stays_closed_by_default(
    qtbot, files, papers, opened, answer
):
    asked = answer("Không mở")
    files.add([papers[2]])
    show(qtbot, files, 1)

    qtbot.mouseClick(files.open, LEFT)

    text = "Tệp Bảng tính.xlsm có thể chạy chương trình. Chỉ mở nếu biết chắc nguồn gốc."
    assert asked == [(text, "Không mở", "Không mở")]
    assert not files._copies.exists()
    answer("Mở")
    qtbot.mouseClick(files.open, LEFT)
    qtbot.waitUntil(lambda: len(opened) == 1)


def test_a_machine_without_a_program_for_the_file_says_so(qtbot, page, files, papers, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    files.add(papers[:1])
    show(qtbot, files, 1)

    with qtbot.waitSignal(page._context.messages.said) as said:
        qtbot.mouseClick(files.open, LEFT)

    assert "Báo cáo.docx" in said.args[0]


def test_a_file_is_saved_to_a_chosen_place(qtbot, page, files, papers, tmp_path, monkeypatch):
    target = tmp_path / "ra.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    files.add(papers[:1])
    show(qtbot, files, 1)

    with qtbot.waitSignal(page._context.messages.said) as said:
        qtbot.mouseClick(files.save, LEFT)

    assert said.args == ["Đã lưu ra.docx"]
    assert target.read_bytes() == papers[0].read_bytes()


def test_a_place_that_cannot_be_written_is_said(
    qtbot, page, files, papers, tmp_path, monkeypatch, caplog
):
    target = tmp_path / "không có" / "ra.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    files.add(papers[:1])
    show(qtbot, files, 1)

    with qtbot.waitSignal(page._context.run.refused) as said:
        qtbot.mouseClick(files.save, LEFT)

    assert "ra.docx" in said.args[0]


@pytest.mark.parametrize("by_key", [True, False])
def test_a_file_taken_away_can_be_brought_back(qtbot, page, files, store, tasks, papers, by_key):
    files.add(papers[:2])
    show(qtbot, files, 2)

    with qtbot.waitSignal(page._context.messages.undo_offered) as offered:
        if by_key:
            files.table.setFocus()
            qtbot.keyClick(files.table, Qt.Key.Key_Delete)
        else:
            qtbot.mouseClick(files.remove, LEFT)
    show(qtbot, files, 1)
    left = kept(store, tasks[0])
    store.undo()

    show(qtbot, files, 2)
    assert offered.args == ["Đã xóa tệp Báo cáo.docx"]
    assert left == ["Ảnh.jpg"]


def test_the_copies_go_away_with_the_list(page, store, tasks, papers):
    (made,) = attachment_actions.add(store, Kind.TASK, tasks[0].id, papers[0])
    files = AttachmentList(page._context)
    folder = files._copies
    attachment_actions.copy_out(store.path, made.id, folder)

    del files
    gc.collect()

    assert not folder.exists()


def test_the_model_of_files_keeps_the_rules_of_qt(qtbot, files, store, papers):
    tester = QAbstractItemModelTester(
        files.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    files.add(papers)
    show(qtbot, files, 3)
    store.undo()
    show(qtbot, files, 0)

    assert tester.model() is files.model
