"""Groups of units that papers speak of by one name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
