"""Groups of units that papers speak of by one name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coordapp.domain.committee.unit import Unit, parted
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitGroupId, UnitGroupMemberId, UnitId
from coordapp.domain.kernel.text import fold, words


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGroup:
    """Several units under one name: "các tổ chức chính trị - xã hội tỉnh"."""

    id: UnitGroupId
    name: str
    aliases: str = ""
    position: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name it goes by, its own first."""
        return (self.name, *parted(self.aliases))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGroupMember:
    """A unit that belongs to a group."""

    id: UnitGroupMemberId
    unit_group_id: UnitGroupId
    unit_id: UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOfUnits:
    """A group with its units in the order of protocol."""

    group: UnitGroup
    units: tuple[Unit, ...] = ()

    @property
    def unit_ids(self) -> tuple[UnitId, ...]:
        """Name its units."""
        return tuple(unit.id for unit in self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedGroup:
    """A group as a paper speaks of it: its name, and the names of its units on the day."""

    name: str
    units: tuple[str, ...]
    ended: tuple[str, ...] = ()  # that were in it, and are no more


def on_day(groups: Iterable[GroupOfUnits], day: date) -> tuple[NamedGroup, ...]:
    """Give the groups of which several units are there on a day, the larger ones first."""
    found = [
        NamedGroup(
            name=one.group.name,
            units=tuple(unit.name for unit in one.units if unit.is_in_force(day)),
            ended=tuple(unit.name for unit in one.units if not unit.is_in_force(day)),
        )
        for one in groups
    ]
    several = [one for one in found if len(one.units) > 1]
    return tuple(sorted(several, key=lambda one: -len(one.units)))


def spoken_of(names: Iterable[str], groups: Iterable[NamedGroup]) -> tuple[str, ...]:
    """Name a group instead of its units where all of them are named, in the place of the first.

    A unit that belongs to two groups is spoken of once, with the larger one.
    """
    said = list(dict.fromkeys(names))
    for group in groups:
        if not set(group.units) <= set(said):
            continue
        own = {*group.units, *group.ended}
        place = min(said.index(name) for name in group.units)
        before = [name for name in said[:place] if name not in own]
        said = [*before, group.name, *(name for name in said[place:] if name not in own)]
    return tuple(said)


def ensure_group(group: UnitGroup, others: Iterable[UnitGroup], units: Sequence[Unit]) -> None:
    """Refuse a name that is missing, or that would mean two things.

    Raises RuleViolation: group_name_missing, group_name_taken.
    """
    if not group.name.strip():
        raise RuleViolation("group_name_missing")
    taken = {words(fold(name)) for other in others if other.id != group.id for name in other.names}
    for name in group.names:
        if words(fold(name)) in taken or any(unit.is_called(name) for unit in units):
            raise RuleViolation("group_name_taken", name=name)
