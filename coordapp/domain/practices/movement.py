"""Emulation movements (phong trào), and the proposals and decisions to commend."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.calendar.years import ensure_year
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import CommendationId, MovementId, PracticeId, UnitId
from coordapp.domain.practices.practice import Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement: who launched it, by which paper, for which year."""

    id: MovementId
    code: str
    name: str
    year: int
    launched_by: str = ""
    paper: str = ""
    launched_on: date | None = None
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commendation:
    """A proposal to commend; with number and day of the decision it is decided."""

    id: CommendationId
    movement_id: MovementId
    position: int
    name: str
    holder: Holder = Holder.COLLECTIVE
    unit_id: UnitId | None = None
    practice_id: PracticeId | None = None
    form: str = ""
    proposed_on: date | None = None
    decision: str = ""
    decided_on: date | None = None

    @property
    def is_decided(self) -> bool:
        """Tell whether a decision is on record."""
        return bool(self.decision.strip())


def ensure_movement(movement: Movement) -> None:
    """Refuse what is no movement. Raises RuleViolation: movement_name_missing, year_range."""
    if not movement.name.strip():
        raise RuleViolation("movement_name_missing")
    ensure_year(movement.year)


def ensure_commendation(commendation: Commendation) -> None:
    """Refuse a reward for nobody, or one decided before it was proposed.

    Raises RuleViolation: commended_nobody, decided_before_proposed.
    """
    if not commendation.name.strip():
        raise RuleViolation("commended_nobody")
    proposed, decided = commendation.proposed_on, commendation.decided_on
    if proposed is not None and decided is not None and decided < proposed:
        raise RuleViolation("decided_before_proposed", name=commendation.name)
