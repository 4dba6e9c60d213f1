"""The one grammar of deadlines: for typing, import, paste, matrix and running text.

A form that names a day gives that day; words that give none keep their words and say so.
"""

from collections.abc import Sequence

from coordapp.domain import dates
from coordapp.domain.calendar.deadline import (
    NO_DEADLINE,
    DayRole,
    Deadline,
    DeadlineContext,
    FoundDeadline,
    Untold,
)
from coordapp.domain.deadline_words import find_deadline
from coordapp.domain.errors import RuleViolation
from coordapp.domain.task import DeadlineKind
from coordapp.domain.text import one_line


def read(text: str, context: DeadlineContext) -> Deadline:
    """Read a whole cell or field; the wording is the text on one line."""
    wording = one_line(text)
    if not wording:
        return NO_DEADLINE
    try:
        due = dates.parse(wording, context.told_on, context.calendar)
    except RuleViolation:
        return Deadline(wording=wording, untold=Untold.UNREAD)
    return Deadline(wording=wording, kind=DeadlineKind.DATE, due=due)


def find(text: str, context: DeadlineContext) -> list[FoundDeadline]:
    """Find the deadlines of a running text, in its order; their spans never overlap."""
    found = find_deadline(text, context.told_on, context.calendar)
    if not found.wording:
        return []
    start = text.index(found.wording)
    deadline = Deadline(wording=found.wording, kind=found.kind, due=found.due)
    return [FoundDeadline(start=start, end=start + len(found.wording), deadline=deadline)]


def chosen(found: Sequence[FoundDeadline]) -> FoundDeadline | None:
    """Choose the deadline of the work among those of its clause: bounds before mere mentions."""
    for role in (DayRole.DEADLINE, DayRole.REPORT, DayRole.MENTIONED):
        for one in found:
            if one.role is role:
                return one
    return None
