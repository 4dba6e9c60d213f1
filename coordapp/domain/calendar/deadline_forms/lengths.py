"""Forms that count: lengths of time, where they start, and days before or after an event."""

import re
from dataclasses import replace
from datetime import date, timedelta

from coordapp.domain.calendar.deadline import DeadlineContext, Untold
from coordapp.domain.calendar.deadline_forms.terms import (
    NUMBER,
    NUMBER_HEADS,
    Needs,
    Term,
    TermKind,
    form,
    number,
)
from coordapp.domain.calendar.months import months_later

_WORKING = ("lv", "nlv", "ngay lv", "ngay lam viec", "ngay (lam viec)")
_UNIT = r"ngay lam viec|ngay \(lam viec\)|ngay lv|n?lv|ngay|tuan(?: le)?|thang|quy|nam|gio|tieng"
_IN_MONTHS = {"thang": 1, "quy": 3, "nam": 12}
HOURS = 24
_LONGEST = 50  # years that a paper can give
_HALF_MONTH = 15
# 05 (năm) ngày, năm (05) ngày, 3-5 ngày, 3 đến 5 ngày
_COUNT = rf"(?:[0-9]{{1,3}} ?(?:-|den) ?)?(?P<count>{NUMBER}|half|nua)(?: ?\((?:{NUMBER}|_)\))?"


def _length(match: re.Match[str], context: DeadlineContext) -> Term | None:
    said = match.groupdict()
    ahead, is_more = said["ahead"] or "", bool(said["plus"])
    unit = (said["unit"] or "ngay").removesuffix(" le")
    if said["unit"] is None and not is_more:
        return None
    if said["count"] in ("half", "nua"):
        if unit not in ("thang", "nam"):
            return None
        count, unit = (_HALF_MONTH, "ngay") if unit == "thang" else (6, "thang")
    else:
        count = number(said["count"])
    if said["ruoi"]:
        # one and a half: only of years is it a whole number of a smaller unit that offices count
        count, unit = (12 * count + 6, "thang") if unit == "nam" else (count, f"{unit} ruoi")
    return Term(
        start=match.start(), end=match.end(), kind=TermKind.LENGTH, count=count, unit=unit,
        is_told="nua" in ahead or "toi" in ahead or is_more,
        untold=Untold.UNSAID_START if "theo" in ahead or "ke" in ahead else None,
        needs=Needs.NOTHING if ahead or is_more else Needs.BOUND,
    )  # fmt: skip


def counted(term: Term, start: date, context: DeadlineContext, *, back: bool = False) -> Term:
    """Count a length from a day, or back from it; a day no calendar has stays without one."""
    sign = -1 if back else 1
    unit = term.unit.removesuffix(" ruoi")
    count = sign * term.count
    try:
        if unit in _WORKING:
            day = context.calendar.add_working_days(start, count)
        elif unit in _IN_MONTHS:
            day = months_later(start, count * _IN_MONTHS[unit])
        elif unit in ("gio", "tieng"):
            day = start + timedelta(sign * -(-term.count // HOURS))
        else:
            day = start + timedelta(count * (7 if unit == "tuan" else 1))
        if term.unit.endswith("ruoi"):
            day += timedelta(sign * {"thang": 15, "tuan": 4}.get(unit, 1))
    except (ValueError, OverflowError):
        return replace(term, untold=Untold.IMPOSSIBLE)
    if not context.typed and abs(day.year - start.year) > _LONGEST:
        return replace(term, untold=Untold.IMPOSSIBLE)
    return replace(term, first=start, last=day, untold=None)


def _event(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read a day that is not said here; right after the meeting can be the day of the paper."""
    said = match[0]
    is_here = said.startswith("sau") and any(word in said for word in ("hop", "hoi nghi"))
    also = (context.told_on,) if is_here else ()
    return Term(
        start=match.start(), end=match.end(), kind=TermKind.EVENT, also=also, untold=Untold.EVENT
    )


def _condition(match: re.Match[str], context: DeadlineContext) -> Term | None:
    """Read "sau khi có ý kiến": in running text a condition, only a cell can mean its deadline."""
    found = _event(match, context)
    return found and replace(found, needs=Needs.CELL)


EVENT = (
    r"(?:(?:cuoc|phien|buoi|ky|hoi nghi) hop|hop|hoi nghi|dai hoi(?: dang)?|khai mac|be mac|khai giang"
    r"|nam hoc(?: new)?|mua (?:rain(?: storm)?|storm|kho)|bau cu|giao quan|ky thi|le|hoi thi|nghi le)"
)

FORMS = (
    form(
        ("0", *NUMBER_HEADS, "half", "nua"),
        rf"(?P<plus>\+ ?)?{_COUNT} ?(?P<unit>{_UNIT})?(?P<ruoi> ruoi)?"
        r"(?P<ahead> nua| toi(?! ngay)| sau(?=[ ]?(?:$|[,.;)]))| (?:tiep|ke) (?:theo|tiep))?"
        r"(?! (?:mung )?[0-9]{1,2}(?: ?[/,-]| va | thang | den | ?\.[0-9]))",
        _length,
    ),
    form("truoc sau", "(?:truoc|sau) (?:ngay|dip|le|ky) _", _event),
    form(
        "nowx",
        r"nowx (?:truoc|sau) (?:khi|luc)(?: (?!(?:truoc|cham|trong|den|xong)(?![a-z]))[a-z_]+){1,10}",
        _event,
    ),
    form(
        "trong tuan dau cuoi giua het",
        r"(?:(?:trong|het) )?(?:tuan (?:dau|cuoi)|dau|giua|cuoi|trong|het)(?: cua)? nam hoc(?: new)?",
        _event,
    ),
    form(
        "truoc sau",
        rf"(?:truoc|sau)(?: (?:khi|ngay|le|dip|luc|thoi moment|dien ra|to _|ket thuc|dot))*"
        rf" {EVENT}(?: nay)?",
        _event,
    ),
    form(
        "truoc sau",
        r"(?:truoc|sau) (?:khi|luc)(?: (?!(?:truoc|cham|trong|den|xong)(?![a-z]))[a-z_]+){1,6}",
        _condition,
    ),
)
