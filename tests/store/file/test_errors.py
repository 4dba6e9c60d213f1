"""What the disk did to a file is said in the program's words, and bugs fly."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.store.file.errors import translated

FILE = Path("so.db")


class OddError(sqlite3.DatabaseError):
    """An error as SQLite gives it, with a result code of our choice."""

    def __init__(self, number: int) -> None:
        super().__init__("said by SQLite")
        self.sqlite_errorcode = number


@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param(sqlite3.SQLITE_BUSY, "file_in_use", id="another program writes"),
        pytest.param(sqlite3.SQLITE_FULL, "disk_full", id="the disk is full"),
        pytest.param(sqlite3.SQLITE_READONLY, "file_read_only", id="nobody may write"),
        pytest.param(sqlite3.SQLITE_READONLY_DBMOVED, "file_moved", id="it was taken away"),
        pytest.param(sqlite3.SQLITE_IOERR | (6 << 8), "disk_error", id="a finer code of the disk"),
        pytest.param(sqlite3.SQLITE_CORRUPT, "file_damaged", id="it is damaged"),
    ],
)
def test_what_happened_to_the_file_is_said_with_its_name(number, code):
    with pytest.raises(StoreError) as refused, translated(FILE):
        raise OddError(number)

    assert (refused.value.code, refused.value.params) == (code, {"path": FILE})


def test_the_lock_of_signed_minutes_is_a_rule_and_no_fault_of_the_file():
    with pytest.raises(RuleViolation, match="signed_is_locked"), translated(FILE):
        raise sqlite3.IntegrityError("signed_is_locked")


def test_a_wrong_statement_is_a_bug_and_flies():
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError),
        translated(FILE),
    ):
        connection.execute("select nothing from nowhere")


def test_an_error_without_a_code_of_sqlite_flies():
    with pytest.raises(sqlite3.ProgrammingError), translated(FILE):
        raise sqlite3.ProgrammingError("closed")


def test_what_went_well_passes():
    with translated(FILE):
        pass
