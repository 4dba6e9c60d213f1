"""A copy of the file as SQLite sees it, read back before it is called a copy."""

import errno
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from coordapp import __version__
from coordapp.domain.files.copies import Manifest
from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import opening, placing
from coordapp.store.file.errors import translated

_PAGES = 2_000  # copied at a time
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))
_READ_ONLY = frozenset((errno.EACCES, errno.EROFS, errno.EPERM))


def copy(source: Path, target: Path) -> Manifest:
    """Copy an open or closed file to `target`, check the copy, and write down what it holds.

    Nothing half is left. Raises StoreError: file_exists, backup_damaged, and what the disk says.
    """
    if target.exists():
        raise StoreError("file_exists", path=target)
    draft = target.with_name(f"{target.name}.tmp")
    with on_disk(target):
        draft.unlink(missing_ok=True)
        # the disk says why it takes nothing; SQLite would only say that it cannot open
        draft.touch()
    try:
        with closing(opening.connect(source, read_only=True)) as file, translated(target):
            # one moment for the copy and what it is compared with, whoever writes meanwhile
            file.execute("begin")
            held = _size(file)
            with closing(sqlite3.connect(draft)) as made:
                file.backup(made, pages=_PAGES)
            # nobody waits for the reading back
            file.execute("rollback")
            manifest = _ensure_whole(draft, held, target)
        with on_disk(target):
            placing.place(draft, target)
            _write_manifest(target, manifest)
    finally:
        with on_disk(target):
            draft.unlink(missing_ok=True)
            draft.with_name(f"{draft.name}-journal").unlink(missing_ok=True)
    return manifest


def copy_closed(source: Path, target: Path) -> Manifest:
    """Copy a finished copy to another place and read it back there.

    Raises StoreError: file_exists, backup_damaged, and what the disk says.
    """
    if target.exists():
        raise StoreError("file_exists", path=target)
    manifest = examine(source)
    draft = target.with_name(f"{target.name}.tmp")
    with on_disk(target):
        try:
            with source.open("rb") as file, draft.open("wb") as made:
                while block := file.read(1 << 20):
                    made.write(block)
            placing.place(draft, target)
            if placing.sha256(target) != manifest.sha256:
                target.unlink()
                raise StoreError("backup_damaged", path=target)
            _write_manifest(target, manifest)
        finally:
            draft.unlink(missing_ok=True)
    return manifest


def examine(path: Path) -> Manifest:
    """Read a copy through and compare it with its manifest, where there is one.

    Raises StoreError: copy_unsound, and what opening would say of it.
    """
    opening.check_file(path)
    with closing(opening.connect(path, read_only=True)) as file, translated(path):
        file.execute("begin")
        opening.ensure_known_version(file, path)
        found = _read_through(file, path)
    written = read_manifest(path)
    if found is None or (written is not None and written.sha256 != found.sha256):
        raise StoreError("copy_unsound", path=path)
    return found


def read_manifest(path: Path) -> Manifest | None:
    """Give what was written down of a copy; None when nothing readable lies beside it."""
    try:
        held = json.loads(_manifest_of(path).read_text(encoding="utf-8"))
        return Manifest(**held)
    except (OSError, ValueError, TypeError):
        return None


def remove(path: Path) -> None:
    """Delete a copy and what was written down of it; one that is in use stays."""
    try:
        path.unlink(missing_ok=True)
        _manifest_of(path).unlink(missing_ok=True)
    except OSError:
        # held by a scanner or a viewer: the next thinning meets it again
        return


def forget_manifest(path: Path) -> None:
    """Let a copy begin a life of its own: what was written down of it will not hold for long."""
    with suppress(OSError):
        _manifest_of(path).unlink(missing_ok=True)


def remove_whole(path: Path) -> None:
    """Delete a file that was cut short while it was made, with its journal."""
    with suppress(OSError):
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        path.unlink(missing_ok=True)


def is_of_earlier_version(path: Path) -> bool:
    """Tell whether opening the file for writing would change its schema. Raises StoreError."""
    opening.check_file(path)
    with closing(opening.connect(path, read_only=True)) as file, translated(path):
        return opening.schema_version(file) < opening.newest_version()


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Say in the program's words what the disk refuses.

    Raises StoreError: disk_full, file_read_only, disk_error.
    """
    try:
        yield
    except OSError as error:
        code = "disk_error"
        if error.errno in _FULL:
            code = "disk_full"
        elif error.errno in _READ_ONLY:
            code = "file_read_only"
        raise StoreError(code, path=path) from error


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the rows of every table of records, of the log and of contents."""
    rows = connection.execute(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite%' "
        "and name not like 'search%' order by name"
    ).fetchall()
    return {
        name: int(connection.execute(f'select count(*) from "{name}"').fetchone()[0])
        for (name,) in rows
    }


def _ensure_whole(draft: Path, held: tuple[int, int], target: Path) -> Manifest:
    with closing(opening.connect(draft, read_only=True)) as made:
        found = _read_through(made, draft)
        if found is None or _size(made) != held:
            raise StoreError("backup_damaged", path=target)
    return found


def _read_through(made: sqlite3.Connection, path: Path) -> Manifest | None:
    """Give what a copy holds; None when it is not whole."""
    said = made.execute("pragma integrity_check").fetchone()[0]
    identity = made.execute("pragma application_id").fetchone()[0]
    if said != "ok" or identity != opening.APPLICATION_ID:
        return None
    with on_disk(path):
        return Manifest(
            sha256=placing.sha256(path),
            size=path.stat().st_size,
            schema=opening.schema_version(made),
            counts=counts(made),
            program=__version__,
            sqlite=sqlite3.sqlite_version,
        )


def _size(connection: sqlite3.Connection) -> tuple[int, int]:
    """Give the version of the schema and the last entry of the log."""
    version = opening.schema_version(connection)
    last = connection.execute("select coalesce(max(id), 0) from change_log").fetchone()[0]
    return version, int(last)


def _manifest_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _write_manifest(path: Path, manifest: Manifest) -> None:
    target = _manifest_of(path)
    draft = target.with_name(f"{target.name}.tmp")
    draft.write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
    placing.place(draft, target)
