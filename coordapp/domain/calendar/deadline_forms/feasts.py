"""Forms that name a day by the lunar year or by a feast."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from coordapp.domain.calendar import lunar
from coordapp.domain.calendar.deadline import Assumption, DeadlineContext, Untold
from coordapp.domain.calendar.deadline_forms.terms import (
    MONTH_NUMBER,
    YEAR,
    Needs,
    Reading,
    Span,
    Term,
    TermKind,
    form,
    number,
    placed,
    year_said,
)

_ONE_DAY = timedelta(1)
_FULL_MOON = 15
_NAMED_MONTHS = {"gieng": 1, "chap": 12}
# the name of a lunar year, Mậu Tuất; "quý" is the tenth stem too
_STEM = r"(?: (?:nam |xuan )?(?:stem(?P<stem>[a-j])|(?P<tenth>quy)) branch(?P<branch>[a-l]))?"
_FIRST_OF_SIXTY = 1984
_SIXTY = 60


def lunar_day(term: Term, day: int, month: int, year: int | None, context: DeadlineContext) -> Term:
    """Read a day of the lunar year; a year said is that in which the day falls."""

    def days(wanted: int) -> Span:
        found = lunar.day_of(day, month, wanted)
        if found.year > wanted:
            found = lunar.day_of(day, month, wanted - 1)
        return found, found

    return placed(term.assuming(Assumption.LUNAR), days, year, context)


def _full_moon(match: re.Match[str], context: DeadlineContext) -> Term | None:
    term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY)
    month = _NAMED_MONTHS.get(match["month"]) or number(match["month"])
    return lunar_day(term, _FULL_MOON, month, year_said(match, context), context)


def _new_year(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read Tết: a day by its full name, its year or "mùng 3"; "Tết" alone is only proposed."""
    term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY)
    said = match.groupdict()
    year = year_said(match, context) or _year_named(said, context)

    def days(wanted: int) -> Span:
        first = lunar.day_of(1, 1, wanted)
        if said["eve"]:
            first -= _ONE_DAY
        elif said["day"]:
            first += timedelta(number(said["day"]) - 1)
        return first, first

    found = placed(term.assuming(Assumption.LUNAR), days, year, context)
    is_named = year or said["day"] or said["eve"] or "nguyen dan" in match[0]
    if is_named or found.last is None:
        is_feast = not (said["day"] or said["eve"])
        needs = Needs.BOUND if is_feast else Needs.NOTHING
        return replace(found, is_feast=is_feast, needs=needs)
    also = (found.last - _ONE_DAY, _last_worked_before(found.last, context), found.last)
    return replace(
        found, kind=TermKind.EVENT, first=None, last=None, in_year=None, untold=Untold.EVENT,
        also=tuple(dict.fromkeys(also)), needs=Needs.BOUND, assumed=(Assumption.LUNAR,),
    )  # fmt: skip


def _year_named(said: dict[str, str | None], context: DeadlineContext) -> int | None:
    """Give the year of a name of the sixty, the one nearest to the day of the paper."""
    if said["branch"] is None:
        return None
    stem = ord(said["stem"] or "j") - ord("a")
    branch = ord(said["branch"]) - ord("a")
    for year in range(context.told_on.year - _SIXTY // 2, context.told_on.year + _SIXTY // 2):
        index = (year - _FIRST_OF_SIXTY) % _SIXTY
        if (index % 10, index % 12) == (stem, branch):
            return year
    return None


def _last_worked_before(day: date, context: DeadlineContext) -> date:
    with suppress(OverflowError):
        return context.calendar.add_working_days(day, -1)
    return day


def _lunar_feast(day: int, month: int) -> Reading:
    def reading(match: re.Match[str], context: DeadlineContext) -> Term | None:
        term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY, needs=Needs.BOUND)
        return lunar_day(term, day, month, year_said(match, context), context)

    return reading


def _feast(day: int, month: int) -> Reading:
    def reading(match: re.Match[str], context: DeadlineContext) -> Term | None:
        term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY, needs=Needs.BOUND)
        year = year_said(match, context)
        return placed(term, lambda y: (date(y, month, day),) * 2, year, context)

    return reading


FORMS = (
    form("tet nam", rf"(?:nam new|tet) duong lich(?:{YEAR})?", _feast(1, 1)),
    form("tet ram", rf"(?:tet|ram) trung thuu?(?:{YEAR})?", _lunar_feast(15, 8)),
    form("tet", rf"tet doan (?:ngo|branchg)(?:{YEAR})?", _lunar_feast(5, 5)),
    form("trung", rf"trung thuu(?:{YEAR})?", _lunar_feast(15, 8)),
    form("vu", rf"vu lann?(?:{YEAR})?", _lunar_feast(15, 7)),
    form("phat", rf"phat dan(?:{YEAR})?", _lunar_feast(15, 4)),
    form("gioo gio", rf"gioo? to(?: hung vuong)?(?:{YEAR})?", _lunar_feast(10, 3)),
    form("quoc", rf"quoc khanh(?:{YEAR})?", _feast(2, 9)),
    form(
        "ngay ram",
        rf"(?:ngay )?ram thang (?P<month>gieng|chap|{MONTH_NUMBER})(?:{YEAR})?",
        _full_moon,
    ),
    form(
        "tet nguyen mung ngay giao 0",
        r"(?:(?:ngay )?(?P<eve>giao thua|(?:29|30) tet)|(?:ngay )?mung (?P<day>[0-9]{1,2}|mot|hai|ba) tet"
        rf"|tet|nguyen dan)(?: nguyen dan)?{_STEM}(?:{YEAR})?",
        _new_year,
    ),
)
