"""What the health check sees that SQLite itself does not."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import Store, open_reader
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

    assert _codes(path) == ["search_stale", "behind_the_log"]


def test_a_record_removed_behind_the_log_is_found(path):
    _tamper(path, "delete from task")

    assert _codes(path) == ["search_stale", "behind_the_log"]


def test_a_log_cut_off_at_its_end_is_found(path):
    _tamper(
        path,
        "drop trigger change_log_is_never_shortened",
        "delete from change_log where id = (select max(id) from change_log)",
    )

    assert _codes(path) == ["schema_missing", "chain_broken"]


def test_a_text_that_is_not_composed_is_found(path):
    _tamper(path, "update task set note = 'e' || char(769)")

    assert "not_nfc" in _codes(path)


def _found(path):
    with open_reader(path) as reader:
        return [(finding.code, finding.where) for finding in findings(reader)]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("drop index task_parent", ("schema_missing", "index task_parent")),
        ("create view lạ as select 1", ("schema_foreign", "view lạ")),
        (
            "create trigger lạ after insert on task begin select 1; end",
            ("schema_foreign", "trigger lạ"),
        ),
        ("delete from search", ("search_stale", "task 1")),
        ("insert into counter values ('task:2018', 0)", ("counter_low", "task:2018")),
        ("insert into counter values ('salvaged', 3)", ("salvaged", "3")),
        ("update task set assigned_on = '2018-02-31'", ("value_unknown", "task 1")),
        ("update task set note = cast(x'ff' as text)", ("value_unknown", "task 1")),
    ],
)
def test_what_another_program_did_to_the_file_is_found(path, statement, found):
    _tamper(path, statement)

    assert found in _found(path)


def test_a_lock_of_another_body_is_found(path):
    _tamper(
        path,
        "drop trigger change_log_is_never_edited",
        "create trigger change_log_is_never_edited before update on change_log begin select 1; end",
    )

    assert ("schema_changed", "trigger change_log_is_never_edited") in _found(path)


def test_a_file_with_foreign_code_is_not_opened_for_writing(path):
    _tamper(path, "create trigger lạ after insert on task begin select 1; end")

    with pytest.raises(StoreError, match="foreign_code"):
        Store.open(path)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(st.integers(0, 10**7), st.integers(1, 9000), st.binary(min_size=1, max_size=3))
def test_a_check_never_falls_over_what_it_checks(path, tmp_path, at, length, junk):
    content = bytearray(path.read_bytes())
    at %= len(content)
    content[at : at + length] = (junk * length)[: len(content[at : at + length])]
    damaged = tmp_path / "hong.db"
    damaged.write_bytes(content)

    try:
        _codes(damaged)
    except StoreError:
        return
