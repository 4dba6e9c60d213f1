"""The table of days off knows which days it speaks of already."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.calendar.day_off import DayOff, DayOffKind
from coordapp.domain.kernel.ids import DayOffId
from coordapp.services.committee import day_off_actions
from coordapp.store.queries import day_off_queries

MONDAY = date(2018, 4, 2)


@pytest.fixture
def row(store):
    new = DayOff(
        id=DayOffId(0), day=MONDAY, kind=DayOffKind.OFF, source="Thông báo", confirmed=True
    )
    return day_off_actions.add(store, new)


def test_a_day_is_taken_by_any_row_but_its_own(store, row):
    assert not day_off_queries.is_taken(store.connection, row)
    assert day_off_queries.is_taken(store.connection, replace(row, id=DayOffId(0)))


def test_the_calendar_counts_by_the_table(store, row):
    assert not day_off_queries.calendar(store.connection).is_working(MONDAY)
    assert day_off_queries.all_days(store.connection) == [row]
