"""What an action touched names every row of the register that may look different now."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.changes import Changes
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.tasks import bulk_actions, task_actions
from coordapp.services.tasks.task_actions import ReportDraft
from coordapp.store import Store
from coordapp.store.queries import task_queries
from coordapp.store.queries.unit_queries import all_units
from tests.build import MISTYPED


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "mau.db"
    write_sample(path)
    store = Store.open(path)
    yield store
    store.close()


def by_code(store: Store):
    return {
        row.task.code: row for row in task_queries.find(store.connection, TaskQuery(), SAMPLE_DAY)
    }


ACTIONS = {
    "a date": lambda s, row: task_actions.set_due(s, row.id, date(2018, 6, 1), move=MISTYPED),
    "a state": lambda s, row: task_actions.set_work_state(s, row.id, WorkState.ON_HOLD, SAMPLE_DAY),
    "a report of no unit": lambda s, row: task_actions.report_progress(
        s, row.id, ReportDraft(happened_on=SAMPLE_DAY, unit_id=None, state=row.task.work_state, result="x")
    ),
    "an extension": lambda s, row: task_actions.extend(
        s, row.id, date(2018, 9, 1), reason="x", paper="", approved_on=None
    ),
    "a deletion": lambda s, row: task_actions.delete(s, [row.id]),
    "a copy": lambda s, row: bulk_actions.duplicate(s, [row.id], SAMPLE_DAY),
    "an undone deletion": lambda s, row: (task_actions.delete(s, [row.id]), s.undo()),
    "an undone report": lambda s, row: (
        task_actions.report_progress(
            s, row.id, ReportDraft(happened_on=SAMPLE_DAY, unit_id=None, state=row.task.work_state)
        ),
        s.undo(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("code", ["NV-2018-005", "NV-2018-010"])
def test_every_row_that_differs_is_named(sample: Store, name: str, code: str) -> None:
    before = by_code(sample)
    heard: list[Changes] = []
    sample.listen(heard.append)

    ACTIONS[name](sample, before[code])

    after = by_code(sample)
    differing = {
        row.id
        for rows in (before, after)
        for key, row in rows.items()
        if before.get(key) != after.get(key)
    }
    for changes in heard:
        named = task_queries.touched(sample.connection, changes)
        assert named is not None
        differing -= named
    assert differing == set()


def test_a_change_of_a_unit_may_touch_any_row(sample: Store) -> None:
    heard: list[Changes] = []
    sample.listen(heard.append)
    committee_actions.edit_unit(
        sample, replace(all_units(sample.connection)[0], short_name="Ban DV")
    )
    assert task_queries.touched(sample.connection, heard[0]) is None


def test_another_program_may_have_touched_any_row(sample: Store) -> None:
    assert task_queries.touched(sample.connection, Changes.everything()) is None
