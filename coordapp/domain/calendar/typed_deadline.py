"""A deadline as it is typed: a day, or words that give none and are kept."""

import re
from datetime import date

from coordapp.domain.calendar import dates, grammar
from coordapp.domain.calendar.deadline import Deadline, DeadlineContext, Untold
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar

_FIGURE = re.compile(r"\d")


def read_typed(typed: str, today: date, calendar: Calendar | None = None) -> Deadline:
    """Read what was typed as a deadline, whatever it gives."""
    return grammar.read(
        typed, DeadlineContext(told_on=today, calendar=calendar or Calendar(), typed=True)
    )


def deadline_of(typed: str, today: date, calendar: Calendar | None = None) -> Deadline:
    """Read what was typed as a day, or as words that are kept without one.

    Figures that are no day are more likely mistyped than meant.
    Raises RuleViolation: date_unreadable, date_impossible.
    """
    said = read_typed(typed, today, calendar)
    if keeps_words(said):
        return said
    dates.parse(typed, today, calendar)
    return said


def keeps_words(said: Deadline) -> bool:
    """Tell that words give no day and are worth keeping."""
    if not said or said.due is not None:
        return False
    if said.untold is Untold.IMPOSSIBLE:
        return False
    return (
        said.untold is not Untold.UNREAD
        or said.kind in (DeadlineKind.PERIODIC, DeadlineKind.ONGOING)
        or not _FIGURE.search(said.wording)
    )
