"""Queries over units, their groups and people, in protocol order."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from coordapp.domain.committee.known_person import KnownPerson
from coordapp.domain.committee.person import CommitteeRole, Person
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import GroupOfUnits, UnitGroup, UnitGroupMember
from coordapp.domain.kernel.ids import UnitId
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import PERSONS, UNIT_GROUP_MEMBERS, UNIT_GROUPS, UNITS

# wherever a register names people: the committee first, then who came last, then the others
_NAMED = """
    select name, post
    from (
        select 0 as part, position * 1000000 + id as place, full_name as name, post from person
        union all select 1, -conference_id, name, post from attendance
        union all select 2, -conference_id, substitute_name, substitute_post from attendance
        union all select 3, -conference_id, speaker, post from speech
        union all select 4, -conference_id, presenter, '' from agenda_item
        union all select 5, 0, author, '' from summary
        union all select 6, 0, held_by, '' from practice where holder = 'individual'
        union all select 7, 0, name, '' from commendation where holder = 'individual'
        union all select distinct 8, 0, focal_person, '' from task where focal_person <> ''
    )
    where name <> '' or post <> ''
    group by name, post
    order by min(part * 1000000000000 + place), name"""


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


def known_people(connection: Reader) -> list[KnownPerson]:
    """Read everybody the register names anywhere; a bare name gives way to one with its post."""
    rows: list[tuple[str, str]] = connection.execute(_NAMED).fetchall()
    with_post = {name for name, post in rows if post}
    return [
        KnownPerson(name=name, post=post) for name, post in rows if post or name not in with_post
    ]
