"""Whether enough members came, by the rule of the committee."""

from collections.abc import Iterable
from dataclasses import dataclass

from coordapp.domain.committee.committee import QuorumRule
from coordapp.domain.conferences.conference import Attendance, AttendanceState


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """The members counted; `came` has the substitutes in it where the rule counts them."""

    rule: QuorumRule
    substitutes_count: bool
    members: int
    came: int
    substituted: int
    needed: int

    @property
    def lacking(self) -> int:
        """How many members more it takes; 0 when enough came."""
        return max(self.needed - self.came, 0)

    @property
    def is_enough(self) -> bool:
        """Tell whether the conference may go on; nobody is never enough."""
        return not self.lacking and (self.came > 0 or self.rule is QuorumRule.NONE)


def needed(members: int, rule: QuorumRule) -> int:
    """Say how many members must be there, in whole people."""
    return {
        QuorumRule.NONE: 0,
        QuorumRule.OVER_HALF: members // 2 + 1,
        QuorumRule.TWO_THIRDS: -(-2 * members // 3),
        QuorumRule.THREE_QUARTERS: -(-3 * members // 4),
    }[rule]


def count(attending: Iterable[Attendance], rule: QuorumRule, *, substitutes_count: bool) -> Quorum:
    """Count the members; guests are never among them."""
    states = [item.state for item in attending if not item.is_guest]
    substituted = states.count(AttendanceState.SUBSTITUTED)
    present = states.count(AttendanceState.PRESENT)
    return Quorum(
        rule=rule,
        substitutes_count=substitutes_count,
        members=len(states),
        came=present + (substituted if substitutes_count else 0),
        substituted=substituted,
        needed=needed(len(states), rule),
    )
