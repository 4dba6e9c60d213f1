"""Programmes and directives of a past day bear what they held when it ended."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from coordapp.services.programmes import directive_actions, programme_actions
from coordapp.services.programmes.places_then import PlacesThen
from tests.founding import set_up
from tests.services.case_actions import a_directive, a_programme, a_section, an_item

MARCH, APRIL = date(2018, 3, 31), date(2018, 4, 30)


@pytest.fixture
def on(store):
    """Let what follows happen on a day."""
    set_up(store)
    return lambda day: store.use_clock(lambda: datetime.combine(day, time(9)))


def test_an_item_that_was_reworded_later_is_worded_as_it_was(store, on):
    on(MARCH)
    programme = programme_actions.add(store, a_programme())
    item = programme_actions.add_item(store, an_item(programme, title="Nội dung đã ký"))
    on(APRIL)
    programme_actions.edit_item(store, replace(item, title="Nội dung sửa sau"))

    then, now = (
        [row.item.title for row in PlacesThen(store.connection, day).item_rows(programme.id)]
        for day in (MARCH, None)
    )

    assert (then, now) == (["Nội dung đã ký"], ["Nội dung sửa sau"])


def test_an_item_of_a_later_year_was_not_there_yet(store, on):
    on(APRIL)
    programme = programme_actions.add(store, replace(a_programme(), last_year=2020))
    programme_actions.add_item(store, an_item(programme, title="Năm sau", year=2019))
    programme_actions.add_item(store, an_item(programme, title="Năm nay", year=2018))

    rows = PlacesThen(store.connection, MARCH).item_rows(programme.id)

    assert [row.item.title for row in rows] == ["Năm nay"]


def test_a_directive_signed_later_was_not_there_yet_and_one_typed_in_late_was(store, on):
    on(APRIL)
    for number, signed_on in (("1-CT/TU", MARCH), ("2-CT/TU", APRIL)):
        directive_actions.add(
            store, replace(a_directive(), number=number, signed_on=signed_on), APRIL
        )

    then, now = (
        {one.number for one in PlacesThen(store.connection, day).directives()}
        for day in (MARCH, None)
    )

    assert (then, now) == ({"1-CT/TU"}, {"1-CT/TU", "2-CT/TU"})


def test_a_directive_of_a_past_day_is_found_by_the_number_it_had(store, on):
    on(MARCH)
    directive = directive_actions.add(store, replace(a_directive(), number="1-CT/TU"), MARCH)
    section = directive_actions.add_section(store, a_section(directive))
    on(APRIL)
    directive_actions.edit(store, replace(directive, number="9-CT/TU"))
    directive_actions.edit_section(store, replace(section, title="Tên sửa sau"))

    places = PlacesThen(store.connection, MARCH)

    assert places.directive("9-CT/TU") is None
    assert places.directive("1-CT/TU") is not None
    assert [row.section.title for row in places.section_rows(directive.id)] == [section.title]
