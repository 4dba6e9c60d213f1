"""What a record speaks of must be there, and is named when it is gone."""

import sqlite3

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.store.file.links import first_gone, owned, spoken_of
from coordapp.store.file.tables import ATTACHMENTS, TASKS, UNITS
from tests.build import a_task, a_unit


def test_a_row_names_what_it_speaks_of_and_not_itself():
    row = TASKS.to_row(a_task(id=1, lead_unit_id=2, conclusion_id=3, parent_id=4))

    assert set(spoken_of(Kind.TASK, row)) == {
        (Kind.UNIT, 2),
        (Kind.CONCLUSION, 3),
        (Kind.TASK, 4),
    }


def test_a_file_speaks_of_the_record_it_is_kept_with():
    row = dict.fromkeys(ATTACHMENTS.columns, "") | {"kind": "conference", "record_id": 9}

    assert list(spoken_of(Kind.ATTACHMENT, row)) == [(Kind.CONFERENCE, 9)]


def test_the_first_record_that_is_gone_is_named(store):
    with store.write(Op.ADD_UNIT) as work:
        unit = work.add(UNITS, a_unit())
    there = TASKS.to_row(a_task(lead_unit_id=unit.id))
    missing = TASKS.to_row(a_task(lead_unit_id=unit.id, conclusion_id=77))

    assert first_gone(store.connection, Kind.TASK, there) is None
    assert first_gone(store.connection, Kind.TASK, missing) is Kind.CONCLUSION


def test_writing_what_speaks_of_nobody_is_refused_by_its_kind(store):
    with pytest.raises(RuleViolation) as refused, store.write(Op.ADD_TASK) as work:
        work.add(TASKS, a_task(lead_unit_id=77))

    assert (refused.value.code, refused.value.params) == ("record_gone", {"kind": Kind.UNIT})


def test_a_fault_that_is_no_missing_record_flies(store):
    def break_a_rule_of_its_own() -> None:
        with owned(store.connection, TASKS, TASKS.to_row(a_task())):
            store.connection.execute("insert into unit (id, name) values (1, null)")

    with pytest.raises(sqlite3.IntegrityError):
        break_a_rule_of_its_own()
