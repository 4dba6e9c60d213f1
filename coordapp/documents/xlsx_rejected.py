"""The rows an import did not take, as a workbook to mend and bring in again."""

from collections.abc import Sequence
from pathlib import Path

from coordapp.documents import xlsx_style as look
from coordapp.documents.files import replacing

_NARROWEST, _WIDEST, _REASON = 7, 36, 60  # characters


def write(titles: Sequence[str], rows: Sequence[Sequence[str]], target: Path) -> None:
    """Write the titles and the rows; the last column of each is its reason.

    Raises DocumentError as `replacing` does.
    """
    with replacing(target) as draft:
        book = look.new_book("Các dòng không nhận", "")
        sheet = book.create_sheet("Không nhận")
        widths = _widths(titles, rows)
        look.set_page(sheet, widths, 1)
        sheet.freeze_panes = "A2"
        sheet.append([look.header_cell(sheet, title) for title in titles])
        for number, row in enumerate(rows, start=2):
            cells, lines = [], 1
            for text, width in zip(map(look.cell_text, row), widths, strict=True):
                cell = look.blank_cell(sheet, typed=look.is_formula_like(text))
                cells.append(look.put_text(cell, text[: look.CELL_LIMIT]))
                lines = max(lines, look.line_count(text, width))
            sheet.row_dimensions[number].height = look.row_height(lines)
            sheet.append(cells)
        book.save(draft)


def _widths(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Give each column the room its longest text asks for, within reason."""
    longest = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    return [*(min(max(most + 2, _NARROWEST), _WIDEST) for most in longest[:-1]), _REASON]
