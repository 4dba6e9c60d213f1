"""Reading a file without ever changing it, also one of an earlier version."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from coordapp.store.file import connection
from coordapp.store.file.connection import Reader
from coordapp.store.file.errors import translated
from coordapp.store.file.migrate import migrate


@contextmanager
def open_reader(path: Path) -> Iterator[Reader]:
    """Lend a connection that cannot write; all reads see one moment.

    It is opened for writing where the folder allows it, so that SQLite can roll back what a
    crash left half-written, and then forbidden to write. A file of an earlier version is brought
    to the newest one in memory only. Raises StoreError.
    """
    connection.check_file(path)
    with (
        closing(connection.connect(path, read_only=not connection.is_writable(path))) as file,
        translated(path),
    ):
        file.execute("pragma query_only = on")
        file.execute("begin")
        connection.ensure_known_version(file, path)
        if connection.schema_version(file) < connection.newest_version():
            with closing(_newest(file, path)) as copy:
                yield copy
        else:
            connection.ensure_complete(file, path)
            yield file


def _newest(file: Reader, path: Path) -> Reader:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        file.backup(copy)
        migrate(copy, path)
        connection.ensure_complete(copy, path)
        copy.execute("pragma query_only = on")
    except BaseException:
        copy.close()
        raise
    return copy
