"""What lies open for a while is the user's alone and goes, even after a kill."""

import os
import time

import pytest

from coordapp import paths
from coordapp.domain.kernel.errors import StoreError
from coordapp.services.file import private


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME, str(tmp_path / "data"))


def test_it_goes_with_everything_in_it():
    with private.folder() as folder:
        (folder / "so.db").write_bytes(b"x")
        assert folder.stat().st_mode & 0o077 == 0

    assert not folder.exists()


def test_what_a_kill_left_goes_a_day_later_and_not_before():
    base = paths.data_folder() / "tam"
    for name, hours in (("old", 25), ("new", 1)):
        (base / name).mkdir(parents=True)
        (base / name / "so.db").touch()
        then = time.time() - hours * 3600
        os.utime(base / name, (then, then))

    with private.folder():
        assert not (base / "old").exists()
        assert (base / "new").exists()


def test_a_folder_that_cannot_be_made_blames_itself(tmp_path):
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(StoreError, match="settings_unwritable"), private.folder():
        pass
