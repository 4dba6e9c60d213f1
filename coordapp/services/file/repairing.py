"""Mending what can be computed anew; a copy made first is the way back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.changes import Op
from coordapp.services.file import backups
from coordapp.store import Store
from coordapp.store.file import derived, schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What was mended, and the copy of the file before it."""

    copy: Path
    made_anew: list[str]


def repair(path: Path, at: datetime, who: str = "") -> Repair:
    """Make missing indexes and triggers, the search index and counters anew.

    No record and no line of the log is touched. Raises StoreError.
    """
    copy = backups.make(path, at, CopyReason.BULK)
    store = Store.open(path)
    store.act_as(who)
    try:
        with store.write(Op.SET_UP) as work:
            made = schema.mend(work.connection)
            derived.rebuild_index(work.connection)
            derived.raise_counters(work.connection)
    finally:
        store.close()
    return Repair(copy=copy, made_anew=made)
