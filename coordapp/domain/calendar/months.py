"""Months: their last day, and going some of them forward or back."""

from calendar import monthrange
from datetime import date


def month_end(year: int, month: int) -> date:
    """Give the last day of a month. Raises ValueError for none."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        raise ValueError("no such month")
    return date(year, month, monthrange(year, month)[1])


def months_later(day: date, count: int) -> date:
    """Go months forward or back, to the last day of a month too short.

    Raises ValueError beyond the years a date can have.
    """
    months = day.year * 12 + day.month - 1 + count
    last = month_end(months // 12, months % 12 + 1)
    return last.replace(day=min(day.day, last.day))
