"""The look of Excel tables: fonts, borders, page set-up, letterhead.

Source: resources/docs/forms.md 5.4.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.kernel.text import printable

FAMILY = "Times New Roman"
DATE = "dd/mm/yyyy"
PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
STATE_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STATE_MOTTO = "Độc lập - Tự do - Hạnh phúc"
FIRST_DATE = date(1900, 3, 1)  # before it, the days of Excel are one off
CELL_LIMIT = 32_767  # UTF-16 units that a cell of Excel holds
SHORT = (CELL_LIMIT - 100) // 2  # so many letters fit a cell even when each counts twice
MOST_LINES = 25  # in the highest row that Excel knows, 409 points
_WORDS = re.compile(r"\S*\s*")
_LINE = Side(style="thin", color="808080")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEADER_FILL = PatternFill("solid", fgColor="E4EAF1")
_MARGIN = 15 / 25.4  # 15 mm in inches
# what a spreadsheet would take for a formula, also after a paste from this cell
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class TableHead(Protocol):
    """What the head of a table needs to know."""

    @property
    def committee(self) -> Committee:
        """Whose table it is."""

    @property
    def as_of(self) -> date:
        """The day of its figures."""

    @property
    def style(self) -> DocumentStyle:
        """Which letterhead it carries."""


def text_units(text: str) -> int:
    """Count as Excel does: letters beyond the basic plane count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def is_formula_like(text: str) -> bool:
    """Tell whether a spreadsheet would read typed text as a formula."""
    return text.startswith(_FORMULA_STARTS)


def cell_text(text: str) -> str:
    """Clean typed text for a cell; what only looks like an escape of the format stays itself."""
    clean = printable(text)
    return _ESCAPE.sub("_x005F_", clean) if "_x" in clean else clean


def line_count(text: str, width: float) -> int:
    """Estimate the lines of wrapped text in a column this many characters wide."""
    room = int(width)
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(len(part) // room + 1 for part in text.split("\n"))


def in_rows(text: str, width: float) -> list[str]:
    """Cut text into pieces that each fit the highest row there is; together they are the text.

    A piece ends between words, or where a single one is longer than a row.
    """
    if line_count(text, width) <= MOST_LINES:
        return [text]
    pieces, start, end = [], 0, 0
    for word in _WORDS.finditer(text):
        if line_count(text[start : word.end()], width) > MOST_LINES and end > start:
            pieces.append(text[start:end])
            start = end
        end = word.end()
        while line_count(text[start:end], width) > MOST_LINES:
            cut = start + int(width) * (MOST_LINES - 1)
            pieces.append(text[start:cut])
            start = cut
    return [*pieces, text[start:]]


@lru_cache(maxsize=1024)  # names and states come back in row after row
def shaped(text: str, width: float) -> tuple[str, int, bool]:
    """Give typed text as a cell takes it, its lines there, and whether it looks like a formula."""
    clean = cell_text(text)
    return clean, line_count(clean, width), clean.startswith(_FORMULA_STARTS)


def row_height(lines: int) -> float:
    """Give the height of a row in points; Excel allows 409."""
    return min(409.0, 15.75 * lines + 2)


def put_text(cell: Any, text: str) -> Any:
    """Set text that is never a formula, an error value or a number."""
    if text:
        cell.value = text
        cell.data_type = "s"
    else:
        cell.value = None
    return cell


def blank_cell(sheet: Any, *, align: str = "left", border: bool = True, typed: bool = False) -> Any:
    """Make the cell that every row of one column uses again.

    `typed` marks text that begins like a formula, so that it stays text when edited.
    """
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name=FAMILY, size=12)
    cell.alignment = Alignment(horizontal=align, vertical="top", wrap_text=True)
    if border:
        cell.border = BORDER
    if typed:
        cell.quotePrefix = True
    return cell


def date_cell(sheet: Any) -> Any:
    """Make the cell that every date of one column uses again."""
    cell = blank_cell(sheet, align="center")
    cell.number_format = DATE
    return cell


def line(
    sheet: Any,
    text: str,
    *,
    size: float = 12,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    align: str = "center",
) -> Any:
    """Make one cell of the head or the foot of a table from typed text."""
    cell = blank_cell(sheet, align=align, border=False, typed=is_formula_like(text))
    cell.font = Font(
        name=FAMILY, size=size, bold=bold, italic=italic, underline="single" if underline else None
    )
    cell.alignment = placed(align)
    return put_text(cell, cell_text(text))


def placed(align: str) -> Alignment:
    """Say where the text of a cell of head or foot stands."""
    return Alignment(horizontal=align, vertical="center", wrap_text=True)


def header_cell(sheet: Any, text: str) -> Any:
    """Make one cell of the header row."""
    cell = line(sheet, text, bold=True)
    cell.border = BORDER
    cell.fill = HEADER_FILL
    return cell


def new_book(title: str, author: str) -> Any:
    """Start a workbook that is written row by row."""
    book = Workbook(write_only=True)
    book.properties.title = cell_text(title)[:255]
    book.properties.creator = cell_text(author)[:255]
    book.properties.language = "vi-VN"
    return book


def set_page(sheet: Any, widths: Sequence[float], header_row: int) -> None:
    """Set A4 landscape, fit to width, the header on every page, page numbers at the foot."""
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN
    margins.header = margins.footer = _MARGIN / 2
    sheet.oddFooter.center.text = "&P/&N"
    sheet.oddFooter.center.font = f"{FAMILY},Regular"
    sheet.oddFooter.center.size = 11
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{header_row}:{header_row}"


def letterhead(sheet: Any, report: TableHead) -> tuple[tuple[Any, Any], ...]:
    """Give the rows of the letterhead as pairs: the body at the left, the title at the right."""
    body = report.committee
    day = f"{body.place or '…………'}, {dates.on_paper(report.as_of)}"
    left = (
        line(sheet, body.superior_body.upper()),
        line(sheet, body.name.upper(), bold=True),
    )
    if report.style is DocumentStyle.PARTY:
        return (
            (left[0], line(sheet, PARTY_TITLE, size=14, bold=True, underline=True)),
            (left[1], line(sheet, day, size=13, italic=True)),
            (line(sheet, "*"), None),
        )
    return (
        (left[0], line(sheet, STATE_TITLE, bold=True)),
        (left[1], line(sheet, STATE_MOTTO, size=13, bold=True, underline=True)),
        (None, line(sheet, day, size=13, italic=True)),
    )
