"""A record comes back from the log whole, or it is said why it cannot."""

import sqlite3
from dataclasses import replace
from datetime import datetime

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.store.file.log import Change
from coordapp.store.file.restore import complete, ensure_owned, naming
from coordapp.store.file.tables import TASKS
from tests.build import a_task

ROW = TASKS.to_row(a_task(id=4, lead_unit_id=77))
REMOVED = Change(
    id=1, op_id=1, at=datetime(2018, 3, 31), who="lan", op=Op.DELETE_TASKS, kind=Kind.TASK,
    record_id=4, before=ROW, after=None,
)  # fmt: skip


def without(*names: str) -> Change:
    return replace(REMOVED, before={k: v for k, v in ROW.items() if k not in names})


def test_a_column_that_came_later_takes_its_default():
    assert complete(without("note", "urgency")).before == ROW | {"note": "", "urgency": "normal"}


def test_a_record_too_old_to_be_whole_does_not_come_back():
    with pytest.raises(RuleViolation, match="restore_too_old"):
        complete(without("title"))


def test_a_record_whose_code_was_given_away_is_named(store):
    with store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task())

    with pytest.raises(RuleViolation) as refused, naming(REMOVED):
        store.connection.execute(
            "insert into task select 99, code, title, lead_unit_id, content, product, origin, "
            "quoted, conclusion_id, focal_person, urgency, deadline_kind, deadline_wording, "
            "original_due, due, work_state, percent, assigned_on, finished_on, parent_id, note, "
            "directive_section_id, programme_item_id from task"
        )

    assert refused.value.code == "restore_taken"
    assert refused.value.params["title"]


def test_a_fault_of_another_kind_flies(store):
    def break_a_rule() -> None:
        with naming(REMOVED):
            store.connection.execute("insert into unit (id, name) values (1, null)")

    with pytest.raises(sqlite3.IntegrityError):
        break_a_rule()


def test_a_record_whose_owner_is_gone_does_not_come_back(store):
    with pytest.raises(RuleViolation) as refused:
        ensure_owned(store.connection, [REMOVED])

    assert refused.value.code == "restore_without_owner"
    assert refused.value.params["owner_kind"] is Kind.UNIT


def test_a_record_that_speaks_of_nobody_comes_back(store):
    ensure_owned(store.connection, [replace(REMOVED, before=ROW | {"lead_unit_id": None})])
