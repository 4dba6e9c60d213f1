"""Shares done: `70`, `70 %`, `khoảng 70%`, `0,7`; a table of shares writes them all in one way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from coordapp.domain.importing.values.cells import as_text, typed
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.errors import RuleViolation

_NUMBER = re.compile(r"(?<![\d/])(\d{1,3}(?:[.,]\d+)?)\s*(%|phần trăm)?(?!\s*/|\d)", re.IGNORECASE)
_PLAIN = re.compile(r"\d{1,3}(?:[.,]\d+)?\s*%?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReading:
    """A share of 0 to 100, and whether it had to be concluded."""

    percent: int
    is_assumed: bool = False


def counts_in_hundred(values: Iterable[Value]) -> bool:
    """Tell a column of bare shares such as 40 or 70, in which 1 is one of a hundred."""
    return any(
        isinstance(value, int | float) and not isinstance(value, bool) and value > 1
        for value in values
    )


def read(value: Value, *, in_hundred: bool = False) -> ShareReading | None:
    """Read a share; None for words that give none. Raises RuleViolation: percent_range.

    Excel holds 80 % as 0.8; `in_hundred` is said of a column where bare numbers go up to 100.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(float(value), as_text(value), in_hundred=in_hundred)
    text = typed(value)
    found = _NUMBER.search(text)
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    if _PLAIN.fullmatch(text) and not found[2]:
        is_whole = number.is_integer()
        found_share = _of_number(number, text, in_hundred=is_whole)
        return found_share if is_whole else replace(found_share, is_assumed=number < 1)
    if not 0 <= number <= 100:
        raise RuleViolation("percent_range", value=text)
    return ShareReading(percent=round(number), is_assumed=_PLAIN.fullmatch(text) is None)


def _of_number(number: float, text: str, *, in_hundred: bool) -> ShareReading:
    is_part = 0 < number < 1 or (number == 1 and not in_hundred)
    share = number * 100 if is_part else number
    if not 0 <= share <= 100:
        raise RuleViolation("percent_range", value=text)
    return ShareReading(percent=round(share), is_assumed=is_part and in_hundred)
