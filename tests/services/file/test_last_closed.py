"""A register is known again byte for byte, on the PC that closed it and found it whole."""

from pathlib import Path

import pytest

from coordapp.services.file import last_closed


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    target = tmp_path / "sổ.db"
    target.write_bytes(b"one register")
    return target


def test_what_was_closed_whole_is_known_until_one_byte_differs(path):
    assert not last_closed.is_as_left(path)
    last_closed.note(path, is_whole=True)
    assert last_closed.is_as_left(path)

    path.write_bytes(b"one Register")

    assert not last_closed.is_as_left(path)


def test_what_was_not_found_whole_is_not_known(path):
    last_closed.note(path, is_whole=True)
    last_closed.note(path, is_whole=False)

    assert not last_closed.is_as_left(path)


def test_a_register_that_is_gone_is_not_known(path):
    last_closed.note(path, is_whole=True)
    path.unlink()

    assert not last_closed.is_as_left(path)
    last_closed.note(path, is_whole=True)


def test_those_closed_last_are_remembered(path):
    for number in range(31):
        other = path.with_name(f"{number}.db")
        other.write_bytes(b"x")
        last_closed.note(other, is_whole=True)

    assert not last_closed.is_as_left(path.with_name("0.db"))
    assert last_closed.is_as_left(path.with_name("1.db"))
