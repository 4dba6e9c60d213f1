"""What is asked of the committee has an answer before it is set up, or says so."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.errors import StoreError
from coordapp.services.committee import committee_actions
from coordapp.store.queries import committee_queries
from tests.store.queries.conftest import TODAY


def test_a_file_not_set_up_has_no_committee_and_the_usual_window(store):
    assert committee_queries.read(store.connection) is None
    assert committee_queries.due_soon_days(store.connection) == 3
    with pytest.raises(StoreError, match="file_empty"):
        committee_queries.get(store.connection)


def test_a_file_in_use_has_its_committee(office):
    connection = office.store.connection
    body = committee_queries.get(connection)
    committee_actions.edit_committee(office.store, replace(body, due_soon_days=7))

    assert committee_queries.due_soon_days(connection) == 7


def test_a_sample_lives_on_its_own_day_and_any_other_file_on_the_real_one(office):
    connection, day = office.store.connection, date(2018, 1, 2)
    assert committee_queries.working_day(connection, TODAY) == TODAY
    body = committee_queries.get(connection)
    committee_actions.edit_committee(office.store, replace(body, working_day=day))

    assert committee_queries.working_day(connection, TODAY) == day
