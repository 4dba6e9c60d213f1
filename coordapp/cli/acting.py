"""Who a command acts for: the person named at this PC, as in the window."""

from pathlib import Path

from coordapp import paths
from coordapp.settings import Settings
from coordapp.store import Store


def who() -> str:
    """Name the person that the window was told of; empty for the account."""
    return Settings(paths.settings_file()).acting_person


def open_store(path: Path) -> Store:
    """Open a register to write in it as that person. Raises StoreError."""
    store = Store.open(path)
    store.act_as(who())
    return store
