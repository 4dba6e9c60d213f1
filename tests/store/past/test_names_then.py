"""Within a past day everything is read under the names of that day, and nothing stays behind."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.kernel.ids import PersonId
from coordapp.services.committee import committee_actions
from coordapp.store import Store, open_reader
from coordapp.store.past.names_then import as_named
from coordapp.store.queries import health, unit_queries
from tests.build import a_unit

BEFORE, AFTER = date(2018, 3, 10), date(2018, 3, 20)


class Clock:
    day = date(2018, 3, 1)

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(9))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "so.db", now=clock)) as opened:
        yield opened


def rename(store: Store, clock: Clock, day: date, **given: str) -> None:
    clock.day = day
    (unit,) = unit_queries.all_units(store.connection)
    committee_actions.edit_unit(store, replace(unit, **given))


def named(store: Store, day: date | None) -> list[str]:
    with as_named(store.connection, day):
        return [unit.name for unit in unit_queries.all_units(store.connection)]


def test_a_unit_bears_the_name_of_the_day(store: Store, clock: Clock) -> None:
    committee_actions.add_unit(store, a_unit(name="Sở Nông nghiệp"))
    rename(store, clock, date(2018, 3, 15), name="Sở Môi trường")

    assert named(store, BEFORE) == named(store, date(2018, 3, 14)) == ["Sở Nông nghiệp"]
    assert named(store, date(2018, 3, 15)) == named(store, AFTER) == ["Sở Môi trường"]
    assert named(store, None) == ["Sở Môi trường"]


def test_a_slip_put_right_later_was_right_then(store: Store, clock: Clock) -> None:
    committee_actions.add_unit(store, a_unit(name="Sở Nông nghiêp"))
    rename(store, clock, date(2018, 3, 15), name="Sở Nông nghiệp")
    rename(store, clock, date(2018, 3, 16), name="Sở Môi trường")

    assert named(store, BEFORE) == ["Sở Nông nghiệp"]


def test_what_was_typed_in_later_bears_its_first_name_of_another_day(
    store: Store, clock: Clock
) -> None:
    clock.day = date(2018, 3, 15)
    committee_actions.add_unit(store, a_unit(name="Sở chưa rõ"))
    rename(store, clock, date(2018, 3, 15), name="Sở Nông nghiệp")
    rename(store, clock, date(2018, 3, 18), name="Sở Môi trường")

    assert named(store, BEFORE) == ["Sở Nông nghiệp"]


def test_the_head_of_the_day_is_one_alone(store: Store, clock: Clock) -> None:
    def head(name: str) -> Person:
        made = Person(id=PersonId(0), full_name=name, post="", role=CommitteeRole.HEAD)
        return committee_actions.add_person(store, made)

    old = head("Người Cũ")
    clock.day = date(2018, 3, 15)
    committee_actions.edit_person(store, replace(old, role=CommitteeRole.NONE, position=9))
    head("Người Mới")

    for day, expected in ((BEFORE, "Người Cũ"), (AFTER, "Người Mới")):
        with as_named(store.connection, day):
            found = unit_queries.head(store.connection)
        assert found is not None
        assert found.full_name == expected


def test_nothing_stays_behind_and_the_file_is_not_touched(store: Store, clock: Clock) -> None:
    committee_actions.add_unit(store, a_unit(name="Sở Nông nghiệp"))
    rename(store, clock, date(2018, 3, 15), name="Sở Môi trường")
    content = store.path.read_bytes()

    with pytest.raises(ZeroDivisionError), as_named(store.connection, BEFORE):
        raise ZeroDivisionError

    assert named(store, None) == ["Sở Môi trường"]
    assert store.connection.execute("select * from sqlite_temp_master").fetchall() == []
    assert store.path.read_bytes() == content
    assert list(health.findings(store.connection)) == []


def test_a_reader_that_may_not_write_reads_the_names_too_and_still_may_not_write(
    store: Store, clock: Clock
) -> None:
    committee_actions.add_unit(store, a_unit(name="Sở Nông nghiệp"))
    rename(store, clock, date(2018, 3, 15), name="Sở Môi trường")

    with open_reader(store.path) as reader:
        with as_named(reader, BEFORE), as_named(reader, AFTER):
            inside = [unit.name for unit in unit_queries.all_units(reader)]
            (forbidden,) = reader.execute("pragma query_only").fetchone()
        assert inside == ["Sở Nông nghiệp"]
        assert forbidden == 1
