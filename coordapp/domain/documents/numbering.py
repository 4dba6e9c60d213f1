"""Runs of numbers: what comes next, what was left out, what was given twice."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import CODES, DocumentType

_YEARS = re.compile(r"\b(\d{4})\b")
_MOST_TOLD = 5  # runs
_FEW = 2  # numbers that are told one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Where a number is unique: a type of paper, through a year (state) or a term (party).

    Source: resources/docs/forms.md 1.2.
    """

    code: str
    style: DocumentStyle
    term: str
    year: int

    @property
    def words(self) -> str:
        """Say where the numbers run: `nhiệm kỳ 2015-2020`, `năm 2018`."""
        if self.style is DocumentStyle.PARTY:
            return f"nhiệm kỳ {self.term}" if self.term else "nhiệm kỳ này"
        return f"năm {self.year}"

    def holds(self, style: DocumentStyle, term: str, day: date | None) -> bool:
        """Tell whether a paper of the same type was numbered in this run."""
        if style is not self.style:
            return False
        if style is DocumentStyle.PARTY:
            return term == self.term
        return day is None or day.year == self.year

    def holds_day(self, day: date | None) -> bool:
        """Tell whether a paper of this day falls into the run, where only its day is known."""
        if day is None:
            return True
        if self.style is DocumentStyle.STATE:
            return day.year == self.year
        years = [int(year) for year in _YEARS.findall(self.term)]
        return len(years) != 2 or years[0] <= day.year <= years[1]


def run_of(type_: DocumentType, style: DocumentStyle, term: str, day: date) -> Run:
    """Name the run of a paper."""
    return Run(code=CODES[type_], style=style, term=term.strip(), year=day.year)


def proposed(used: Collection[int]) -> int:
    """Give the number after the highest one."""
    return max(used, default=0) + 1


def gaps(used: Collection[int]) -> list[range]:
    """List the runs of numbers nobody has between the lowest and the highest one."""
    return [range(low + 1, high) for low, high in pairwise(sorted(used)) if high > low + 1]


def skipped(number: int, used: Collection[int]) -> list[range]:
    """List what this number would leave out after the highest one."""
    left = range(proposed(used), number)
    return [left] if used and left else []


def in_words(runs: Collection[range]) -> str:
    """List numbers for a sentence: `03, 04, 07–11`; of many runs the first ones."""
    told = [_run_in_words(run) for run in list(runs)[:_MOST_TOLD]]
    more = len(runs) - len(told)
    return ", ".join(told) + (f" và {more} chỗ nữa" if more else "")


def _run_in_words(run: range) -> str:
    if len(run) > _FEW:
        return f"{run[0]:02d}–{run[-1]:02d}"
    return ", ".join(f"{number:02d}" for number in run)
