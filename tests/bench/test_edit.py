"""One edit costs little more than the bare statements it must run."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import TaskId
from coordapp.services.tasks import task_actions
from coordapp.store import Store
from coordapp.store.file import log
from coordapp.store.file.opening import connect
from coordapp.store.file.tables import ALL
from tests.bench.pairs import ratio
from tests.build import MISTYPED

pytestmark = pytest.mark.bench
TASK = TaskId(20)
LOG = "op_id, at, who, op, kind, record_id, before, after, hash"


def test_an_edit_is_at_most_half_as_long_again_as_the_same_raw_commit(
    large: Path, tmp_path: Path
) -> None:
    store = Store.open(large)
    days = (date(2018, 4, 1) + timedelta(number) for number in count())
    copy = Path(shutil.copy(large, tmp_path / "raw.db"))
    raw = connect(copy)

    task_actions.set_due(store, TASK, next(days), move=MISTYPED)
    taken = ratio(
        "one edit committed",
        lambda: task_actions.set_due(store, TASK, next(days), move=MISTYPED),
        raw_edit(raw, written(store)),
        rounds=60,
    )

    raw.close()
    store.close()
    assert taken <= 1.5


def written(store: Store) -> list[tuple[Kind, dict[str, Any], tuple[Any, ...]]]:
    """Give what the last action wrote: each record and its row of the log."""
    op_id = store.undo_steps[-1][0]
    rows = store.connection.execute(
        f"select {LOG} from change_log where op_id = ? order by id", (op_id,)
    )
    changes = log.of_op(store.connection, op_id)
    return [(one.kind, one.after or {}, row) for one, row in zip(changes, rows, strict=True)]


def raw_edit(
    connection: sqlite3.Connection, rows: list[tuple[Kind, dict[str, Any], tuple[Any, ...]]]
) -> Callable[[], None]:
    """Write the same records and rows of the log, as one transaction."""
    days = (date(2018, 4, 1) + timedelta(number) for number in count())

    def edit() -> None:
        day = next(days).isoformat()
        connection.execute("begin immediate")
        for kind, after, logged in rows:
            if kind is Kind.TASK:
                connection.execute("update task set due = ? where id = ?", (day, TASK))
            else:
                held = {name: value for name, value in after.items() if name != "id"}
                names, marks = ", ".join(held), ", ".join(f":{name}" for name in held)
                connection.execute(f"insert into {ALL[kind].name} ({names}) values ({marks})", held)
            connection.execute(f"insert into change_log ({LOG}) values (?,?,?,?,?,?,?,?,?)", logged)
        connection.execute("commit")

    return edit
