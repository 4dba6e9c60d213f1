"""What became of earlier conclusions, for the first point of the next conference."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.rows import ConclusionRow

FINISHED = frozenset({Coverage.DONE, Coverage.NO_TASK})


def day_of(held_on: date | None, today: date) -> date:
    """Give the day a review speaks of: today, or that of a conference that is past.

    A conference still to come cannot know what will be late on its day.
    """
    return today if held_on is None else min(held_on, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport:
    """The conclusions of the last conference, and what conferences before it left open."""

    conference_code: str
    as_of: date
    previous_title: str
    previous_held_on: date | None
    rows: tuple[ConclusionRow, ...] = ()
    carried: int = 0  # how many of the rows are of conferences before the last one

    def count(self, *of: Coverage) -> int:
        """Count the conclusions that are as far as this."""
        return sum(row.coverage in of for row in self.rows)
