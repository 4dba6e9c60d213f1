"""What another program did to a file is told in words, also while it is read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import Store, open_reader
from coordapp.store.file import backup
from coordapp.store.file.errors import as_told
from coordapp.store.file.salvage import save_readable
from coordapp.store.file.tables import TASKS
from tests.build import a_task


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("update task set title = cast(x'ff41' as text)", "file_damaged"),
        ("update task set work_state = 'xyz'", "value_unknown"),
        ("update task set assigned_on = '2018-02-31'", "value_unknown"),
        ("drop table coordination", "file_damaged"),
        ("alter table task rename column title to titlf", "file_damaged"),
        ("pragma user_version = 9999", "file_too_new"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(store, statement, code):
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute("pragma ignore_check_constraints = on")
        raw.execute(statement)

    with pytest.raises(StoreError, match=code), open_reader(store.path) as reader:
        TASKS.where(reader)


def test_a_format_that_is_none_is_told_as_damage(store):
    store.close()
    content = bytearray(store.path.read_bytes())
    content[47] ^= 1
    store.path.write_bytes(content)

    with pytest.raises(StoreError, match="file_damaged"):
        Store.open(store.path)


def test_a_page_of_zeros_and_a_lock_of_another_program_are_told(store):
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(StoreError, match="file_in_use"), open_reader(store.path):
            pass
    content = store.path.read_bytes()
    store.path.write_bytes(content[:100] + bytes(len(content) - 100))
    with pytest.raises(StoreError, match="file_damaged"), open_reader(store.path):
        pass


def test_letters_spoilt_in_the_schema_are_told_as_damage_wherever_they_are_met(store, tmp_path):
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute("pragma writable_schema = on")
        raw.execute(
            "update sqlite_master set name = cast(x'ff41' as text) where name = 'task_parent'"
        )
        raw.execute("update sqlite_master set sql = 'x' where name = cast(x'ff41' as text)")
    before = store.path.read_bytes()

    for look in (Store.open, Store.view, backup.examine, save):
        with pytest.raises(StoreError, match=r"file_damaged|nothing_salvaged"):
            look(store.path)
    with pytest.raises(StoreError, match="file_damaged"), open_reader(store.path):
        pass

    assert store.path.read_bytes() == before


def save(damaged: Path) -> None:
    save_readable(damaged, damaged.with_name("saved.db"))


def test_letters_that_others_spoil_are_no_damage_of_the_file(tmp_path):
    with pytest.raises(UnicodeDecodeError) as caught:
        b"\xff".decode()

    assert as_told(caught.value, tmp_path) is None


def test_a_fault_of_the_program_is_not_called_damage():
    assert as_told(KeyError("x"), Path("so.db")) is None
    assert as_told(sqlite3.ProgrammingError("Cannot operate"), Path("so.db")) is None
