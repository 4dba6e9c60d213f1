"""The locks of a register: given back, taken over from the dead, told of the living."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QMainWindow

from coordapp.domain.kernel.errors import StoreError
from coordapp.ui.shell.register_lock import Caller, RegisterLock

NOBODY = 65534


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "sổ.db"


def test_locks_are_given_back(path):
    first, second = RegisterLock(path), RegisterLock(path)
    assert first.take() is None
    first.give_back()

    assert second.take() is None
    second.give_back()


def test_a_second_lock_tells_the_first_and_knows_it_for_its_own(path):
    first, second = RegisterLock(path), RegisterLock(path)
    assert first.take() is None

    holder = second.take()

    assert second.is_own(holder)
    assert holder.since is not None
    first.give_back()


def test_another_account_sees_the_lock_beside_the_file(path, monkeypatch, tmp_path):
    first = RegisterLock(path)
    assert first.take() is None
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another"))

    second = RegisterLock(path)
    holder = second.take()

    assert holder is not None
    assert (holder.is_here, second.is_own(holder)) == (True, False)
    first.give_back()
    assert second.take() is None
    second.give_back()


def test_the_lock_of_a_program_that_is_gone_is_taken_and_told(path):
    first = RegisterLock(path)
    assert first.take() is None
    gone = first._own_path.read_text().replace(first._own_path.read_text().split()[0], "999999", 1)
    first.give_back()
    first._own_path.write_text(gone)

    second = RegisterLock(path)

    assert second.take() is None
    assert second.was_left
    second.give_back()


@pytest.fixture
def shared(monkeypatch) -> Iterator[Path]:
    """Give a register in a folder of everybody, on the way of somebody without rights."""
    with TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o777)
        monkeypatch.setenv("XDG_DATA_HOME", str(folder / "another"))
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        yield folder / "sổ.db"
        os.seteuid(before)


def test_what_a_killed_program_of_another_account_left_is_in_nobodys_way(shared):
    lock = shared.with_name(f".~{shared.name}.lock")
    gone = os.fork()
    if gone == 0:
        os._exit(0)
    os.waitpid(gone, 0)
    lock.write_text(f"{gone}\nCoordApp\n{QSysInfo.machineHostName()}\n", encoding="utf-8")
    lock.chmod(0o444)  # as good as of another account: it cannot be written into

    ours = RegisterLock(shared)

    assert ours.take() is None
    assert ours.was_left
    ours.give_back()


def test_a_folder_that_takes_no_lock_is_no_reason_not_to_look(tmp_path):
    lock = RegisterLock(tmp_path / "nowhere" / "sổ.db")

    assert lock.take() is None
    lock.give_back()


def test_a_settings_folder_that_cannot_be_made_is_blamed(path, tmp_path):
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(StoreError, match="settings_unwritable"):
        RegisterLock(path).take()


def test_a_call_brings_the_first_window_up(path, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.showMinimized()
    first, second = RegisterLock(path), RegisterLock(path)
    assert first.take() is None
    Caller(window, first.call)

    second.call_first()

    qtbot.waitUntil(lambda: not window.isMinimized())
    first.give_back()
