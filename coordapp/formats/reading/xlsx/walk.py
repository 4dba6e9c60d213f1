"""A sheet of an .xlsx file that is written in an unusual way, walked through cell by cell."""

import re
from collections.abc import Mapping

from coordapp.formats.reading.limits import MOST_MARKS
from coordapp.formats.reading.marks import Place, SheetMarks, Struck, column_number, ensure_fits
from coordapp.formats.reading.xlsx.rich_text import is_on
from coordapp.formats.reading.xml_walk import Attributes, walk

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_TRUE = ("1", "true", "on")
_FAR_COLUMN = 1_000  # no register is so wide; hidden columns are not noted beyond


def walked(
    content: bytes, styles: Mapping[str, frozenset[str]], struck: Mapping[str, Struck]
) -> SheetMarks:
    """Walk through a sheet, counting. Raises Refused: source_too_long; ExpatError."""
    reading = _Sheet(styles, struck)
    walk(content, reading.start, reading.end, reading.text)
    return reading.marks


def place_of(reference: str) -> Place | None:
    """Read the name of a cell: B7 is row 7, column 2."""
    found = _CELL.fullmatch(reference.strip().upper())
    return None if found is None else (int(found[2]), column_number(found[1].encode("ascii")))


def _number(given: Attributes, key: str, otherwise: int) -> int:
    typed = given.get(key, "")
    return int(typed) if typed.isdecimal() and typed.isascii() else otherwise


class _Sheet:
    def __init__(self, styles: Mapping[str, frozenset[str]], struck: Mapping[str, Struck]) -> None:
        self.marks = SheetMarks()
        self._styles, self._struck = styles, struck
        self._row = self._column = 0
        self._rows = self._columns = 0
        self._place: Place = (0, 0)
        self._cell: Attributes = {}
        self._has_formula = self._has_value = self._is_struck = False
        self._reads = ""
        self._value = ""
        self._parts = ["", ""]  # what is struck through of a text in the cell, and the rest

    def start(self, name: str, given: Attributes) -> None:
        if name == "row":
            self._row = _number(given, "r", self._row + 1)
            self._column = 0
            if given.get("hidden", "0") in _TRUE:
                self.marks.hidden_rows.add(self._row)
        elif name == "c":
            self._start_cell(given)
        elif name in ("v", "f", "is"):
            self._start_value(name)
        elif name == "t":
            self._reads = "t"
        elif name in ("strike", "dstrike"):
            self._is_struck = is_on(given)
        elif name == "col" and given.get("hidden", "0") in _TRUE:
            last = min(_number(given, "max", 0), _FAR_COLUMN)
            self.marks.hidden_columns.update(range(_number(given, "min", 1), last + 1))
        elif name == "mergeCell" and len(self.marks.merged) < MOST_MARKS:
            first, _, last_cell = given.get("ref", "").partition(":")
            top_left, bottom_right = place_of(first), place_of(last_cell)
            if top_left is not None and bottom_right is not None:
                self.marks.merged.append((*top_left, *bottom_right))

    def _start_cell(self, given: Attributes) -> None:
        found = place_of(given.get("r", ""))
        # a cell that does not say where it is stands beside the one before it
        self._place = found or (self._row, self._column + 1)
        self._row, self._column = self._place
        self._cell = given
        self._has_formula = self._has_value = self._is_struck = False
        self._value = ""
        self._parts = ["", ""]
        if marks := self._styles.get(given.get("s", "")):
            self.marks.styled[self._place] = marks

    def _start_value(self, name: str) -> None:
        self._reads = name
        if name == "f":
            self._has_formula = True
        row, column = self._place
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        ensure_fits(self._rows, self._columns, self._cell.get("r") or f"R{row}C{column}")

    def text(self, said: str) -> None:
        if self._reads == "v":
            self._value += said
            self._has_value = True
        elif self._reads == "t":
            self._has_value = True
            self._parts[0 if self._is_struck else 1] += said

    def end(self, name: str) -> None:
        if name in ("v", "f", "is", "t"):
            self._reads = ""
        elif name == "r":
            self._is_struck = False
        elif name == "c":
            if self._has_formula and not self._has_value:
                self.marks.uncalculated.add(self._place)
            if self._cell.get("t") == "e":
                self.marks.failed[self._place] = self._value
            text = (self._parts[0], self._parts[1])
            if self._cell.get("t") == "s":
                text = self._struck.get(self._value.strip(), text)
            self.marks.strike(self._place, text)
