"""Parts of a period: its first days, its middle, a decade, a week, a half of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from coordapp.domain.calendar.deadline import Assumption, DeadlineContext
from coordapp.domain.calendar.deadline_forms.terms import Span, Term, number, placed
from coordapp.domain.calendar.months import month_end

_WEEK = r"(?:thu )?(?:[1-5]|nhat|hai|ba|tu|four|nam)|dau(?: tien)?|cuoi(?: cung)?"
# "đầu", "trung tuần", "tuần thứ hai của", "nửa cuối", "10 ngày đầu", "cả"
PART = (
    r"(?:(?:nhung |cac |vao )?(?P<part>dau|giua|cuoi|het|ca|(?:trong )?suot|(?:thuong|trung|ha) tuan"
    rf"|tuan (?:le )?(?:{_WEEK})|(?:half|nua) (?:dau|cuoi)|[0-9]{{1,2}} ngay (?:dau|cuoi)"
    r"|ngay (?:dau(?: tien)?|cuoi(?: cung)?))(?: cua)?,? )?"
)
PART_HEADS = (
    "dau", "giua", "cuoi", "het", "ca", "suot", "thuong", "trung", "ha", "tuan", "half", "nua",
    "ngay", "nhung", "cac", "0",
)  # fmt: skip
_WHOLE = ("het", "ca", "suot", "trong", "trong suot")
_DECADE = timedelta(10)
_LONGEST_MONTH, _LONGEST_QUARTER = 31, 92
_ONE_DAY = timedelta(1)


def placed_part(
    term: Term, days: Callable[[int], Span], part: str | None, year: int | None,
    context: DeadlineContext,
) -> Term:  # fmt: skip
    """Put a part of a period into its year; see `placed`."""
    found = placed(term, lambda wanted: part_of(days(wanted), part, context), year, context)
    return found if found.last is None else partly(found, part, days(found.last.year))


def part_of(whole: Span, part: str | None, context: DeadlineContext) -> Span:
    """Give the first and the last day of a part of a period."""
    first, last = whole
    if part is None or part in _WHOLE:
        return whole
    if part == "dau":
        return first, first if context.typed else _early(first, _length(whole))
    if part == "giua":
        return (middle := _middle(whole)), middle
    if part.startswith("ngay dau"):
        return first, first
    if part.endswith("tuan"):
        tenth = {"thuong": 1, "trung": 2, "ha": 3}[part.split()[0]]
        end = last if tenth == 3 else first + tenth * _DECADE - _ONE_DAY
        return first + (tenth - 1) * _DECADE, end
    if part.startswith(("half", "nua")):
        half = first + timedelta(14) if _length(whole) <= _LONGEST_MONTH else _middle(whole)
        return (first, half) if part.endswith("dau") else (half + _ONE_DAY, last)
    if part.startswith("tuan"):
        return _week_of(whole, part)
    if part[0].isdigit():
        count = timedelta(int(part.split()[0]) - 1)
        return (first, first + count) if part.endswith("dau") else (last - count, last)
    return last, last


def partly(term: Term, part: str | None, whole: Span) -> Term:
    """Say that a part of a period is no one day, and which other days it can mean."""
    day, first = term.last, whole[0]
    if part is None or day is None:
        return term
    days: tuple[date, ...]
    if part == "dau":
        days = (first, first + timedelta(4), first + _DECADE - _ONE_DAY)
    elif part == "giua":
        days = (day + timedelta(5),)
    elif part.startswith("tuan") and "cuoi" not in part:
        # the Sunday of that week, a week that began in the month before counted or not
        weeks = timedelta(7 * ((day - first).days // 7))
        sunday = first + timedelta(6 - first.weekday()) + weeks
        days = (sunday, sunday + timedelta(7)) if first.weekday() else (sunday,)
    else:
        return term
    also = tuple(other for other in days if other != day)
    return replace(term.assuming(Assumption.PART), also=also)


def _length(whole: Span) -> int:
    return (whole[1] - whole[0]).days + 1


def _early(first: date, length: int) -> date:
    """Give the end of the first decade of a month, month of a quarter, quarter of a year."""
    if length <= _LONGEST_MONTH:
        return first + _DECADE - _ONE_DAY
    return month_end(first.year, first.month + (0 if length <= _LONGEST_QUARTER else 2))


def _middle(whole: Span) -> date:
    """Give the 15th of the middle month; of a year the end of its half."""
    first, length = whole[0], _length(whole)
    if length > _LONGEST_QUARTER:
        return month_end(first.year, 6)
    step = 0 if length <= _LONGEST_MONTH else 1
    return date(first.year, first.month + step, 15)


def _week_of(whole: Span, part: str) -> Span:
    """Give the first seven days, the second, …, or the last seven."""
    first, last = whole
    if "cuoi" in part:
        return last - timedelta(6), last
    said = part.split()[-1]
    which = 1 if "dau" in part or said == "nhat" else number(said)
    start = first + timedelta(7 * (which - 1))
    return start, min(start + timedelta(6), last)
