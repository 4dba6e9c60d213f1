"""Opening the file: what it must be, and how every connection is set up."""

import os
import sqlite3
import string
import sys
import tempfile
from pathlib import Path, PurePath

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file.errors import translated

Reader = sqlite3.Connection
_PLAIN = frozenset(f"{string.ascii_letters}{string.digits}_.-~/:".encode())

APPLICATION_ID = 0x53444350  # "SDCP": Sổ Điều phối, Chương trình Phối hợp
_MAGIC = b"SQLite format 3\x00"
_SMALLEST = 512
_NEEDED = frozenset(
    {kind.value for kind in Kind} | {"attachment_content", "change_log", "counter", "search"}
)
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", "5000", 5000),
    ("journal_mode", "delete", "delete"),
    ("synchronous", "extra", 3),
    ("foreign_keys", "on", 1),
    ("trusted_schema", "off", 0),
    ("secure_delete", "on", 1),
    ("cell_size_check", "on", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "memory", 2),
)


def check_file(path: Path) -> None:
    """Refuse what cannot be ours before SQLite touches it. Raises StoreError."""
    if not path.parent.is_dir():
        raise StoreError("folder_missing", path=path)
    if not path.exists():
        raise StoreError("file_missing", path=path)
    if path.is_dir():
        raise StoreError("path_is_folder", path=path)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreError("cannot_open", path=path) from error
    if size == 0:
        raise StoreError("file_empty", path=path)
    if size < _SMALLEST or not head.startswith(_MAGIC):
        raise StoreError("not_a_database", path=path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError("other_program", path=path)


def is_writable(path: Path, platform: str = sys.platform) -> bool:
    """Tell whether the file and its folder take writes, by mode bits also for root."""
    takes = bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    return takes and _folder_takes(path.parent, platform)


def _folder_takes(folder: Path, platform: str) -> bool:
    if platform != "win32":
        return bool(folder.stat().st_mode & 0o222) and os.access(folder, os.W_OK)
    # the Explorer marks Documents, Desktop and Downloads as read-only to say that they have a
    # picture of their own, and Windows answers `access` by that mark: only trying tells
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def uri_of(path: PurePath, mode: str) -> str:
    """Name an absolute path as SQLite reads it; a share of Windows is no authority for it.

    Source: RFC 8089 2, whose authority is empty for a file of this machine.
    """
    plain = path.as_posix()
    rooted = plain if plain.startswith("/") else f"/{plain}"
    # not by urllib: no part of what speaks to a network is loaded
    quoted = "".join(chr(one) if one in _PLAIN else f"%{one:02X}" for one in os.fsencode(rooted))
    return f"file://{quoted}?mode={mode}"


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a connection with every pragma set and read back."""
    uri = uri_of(path.absolute(), "ro" if read_only else "rw")
    with translated(path):
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            set_up(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def set_up(connection: sqlite3.Connection) -> None:
    """Set the pragmas of the house on a connection and verify each one."""
    for name, value, expected in _PRAGMAS:
        connection.execute(f"pragma {name} = {value}")
        row = connection.execute(f"pragma {name}").fetchone()
        if row is not None and row[0] != expected:
            raise AssertionError(f"pragma {name} is {row[0]!r}, wanted {expected!r}")


def ensure_known_version(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file written by a newer program. Raises StoreError: file_too_new."""
    from_file = schema_version(connection)
    if from_file > newest_version():
        raise StoreError("file_too_new", path=path, found=from_file, known=newest_version())


def ensure_complete(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that lost its tables. Raises StoreError: file_damaged."""
    rows = connection.execute("select name from sqlite_master where type = 'table'")
    present = {row[0] for row in rows}
    if not present.issuperset(_NEEDED):
        raise StoreError("file_damaged", path=path)


def schema_version(connection: sqlite3.Connection) -> int:
    """Read the number of the last migration applied."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def scripts() -> list[Path]:
    """List the migration scripts in order."""
    return sorted((Path(__file__).parent / "migrations").glob("[0-9][0-9][0-9][0-9]_*.sql"))


def newest_version() -> int:
    """Give the version this program writes."""
    return int(scripts()[-1].name[:4])
