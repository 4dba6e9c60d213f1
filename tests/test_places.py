"""What this PC remembers of files: recent registers, pins, and where exports went."""

import json
from pathlib import Path

import pytest

from coordapp.places import MOST_RECENT, Places


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def places(home: Path) -> Places:
    return Places(home, pc="hoa")


def a_register(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).touch()
    return folder / name


def shown(places: Places) -> list[str]:
    return [one.path.name for one in places.recent()]


def test_the_register_opened_last_comes_first_and_each_is_listed_once(places, tmp_path):
    first, second = (a_register(tmp_path, name) for name in ("a.sodp", "b.sodp"))
    for path in (first, second, first):
        places.note(path)

    assert shown(places) == ["a.sodp", "b.sodp"]
    assert places.last() == first


def test_ten_are_kept_and_a_pinned_one_for_ever(places, tmp_path):
    for number in range(15):
        places.note(a_register(tmp_path, f"{number}.sodp"))
        if number == 0:
            places.pin(tmp_path / "0.sodp", is_pinned=True)

    assert shown(places) == ["0.sodp", *(f"{n}.sodp" for n in range(14, 14 - MOST_RECENT, -1))]
    assert places.last() == tmp_path / "14.sodp"
    places.pin(tmp_path / "0.sodp", is_pinned=False)
    assert "0.sodp" not in shown(places)


def test_what_is_gone_is_told_and_can_be_dropped(places, tmp_path):
    here, gone = a_register(tmp_path, "a.sodp"), tmp_path / "b.sodp"
    for path in (here, gone):
        places.note(path)

    assert [one.is_there for one in places.recent()] == [False, True]
    places.forget_missing()
    assert shown(places) == ["a.sodp"]


def test_every_window_sees_what_the_others_remember(home, tmp_path):
    one, other = Places(home, pc="hoa"), Places(home, pc="hoa")
    one.note(a_register(tmp_path, "a.sodp"))
    other.note(a_register(tmp_path, "b.sodp"))
    one.note_folder("Xuất Excel: Sổ", tmp_path)

    assert shown(one) == ["b.sodp", "a.sodp"]
    assert other.folder("Xuất Excel: Sổ") == tmp_path


def test_a_path_of_one_pc_is_not_shown_on_another_but_what_travels_along_is(tmp_path):
    stick = tmp_path / "E" / "DuLieu"
    there = Places(stick, pc="hoa")
    there.note(a_register(tmp_path / "Documents", "a.sodp"))
    there.note(a_register(stick, "trên USB.sodp"))
    there.note_folder("Lưu văn bản", tmp_path / "Documents")
    moved = tmp_path / "F" / "DuLieu"
    moved.parent.mkdir()
    stick.rename(moved)

    elsewhere = Places(moved, pc="lan")

    assert [one.path for one in elsewhere.recent()] == [moved / "trên USB.sodp"]
    assert elsewhere.folder("Lưu văn bản") is None
    elsewhere.note(a_register(tmp_path / "khác", "c.sodp"))
    assert shown(Places(moved, pc="hoa")) == ["trên USB.sodp", "a.sodp"]


def test_a_folder_that_is_gone_is_not_proposed(places, tmp_path):
    places.note_folder("Lưu văn bản", tmp_path / "không còn")

    assert places.folder("Lưu văn bản") is None


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{", "\x00", '{"recent": 5, "folders": []}',
        json.dumps({"recent": [None, 7, {"path": 3, "pc": ""}, {"khác": 1}], "folders": {"x": 1}}),
    ],
)  # fmt: skip
def test_a_spoilt_list_counts_as_empty(home, places, tmp_path, content):
    home.mkdir()
    (home / "places.json").write_text(content, encoding="utf-8")

    assert (places.recent(), places.last(), places.folder("Xuất Excel")) == ([], None, None)
    places.note(a_register(tmp_path, "a.sodp"))
    assert shown(places) == ["a.sodp"]


def test_a_list_that_cannot_be_kept_stops_nothing(tmp_path):
    in_the_way = a_register(tmp_path, "tệp")
    places = Places(in_the_way / "home", pc="hoa")

    places.note(tmp_path / "a.sodp")

    assert places.recent() == []
