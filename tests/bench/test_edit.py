"""One edit costs little more than the bare statements it must run."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from coordapp.domain.kernel.ids import TaskId
from coordapp.services.tasks import task_actions
from coordapp.store import Store
from coordapp.store.file.opening import connect
from tests.bench.pairs import ratio
from tests.build import MISTYPED

pytestmark = pytest.mark.bench
TASK = TaskId(20)


def test_an_edit_is_at_most_half_as_long_again_as_the_same_raw_commit(
    large: Path, tmp_path: Path
) -> None:
    store = Store.open(large)
    days = (date(2018, 4, 1) + timedelta(number) for number in count())
    copy = Path(shutil.copy(large, tmp_path / "raw.db"))
    raw = connect(copy)

    taken = ratio(
        "one edit committed",
        lambda: task_actions.set_due(store, TASK, next(days), move=MISTYPED),
        raw_edit(raw),
        rounds=60,
    )

    raw.close()
    store.close()
    assert taken <= 1.5


def raw_edit(connection: sqlite3.Connection) -> Callable[[], None]:
    """Update one task and append one log row of the same size, as one transaction."""
    columns = "op_id, at, who, op, kind, record_id, before, after, hash"
    row = connection.execute(f"select {columns} from change_log where kind = 'task'").fetchone()
    days = (date(2018, 4, 1) + timedelta(number) for number in count())

    def edit() -> None:
        day = next(days).isoformat()
        connection.execute("begin immediate")
        connection.execute("update task set due = ? where id = ?", (day, TASK))
        connection.execute(f"insert into change_log ({columns}) values (?,?,?,?,?,?,?,?,?)", row)
        connection.execute("commit")

    return edit
