"""What may be kept of a paper above ordinary: its number with the symbol and its date, no other word."""

import re
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.domain.programmes.directive import Directive
from coordapp.domain.tasks.task import Origin, Task

# 12-KH/TU, 05/2018/QĐ-UBND, 45-Ctr/TU: a symbol is of short words in Latin letters, never a sentence
_SYMBOL = r"[A-ZĐ][A-Za-zĐđƯư]{0,9}(?:[-/.&][A-ZĐ][A-Za-zĐđƯư]{0,9}){0,4}"
_NUMBER = re.compile(rf"(?<![\w/-])\d{{1,5}}[a-z]?(?:/\d{{4}})?\s?[-/–]\s?{_SYMBOL}(?!\w)")
_TYPED = re.compile(rf"\d{{1,5}}[A-Za-z]?(?:/\d{{4}})?(?:\s?[-/–]\s?{_SYMBOL})?")
_DAYS = (
    re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)"),
    re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretPaper:
    """Number with symbol, and the day where one is said."""

    number: str
    signed_on: date | None = None

    @property
    def words(self) -> str:
        """Name the paper by what may be kept of it."""
        day = "" if self.signed_on is None else f" ngày {dates.in_figures(self.signed_on)}"
        return f"Văn bản mật số {self.number}{day}, xem bản giấy"


def paper_in(text: str, signed_on: date | None = None) -> SecretPaper | None:
    """Read the first number and the first day of a text; None where it names no number."""
    said = one_line(nfc(text))
    found = _NUMBER.search(said)
    return (
        None if found is None else SecretPaper(number=found[0], signed_on=_day(said) or signed_on)
    )


def typed_paper(number: str, signed_on: date | None, secrecy: Secrecy) -> SecretPaper:
    """Take a number as typed, if it is nothing but one. Raises RuleViolation: secret_number_missing."""
    said = one_line(nfc(number)).removeprefix("số ").removeprefix("Số ").strip()
    if not _TYPED.fullmatch(said):
        raise RuleViolation("secret_number_missing", secrecy=secrecy)
    return SecretPaper(number=said, signed_on=signed_on)


def bare_task(paper: SecretPaper) -> Task:
    """Make the task that stands for a secret paper."""
    return Task(
        id=TaskId(0),
        code="",
        title=paper.words,
        origin=Origin.DIRECTIVE,
        assigned_on=paper.signed_on,
    )


def bare_directive(blank: Directive, given: Directive, secrecy: Secrecy) -> Directive:
    """Keep number and day of a secret paper from above. Raises RuleViolation: secret_number_missing."""
    paper = typed_paper(given.number, given.signed_on, secrecy)
    return replace(
        blank,
        number=paper.number,
        signed_on=paper.signed_on,
        subject=paper.words,
    )


def _day(text: str) -> date | None:
    for form in _DAYS:
        if found := form.search(text):
            try:
                return date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                return None
    return None
