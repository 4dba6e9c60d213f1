"""What the records of an old Excel workbook say beside its values.

As its makers publish it, [MS-XLS], version 8 (Excel 97 to 2003); of older ones values alone are read.
"""

import struct
from collections.abc import Callable, Iterator

from coordapp.formats.reading import frames
from coordapp.formats.reading.limits import MOST_MARKS
from coordapp.formats.reading.marks import STRUCK, SheetMarks, of_font
from coordapp.formats.reading.xls.ole import stream_of

_HEAD = struct.Struct("<HH")
_BEGIN, _END, _NAME = 0x809, 0x0A, 0x85
_VERSION_8 = 0x0600
_1904, _FONT, _FORMAT = 0x22, 0x31, 0xE0
_COLUMNS, _ROW, _MERGED = 0x7D, 0x208, 0xE5
_OBJECT, _TEXT, _MORE, _COMMENT = 0x5D, 0x1B6, 0x3C, 0x1C
_CELLS = frozenset((0x06, 0x203, 0x27E, 0xFD, 0x204, 0xD6, 0x205))
_MANY_CELLS = 0xBD
_FORMULA, _FLAG = 0x06, 0x205
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
}  # fmt: skip
_FAR_COLUMN = 1_000
_NOTHING: frozenset[str] = frozenset()


def read(path: str, put: frames.Put) -> None:
    """Send the marks of every sheet. Raises Refused: source_damaged."""
    with open(path, "rb") as file:  # noqa: PTH123
        records = _Records(stream_of(file.read(), "Workbook", "Book"))
    for name, marks in records.by_name().items():
        put("marks", (name, marks.as_values()))
    put("notes", ([], records.is_1904))


class _Records:
    """Goes through the records of the workbook and of each sheet."""

    def __init__(self, stream: bytes) -> None:
        self.is_1904 = False
        self._stream = stream
        self._sheets: list[tuple[str, int]] = []
        self._fonts: list[frozenset[str]] = []
        self._formats: list[int] = []
        self._is_known = False
        for kind, data in _records_from(stream, 0):
            self._take_global(kind, data)

    def _take_global(self, kind: int, data: bytes) -> None:
        if kind == _BEGIN:
            self._is_known = len(data) >= 2 and struct.unpack_from("<H", data)[0] == _VERSION_8
        elif kind == _1904:
            self.is_1904 = data[:1] == b"\x01"
        elif not self._is_known:
            return
        elif kind == _NAME and len(data) > 8:
            letters, wide = data[6], data[7] & 1
            raw = data[8 : 8 + letters * (2 if wide else 1)]
            name = raw.decode("utf-16-le" if wide else "latin-1", errors="replace")
            self._sheets.append((name, struct.unpack_from("<I", data)[0]))
        elif kind == _FONT and len(data) >= 16:
            self._take_font(data)
        elif kind == _FORMAT and len(data) >= 2:
            self._formats.append(struct.unpack_from("<H", data)[0])

    def _take_font(self, data: bytes) -> None:
        letters, wide = data[14], data[15] & 1
        raw = data[16 : 16 + letters * (2 if wide else 1)]
        name = raw.decode("utf-16-le" if wide else "latin-1", errors="replace")
        marks = {of_font(name)} - {""}
        if struct.unpack_from("<H", data, 2)[0] & 0x08:
            marks.add(STRUCK)
        self._fonts.append(frozenset(marks))
        if len(self._fonts) == 4:
            # number 4 is never written, and never used
            self._fonts.append(_NOTHING)

    def by_name(self) -> dict[str, SheetMarks]:
        """Give the marks of each sheet."""
        if not self._is_known:
            return {}
        return {name: self._marks(start) for name, start in self._sheets}

    def _marks(self, start: int) -> SheetMarks:
        marks = SheetMarks()
        taking: dict[int, Callable[[SheetMarks, bytes], None]] = {
            _COLUMNS: _take_columns, _ROW: _take_row, _MERGED: _take_merged,
            _MANY_CELLS: self._take_cells,
        }  # fmt: skip
        comments = _Comments()
        for kind, data in _records_from(self._stream, start):
            try:
                if kind in taking:
                    taking[kind](marks, data)
                elif kind in _CELLS:
                    row, column, form = struct.unpack_from("<HHH", data)
                    self._mark(marks, row, column, form)
                    if error := _error(kind, data):
                        marks.failed[row + 1, column + 1] = error
                else:
                    comments.take(marks, kind, data)
            except struct.error:
                # a record that is cut short says nothing
                continue
        return marks

    def _take_cells(self, marks: SheetMarks, data: bytes) -> None:
        row, first = struct.unpack_from("<HH", data)
        for number in range((len(data) - 6) // 6):
            form = struct.unpack_from("<H", data, 4 + 6 * number)[0]
            self._mark(marks, row, first + number, form)

    def _mark(self, marks: SheetMarks, row: int, column: int, form: int) -> None:
        font = self._formats[form] if form < len(self._formats) else 0
        found = self._fonts[font] if font < len(self._fonts) else _NOTHING
        if found:
            marks.styled[row + 1, column + 1] = found


def _records_from(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Give the records up to the end of the part that begins at `start`."""
    depth = 0
    while start + 4 <= len(stream):
        kind, size = _HEAD.unpack_from(stream, start)
        yield kind, stream[start + 4 : start + 4 + size]
        start += 4 + size
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0 and kind == _END:
            return


def _error(kind: int, data: bytes) -> str:
    """Give the error a cell shows; empty where it shows none."""
    if kind == _FLAG and len(data) >= 8 and data[7] == 1:
        return _ERRORS.get(data[6], "#N/A")
    if kind == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:
        return _ERRORS.get(data[8], "#N/A")
    return ""


def _take_columns(marks: SheetMarks, data: bytes) -> None:
    first, last, _, _, options = struct.unpack_from("<HHHHH", data)
    if options & 1:
        marks.hidden_columns.update(range(first + 1, min(last, _FAR_COLUMN) + 2))


def _take_row(marks: SheetMarks, data: bytes) -> None:
    if struct.unpack_from("<H", data, 12)[0] & 0x20:
        marks.hidden_rows.add(struct.unpack_from("<H", data)[0] + 1)


def _take_merged(marks: SheetMarks, data: bytes) -> None:
    for number in range(min(struct.unpack_from("<H", data)[0], MOST_MARKS)):
        top, bottom, left, right = struct.unpack_from("<HHHH", data, 2 + 8 * number)
        marks.merged.append((top + 1, left + 1, bottom + 1, right + 1))


class _Comments:
    """Puts a comment together: an object, its text, and the cell it belongs to."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._object = -1
        self._letters = 0

    def take(self, marks: SheetMarks, kind: int, data: bytes) -> None:
        if kind == _OBJECT and len(data) >= 8:
            self._object = struct.unpack_from("<H", data, 6)[0]
        elif kind == _TEXT and len(data) >= 12:
            self._letters = struct.unpack_from("<H", data, 10)[0]
        elif kind == _MORE and self._letters and data:
            wide = data[0] & 1
            raw = data[1 : 1 + self._letters * (2 if wide else 1)]
            text = raw.decode("utf-16-le" if wide else "latin-1", errors="replace")
            self._texts[self._object] = text.strip()
            self._letters = 0
        elif kind == _COMMENT and len(data) >= 8:
            row, column, _, number = struct.unpack_from("<HHHH", data)
            if text := self._texts.get(number, ""):
                marks.comments[row + 1, column + 1] = text
