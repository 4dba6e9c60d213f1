"""Where the user has no rights, by the system itself: root passes every mode, so it steps down."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import CodedError
from coordapp.formats.files import replacing
from coordapp.services.committee import committee_actions
from coordapp.services.file import backups, restoring
from coordapp.store import Store, open_reader
from coordapp.store.file import backup
from coordapp.store.file.salvage import save_readable
from coordapp.store.file.tables import TASKS
from tests.build import a_task
from tests.conftest import NOW

NOBODY = 65534


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder that anybody may enter; the one of the tests is private."""
    made = Path(tempfile.mkdtemp(dir="/tmp"))
    made.chmod(0o755)
    (made / "of-nobody").mkdir()
    (made / "of-nobody").chmod(0o777)
    monkeypatch.setenv("XDG_DATA_HOME", str(made / "of-nobody"))
    yield made
    for place in (made, *made.iterdir()):
        place.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def register(folder: Path) -> Path:
    path = folder / "sổ.db"
    with closing(Store.create(path)) as store, store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    return path


def told_to_nobody(deed: Callable[[], object]) -> str:
    """Do something as a user without rights; give the code of what is told, "done" for nothing."""
    # loads what Python keeps where that user may not read
    datetime.strptime("2018", "%Y")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = "a fault"
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            deed()
            said = "done"
        except CodedError as error:
            said = error.code
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as file:
        return file.read()


def read(path: Path) -> None:
    with open_reader(path) as reader:
        assert len(TASKS.where(reader)) == 1


def write_out(target: Path) -> None:
    with replacing(target) as draft:
        draft.write_bytes(b"x")


def test_a_folder_that_takes_nothing_is_told_and_the_register_can_be_read(register, folder):
    folder.chmod(0o555)
    register.chmod(0o644)

    assert told_to_nobody(lambda: Store.open(register)) == "file_read_only"
    assert told_to_nobody(lambda: read(register)) == "done"
    assert told_to_nobody(lambda: Store.view(register)) == "done"
    assert told_to_nobody(lambda: write_out(folder / "ra.xlsx")) == "target_read_only"
    assert told_to_nobody(lambda: Store.create(folder / "mới.db")) == "cannot_create"
    assert told_to_nobody(lambda: backup.copy(register, folder / "b.db")) == "file_read_only"
    assert told_to_nobody(lambda: backups.make(register, NOW)) == "done"


def test_a_file_that_may_not_be_read_is_told(register):
    register.chmod(0o600 if os.geteuid() == 0 else 0o000)

    for deed in (Store.open, read, Store.view, backup.examine):
        assert told_to_nobody(lambda deed=deed: deed(register)) in ("cannot_open", "file_read_only")
    target = register.parent / "of-nobody" / "cứu.db"
    assert told_to_nobody(lambda: save_readable(register, target)) == "cannot_open"


def test_a_register_that_may_not_be_replaced_stays_as_it_is(register, folder):
    copy = backups.make(register, NOW)
    for place in (copy.parent, copy.parent.parent, copy.parent.parent.parent):
        place.chmod(0o777)
    copy.chmod(0o644)
    before = register.read_bytes()
    folder.chmod(0o555)
    register.chmod(0o444)

    said = told_to_nobody(lambda: restoring.restore(copy, register, NOW))

    assert said == "file_read_only"
    assert register.read_bytes() == before


def test_a_folder_of_settings_that_takes_nothing_is_told(register, folder):
    (folder / "of-nobody").chmod(0o555)

    assert told_to_nobody(lambda: backups.make(register, NOW)) == "cannot_create"
    assert told_to_nobody(lambda: committee_actions.write_new(folder / "mới.db")) in (
        "cannot_create",
        "file_read_only",
    )
