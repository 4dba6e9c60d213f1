"""Days and deadlines in the cells of somebody's register.

Words are read by the one grammar of deadlines; here are the cells that hold days or numbers, and
what of a reading was assumed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import Deadline, DeadlineContext, Untold
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.importing.values.cells import as_text, typed
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold, words

_FIRST_SERIAL, _FIRST_SERIAL_1904 = date(1899, 12, 30), date(1904, 1, 1)
_EARLIEST, _LATEST = 1975, 2200
_LATELY = timedelta(180)
_SANE = 30  # years that a number taken for a day may lie from now
_SERIAL = re.compile(r"\d{5}(?:[.,]0+)?")
_REMARK = re.compile(r"(?:con|qua han|tre) \d+ ngay(?: lam viec)?|(?:sap den|dung|trong|qua) han")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayContext:
    """What the days of a table are read against; `year` is the register's own when it says one."""

    today: date
    calendar: Calendar = field(default_factory=Calendar)
    year: int | None = None
    is_1904: bool = False

    def of_words(self, told_on: date | None) -> DeadlineContext:
        """Give the context of words told on a day, today where none is known."""
        return DeadlineContext(
            told_on=told_on or self.today, calendar=self.calendar, year=self.year
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReading:
    """A deadline, and the codes of what was assumed."""

    deadline: Deadline
    assumed: tuple[str, ...] = ()


def deadline(value: Value, context: DayContext, told_on: date | None = None) -> DayReading:
    """Read a deadline. Raises RuleViolation: date_unreadable, date_impossible, deadline_is_remark.

    Words that name no day are kept, and said to name none.
    """
    if not isinstance(value, str):
        return _of_value(value, context)
    text = typed(value)
    if _REMARK.fullmatch(" ".join(words(fold(text)))):
        raise RuleViolation("deadline_is_remark", typed=text)
    if _SERIAL.fullmatch(text):
        return _of_number(float(text.replace(",", ".")), text, context)
    found = grammar.read(text, context.of_words(told_on))
    if found.untold is Untold.IMPOSSIBLE:
        raise RuleViolation("date_impossible", typed=text)
    if found.untold is Untold.UNREAD and not _LETTER.search(text):
        raise RuleViolation("date_unreadable", typed=text)
    if found.due is not None:
        ensure_probable(found.due, text)
    return DayReading(deadline=_worded(found, text), assumed=_assumed(found))


def day(value: Value, context: DayContext) -> date:
    """Read a day that words of its own do not explain. Raises as `deadline` does."""
    found = deadline(value, context).deadline
    if found.due is None:
        raise RuleViolation("date_unreadable", typed=as_text(value))
    return found.due


def end_in(text: str, context: DayContext) -> date | None:
    """Give the day on which an account says the work ended: `Đã xong ngày 12/3`."""
    year = context.year or context.today.year
    # the words of a deadline look ahead, those of an account a little back
    for looked_at, earliest in ((year, date.min), (year - 1, context.today - _LATELY)):
        words_of = replace(context, year=looked_at).of_words(context.today)
        for found in grammar.find(text, words_of):
            due = found.deadline.due
            if due is None or found.deadline.is_period_end:
                continue
            if earliest <= due <= context.today:
                return due
    return None


def _of_value(value: Value, context: DayContext) -> DayReading:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        ensure_probable(value, as_text(value))
        return DayReading(deadline=Deadline(wording="", kind=DeadlineKind.DATE, due=value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(float(value), as_text(value), context)
    raise RuleViolation("date_unreadable", typed=as_text(value))


def _of_number(number: float, shown: str, context: DayContext) -> DayReading:
    """Take a bare number for a day of the file's own calendar, where that makes a sane day."""
    first = _FIRST_SERIAL_1904 if context.is_1904 else _FIRST_SERIAL
    if not 10_000 < number < 100_000:
        raise RuleViolation("date_unreadable", typed=shown)
    found = first + timedelta(int(number))
    about = context.year or context.today.year
    if abs(found.year - about) > _SANE:
        raise RuleViolation("date_unreadable", typed=shown)
    return DayReading(
        deadline=Deadline(wording="", kind=DeadlineKind.DATE, due=found),
        assumed=("serial",),
    )


def _worded(found: Deadline, text: str) -> Deadline:
    """Keep the words only where they say more than the day does."""
    if _says_words(text) or found.is_period_end or found.due is None:
        return replace(found, wording=text)
    return replace(found, wording="")


def _assumed(found: Deadline) -> tuple[str, ...]:
    said = tuple(assumption.value for assumption in found.assumed)
    if found.untold is not None:
        said += ("untold",)
    return said


def _says_words(text: str) -> bool:
    """Tell words from a day written in figures, `ngày 5 tháng 3 năm 2026` among the latter."""
    plain = re.sub(r"\b(?:ngay|thang|nam)\b", "", fold(text))
    return _LETTER.search(plain) is not None


def ensure_probable(found: date, shown: str) -> None:
    """Refuse a day that no register speaks of. Raises RuleViolation: date_impossible."""
    if not _EARLIEST <= found.year <= _LATEST:
        raise RuleViolation("date_impossible", typed=shown)


_TITLE_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d{2})\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})(?!\d|\s*[-–]\s*(?:19|20)\d{2})")
_SLASHED = re.compile(r"(?:quý|tháng)\s+\w{1,4}\s*[/-]\s*((?:19|20)\d{2})", re.IGNORECASE)
_OF_PERIOD = re.compile(r"(?:19|20)\d{2}\s*[-–]\s*(?:19|20)?\d{2}\b")
_DATED = re.compile(r"[/.-]\s*((?:19|20)\d{2})(?!\d)")
_OF_A_DAY = re.compile(r"ngày|\d{1,2}\s*[/.]\s*\d{1,2}", re.IGNORECASE)


def year_of(lines: Sequence[str]) -> int | None:
    """Give the year that the titles above a table name; a day they are dated on comes last."""
    plain = [line for line in lines if not _OF_PERIOD.search(line)]
    dated = [line for line in plain if _OF_A_DAY.search(line)]
    others = [line for line in plain if line not in dated]
    forms = (_TITLE_YEAR, _SLASHED, _ANY_YEAR)
    for part, tried in ((others, forms), (dated, (*forms, _DATED))):
        for form in tried:
            years = [int(found[1]) for line in part for found in form.finditer(line)]
            if years:
                return years[0]
    return None
