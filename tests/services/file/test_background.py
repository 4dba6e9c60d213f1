"""An action beside the window is one step of undo of the window's store, like any other."""

from datetime import datetime

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import Cancelled
from coordapp.services.committee import committee_actions
from coordapp.services.file import background
from coordapp.store import Store
from coordapp.store.file.tables import UNITS
from coordapp.store.queries import unit_queries
from tests.build import a_unit

AT = datetime(2018, 3, 31, 8, 0)


@pytest.fixture
def store(tmp_path):
    made = Store.create(tmp_path / "so.db")
    yield made
    made.close()


def test_what_was_written_beside_is_told_undone_and_done_again(store) -> None:
    told = []
    store.listen(told.append)

    done = background.run(
        store.path, AT, lambda beside: committee_actions.add_unit(beside, a_unit())
    )
    store.take_over(done.written)

    assert [changes.op for changes in told] == [Op.ADD_UNIT]
    assert told[0].concern(Kind.UNIT)
    assert [unit.name for unit in unit_queries.all_units(store.connection)] == [done.result.name]
    at = store.connection.execute("select distinct at from change_log order by at").fetchall()
    assert [AT.isoformat(timespec="seconds")] == [row[0] for row in at]
    assert store.undo() is Op.ADD_UNIT
    assert unit_queries.all_units(store.connection) == []
    assert store.redo() is Op.ADD_UNIT


def test_an_action_stopped_beside_leaves_no_step(store) -> None:
    def stopped(beside: Store) -> None:
        with beside.write(Op.ADD_UNIT):
            raise Cancelled

    with pytest.raises(Cancelled):
        background.run(store.path, AT, stopped)

    assert not store.undo_steps
    committee_actions.add_unit(store, a_unit())


def test_the_window_reads_on_while_much_is_half_written_beside(store) -> None:
    store.connection.execute("pragma busy_timeout = 0")

    def many(beside: Store) -> int:
        with beside.write(Op.ADD_UNIT) as work:
            for number in range(4_000):
                work.add(UNITS, a_unit(name="Đơn vị " + "x" * 900, short_name=f"{number}"))
            return len(unit_queries.all_units(store.connection))

    # the test reads from the same thread that writes, as the window would from its own
    assert background.run(store.path, AT, many).result == 0
