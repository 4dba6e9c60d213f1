"""Years as records hold them."""

from coordapp.domain.kernel.errors import RuleViolation

_FIRST, _LAST = 1945, 2100


def ensure_year(year: int) -> None:
    """Refuse a slip of the keyboard. Raises RuleViolation: year_range."""
    if not _FIRST <= year <= _LAST:
        raise RuleViolation("year_range", year=year)
