"""Forms that name a period, or a part of one: months, quarters, halves, years, weeks."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from coordapp.domain.calendar import lunar
from coordapp.domain.calendar.deadline import Assumption, DeadlineContext, Untold
from coordapp.domain.calendar.deadline_forms.parts import (
    PART,
    PART_HEADS,
    part_of,
    partly,
    placed_part,
)
from coordapp.domain.calendar.deadline_forms.terms import (
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
    number,
    placed,
    year_said,
)
from coordapp.domain.calendar.months import month_end

_SUNDAY = 6
_IN_MONTHS = {"thang": 1, "quy": 3, "nam": 12}
_NAMED_MONTHS = {"gieng": 1, "chap": 12}
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


def _period(match: re.Match[str], first: int, length: int, context: DeadlineContext) -> Term:
    part, year = match.groupdict().get("part"), year_said(match, context)
    return placed_part(_term(match), _months(first, length), part, year, context)


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
        first = date(found.last.year, number(said["first"]), 1)
        return replace(found, first=first, is_range=True)
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
    needs = Needs.BOUND if is_short else Needs.NOTHING
    return replace(term, needs=needs, is_range=bool(match["list"]))


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
    year, part = int(match["until"] or match["year"]), match["part"]
    needs = Needs.BOUND if part is None else Needs.NOTHING
    term = replace(_term(match), needs=needs)
    found = placed_part(term, _months(1, 12), part, year, context)
    if match["until"] and found.first is not None and 0 < int(match["year"]) < year:
        first = found.first.replace(year=int(match["year"]))
        return replace(found, first=first, is_range=True)
    return found


def _span_of_months(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read "3-5/2018", which can also be the 3rd of May."""
    first, month, year = int(match["first"]), int(match["month"]), int(match["year"])
    if not 1 <= first < month <= 12 or year == 0:
        return None
    day = date(year, month, first)
    return replace(
        _term(match).assuming(Assumption.PART), first=date(year, first, 1),
        last=month_end(year, month), also=(day,), is_range=True, needs=Needs.BOUND,
    )  # fmt: skip


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
    part, which = match["part"] or (match["lead"] or "").strip() or None, match["which"]
    if part is None and which is None:
        return None
    length, told = _IN_MONTHS[match["unit"]], context.told_on
    month = told.month - (told.month - 1) % length

    def days(step: int) -> Span:
        at = told.year * 12 + month - 1 + step * length
        return _months(at % 12 + 1, length)(at // 12)

    needs = Needs.BOUND if part is None else Needs.NOTHING
    term = replace(_term(match), is_told=True, needs=needs)
    try:
        whole = days(1 if which in _NEXT else 0)
        if which is None and part_of(whole, part, context)[1] < told:
            whole = days(1)
        first, last = part_of(whole, part, context)
    except (ValueError, OverflowError):
        return _none(match)
    return partly(replace(term, first=first, last=last), part, whole)


_THIS = r"(?: (?P<which>nay|sau(?! nam| ?/)|toi|tiep theo|ke tiep)(?![a-z]))?"
_MONTH = rf"(?P<month>gieng|chap|{MONTH_NUMBER})"
# "tháng 3, 4/2018": after a comma only where a year follows, "trong tháng 6, 5 xã" has none
_MORE = rf"(?:{_AND}|, ?(?=(?:thang )?[0-9]{{1,2}}(?:(?: ?[,-] ?| va )[0-9]{{1,2}})?(?: ?/ ?| nam )[0-9]{{4}}))"
_SPAN_OF_MONTHS = (
    rf"(?:(?P<first>{MONTH_NUMBER}){_MORE}(?:thang )?(?:{MONTH_NUMBER}{_MORE}(?:thang )?){{0,3}})?"
)
# "T6 tuần sau", "T2, 26/3": a day of the week on paper too
_NO_WEEKDAY = r"(?![2-7](?:,? ?\(?(?:ngay )?[0-9]{1,2}[/.-]| (?:nay|toi|sau|tuan|cua tuan|hang|moi)(?![a-z])))"
_LUNAR = r"(?P<lunar>[ ]?\(?(?:am lich|al)\)?)?"
_OF_A_YEAR = rf" nam(?: {YEAR_WORDS}|{YEAR_FIGURES})?"
_COUNTED = (
    rf"(?:(?P<count>{NUMBER}|sau(?= thang)) ?(?P<unit>thang|quy|th|t)|(?P<half>half|nua)(?: nam)?)"
)

FORMS = (
    form(
        (*NUMBER_HEADS, "sau", "half", "nua"),
        rf"{_COUNTED} (?P<side>dau|cuoi)(?: cua)?{_OF_A_YEAR}",
        _first_months,
    ),
    form(
        (*NUMBER_HEADS, "sau", "half", "nua"),
        rf"{_COUNTED} (?P<side>dau|cuoi) (?P<year>[0-9]{{4}})",
        _first_months,
    ),
    form("0", rf"(?P<count>[369]) thang(?: dau)?{YEAR_FIGURES}", _report_months),
    form("0", "(?P<count>[69]) thang", _report_months),
    form(
        "tuan dau giua cuoi het trong",
        rf"(?:(?P<part>dau|giua|cuoi|het|trong|suot) )?tuan(?: le)?{_THIS}{_GOES_ON}",
        _this_week,
    ),
    form(
        ("thang", "quy", "nam", "trong", *PART_HEADS),
        rf"(?:(?P<lead>trong )(?=(?:thang|quy|nam)))?{PART}(?P<unit>thang|quy|nam){_THIS}{_GOES_ON}",
        _this_period,
    ),
    form(
        ("thang", "th", "thg", "t", *PART_HEADS),
        rf"{PART}(?:thang |(?P<short_form>th?g?)\.? ?(?=[0-9x]|v?i){_NO_WEEKDAY}){_SPAN_OF_MONTHS}{_MONTH}{_LUNAR}"
        rf"(?:{YEAR}| (?:nay|toi)(?![a-z]))?(?! lan)",
        _month,
    ),
    form(
        "0",
        rf"(?P<first>[0-9]{{1,2}}) ?- ?(?P<month>[0-9]{{1,2}})/(?P<year>[0-9]{{4}}){NO_NUMBER}",
        _span_of_months,
    ),
    form(
        PART_HEADS,
        rf"{PART}(?P<month>[0-9]{{1,2}})(?: ?/ ?|-|\.)(?P<year>[0-9]{{4}}){NO_NUMBER}",
        _bare_month,
    ),
    form(
        ("quy", "quyi", "quyii", "quyiii", "quyiv", "q", "qi", "qii", "qiii", "qiv", *PART_HEADS),
        rf"{PART}(?:quy ?|(?P<short_form>q) ?)\.? ?(?P<list>(?:{_QUARTER}(?:{_AND}|, ?)(?:quy ?)?){{0,3}})"
        rf"(?P<number>{_QUARTER})(?:{YEAR})?",
        _quarter,
    ),
    form(
        ("nam", "giai", *PART_HEADS),
        rf"{PART}(?:nam|giai doan) (?P<year>[0-9]{{4}})(?: ?- ?(?P<until>[0-9]{{4}}))?{NO_NUMBER}",
        _year,
    ),
    form(
        "dau giua cuoi het",
        r"(?P<part>dau|giua|cuoi|het) (?P<year>(?:19|20|21)[0-9]{2})(?P<until>)"
        rf"{NO_NUMBER}",
        _year,
    ),
)
