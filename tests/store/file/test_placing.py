"""Putting a finished file in place, also where a virus scanner of Windows still holds it."""

import errno
from pathlib import Path

import pytest

from coordapp.store.file import placing


def refusal_of_windows(number: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "so.db").write_bytes(b"old")
    (tmp_path / "so.tmp").write_bytes(b"new")
    return tmp_path / "so.tmp"


@pytest.fixture
def waited(monkeypatch) -> list[float]:
    pauses: list[float] = []
    monkeypatch.setattr(placing.time, "sleep", pauses.append)
    return pauses


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_a_scanner_lets_go_of_is_put_in_place(draft, waited, monkeypatch, number):
    replace, refusals = Path.replace, [refusal_of_windows(number)] * 3

    def refuse_at_first(path: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse_at_first)

    placing.place(draft, draft.with_name("so.db"))

    assert draft.with_name("so.db").read_bytes() == b"new"
    assert len(waited) == 3


def test_a_file_that_is_held_for_good_stays_as_it_was_after_some_patience(
    draft, waited, monkeypatch
):
    def refuse(*_: object) -> None:
        raise refusal_of_windows(32)

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(PermissionError):
        placing.place(draft, draft.with_name("so.db"))
    assert 2 < sum(waited) < 5
    assert draft.with_name("so.db").read_bytes() == b"old"


def test_a_refusal_for_another_reason_is_not_waited_for(draft, waited, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(PermissionError):
        placing.place(draft, draft.with_name("so.db"))
    assert waited == []
