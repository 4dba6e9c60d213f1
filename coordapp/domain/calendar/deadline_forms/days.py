"""Forms that name one day: in figures, in words, by the week, from today."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from coordapp.domain.calendar.deadline import Assumption, DeadlineContext, Untold
from coordapp.domain.calendar.deadline_forms.feasts import lunar_day
from coordapp.domain.calendar.deadline_forms.terms import (
    DAY_NUMBER,
    MONTH_NUMBER,
    NO_NUMBER,
    NUMBER_HEADS,
    YEAR,
    Needs,
    Span,
    Term,
    TermKind,
    form,
    number,
    placed,
    year_said,
)
from coordapp.domain.calendar.months import month_end

_WEEKDAYS = {
    "hai": 0, "ba": 1, "tu": 2, "four": 2, "nam": 3, "sau": 4, "six": 4, "bay": 5,
}  # fmt: skip
_SUNDAY = 6
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# "15 - 20/3", "15, 16 và 20/3", "15 đến hết ngày 20 tháng 3": the day that comes first
_GOES_ON = r"(?: ?[-,+] ?| va | den (?:het )?| toi )(?:ngay )?"
_BEFORE = rf"(?:(?P<first>[0-9]{{1,2}})(?:{_GOES_ON}[0-9]{{1,2}}(?![0-9/.])){{0,2}}{_GOES_ON})?"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = rf"(?P<month>(?:thg ?)?[0-9]{{1,2}}|x?iv|x?v?i{{1,3}}|i?x|v|{'|'.join(_ENGLISH)})"
_APART = r"(?: ?/ ?| ?- ?|\. ?)"
_OF_A_DAY = r"(?:(?:[ ,]{1,2}|t)[0-9]{1,2}(?:[:h][0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?|h)z?)?"
_SAID = r"(?:(?P<ngay>ngay|hom) )?"
_LUNAR = r"(?: ?\(?(?P<lunar>am lich|al)\)?)?"
_NO_UNIT = r"(?! ?(?:%|thang|ngay|tuan|nam|gio|phut))"


def _dated(match: re.Match[str], context: DeadlineContext) -> Term | None:
    return _in_order(match, int(match["day"]), _month(match["month"]), _year(match), context)


def _year(match: re.Match[str]) -> int:
    said = match.groupdict()
    return int(said["year"]) if said.get("year") else 2000 + int(said["short"])


def _month(typed: str) -> int:
    if typed in _ENGLISH:
        return _ENGLISH.index(typed) + 1
    return number(typed.removeprefix("thg").strip())


def _in_order(
    match: re.Match[str], day: int, month: int, year: int | None, context: DeadlineContext
) -> Term:
    """Read day and month; a month above 12 beside a day that can be one was written before it."""
    said = match.groupdict()
    term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY)
    if said.get("lunar"):
        return lunar_day(term, day, month, year, context)
    if month > 12 and 1 <= day <= 12 and not context.typed:
        day, month = month, day
        term = term.assuming(Assumption.DAY_ORDER)

    def days(wanted: int) -> Span:
        last = date(wanted, month, day)
        first = int(said.get("first") or 0)
        return (last.replace(day=first) if 0 < first < day else last), last

    term = replace(term, is_range=bool(said.get("first")))
    found = placed(term, days, year, context)
    if context.typed and found.in_year:
        # typed in figures it is a day of this year, also one that is past
        found = found.in_year(context.told_on.year)
    if found.untold is Untold.IMPOSSIBLE and 29 <= day <= 31:
        with suppress(ValueError):
            wanted = year or context.year or context.told_on.year
            return replace(found, also=(month_end(wanted, month),))
    return found


def _without_year(match: re.Match[str], context: DeadlineContext) -> Term | None:
    day, month = int(match["day"]), _month(match["month"])
    found = _in_order(match, day, month, year_said(match, context), context)
    if match["ngay"] or match["which"]:
        return found
    if "/" not in match[0]:
        return replace(found, needs=Needs.CELL)
    # "3/4 số xã" is a share
    is_share = day < month and match.string[match.end() : match.end() + 2] in (" _", " s")
    impossible = found.untold is Untold.IMPOSSIBLE
    return replace(found, needs=Needs.CELL if is_share or impossible else Needs.BOUND)


def _spaced(match: re.Match[str], context: DeadlineContext) -> Term | None:
    if not context.typed:
        return None
    year = _year(match) if match["year"] or match["short"] else None
    return _in_order(match, int(match["day"]), int(match["month"]), year, context)


def _in_words(match: re.Match[str], context: DeadlineContext) -> Term | None:
    said, day = match.groupdict(), number(match["day"])
    if not (said["ngay"] or said["mung"] or match["day"].isdigit() or "muoi" in match["day"]):
        return None  # "hai tháng ba": two months and a word
    if month := {"gieng": 1, "chap": 12}.get(said["month"]):
        term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY)
        return lunar_day(term, day, month, year_said(match, context), context)
    return _in_order(match, day, number(said["month"]), year_said(match, context), context)


def _compact(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read 05032026, or 20260305 where only that is a day."""
    typed = match[0]
    term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY, needs=Needs.CELL)
    with suppress(ValueError):
        day = date(int(typed[4:]), int(typed[2:4]), int(typed[:2]))
        return replace(term, first=day, last=day)
    with suppress(ValueError):
        if typed[:2] in ("19", "20", "21"):
            day = date(int(typed[:4]), int(typed[4:6]), int(typed[6:]))
            return replace(term, first=day, last=day).assuming(Assumption.DAY_ORDER)
    return replace(term, untold=Untold.IMPOSSIBLE)


def _day_number(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read "ngày 25" of no month: the next 25th, unless it is said of every month."""
    day = number(match["day"])
    if not 1 <= day <= 31:
        return None
    told, which = context.told_on, match["which"]
    term = Term(start=match.start(), end=match.end(), kind=TermKind.DAY_NUMBER, day_number=day)
    if which and match["thang"]:
        step = 0 if which == "nay" else 1
        term = replace(term, is_told=True)
    else:
        step = 0 if day >= told.day else 1
        term = term.assuming(Assumption.MONTH)
    year, month = divmod(told.year * 12 + told.month - 1 + step, 12)
    try:
        found = date(year, month + 1, day)
    except ValueError:
        return replace(term, untold=Untold.IMPOSSIBLE)
    return replace(term, first=found, last=found)


def weekday_number(name: str) -> int:
    """Give a weekday counted from Monday, 0: `2`, `hai`, `chu nhat`."""
    if name in ("chu nhat", "cn"):
        return _SUNDAY
    return int(name) - 2 if name.isdigit() else _WEEKDAYS[name]


def _weekday(match: re.Match[str], context: DeadlineContext) -> Term | None:
    wanted, which = weekday_number(match["name"]), match["week"]
    if match["short"] and not (context.typed or which or match["soon"] or match["then"]):
        return None  # on paper "T4" is a month
    term = Term(
        start=match.start(), end=match.end(), kind=TermKind.WEEKDAY, day_number=wanted,
        is_told=True, needs=Needs.NOTHING if which or match["soon"] else Needs.BOUND,
    )  # fmt: skip
    told = context.told_on
    try:
        if which:
            monday = told - timedelta(told.weekday())
            day = monday + timedelta(wanted + (0 if which == "nay" else 7))
        else:
            day = told + timedelta((wanted - told.weekday()) % 7 or 7)
    except OverflowError:
        return replace(term, untold=Untold.IMPOSSIBLE)
    return replace(term, first=day, last=day)


def _near(match: re.Match[str], context: DeadlineContext) -> Term | None:
    said = match[0]
    step = 1 if said.endswith("mai") else 2 if said.endswith(("kia", "mot")) else 0
    term = Term(
        start=match.start(), end=match.end(), kind=TermKind.DAY, is_told=True,
        # "Mai" alone is a name of persons as well
        needs=Needs.BOUND if said == "mai" else Needs.NOTHING,
    )  # fmt: skip
    try:
        day = context.told_on + timedelta(step)
    except OverflowError:
        return replace(term, untold=Untold.IMPOSSIBLE)
    return replace(term, first=day, last=day)


_NAMES = "[2-7]|hai|ba|tu|four|nam|sau|six|bay"
_WEEKDAY_FORM = (
    rf"(?:(?:thu |(?P<short>t ?))(?=(?:{_NAMES})(?![0-9a-z]))|(?=chu nhat|cn))"
    rf"(?P<name>{_NAMES}|chu nhat|cn)"
    r"(?: (?:cua )?tuan (?P<week>nay|sau|toi)| (?P<soon>nay|toi))?"
    r"(?:(?=(?P<then>,? ?\(?(?:ngay )?[0-9]{1,2}[/.-]))|)"
)

FORMS = (
    form(
        "0 ngay",
        rf"(?:ngay )?(?P<year>[0-9]{{4}})(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?P=sep){_DAY}"
        rf"{_OF_A_DAY}",
        _dated,
    ),
    form(
        "0 ngay hom",
        rf"{_SAID}{_BEFORE}{_DAY}{_APART}{_MONTH}{_APART}(?P<year>[0-9]{{4}}){NO_NUMBER}"
        rf"{_LUNAR}{_OF_A_DAY}",
        _dated,
    ),
    form(
        "0 ngay hom",
        rf"{_SAID}{_BEFORE}{_DAY}(?P<sep>[/.-]){_MONTH}(?P=sep)(?P<short>[0-9]{{2}})"
        rf"{NO_NUMBER}{_OF_A_DAY}",
        _dated,
    ),
    form(
        ("ngay", "mung"),
        rf"(?:ngay )?(?:mung )?(?P<day>{DAY_NUMBER}) (?P<thang>(?:cua )?thang )(?P<which>nay|sau|toi)",
        _day_number,
    ),
    form(
        ("ngay", "hom", "mung", *NUMBER_HEADS),
        rf"{_SAID}(?P<mung>mung )?{_BEFORE}(?P<day>{DAY_NUMBER}),? ?[/-]? ?thang "
        rf"(?P<month>gieng|chap|{MONTH_NUMBER})(?:{YEAR})?{_LUNAR}",
        _in_words,
    ),
    form(
        "0 ngay hom",
        rf"{_SAID}{_BEFORE}{_DAY}(?: ?/ ?|-|\.){_MONTH}"
        rf"(?:,? nam (?:(?P<year>[0-9]{{4}})|(?P<which>nay|sau|toi)))?{NO_NUMBER}{_LUNAR}{_NO_UNIT}",
        _without_year,
    ),
    form(
        "0",
        rf"{_DAY} (?P<month>[0-9]{{1,2}})(?: (?:(?P<year>[0-9]{{4}})|(?P<short>[0-9]{{2}})))?",
        _spaced,
    ),
    form("0", "[0-9]{8}", _compact),
    form(("thu", "t", "chu", "cn"), _WEEKDAY_FORM, _weekday),
    form(
        "hom ngay mai sang trua chieu toii dem buoi",
        r"(?:ngay )?hom nay|(?:ngay )?(?:mai|kia)|ngay mot"
        r"|(?:buoi )?(?:sang|trua|chieu|toii|dem) (?:ngay )?(?:hom )?(?:nay|mai)",
        _near,
    ),
    form(
        ("ngay", "mung"),
        rf"(?:ngay (?:mung )?|mung )(?P<day>{DAY_NUMBER})(?P<thang>)?(?: (?P<which>nay|sau|toi))?"
        r"(?! ?[/.-] ?[0-9])(?! (?:ngay|lan|thang|tuan|nam|gio))",
        _day_number,
    ),
)
