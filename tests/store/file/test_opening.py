"""What the program says to a file it cannot use; it never changes such a file."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.store import Store, open_reader
from coordapp.store.file import opening
from coordapp.store.file.tables import TASKS
from tests.build import a_task
from tests.conftest import clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a closed file with fifty tasks."""
    target = tmp_path / "so.db"
    store = Store.create(target, now=clock)
    with closing(store), store.write(Op.WRITE_SAMPLE) as work:
        for number in range(50):
            work.add(TASKS, a_task(code=f"NV-2018-{number:03d}", content="Nội dung " * 50))
    return target


def empty(path: Path) -> None:
    path.write_bytes(b"")


def fifty_bytes(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def text_file(path: Path) -> None:
    path.write_text("Đây là một tệp văn bản, không phải cơ sở dữ liệu.\n" * 100, encoding="utf-8")


def other_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table something (id integer)")
        connection.commit()


def newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {opening.newest_version() + 1}")


def cut_in_half(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def garbage_in_the_middle(path: Path) -> None:
    whole = path.read_bytes()
    start = len(whole) // 4 // 4096 * 4096
    noise = bytes(range(255, -1, -1)) * (len(whole) // 2 // 256)
    path.write_bytes(whole[:start] + noise + whole[start + len(noise) :])


def garbage_in_one_page_of_tasks(path: Path) -> None:
    """Spoil a page that opening alone never reads."""
    whole = path.read_bytes()
    start = whole.index("Nội dung ".encode() * 20) // 4096 * 4096
    path.write_bytes(whole[:start] + b"\xa5" * 4096 + whole[start + 4096 :])


DAMAGES = [
    pytest.param(empty, "file_empty", id="no bytes"),
    pytest.param(fifty_bytes, "not_a_database", id="50 bytes"),
    pytest.param(text_file, "not_a_database", id="a text file"),
    pytest.param(other_program, "other_program", id="of another program"),
    pytest.param(newer_version, "file_too_new", id="of a newer program"),
    pytest.param(cut_in_half, "file_damaged", id="cut in half"),
    pytest.param(garbage_in_the_middle, "file_damaged", id="garbage in the middle"),
    pytest.param(garbage_in_one_page_of_tasks, "file_damaged", id="garbage in one page of tasks"),
]


@pytest.mark.parametrize(("damage", "code"), DAMAGES)
def test_a_file_that_cannot_be_used_is_refused_and_left_as_it_is(
    path: Path, damage: Callable[[Path], None], code: str
):
    damage(path)
    before = path.read_bytes()

    with pytest.raises(StoreError) as refused:
        Store.open(path, now=clock)

    assert (refused.value.code, refused.value.params["path"]) == (code, path)
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("damage", "code"), DAMAGES[:5])
def test_a_reader_refuses_the_same_files(path, damage, code):
    damage(path)

    with pytest.raises(StoreError) as refused, open_reader(path):
        pass

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("không có/so.db", "folder_missing", id="folder missing"),
        pytest.param("khac.db", "file_missing", id="file missing"),
        pytest.param(".", "path_is_folder", id="a folder"),
    ],
)
def test_a_path_without_a_file_is_refused_and_nothing_is_made(tmp_path, name, code):
    with pytest.raises(StoreError) as refused:
        Store.open(tmp_path / name, now=clock)

    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_file_is_refused_for_writing_but_can_be_read(path):
    before = path.read_bytes()
    path.chmod(0o444)

    with pytest.raises(StoreError) as refused:
        Store.open(path, now=clock)
    with open_reader(path) as reader:
        tasks = TASKS.where(reader)

    assert refused.value.code == "file_read_only"
    assert len(tasks) == 50
    assert path.read_bytes() == before


def test_a_reader_cannot_write(path):
    with pytest.raises(StoreError) as refused, open_reader(path) as reader:
        reader.execute("delete from task")

    assert refused.value.code == "file_read_only"


@pytest.mark.slow
def test_a_file_locked_by_another_program_is_in_use(path):
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")

        with pytest.raises(StoreError) as refused:
            Store.open(path, now=clock)

        other.execute("rollback")
    assert refused.value.code == "file_in_use"
    assert path.read_bytes() == before


@pytest.mark.slow
def test_an_action_on_a_file_locked_meanwhile_is_refused_and_can_be_tried_again(store):
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreError) as refused, store.write(Op.ADD_TASK) as work:
            work.add(TASKS, a_task())
        other.execute("rollback")

    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    assert refused.value.code == "file_in_use"
    assert len(TASKS.where(store.connection)) == 1


def test_a_file_that_was_taken_away_meanwhile_is_said_and_can_be_put_back(path, tmp_path):
    with closing(Store.open(path, now=clock)) as store:
        away = path.rename(tmp_path / "noi-khac.db")
        with pytest.raises(StoreError) as refused, store.write(Op.ADD_TASK) as work:
            work.add(TASKS, a_task(code="NV-2018-099"))
        assert refused.value.code == "file_moved"

        away.rename(path)
        with store.write(Op.ADD_TASK) as work:
            work.add(TASKS, a_task(code="NV-2018-099"))
        assert len(TASKS.where(store.connection, "1")) == 51


def test_a_new_file_never_overwrites(path):
    before = path.read_bytes()

    with pytest.raises(StoreError) as refused:
        Store.create(path, now=clock)

    assert refused.value.code == "file_exists"
    assert path.read_bytes() == before


def test_a_new_file_is_not_made_in_a_missing_folder(tmp_path):
    with pytest.raises(StoreError) as refused:
        Store.create(tmp_path / "không có" / "so.db", now=clock)

    assert refused.value.code == "folder_missing"


def test_a_name_with_signs_of_a_web_address_is_an_ordinary_name(tmp_path):
    path = tmp_path / "sổ #1 100% ?mode=ro.db"

    Store.create(path, now=clock).close()
    Store.open(path, now=clock).close()

    assert [item.name for item in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"), ("synchronous", 3), ("foreign_keys", 1), ("busy_timeout", 5000),
        ("trusted_schema", 0), ("secure_delete", 1), ("cell_size_check", 1), ("temp_store", 2),
    ],
)  # fmt: skip
def test_the_write_connection_has_the_pragmas_of_the_house(store, pragma, value):
    assert store.connection.execute(f"pragma {pragma}").fetchone()[0] == value


def test_a_file_that_lost_its_tables_is_damaged(tmp_path):
    path = tmp_path / "so.db"
    Store.create(path).close()
    raw = sqlite3.connect(path)
    raw.execute("drop table coordination")
    raw.commit()
    raw.close()

    with pytest.raises(StoreError) as refusal:
        Store.open(path)

    assert refusal.value.code == "file_damaged"


# --- Windows


def test_a_folder_that_windows_marks_as_read_only_takes_writes(store, monkeypatch):
    """Documents, Desktop and Downloads carry the mark, and Python reports mode 0o40555."""
    real = Path.stat
    folder = store.path.parent

    def marked(path: Path, **options: bool) -> os.stat_result:
        found = real(path, **options)
        if path != folder:
            return found
        return os.stat_result((0o40555, *found[1:]))

    monkeypatch.setattr(Path, "stat", marked)

    assert opening.is_writable(store.path, platform="win32")
    assert not opening.is_writable(store.path, platform="linux")


def test_a_folder_of_windows_that_takes_no_file_is_read_only(store, monkeypatch):
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)

    assert not opening.is_writable(store.path, platform="win32")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath("C:\\Sổ #1\\a b.sodp"), "file:///C:/S%E1%BB%95%20%231/a%20b.sodp?mode=ro"),
        (PureWindowsPath("\\\\srv\\share\\a.sodp"), "file:////srv/share/a.sodp?mode=ro"),
        (PureWindowsPath("\\\\?\\C:\\a?b%.db"), "file:////%3F/C:/a%3Fb%25.db?mode=ro"),
        (PurePosixPath("/home/hoa/sổ?.db"), "file:///home/hoa/s%E1%BB%95%3F.db?mode=ro"),
        (PurePosixPath("//srv/a.db"), "file:////srv/a.db?mode=ro"),
    ],
)
def test_sqlite_is_given_a_path_and_never_an_authority(path, uri):
    assert opening.uri_of(path, "ro") == uri


def test_sqlite_opens_what_a_path_with_two_slashes_names(store):
    uri = opening.uri_of(PurePosixPath(f"/{store.path}"), "ro")

    with closing(sqlite3.connect(uri, uri=True)) as connection:
        assert connection.execute("pragma application_id").fetchone()[0] == opening.APPLICATION_ID
