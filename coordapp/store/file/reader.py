"""Reading a file without ever changing it, also one of an earlier version."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from coordapp.store.file import opening, schema
from coordapp.store.file.errors import translated
from coordapp.store.file.migrate import migrate
from coordapp.store.file.opening import Reader


@contextmanager
def open_reader(path: Path, *, as_it_is: bool = False) -> Iterator[Reader]:
    """Lend a connection that cannot write; all reads see one moment.

    It is opened for writing where the folder allows it, so that SQLite can roll back what a
    crash left half-written, and then forbidden to write. A file of an earlier version is brought
    to the newest one in memory only. What is to be checked is read `as_it_is`, though a part of
    its shape is missing. Raises StoreError.
    """
    opening.check_file(path)
    with (
        closing(opening.connect(path, read_only=not opening.is_writable(path))) as file,
        translated(path),
    ):
        file.execute("pragma query_only = on")
        file.execute("begin")
        opening.ensure_known_version(file, path)
        if opening.schema_version(file) < opening.newest_version():
            with closing(_newest(file, path)) as copy:
                yield copy
        else:
            if as_it_is:
                opening.ensure_complete(file, path)
            else:
                schema.ensure_whole(file, path)
            yield file


def look_into(path: Path) -> Reader:
    """Give a connection that lasts and never writes; the caller closes it. Raises StoreError."""
    opening.check_file(path)
    file = opening.connect(path, read_only=True)
    try:
        with translated(path):
            opening.ensure_known_version(file, path)
            if opening.schema_version(file) < opening.newest_version():
                with closing(file):
                    return _newest(file, path)
            schema.ensure_whole(file, path)
    except BaseException:
        file.close()
        raise
    return file


def _newest(file: Reader, path: Path) -> Reader:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        file.backup(copy)
        schema.ensure_of_its_version(copy, path)
        migrate(copy, path)
        schema.ensure_whole(copy, path)
        copy.execute("pragma query_only = on")
    except BaseException:
        copy.close()
        raise
    return copy
