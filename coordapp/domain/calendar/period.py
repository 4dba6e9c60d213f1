"""Report periods: month, quarter, half-year, year, with the committee's cut-off day.

With the cut-off on the 14th, a month runs from the 15th of the month before to the 14th; the
quarters end on 14/3, 14/6, 14/9, 14/12. Source: resources/docs/forms.md 5.2.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class PeriodKind(Enum):
    """How long a report period is; the value is its length in months."""

    MONTH = 1
    QUARTER = 3
    HALF_YEAR = 6
    YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period from its first to its last day."""

    kind: PeriodKind
    start: date
    end: date

    @property
    def name(self) -> str:
        """Name it as papers do: `quý I/2018`."""
        month, year = self.end.month, self.end.year
        if self.kind is PeriodKind.MONTH:
            return f"tháng {month}/{year}"
        if self.kind is PeriodKind.QUARTER:
            return f"quý {('I', 'II', 'III', 'IV')[month // 3 - 1]}/{year}"
        if self.kind is PeriodKind.HALF_YEAR:
            return f"6 tháng {'đầu' if month == 6 else 'cuối'} năm {year}"
        return f"năm {year}"


def containing(kind: PeriodKind, day: date, cutoff_day: int) -> Period:
    """Give the period a day falls in; a cut-off day of 0 or 31 is the end of the month."""
    month = day.month if day <= _cutoff(day.year, day.month, cutoff_day) else day.month + 1
    # the last month of a period is a multiple of its length: March, June, …
    last = -(-month // kind.value) * kind.value
    year = day.year
    if last > 12:
        year, last = year + 1, kind.value
    end = _cutoff(year, last, cutoff_day)
    return Period(kind=kind, start=_start(kind, year, last, cutoff_day), end=end)


def _start(kind: PeriodKind, year: int, last_month: int, cutoff_day: int) -> date:
    before = last_month - kind.value
    if before < 1:
        return _cutoff(year - 1, before + 12, cutoff_day) + timedelta(1)
    return _cutoff(year, before, cutoff_day) + timedelta(1)


def _cutoff(year: int, month: int, cutoff_day: int) -> date:
    days = calendar.monthrange(year, month)[1]
    return date(year, month, min(cutoff_day, days) if cutoff_day > 0 else days)
