"""The terms of a deadline and what all forms share: numbers in words, years, impossible days."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache

from coordapp.domain.calendar.deadline import (
    Assumption,
    CountedFrom,
    DeadlineContext,
    Every,
    Untold,
)
from coordapp.domain.calendar.deadline_forms.bounds import Bound

_ONES = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "four": 4, "tu": 4, "nam": 5, "lam": 5, "six": 6,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
}  # fmt: skip
_ONE = "(?:mot|hai|ba|bon|four|nam|lam|six|bay|tam|chin)"
_WORD_NUMBER = rf"(?:muoi(?: {_ONE})?|{_ONE}(?: muoi(?: {_ONE})?| lam)?)"
NUMBER = rf"(?:[0-9]{{1,4}}|{_WORD_NUMBER})"
DAY_NUMBER = rf"(?:[0-9]{{1,2}}|{_WORD_NUMBER})"
# "tu" and "sau" only where no marks were typed, and only where nothing but a number can stand
MONTH_NUMBER = (
    rf"(?:[0-9]{{1,2}}(?![0-9])|{_WORD_NUMBER}|tu|sau(?= nam| ?/)|x?iv|x?v?i{{1,3}}|i?x|v)"
)
NUMBER_HEADS = ("0", "mot", "hai", "ba", "bon", "nam", "six", "bay", "tam", "chin", "muoi")
# "năm 2018", "/2018", "-2018", "/18", "năm nay"; never the number of a paper: 09/2019/NĐ-CP
NO_NUMBER = r"(?![0-9]|/|-[a-z_])"
YEAR_FIGURES = (
    rf"(?:(?: ?/ ?| ?- ?|\.| ?,? nam |(?:, ?| )(?=[0-9]{{4}}))(?P<year>[0-9]{{4}}){NO_NUMBER}"
    rf"| ?/ ?(?P<short>[0-9]{{2}}){NO_NUMBER})"
)
YEAR_WORDS = r"(?P<which>nay|sau|toi|truoc|ngoai)(?![a-z])"
YEAR = rf"(?:{YEAR_FIGURES}| ?,? nam {YEAR_WORDS})"


class TermKind(Enum):
    """What a term can be joined with."""

    DAY = "day"
    PERIOD = "period"
    DAY_NUMBER = "day_number"  # "ngày 25", of no month
    WEEKDAY = "weekday"
    LENGTH = "length"
    EVERY = "every"
    ONGOING = "ongoing"
    EVENT = "event"  # a day not said here
    NO_DAY = "no_day"  # "không thời hạn"


class Needs(Enum):
    """What must stand around a term of running text before it is one."""

    NOTHING = "nothing"
    BOUND = "bound"  # by itself it can be a fraction, a number or a name: 15/3, 4/2018, mai
    CELL = "cell"  # only the whole of a cell or a field can mean it: 15.3, 05032026


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One day, period or length of time, from `start` to `end` of the known words.

    `in_year` reads it again for another year, where its words name none. `is_told`: told from
    the day of the paper, as "hôm nay" and "tuần tới" are.
    """

    start: int
    end: int
    kind: TermKind
    first: date | None = None
    last: date | None = None
    day_number: int = 0
    count: int = 0
    unit: str = ""
    every: Every | None = None
    assumed: tuple[Assumption, ...] = ()
    also: tuple[date, ...] = ()
    untold: Untold | None = None
    in_year: "Callable[[int], Term] | None" = None
    needs: Needs = Needs.NOTHING
    is_told: bool = False
    is_range: bool = False  # its words name the first day as well
    is_feast: bool = False  # nothing is done on it: "trước Tết" is the day before

    def assuming(self, *more: Assumption) -> "Term":
        """Give the term with more that is assumed."""
        return replace(self, assumed=tuple(dict.fromkeys(self.assumed + more)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A term with its bound and with what it was joined with; `start` is where its words begin."""

    start: int
    end: int
    term: Term
    bound: Bound
    original: date | None = None
    counted_from: CountedFrom | None = None


DAYS = (TermKind.DAY, TermKind.PERIOD, TermKind.DAY_NUMBER, TermKind.WEEKDAY)
Reading = Callable[[re.Match[str], DeadlineContext], Term | None]
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class DeadlineForm:
    """One way to write a term; `heads` are the words it can begin with, "0" for figures."""

    heads: tuple[str, ...]
    pattern: str
    reading: Reading

    def match(self, text: str, place: int) -> re.Match[str] | None:
        """Find the form at a place of a text in known words."""
        return _compiled(self.pattern).match(text, place)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # when first asked for: all at once they would take as long as a window with nothing in it
    return re.compile(pattern)


def form(heads: Sequence[str] | str, pattern: str, reading: Reading) -> DeadlineForm:
    """Give a form; its words end where it ends."""
    names = tuple(heads.split()) if isinstance(heads, str) else tuple(heads)
    return DeadlineForm(names, rf"(?:{pattern})(?![a-z0-9_])", reading)


def number(typed: str) -> int:
    """Read a number in figures, in words or in Roman figures; 0 when it is none."""
    if typed.isdigit():
        return int(typed)
    if typed in _ROMAN:
        return _ROMAN[typed]
    tens, _, ones = typed.partition("muoi")
    if tens == typed:
        first, *more = typed.split()
        # "hai lăm" is 25
        return 10 * _ONES[first] + _ONES[more[0]] if more else _ONES.get(first, 0)
    return 10 * _ONES.get(tens.strip(), 1) + _ONES.get(ones.strip(), 0)


def year_said(match: re.Match[str], context: DeadlineContext) -> int | None:
    """Give the year a form names, in figures or as this one or the next; None for none."""
    said = match.groupdict()
    if said.get("year"):
        return int(said["year"])
    if said.get("short"):
        return 2000 + int(said["short"])
    steps = {"nay": 0, "sau": 1, "toi": 1, "truoc": -1, "ngoai": -1}
    which = said.get("which")
    return context.told_on.year + steps[which] if which else None


def placed(
    term: Term, days: Callable[[int], Span], year: int | None, context: DeadlineContext
) -> Term:
    """Put a term into the year its words name, else into the register's own or the next."""

    def in_year(wanted: int) -> Term:
        try:
            first, last = days(wanted)
        except (ValueError, OverflowError):
            return replace(term, first=None, last=None, untold=Untold.IMPOSSIBLE)
        return replace(term, first=first, last=last, untold=None)

    if year is not None:
        return in_year(year)
    term = replace(term.assuming(Assumption.YEAR), in_year=in_year)
    here = context.told_on.year
    if context.year is not None:
        return in_year(context.year)
    found = in_year(here)
    if found.last is not None and found.last < context.told_on:
        return in_year(here + 1)
    return found
