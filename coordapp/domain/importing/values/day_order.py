"""Days that a program of another country may have turned about: 5/4 read as the 4th of May.

Typed into such a program `15/4` stays a text, for there is no fifteenth month, while `5/4` becomes
a day, the wrong one. A column in which all texts have a day above 12 and all days one below is
suspect.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime

from coordapp.domain.importing.workbook import Value

_FIGURES = re.compile(r"\s*'?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\s*")
_MONTHS = 12
_FEWEST = 2


def is_suspect(values: Iterable[Value]) -> bool:
    """Tell a column whose days may have been turned about."""
    texts: list[tuple[int, int]] = []
    days: list[date] = []
    for value in values:
        if isinstance(value, datetime | date):
            days.append(value.date() if isinstance(value, datetime) else value)
        elif isinstance(value, str) and (found := _FIGURES.fullmatch(value)):
            texts.append((int(found[1]), int(found[2])))
    if any(second > _MONTHS >= first for first, second in texts):
        # 03/25/2018: the month stands first in this column
        return True
    if len(texts) < _FEWEST or len(days) < _FEWEST:
        return False
    return all(first > _MONTHS for first, _ in texts) and all(day.day <= _MONTHS for day in days)


def is_ambiguous(value: Value) -> bool:
    """Tell a day that would be another one with day and month turned about."""
    if isinstance(value, datetime | date):
        return value.day <= _MONTHS and value.day != value.month
    found = _FIGURES.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return False
    first, second = int(found[1]), int(found[2])
    return first <= _MONTHS and second <= _MONTHS and first != second
