"""A reader lends a file as it is and cannot change it."""

import sqlite3

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import open_reader
from coordapp.store.file.tables import TASKS
from tests.build import a_task


def test_a_reader_sees_what_was_committed(store):
    with store.write(Op.ADD_TASK) as work:
        task = work.add(TASKS, a_task())

    with open_reader(store.path) as reader:
        assert TASKS.where(reader) == [task]


def test_a_reader_writes_nothing(store):
    with open_reader(store.path) as reader, pytest.raises(sqlite3.OperationalError):
        reader.execute("delete from task")


def test_a_reader_is_closed_behind_its_block(store):
    with open_reader(store.path) as reader:
        pass

    with pytest.raises(sqlite3.ProgrammingError):
        reader.execute("select 1")


def test_a_fault_of_the_file_met_while_reading_is_said_in_words(store):
    fault = sqlite3.DatabaseError("database disk image is malformed")
    fault.sqlite_errorcode = sqlite3.SQLITE_CORRUPT

    with pytest.raises(StoreError, match="file_damaged"), open_reader(store.path):
        raise fault
