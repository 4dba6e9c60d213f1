"""Years as they are typed."""

import re

from coordapp.domain.kernel.errors import RuleViolation

_YEAR = re.compile(r"[0-9]{4}")


def read_year(typed: str) -> int:
    """Read a year of four figures. Raises RuleViolation: year_unreadable."""
    text = typed.strip()
    if _YEAR.fullmatch(text) is None:
        raise RuleViolation("year_unreadable", value=typed)
    return int(text)


def read_some_year(typed: str) -> int | None:
    """Read a year, or nothing. Raises RuleViolation: year_unreadable."""
    return read_year(typed) if typed.strip() else None
