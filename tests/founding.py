"""New registers in no time: made once as the program makes them, and copied for each test.

To make one takes a tenth of a second, which is longer than most tests; nearly all begin with it.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path

from coordapp.services.committee import committee_actions
from coordapp.store import Store


def new_store(path: Path, *, now: Callable[[], datetime] = datetime.now) -> Store:
    """Open a new empty file, as `Store.create` makes it."""
    with path.open("xb") as file:
        file.write(_empty())
    return Store.open(path, now=now)


def set_up(store: Store) -> None:
    """Give an empty file what the action of this name gives it at the moment its clock shows."""
    if store.now != store.now:  # a clock that runs shows no moment twice
        committee_actions.set_up(store)
        return
    with closing(sqlite3.connect(":memory:")) as held:
        held.deserialize(_founded(store.now, store.who))
        held.backup(store.connection)


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.db"
        Store.create(path).close()
        return path.read_bytes()


@cache
def _founded(moment: datetime, who: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.db"
        with closing(Store.create(path, now=lambda: moment)) as store:
            store.act_as(who)
            committee_actions.set_up(store)
        return path.read_bytes()
