"""When each point of a programme begins and ends, and where the times are at odds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.conferences.conference import AgendaItem, Conference
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold

LONGEST = 600  # minutes
_TIME = re.compile(r"(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{2})?\s*(?:phút)?")
REVIEW_TITLE = "Kiểm điểm việc thực hiện kết luận kỳ trước"
REVIEW_MINUTES = 15
_OPENING = ("khai mac", "tuyen bo ly do", "gioi thieu dai bieu", "on dinh to chuc", "chao co")


class Clash(Enum):
    """What is wrong with the time of a point."""

    BEFORE_OPENING = "before_opening"
    NOT_ASCENDING = "not_ascending"
    OVERLAP = "overlap"
    PAST_END = "past_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The time of one point; empty where nothing tells it. `by` is how far it clashes, in minutes."""

    start: str = ""
    end: str = ""
    clash: Clash | None = None
    by: int = 0


def place_of_review(items: Sequence[AgendaItem]) -> int:
    """Say before which point the review of earlier conclusions comes: after the opening ones."""
    opening = (any(word in fold(item.title) for word in _OPENING) for item in items)
    return next((n for n, opens in enumerate(opening) if not opens), len(items))


def timetable(conference: Conference, items: Sequence[AgendaItem]) -> list[Slot]:
    """Give each point its time: typed, or following from the points around it.

    A conference of several days has no single clock, so that nothing is at odds in it.
    """
    if conference.ended_on is not None and conference.ended_on != conference.held_on:
        return [Slot(start=item.start_time, end=_end_of(item)) for item in items]
    opening, closing = minutes_of(conference.start_time), minutes_of(conference.end_time)
    slots: list[Slot] = []
    previous_start, previous_end = None, opening
    for place, item in enumerate(items):
        typed = minutes_of(item.start_time)
        start = previous_end if typed is None else typed
        end = None if start is None or not item.minutes else start + item.minutes
        if end is None:
            end = _next_start(items[place + 1 :], start, closing)
        clash, by = _clash(start, end, (opening, closing), (previous_start, previous_end))
        slots.append(Slot(start=clock(start), end=clock(end), clash=clash, by=by))
        # the end of a point without a length is only where the next one begins
        previous_start = start if start is not None else previous_start
        previous_end = None if start is None or not item.minutes else start + item.minutes
    return slots


def minutes_of(time: str) -> int | None:
    """Give the minutes since midnight; None for no time."""
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute) if hour.isdecimal() and minute.isdecimal() else None


def read_minutes(typed: str) -> int | None:
    """Read how long a point takes; empty is not known. Raises RuleViolation: minutes_unreadable."""
    text = fold(typed).strip().removesuffix("phut").removesuffix("'").strip()
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) <= LONGEST:
        raise RuleViolation("minutes_unreadable", typed=typed)
    return int(text)


def read_time(typed: str) -> str:
    """Read a time of day as `HH:MM`; empty stays empty. Raises RuleViolation: time_unreadable."""
    text = typed.strip().lower()
    if not text:
        return ""
    match = _TIME.fullmatch(text)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 99)
    if hour > 23 or minute > 59:
        raise RuleViolation("time_unreadable", typed=typed)
    return f"{hour:02d}:{minute:02d}"


def clock(minutes: int | None) -> str:
    """Write minutes since midnight as `HH:MM`; what passes midnight goes on at 00:00."""
    return "" if minutes is None else f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _end_of(item: AgendaItem) -> str:
    start = minutes_of(item.start_time)
    return clock(start + item.minutes) if start is not None and item.minutes else ""


def _next_start(rest: Sequence[AgendaItem], start: int | None, closing: int | None) -> int | None:
    """End a point without a length where the next one begins, the last with the conference."""
    if start is None:
        return None
    following = minutes_of(rest[0].start_time) if rest else closing
    return following if following is not None and following >= start else None


def _clash(
    start: int | None,
    end: int | None,
    conference: tuple[int | None, int | None],
    previous: tuple[int | None, int | None],
) -> tuple[Clash | None, int]:
    if start is None:
        return None, 0
    opening, closing = conference
    previous_start, previous_end = previous
    last = start if end is None else max(start, end)
    tests = (
        (Clash.NOT_ASCENDING, previous_start, start),
        (Clash.OVERLAP, previous_end if previous_start is not None else None, start),
        (Clash.BEFORE_OPENING, opening, start),
        (Clash.PAST_END, last if closing is not None else None, closing),
    )
    for clash, earliest, actual in tests:
        if earliest is not None and actual is not None and actual < earliest:
            return clash, earliest - actual
    return None, 0
