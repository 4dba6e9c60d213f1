"""What a killed program left is cleared at the start, and nothing that is in use or of others."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from coordapp import paths
from coordapp.services.file import backups, leftovers, private

OLD = time.time() - 3 * 24 * 3600


@pytest.fixture(autouse=True)
def own_places(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME, str(tmp_path / "data"))
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))


def aged(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True)
    (folder / name).write_bytes(b"x")
    (folder / name).chmod(0o400)
    os.utime(folder, (OLD, OLD))
    return folder


def test_copies_opened_days_ago_go_and_those_of_today_stay():
    old = leftovers.folder_of_copies()
    aged(old / "1", "Báo cáo.docx")
    os.utime(old, (OLD, OLD))
    new = leftovers.folder_of_copies()
    new.mkdir()

    leftovers.clear_opened()

    assert (old.exists(), new.exists()) == (False, True)


def test_drafts_of_copies_go_in_both_places_and_what_others_have_there_stays(tmp_path):
    path, stick = tmp_path / "so.db", tmp_path / "usb"
    here, there = backups.folder_of(path), stick / backups.folder_of(path).name
    for folder in (here, there, stick / "của người khác"):
        folder.mkdir(parents=True)
        (folder / "a.db.tmp").write_bytes(b"x")

    leftovers.clear(path, stick)

    assert list(here.iterdir()) == list(there.iterdir()) == []
    assert (stick / "của người khác" / "a.db.tmp").exists()


def test_what_was_unlocked_for_a_look_goes_after_a_kill():
    left = aged(private.place() / "tmp1", "so.db")

    leftovers.clear_opened()

    assert not left.exists()


def test_what_libraries_wrote_for_a_while_goes_after_a_kill():
    with (
        private.temporaries(),
        tempfile.NamedTemporaryFile(prefix="openpyxl.", delete=False) as file,
    ):
        left = Path(file.name)
    os.utime(left, (OLD, OLD))

    leftovers.clear_opened()

    assert (left.parent, left.exists()) == (private.place(), False)
    assert tempfile.gettempdir() != str(private.place())


def test_without_a_folder_of_our_own_that_of_all_programs_does(tmp_path):
    (tmp_path / "data").write_text("a file stands where the folder would be")
    usual = tempfile.gettempdir()

    with private.temporaries():
        assert tempfile.gettempdir() == usual


def test_a_second_place_that_is_missing_stops_nothing(tmp_path):
    leftovers.clear(tmp_path / "so.db", tmp_path / "no such stick")
