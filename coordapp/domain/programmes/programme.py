"""Coordination programmes: who is party to them, what they hold, how far their tasks are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.calendar.years import ensure_year
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ProgrammeId, ProgrammeItemId, ProgrammePartyId, UnitId


class ItemScope(Enum):
    """Whose work an item is: the committee's in common, or registered by one unit for a year."""

    COMMON = "common"
    REGISTERED = "registered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A coordination programme of one year or of a period."""

    id: ProgrammeId
    code: str
    title: str
    number: str = ""
    signed_on: date | None = None
    first_year: int
    last_year: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeParty:
    """One body that signed a programme: a unit of the register, or a name as written."""

    id: ProgrammePartyId
    programme_id: ProgrammeId
    position: int
    unit_id: UnitId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """What a programme asks for in a year; tasks point at it."""

    id: ProgrammeItemId
    programme_id: ProgrammeId
    position: int
    title: str
    scope: ItemScope = ItemScope.COMMON
    unit_id: UnitId | None = None
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneCount:
    """How many of so many tasks are done."""

    total: int = 0
    done: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.done <= self.total:
            raise RuleViolation("count_beyond_total", done=self.done, total=self.total)


def ensure_programme(programme: Programme) -> None:
    """Refuse what is no programme. Raises RuleViolation: programme_title_missing, years_reversed."""
    if not programme.title.strip():
        raise RuleViolation("programme_title_missing")
    ensure_year(programme.first_year)
    ensure_year(programme.last_year)
    if programme.last_year < programme.first_year:
        raise RuleViolation("years_reversed", first=programme.first_year, last=programme.last_year)


def ensure_item(item: ProgrammeItem, programme: Programme) -> None:
    """Refuse an item that cannot be done.

    Raises RuleViolation: item_title_missing, registered_by_nobody, year_outside_programme.
    """
    if not item.title.strip():
        raise RuleViolation("item_title_missing")
    if item.scope is ItemScope.REGISTERED and item.unit_id is None:
        raise RuleViolation("registered_by_nobody", title=item.title)
    if not programme.first_year <= item.year <= programme.last_year:
        raise RuleViolation(
            "year_outside_programme", year=item.year, first=programme.first_year,
            last=programme.last_year,
        )  # fmt: skip


def ensure_party(party: ProgrammeParty) -> None:
    """Refuse a party that is nobody. Raises RuleViolation: party_missing."""
    if party.unit_id is None and not party.name.strip():
        raise RuleViolation("party_missing")


def counted(items: Iterable[tuple[ProgrammeItem, DoneCount]]) -> dict[ItemScope, DoneCount]:
    """Add the tasks of items of each scope; a scope without tasks counts none."""
    sums = {scope: [0, 0] for scope in ItemScope}
    for item, count in items:
        sums[item.scope][0] += count.total
        sums[item.scope][1] += count.done
    return {scope: DoneCount(total=total, done=done) for scope, (total, done) in sums.items()}
