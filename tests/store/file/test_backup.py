"""A copy is read back before it is called a copy, and nothing half is left."""

import sqlite3
from contextlib import closing

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import open_reader
from coordapp.store.file import backup
from coordapp.store.file.tables import TASKS
from tests.build import a_task


@pytest.fixture
def path(store):
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    return store.path


def test_a_copy_holds_what_the_file_holds(path, tmp_path):
    target = tmp_path / "ban-sao.db"

    backup.copy(path, target)

    with open_reader(target) as reader:
        assert [task.code for task in TASKS.where(reader)] == ["NV-2018-001"]
    assert not list(tmp_path.glob("*.tmp"))


def test_a_copy_never_overwrites(path):
    with pytest.raises(StoreError, match="file_exists"):
        backup.copy(path, path)


def test_a_copy_that_lacks_something_is_thrown_away(path, tmp_path, monkeypatch):
    sizes = iter([(1, 5), (1, 4)])
    monkeypatch.setattr(backup, "_size", lambda _: next(sizes))

    with pytest.raises(StoreError, match="backup_damaged"):
        backup.copy(path, tmp_path / "ban-sao.db")

    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_draft_left_by_a_crash_is_in_nobodys_way(path, tmp_path):
    (tmp_path / "ban-sao.db.tmp").write_bytes(b"half")

    backup.copy(path, tmp_path / "ban-sao.db")

    assert not (tmp_path / "ban-sao.db.tmp").exists()


def test_a_file_of_an_earlier_version_is_told_apart(path):
    assert not backup.is_of_earlier_version(path)

    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("pragma user_version").fetchone()[0]
        connection.execute(f"pragma user_version = {version - 1}")

    assert backup.is_of_earlier_version(path)
