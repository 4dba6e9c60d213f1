"""Deeds on whole files: handing over, saving from a damaged one, mending what is computed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from coordapp.services.file import handover, repairing
from coordapp.store import open_reader
from coordapp.store.file.salvage import save_readable
from coordapp.store.queries import health

Tell = Callable[[str], None]
AT = datetime(2018, 3, 31, 16, 45)
WORDS = "một câu rất dài khó đoán"
PAGE = 4096


def hand_over(path: Path, tell: Tell) -> None:
    handover.make(path, path.with_name("ra.zip"), WORDS, AT)
    tell("handed over")


def check_handed_over(path: Path, told: list[str]) -> None:
    """Look for the locked file and its record: a kill may leave the first alone, whole."""
    locked, record = path.with_name("ra.zip"), path.with_name("ra.pdf")
    assert (locked.exists() and record.exists()) or not told
    if record.exists():
        assert locked.exists()
        assert record.read_bytes().startswith(b"%PDF")
    if locked.exists():
        inside = path.with_name("in")
        inside.mkdir()
        handover.open_inside(locked, WORDS, inside)


def spoil(path: Path) -> None:
    """Make zeros of a page of records."""
    data = bytearray(path.read_bytes())
    data[3 * PAGE : 4 * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def salvage(path: Path, tell: Tell) -> None:
    found = save_readable(path, path.with_name("cứu.db"))
    tell(str(sum(found.saved.values())))


def check_salvaged(path: Path, told: list[str]) -> None:
    target = path.with_name("cứu.db")
    assert target.exists() or not told
    if target.exists():
        with open_reader(target) as reader:
            assert "salvaged" in {one.code for one in health.findings(reader)}


def lose_computed(path: Path) -> None:
    """Drop an index and set back the counters, as another program may."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        name = raw.execute(
            "select name from sqlite_master where type = 'index' and sql is not null"
        ).fetchone()[0]
        raw.execute(f"drop index {name}")
        raw.execute("update counter set last = 0")


def mend(path: Path, tell: Tell) -> None:
    repairing.repair(path, AT)
    tell("mended")


def check_mended(path: Path, told: list[str]) -> None:
    with open_reader(path, as_it_is=True) as reader:
        found = {one.code for one in health.findings(reader)}
    assert found in (set(), {"schema_missing", "counter_low"}), found
    assert not (told and found)
