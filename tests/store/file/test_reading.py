"""What another program did to a file is told in words, also while it is read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import open_reader
from coordapp.store.file.errors import as_told
from coordapp.store.file.tables import TASKS
from tests.build import a_task


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("update task set title = cast(x'ff41' as text)", "file_damaged"),
        ("update task set work_state = 'xyz'", "value_unknown"),
        ("update task set assigned_on = '2018-02-31'", "value_unknown"),
        ("drop table coordination", "file_damaged"),
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


def test_a_fault_of_the_program_is_not_called_damage():
    assert as_told(KeyError("x"), Path("so.db")) is None
    assert as_told(sqlite3.ProgrammingError("Cannot operate"), Path("so.db")) is None
