"""The period of a review report: its name, its years, and the day its figures are of."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.report_period import SpanKind, span_of
from coordapp.domain.calendar.years import ensure_year
from coordapp.domain.indicators.indicator import period_ends
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.summaries.summary import SummaryKind

_WHOLE_YEAR = 360  # days from which a review is final
_SCRAP = 31  # days of a year that make no year: a report year may begin in December
_END_OF_MONTH = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPeriod:
    """From which day to which; `as_of` is the day whose end the figures tell."""

    since: date
    until: date
    as_of: date
    name: str
    years: tuple[int, ...]
    kind: SummaryKind
    cutoff_day: int = _END_OF_MONTH

    @property
    def is_over(self) -> bool:
        """Tell whether the figures are those of the whole period."""
        return self.as_of == self.until

    def holds(self, period: str) -> bool:
        """Tell whether a figure of such a period (`2017`, `2018-Q1`) ends within this one.

        Both are read by the calendar, or both by the report months of the committee.
        """
        year, month, length = period_ends(period)
        span = span_of(_LENGTHS[length], date(year, month, 1), self.cutoff_day)
        return self.since <= span.end <= self.until


_LENGTHS = {
    1: SpanKind.MONTH, 3: SpanKind.QUARTER, 6: SpanKind.HALF_YEAR, 9: SpanKind.NINE_MONTHS,
    12: SpanKind.YEAR,
}  # fmt: skip


def period_of(since: date, until: date, today: date, cutoff_day: int) -> SummaryPeriod:
    """Take the period of a review report.

    Raises RuleViolation: summary_reversed, summary_not_begun, year_range.
    """
    for day in (since, until):
        ensure_year(day.year)
    if until < since:
        raise RuleViolation(
            "summary_reversed", since=dates.in_figures(since), until=dates.in_figures(until)
        )
    if today < since:
        raise RuleViolation("summary_not_begun", since=dates.in_figures(since))
    is_long = (until - since).days >= _WHOLE_YEAR
    return SummaryPeriod(
        since=since,
        until=until,
        as_of=min(until, today),
        name=_name(since, until, cutoff_day),
        years=tuple(_years(since, until)),
        kind=SummaryKind.FINAL if is_long else SummaryKind.INTERIM,
        cutoff_day=cutoff_day if since.day == cutoff_day + 1 else _END_OF_MONTH,
    )


def usual_periods(today: date) -> list[tuple[date, date]]:
    """Give the years, half-years and quarters of this calendar year and the last that have begun."""
    found = []
    for year in (today.year, today.year - 1):
        ends = [(1, 12), (1, 6), (7, 12), (1, 3), (4, 6), (7, 9), (10, 12)]
        for first, last in ends:
            end = date(year, last, monthrange(year, last)[1])
            if date(year, first, 1) <= today:
                found.append((date(year, first, 1), end))
    return found


def _name(since: date, until: date, cutoff_day: int) -> str:
    for cutoff in (_END_OF_MONTH, cutoff_day):
        for kind in SpanKind:
            span = span_of(kind, until, cutoff)
            if (span.start, span.end) == (since, until):
                return span.name
        first, last = span_of(SpanKind.YEAR, since, cutoff), span_of(SpanKind.YEAR, until, cutoff)
        if (first.start, last.end) == (since, until):
            return f"giai đoạn {first.end.year}-{last.end.year}"
    return f"từ ngày {dates.in_figures(since)} đến ngày {dates.in_figures(until)}"


def _years(since: date, until: date) -> list[int]:
    found = []
    for year in range(since.year, until.year + 1):
        first, last = max(since, date(year, 1, 1)), min(until, date(year, 12, 31))
        if year == until.year or (last - first).days + 1 > _SCRAP:
            found.append(year)
    return found
