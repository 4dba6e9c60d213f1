"""A workbook as it was read from a file of somebody else: values and where they stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

Value = str | int | float | bool | date | datetime | time | timedelta
Place = tuple[int, int]  # row and column, both from 1


class WorkbookNote(Enum):
    """What a person should know about a file that was read all the same."""

    MACROS = "macros"
    LINKS = "links"
    ENCODING_GUESSED = "encoding_guessed"


class RowOutcome(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet from A1 on; rows are as wide as what they hold, and numbered from 1."""

    name: str
    rows: Sequence[Sequence[Value]]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    uncalculated: frozenset[Place] = frozenset()  # formulas that no program ever worked out


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """All sheets of a file, hidden ones too."""

    sheets: tuple[Sheet, ...]
    notes: frozenset[WorkbookNote] = frozenset()


def column_name(number: int) -> str:
    """Name a column as spreadsheets do: 1 is A, 27 is AA."""
    name = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
