"""Working days: weekends, days off, and the weekend days worked instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coordapp.domain.calendar.day_off import DayOff, DayOffKind

_SATURDAY = 5
_ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The days an office works; an empty one knows only Saturdays and Sundays off.

    `expected` holds the days, of either kind, that no paper has confirmed yet.
    """

    off: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()
    expected: frozenset[date] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[DayOff]) -> "Calendar":
        """Build the calendar from the table of days off."""
        rows = tuple(rows)
        return cls(
            off=frozenset(row.day for row in rows if row.kind is DayOffKind.OFF),
            make_up=frozenset(row.day for row in rows if row.kind is DayOffKind.MAKE_UP),
            expected=frozenset(row.day for row in rows if not row.confirmed),
        )

    def is_working(self, day: date) -> bool:
        """Tell whether the office works on a day."""
        if day in self.off:
            return False
        return day.weekday() < _SATURDAY or day in self.make_up

    def add_working_days(self, start: date, count: int) -> date:
        """Go `count` working days forward, or back when negative; 0 stays where it is.

        Unit: working days; the start day itself is never counted, whatever day it is.
        Raises OverflowError beyond the years a date can have.
        """
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        day, left = start, abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days from `start`, not counted, to `end`, counted.

        Unit: working days; negative when `end` is before `start`, so that
        `add_working_days(start, n)` is always `n` away.
        """
        sign = 1 if end > start else -1
        days = (start + sign * n * _ONE_DAY for n in range(1, abs((end - start).days) + 1))
        return sign * sum(map(self.is_working, days))

    def last_working_day_on_or_before(self, day: date) -> date:
        """Give the day itself when it is worked, else the last one worked before it."""
        return day if self.is_working(day) else self.add_working_days(day, -1)

    def rests_on_expected(self, first: date, last: date) -> bool:
        """Tell whether a count over these days, both included, may still change.

        That is so when one of them is only expected, or when it reaches a year of which
        nothing is known. Source: resources/docs/forms.md 5.3.
        """
        if any(first <= day <= last for day in self.expected):
            return True
        known = {day.year for day in self.off}
        return any(year not in known for year in range(first.year, last.year + 1))
