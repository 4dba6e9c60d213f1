"""A new file gets its committee once, and units and people stand in the order of protocol."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.committee.person import Person
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import PersonId
from coordapp.services.committee import committee_actions
from coordapp.store.queries import committee_queries, day_off_queries, unit_queries
from tests.build import a_unit


def a_person(name: str, **given) -> Person:
    return Person(id=PersonId(0), full_name=name, post="", **given)


def test_an_empty_file_gets_a_committee_and_the_public_holidays(store):
    committee_actions.set_up(store)

    assert committee_queries.get(store.connection).name == "Ban Chỉ đạo"
    assert day_off_queries.all_days(store.connection)


def test_a_file_with_a_committee_is_left_alone(store):
    committee_actions.set_up(store)
    steps = list(store.undo_steps)

    committee_actions.set_up(store)

    assert store.undo_steps == steps


def test_the_particulars_of_the_committee_are_saved(store):
    committee_actions.set_up(store)
    body = committee_queries.get(store.connection)

    committee_actions.edit_committee(store, replace(body, place="Điện Biên"))

    assert committee_queries.get(store.connection).place == "Điện Biên"


def test_no_two_units_bear_one_short_name(store):
    first = committee_actions.add_unit(store, a_unit(name="A", short_name="A"))
    second = committee_actions.add_unit(store, a_unit(name="B", short_name="B"))

    for action in (
        lambda: committee_actions.add_unit(store, a_unit(name="C", short_name="A")),
        lambda: committee_actions.edit_unit(store, replace(second, short_name="A")),
    ):
        with pytest.raises(RuleViolation, match="unit_repeated"):
            action()
    committee_actions.edit_unit(store, replace(first, name="Tên khác"))

    assert [unit.name for unit in unit_queries.all_units(store.connection)] == ["Tên khác", "B"]


def test_a_role_does_not_end_before_it_begins(store):
    person = committee_actions.add_person(store, a_person("A"))
    turned = {"role_from": date(2018, 2, 1), "role_to": date(2018, 1, 1)}

    with pytest.raises(RuleViolation, match="role_ends_first"):
        committee_actions.edit_person(store, replace(person, **turned))
    with pytest.raises(RuleViolation, match="role_ends_first"):
        committee_actions.add_person(store, a_person("B", **turned))

    assert unit_queries.all_persons(store.connection) == [person]


def test_units_and_people_take_the_order_they_are_given(store):
    units = [
        committee_actions.add_unit(store, a_unit(name=name, short_name=name)).id for name in "AB"
    ]
    people = [committee_actions.add_person(store, a_person(name)).id for name in "AB"]

    committee_actions.put_units_in_order(store, units[::-1])
    committee_actions.put_persons_in_order(store, people[::-1])

    assert [unit.id for unit in unit_queries.all_units(store.connection)] == units[::-1]
    assert [one.id for one in unit_queries.all_persons(store.connection)] == people[::-1]


def test_another_name_of_a_unit_is_remembered_once_in_a_step_of_its_own(store):
    unit = committee_actions.add_unit(store, a_unit(name="Sở Y tế", short_name="SYT", aliases="YT"))

    for name in ("Ngành y tế", "ngành Y tế", "sở y tế", "Y, dược"):
        committee_actions.add_other_name(store, unit.id, name)

    named = unit_queries.all_units(store.connection)[0]
    assert named.aliases == "YT; Ngành y tế; Y, dược;"
    assert named.other_names == ("YT", "Ngành y tế", "Y, dược")
    store.undo()
    store.undo()
    assert unit_queries.all_units(store.connection)[0].aliases == "YT"
