"""A copy is whole and checked, or there is none."""

from datetime import datetime, timedelta
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

    assert made.parent.parent == paths.backup_folder()
    assert made.name == "so-00001-20180331-083000-theo-yeu-cau.db"
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
    monkeypatch.setenv("COORDAPP_HOME", str(tmp_path / "tep"))
    with pytest.raises(StoreError, match="cannot_create"):
        backups.make(store.path, AT)


def test_a_copy_says_what_it_holds_and_counts_as_verified(store) -> None:
    made = backups.make(store.path, AT)

    (held,) = backups.listed(store.path)

    assert held.path == made
    assert held.copy.verified
    assert held.manifest == backup.examine(made)
    assert held.manifest.counts["task"] == 0
    assert backups.last_verified(store.path) == AT


def test_a_copy_changed_by_one_letter_is_not_sound(store) -> None:
    made = backups.make(store.path, AT)
    content = bytearray(made.read_bytes())
    content[-1] ^= 1
    made.write_bytes(content)

    with pytest.raises(StoreError, match="copy_unsound"):
        backup.examine(made)


def test_a_copy_goes_to_a_second_place_and_is_read_there(store, tmp_path) -> None:
    made = backups.make(store.path, AT)

    other = backups.second(made, tmp_path / "USB")

    assert backup.examine(other) == backup.examine(made)
    assert [path.name for path in (tmp_path / "USB").iterdir() if path.suffix == ".tmp"] == []


def test_a_copy_is_due_each_morning_and_after_half_an_hour_of_changes(store) -> None:
    def made(at: datetime, changed: bool) -> bool:
        return backups.make_if_due(store.path, at, changed=changed) is not None

    assert made(AT, False)
    assert not made(AT + timedelta(minutes=29), True)
    assert not made(AT + timedelta(minutes=31), False)
    assert made(AT + timedelta(minutes=31), True)
    assert made(AT + timedelta(days=1), False)


def test_files_of_others_in_the_folder_of_copies_stay(store) -> None:
    other = backups.folder_of(store.path) / "so-cu.db"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"x")
    for day in range(1, 25):
        backups.make(store.path, AT.replace(year=2016, month=1, day=day))
    backups.make(store.path, AT)

    assert other.exists()
    assert len(backups.listed(store.path)) < 25


def test_nothing_is_thinned_out_while_a_restore_waits(store) -> None:
    backups.pause_thinning(store.path)
    for month in range(1, 13):
        for day in (1, 2):
            backups.make(store.path, AT.replace(year=2016, month=month, day=day))
    assert len(backups.listed(store.path)) == 24

    backups.confirm_restore(store.path)
    backups.thin(store.path, AT.date())

    assert len(backups.listed(store.path)) < 24


def test_what_an_interrupted_copy_left_is_cleared(store) -> None:
    made = backups.make(store.path, AT)
    left = made.with_name("so-00002.db.tmp")
    left.write_bytes(b"x")

    backups.clear_leftovers(store.path)

    assert not left.exists()
    assert made.exists()
