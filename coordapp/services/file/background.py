"""A long action beside the window: in the worker, on a write connection of its own.

The window waits for it behind a dialog and writes nothing meanwhile; then its store takes over what
was written, as a step of undo like any other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from coordapp.store import Store
from coordapp.store.file.work import CommittedAction

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundRun(Generic[R]):
    """What the action gave, and what it wrote."""

    result: R
    written: CommittedAction | None


def run(path: Path, at: datetime, action: Callable[[Store], R], who: str = "") -> BackgroundRun[R]:
    """Run an action dated `at`, done by `who`; a refused one leaves the file as it was.

    Raises StoreError and what the action raises.
    """
    store = Store.open(path, now=lambda: at)
    store.act_as(who)
    try:
        store.let_others_read()
        result = action(store)
        return BackgroundRun(result=result, written=store.last_action)
    finally:
        store.close()
