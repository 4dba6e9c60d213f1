"""Copies in the window: made by the clock, told in the status bar, listed, put on a stick."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.services.file import backups
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.ui.keeping import copies_dialog
from coordapp.ui.keeping.copies_dialog import CopiesDialog
from coordapp.ui.keeping.copy_care import CopyCare
from coordapp.ui.shell import file_menu
from tests.build import a_task
from tests.founding import set_up

AT = datetime(2018, 3, 31, 8, 30)


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.at = AT

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def now() -> Clock:
    return Clock()


@pytest.fixture
def register(store) -> Store:
    set_up(store)
    return store


@pytest.fixture
def care(qtbot, register, context_on, now, tmp_path, show_page) -> Iterator[CopyCare]:
    holder = QWidget()
    made = CopyCare(context_on(register), Settings(tmp_path / "settings.json"), holder, now)
    show_page(holder)
    yield made
    del holder


def add_task(store: Store, code: str = "NV-2018-001") -> None:
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(code=code))


def reasons(store: Store) -> list[str]:
    return [held.copy.reason.value for held in backups.listed(store.path)]


def look(care: CopyCare, qtbot) -> None:
    care.look()
    job = care._context.jobs._running[-1]
    with qtbot.waitSignal(job.finished):
        pass


def test_without_a_copy_the_status_bar_is_red_and_says_so(care):
    assert care.button.text() == "Bản sao: chưa có"
    assert care.button.property("role") == "red"


def test_the_day_gets_its_copy_and_half_an_hour_of_changes_another(care, register, now, qtbot):
    look(care, qtbot)
    add_task(register)
    look(care, qtbot)
    assert reasons(register) == ["dau-ngay"]

    now.at += timedelta(minutes=31)
    look(care, qtbot)

    assert reasons(register) == ["dinh-ky", "dau-ngay"]
    assert (care.button.text(), care.button.property("role")) == ("Bản sao: vừa xong", "quiet")


def test_half_an_hour_without_changes_makes_no_copy(care, register, now, qtbot):
    look(care, qtbot)
    now.at += timedelta(minutes=31)
    look(care, qtbot)

    assert reasons(register) == ["dau-ngay"]


@pytest.mark.parametrize(
    ("days", "role", "words"),
    [(0, "quiet", "vừa xong"), (2, "amber", "2 ngày trước"), (4, "red", "4 ngày trước")],
)
def test_the_age_of_the_last_checked_copy_colours_the_status_bar(
    care, register, now, days, role, words
):
    backups.make(register.path, AT)
    now.at += timedelta(days=days)

    care.refresh()

    assert (care.button.property("role"), care.button.text()) == (role, f"Bản sao: {words}")


def test_a_copy_that_cannot_be_made_is_told_and_amber(care, register, qtbot, tmp_path):
    look(care, qtbot)
    care.choose_second_place(tmp_path / "USB")
    said: list[str] = []
    care._context.messages.said.connect(said.append)

    with qtbot.waitSignal(care.copy_now().finished):
        pass

    assert care.button.property("role") == "amber"
    assert len(said) == 1
    assert "Không thấy nơi thứ hai" in said[0]


def test_a_sample_has_no_copies_and_no_word_of_them(window):
    assert not window.care.is_on
    assert not window.care.button.isVisible()


@pytest.fixture
def dialog(care, register, qtbot) -> CopiesDialog:
    backups.make(register.path, AT - timedelta(days=1))
    shown = CopiesDialog(care._context, care)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def cells(dialog: CopiesDialog) -> list[str]:
    copies = dialog.table.copies
    return [column.text(copies.record(0)) for column in copies.columns]


def test_the_list_tells_when_why_how_much_and_that_it_was_read_back(dialog, register):
    add_task(register)
    backups.make(register.path, AT)
    dialog.refresh()

    assert dialog.table.copies.rowCount() == 2
    shown = cells(dialog)
    assert shown[:4] == ["08:30 31/03/2018", "vừa xong", "Theo yêu cầu", "1"]
    assert shown[-1] == "Đã đọc lại"


def test_a_copy_is_made_when_asked_for(dialog, qtbot):
    dialog.make.click()
    qtbot.waitUntil(lambda: dialog.table.copies.rowCount() == 2)
    qtbot.waitUntil(dialog.make.isEnabled)

    assert dialog.said.text() == "Đã lập bản sao và đọc lại đúng."


def test_a_copy_goes_to_a_stick_and_was_read_there(dialog, qtbot, monkeypatch, tmp_path):
    stick = tmp_path / "USB"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))

    dialog.to_stick.click()
    qtbot.waitUntil(lambda: "đọc lại đúng" in dialog.said.text())

    assert [one.suffix for one in sorted(stick.iterdir())] == [".db", ".json"]


def agree(monkeypatch, answer: bool) -> None:
    monkeypatch.setattr(copies_dialog, "agrees", lambda *_, **__: answer)


def test_going_back_asks_first(dialog, qtbot, monkeypatch):
    dialog.table.select_id(1)
    agree(monkeypatch, False)
    with qtbot.assertNotEmitted(dialog.restore_requested):
        dialog.back.click()
    agree(monkeypatch, True)

    with qtbot.waitSignal(dialog.restore_requested) as asked:
        dialog.back.click()

    assert asked.args[0].name.endswith("-theo-yeu-cau.db")


def test_old_copies_stay_until_a_restore_was_found_right(dialog, register):
    backups.pause_thinning(register.path)
    dialog.refresh()
    assert dialog.bar.isVisible()

    dialog.bar._button.click()

    assert not backups.thinning_waits(register.path)
    assert not dialog.bar.isVisible()


@pytest.fixture
def office_window(open_window, register):
    return open_window(register, active=True)


def test_one_click_in_the_status_bar_leads_to_the_copies(office_window):
    office_window.care.button.click()

    shown = office_window.findChild(CopiesDialog)
    assert shown.isVisible()
    shown.close()


def test_looking_inside_opens_the_copy_to_be_read_only(office_window, register, monkeypatch):
    copy = backups.make(register.path, AT)
    calls: list[list[str]] = []
    monkeypatch.setattr(file_menu, "start", lambda process: calls.append(process.arguments()))
    shown = office_window._files.show_copies()
    shown.table.select_id(1)

    shown.look.click()

    assert calls == [["-m", "coordapp", "--view", str(copy)]]
    shown.close()


def test_going_back_closes_the_window_and_says_to_which_copy(office_window, register, monkeypatch):
    copy = backups.make(register.path, AT)
    agree(monkeypatch, True)
    shown = office_window._files.show_copies()
    shown.table.select_id(1)

    shown.back.click()

    assert office_window.care.chosen_copy == copy
    assert not office_window.isVisible()


def test_what_is_looked_into_takes_no_change(register):
    copy = backups.make(register.path, AT)
    view = Store.view(copy)
    before = Path(copy).read_bytes()

    with pytest.raises(StoreError, match="view_only"):
        add_task(view)

    view.close()
    assert copy.read_bytes() == before


def test_the_question_before_going_back_names_the_copy_and_leaves_by_esc(
    dialog, qtbot, monkeypatch
):
    asked: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or 0)
    dialog.table.select_id(1)

    dialog.back.click()

    assert asked == ["Đưa sổ về bản sao lúc 08:30 30/03/2018 (hôm qua)?"]


def check(care: CopyCare, qtbot) -> None:
    care.check_once_a_day()
    with qtbot.waitSignal(care._context.jobs._running[-1].finished):
        pass


def test_what_opening_takes_for_whole_and_is_not_is_told_every_day(dialog, care, register, qtbot):
    locks = register.connection.execute(
        "select name, sql from sqlite_master where type = 'trigger'"
    ).fetchall()
    for name, _ in locks:
        register.connection.execute(f"drop trigger {name}")
    register.connection.execute("update committee set name = 'Ban khác'")
    for _, sql in locks:
        register.connection.execute(sql)
    backups.make(register.path, AT)

    check(care, qtbot)
    dialog.refresh()

    assert care.button.text() == "Sổ có 1 điểm cần xem"
    assert care.button.property("role") == "red"
    assert "khác với lần ghi cuối trong nhật ký" in dialog.bar.text()
    check(care, qtbot)


def test_a_register_found_whole_is_looked_through_once_a_day(care, qtbot, now):
    check(care, qtbot)
    assert care.found == []

    care.check_once_a_day()
    assert care._context.jobs._running == []

    now.at += timedelta(days=1)
    check(care, qtbot)
