"""Files that earlier versions wrote stay readable for ever."""

from datetime import date
from pathlib import Path

import pytest

from coordapp.domain.tasks.queries import TaskQuery
from coordapp.store import Reader, Store, open_reader
from coordapp.store.file.opening import newest_version, schema_version
from coordapp.store.queries import health, task_queries

FILES = sorted((Path(__file__).parents[2] / "files").glob("schema-*.db"))
TODAY = date(2018, 3, 31)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request, tmp_path: Path) -> Path:
    copy = tmp_path / "so.db"
    copy.write_bytes(request.param.read_bytes())
    return copy


def seen(reader: Reader) -> list[tuple[str, str, str, int]]:
    rows = task_queries.find(reader, TaskQuery(), TODAY)
    return [(row.task.code, row.lead_name, row.latest_result, row.children) for row in rows]


EXPECTED = [
    ("NV-2018-001", "", "", 2),
    ("NV-2018-002", "HND", "Đã họp triển khai", 0),
    ("NV-2018-003", "TĐ", "", 0),
]


def test_a_file_of_every_released_version_is_kept() -> None:
    assert FILES


def test_it_is_brought_to_the_newest_version_with_everything_in_it(path: Path) -> None:
    store = Store.open(path)
    assert schema_version(store.connection) == newest_version()
    assert seen(store.connection) == EXPECTED
    assert health.findings(store.connection) == []
    store.close()


def test_it_is_read_without_being_changed(path: Path) -> None:
    before = path.read_bytes()
    with open_reader(path) as reader:
        assert seen(reader) == EXPECTED
        assert health.findings(reader) == []
    assert path.read_bytes() == before
