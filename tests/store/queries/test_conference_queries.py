"""Conferences and their parts are read in order, with what became of their conclusions."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.committee.committee import QuorumRule
from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conferences.conference import AgendaItem, Attendance
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId
from coordapp.services.committee import committee_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.services.tasks import task_actions
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import committee_queries, conference_queries
from tests.build import MISTYPED, a_conference
from tests.store.queries.conftest import TODAY


def test_conferences_come_newest_first_and_those_without_a_day_before_them(office):
    older = conference_actions.add(
        office.store, a_conference(code="", held_on=date(2017, 6, 1)), TODAY
    )
    undated = conference_actions.add(office.store, a_conference(code="", held_on=None), TODAY)

    assert conference_queries.find(office.store.connection) == [undated, office.conference, older]


def test_a_conference_is_found_by_its_code(office):
    connection = office.store.connection

    assert conference_queries.by_code(connection, office.conference.code) == office.conference
    assert conference_queries.by_code(connection, "HN-1900-01") is None


def test_conferences_that_review_each_other_end_all_the_same(office):
    later = conference_actions.add(
        office.store, a_conference(code="", previous_id=office.conference.id), TODAY
    )
    # no action of ours makes such a circle; another program may
    with office.store.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(office.conference, previous_id=later.id))
    connection = office.store.connection

    assert conference_queries.earlier_ids(connection, later.id) == [later.id, office.conference.id]
    assert conference_queries.earlier_ids(connection, None) == []
    assert [item.id for item in conference_queries.reviewing(connection, later.id)] == [
        office.conference.id
    ]


def test_a_new_part_takes_the_place_after_the_last(office):
    connection, conference_id = office.store.connection, office.conference.id
    item = AgendaItem(id=AgendaItemId(0), conference_id=conference_id, position=7, title="Khai mạc")
    assert conference_queries.next_position(connection, Kind.AGENDA_ITEM, conference_id) == 1

    added = conference_actions.add_agenda_item(office.store, item)

    assert conference_queries.next_position(connection, Kind.AGENDA_ITEM, conference_id) == 8
    assert conference_queries.of_part(connection, Kind.AGENDA_ITEM, added.id) == conference_id
    assert conference_queries.agenda(connection, conference_id) == [added]


def test_guests_come_after_members(office):
    for name, is_guest in (("Khách", True), ("Thành viên", False)):
        conference_actions.add_attendance(
            office.store,
            Attendance(
                id=AttendanceId(0), conference_id=office.conference.id, position=0, name=name,
                is_guest=is_guest,
            ),
        )  # fmt: skip

    found = conference_queries.attendances(office.store.connection, office.conference.id)

    assert [item.name for item in found] == ["Thành viên", "Khách"]


def test_participants_are_counted_by_the_rule_of_the_committee(office):
    body = committee_queries.get(office.store.connection)
    changed = replace(body, quorum_rule=QuorumRule.OVER_HALF, substitutes_count=False)
    committee_actions.edit_committee(office.store, changed)

    counted = conference_queries.quorum(office.store.connection, [])

    assert (counted.rule, counted.substitutes_count) == (QuorumRule.OVER_HALF, False)


def test_before_the_committee_is_set_up_the_usual_rule_counts(store):
    counted = conference_queries.quorum(store.connection, [])

    assert (counted.rule, counted.substitutes_count) == (QuorumRule.TWO_THIRDS, True)


@pytest.mark.parametrize("of_one", [True, False])
def test_conclusions_are_read_with_how_far_their_tasks_are(office, of_one):
    document_actions.release_early(office.store, (office.task.id,), "gấp", TODAY)
    task_actions.set_due(office.store, office.task.id, date(2018, 3, 1), move=MISTYPED)
    only = office.conference.id if of_one else None

    first, second = conference_queries.conclusions(office.store.connection, TODAY, only)

    assert (first.task_codes, first.units, first.tasks_overdue) == (
        (office.task.code,), ("HND",), 1,
    )  # fmt: skip
    assert (first.coverage, second.coverage) == (Coverage.OVERDUE, Coverage.UNCOVERED)
