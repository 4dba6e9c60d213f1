"""Whether a window has a register open is seen from its lock, whoever asks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coordapp.domain.kernel.errors import StoreError
from coordapp.services.file import restoring
from coordapp.store.file import held
from tests.conftest import NOW

HOLD = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
print(lock.tryLock(0), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def lock(store) -> Path:
    return held.lock_beside(store.path)


def test_without_a_lock_nobody_holds_it(store):
    assert not held.is_held(store.path)


def test_a_lock_left_by_a_power_cut_holds_nothing(store, lock):
    lock.write_text("1\nCoordApp\nelsewhere\n", encoding="utf-8")

    assert not held.is_held(store.path)


def test_a_lock_of_this_program_is_its_own(store, lock):
    import fcntl

    with lock.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(f"{os.getpid()}\nCoordApp\n")
        file.flush()

        assert held.is_held(store.path)
        assert not held.is_held_by_another(store.path)


def test_no_copy_takes_the_place_of_a_register_that_a_window_has_open(store, lock, tmp_path):
    copy = tmp_path / "bản sao.db"
    copy.write_bytes(store.path.read_bytes())
    before = store.path.stat().st_ino
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline().strip() == b"True"

        with pytest.raises(StoreError, match="file_in_use"):
            restoring.restore(copy, store.path, NOW)
        other.stdin.close()

    assert store.path.stat().st_ino == before
