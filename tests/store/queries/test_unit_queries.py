"""Units and people are read in the order of protocol, and the head is the first of them."""

from dataclasses import replace
from datetime import date

from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.kernel.ids import PersonId
from coordapp.services.committee import committee_actions
from coordapp.store.queries import unit_queries
from tests.build import a_unit


def a_person(store, position: int, role: CommitteeRole) -> Person:
    new = Person(
        id=PersonId(0), full_name=f"Người {position}", post="", position=position, role=role
    )
    return committee_actions.add_person(store, new)


def test_units_stand_in_the_order_of_protocol(store):
    second = committee_actions.add_unit(store, a_unit(name="B", short_name="B", position=2))
    first = committee_actions.add_unit(store, a_unit(name="A", short_name="A", position=1))

    assert unit_queries.all_units(store.connection) == [first, second]


def test_a_short_name_is_borne_by_another_unit_or_by_none(store):
    unit = committee_actions.add_unit(store, a_unit(short_name="HND"))

    assert not unit_queries.is_named(store.connection, unit)
    assert unit_queries.is_named(store.connection, replace(unit, id=0))


def test_the_head_is_the_first_who_has_that_role(store):
    assert unit_queries.head(store.connection) is None
    a_person(store, 3, CommitteeRole.HEAD)
    member = a_person(store, 1, CommitteeRole.MEMBER)
    head = a_person(store, 2, CommitteeRole.HEAD)

    assert unit_queries.head(store.connection) == head
    assert unit_queries.all_persons(store.connection)[0] == member


def test_a_unit_that_has_ended_is_offered_only_where_it_holds_something(store):
    last = date(2018, 3, 31)
    ended = committee_actions.add_unit(store, a_unit(name="A", short_name="A", valid_to=last))
    other = committee_actions.add_unit(store, a_unit(name="B", short_name="B", position=2))
    reader, after = store.connection, date(2018, 4, 1)

    assert unit_queries.receiving(reader, last) == [ended, other]
    assert unit_queries.receiving(reader, after) == [other]
    assert unit_queries.receiving(reader, after, {ended.id}) == [ended, other]
