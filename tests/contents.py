"""Everything a file holds, to be compared."""

from typing import Any

from coordapp.store import Store
from coordapp.store.file.tables import ALL


def whole(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Dump every record and every line of the search."""
    dump = {
        table.name: store.connection.execute(f"select * from {table.name} order by id").fetchall()
        for table in ALL.values()
    }
    dump["search"] = store.connection.execute("select * from search order by rowid").fetchall()
    return dump
