"""Deadlines in the words of a paper: their wording kept, their day computed where it can be."""

import re
from dataclasses import dataclass
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The words as written and what they mean; a day that cannot be computed stays open."""

    wording: str = ""
    due: date | None = None
    kind: DeadlineKind = DeadlineKind.NONE


NO_DEADLINE = Deadline()

_DAY = r"(?P<day>\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?)"
_PERIOD = (
    r"(?:cuối |đầu |giữa |hết )?(?:tháng|quý) (?:\d{1,2}|[IVX]+)(?:[/ ](?:năm )?\d{4})?"
    r"|(?:cuối |hết )?năm \d{4}"
)
_PERIOD += r"|tuần (?:đầu|cuối) tháng \d{1,2}(?:/\d{4})?"
_COUNT = r"(?P<count>\d{1,3}) (?P<unit>ngày làm việc|ngày|tuần|tháng)"
_FORMS = (
    re.compile(rf"(?:trong|sau)(?: vòng)? {_COUNT}(?: kể)? từ ngày (?P<from>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)", re.I),
    re.compile(rf"(?:trước|chậm nhất(?: là)?(?: đến| trước)?|đến hết|hết|đến|xong)(?: ngày)? {_DAY}", re.I),
    re.compile(r"(?:vào )?(?:thứ \w+ |ngày \d{1,2} )?h[aằ]ng (?:ngày|tuần|tháng|quý|năm)", re.I),
    re.compile(rf"(?:trong|trước|chậm nhất|đến|hết|xong)(?: là| trong| hết)* (?P<period>{_PERIOD})", re.I),
    re.compile(rf"(?P<length>(?:trong|sau)(?: vòng)? {_COUNT})", re.I),
    re.compile(r"thường xuyên", re.I),
    re.compile(rf"(?<=\()(?:\d{{1,2}}(?:/\d{{1,2}})?(?:, | và | đến |-))?{_DAY}(?=\))", re.I),
)  # fmt: skip
_PERIODIC, _ONGOING = 2, 5


def find_deadline(text: str, told_on: date, calendar: Calendar) -> Deadline:
    """Find the first deadline of a clause; a day without a year is the next one from `told_on`."""
    hits = [
        (match.start(), n, match) for n, form in enumerate(_FORMS) if (match := form.search(text))
    ]
    if not hits:
        return NO_DEADLINE
    _, form, match = min(hits, key=lambda hit: (hit[0], hit[1]))
    if form == _PERIODIC:
        return Deadline(wording=match[0], kind=DeadlineKind.PERIODIC)
    if form == _ONGOING:
        return Deadline(wording=match[0], kind=DeadlineKind.ONGOING)
    due = _computed(match, told_on, calendar)
    kind = DeadlineKind.NONE if due is None else DeadlineKind.DATE
    return Deadline(wording=match[0], due=due, kind=kind)


def _computed(match: re.Match[str], told_on: date, calendar: Calendar) -> date | None:
    said = match.groupdict()
    try:
        if said.get("from"):
            first = _next(said["from"], told_on, calendar)
            return first and dates.parse(f"{said['count']} {said['unit']}", first, calendar)
        if said.get("day"):
            return _next(said["day"], told_on, calendar)
        if (said.get("period") or "")[:4].casefold() == "tuần":
            return _week_of(said["period"], told_on, calendar)
        return dates.parse(said.get("period") or said["length"], told_on, calendar)
    except RuleViolation:
        return None


def _week_of(typed: str, told_on: date, calendar: Calendar) -> date | None:
    """Give the last day of the first or the last seven days of a month."""
    last = dates.parse(typed[typed.index("tháng") :], told_on, calendar)
    return last if last is None or "cuối" in typed else last.replace(day=7)


def _next(typed: str, told_on: date, calendar: Calendar) -> date | None:
    day = dates.parse(typed, told_on, calendar)
    if day is not None and typed.count("/") == 1 and day < told_on:
        return dates.parse(f"{typed}/{told_on.year + 1}", told_on, calendar)
    return day
