"""A program killed at any moment loses nothing it has acknowledged and leaves nothing half-done."""

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from coordapp.store import Store
from coordapp.store.file import log
from coordapp.store.file.tables import TASKS, UNITS

ROOT = Path(__file__).parents[2]
ROUNDS = 50


def write_and_kill(path: Path, seconds: float) -> list[str]:
    """Run the writer, kill it after a while of writing; returns what it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crash.writer", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        child.kill()
        told = first + child.stdout.read()
    whole, _, _ = told.decode().rpartition("\n")
    return whole.split()


def units_of_tasks(store: Store) -> list[int]:
    return sorted(task.lead_unit_id for task in TASKS.where(store.connection))


@pytest.mark.crash
@pytest.mark.slow
def test_fifty_kills_lose_no_acknowledged_action_and_leave_none_half_done(tmp_path):
    path = tmp_path / "so.db"
    Store.create(path).close()
    moments = random.Random(20180331)
    acknowledged: set[str] = set()

    for _ in range(ROUNDS):
        acknowledged.update(write_and_kill(path, moments.uniform(0, 0.1)))

        with closing(Store.open(path)) as store:
            present = {task.code for task in TASKS.where(store.connection)}
            units = sorted(unit.id for unit in UNITS.where(store.connection))
            per_action = store.connection.execute(
                "select distinct count(*) from change_log group by op_id"
            ).fetchall()
            assert acknowledged <= present
            assert units_of_tasks(store) == units
            assert per_action == [(2,)]
            assert store.connection.execute("pragma integrity_check").fetchall() == [("ok",)]
            assert log.first_broken(store.connection) is None

    assert len(acknowledged) >= ROUNDS
