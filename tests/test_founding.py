"""What tests begin with is what the program makes."""

from contextlib import closing

from coordapp.services.committee import committee_actions
from coordapp.store import Store
from tests.conftest import clock
from tests.founding import new_store, set_up


def test_a_copied_register_holds_what_the_program_writes_into_a_new_one(tmp_path):
    with (
        closing(Store.create(tmp_path / "made.db", now=clock)) as made,
        closing(new_store(tmp_path / "copied.db", now=clock)) as copied,
    ):
        assert list(copied.connection.iterdump()) == list(made.connection.iterdump())
        committee_actions.set_up(made)
        set_up(copied)
        assert list(copied.connection.iterdump()) == list(made.connection.iterdump())
