"""The words of a review report (báo cáo sơ kết, tổng kết) and its versions.

Source: resources/docs/forms.md 5.5.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import SummaryFigureId, SummaryId


class SummaryKind(Enum):
    """Midway, or at the end of a year or of several."""

    INTERIM = "interim"
    FINAL = "final"


class SummaryPart(Enum):
    """What a person writes in the report, in its order."""

    SITUATION = "situation"
    LEADERSHIP = "leadership"
    STRENGTHS = "strengths"
    SHORTCOMINGS = "shortcomings"
    OWN_CAUSES = "own_causes"
    OUTSIDE_CAUSES = "outside_causes"
    LESSONS = "lessons"
    DIRECTIONS = "directions"
    PROPOSALS = "proposals"


# without words these are not even headed
OPTIONAL = frozenset({SummaryPart.LESSONS, SummaryPart.PROPOSALS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One version of what is typed in the report of a period; kept ones are not changed any more."""

    id: SummaryId
    since: date
    until: date
    version: int
    kept_on: date | None = None
    author: str = ""
    subject: str = ""
    situation: str = ""
    leadership: str = ""
    strengths: str = ""
    shortcomings: str = ""
    own_causes: str = ""
    outside_causes: str = ""
    lessons: str = ""
    directions: str = ""
    proposals: str = ""

    @property
    def texts(self) -> tuple[tuple[SummaryPart, str], ...]:
        """Give what was typed, part by part."""
        return tuple((part, str(getattr(self, part.value))) for part in SummaryPart)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFigure:
    """A figure as a kept version printed it; `key` is the same in every version."""

    id: SummaryFigureId
    summary_id: SummaryId
    position: int
    key: str
    name: str
    value: str
    source: str


def with_texts(summary: Summary, texts: Mapping[SummaryPart, str]) -> Summary:
    """Take typed words over into a version."""
    held = {part: texts.get(part, text) for part, text in summary.texts}
    return replace(
        summary,
        situation=held[SummaryPart.SITUATION],
        leadership=held[SummaryPart.LEADERSHIP],
        strengths=held[SummaryPart.STRENGTHS],
        shortcomings=held[SummaryPart.SHORTCOMINGS],
        own_causes=held[SummaryPart.OWN_CAUSES],
        outside_causes=held[SummaryPart.OUTSIDE_CAUSES],
        lessons=held[SummaryPart.LESSONS],
        directions=held[SummaryPart.DIRECTIONS],
        proposals=held[SummaryPart.PROPOSALS],
    )


def ensure_open(summary: Summary) -> None:
    """Refuse to change a version that was kept. Raises RuleViolation: summary_kept."""
    if summary.kept_on is not None:
        raise RuleViolation("summary_kept", version=summary.version)
