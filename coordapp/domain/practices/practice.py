"""Models and exemplars (mô hình, điển hình "dân vận khéo"): kept, new, recognised, replicated.

Source: resources/docs/forms.md 5.1.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.calendar.years import ensure_year
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    PracticeCountId,
    PracticeId,
    PracticeYearId,
    RecognitionId,
    UnitId,
)


class PracticeKind(Enum):
    """A way of doing, or someone exemplary."""

    MODEL = "model"
    EXEMPLAR = "exemplar"


class Holder(Enum):
    """Who carries it."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


class Level(Enum):
    """At which level it stands; `DISTRICT` only before 01/7/2025."""

    BASE = "base"
    DISTRICT = "district"
    PROVINCE = "province"
    CENTRAL = "central"


class YearState(Enum):
    """What became of a model in a year."""

    NEW = "new"
    KEPT = "kept"
    ENDED = "ended"


class RecognitionStep(Enum):
    """The way from registering to a proposal for reward, in its order."""

    REGISTERED = "registered"
    REVIEWED = "reviewed"
    RECOGNISED = "recognised"
    TYPICAL = "typical"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One model or exemplar."""

    id: PracticeId
    code: str
    name: str
    kind: PracticeKind = PracticeKind.MODEL
    holder: Holder = Holder.COLLECTIVE
    held_by: str = ""
    unit_id: UnitId | None = None
    field: str = ""
    level: Level = Level.BASE
    place: str = ""
    started: int | None = None
    result: str = ""
    replicated_from_id: PracticeId | None = None
    is_chosen: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeYear:
    """That a model was new, kept or given up in a year."""

    id: PracticeYearId
    practice_id: PracticeId
    year: int
    state: YearState


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """One step of recognition, with its paper."""

    id: RecognitionId
    practice_id: PracticeId
    step: RecognitionStep
    happened_on: date | None = None
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCount:
    """The numbers a unit reported for a year, whatever the list holds."""

    id: PracticeCountId
    unit_id: UnitId
    year: int
    kept: int | None = None
    new: int | None = None
    source: str = ""
    reported_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a unit reported for a year beside what the list holds."""

    unit_id: UnitId
    year: int
    state: YearState
    told: int
    listed: int

    @property
    def missing(self) -> int:
        """Give how many reported ones the list lacks; negative where it holds more."""
        return self.told - self.listed


def ensure_practice(practice: Practice, held: Mapping[PracticeId, Practice]) -> None:
    """Refuse what is no model. Raises RuleViolation: practice_name_missing, replicated_in_circle, year_range."""
    if not practice.name.strip():
        raise RuleViolation("practice_name_missing")
    if practice.started is not None:
        ensure_year(practice.started)
    if practice.id and practice.id in {one.id for one in chain(practice, held)[1:]}:
        raise RuleViolation("replicated_in_circle", name=practice.name)


def ensure_count(count: PracticeCount) -> None:
    """Refuse numbers no unit can report. Raises RuleViolation: count_negative, year_range."""
    ensure_year(count.year)
    if min(count.kept or 0, count.new or 0) < 0:
        raise RuleViolation("count_negative")


def chain(practice: Practice, held: Mapping[PracticeId, Practice]) -> list[Practice]:
    """Follow a model to the one it was first taken from, itself first; stops where it comes round."""
    found = [practice]
    seen: set[PracticeId] = set()
    while (origin := found[-1].replicated_from_id) is not None and origin not in seen:
        seen.add(origin)
        if origin not in held:
            break
        found.append(held[origin])
    return found


def replication(
    practice: Practice, held: Mapping[PracticeId, Practice]
) -> list[tuple[Practice, int]]:
    """Give the whole chain a model stands in, the first one on top, each with its depth.

    Where links come round in a circle each model is named once.
    """
    below: dict[PracticeId | None, list[Practice]] = {}
    for one in held.values():
        below.setdefault(one.replicated_from_id, []).append(one)
    waiting = [(chain(practice, held)[-1], 0)]
    found: list[tuple[Practice, int]] = []
    seen: set[PracticeId] = set()
    while waiting:
        one, depth = waiting.pop()
        if one.id in seen:
            continue
        seen.add(one.id)
        found.append((one, depth))
        replicas = sorted(below.get(one.id, ()), key=lambda made: (made.started or 0, made.code))
        waiting += [(made, depth + 1) for made in reversed(replicas)]
    return found


def counts(
    practices: Iterable[Practice], years: Iterable[PracticeYear], year: int
) -> dict[UnitId | None, dict[YearState, int]]:
    """Count the models of each unit by what became of them in a year."""
    units = {practice.id: practice.unit_id for practice in practices}
    found: dict[UnitId | None, dict[YearState, int]] = {}
    for one in years:
        if one.year == year and one.practice_id in units:
            row = found.setdefault(units[one.practice_id], dict.fromkeys(YearState, 0))
            row[one.state] += 1
    return found


def compared(
    told: Sequence[PracticeCount], listed: Mapping[UnitId | None, Mapping[YearState, int]]
) -> list[Comparison]:
    """Put the numbers reported for a year beside those of the list; what was not told is left out."""
    found = []
    for count in told:
        held = listed.get(count.unit_id, {})
        for state, number in ((YearState.KEPT, count.kept), (YearState.NEW, count.new)):
            if number is not None:
                found.append(
                    Comparison(
                        unit_id=count.unit_id, year=count.year, state=state, told=number,
                        listed=held.get(state, 0),
                    )
                )  # fmt: skip
    return found
