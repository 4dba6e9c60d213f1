"""One sheet of an .xlsx file in the raw: how far its cells reach, and what values do not tell.

Nearly all files are written in one plain way, which is searched; any other is walked through,
cell by cell, as the rules of the format say. The reader of values must not be asked before.
"""

import re
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from coordapp.formats.reading.limits import MOST_MARKS, MOST_ROWS
from coordapp.formats.reading.marks import Place, SheetMarks, Struck, column_number, ensure_fits
from coordapp.formats.reading.refusal import Refused
from coordapp.formats.reading.xlsx.rich_text import struck_in
from coordapp.formats.reading.xlsx.walk import walked

_PLAIN_CELL, _PLAIN_ROW = b'<c r="', b'<row r="'
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^>]*\bhidden="(?:1|true)"')
_HIDDEN_COLUMNS = re.compile(rb'<col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*>')
_FIRST = re.compile(rb'\bmin="(\d+)"')
_LAST = re.compile(rb'\bmax="(\d+)"')
# a formula that is not followed by a value; a cell ends where it ends or where the next begins
_UNCALCULATED = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*'
    rb"(?:<v\s*/>|<v></v>)?\s*</c>"
)
# a column beyond Z; seldom, and only then is every cell looked at
_FAR_RIGHT = re.compile(rb'r="[A-Z]{2,3}\d')
_ROW = re.compile(rb'<row r="(\d+)"')
_VALUED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/])?>\s*<(?:v|f|is)\b')
_SHARED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?=[^>]*\bt="s")[^>]*>\s*<v>(\d+)</v>')
_INLINE = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*(<is>.*?</is>)', re.DOTALL)
_FAILED = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"(?=[^>]*\bt="e")[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL
)
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FAR_COLUMN = 1_000  # no register is so wide; hidden columns are not noted beyond


def marks_of(
    content: bytes, styles: Mapping[str, frozenset[str]], struck: Mapping[str, Struck]
) -> SheetMarks:
    """Look through a sheet; `struck` are the shared texts struck through in part, by number.

    Raises Refused: source_too_long, source_damaged, source_entities.
    """
    start, end = content.find(b"<sheetData"), content.rfind(b"</sheetData>")
    body = content[start:end]
    if start < 0 or end < 0 or not _is_plain(body):
        try:
            return walked(content, styles, struck)
        except ExpatError as error:
            raise Refused("source_damaged") from error
    _ensure_near(body)
    marks = SheetMarks()
    marks.hidden_columns = _hidden_columns(content[:start])
    marks.merged = [_area(area) for area in _MERGED.finditer(content, end)][:MOST_MARKS]
    _take_rows(marks, body)
    if styles:
        marks.styled = _styled(body, styles)
    _take_struck(marks, body, struck)
    return marks


def _take_rows(marks: SheetMarks, body: bytes) -> None:
    if b"hidden=" in body:
        marks.hidden_rows = {int(row[1]) for row in _HIDDEN_ROW.finditer(body)}
    if b"<f" in body:
        marks.uncalculated = {_place(cell) for cell in _UNCALCULATED.finditer(body)}
    if b't="e"' in body:
        marks.failed = {
            _place(cell): cell[3].decode("utf-8", errors="replace")
            for cell in _FAILED.finditer(body)
        }


def _take_struck(marks: SheetMarks, body: bytes, struck: Mapping[str, Struck]) -> None:
    """Note the texts struck through in part, of the shared ones and those within cells."""
    for cell in _SHARED.finditer(body) if struck else ():
        if (text := struck.get(cell[3].decode("ascii"))) is not None:
            marks.strike(_place(cell), text)
    for cell in _INLINE.finditer(body) if b"strike" in body else ():
        if b"strike" in cell[3]:
            marks.strike(_place(cell), struck_in(cell[3]))


def _is_plain(body: bytes) -> bool:
    """Tell the one way of writing in which names, quotes and places stand where they are sought."""
    cells, plain = body.count(b"<c"), body.count(_PLAIN_CELL)
    if cells != plain:
        # texts with letters of several looks say their colours
        cells -= body.count(b"<color") + body.count(b"<charset") + body.count(b"<condense")
    is_quoted = b"'" in body and b"='" in body
    is_hidden = b"hidden=" in body
    return (
        cells == plain
        and not is_quoted
        and not (b"]" in body and b"CDATA[" in body)
        and (not is_hidden or body.count(b"<row") == body.count(_PLAIN_ROW))
    )


def _ensure_near(body: bytes) -> None:
    last = _ROW.search(body, max(0, body.rfind(_PLAIN_ROW)))
    if (last is None or int(last[1]) <= MOST_ROWS) and _FAR_RIGHT.search(body) is None:
        return
    rows = columns = 0
    for cell in _VALUED.finditer(body):
        row, column = _place(cell)
        rows, columns = max(rows, row), max(columns, column)
        ensure_fits(rows, columns, (cell[1] + cell[2]).decode("ascii"))


def _hidden_columns(head: bytes) -> set[int]:
    hidden: set[int] = set()
    for column in _HIDDEN_COLUMNS.finditer(head):
        first, last = _FIRST.search(column[0]), _LAST.search(column[0])
        if first is not None and last is not None:
            hidden.update(range(int(first[1]), min(int(last[1]), _FAR_COLUMN) + 1))
    return hidden


def _styled(body: bytes, styles: Mapping[str, frozenset[str]]) -> dict[Place, frozenset[str]]:
    """Find the cells of these styles that hold something."""
    numbers = b"|".join(number.encode("ascii") for number in styles)
    cells = re.compile(
        rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [^>]*?)?\bs="(' + numbers + rb')"(?:[^>]*[^/>])?>'
    )
    return {_place(cell): styles[cell[3].decode("ascii")] for cell in cells.finditer(body)}


def _place(cell: re.Match[bytes]) -> Place:
    return int(cell[2]), column_number(cell[1])


def _area(found: re.Match[bytes]) -> tuple[int, int, int, int]:
    return int(found[2]), column_number(found[1]), int(found[4]), column_number(found[3])
