"""A file is brought to the newest schema, or left as it was."""

import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import Store, open_reader
from coordapp.store.file import migrate, opening
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import health
from tests.build import a_task
from tests.conftest import clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "so.db"
    store = Store.create(target, now=clock)
    with closing(store), store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    return target


def add_script(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> int:
    """Give the program one script more; returns its number."""
    number = opening.newest_version() + 1
    script = folder / f"{number:04d}_next.sql"
    script.write_text(text, encoding="utf-8")
    every = [*opening.scripts(), script]
    monkeypatch.setattr(opening, "scripts", lambda: every)
    monkeypatch.setattr(migrate, "scripts", lambda: every)
    return number


def test_a_fresh_file_has_the_newest_version_and_our_mark(store):
    mark = store.connection.execute("pragma application_id").fetchone()[0]

    assert opening.schema_version(store.connection) == opening.newest_version()
    assert mark == opening.APPLICATION_ID


def test_the_scripts_are_numbered_without_a_gap():
    numbers = [int(script.name[:4]) for script in opening.scripts()]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("bit", range(32))
def test_a_file_that_is_not_what_its_version_says_is_refused_and_left_alone(bit, path):
    content = bytearray(path.read_bytes())
    content[60 + bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)

    for look in (Store.open, Store.view, lambda one: one_read(open_reader(one))):
        with pytest.raises(StoreError, match=r"file_damaged|file_too_new"):
            look(path)

    assert path.read_bytes() == bytes(content)


def one_read(reader: AbstractContextManager[opening.Reader]) -> None:
    with reader:
        pass


def test_a_script_that_could_run_twice_does_not(monkeypatch, tmp_path, path):
    add_script(
        monkeypatch,
        tmp_path,
        "drop index task_parent;\ncreate index task_parent on task (parent_id, id);",
    )
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"pragma user_version = {opening.newest_version() - 1}")
    before = path.read_bytes()

    with pytest.raises(StoreError, match="file_damaged"):
        Store.open(path)

    assert path.read_bytes() == before


def test_an_older_file_is_brought_forward_with_its_data(monkeypatch, tmp_path, path):
    number = add_script(monkeypatch, tmp_path, "create table extra (id integer) strict;")

    with closing(Store.open(path, now=clock)) as store:
        assert opening.schema_version(store.connection) == number
        assert store.connection.execute("select count(*) from extra").fetchone() == (0,)
        assert len(TASKS.where(store.connection)) == 1


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("drop table day_off; bad sql;", sqlite3.OperationalError, id="bad sql"),
        pytest.param("delete from task; update task set x = 1;", sqlite3.Error, id="bad column"),
        pytest.param("update task set lead_unit_id = 99;", StoreError, id="broken reference"),
    ],
)
def test_a_failing_script_leaves_version_and_data(monkeypatch, tmp_path, path, text, error):
    before = path.read_bytes()
    add_script(monkeypatch, tmp_path, text)

    with pytest.raises(error):
        Store.open(path, now=clock)

    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir() if item.suffix != ".sql"] == ["so.db"]


def test_a_file_that_could_not_be_made_is_not_left_behind(monkeypatch, tmp_path):
    add_script(monkeypatch, tmp_path, "bad sql;")

    with pytest.raises(sqlite3.OperationalError):
        Store.create(tmp_path / "moi.db", now=clock)

    assert not (tmp_path / "moi.db").exists()


def test_a_reader_sees_an_earlier_file_as_the_newest_and_leaves_it_alone(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    number = add_script(monkeypatch, tmp_path, "alter table task add column colour text;")

    with open_reader(path) as reader:
        version = opening.schema_version(reader)
        columns = [row[1] for row in reader.execute("pragma table_info(task)")]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("delete from task")

    assert (version, "colour" in columns) == (number, True)
    assert path.read_bytes() == before


def test_a_column_of_a_later_version_does_not_make_the_log_look_wrong(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_script(monkeypatch, tmp_path, "alter table task add column colour text default 'x';")
    with closing(Store.open(path)) as store:
        assert health.findings(store.connection) == []
