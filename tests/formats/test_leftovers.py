"""A draft that a kill left in any folder is found and removed; one being written stays."""

import subprocess
import sys

import pytest

from coordapp import paths
from coordapp.formats import leftovers
from coordapp.formats.files import replacing

KILLED = """
import os, pathlib, sys
from coordapp.formats.files import replacing
with replacing(pathlib.Path(sys.argv[1])) as draft:
    draft.write_bytes(b"half")
    os._exit(9)
"""


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))


def notes():
    folder = paths.data_folder() / "dang-ghi"
    return list(folder.iterdir()) if folder.is_dir() else []


def test_what_a_kill_left_goes_at_the_next_start_and_the_target_stays(tmp_path):
    place = tmp_path / "Báo cáo \N{SNOWMAN}"
    place.mkdir()
    target = place / "ra.xlsx"
    target.write_bytes(b"old")
    subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False)
    assert len(list(place.iterdir())) == 2

    leftovers.clear()

    assert list(place.iterdir()) == [target]
    assert target.read_bytes() == b"old"
    assert notes() == []


def test_a_draft_that_is_being_written_stays(tmp_path):
    with replacing(tmp_path / "ra.xlsx") as draft:
        draft.write_bytes(b"whole")
        leftovers.clear()

    assert (tmp_path / "ra.xlsx").read_bytes() == b"whole"
    assert notes() == []


def test_a_note_that_names_something_else_removes_nothing(tmp_path):
    kept = tmp_path / "sổ.db"
    kept.write_bytes(b"x")
    folder = paths.data_folder() / "dang-ghi"
    folder.mkdir(parents=True)
    (folder / "x.txt").write_text(str(kept), encoding="utf-8")
    (folder / "y.txt").write_bytes(b"\x00\xff")

    leftovers.clear()

    assert kept.exists()
    assert not (folder / "x.txt").exists()


def test_where_nothing_can_be_noted_it_is_written_all_the_same(tmp_path, monkeypatch):
    (tmp_path / "data").write_text("a file stands where the folder would be")

    with replacing(tmp_path / "ra.xlsx") as draft:
        draft.write_bytes(b"whole")
    leftovers.clear()

    assert (tmp_path / "ra.xlsx").read_bytes() == b"whole"
