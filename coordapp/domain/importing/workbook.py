"""A workbook as it was read from a file of somebody else: values and where they stood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum

Value = str | int | float | bool | date | datetime | time | timedelta
Place = tuple[int, int]  # row and column, both from 1
Area = tuple[int, int, int, int]  # top, left, bottom, right, from 1


class WorkbookNote(Enum):
    """What a person should know about a file that was read all the same."""

    MACROS = "macros"
    LINKS = "links"
    ENCODING_GUESSED = "encoding_guessed"
    QUOTE_OPEN = "quote_open"  # a quotation mark that nothing closes was read as a letter


class CellFont(Enum):
    """In which letters a cell is written when they are not those of Unicode."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    SYMBOL = "symbol"


class RowOutcome(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BARE = "bare"  # secret: number and date of its paper alone
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet from A1 on; rows are as wide as what they hold; all numbers are from 1."""

    name: str
    rows: Sequence[Sequence[Value]]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncalculated: frozenset[Place] = frozenset()  # formulas that no program ever worked out
    struck: frozenset[Place] = frozenset()  # cells whose whole text is struck through
    # what is struck through of a text of which some remains, and what remains
    struck_parts: Mapping[Place, tuple[str, str]] = field(default_factory=dict)
    fonts: Mapping[Place, CellFont] = field(default_factory=dict)
    comments: Mapping[Place, str] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    filled: frozenset[Place] = frozenset()  # cells for which a tall cell above them speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """All sheets of a file, hidden ones too."""

    sheets: tuple[Sheet, ...]
    notes: frozenset[WorkbookNote] = frozenset()
    is_1904: bool = False  # days are counted from 1904, as Excel on old Macs did


def column_name(number: int) -> str:
    """Name a column as spreadsheets do: 1 is A, 27 is AA."""
    name = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
