"""A copy reaches the second place too, and it is told when that is not there."""

from datetime import datetime, timedelta

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.services.file import backups, keeping
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from tests.build import a_task

AT = datetime(2018, 3, 31, 8, 30)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path):
    store = Store.create(tmp_path / "sổ.db")
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())
    store.close()
    return tmp_path / "sổ.db"


def test_a_copy_lies_in_both_places_and_is_the_same(path, tmp_path):
    second = tmp_path / "ổ D"
    second.mkdir()

    kept = keeping.copy_now(path, AT, second)

    twin = next(second.rglob("*.db"))
    assert (kept.second_refused, twin.name) == (None, kept.copy.name)
    assert twin.read_bytes() == kept.copy.read_bytes()
    assert twin.with_name(f"{twin.name}.json").exists()


def test_a_stick_that_is_not_there_is_told_and_its_folder_is_not_made(path, tmp_path):
    kept = keeping.copy_if_due(path, AT, False, tmp_path / "USB")

    assert kept.copy.exists()
    assert kept.second_refused.code == "second_place_missing"
    assert not (tmp_path / "USB").exists()


def test_nothing_is_copied_when_nothing_is_due(path):
    backups.make(path, AT)

    assert keeping.copy_if_due(path, AT, True, None) is None


def test_the_second_place_is_remembered_and_forgotten(tmp_path):
    settings = Settings(tmp_path / "settings.json")

    keeping.choose_second_place(settings, tmp_path)

    assert keeping.second_place(Settings(tmp_path / "settings.json")) == tmp_path
    keeping.choose_second_place(settings, None)
    assert keeping.second_place(Settings(tmp_path / "settings.json")) is None


@pytest.mark.parametrize(("hours", "told"), [(0, False), (0.5, False), (2, True), (9000, True)])
def test_a_clock_behind_the_last_entry_is_noted(tmp_path, hours, told):
    store = Store.create(tmp_path / "giờ.db", now=lambda: AT)
    assert keeping.clock_set_back(store, AT) is None
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())

    found = keeping.clock_set_back(store, AT - timedelta(hours=hours))

    assert found == (AT if told else None)
    store.close()
