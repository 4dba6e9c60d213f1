"""Which copies stay, when the next one is due, and how worrying the age of the last one is."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, timedelta
from enum import Enum

from coordapp.domain.files.copies import BEFORE_OPERATION, Copy, CopyReason

DAYS, WEEKS, MONTHS = 12, 10, 9
PROTECTED = timedelta(days=90)
MANY = 20  # records: a change of so many at once is worth a copy before it
BETWEEN = timedelta(minutes=30)
_FRESH = timedelta(days=1)
_OLD = timedelta(days=3)
_AHEAD = timedelta(hours=1)  # a clock this much behind the copy was set back

_STEPS: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
    (DAYS, lambda day: day),
    (WEEKS, lambda day: day.isocalendar()[:2]),
    (MONTHS, lambda day: (day.year, day.month)),
)


class CopyAge(Enum):
    """How worrying the age of the last verified copy is."""

    GOOD = "good"
    AMBER = "amber"
    RED = "red"


def kept(copies: Iterable[Copy], today: date) -> frozenset[int]:
    """Give the numbers of the copies that stay.

    All of today and yesterday, then one for each of 12 days, 10 weeks and 9 months that have one;
    copies before an operation for 90 days; always the newest verified one. A copy from the future
    is one of today: a wrong clock deletes nothing.
    """
    held = sorted(copies, key=_worth, reverse=True)
    stay = {copy.number for copy in held if _is_recent(copy, today)}
    stay |= {copy.number for copy in held if copy.reason in BEFORE_OPERATION}.intersection(
        copy.number for copy in held if today - copy.at.date() <= PROTECTED
    )
    newest = newest_verified(held)
    if newest is not None:
        stay.add(newest.number)
    left = [copy for copy in held if not _is_recent(copy, today)]
    for most, span_of in _STEPS:
        spans = {span_of(copy.at.date()): copy.at.date() for copy in reversed(left)}
        chosen = sorted(spans, key=lambda span: spans[span], reverse=True)[:most]
        for span in chosen:
            inside = [copy for copy in left if span_of(copy.at.date()) == span]
            stay.add(inside[0].number)
        left = [copy for copy in left if span_of(copy.at.date()) not in chosen]
    return frozenset(stay)


def newest_verified(copies: Iterable[Copy]) -> Copy | None:
    """Give the verified copy made last; numbers tell, for a clock can be set back."""
    return max((copy for copy in copies if copy.verified), key=lambda c: c.number, default=None)


def due(copies: Iterable[Copy], now: datetime, *, changed: bool) -> CopyReason | None:
    """Say why a copy is due now; `changed` since the last one."""
    last = newest_verified(copies)
    if last is None or last.at.date() != now.date():
        return CopyReason.DAY
    is_time = now - last.at >= BETWEEN or last.at - now > _AHEAD
    return CopyReason.REGULAR if changed and is_time else None


def standing(last: datetime | None, now: datetime) -> CopyAge:
    """Judge the age of the last verified copy."""
    if last is None or now - last > _OLD:
        return CopyAge.RED
    is_fresh = now - last <= _FRESH and last - now <= _AHEAD
    return CopyAge.GOOD if is_fresh else CopyAge.AMBER


def _is_recent(copy: Copy, today: date) -> bool:
    return copy.at.date() >= today - timedelta(days=1)


def _worth(copy: Copy) -> tuple[date, bool, int]:
    """Order copies of one day: a verified one stands for the day, then the latest."""
    return copy.at.date(), copy.verified, copy.number
