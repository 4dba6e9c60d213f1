"""Queries over units and people, in protocol order."""

from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.committee.unit import Unit
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import PERSONS, UNITS


def all_units(connection: Reader) -> list[Unit]:
    """Read every unit."""
    return UNITS.where(connection, "1 order by position, id")


def is_named(connection: Reader, unit: Unit) -> bool:
    """Tell whether another unit bears the short name of this one."""
    values = (unit.short_name, unit.id)
    return bool(UNITS.where(connection, "short_name = ? and id <> ? limit 1", values))


def all_persons(connection: Reader) -> list[Person]:
    """Read everybody."""
    return PERSONS.where(connection, "1 order by position, id")


def head(connection: Reader) -> Person | None:
    """Read the head of the committee, the first of several; None if nobody is."""
    values = (CommitteeRole.HEAD.value,)
    found = PERSONS.where(connection, "role = ? order by position, id limit 1", values)
    return found[0] if found else None
