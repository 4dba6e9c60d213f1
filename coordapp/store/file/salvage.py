"""Reading what can still be read of a damaged file, row by row, into a new one."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coordapp.domain.kernel.errors import StoreError
from coordapp.store.file import backup, opening, search
from coordapp.store.file.errors import BAD_BYTES, translated
from coordapp.store.file.tables import ALL
from coordapp.store.file.work import Store

SUSPECT = "salvaged"  # a run of the counter table: how many rows could not be saved
_OTHERS = ("counter", "attachment_content", "change_log")
_HIGHEST = 1 << 40  # of a table that cannot say its last row any more
# what a row is refused for; a disk that takes nothing more is no fault of the row
_UNFIT = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.DataError,
    StoreError,
    OverflowError,
    ValueError,
    TypeError,
)
_ATTEMPTS = 20_000  # at stretches of one table; more means that nothing of the rest can be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """How many rows of each table were saved, and how many places could not be read or used."""

    saved: dict[str, int]
    lost: dict[str, int]


def save_readable(damaged: Path, target: Path) -> Salvaged:
    """Write the readable rows of a damaged file into a new one, marked as suspect.

    The damaged file is not touched. Raises StoreError: file_exists, nothing_salvaged, what the
    first look at the file says, and what the disk says.
    """
    opening.check_file(damaged)
    draft = target.with_name(f".{target.name}.salvage")
    if target.exists():
        raise StoreError("file_exists", path=target)
    with backup.on_disk(target):
        draft.unlink(missing_ok=True)
    try:
        # SQLite plays an unfinished journal back: into a copy of ours, not into what was handed in
        with tempfile.TemporaryDirectory() as folder, backup.on_disk(target):
            twin = Path(folder) / "twin.db"
            for ending in ("", "-journal"):
                held = damaged.with_name(damaged.name + ending)
                if held.exists():
                    shutil.copyfile(held, twin.with_name(twin.name + ending))
            found = _carry(twin, draft, target)
        if not any(found.saved.values()):
            raise StoreError("nothing_salvaged", path=damaged)
        backup.copy(draft, target)
    finally:
        with backup.on_disk(target):
            draft.unlink(missing_ok=True)
    return found


def _carry(twin: Path, draft: Path, target: Path) -> Salvaged:
    saved: dict[str, int] = {}
    lost: dict[str, int] = {}
    store = Store.create(draft)
    with (
        closing(store.connection) as new,
        closing(sqlite3.connect(twin)) as old,
        # what the old one refuses is counted; what comes through is of the new one
        translated(target),
    ):
        # the bytes of a text that is no text any more are shown, not thrown away
        old.text_factory = lambda raw: raw.decode("utf-8", "replace")
        new.execute("pragma foreign_keys = off")
        new.execute("begin immediate")
        locks = new.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        for name, _ in locks:
            new.execute(f"drop trigger {name}")
        for table in (*(table.name for table in ALL.values()), *_OTHERS):
            saved[table], lost[table] = _table(old, new, table)
        _index(new)
        for _, sql in locks:
            new.execute(sql)
        new.execute(
            "insert or replace into counter (run, last) values (?, ?)",
            (SUSPECT, sum(lost.values())),
        )
        new.execute("commit")
    return Salvaged(saved=saved, lost={name: count for name, count in lost.items() if count})


def _table(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> tuple[int, int]:
    columns = [row[1] for row in new.execute(f"pragma table_info({table})")]
    try:
        held = {row[1] for row in old.execute(f"pragma table_info({table})")}
    except BAD_BYTES:
        held = set()
    names = [name for name in columns if name in held]
    if not names:
        return 0, 1
    marks = ", ".join("?" * len(names))
    into = f"insert into {table} ({', '.join(names)}) values ({marks})"
    usable = {one.name: one for one in ALL.values()}.get(table)
    count = lost = 0
    for row in _rows(old, table, names):
        if row is None:
            lost += 1
            continue
        try:
            if usable is not None and list(usable.columns) == names:
                usable.from_row(row)
            new.execute(into, row)
            count += 1
        except _UNFIT:
            lost += 1
    return count, lost


def _rows(
    old: sqlite3.Connection, table: str, names: list[str]
) -> Iterator[tuple[Any, ...] | None]:
    """Give the rows of a table; None for a stretch that cannot be read."""
    if table == "counter":  # the one table whose rows have no numbers
        try:
            yield from old.execute(f"select {', '.join(names)} from {table}").fetchall()
        except BAD_BYTES:
            yield None
        return
    sql = f"select {', '.join(names)} from {table} where rowid between ? and ? order by rowid"
    try:
        last = old.execute(f"select max(rowid) from {table}").fetchone()[0] or 0
    except BAD_BYTES:
        last = _HIGHEST
    waiting = [(0, int(last))]
    failed = 0
    while waiting:
        low, high = waiting.pop()
        try:
            rows = old.execute(sql, (low, high)).fetchall()
        except BAD_BYTES:
            failed += 1
            if low == high or failed > _ATTEMPTS:
                yield None
            else:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]
        else:
            yield from rows


def _index(new: sqlite3.Connection) -> None:
    for table in ALL.values():
        for record in table.where(new):
            text = table.search_text(record)
            if text:
                search.put(new, table.kind, record.id, text)
