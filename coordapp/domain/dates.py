"""Dates as the office writes and types them."""

import calendar
import re
from datetime import date, timedelta

from coordapp.domain.errors import RuleViolation
from coordapp.domain.text import fold, one_line

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


def on_paper(day: date) -> str:
    """Write the date for a paper: day under 10 and months 1, 2 take a zero.

    Source: vn-documents 8.
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def parse(typed: str, today: date) -> date | None:
    """Read a date as a secretary types it; empty means no date.

    Accepts `5/3`, `5/3/26`, `05032026`, `2026-03-05`, `hôm nay`, `mai`, `+7`, `t6`,
    `cuối tháng`. Raises RuleViolation: date_unreadable, date_impossible.
    """
    text = fold(one_line(typed))
    if not text:
        return None
    relative = _relative(text, today)
    if relative is not None:
        return relative
    parts = _parts(text, today)
    if parts is None:
        raise RuleViolation("date_unreadable", typed=typed)
    try:
        return date(*parts)
    except ValueError as error:
        raise RuleViolation("date_impossible", typed=typed) from error


def _relative(text: str, today: date) -> date | None:
    if text == "hom nay":
        return today
    if text in ("mai", "ngay mai"):
        return today + timedelta(1)
    if re.fullmatch(r"\+\d{1,4}", text):
        return today + timedelta(int(text[1:]))
    if match := re.fullmatch(r"t([2-7])", text):
        ahead = (int(match[1]) - 2 - today.weekday()) % 7
        return today + timedelta(ahead or 7)
    if text == "cn":
        return today + timedelta((6 - today.weekday()) % 7 or 7)
    if text == "cuoi thang":
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return None


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
