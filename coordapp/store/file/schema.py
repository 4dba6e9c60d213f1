"""The shape a file must have: compared with a fresh one, object by object."""

import hashlib
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file.migrate import migrate
from coordapp.store.file.opening import ensure_complete, newest_version, schema_version
from coordapp.store.file.tables import ALL

Shape = dict[tuple[str, str], str]  # kind and name of each object, with the text that made it

# sha256 of our triggers and views: a file that has just these is known to be ours without
# making a fresh one beside it, which takes longer than all else of opening
OWN_CODE = "91c1db3ec40809f11d3151cac7be0fc9b39684b2697004a5b086fbfb3726dbf1"

# and of our tables: a file that has just these has all their columns
OWN_TABLES = "046c71188fe0ee08961ccb367582e8f160f957836f442df462038d0db19b25e5"

RUNS_BY_ITSELF = ("trigger", "view")
HOLDS_ROWS = ("table",)
_OF_SQLITE = ("sqlite_", "search_")


def fresh(path: Path, version: int | None = None) -> Shape:
    """Give the shape of a new file, or of one an earlier version made; `path` is named in errors."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        migrate(made, path, version)
        return shape(made)


def shape(connection: sqlite3.Connection) -> Shape:
    """Read the shape of a file."""
    rows = connection.execute("select type, name, sql from sqlite_master where sql is not null")
    return {
        (str(kind), str(name)): " ".join(str(sql).split())
        for kind, name, sql in rows
        if not str(name).startswith(_OF_SQLITE)
    }


def differences(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Name what is missing, foreign or changed: a code, and where."""
    wanted, held = fresh(Path()), shape(connection)
    found = [("schema_missing", f"{kind} {name}") for kind, name in wanted.keys() - held.keys()]
    found += [("schema_foreign", f"{kind} {name}") for kind, name in held.keys() - wanted.keys()]
    found += [
        ("schema_changed", f"{kind} {name}")
        for kind, name in wanted.keys() & held.keys()
        if wanted[kind, name] != held[kind, name]
    ]
    return sorted(found)


def ensure_no_foreign_code(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse to write into a file whose triggers or views are not ours: they would run with us.

    Raises StoreError: foreign_code.
    """
    held = {key: sql for key, sql in shape(connection).items() if key[0] in RUNS_BY_ITSELF}
    if not held or digest(held, RUNS_BY_ITSELF) == OWN_CODE:
        return
    wanted = fresh(path)
    for (kind, name), sql in held.items():
        if wanted.get((kind, name)) != sql:
            raise StoreError("foreign_code", path=path, name=name)


def ensure_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that lost tables, or columns of them. Raises StoreError: file_damaged."""
    ensure_complete(connection, path)
    if digest(shape(connection), HOLDS_ROWS) == OWN_TABLES:
        return
    rows = connection.execute(
        "select made.name, of_it.name from sqlite_master made, pragma_table_info(made.name) of_it "
        "where made.type = 'table'"
    )
    held = set(rows.fetchall())
    if any((table.name, name) not in held for table in ALL.values() for name in table.columns):
        raise StoreError("file_damaged", path=path)


def digest(held: Shape, kinds: Collection[str]) -> str:
    """Give one hash of the objects of some kinds in a file, whatever their order."""
    code = sorted((*key, sql) for key, sql in held.items() if key[0] in kinds)
    return hashlib.sha256(repr(code).encode()).hexdigest()


def ensure_of_its_version(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is not what its version says, before a migration rewrites it.

    One bit of the number is enough: a file that has everything would be brought forward again.
    Raises StoreError: file_damaged.
    """
    version = schema_version(connection)
    if version >= newest_version():
        return
    held, then, newest = shape(connection), fresh(path, version), fresh(path)
    lost = any(kind == "table" and (kind, name) not in held for kind, name in then)
    ahead = any(sql != then.get(key) and sql == newest.get(key) for key, sql in held.items())
    if lost or ahead:
        raise StoreError("file_damaged", path=path)


def mend(connection: sqlite3.Connection) -> list[str]:
    """Make missing indexes and triggers anew, inside the caller's transaction; name them."""
    wanted, held = fresh(Path()), shape(connection)
    made = []
    for kind, name in sorted(wanted.keys() - held.keys()):
        if kind in ("index", "trigger"):
            connection.execute(wanted[kind, name])
            made.append(f"{kind} {name}")
    return made
