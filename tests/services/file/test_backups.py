"""A copy is whole and checked, or there is none."""

from datetime import datetime
from pathlib import Path

import pytest

from coordapp import paths
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.services.file import backups
from coordapp.store import Store, open_reader
from coordapp.store.file import backup
from coordapp.store.file.opening import newest_version, schema_version
from coordapp.store.file.tables import TASKS
from tests.build import a_task

AT = datetime(2018, 3, 31, 8, 30)
OLD = Path(__file__).parents[2] / "files" / "schema-1.db"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_copy_of_an_open_file_holds_all_that_was_committed(store) -> None:
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())

    made = backups.make(store.path, AT)

    assert made.parent == paths.backup_folder()
    assert made.name == "so-20180331-083000.db"
    with open_reader(made) as reader:
        assert TASKS.where(reader, "1") == TASKS.where(store.connection, "1")


def test_two_copies_of_one_second_have_two_names(store) -> None:
    assert len({backups.make(store.path, AT) for _ in range(3)}) == 3


def test_an_older_file_is_copied_before_it_is_changed(tmp_path) -> None:
    path = tmp_path / "cũ.db"
    path.write_bytes(OLD.read_bytes())

    made = backups.before_migration(path, AT)

    assert made is not None
    with open_reader(made):
        pass
    Store.open(path).close()
    assert backups.before_migration(path, AT) is None
    connection = backup.opening.connect(made, read_only=True)
    assert schema_version(connection) == 1 < newest_version()
    connection.close()


def test_a_copy_that_is_not_whole_is_thrown_away(store, tmp_path, monkeypatch) -> None:
    sizes = iter(((1, 2), (1, 1)))
    monkeypatch.setattr(backup, "_size", lambda _connection: next(sizes))

    with pytest.raises(StoreError, match="backup_damaged"):
        backup.copy(store.path, tmp_path / "sao.db")

    assert not list(tmp_path.glob("sao.db*"))


def test_a_name_that_is_taken_is_not_overwritten(store, tmp_path) -> None:
    target = tmp_path / "sao.db"
    target.write_bytes(b"x")
    with pytest.raises(StoreError, match="file_exists"):
        backup.copy(store.path, target)
    assert target.read_bytes() == b"x"


def test_a_folder_that_cannot_be_made_is_said(store, monkeypatch, tmp_path) -> None:
    (tmp_path / "tep").write_text("x")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "tep"))
    with pytest.raises(StoreError, match="cannot_create"):
        backups.make(store.path, AT)
