"""A register from opening to closing: locks, damage, going back, first starts cut short."""

import argparse
import hashlib
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox

from coordapp import paths, session
from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.changes import Op
from coordapp.services.committee import committee_actions
from coordapp.services.file import backups, handover, last_closed
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import committee_queries
from coordapp.ui.keeping.copy_care import CopyCare
from coordapp.ui.keeping.recovery_dialog import RecoveryDialog
from coordapp.ui.shell.first_start import FirstStart
from coordapp.ui.shell.register_lock import RegisterLock
from coordapp.ui.shell.window import Window
from tests.build import a_task

TODAY = date(2018, 3, 31)
YESTERDAY = datetime.now() - timedelta(days=1)
Step = Callable[[Window], None]


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    yield
    for one in QApplication.topLevelWidgets():
        one.close()
        one.deleteLater()


@pytest.fixture
def path(tmp_path) -> Path:
    target = tmp_path / "sổ.db"
    committee_actions.write_new(target)
    add_task(target, "NV-2018-001")
    return target


def add_task(path: Path, code: str) -> None:
    with closing(Store.open(path)) as store, store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(code=code))


def codes(path: Path) -> list[str]:
    with closing(Store.open(path)) as store:
        return [task.code for task in TASKS.where(store.connection, "1 order by code")]


def windows() -> list[Window]:
    shown = QApplication.topLevelWidgets()
    return [one for one in shown if isinstance(one, Window) and one.isVisible()]


@pytest.fixture
def run(qapp, monkeypatch):
    """Run the program on a file; each step is what a person does in one window, then it closes."""
    before = sys.excepthook

    def start(file: Path | None, *steps: Step, view: bool = False) -> int:
        left = list(steps)

        def sit(*_: object) -> int:
            (window,) = windows()
            left.pop(0)(window)
            window.close()
            return 0

        monkeypatch.setattr(QApplication, "exec", sit)
        given = argparse.Namespace(
            file=None if file is None else str(file), sample=False, view=view, today=TODAY
        )
        code = session.run(qapp, given, TODAY)
        assert left == []
        return code

    yield start
    sys.excepthook = before


@pytest.fixture
def boxes(monkeypatch) -> list[str]:
    """Collect what message boxes say; each is left by Esc unless `click` answers."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or 0)
    return said


def click(monkeypatch, said: list[str], words: str) -> None:
    def answer(box: QMessageBox) -> int:
        said.append(box.text())
        chosen = next(one for one in box.buttons() if one.text() == words)
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: chosen)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)


def nothing(_: Window) -> None:
    """Only look, and close."""


def act(window: Window) -> None:
    with window.context.store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(code="NV-2018-777"))


def test_a_day_begins_and_ends_with_a_copy(run, path):
    assert run(path, act) == 0

    reasons = [held.copy.reason for held in backups.listed(path)]
    assert reasons == [CopyReason.EXIT, CopyReason.DAY]


def test_a_window_closed_at_once_begins_nothing_it_had_put_off(run, path, monkeypatch):
    begun: list[str] = []
    monkeypatch.setattr(CopyCare, "check_at_start", lambda _: begun.append("check"))
    monkeypatch.setattr(Window, "warm_up", lambda _: begun.append("papers"))

    def close_before(window: Window) -> None:
        window.close()
        for timer in window.findChildren(QTimer):
            timer.timeout.emit()

    assert run(path, close_before) == 0
    assert begun == []


def test_going_back_closes_the_file_replaces_it_and_tells_the_difference(run, path):
    copy = backups.make(path, YESTERDAY)
    add_task(path, "NV-2018-002")
    told: list[str] = []

    def go_back(window: Window) -> None:
        window.care.chosen_copy = copy

    def read(window: Window) -> None:
        told.append(window.findChild(QMessageBox).text())
        assert codes(path) == ["NV-2018-001"]

    assert run(path, go_back, read) == 0

    assert "Nhiệm vụ -1" in told[0]
    assert backups.thinning_waits(path)


def test_a_copy_that_is_not_sound_leaves_the_register_and_says_why(run, path, boxes):
    copy = backups.make(path, YESTERDAY)
    copy.write_bytes(copy.read_bytes()[:3000])

    def go_back(window: Window) -> None:
        window.care.chosen_copy = copy

    run(path, go_back, nothing)

    assert codes(path) == ["NV-2018-001"]
    assert len(boxes) == 1


@pytest.fixture
def damaged(path) -> Path:
    backups.make(path, YESTERDAY)
    path.write_bytes(path.read_bytes()[:6000])
    return path


def test_a_damaged_register_offers_its_copies_and_is_kept(run, damaged, monkeypatch):
    before = damaged.read_bytes()

    def choose(dialog: QDialog) -> int:
        assert isinstance(dialog, RecoveryDialog)
        dialog.back.click()
        return 1

    monkeypatch.setattr(QDialog, "exec", choose)

    assert run(damaged, nothing) == 0

    assert codes(damaged) == ["NV-2018-001"]
    kept = list(backups.folder_of(damaged).glob("*.hong"))
    assert [one.read_bytes() for one in kept] == [before]


def test_a_damaged_register_left_alone_is_not_touched(run, damaged, monkeypatch):
    before = hashlib.sha256(damaged.read_bytes()).hexdigest()
    monkeypatch.setattr(QDialog, "exec", lambda _: 0)

    assert run(damaged) == 2

    assert hashlib.sha256(damaged.read_bytes()).hexdigest() == before


def test_looking_into_a_copy_writes_nothing_anywhere(run, path):
    copy = backups.make(path, YESTERDAY)
    before = copy.read_bytes()
    titles: list[str] = []

    run(copy, lambda window: titles.append(window.windowTitle()), view=True)

    assert titles == [f"Sổ Điều phối – {copy.name} (chỉ xem)"]
    assert copy.read_bytes() == before
    assert not paths.data_folder().joinpath("locks").exists()


def test_a_file_left_half_written_is_looked_into_as_a_twin(run, path):
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"")
    seen: list[Path] = []

    run(path, lambda window: seen.append(window.context.store.path), view=True)

    assert seen[0].name == path.name
    assert seen[0] != path
    assert journal.exists()


def test_after_an_end_nobody_meant_the_whole_file_is_looked_through(run, path, monkeypatch):
    with closing(Store.open(path)) as store:
        locks = store.connection.execute(
            "select name, sql from sqlite_master where type = 'trigger'"
        ).fetchall()
        for name, _ in locks:
            store.connection.execute(f"drop trigger {name}")
        store.connection.execute("update change_log set hash = 'x' where id = 1")
        for _, sql in locks:
            store.connection.execute(sql)
    shown: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(dialog.bar.text()) or 0)
    lock = RegisterLock(path)
    lock._own_path.parent.mkdir(parents=True)
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, check=True, text=True).stdout.strip()  # fmt: skip
    lock._own_path.write_text(f"{dead}\npython\n{lock_host()}\n")

    assert run(path) == 2

    assert "bị hỏng" in shown[0]


def test_a_register_changed_by_another_hand_is_looked_through_at_once_and_told(run, path, qtbot):
    told: list[str] = []

    def look(window: Window) -> None:
        window.context.messages.said.connect(told.append)
        window.care.check_at_start()
        for job in list(window.context.jobs._running):
            with qtbot.waitSignal(job.finished):
                pass

    assert run(path, look) == 0
    assert last_closed.is_as_left(path)
    assert told == []

    # a spoilt letter, of which SQLite notices nothing
    data = path.read_bytes()
    at = data.find("Rà soát".encode())
    path.write_bytes(data[:at] + b"\xff" + data[at + 1 :])
    assert run(path, look) == 0

    assert "điểm cần xem" in told[-1]
    assert not last_closed.is_as_left(path)


def lock_host() -> str:
    return QSysInfo.machineHostName()


# --- locks


def test_a_second_start_calls_the_first_window(run, path, capsys):
    def start_again(_: Window) -> None:
        given = argparse.Namespace(file=str(path), sample=False, view=False, today=TODAY)
        assert session.run(QApplication.instance(), given, TODAY) == session.OPENED_BY_ANOTHER
        assert RegisterLock(path).call.read_text()

    run(path, start_again)

    assert "đang mở ở cửa sổ khác" in capsys.readouterr().err
    assert not RegisterLock(path)._own_path.exists()
    assert not RegisterLock(path)._beside_path.exists()


def put_beside(path: Path, text: str) -> Path:
    lock = RegisterLock(path)._beside_path
    lock.write_text(text)
    return lock


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("4711\ncoordapp\nMAY-KHAC\n", "đang mở trên máy MAY-KHAC", id="foreign"),
        pytest.param("rác", "khóa không đọc được", id="damaged"),
        pytest.param("", "khóa không đọc được", id="empty"),
    ],
)
def test_a_lock_of_others_is_told_and_keeps_the_file(run, path, boxes, text, said):
    lock = put_beside(path, text)

    assert run(path) == session.OPENED_BY_ANOTHER

    assert said in boxes[0]
    assert " từ " in boxes[0]
    assert lock.read_text() == text


def test_a_lock_of_others_can_be_passed_by(run, path, boxes, monkeypatch):
    lock = put_beside(path, "4711\ncoordapp\nMAY-KHAC\n")
    click(monkeypatch, boxes, "Vẫn mở để ghi")

    assert run(path, act) == 0

    assert "NV-2018-777" in codes(path)
    assert not lock.exists()


def test_a_file_held_by_others_can_be_looked_into(run, path, boxes, monkeypatch):
    lock = put_beside(path, "4711\ncoordapp\nMAY-KHAC\n")
    click(monkeypatch, boxes, "Mở để xem")

    assert run(path, nothing) == 0

    assert lock.exists()


def test_a_settings_folder_that_takes_nothing_blames_itself(run, path, boxes, caplog):
    folder = paths.data_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")

    assert run(path) == 2

    assert "thư mục thiết đặt" in boxes[0]
    assert "Sổ không bị ảnh hưởng" in boxes[0]


# --- the first start


@pytest.fixture
def usual(monkeypatch) -> Path:
    """Name the register of a start without a file; who is asked where it is to be says there."""
    target = paths.earlier_database()
    target.parent.mkdir(parents=True)

    def agree(asked: FirstStart) -> int:
        asked.place.setText(str(target))
        asked.make.click()
        return 1

    monkeypatch.setattr(FirstStart, "exec", agree)
    return target


def has_committee(path: Path) -> bool:
    with closing(Store.open(path)) as store:
        return committee_queries.read(store.connection) is not None


def test_a_first_start_makes_a_whole_register(run, usual):
    run(None, nothing)

    assert has_committee(usual)
    assert [one.name for one in usual.parent.iterdir()] == [usual.name]


@pytest.mark.parametrize("cut", ["empty", "draft", "no committee"])
def test_a_first_start_cut_short_is_finished_by_the_next(run, usual, cut):
    if cut == "empty":
        usual.touch()
    elif cut == "draft":
        Store.create(usual.with_name(f".{usual.name}.new")).close()
    else:
        Store.create(usual).close()
        lock = RegisterLock(usual)
        lock._own_path.parent.mkdir(parents=True)
        lock._own_path.write_text(f"999999\npython\n{lock_host()}\n")

    run(None, nothing)

    assert has_committee(usual)
    assert [one.name for one in usual.parent.iterdir()] == [usual.name]


def test_an_empty_file_that_had_copies_is_damage_and_no_beginning(run, usual, monkeypatch):
    committee_actions.write_new(usual)
    backups.make(usual, YESTERDAY)
    usual.write_bytes(b"")
    shown: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(dialog.bar.text()) or 0)

    assert run(None) == 2

    assert "rỗng" in shown[0]
    assert usual.read_bytes() == b""


def test_copies_are_no_reason_not_to_close(run, path, caplog):
    shutil.rmtree(paths.backup_folder(), ignore_errors=True)
    paths.backup_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.backup_folder().write_text("in the way")
    with caplog.at_level(logging.WARNING):
        assert run(path, act) == 0

    assert "no copy: cannot_create" in caplog.messages


def test_a_hand_over_is_looked_into_by_its_passphrase(run, path, tmp_path, monkeypatch):
    words = "một câu rất dài khó đoán"
    handover.make(path, tmp_path / "giao.zip", words, YESTERDAY)
    given = ["sai rồi nhé bạn ơi", words]
    labels: list[str] = []
    monkeypatch.setattr(QInputDialog, "exec", lambda box: labels.append(box.labelText()) or 1)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _: given.pop(0))
    titles: list[str] = []

    run(tmp_path / "giao.zip", lambda window: titles.append(window.windowTitle()), view=True)

    assert titles == ["Sổ Điều phối – giao.zip (chỉ xem)"]
    assert "Mật khẩu không mở được" in labels[1]


def test_a_passphrase_not_given_opens_nothing(run, path, tmp_path, monkeypatch):
    handover.make(path, tmp_path / "giao.zip", "một câu rất dài khó đoán", YESTERDAY)
    monkeypatch.setattr(QInputDialog, "exec", lambda _: 0)

    assert run(tmp_path / "giao.zip", view=True) == 2


@pytest.fixture
def synced(path, tmp_path) -> Path:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    path.rename(folder / "sổ.db")
    return folder / "sổ.db"


def test_a_register_in_a_folder_of_a_service_is_worked_on_here(run, synced, boxes, monkeypatch):
    click(monkeypatch, boxes, "Sao chép về máy và mở")
    before = synced.read_bytes()

    assert run(synced, act) == 0

    assert "tự đồng bộ" in boxes[0]
    assert synced.read_bytes() == before
    assert "NV-2018-777" in codes(paths.data_folder() / "data" / "sổ.db")


def test_who_works_there_by_intention_is_asked_once(run, synced, boxes, monkeypatch):
    click(monkeypatch, boxes, "Mở tại chỗ")

    run(synced, act)
    run(synced, nothing)

    assert len(boxes) == 1
    assert "NV-2018-777" in codes(synced)


def test_a_register_lying_badly_is_left_alone_when_told_so(run, synced, boxes):
    assert run(synced) == 2


def test_files_split_off_by_a_service_are_told(run, path):
    path.with_name("sổ (1).db").touch()
    said: list[str] = []

    run(path, lambda window: said.append(window.undo_actions.toast.text()))

    assert "sổ (1).db" in said[0]
