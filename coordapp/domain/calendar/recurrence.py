"""When a periodic task is due: its interval and its day are those its own words say.

Where they say no day, a month, a quarter or a year ends on the committee's cut-off day and a week
on its Friday. Source: resources/docs/forms.md 5.2.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coordapp.domain.calendar import dates, grammar
from coordapp.domain.calendar.deadline import DeadlineContext, Every, IntervalUnit
from coordapp.domain.calendar.months import month_end

_FRIDAY = 4
_DAYS_OF_WEEK = 7
_ONE_DAY = timedelta(1)
_QUARTERS = ("I", "II", "III", "IV")
# no word of an interval depends on the day it is told
_ANY_DAY = DeadlineContext(told_on=date(2000, 1, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time a periodic task is due, and the first day of what it is about."""

    start: date
    due: date
    name: str


def every_of(wording: str) -> Every | None:
    """Read how often from the words of a periodic task (`hằng quý`, `6 tháng một lần`, `quý`).

    None when they do not say, and for every day: that is no list of children.
    """
    for said in (wording, f"định kỳ {wording}"):
        every = grammar.read(said, _ANY_DAY).every
        if every is not None:
            return None if every.unit is IntervalUnit.DAY else _simplified(every)
    return None


def occurrences(every: Every, first: date, last: date, cutoff_day: int) -> Iterator[Occurrence]:
    """Give every occurrence from the one `first` falls into to the one `last` falls into."""
    before, due = _before(every, first, cutoff_day), _on_or_after(every, first, cutoff_day)
    while True:
        yield Occurrence(start=before + _ONE_DAY, due=due, name=_name(every, due))
        if due >= last:
            return
        before, due = due, _on_or_after(every, due + _ONE_DAY, cutoff_day)


def _simplified(every: Every) -> Every:
    """Make two times a year every six months."""
    if every.unit is IntervalUnit.MONTH and every.count % every.times == 0:
        return replace(every, count=every.count // every.times, times=1)
    return every


def _on_or_after(every: Every, day: date, cutoff_day: int) -> date:
    if every.unit is IntervalUnit.WEEK:
        due = _week_of(every, day)
        return due if due >= day else due + timedelta(_DAYS_OF_WEEK * every.count)
    month = day.year * 12 + day.month - 1
    due = _in_month(every, _next(every, month), cutoff_day)
    return due if due >= day else _in_month(every, _next(every, month + 1), cutoff_day)


def _before(every: Every, day: date, cutoff_day: int) -> date:
    if every.unit is IntervalUnit.WEEK:
        due = _on_or_after(every, day, cutoff_day)
        return due - timedelta(_DAYS_OF_WEEK * every.count)
    month = day.year * 12 + day.month - 1
    due = _in_month(every, _next(every, month - every.count + 1), cutoff_day)
    if due < day:
        return due
    return _in_month(every, _next(every, month - 2 * every.count + 1), cutoff_day)


def _week_of(every: Every, day: date) -> date:
    """Give the due day of the weeks `day` falls into; the weeks are counted from the Monday of the year 1."""
    monday = day - timedelta(day.weekday())
    number = monday.toordinal() // _DAYS_OF_WEEK
    last_monday = monday + timedelta(_DAYS_OF_WEEK * (-(number + 1) % every.count))
    return last_monday + timedelta(_FRIDAY if every.weekday is None else every.weekday)


def _next(every: Every, month: int) -> int:
    """Give the first month from `month` on in which it is due; months count through all years."""
    wanted = (every.month or every.count) - 1
    return month + (wanted - month) % every.count


def _in_month(every: Every, month: int, cutoff_day: int) -> date:
    last = month_end(month // 12, month % 12 + 1)
    day = every.day or cutoff_day or last.day
    return last.replace(day=min(day, last.day))


def _name(every: Every, due: date) -> str:
    """Name it as papers do: `quý I/2018`."""
    if every.unit is IntervalUnit.WEEK:
        return f"tuần đến {dates.short(due)}"
    month, year = due.month, due.year
    if every.count == 3:
        return f"quý {_QUARTERS[(month - 1) // 3]}/{year}"
    if every.count == 6:
        return f"6 tháng {'đầu' if month <= 6 else 'cuối'} năm {year}"
    return f"năm {year}" if every.count == 12 else f"tháng {month}/{year}"
