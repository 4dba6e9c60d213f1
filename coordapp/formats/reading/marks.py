"""What a sheet says beside its values, and how large a grid may be."""

from coordapp.formats.reading.limits import MOST_CELLS, MOST_ROWS
from coordapp.formats.reading.refusal import Refused

Place = tuple[int, int]  # row and column, both from 1
Area = tuple[int, int, int, int]  # top, left, bottom, right, from 1
Struck = tuple[str, str]  # what of a text is struck through, and what is not
STRUCK, SYMBOL, TCVN3, VNI = "struck", "symbol", "tcvn3", "vni"


class SheetMarks:
    """What the raw parts of one sheet say and its values do not."""

    def __init__(self) -> None:
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.uncalculated: set[Place] = set()
        self.styled: dict[Place, frozenset[str]] = {}
        self.struck_parts: dict[Place, Struck] = {}
        self.comments: dict[Place, str] = {}
        self.merged: list[Area] = []
        self.failed: dict[Place, str] = {}  # cells that show an error, which the library leaves out

    def as_values(self) -> dict[str, object]:
        """Give all as plain values that go from one process to another."""
        return {
            "hidden_rows": list(self.hidden_rows),
            "hidden_columns": list(self.hidden_columns),
            "uncalculated": list(self.uncalculated),
            "styled": [(place, tuple(kinds)) for place, kinds in self.styled.items()],
            "struck_parts": list(self.struck_parts.items()),
            "comments": list(self.comments.items()),
            "merged": self.merged,
            "failed": list(self.failed.items()),
        }

    def strike(self, place: Place, text: Struck) -> None:
        """Note what of a cell is struck through: all of it, or the part beside what remains."""
        struck, rest = text
        if struck.strip() and rest.strip():
            self.struck_parts[place] = text
        elif struck.strip():
            self.styled[place] = self.styled.get(place, frozenset()) | {STRUCK}


def ensure_fits(rows: int, columns: int, cell: str) -> None:
    """Refuse a grid that no register needs. Raises Refused: source_too_long."""
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise Refused("source_too_long", cell=cell)


def column_number(letters: bytes) -> int:
    """Read the name of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def of_font(name: str) -> str:
    """Say in which letters a font writes; empty for Unicode."""
    lowered = name.strip().lower()
    if lowered.startswith(".vn"):
        return TCVN3
    if lowered.startswith("vni"):
        return VNI
    symbols = ("wingdings", "webdings", "symbol", "marlett")
    return SYMBOL if lowered.startswith(symbols) else ""
