"""OpenDocument tables, read by ourselves: rows and cells may say how often they are repeated.

A cell in the last corner, or one row repeated a million times, must be counted before anything
is made of it.
"""

import datetime
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from coordapp.formats.reading import frames
from coordapp.formats.reading.limits import MOST_ROWS
from coordapp.formats.reading.marks import Place, SheetMarks, ensure_fits
from coordapp.formats.reading.ods.styles import OdsStyles
from coordapp.formats.reading.refusal import Refused
from coordapp.formats.reading.xml_walk import Attributes, walk

_MOST_WIDE = 16_384
_HIDDEN = ("collapse", "filter")
_NUMBERS = ("float", "percentage", "currency")
# what stands in or over a cell and is no text of it
_BESIDE = frozenset(("shapes", "frame", "custom-shape", "g", "line", "rect", "control", "caption"))


def read(parts: Mapping[str, bytes], put: frames.Put) -> None:
    """Send every sheet. Raises Refused: source_password, source_damaged, source_too_long."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Refused("source_password")
    styles = OdsStyles()
    try:
        for part in ("styles.xml", "content.xml"):
            if part in parts:
                walk(parts[part], styles.start, styles.end)
        reading = _Tables(styles, put)
        walk(parts["content.xml"], reading.start, reading.end, reading.text)
    except ExpatError as error:
        raise Refused("source_damaged") from error
    put("notes", ([], styles.is_1904))


def _repeated(given: Attributes, key: str) -> int:
    typed = given.get(key, "1")
    if not (typed.isdecimal() and typed.isascii()):
        return 1
    return max(1, min(int(typed), 1 << 21))


class _Tables:
    """Fills the rows of one table after the other."""

    def __init__(self, styles: OdsStyles, put: frames.Put) -> None:
        self._styles, self._put = styles, put
        self._name = ""
        self._is_hidden = False
        self._nested = 0  # tables and drawings within cells
        self._cell: _Cell | None = None
        self._start_table({})

    def _start_table(self, given: Attributes) -> None:
        self._name = given.get("name", "")
        self._is_hidden = given.get("style-name", "") in self._styles.hidden_tables
        self._marks = SheetMarks()
        self._rows: list[list[object]] = []
        self._width = 0
        self._column = 0
        self._blank_rows = 0
        self._in_row = False
        self._defaults: list[tuple[int, str]] = []

    def start(self, name: str, given: Attributes) -> None:
        if name in _BESIDE or (name == "table" and self._in_row):
            self._nested += 1
        if self._nested:
            return
        if name == "table":
            self._start_table(given)
        elif name == "table-column":
            self._take_column(given)
        elif name == "table-row":
            self._start_row(given)
        elif name in ("table-cell", "covered-table-cell"):
            self._cell = _Cell(given, self._styles)
        elif self._in_row and self._cell is not None:
            self._cell.start(name, given)

    def _take_column(self, given: Attributes) -> None:
        count = _repeated(given, "number-columns-repeated")
        if given.get("visibility") in _HIDDEN and self._column < 1_000:
            self._marks.hidden_columns.update(
                range(self._column + 1, min(self._column + count, 1_000) + 1)
            )
        if style := given.get("default-cell-style-name", ""):
            self._defaults.append((self._column + count, style))
        self._column += count

    def _default(self, column: int) -> str:
        """Give the style of the cells of a column that name none."""
        return next((style for last, style in self._defaults if column <= last), "")

    def _start_row(self, given: Attributes) -> None:
        self._in_row = True
        self._row: list[object] = []
        self._cell = None
        self._blank_cells = 0
        self._found: list[tuple[int, _Cell]] = []
        self._repeat = _repeated(given, "number-rows-repeated")
        self._is_row_hidden = given.get("visibility") in _HIDDEN

    def text(self, said: str) -> None:
        if not self._nested and self._in_row and self._cell is not None:
            self._cell.text(said)

    def end(self, name: str) -> None:
        if self._nested:
            if name in _BESIDE or name == "table":
                self._nested -= 1
            return
        if name in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif name == "table-row":
            self._end_row()
        elif name == "table":
            self._end_table()
        elif self._in_row and self._cell is not None:
            self._cell.end(name)

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        value = cell.value()
        if value == "" and not cell.is_noted:
            self._blank_cells += cell.repeat
            if cell.spans:
                self._found.append((len(self._row) + self._blank_cells, cell))
            return
        width = len(self._row) + self._blank_cells + cell.repeat
        if width > _MOST_WIDE:
            raise Refused("source_too_long", cell=f"R{len(self._rows) + 1}C{width}")
        self._row += [""] * self._blank_cells
        self._blank_cells = 0
        self._found.append((len(self._row) + 1, cell))
        self._row += [value] * cell.repeat

    def _end_row(self) -> None:
        self._in_row = False
        first = len(self._rows) + self._blank_rows + 1
        if self._is_row_hidden and first <= MOST_ROWS:
            last = min(first + self._repeat - 1, MOST_ROWS)
            self._marks.hidden_rows.update(range(first, last + 1))
        if not self._row:
            self._blank_rows += self._repeat
            return
        self._width = max(self._width, len(self._row))
        last = first + self._repeat - 1
        ensure_fits(last, self._width, f"R{last}C{len(self._row)}")
        self._rows += [[] for _ in range(self._blank_rows)]
        self._blank_rows = 0
        self._rows += [list(self._row) for _ in range(self._repeat)]
        for column, cell in self._found:
            cell.note(self._marks, (first, column), self._default(column))

    def _end_table(self) -> None:
        rows = [row + [""] * (self._width - len(row)) for row in self._rows]
        self._put("sheet", {"name": self._name, "is_hidden": self._is_hidden, "merged": []})
        frames.put_rows(self._put, rows)
        self._put("marks", (self._name, self._marks.as_values()))
        self._start_table({})


class _Cell:
    """One cell in the making: its value, its lines of text, and what is noted beside it."""

    def __init__(self, given: Attributes, styles: OdsStyles) -> None:
        self._given, self._styles = given, styles
        self.repeat = _repeated(given, "number-columns-repeated")
        self._lines: list[str] = []
        self._struck = self._rest = ""
        self._spans: list[bool] = []  # of the spans we are within, whether each is struck through
        self._in_comment = False
        self._comment: list[str] = []
        self._within = 0

    @property
    def spans(self) -> bool:
        """Tell a cell that speaks for others."""
        return "number-rows-spanned" in self._given or "number-columns-spanned" in self._given

    @property
    def is_noted(self) -> bool:
        """Tell a cell that has something beside its value."""
        return bool(self._comment) or "formula" in self._given

    def start(self, name: str, given: Attributes) -> None:
        if name == "annotation":
            self._in_comment = True
        elif name in ("p", "h"):
            self._within += 1
            if not self._in_comment:
                self._lines.append("")
        elif name == "span":
            self._spans.append(self._styles.is_struck(given.get("style-name", "")))
        elif name == "s":
            self.text(" " * min(_repeated(given, "c"), 1_000))
        elif name == "tab":
            self.text("\t")
        elif name == "line-break":
            self.text("\n")

    def text(self, said: str) -> None:
        if not self._within:
            return
        if self._in_comment:
            self._comment.append(said)
            return
        self._lines[-1] += said
        if any(self._spans):
            self._struck += said
        else:
            self._rest += said

    def end(self, name: str) -> None:
        if name == "annotation":
            self._in_comment = False
        elif name in ("p", "h"):
            self._within -= 1
        elif name == "span" and self._spans:
            self._spans.pop()

    def value(self) -> object:
        text = "\n".join(self._lines)
        kind = self._given.get("value-type", "")
        if kind in _NUMBERS:
            return _number(self._given.get("value", ""), text)
        if kind == "date":
            return _day(self._given.get("date-value", ""), text)
        if kind == "boolean" and not text:
            return self._given.get("boolean-value") == "true"
        return text or self._given.get("string-value", "")

    def note(self, marks: SheetMarks, place: Place, default: str) -> None:
        """Note what the cell says beside its value."""
        row, column = place
        styled = self._styles.of_cell(self._given.get("style-name", default))
        if styled:
            marks.styled[place] = styled
        if self._comment:
            marks.comments[place] = "".join(self._comment).strip()
        marks.strike(place, (self._struck, self._rest))
        if "formula" in self._given and self.value() == "":
            marks.uncalculated.add(place)
        rows = _repeated(self._given, "number-rows-spanned")
        columns = _repeated(self._given, "number-columns-spanned")
        if rows > 1 or columns > 1:
            marks.merged.append((row, column, row + rows - 1, column + columns - 1))


def _number(typed: str, text: str) -> object:
    try:
        number = float(typed)
    except ValueError:
        return text
    if number != number or abs(number) == float("inf"):
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _day(typed: str, text: str) -> object:
    try:
        if "T" in typed:
            return datetime.datetime.fromisoformat(typed[:19])
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return text or typed
