"""The chair's conclusions at a conference."""

from dataclasses import dataclass
from enum import Enum

from coordapp.domain.ids import ConclusionId, ConferenceId


class ConclusionKind(Enum):
    """What a conclusion does. Source: product 4."""

    ASSESS = "assess"
    DIRECT = "direct"
    ASSIGN = "assign"
    APPROVE = "approve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A numbered conclusion; tasks point at its id, so rewording breaks nothing."""

    id: ConclusionId
    conference_id: ConferenceId
    number: int
    kind: ConclusionKind
    text: str
    no_task_reason: str = ""
