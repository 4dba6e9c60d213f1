"""Report periods: month, quarter, half-year, year, with the committee's cut-off day.

With the cut-off on the 14th, a month runs from the 15th of the month before to the 14th; the
quarters end on 14/3, 14/6, 14/9, 14/12. Source: resources/docs/forms.md 5.2.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from coordapp.domain.kernel.text import fold, one_line


class PeriodKind(Enum):
    """How often a periodic task is due; the value is its length in months."""

    MONTH = 1
    QUARTER = 3
    HALF_YEAR = 6
    YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period from its first to its last day; it is due on the last."""

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


# the words of papers, folded, longest kinds first: "6 tháng" also contains "tháng"
_WORDS = (
    (PeriodKind.HALF_YEAR, ("6 thang", "sau thang", "nua nam")),
    (PeriodKind.QUARTER, ("quy",)),
    (PeriodKind.MONTH, ("thang",)),
    (PeriodKind.YEAR, ("nam",)),
)


def kind_of(wording: str) -> PeriodKind | None:
    """Read how often from the paper's words (`hằng quý`, `6 tháng một lần`); None if they do not say."""
    words = fold(one_line(wording))
    for kind, signs in _WORDS:
        if any(sign in words for sign in signs):
            return kind
    return None


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


def between(kind: PeriodKind, first: date, last: date, cutoff_day: int) -> Iterator[Period]:
    """Give every period from the one of `first` to the one of `last`."""
    day = first
    while day <= last or day == first:
        found = containing(kind, day, cutoff_day)
        yield found
        day = found.end + timedelta(1)


def _start(kind: PeriodKind, year: int, last_month: int, cutoff_day: int) -> date:
    before = last_month - kind.value
    if before < 1:
        return _cutoff(year - 1, before + 12, cutoff_day) + timedelta(1)
    return _cutoff(year, before, cutoff_day) + timedelta(1)


def _cutoff(year: int, month: int, cutoff_day: int) -> date:
    days = calendar.monthrange(year, month)[1]
    return date(year, month, min(cutoff_day, days) if cutoff_day > 0 else days)
