"""Forms that name a period, or a part of one: months, quarters, halves, years, weeks."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from coordapp.domain.calendar import lunar
from coordapp.domain.calendar.deadline import Assumption, DeadlineContext, Untold
from coordapp.domain.calendar.grammar_terms import (
    MONTH_NUMBER,
    NO_NUMBER,
    NUMBER,
    NUMBER_HEADS,
    YEAR,
    YEAR_FIGURES,
    YEAR_WORDS,
    Needs,
    Span,
    Term,
    TermKind,
    form,
    month_end,
    number,
    placed,
    year_said,
)

_SUNDAY = 6
_IN_MONTHS = {"thang": 1, "quy": 3, "nam": 12}
_NAMED_MONTHS = {"gieng": 1, "chap": 12}
# a part of the period that follows: "đầu", "trung tuần", "tuần thứ hai của", "nửa cuối"
_PART = (
    r"(?:(?:nhung |cac )?(?P<part>dau|giua|cuoi|het|(?:thuong|trung|ha) tuan"
    r"|tuan (?:dau(?: tien)?|cuoi(?: cung)?|(?:thu )?(?:[1-5]|nhat|hai|ba|tu|four|nam))"
    r"|(?:half|nua) (?:dau|cuoi)|[0-9]{1,2} ngay (?:dau|cuoi)|ngay (?:dau(?: tien)?|cuoi(?: cung)?))"
    r"(?: cua)?,? )?"
)
_PART_HEADS = (
    "dau",
    "giua",
    "cuoi",
    "het",
    "thuong",
    "trung",
    "ha",
    "tuan",
    "half",
    "nua",
    "ngay",
    "0",
)
_AND = r"(?: ?[-+] ?| va | den (?:het )?)"
_QUARTER = r"(?:iv|i{1,3}|v?i{0,3}(?<=[vi])|x{1,2}|[0-9]{1,2}(?![0-9])|mot|hai|ba|bon|four|tu|nhat)"
# what makes "trong tháng", "cuối năm" the beginning of something else
_GOES_ON = (
    r"(?! (?:[0-9]|i|ii|iii|iv|x|mot|hai|ba|four|tu|nam|six|bay|tam|chin|muoi|gieng|chap|dau|cuoi"
    r"|qua|vua|hoc|truoc|ngoai|am|lam)(?![a-z]))"
)


def _term(match: re.Match[str]) -> Term:
    return Term(start=match.start(), end=match.end(), kind=TermKind.PERIOD)


def _months(first: int, length: int) -> Callable[[int], Span]:
    """Give the days of `length` months from month `first` of a year."""

    def days(year: int) -> Span:
        last = month_end(year, first + length - 1)
        return date(year, first, 1), last

    return days


def _of(days: Callable[[int], Span], part: str | None) -> Callable[[int], Span]:
    return lambda year: _part_of(days(year), part)


def _part_of(whole: Span, part: str | None) -> Span:
    """Give the first and the last day of a part of a period."""
    first, last = whole
    length = (last - first).days + 1
    if part is None or part in ("het", "trong "):
        return whole
    if part == "dau" or part.startswith("ngay dau"):
        return first, first
    if part == "giua":
        return (middle := _middle(first, length)), middle
    if part.endswith("tuan"):
        tenth = {"thuong": 1, "trung": 2, "ha": 3}[part.split()[0]]
        end = last if tenth == 3 else first + timedelta(10 * tenth - 1)
        return first + timedelta(10 * tenth - 10), end
    if part.startswith(("half", "nua")):
        half = first + timedelta(14) if length < 32 else _middle(first, length)
        return (first, half) if part.endswith("dau") else (half + timedelta(1), last)
    if part.startswith("tuan"):
        return _week_of(whole, part)
    if part[0].isdigit():
        count = timedelta(int(part.split()[0]) - 1)
        return (first, first + count) if part.endswith("dau") else (last - count, last)
    return last, last


def _middle(first: date, length: int) -> date:
    """Give the 15th of the middle month; of a year the end of its half."""
    if length > 300:
        return month_end(first.year, 6)
    middle = first if length < 32 else month_end(first.year, first.month) + timedelta(1)
    return middle.replace(day=15)


def _week_of(whole: Span, part: str) -> Span:
    first, last = whole
    if "cuoi" in part:
        return last - timedelta(6), last
    which = 1 if "dau" in part else {"nhat": 1}.get(part.split()[-1]) or number(part.split()[-1])
    end = first + timedelta(7 * which - 1)
    return end - timedelta(6), min(end, last)


def _partly(term: Term, part: str | None) -> Term:
    """Say that a part of a period is no one day, and which other days it can mean."""
    vague = part is not None and (
        part in ("dau", "giua") or (part.startswith("tuan") and part != "tuan cuoi")
    )
    if not vague or term.last is None or part is None:
        return term
    day = term.last
    also: tuple[date, ...] = ()
    if part == "dau" and day.year < MAXYEAR:
        also = (day + timedelta(4), day + timedelta(9))
    elif part.startswith("tuan") and day.year > MINYEAR:
        sunday = day - timedelta((day.weekday() + 1) % 7)
        also = (sunday, sunday - timedelta(2)) if sunday != day else (day - timedelta(2),)
    return replace(term.assuming(Assumption.PART), also=also)


def _period(match: re.Match[str], first: int, length: int, context: DeadlineContext) -> Term:
    part = match.groupdict().get("part")
    days = _of(_months(first, length), part)
    return _partly(placed(_term(match), days, year_said(match, context), context), part)


def _month(match: re.Match[str], context: DeadlineContext) -> Term | None:
    said = match.groupdict()
    if lunar_month := _NAMED_MONTHS.get(said["month"]):
        return _lunar_month(match, lunar_month, context)
    month = number(said["month"])
    if said["lunar"]:
        return _lunar_month(match, month, context)
    if said["short_form"] and context.typed and not (said["year"] or said["short"]):
        return None  # typed in a field `t6` is a Friday
    found = _period(match, month, 1, context)
    if said["first"] and found.last is not None and 1 <= number(said["first"]) < month:
        return replace(found, first=date(found.last.year, number(said["first"]), 1))
    return found


def _lunar_month(match: re.Match[str], month: int, context: DeadlineContext) -> Term:
    def days(year: int) -> Span:
        last = lunar.last_day_of(month, year)
        if last.year > year:
            last = lunar.last_day_of(month, year - 1)
        return last, last

    term = _term(match).assuming(Assumption.LUNAR)
    return placed(term, days, year_said(match, context), context)


def _bare_month(match: re.Match[str], context: DeadlineContext) -> Term | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    needs = Needs.BOUND if match["part"] is None else Needs.NOTHING
    if "/" not in match[0] and needs is Needs.BOUND:
        needs = Needs.CELL
    return replace(_period(match, month, 1, context), needs=needs)


def _quarter(match: re.Match[str], context: DeadlineContext) -> Term | None:
    which = number(match["number"].replace("nhat", "i"))
    term = _period(match, 3 * which - 2, 3, context) if which else _none(match)
    if which > 4:
        term = _none(match)
    # "Q.3" is a district of a city as well
    is_short = match["short_form"] is not None and match["number"].isdigit()
    return replace(term, needs=Needs.BOUND) if is_short else term


def _none(match: re.Match[str]) -> Term:
    return replace(_term(match), untold=Untold.IMPOSSIBLE)


def _first_months(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read "6 tháng đầu năm", "hai quý cuối năm", "nửa đầu năm": 30/6, 31/12."""
    said = match.groupdict()
    unit = 3 if said["unit"] == "quy" else 1
    count = 6 if said["half"] else number(said["count"]) * unit
    if not 1 <= count <= 12:
        return _none(match)
    first = 13 - count if said["side"] == "cuoi" else 1
    return placed(_term(match), _months(first, count), year_said(match, context), context)


def _report_months(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read the reports of "9 tháng năm 2018" and, said alone, of "6 tháng" and "9 tháng"."""
    if year_said(match, context) is None and match.string.strip(" .") != match[0]:
        return None
    term = placed(
        _term(match), _months(1, number(match["count"])), year_said(match, context), context
    )
    return replace(term, needs=Needs.BOUND)


def _year(match: re.Match[str], context: DeadlineContext) -> Term | None:
    year = int(match["until"] or match["year"])
    part = match["part"]
    term = placed(_term(match), _of(_months(1, 12), part), year, context)
    if match["until"] and term.first is not None and 0 < int(match["year"]) < year:
        term = replace(term, first=term.first.replace(year=int(match["year"])))
    return replace(_partly(term, part), needs=Needs.BOUND if part is None else Needs.NOTHING)


# --- periods told from the day of the paper


def _this_week(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read a week: it ends on its Sunday; typed in a field, on its Friday."""
    part, which = match["part"], match["which"]
    if part is None and which is None:
        return None
    told = context.told_on
    term = replace(_term(match), is_told=True)
    try:
        monday = told - timedelta(told.weekday()) + timedelta(7 if which in _NEXT else 0)
        end = 4 if context.typed else _SUNDAY
        day = monday + timedelta({"dau": 0, "giua": 2}.get(part, end))
        if which is None and day < told:
            monday, day = monday + timedelta(7), day + timedelta(7)
        last_days = (monday + timedelta(4), monday + timedelta(5), monday + timedelta(6))
    except OverflowError:
        return _none(match)
    if part in ("dau", "giua"):
        return replace(term, first=day, last=day).assuming(Assumption.PART)
    also = tuple(other for other in last_days if other != day)
    return replace(term, first=monday, last=day, also=also).assuming(Assumption.PART)


_NEXT = ("sau", "toi", "tiep theo", "ke tiep")


def _this_period(match: re.Match[str], context: DeadlineContext) -> Term | None:
    part, which = match["part"] or match["lead"], match["which"]
    if part is None and which is None:
        return None
    length, told = _IN_MONTHS[match["unit"]], context.told_on
    month = told.month - (told.month - 1) % length

    def days(step: int) -> Span:
        at = told.year * 12 + month - 1 + step * length
        return _part_of(_months(at % 12 + 1, length)(at // 12), part)

    needs = Needs.BOUND if part is None else Needs.NOTHING
    term = replace(_term(match), is_told=True, needs=needs)
    try:
        first, last = days(1 if which in _NEXT else 0)
        if which is None and last < told:
            first, last = days(1)
    except (ValueError, OverflowError):
        return _none(match)
    return _partly(replace(term, first=first, last=last), part)


_THIS = r"(?: (?P<which>nay|sau|toi|tiep theo|ke tiep))?"
_MONTH = rf"(?P<month>gieng|chap|{MONTH_NUMBER})"
_SPAN_OF_MONTHS = rf"(?:(?P<first>{MONTH_NUMBER}){_AND}(?:thang )?)?"
_LUNAR = r"(?P<lunar> ?\(?(?:am lich|al)\)?)?"
_OF_A_YEAR = rf" nam(?: {YEAR_WORDS}|{YEAR_FIGURES})?"
_COUNTED = rf"(?:(?P<count>{NUMBER}) ?(?P<unit>thang|quy|th|t)|(?P<half>half|nua)(?: nam)?)"

FORMS = (
    form(
        (*NUMBER_HEADS, "half", "nua"),
        rf"{_COUNTED} (?P<side>dau|cuoi)(?: cua)?{_OF_A_YEAR}",
        _first_months,
    ),
    form(
        (*NUMBER_HEADS, "half", "nua"),
        rf"{_COUNTED} (?P<side>dau|cuoi) (?P<year>[0-9]{{4}})",
        _first_months,
    ),
    form("0", rf"(?P<count>[369]) thang(?: dau)?{YEAR_FIGURES}", _report_months),
    form("0", "(?P<count>[69]) thang", _report_months),
    form(
        ("thang", "th", "thg", "t", *_PART_HEADS),
        rf"{_PART}(?:thang |(?P<short_form>th?g?)\.? ?(?=[0-9x]|v?i)){_SPAN_OF_MONTHS}{_MONTH}{_LUNAR}"
        rf"(?:{YEAR}| (?:nay|toi)(?![a-z]))?",
        _month,
    ),
    form(
        _PART_HEADS,
        rf"{_PART}(?P<month>[0-9]{{1,2}})(?: ?/ ?|-)(?P<year>[0-9]{{4}}){NO_NUMBER}",
        _bare_month,
    ),
    form(
        ("quy", "quyi", "quyii", "quyiii", "quyiv", "q", "qi", "qii", "qiii", "qiv", *_PART_HEADS),
        rf"{_PART}(?:quy ?|(?P<short_form>q) ?)\.? ?(?:{_QUARTER}(?:{_AND}|, ?)(?:quy ?)?){{0,3}}"
        rf"(?P<number>{_QUARTER})(?:{YEAR})?",
        _quarter,
    ),
    form(
        ("nam", *_PART_HEADS),
        rf"{_PART}nam (?P<year>[0-9]{{4}})(?: ?- ?(?P<until>[0-9]{{4}}))?{NO_NUMBER}",
        _year,
    ),
    form(
        "dau giua cuoi het",
        r"(?P<part>dau|giua|cuoi|het) (?P<year>(?:19|20|21)[0-9]{2})(?P<until>)"
        rf"{NO_NUMBER}",
        _year,
    ),
    form(
        "tuan dau giua cuoi het trong",
        rf"(?:(?P<part>dau|giua|cuoi|het|trong) )?tuan(?: le)?{_THIS}{_GOES_ON}",
        _this_week,
    ),
    form(
        ("thang", "quy", "nam", "trong", *_PART_HEADS),
        rf"(?:(?P<lead>trong )(?=(?:thang|quy|nam)))?{_PART}(?P<unit>thang|quy|nam){_THIS}{_GOES_ON}",
        _this_period,
    ),
)
