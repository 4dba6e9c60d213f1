"""The words and kinds of a review report (báo cáo sơ kết, tổng kết).

Source: resources/docs/forms.md 5.5.
"""

from enum import Enum


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
