"""What a damaged file still holds comes into a new one, and the damaged one stays."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import Store, open_reader
from coordapp.store.file import search
from coordapp.store.file.salvage import SUSPECT, save_readable
from coordapp.store.file.tables import TASKS
from tests.build import a_task
from tests.file_room import room_per_file

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("so") / "so.db"
    store = Store.create(path)
    with store.write(Op.ADD_TASK) as work:
        for number in range(60):
            work.add(TASKS, a_task(code=f"NV-2018-{number:03}", content="Nội dung " * 60))
    store.close()
    return path.read_bytes()


def codes(path) -> list[str]:
    with open_reader(path) as reader:
        return [task.code for task in TASKS.where(reader, "1 order by code")]


def test_a_whole_file_is_saved_whole_and_marked_as_suspect(whole, tmp_path):
    (tmp_path / "a.db").write_bytes(whole)

    found = save_readable(tmp_path / "a.db", tmp_path / "b.db")

    assert found.lost == {}
    assert found.saved["task"] == 60
    assert codes(tmp_path / "b.db") == codes(tmp_path / "a.db")
    with open_reader(tmp_path / "b.db") as reader:
        assert len(search.ids_by_kind(reader, "ra soat")[TASKS.kind]) == 60
        assert (
            reader.execute("select last from counter where run = ?", (SUSPECT,)).fetchone()[0] == 0
        )


def test_a_zeroed_page_loses_its_rows_only(whole, tmp_path):
    damaged = tmp_path / "a.db"
    at = whole.index("NV-2018-030Rà soát".encode()) // PAGE * PAGE
    damaged.write_bytes(whole[:at] + bytes(PAGE) + whole[at + PAGE :])
    before = damaged.read_bytes()

    found = save_readable(damaged, tmp_path / "b.db")

    assert 30 < found.saved["task"] < 60
    assert found.lost["task"] > 0
    assert damaged.read_bytes() == before


def test_a_row_that_the_program_cannot_read_is_left_out_and_counted(whole, tmp_path):
    damaged = tmp_path / "a.db"
    damaged.write_bytes(whole)
    connection = sqlite3.connect(damaged)
    connection.execute("pragma ignore_check_constraints = on")
    connection.execute("update task set work_state = 'xyz' where id = 3")
    connection.execute("update task set assigned_on = '2018-02-31' where id = 4")
    connection.execute("update task set title = cast(x'ff41' as text) where id = 5")
    connection.commit()
    connection.close()

    found = save_readable(damaged, tmp_path / "b.db")

    assert (found.saved["task"], found.lost) == (58, {"task": 2})


def test_nothing_is_written_over_and_nothing_half_is_left(whole, tmp_path):
    (tmp_path / "a.db").write_bytes(whole)
    (tmp_path / "b.db").write_bytes(b"x")

    with pytest.raises(StoreError, match="file_exists"):
        save_readable(tmp_path / "a.db", tmp_path / "b.db")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.db", "b.db"]


def test_a_disk_that_takes_no_more_is_no_lost_row(whole, tmp_path):
    damaged = tmp_path / "hỏng.db"
    damaged.write_bytes(whole)
    for room in range(len(whole) // 8, len(whole), len(whole) // 8):
        with room_per_file(room), pytest.raises(StoreError, match="disk_error") as refused:
            save_readable(damaged, tmp_path / "cứu.db")
        assert refused.value.params["path"] == tmp_path / "cứu.db"
        assert [one.name for one in tmp_path.iterdir()] == ["hỏng.db"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(100, 10**6), st.integers(1, 3 * PAGE), st.integers(0, 255))
def test_any_damage_is_saved_from_or_refused_in_words(whole, tmp_path, at, length, byte):
    at %= len(whole)
    damaged, new = tmp_path / "a.db", tmp_path / "b.db"
    content = (whole[:at] + bytes([byte]) * length + whole[at + length :])[: len(whole)]
    damaged.write_bytes(content)
    new.unlink(missing_ok=True)

    try:
        save_readable(damaged, new)
    except StoreError:
        assert not new.exists()
    else:
        codes(new)

    assert damaged.read_bytes() == content
    assert {path.name for path in tmp_path.iterdir()} <= {"a.db", "b.db", "b.db.json"}
