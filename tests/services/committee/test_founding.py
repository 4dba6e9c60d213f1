"""A book is never without its committee and its days off, whatever is undone."""

from coordapp.services.committee import committee_actions
from coordapp.store.file.tables import COMMITTEE, DAYS_OFF
from coordapp.store.queries import health


def test_the_founding_is_no_step_of_undo(store) -> None:
    committee_actions.set_up(store)

    assert store.undo_steps == []
    assert store.undo() is None
    assert len(COMMITTEE.where(store.connection)) == 1


def test_a_book_that_lost_its_days_off_is_found_and_completed(store) -> None:
    committee_actions.set_up(store)
    with store.connection:
        store.connection.execute("delete from day_off")
    lost = [finding.code for finding in health.unfounded(store.connection)]

    committee_actions.complete(store)

    assert lost == ["days_off_missing"]
    assert health.unfounded(store.connection) == []
    assert DAYS_OFF.where(store.connection)


def test_an_empty_file_lacks_both(store) -> None:
    codes = [finding.code for finding in health.unfounded(store.connection)]

    assert codes == ["committee_missing", "days_off_missing"]
