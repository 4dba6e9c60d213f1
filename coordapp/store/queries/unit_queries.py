"""Queries over units and people, in protocol order."""

from coordapp.domain.committee.person import Person
from coordapp.domain.committee.unit import Unit
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import PERSONS, UNITS


def all_units(connection: Reader) -> list[Unit]:
    """Read every unit."""
    return UNITS.where(connection, "1 order by position, id")


def all_persons(connection: Reader) -> list[Person]:
    """Read everybody."""
    return PERSONS.where(connection, "1 order by position, id")
