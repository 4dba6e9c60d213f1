"""The periods that superiors ask figures of, with the committee's cut-off day.

Source: resources/docs/forms.md 5.2. Besides the periods of periodic tasks there are nine months.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from coordapp.domain.calendar.period import PeriodKind, containing


class SpanKind(Enum):
    """How long a report looks back."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


_PERIODS = {
    SpanKind.MONTH: PeriodKind.MONTH,
    SpanKind.QUARTER: PeriodKind.QUARTER,
    SpanKind.HALF_YEAR: PeriodKind.HALF_YEAR,
    SpanKind.YEAR: PeriodKind.YEAR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One period of a report, from its first to its last day."""

    kind: SpanKind
    start: date
    end: date
    name: str


def span_of(kind: SpanKind, day: date, cutoff_day: int) -> Span:
    """Give the period a day falls in; the nine months are those of the day's report year."""
    if kind is SpanKind.NINE_MONTHS:
        year = containing(PeriodKind.YEAR, day, cutoff_day)
        # a day in the middle of September's report month, whatever the cut-off
        third = containing(PeriodKind.QUARTER, date(year.end.year, 8, 15), cutoff_day)
        name = f"9 tháng năm {year.end.year}"
        return Span(kind=kind, start=year.start, end=third.end, name=name)
    found = containing(_PERIODS[kind], day, cutoff_day)
    return Span(kind=kind, start=found.start, end=found.end, name=found.name)


def year_before(day: date) -> date | None:
    """Give the same day of the year before, for a day of figures that has no period; or none."""
    if day.year == date.min.year:
        return None
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def previous(span: Span, cutoff_day: int) -> Span:
    """Give the equal period before."""
    return span_of(span.kind, span.start - timedelta(1), cutoff_day)
