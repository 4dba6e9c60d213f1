"""One mapper between records and rows: dates, states and texts come back as they went."""

from datetime import date, datetime
from enum import Enum

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import WorkState
from coordapp.store.file.table import _stored
from coordapp.store.file.tables import TASKS
from tests.build import a_task


class Words(str, Enum):  # noqa: UP042
    """An enumeration that is a text as well."""

    ONE = "một"


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (None, None), (7, 7), (True, 1), ("Vie\u0302\u0323c", "Việc"),
        (WorkState.DONE, "done"), (Words.ONE, "một"), (date(2018, 3, 31), "2018-03-31"),
        (datetime(2018, 3, 31, 9, 5), "2018-03-31T09:05:00"),
    ],
)  # fmt: skip
def test_a_value_is_stored_as_the_schema_has_it(value, stored):
    assert _stored(value) == stored


def test_columns_are_named_one_by_one_under_an_alias():
    assert TASKS.selected().startswith("id, code, title")
    assert TASKS.selected("t").startswith("t.id, t.code, t.title")


def test_a_record_is_found_by_key_or_by_a_condition(store):
    with store.write(Op.ADD_TASK) as work:
        first = work.add(TASKS, a_task(due=date(2018, 4, 30)))
        work.add(TASKS, a_task(code="NV-2018-002"))

    assert TASKS.find(store.connection, first.id) == first
    assert TASKS.where(store.connection, "due is not null") == [first]
    assert len(TASKS.where(store.connection)) == 2


def test_a_record_that_is_not_there_is_none_or_a_refusal(store):
    assert TASKS.find(store.connection, 9) is None
    with pytest.raises(RuleViolation, match="record_gone"):
        TASKS.get(store.connection, 9)
