"""Dates as the office writes and types them."""

from datetime import date

from coordapp.domain.calendar.deadline import Assumption, DeadlineContext, Untold
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_IN_DOUBT = {Assumption.WORDS_LEFT, Assumption.SEVERAL}


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

    Accepts every form of the grammar that names one day: `5/3`, `05032026`, `+7`, and in words,
    with or without tone marks, `t6 tuần sau`, `15 ngày làm việc`, `quý II/2026` and the like.
    Without a calendar working days leave out Saturdays and Sundays only.
    Raises RuleViolation: date_unreadable, date_impossible.
    """
    if not typed.strip():
        return None
    # the whole grammar is too much for those who only write dates, as the start of the window does
    from coordapp.domain.calendar import grammar

    context = DeadlineContext(told_on=today, calendar=calendar or Calendar(), typed=True)
    said = grammar.read(typed, context)
    if said.untold is Untold.IMPOSSIBLE:
        raise RuleViolation("date_impossible", typed=typed)
    # in a field one day is asked for, and nothing beside it
    if said.kind is not DeadlineKind.DATE or _IN_DOUBT & set(said.assumed):
        raise RuleViolation("date_unreadable", typed=typed)
    return said.due
