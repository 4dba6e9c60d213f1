"""Reading one cell of somebody's register, what it shows and whether it shows anything."""

import re
from datetime import date, datetime, time

from coordapp.domain.calendar import dates
from coordapp.domain.importing.workbook import Value
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold, one_line, printable
from coordapp.domain.tasks.task import Urgency
from coordapp.domain.words.labels import URGENCY

CLEARED = "(xóa)"
_CLEARED = fold(CLEARED)
# no program wrote these, they come with pasted text; the soft hyphen is a letter of an old font
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
# what spreadsheets show where a formula failed, ours of OpenDocument among them
_FAILED = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)|(?:Err|Lỗi):\s?\d{3}",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[-–—_.…/\s]*")


def as_text(value: Value) -> str:
    """Write a cell as a person reads it: whole numbers without a point, days as dd/mm/yyyy."""
    if isinstance(value, str):
        # what cannot be seen cannot be printed either: nearly every cell has none of it
        return printable(value if value.isprintable() else value.translate(_UNSEEN))
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, datetime):
        day = dates.short(value.date())
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return dates.short(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def typed(value: Value) -> str:
    """Write a cell on one line, without the apostrophe by which a spreadsheet is told: a text."""
    return one_line(as_text(value)).removeprefix("'").strip()


def lines(value: Value) -> str:
    """Write a cell with its lines, without the apostrophe that makes it a text."""
    text = as_text(value).replace("\xa0", " ").strip()
    return text.removeprefix("'").strip()


def is_blank(value: Value) -> bool:
    """Tell that a cell shows nothing."""
    if not isinstance(value, str):
        return False
    return not value or not as_text(value).strip("\xa0 \t\n'")


def says_nothing(value: Value) -> bool:
    """Tell that a cell is blank or holds only the dash that stands for nothing."""
    return isinstance(value, str) and _NOTHING.fullmatch(as_text(value)) is not None


def is_cleared(value: Value) -> bool:
    """Tell that a cell asks for its field to be emptied."""
    return isinstance(value, str) and fold(value.strip()) == _CLEARED


def is_failed(value: Value) -> bool:
    """Tell that a cell shows the error of a formula."""
    return isinstance(value, str) and _FAILED.fullmatch(value.strip()) is not None


def urgency(value: Value) -> Urgency:
    """Read a degree of urgency. Raises RuleViolation: urgency_unreadable."""
    folded = fold(typed(value))
    for found, label in URGENCY.items():
        if fold(label) == folded:
            return found
    raise RuleViolation("urgency_unreadable", typed=as_text(value))
