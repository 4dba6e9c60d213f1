"""The register of the first start: made whole, or completed where an earlier start was cut short."""

from contextlib import closing
from pathlib import Path

from coordapp.services.committee import committee_actions
from coordapp.services.file import backups
from coordapp.store import Store
from coordapp.store.file import backup
from coordapp.store.queries import committee_queries


def ensure(path: Path) -> bool:
    """Have a register at the usual place; tell whether it was made now. Raises StoreError."""
    if is_stillborn(path):
        backup.remove_whole(path)
    if path.exists():
        return False
    committee_actions.write_new(path)
    return True


def is_stillborn(path: Path) -> bool:
    """Tell whether a start was cut short before anything was in the file, so nothing is lost.

    An empty file that copies exist of held records once: that is damage, not a beginning.
    """
    return path.is_file() and path.stat().st_size == 0 and not backups.listed(path)


def complete(path: Path) -> None:
    """Give a register its committee where a start was cut short between the two. Raises StoreError."""
    with closing(Store.open(path)) as store:
        if committee_queries.read(store.connection) is None:
            committee_actions.set_up(store)
