"""The roadmap of a directive or a programme: what each year was to bring, and what it brought."""

from dataclasses import dataclass
from enum import Enum

from coordapp.domain.calendar.years import ensure_year
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import DirectiveId, MilestoneId, ProgrammeId


class Judgement(Enum):
    """What the committee says of a target when it looks back."""

    OPEN = "open"
    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One target of one year; it belongs to a directive or to a programme, never to both."""

    id: MilestoneId
    directive_id: DirectiveId | None = None
    programme_id: ProgrammeId | None = None
    year: int
    planned: str
    done: str = ""
    judgement: Judgement = Judgement.OPEN
    proposal: str = ""


def ensure_milestone(milestone: Milestone) -> None:
    """Refuse what no roadmap can hold.

    Raises RuleViolation: milestone_without_target, milestone_of_nothing, year_range, judged_without_result.
    """
    if not milestone.planned.strip():
        raise RuleViolation("milestone_without_target")
    if (milestone.directive_id is None) == (milestone.programme_id is None):
        raise RuleViolation("milestone_of_nothing")
    ensure_year(milestone.year)
    # a judgement rests on something that was done or left undone
    if milestone.judgement in (Judgement.MET, Judgement.PARTLY) and not milestone.done.strip():
        raise RuleViolation("judged_without_result", planned=milestone.planned)
