"""Dates as the office writes and types them."""

import re
from datetime import date

from coordapp.domain.calendar import typed_dates
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold, one_line

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_NUMERIC = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SPOKEN = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?")


def short(day: date | None) -> str:
    """Write `dd/mm/yyyy`; empty for no date."""
    return "" if day is None else f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def weekday(day: date) -> str:
    """Name the day of the week."""
    return _WEEKDAYS[day.weekday()]


def in_figures(day: date | None) -> str:
    """Write a day as papers do in figures: `05/01/2018` but `15/3/2018`; empty without one.

    Source: resources/docs/forms.md 1.2.
    """
    if day is None:
        return ""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def on_paper(day: date) -> str:
    """Write the date for a paper: day under 10 and months 1, 2 take a zero.

    Source: resources/docs/forms.md 2.5.
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def parse(typed: str, today: date, calendar: Calendar | None = None) -> date | None:
    """Read a date as a secretary types it; empty means no date.

    Accepts `5/3`, `5/3/26`, `05032026`, `2026-03-05`, and in words, with or without tone
    marks, `hôm nay`, `+7`, `t6 tuần sau`, `15 ngày làm việc`, `cuối tháng`, `quý II/2026`,
    `6 tháng đầu năm` and the like: see `typed_dates`. Without a calendar working days leave
    out Saturdays and Sundays only. Raises RuleViolation: date_unreadable, date_impossible.
    """
    text = fold(one_line(typed))
    if not text:
        return None
    try:
        said = typed_dates.read(text, today, calendar or Calendar())
        if said is not None:
            return said
        if parts := _parts(text, today):
            return date(*parts)
    except (ValueError, OverflowError) as error:
        raise RuleViolation("date_impossible", typed=typed) from error
    raise RuleViolation("date_unreadable", typed=typed)


def _parts(text: str, today: date) -> tuple[int, int, int] | None:
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _COMPACT.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    match = _NUMERIC.fullmatch(text) or _SPOKEN.fullmatch(text)
    if match is None:
        return None
    year = int(match[3]) if match[3] else today.year
    short_year = match[3] is not None and len(match[3]) == 2
    return (year + 2000 if short_year else year), int(match[2]), int(match[1])
