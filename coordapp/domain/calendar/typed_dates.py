"""Dates typed in words: lengths of time, days of the week, months, quarters, years.

Every form is read without its tone marks. A period stands for its last day, since what is
typed is nearly always a deadline. A period not told apart by "này" or by a year is the next
one whose day is not yet past.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from coordapp.domain.calendar.working_days import Calendar

_IN_WEEK = {"dau": 0, "giua": 2}
_FRIDAY = 4
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "chu nhat": 6, "cn": 6}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LENGTH_IN_MONTHS = {"thang": 1, "quy": 3, "nam": 12}
# said alone, "6 tháng" and "9 tháng" name the reports of the half year and of nine months;
# the length is said as "trong 6 tháng" or "6 tháng nữa"
_REPORT_MONTHS = (6, 9)

_EDGE = r"(?:cham nhat )?(?:(?P<edge>dau|giua|(?:den )?(?:cuoi|het)|den|trong) )?"
_YEAR = r"(?:(?: ?[/-] ?| nam | (?=\d{4}))(?P<year>\d{4}|\d{2}))?"
_WHICH = r"(?: (?P<which>nay|sau|toi))?"
_LENGTH_FORM = re.compile(
    r"(?P<from>\+|trong (?:vong )?|sau )? ?(?P<count>\d{1,4})"
    r"(?: ?(?P<unit>n?lv|ngay lv|ngay lam viec|ngay|tuan|thang|nam)"
    r"(?P<ahead> nua| toi| sau)?)?"
)
_FIRST_MONTHS_FORM = re.compile(
    r"(?:trong |het )?(?P<count>\d{1,2}) thang (?P<part>dau|cuoi) nam"
    r"(?: nay|[ /](?P<year>\d{4}))?"
)
_WEEKDAY_FORM = re.compile(
    r"(?:(?:t|thu )(?P<name>[2-7]|hai|ba|tu|nam|sau|bay)|(?P<sunday>cn|chu nhat))"
    r"(?: tuan (?P<which>nay|sau|toi))?"
)

Reading = Callable[[re.Match[str], date, Calendar], date | None]


def read(text: str, today: date, calendar: Calendar) -> date | None:
    """Read one line of folded text; None when it has none of the forms.

    Raises ValueError or OverflowError for a period or a day that no calendar has.
    """
    for form, reading in _FORMS:
        if match := form.fullmatch(text):
            return reading(match, today, calendar)
    return None


def _day(match: re.Match[str], today: date, _: Calendar) -> date:
    return today if match[0] == "hom nay" else today + timedelta(1)


def _length(match: re.Match[str], today: date, calendar: Calendar) -> date | None:
    count, unit = int(match["count"]), match["unit"]
    if unit is None:
        # a bare number says nothing, `+7` is the shorthand for days
        return today + timedelta(count) if match["from"] == "+" else None
    if unit.endswith(("lv", "lam viec")):
        return calendar.add_working_days(today, count)
    if unit in ("ngay", "tuan"):
        return today + timedelta(count * (7 if unit == "tuan" else 1))
    bare = match["from"] is None and match["ahead"] is None
    if bare and unit == "thang" and count in _REPORT_MONTHS:
        return _coming(_month_of(today.year, count), today)
    return _months_later(today, count * _LENGTH_IN_MONTHS[unit])


def _first_months(match: re.Match[str], today: date, _: Calendar) -> date:
    count = int(match["count"])
    _ensure(1 <= count <= 12)
    year = _year(match["year"])
    month = _month_of(year or today.year, 12 if match["part"] == "cuoi" else count)
    return _last_day(month) if year else _coming(month, today)


def _weekday(match: re.Match[str], today: date, _: Calendar) -> date:
    name = match["name"] or match["sunday"]
    wanted = int(name) - 2 if name.isdigit() else _WEEKDAYS[name]
    if match["which"]:
        return _monday(match["which"], today) + timedelta(wanted)
    return today + timedelta((wanted - today.weekday()) % 7 or 7)


def _week(match: re.Match[str], today: date, _: Calendar) -> date | None:
    edge, which = match["edge"], match["which"]
    if edge is None and which is None:
        return None
    day = _monday(which or "nay", today) + timedelta(_IN_WEEK.get(edge, _FRIDAY))
    return day + timedelta(7) if which is None and day < today else day


def _named_period(match: re.Match[str], today: date, _: Calendar) -> date:
    length = _LENGTH_IN_MONTHS[match["unit"]]
    typed = match["number"]
    number = int(typed) if typed.isdigit() else _ROMAN.get(typed, 0)
    _ensure(1 <= number <= 12 // length)
    year = _year(match["year"])
    first = _month_of(year or today.year, (number - 1) * length + 1)
    day = _point(first, length, match["edge"])
    return day if year or day >= today else _point(first + 12, length, match["edge"])


def _year_by_number(match: re.Match[str], _: date, __: Calendar) -> date:
    return _point(_month_of(int(match["year"]), 1), 12, match["edge"])


def _this_period(match: re.Match[str], today: date, _: Calendar) -> date | None:
    edge, which = match["edge"], match["which"]
    if edge is None and which is None:
        return None
    length = _LENGTH_IN_MONTHS[match["unit"]]
    here = _month_of(today.year, today.month)
    first = here - here % length
    if which is not None:
        return _point(first if which == "nay" else first + length, length, edge)
    day = _point(first, length, edge)
    return day if day >= today else _point(first + length, length, edge)


def _point(first: int, length: int, edge: str | None) -> date:
    """Give the first, the middle or the last day of a period of `length` months."""
    if edge == "dau":
        return _first_day(first)
    if edge == "giua":
        # the middle of a month or quarter is a 15th, that of a year the end of its half
        middle = _first_day(first + length // 2)
        return middle - timedelta(1) if length == 12 else middle.replace(day=15)
    return _last_day(first + length - 1)


def _coming(month: int, today: date) -> date:
    day = _last_day(month)
    return day if day >= today else _last_day(month + 12)


def _months_later(day: date, count: int) -> date:
    last = _last_day(_month_of(day.year, day.month) + count)
    return last.replace(day=min(day.day, last.day))


def _month_of(year: int, month: int) -> int:
    """Give a month its number through all years, so that months can be added."""
    return year * 12 + month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _last_day(month: int) -> date:
    first = _first_day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _monday(which: str, today: date) -> date:
    return today - timedelta(today.weekday()) + timedelta(0 if which == "nay" else 7)


def _year(typed: str | None) -> int:
    """Read a year of two or four digits; 0 when none was typed."""
    if typed is None:
        return 0
    year = int(typed) + (2000 if len(typed) == 2 else 0)
    _ensure(year > 0)
    return year


def _ensure(possible: bool) -> None:
    if not possible:
        raise ValueError("no such period")


_FORMS: tuple[tuple[re.Pattern[str], Reading], ...] = (
    (re.compile(r"hom nay|(?:ngay )?mai"), _day),
    (_LENGTH_FORM, _length),
    (_FIRST_MONTHS_FORM, _first_months),
    (_WEEKDAY_FORM, _weekday),
    (re.compile(rf"{_EDGE}tuan{_WHICH}"), _week),
    (re.compile(rf"{_EDGE}(?P<unit>thang) (?P<number>\d{{1,2}}){_YEAR}"), _named_period),
    (re.compile(rf"{_EDGE}(?P<unit>quy) (?P<number>\d{{1,2}}|[ivx]+){_YEAR}"), _named_period),
    (re.compile(rf"{_EDGE}nam (?P<year>\d{{4}})"), _year_by_number),
    (re.compile(rf"{_EDGE}(?P<unit>thang|quy|nam){_WHICH}"), _this_period),
)
