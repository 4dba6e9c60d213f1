"""Forms of what comes again, of what goes on, and of what has no deadline."""

import re
from dataclasses import replace

from coordapp.domain.calendar.deadline import DeadlineContext, Every, IntervalUnit
from coordapp.domain.calendar.deadline_forms.days import weekday_number
from coordapp.domain.calendar.deadline_forms.terms import (
    DAY_NUMBER,
    NUMBER,
    NUMBER_HEADS,
    Term,
    TermKind,
    form,
    number,
)

_UNITS = {
    "ngay": (IntervalUnit.DAY, 1),
    "tuan": (IntervalUnit.WEEK, 1),
    "thang": (IntervalUnit.MONTH, 1),
    "quy": (IntervalUnit.MONTH, 3),
    "nam": (IntervalUnit.MONTH, 12),
}
_LAST_DAY = 31
_WEEK = 7  # the first week of a month ends on its 7th
_UNIT = r"(?P<unit>ngay|tuan|thang|quy|nam)"
_ANY_UNIT = r"(?:ngay|tuan|thang|quy|nam)"
_ONCE = r"(?:1|01|mot)"
_ONE_TIME = rf"(?: ?/ ?(?:{_ONCE} )?lan| {_ONCE} lan)"
_EACH = r"(?:hang|moi|tung|theo)"
_NAMES = "[2-7]|hai|ba|tu|four|nam|sau|six|bay"


def _every(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read how often; of "hằng tháng, hằng quý" the shorter is meant for the work itself."""
    said = match.groupdict()
    unit, months = _UNITS[said["unit"]]
    count = months * (number(said.get("count") or "1") or 1)
    every = Every(unit=unit, count=count, times=number(said.get("times") or "1") or 1)
    if said.get("day"):
        every = replace(every, day=number(said["day"]))
    if said.get("name"):
        every = replace(every, weekday=weekday_number(said["name"]))
    side = said.get("side") or ""
    if side == "cuoi" and unit is IntervalUnit.MONTH:
        every = replace(every, day=_LAST_DAY)
    elif side == "dau" and unit is IntervalUnit.MONTH:
        day = _WEEK if said.get("week") else 1
        every = replace(every, day=day, month=1 if count > 1 else None)
    return Term(start=match.start(), end=match.end(), kind=TermKind.EVERY, every=every)


def _in_quarter(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read "ngày 25 tháng cuối quý": a day of one month of every quarter or year."""
    months = _UNITS[match["unit"]][1]
    month = {"dau": 1, "giua": (months + 1) // 2, "cuoi": months}[match["side"]]
    day = number(match["day"])
    every = Every(unit=IntervalUnit.MONTH, count=months, day=day, month=month)
    return Term(start=match.start(), end=match.end(), kind=TermKind.EVERY, every=every)


def _regular(match: re.Match[str], context: DeadlineContext) -> Term | None:
    return Term(start=match.start(), end=match.end(), kind=TermKind.EVERY)


def _ongoing(match: re.Match[str], context: DeadlineContext) -> Term | None:
    return Term(start=match.start(), end=match.end(), kind=TermKind.ONGOING)


def _no_day(match: re.Match[str], context: DeadlineContext) -> Term | None:
    return Term(start=match.start(), end=match.end(), kind=TermKind.NO_DAY)


FORMS = (
    form(
        "ngay mung",
        rf"(?:ngay (?:mung )?|mung )(?P<day>{DAY_NUMBER})(?: cua)? thang (?P<side>dau|giua|cuoi)"
        rf"(?: cua)?(?: {_EACH})? (?P<unit>quy|nam)",
        _in_quarter,
    ),
    form(
        "ngay mung",
        rf"(?:ngay (?:mung )?|mung )(?P<day>{DAY_NUMBER})(?: cua)? {_EACH} (?P<unit>thang)"
        rf"(?:{_ONE_TIME})?",
        _every,
    ),
    form(
        "ngay mung",
        rf"(?:ngay (?:mung )?|mung )(?P<day>{DAY_NUMBER}) cua (?P<unit>thang)(?! (?:[0-9]|nay|sau|toi))",
        _every,
    ),
    form(
        "thu chu cn t",
        rf"(?:thu |t)?(?P<name>{_NAMES}|chu nhat|cn)(?: cua)? {_EACH} (?P<unit>tuan)(?:{_ONE_TIME})?",
        _every,
    ),
    form(
        "dau cuoi tuan ngay",
        rf"(?:(?P<week>tuan )|ngay )?(?P<side>dau|cuoi)(?: cua)? {_EACH} (?P<unit>thang|quy|nam)",
        _every,
    ),
    form(
        ("dinh", "hang", "moi", "thuong"),
        rf"(?:dinh ky|thuong ky)?(?:(?<=[a-z]),? )?(?:hang|moi) (?:(?P<count>{NUMBER}) )?{_UNIT}"
        rf"(?:(?: ?[,/-] ?| va )(?:{_EACH} )?(?:[69] thang|{_ANY_UNIT})(?! (?:[0-9]|dau|cuoi))){{0,3}}"
        rf"(?:,? (?P<times>{NUMBER}) lan|{_ONE_TIME})?",
        _every,
    ),
    form(
        "dinh thuong",
        rf"(?:dinh ky|thuong ky),?(?: theo)? (?:(?P<count>{NUMBER}|sau) )?{_UNIT}(?! [0-9])"
        rf"(?:(?: ?[,/-] ?| va )(?:{_EACH} )?(?:[69] thang|{_ANY_UNIT})(?! (?:[0-9]|dau|cuoi))){{0,3}}"
        rf"(?:{_ONE_TIME})?",
        _every,
    ),
    form(
        (*NUMBER_HEADS, "ngay", "tuan", "thang", "quy", "nam"),
        rf"(?:(?P<count>{NUMBER}) )?{_UNIT}{_ONE_TIME}",
        _every,
    ),
    form(
        NUMBER_HEADS,
        rf"(?P<times>{NUMBER}) lan ?(?:/|tren|trong|moi|mot|hang) ?(?:{_ONCE} )?{_UNIT}",
        _every,
    ),
    form("mot 0 ngay tuan thang quy nam", rf"(?:{_ONCE} )?{_UNIT} (?P<times>{NUMBER}) lan", _every),
    form(NUMBER_HEADS, rf"(?:{NUMBER}) (?:gio|tieng){_ONE_TIME}", _regular),
    form("theo", r"theo (?P<unit>tuan|thang|quy)(?! (?:[0-9]|dau|cuoi|dinh))", _every),
    form("dinh thuong", r"dinh ky|thuong ky", _regular),
    form(
        "khong",
        r"khong(?: (?:co|xac dinh|quy dinh|an dinh))?(?: thoi)? han",
        _no_day,
    ),
    form(
        "thuong lien lau",
        r"thuong xuyen(?:,? (?:va )?(?:lien tuc|lau dai))?|lien tuc|lau dai",
        _ongoing,
    ),
)
