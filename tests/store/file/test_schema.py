"""What runs by itself in a file is known by one hash, and looked through where that differs."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import schema
from coordapp.store.file.migrate import migrate


def test_the_hash_of_our_own_code_is_that_of_a_new_file() -> None:
    assert schema.digest(schema.fresh(Path()), schema.RUNS_BY_ITSELF) == schema.OWN_CODE


def test_the_hash_of_our_own_tables_is_that_of_a_new_file() -> None:
    assert schema.digest(schema.fresh(Path()), schema.HOLDS_ROWS) == schema.OWN_TABLES


def test_every_column_of_our_records_is_in_our_own_tables() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file, Path())
        file.execute("create table besides (id integer primary key) strict")

        # one table more and the hash differs: each column is looked for
        schema.ensure_whole(file, Path())


def test_a_file_that_lost_a_column_is_refused() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file, Path())
        file.execute("alter table movement drop column content")

        with pytest.raises(StoreError) as refused:
            schema.ensure_whole(file, Path("so.db"))

    assert refused.value.code == "file_damaged"


def test_a_new_file_is_taken_as_ours() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file, Path())

        schema.ensure_no_foreign_code(file, Path())


@pytest.mark.parametrize(
    "foreign",
    [
        "create trigger other after insert on unit begin delete from task; end",
        "create view other as select 1",
    ],
)
def test_code_that_is_not_ours_is_refused_by_name(foreign: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file, Path())
        file.execute(foreign)

        with pytest.raises(StoreError) as refused:
            schema.ensure_no_foreign_code(file, Path("so.db"))

    assert refused.value.code == "foreign_code"


def test_a_file_that_lacks_one_of_our_triggers_is_opened_and_left_to_check() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file, Path())
        name = file.execute("select name from sqlite_master where type = 'trigger'").fetchone()[0]
        file.execute(f"drop trigger {name}")

        schema.ensure_no_foreign_code(file, Path())

        assert ("schema_missing", f"trigger {name}") in schema.differences(file)
