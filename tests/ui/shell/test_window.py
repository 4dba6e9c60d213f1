"""The window: pages, search, undo, what is remembered, a second program on the file."""

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks import task_actions
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.queries import task_queries
from coordapp.ui.conferences.page import ConferencesPage
from coordapp.ui.shell import file_menu
from coordapp.ui.shell.pages import PAGE_KEYS, PAGES, PageEntry
from coordapp.ui.shell.window import Window
from coordapp.ui.tasks.page import TasksPage
from coordapp.ui.units.page import UnitsPage


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def make(open_window, sample: Store) -> Callable[[], Window]:
    return partial(open_window, sample)


def test_it_opens_on_today_and_says_whose_file_this_is(window) -> None:
    assert window.current == "today"
    assert window._side.committee.text().startswith("Ban Chỉ đạo điều hành")
    assert window._day.text() == "Dữ liệu mẫu, ngày làm việc 31/03/2018"
    assert window.windowTitle() == "Sổ Điều phối – so.db"


@pytest.mark.parametrize(("key", "entry"), list(zip(PAGE_KEYS, PAGES, strict=True)))
def test_every_page_opens_by_its_keys(qtbot, window, key: str, entry: PageEntry) -> None:
    qtbot.keyClick(window, Qt.Key(ord(key)), Qt.KeyboardModifier.AltModifier)
    assert (window.current, window._title.text()) == (entry.key, entry.title)


def typed(qtbot, window, text: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window._search.setText(text)
    window._search.show_hits()
    qtbot.keyClick(window._search, Qt.Key.Key_Return)


def test_searching_without_tones_leads_to_the_task(qtbot, window) -> None:
    typed(qtbot, window, "xa bien gioi")
    page = window.page("tasks")
    assert isinstance(page, TasksPage)
    assert window.current == "tasks"
    assert page.table.current_record().task.title.endswith("tại các xã biên giới")


def test_searching_a_conference_leads_to_it(qtbot, window) -> None:
    typed(qtbot, window, "giao ban quý I năm 2018 HN-2018-01")
    page = window.page("conferences")
    assert isinstance(page, ConferencesPage)
    assert (window.current, page._code) == ("conferences", "HN-2018-01")


def test_searching_a_unit_finds_its_tasks_first_and_then_the_unit(window) -> None:
    window._search.setText("nông dân tỉnh HND")
    window._search.show_hits()
    lines = [window._search._list.item(row).text() for row in range(window._search._list.count())]
    assert lines[0].startswith("Nhiệm vụ · ")
    window._search._list.setCurrentRow(
        next(row for row, line in enumerate(lines) if line.startswith("Đơn vị · Hội Nông dân"))
    )
    window._search._list.open_current()
    page = window.page("units")
    assert isinstance(page, UnitsPage)
    assert page.units.table.current_record().short_name == "HND"


def test_no_kind_crowds_the_others_out_of_the_hits(window) -> None:
    window._search.setText("dan van")
    window._search.show_hits()
    kinds = [
        window._search._list.item(row).text().split(" · ")[0]
        for row in range(window._search._list.count())
    ]
    assert kinds[0] == "Nhiệm vụ"
    assert len(set(kinds)) > 2


def test_nothing_found_is_said(window) -> None:
    window._search.setText("xyzxyz")
    window._search.show_hits()
    assert "Không thấy" in window._search._list.item(0).text()


def test_undo_and_redo_work_from_any_page_and_name_the_action(qtbot, window, sample) -> None:
    first = task_queries.find(sample.connection, TaskQuery(), SAMPLE_DAY)[-1]
    task_actions.set_work_state(sample, first.id, WorkState.ON_HOLD, SAMPLE_DAY)
    qtbot.waitUntil(lambda: window.undo_actions.back.text() == "Hoàn tác: Đổi trạng thái")
    window.go("units")

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert task_queries.get_row(sample.connection, first.id, SAMPLE_DAY).task == first.task
    assert window.undo_actions.toast.text() == "Đã hoàn tác: Đổi trạng thái"

    qtbot.waitUntil(window.undo_actions.forth.isEnabled)
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    again = task_queries.get_row(sample.connection, first.id, SAMPLE_DAY)
    assert again.task.work_state is WorkState.ON_HOLD


def test_what_is_told_before_anything_was_done_offers_no_way_back(window) -> None:
    window.context.messages.offer_undo("Đã xong")

    assert window.undo_actions.toast.text() == "Đã xong"
    assert window.undo_actions.toast._button.isHidden()


def test_an_action_that_changed_nothing_offers_no_way_back_to_an_earlier_one(qtbot, window) -> None:
    window.go("tasks")
    views = window.page("tasks").views
    views.save_as("Của tôi")
    offered = not window.undo_actions.toast._button.isHidden()
    steps = list(window.context.store.undo_steps)

    views.update()

    assert offered
    assert window.context.store.undo_steps == steps
    assert window.undo_actions.toast.text() == "Đã cập nhật chế độ xem “Của tôi”"
    assert window.undo_actions.toast._button.isHidden()


def test_the_page_and_the_look_are_remembered(qtbot, make) -> None:
    first = make()
    first.go("units")
    first._side.look.click()
    first.close()

    again = make()
    assert again.current == "units"
    assert "Nền sáng" in (again._side.look.text(), again._side.look.toolTip())
    again._side.look.click()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"geometry": 5, "page": 7, "tasks": []}'])
def test_spoilt_settings_do_not_keep_it_from_opening(make, settings_path, content: str) -> None:
    settings_path.write_text(content, encoding="utf-8")
    assert make().current == "today"


def test_what_another_program_writes_is_shown(qtbot, window, sample):
    page = window.page("tasks")
    other = sqlite3.connect(sample.path)
    other.execute("update task set title = 'Sửa từ nơi khác' where code = 'NV-2018-010'")
    other.commit()
    other.close()

    window._second_writer.look()

    def shown() -> bool:
        return any(row.task.title == "Sửa từ nơi khác" for row in page.model.records())

    qtbot.waitUntil(shown)


def test_another_program_that_holds_the_file_freezes_nothing(window, sample):
    sample.wait_shortly()
    with closing(sqlite3.connect(sample.path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        began = time.monotonic()
        window._second_writer.look()
        assert time.monotonic() - began < 1
        assert window._second_writer.is_looking
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sample.connection.execute("select * from task")
        assert time.monotonic() - began < 4


def test_a_broken_file_is_told_once_and_not_asked_about_again(window, sample, caplog):
    content = sample.path.read_bytes()
    sample.path.write_bytes(bytes(len(content)))
    told = []
    window.context.run.refused.connect(told.append)

    window._second_writer.look()

    assert len(told) == 1
    assert not window._second_writer.is_looking
    sample.path.write_bytes(content)


def test_everything_on_it_is_named_for_a_screen_reader(window) -> None:
    assert window._search.accessibleName() == "Tìm mọi nơi"
    assert window._side.pages.accessibleName() == "Các trang"


# --- files


@pytest.fixture
def started(monkeypatch) -> list[list[str]]:
    """Note what would be started instead of starting it."""
    calls: list[list[str]] = []

    def start(process: QProcess) -> None:
        calls.append([process.program(), *process.arguments()])

    monkeypatch.setattr(file_menu, "start", start)
    return calls


def test_another_file_opens_in_a_process_of_its_own(window, monkeypatch, started, sample):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sample.path), ""))
    window._files.ask_open()
    assert [call[1:] for call in started] == [["-m", "coordapp", str(sample.path)]]


def test_a_new_file_has_a_committee_and_is_opened(window, monkeypatch, started, tmp_path) -> None:
    target = tmp_path / "mới.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window._files.ask_new()
    assert len(started) == 1
    store = Store.open(target)
    assert store.connection.execute("select count(*) from committee").fetchone() == (1,)
    store.close()


def test_a_file_in_the_way_is_kept_and_said(window, monkeypatch, started, sample, caplog):
    before = sample.path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sample.path), ""))
    window._files.ask_new()
    assert started == []
    assert "đã có sẵn" in window.undo_actions.toast.text()
    assert sample.path.read_bytes() == before
    assert caplog.messages == ["file_exists"]


def test_the_day_is_the_day_asked_for(qapp, qtbot, sample, settings_path) -> None:
    window = Window(qapp, sample, date(2018, 4, 20), Settings(settings_path))
    qtbot.addWidget(window)
    window.restore()
    assert "20/04/2018" in window._day.text()
    window.close()


def test_keys_go_to_the_page_that_keys_opened(make, qtbot) -> None:
    window = make()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for key, entry in zip(PAGE_KEYS, PAGES, strict=True):
        qtbot.keyClick(window, Qt.Key(ord(key)), Qt.KeyboardModifier.AltModifier)
        assert window.current == entry.key
        focused = window.focusWidget()
        assert focused is not None
        assert window.page(entry.key).isAncestorOf(focused), entry.key

    window.go("tasks")
    window._side.pages.setFocus()
    qtbot.keyClick(window._side.pages, Qt.Key.Key_Return)

    page = window.page("tasks")
    assert isinstance(page, TasksPage)
    assert window.focusWidget() is page.table


def test_enter_presses_the_button_that_has_the_keyboard(window, qtbot) -> None:
    window.show()
    window.go("tasks")
    page = window.page("tasks")
    assert isinstance(page, TasksPage)
    (chip,) = (b for b in page.filters.chips.findChildren(QPushButton) if "Quá hạn" in b.text())
    chip.setFocus()

    qtbot.keyClick(chip, Qt.Key.Key_Return)

    assert page.filters.chips.current() == "overdue"


def test_the_makers_of_papers_are_loaded_while_nobody_waits(window, qtbot):
    window.show()
    window.warm_up()
    qtbot.waitUntil(lambda: not window.context.jobs._running, timeout=10_000)

    assert "coordapp.formats.pdf.pdf_paper" in sys.modules


def test_nothing_that_waited_for_its_time_begins_once_the_window_has_closed(window):
    for entry in PAGES:
        window.go(entry.key)
    window.close()

    for timer in window.findChildren(QTimer):
        timer.timeout.emit()
    window.warm_up()
    window.care.look()
    window.care.check_at_start()

    assert not window.context.jobs._running


def test_work_asked_for_once_the_window_has_closed_is_never_done(window):
    done: list[str] = []
    window.close()

    job = window.context.jobs.start(lambda _step: done.append("work"))
    job.finished.connect(lambda: done.append("told"))
    QTest.qWait(200)

    assert done == []
