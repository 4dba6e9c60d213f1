"""What a list of conclusions shows."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.conclusions.conclusion import Conclusion, Coverage, coverage
from coordapp.domain.programmes.source_tie import SourceTie


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionRow:
    """A conclusion with its conference and the tasks of units it gave, each counted once.

    A parent that gathers units or periods is not among them.
    """

    conclusion: Conclusion
    conference_code: str
    conference_title: str
    held_on: date | None
    task_codes: tuple[str, ...] = ()
    tasks_done: int = 0
    tasks_overdue: int = 0
    tasks_cancelled: int = 0
    units: tuple[str, ...] = ()  # that lead, in the order of their tasks
    sources: tuple[SourceTie, ...] = ()  # what it rests on

    @property
    def id(self) -> int:
        """The conclusion's id."""
        return self.conclusion.id

    @property
    def coverage(self) -> Coverage:
        """How far its tasks are."""
        return coverage(
            reason=self.conclusion.no_task_reason,
            live=len(self.task_codes) - self.tasks_cancelled,
            done=self.tasks_done,
            overdue=self.tasks_overdue,
        )
