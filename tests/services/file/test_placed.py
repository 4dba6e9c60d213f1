"""A register that lies badly is brought here whole; the one there stays."""

from pathlib import Path

import pytest

from coordapp.domain.files.places import Place
from coordapp.services.file import placed
from coordapp.store import Store
from coordapp.store.queries import health


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def there(tmp_path) -> Path:
    folder = tmp_path / "OneDrive - Ban"
    folder.mkdir()
    Store.create(folder / "sổ.db").close()
    return folder / "sổ.db"


def test_it_is_brought_here_twice_under_two_names(there):
    before = there.read_bytes()

    first, second = placed.bring_here(there), placed.bring_here(there)

    assert (first.name, second.name) == ("sổ.db", "sổ (2).db")
    assert there.read_bytes() == before
    assert not list(first.parent.glob("*.json"))
    store = Store.open(first)
    assert health.findings(store.connection) == []
    store.close()


def test_the_place_is_asked_of_the_machine(there, tmp_path):
    assert placed.place_of(there) is Place.SYNCED
    assert placed.place_of(tmp_path / "sổ.db") is None


def test_the_portable_program_stays_on_its_stick(there, monkeypatch):
    monkeypatch.setenv("COORDAPP_HOME", str(there.parent))

    assert placed.place_of(there) is None


def test_files_split_off_are_found_beside_it(there):
    there.with_name("sổ (1).db").touch()

    assert placed.conflicted(there) == ["sổ (1).db"]
    assert placed.conflicted(there.parent / "nowhere" / "sổ.db") == []


def test_the_deepest_mount_tells_the_file_system(tmp_path):
    table = tmp_path / "mounts"
    table.write_text(f"a / ext4 rw 0 0\nb {tmp_path} cifs rw 0 0\nbroken\n")

    assert placed._file_system(tmp_path.parent, table) == "ext4"
    assert placed._file_system(tmp_path / "x", table) == "cifs"
