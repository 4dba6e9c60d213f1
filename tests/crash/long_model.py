"""`python -m tests.crash.long_model COUNT [SEED]`: random operations beside a model in memory.

After each the file says what the model says, whatever was reopened, copied, restored, taken back or
dated by a clock that jumps.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.services.committee import committee_actions
from coordapp.services.file import backups, restoring
from coordapp.services.records import purging, trash
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.past import trash_queries
from coordapp.store.queries import health
from tests.build import a_task

SEED = 20180331
START = datetime(2018, 3, 31, 8, 0)
LOOKED_THROUGH = 250  # operations between two checks of the whole file
Titles = dict[int, str]


class Twins:
    """A register, and what it should hold."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.dice = dice
        self.path = folder / "sổ.db"
        self.at = START
        committee_actions.write_new(self.path)
        self.store = self._opened()
        self.titles: Titles = {}
        self.past: list[Titles | None] = []  # before each step of undo; None is never passed
        self.coming: list[Titles] = []
        self.copies: list[tuple[Path, Titles]] = []

    @property
    def day(self) -> date:
        return self.at.date()

    def _opened(self) -> Store:
        return Store.open(self.path, now=lambda: self.at)

    def _stepped(self, after: Titles) -> None:
        self.past.append(self.titles)
        self.coming.clear()
        self.titles = after

    # --- operations

    def add(self) -> None:
        title = f"Việc {self.dice.randrange(10**6)} \N{SNOWMAN}"
        made = task_actions.add(self.store, TaskDraft(task=a_task(title=title, code="")), self.day)
        self._stepped(self.titles | {made.id: title})

    def edit(self) -> None:
        if not self.titles:
            return
        task = TASKS.get(self.store.connection, self.dice.choice(list(self.titles)))
        title = f"Sửa {self.dice.randrange(10**9)}"
        task_actions.edit(self.store, TaskDraft(task=replace(task, title=title)), self.day)
        self._stepped(self.titles | {task.id: title})

    def delete(self) -> None:
        if not self.titles:
            return
        count = self.dice.randint(1, min(3, len(self.titles)))
        gone = self.dice.sample(list(self.titles), count)
        task_actions.delete(self.store, gone)
        self._stepped({one: title for one, title in self.titles.items() if one not in gone})

    def undo(self) -> None:
        if not self.past:
            assert self.store.undo() is None
        elif self.past[-1] is None:
            with pytest.raises(RuleViolation, match="purge_is_final"):
                self.store.undo()
        else:
            assert self.store.undo() is not None
            self.coming.append(self.titles)
            self.titles = self.past.pop() or {}

    def redo(self) -> None:
        if self.coming:
            assert self.store.redo() is not None
            self.past.append(self.titles)
            self.titles = self.coming.pop()
        else:
            assert self.store.redo() is None

    def bring_back(self) -> None:
        found = trash_queries.deleted_by(self.store.connection, date.max)
        if found:
            one = self.dice.choice(found)
            trash.restore(self.store, one.op_id, one.whole)
            title = TASKS.get(self.store.connection, one.record_id).title
            assert one.title.endswith(title)
            self._stepped(self.titles | {one.record_id: title})

    def purge(self) -> None:
        found = trash_queries.deleted_by(self.store.connection, date.max)
        if found:
            purging.purge(self.store, [self.dice.choice(found)])
            self.past.append(None)
            self.coming.clear()

    def reopen(self) -> None:
        self.store.close()
        self.store = self._opened()
        self.past, self.coming = [], []

    def copy(self) -> None:
        self.copies.append((backups.make(self.path, self.at), dict(self.titles)))

    def go_back(self) -> None:
        held = [(copy, titles) for copy, titles in self.copies if copy.exists()]
        if held:
            copy, titles = self.dice.choice(held)
            self.store.close()
            restoring.restore(copy, self.path, self.at)
            backups.confirm_restore(self.path)
            self.store = self._opened()
            self.titles, self.past, self.coming = dict(titles), [], []

    def jump(self) -> None:
        days = self.dice.choice((-400, -1, 0, 1, 30, 400))
        self.at = min(max(self.at + timedelta(days=days, minutes=7), START), datetime(2098, 1, 1))

    # --- looking

    def compare(self) -> None:
        held = {task.id: task.title for task in TASKS.where(self.store.connection)}
        assert held == self.titles

    def look_through(self) -> None:
        found = health.findings(self.store.connection)
        assert found == [], found


def main(count: int, seed: int = SEED) -> int:
    """Do so many operations; fail at the first that differs."""
    dice = random.Random(seed)
    folder = Path(tempfile.mkdtemp())
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    twins = Twins(folder, dice)
    often = (twins.add, twins.edit, twins.edit, twins.delete, twins.undo)
    rare = (twins.redo, twins.bring_back, twins.jump)
    seldom = (twins.reopen, twins.copy, twins.go_back, twins.purge)
    for n in range(count):
        operation: Callable[[], None] = dice.choice(
            dice.choices((often, rare, seldom), (20, 6, 1))[0]
        )
        try:
            operation()
            twins.compare()
            if n % LOOKED_THROUGH == 0:
                twins.look_through()
        except BaseException:
            print(f"operation {n}, {operation.__name__}, seed {seed}, see {folder}", flush=True)
            raise
    twins.look_through()
    twins.store.close()
    print(f"{count} operations, each as the model says")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:3])))
