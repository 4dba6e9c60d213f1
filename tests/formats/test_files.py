"""A file is put in place whole, or the one that was there stays as it was."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.etree import SerialisationError

from coordapp.domain.kernel.errors import DocumentError
from coordapp.formats.files import delete_folder, replacing


def put(target: Path, content: bytes = b"new") -> None:
    with replacing(target) as draft:
        draft.write_bytes(content)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is already there."""
    path = tmp_path / "Biên bản số 05.pdf"
    path.write_bytes(b"before")
    return path


def test_a_new_file_appears_whole(tmp_path: Path) -> None:
    put(tmp_path / "mới.pdf")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"mới.pdf": b"new"}


def test_the_file_that_was_there_is_replaced(target: Path) -> None:
    put(target)
    assert target.read_bytes() == b"new"


def untouched(target: Path) -> bool:
    return target.read_bytes() == b"before" and list(target.parent.iterdir()) == [target]


def test_an_error_while_writing_leaves_the_old_file_and_nothing_else(target: Path) -> None:
    def fail() -> None:
        with replacing(target) as draft:
            draft.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert untouched(target)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "target_read_only"),
        (errno.EIO, "write_failed"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
def test_a_disk_that_refuses_is_named_and_nothing_is_lost(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, step: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    owner: object = {"fsync": os, "replace": Path, "write": Path}[step]
    name = {"fsync": "fsync", "replace": "replace", "write": "write_bytes"}[step]
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, refuse)
        with pytest.raises(DocumentError, match=code):
            put(target)
    assert untouched(target)


def test_a_file_open_in_libreoffice_is_not_replaced(target: Path) -> None:
    lock = target.with_name(f".~lock.{target.name}#")
    lock.touch()
    with pytest.raises(DocumentError, match="target_open"):
        put(target)
    lock.unlink()
    assert untouched(target)


def test_a_file_open_in_excel_is_not_replaced(target: Path, monkeypatch) -> None:
    owner = target.with_name(f"~${target.name}")
    owner.touch()
    opened = Path.open

    def held(path: Path, *given, **named):
        if path == owner:
            raise PermissionError(errno.EACCES, "held by another program")
        return opened(path, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", held)
        with pytest.raises(DocumentError, match="target_open"):
            put(target)
    owner.unlink()
    assert untouched(target)


def test_what_excel_left_behind_after_a_crash_forbids_nothing(target: Path) -> None:
    target.with_name(f"~${target.name}").write_bytes(b"left")

    put(target)

    assert not untouched(target)


def test_a_read_only_file_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(DocumentError, match="target_read_only"):
        put(target)
    assert untouched(target)


def in_a_missing_folder(folder: Path) -> Path:
    return folder / "không có" / "a.pdf"


def the_folder_itself(folder: Path) -> Path:
    return folder


@pytest.mark.parametrize(
    ("make", "code"),
    [(in_a_missing_folder, "folder_missing"), (the_folder_itself, "target_is_folder")],
)
def test_a_place_where_no_file_can_be_is_refused(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    with pytest.raises(DocumentError, match=code):
        put(make(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_and_its_file_is_replaced(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "lối tắt.pdf"
    link.symlink_to(target)
    put(link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_link_to_nowhere_makes_its_file(tmp_path: Path) -> None:
    link = tmp_path / "lối tắt.pdf"
    link.symlink_to(tmp_path / "xa.pdf")
    put(link)
    assert link.is_symlink()
    assert (tmp_path / "xa.pdf").read_bytes() == b"new"


def test_a_link_to_itself_becomes_the_file(tmp_path: Path) -> None:
    link = tmp_path / "vòng.pdf"
    link.symlink_to(link)
    put(link)
    assert link.read_bytes() == b"new"


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="write_failed"):
        put(tmp_path / f"{'a' * 300}.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_that_the_disk_takes_is_written(tmp_path: Path) -> None:
    target = tmp_path / f"{'a' * 250}.pdf"
    put(target)
    assert target.read_bytes() == b"new"


def test_a_folder_that_may_not_be_written_is_named_as_read_only(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as patch:
        # an administrator, as whom tests may run, is never refused by the disk itself
        patch.setattr(Path, "open", refuse)
        with pytest.raises(DocumentError, match="target_read_only"):
            put(target)
    assert untouched(target)


def refusal_of_windows(number: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_windows_holds_is_named_as_open_after_some_patience(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    waited: list[float] = []

    def refuse(*_: object) -> None:
        raise refusal_of_windows(number)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        patch.setattr("coordapp.formats.files.time.sleep", waited.append)
        with pytest.raises(DocumentError, match="target_open"):
            put(target)
    assert 2 < sum(waited) < 5
    assert untouched(target)


def test_a_file_that_windows_lets_go_of_is_replaced(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = Path.replace, [refusal_of_windows(32), refusal_of_windows(5)]

    def refuse_twice(draft: Path, final: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(draft, final)

    monkeypatch.setattr(Path, "replace", refuse_twice)
    monkeypatch.setattr("coordapp.formats.files.time.sleep", lambda _: None)
    put(target)
    assert target.read_bytes() == b"new"


def test_an_error_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    asked = tmp_path / "không có" / "a.pdf"
    with pytest.raises(DocumentError) as caught:
        put(asked)
    assert caught.value.path == asked


def test_the_file_may_be_read_by_others_as_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    put(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize(("said", "code"), [("IO_ENOSPC", "disk_full"), ("IO_EIO", "write_failed")])
def test_what_the_disk_refuses_to_lxml_is_told_in_words(tmp_path, said, code):
    with pytest.raises(DocumentError, match=code), replacing(tmp_path / "ra.xlsx"):
        raise SerialisationError(said)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_goes_with_what_windows_would_not_delete(tmp_path: Path, monkeypatch) -> None:
    unlink = os.unlink

    def of_windows(path, *, dir_fd=None) -> None:
        mode = os.stat(path, dir_fd=dir_fd, follow_symlinks=False).st_mode
        if not mode & stat.S_IWRITE:
            raise PermissionError(errno.EACCES, "Access is denied")
        unlink(path, dir_fd=dir_fd)

    monkeypatch.setattr(os, "unlink", of_windows)
    folder = tmp_path / "folder"
    (folder / "a" / "b").mkdir(parents=True)
    for file in (folder / "one", folder / "a" / "b" / "two"):
        file.touch(mode=0o400)

    delete_folder(folder)

    assert not folder.exists()


def test_what_a_link_in_a_deleted_folder_leads_to_stays_as_it_is(tmp_path: Path) -> None:
    of_others, folder = tmp_path / "of others", tmp_path / "folder"
    of_others.touch(mode=0o400)
    folder.mkdir()
    (folder / "link").symlink_to(of_others)

    delete_folder(folder)

    assert not folder.exists()
    assert stat.S_IMODE(of_others.stat().st_mode) == 0o400
