"""What the health check sees that SQLite itself does not."""

import sqlite3
from contextlib import closing

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.store import open_reader
from coordapp.store.file.tables import TASKS
from coordapp.store.queries.health import findings
from tests.build import a_task


@pytest.fixture
def path(store):
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    store.close()
    return store.path


def _tamper(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def _codes(path):
    with open_reader(path) as reader:
        return [finding.code for finding in findings(reader)]


def test_a_sound_file_has_no_findings(path):
    assert _codes(path) == []


def test_a_record_changed_behind_the_log_is_found(path):
    _tamper(path, "update task set title = 'khác'")

    assert _codes(path) == ["behind_the_log"]


def test_a_record_removed_behind_the_log_is_found(path):
    _tamper(path, "delete from task")

    assert _codes(path) == ["behind_the_log"]


def test_a_log_cut_off_at_its_end_is_found(path):
    _tamper(
        path,
        "drop trigger change_log_is_never_shortened",
        "delete from change_log where id = (select max(id) from change_log)",
    )

    assert _codes(path) == ["chain_broken"]


def test_a_text_that_is_not_composed_is_found(path):
    _tamper(path, "update task set note = 'e' || char(769)")

    assert "not_nfc" in _codes(path)
