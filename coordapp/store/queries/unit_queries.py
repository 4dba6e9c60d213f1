"""Queries over units, their groups and people, in protocol order."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import GroupOfUnits, UnitGroup, UnitGroupMember
from coordapp.domain.kernel.ids import UnitId
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import PERSONS, UNIT_GROUP_MEMBERS, UNIT_GROUPS, UNITS


def all_units(connection: Reader) -> list[Unit]:
    """Read every unit."""
    return UNITS.where(connection, "1 order by position, id")


def receiving(connection: Reader, day: date, held: Collection[UnitId] = ()) -> list[Unit]:
    """Read the units that can be given something on a day, and those that hold it already."""
    return [unit for unit in all_units(connection) if unit.id in held or unit.is_in_force(day)]


def all_groups(connection: Reader) -> list[UnitGroup]:
    """Read every group of units."""
    return UNIT_GROUPS.where(connection, "1 order by position, id")


def members(connection: Reader, group_id: int) -> list[UnitGroupMember]:
    """Read which units belong to a group."""
    return UNIT_GROUP_MEMBERS.where(connection, "unit_group_id = ? order by id", (group_id,))


def memberships(connection: Reader, unit_id: int) -> list[UnitGroupMember]:
    """Read which groups a unit belongs to."""
    return UNIT_GROUP_MEMBERS.where(connection, "unit_id = ? order by id", (unit_id,))


def groups_of_units(connection: Reader) -> list[GroupOfUnits]:
    """Read every group with its units."""
    belonging: dict[int, set[int]] = defaultdict(set)
    for member in UNIT_GROUP_MEMBERS.where(connection, "1"):
        belonging[member.unit_group_id].add(member.unit_id)
    units = all_units(connection)
    return [
        GroupOfUnits(
            group=group, units=tuple(unit for unit in units if unit.id in belonging[group.id])
        )
        for group in all_groups(connection)
    ]


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
