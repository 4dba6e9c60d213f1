"""What can be computed anew is mended, and a copy made first is the way back."""

import sqlite3
from contextlib import closing
from datetime import datetime

from coordapp.domain.kernel.changes import Op
from coordapp.services.file import repairing
from coordapp.store import open_reader
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import health
from tests.build import a_task


def test_a_repair_mends_what_is_computed_and_keeps_a_copy(store, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with store.write(Op.ADD_TASK) as work:
        work.next_number("task:2018")
        work.add(TASKS, a_task(code="NV-2018-001"))
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute("drop index task_parent")
        raw.execute("drop trigger change_log_is_never_edited")
        raw.execute("delete from search")
        raw.execute("update counter set last = 0")

    done = repairing.repair(store.path, datetime(2018, 3, 31, 8, 30))

    assert done.made_anew == ["index task_parent", "trigger change_log_is_never_edited"]
    with open_reader(store.path) as reader:
        assert health.findings(reader) == []
    with open_reader(done.copy) as reader:
        assert health.findings(reader) != []
