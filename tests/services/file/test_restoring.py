"""Going back to a copy loses nothing of what there is now, and takes nothing that is not sound."""

import hashlib
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.services.file import backups, restoring
from coordapp.store import Store, open_reader
from coordapp.store.file import backup
from coordapp.store.file.tables import TASKS
from tests.build import a_task

AT = datetime(2018, 3, 31, 8, 30)
OLD = Path(__file__).parents[2] / "files" / "schema-1.db"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "sổ.db"
    store = Store.create(target)
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    store.close()
    return target


def add_task(path: Path, code: str) -> None:
    store = Store.open(path)
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(code=code))
    store.close()


def codes(path: Path) -> list[str]:
    with open_reader(path) as reader:
        return [task.code for task in TASKS.where(reader, "1 order by code")]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_restore_brings_back_the_copy_and_keeps_what_was_there(path):
    copy = backups.make(path, AT)
    add_task(path, "NV-2018-002")

    done = restoring.restore(copy, path, AT)

    assert codes(path) == ["NV-2018-001"]
    assert codes(done.kept) == ["NV-2018-001", "NV-2018-002"]
    assert done.is_kept_sound
    assert done.changes == {"change_log": -1, "task": -1}
    assert backups.thinning_waits(path)


def test_a_restore_where_no_file_is_puts_the_copy_there(path, tmp_path):
    copy = backups.make(path, AT)

    done = restoring.restore(copy, tmp_path / "mới.db", AT)

    assert done.kept is None
    assert codes(tmp_path / "mới.db") == ["NV-2018-001"]


def test_a_damaged_register_is_kept_byte_for_byte_with_its_journal(path):
    copy = backups.make(path, AT)
    damaged = path.read_bytes()[:6000]
    path.write_bytes(damaged)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"half a journal")

    done = restoring.restore(copy, path, AT)

    assert codes(path) == ["NV-2018-001"]
    assert not journal.exists()
    assert done.kept.read_bytes() == damaged
    assert done.kept.with_name(done.kept.name + "-journal").read_bytes() == b"half a journal"
    assert not done.is_kept_sound


def no_change(_: bytes) -> bytes:
    return b""


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def picture(_: bytes) -> bytes:
    return b"\x89PNG\r\n" * 200


def zeros_in_the_middle(content: bytes) -> bytes:
    middle = len(content) // 2 // 4096 * 4096
    return content[:middle] + bytes(8192) + content[middle + 8192 :]


def one_letter(content: bytes) -> bytes:
    return content.replace("Rà soát".encode(), "Ra soát_".encode()[:9], 1)


def stranger(content: bytes) -> bytes:
    return content[:68] + b"\0\0\0\1" + content[72:]


@pytest.mark.parametrize(
    "damage", [no_change, half, picture, zeros_in_the_middle, one_letter, stranger]
)
def test_a_copy_that_is_not_sound_changes_nothing(path, damage):
    copy = backups.make(path, AT)
    copy.write_bytes(damage(copy.read_bytes()))
    before = digest(path), digest(copy)

    with pytest.raises(StoreError):
        restoring.restore(copy, path, AT)

    assert (digest(path), digest(copy)) == before
    assert len(backups.listed(path)) == 1


def test_a_register_is_no_copy_of_itself(path):
    before = digest(path)

    with pytest.raises(StoreError, match="same_file"):
        restoring.restore(path, path, AT)

    assert digest(path) == before


def test_a_register_that_another_program_writes_is_left_alone(path):
    copy = backups.make(path, AT)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    before = digest(path)
    try:
        with pytest.raises(StoreError, match="file_in_use"):
            restoring.restore(copy, path, AT)
    finally:
        other.close()

    assert digest(path) == before


def test_a_copy_of_an_earlier_version_is_restored_as_it_is(path):
    restoring.restore(OLD, path, AT)

    assert backup.is_of_earlier_version(path)


def test_a_full_disk_leaves_the_register(path, monkeypatch):
    copy = backups.make(path, AT)
    add_task(path, "NV-2018-002")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coordapp.store.file.placing.os.fsync", full)
    with pytest.raises(StoreError, match="disk_full"):
        restoring.restore(copy, path, AT)

    assert codes(path) == ["NV-2018-001", "NV-2018-002"]
    assert list(path.parent.glob(".*.tmp")) == []
    assert not backups.thinning_waits(path)
