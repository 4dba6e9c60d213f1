"""The log writes rows with one spelling, and each hash follows from the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.store.file import log
from coordapp.store.file.tables import TASKS, UNITS
from tests.build import a_task, a_unit

values = st.none() | st.integers() | st.text()


@given(st.dictionaries(st.text(min_size=1), values))
def test_a_row_has_one_spelling_whatever_the_order_of_its_fields(row):
    turned = dict(reversed(row.items()))

    assert log.canonical(row) == log.canonical(turned)


def test_no_row_is_not_an_empty_row():
    assert log.canonical(None) is None
    assert log.canonical({}) == "{}"


@given(st.text(), st.text())
def test_a_hash_depends_on_the_one_before(first, second):
    same = log.chained(first, ("a", 1, None)) == log.chained(second, ("a", 1, None))

    assert same == (first == second)


def test_a_hash_tells_a_number_from_its_text():
    assert log.chained("", (1,)) != log.chained("", ("1",))


@pytest.fixture
def work_done(store):
    with store.write(Op.ADD_UNIT) as work:
        work.add(UNITS, a_unit())
    with store.write(Op.ADD_TASK) as work:
        first = work.add(TASKS, a_task())
        work.add(TASKS, a_task(code="NV-2018-002"))
    with store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, a_task(id=first.id, title="Rà soát lại"))
    return store.connection


def test_the_changes_of_an_action_stand_in_order(work_done):
    assert [change.record_id for change in log.of_op(work_done, 2)] == [1, 2]
    assert [change.record_id for change in log.first_of_op(work_done, 2, 1)] == [1]


def test_of_a_deletion_the_whole_comes_before_its_parts(store, work_done):
    with store.write(Op.DELETE_TASKS) as work:
        work.drop(TASKS, 2)
        work.drop(TASKS, 1)

    assert [change.record_id for change in log.first_of_op(work_done, 4, 1)] == [1]


def test_the_last_change_of_a_record_is_known(work_done):
    first, last = log.of_op(work_done, 2)[0], log.of_op(work_done, 3)[0]

    assert (log.is_last(work_done, first), log.is_last(work_done, last)) == (False, True)
    assert [change.op for change in log.of_record(work_done, Kind.TASK, 1)] == [
        Op.EDIT_TASK,
        Op.ADD_TASK,
    ]


def test_the_log_knows_what_each_record_holds_now(store, work_done):
    with store.write(Op.DELETE_TASKS) as work:
        work.drop(TASKS, 2)

    known = log.last_known(work_done, Kind.TASK)

    assert '"Rà soát lại"' in known[1]
    assert known[2] is None


def test_a_whole_log_has_no_broken_row_and_no_lost_end(work_done):
    assert log.first_broken(work_done) is None
    assert not log.lost_end(work_done)


def test_a_log_cut_off_at_its_end_is_found(work_done):
    for (name,) in work_done.execute(
        "select name from sqlite_master where type = 'trigger' and tbl_name = 'change_log'"
    ).fetchall():
        work_done.execute(f"drop trigger {name}")
    work_done.execute("delete from change_log where id = (select max(id) from change_log)")

    assert log.first_broken(work_done) is None
    assert log.lost_end(work_done)


def test_an_empty_log_begins_the_chain(store):
    assert (log.last_hash(store.connection), log.next_op_id(store.connection)) == ("", 1)
