"""Member units of the committee."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A body that receives tasks; lists follow `position`, the protocol order."""

    id: UnitId
    name: str
    short_name: str
    document_code: str = ""
    kind: str = ""
    position: int = 0
    aliases: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor_id: UnitId | None = None

    def is_called(self, name: str) -> bool:
        """Tell whether this is one of its names already."""
        return any(words(fold(name)) == words(fold(known)) for known in self.names)

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name it goes by."""
        return (self.name, self.short_name, self.document_code, *self.other_names)

    @property
    def to_choose(self) -> "ChoiceWords":
        """Give the short name, found by every name that the unit goes by."""
        return ChoiceWords(self.short_name, self.names)

    @property
    def other_names(self) -> tuple[str, ...]:
        """Give the other names it goes by: parted by semicolons, or by commas where none stands."""
        return parted(self.aliases)

    def is_in_force(self, day: date) -> bool:
        """Tell whether the unit is there on a day; both ends of its time count."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class ChoiceWords(str):
    """Words to choose something by, and the other names that find it."""

    names: tuple[str, ...]

    def __new__(cls, words: str, names: Iterable[str] = ()) -> "ChoiceWords":
        """Give the words with these names beside them."""
        made = super().__new__(cls, words)
        made.names = tuple(names)
        return made


def parted(names: str) -> tuple[str, ...]:
    """Part names by semicolons, or by commas where none stands."""
    parts = re.split(r"[;\n]" if ";" in names else r"[,\n]", names)
    return tuple(part.strip() for part in parts if part.strip())


def ensure_lasts(unit: Unit, others: Iterable[Unit]) -> None:
    """Refuse a unit that ends before it begins, or that follows itself.

    Raises RuleViolation: unit_ends_first, unit_follows_itself.
    """
    begun, ended = unit.valid_from, unit.valid_to
    if begun is not None and ended is not None and ended < begun:
        raise RuleViolation("unit_ends_first", begun=dates.short(begun), ended=dates.short(ended))
    following = {other.id: other.successor_id for other in others} | {unit.id: unit.successor_id}
    place, seen = unit.successor_id, {unit.id} if unit.id else set()
    while place is not None:
        if place in seen:
            raise RuleViolation("unit_follows_itself", name=unit.name)
        seen.add(place)
        place = following.get(place)


def twins(units: Iterable[Unit]) -> Mapping[UnitId, tuple[str, ...]]:
    """Name for each unit the short names of others that bear one of its full or other names.

    Why not an error: two offices may truly share a name for a while, but who types one twice
    should see it before tasks are given to both.
    """
    held = list(units)
    by_name: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in held:
        for name in {words(fold(name)) for name in (unit.name, *unit.other_names)}:
            by_name[name].append(unit)
    found: dict[UnitId, tuple[str, ...]] = {}
    for unit in held:
        alike = by_name[words(fold(unit.name))]
        others = tuple(other.short_name for other in alike if other.id != unit.id)
        if others:
            found[unit.id] = others
    return found
