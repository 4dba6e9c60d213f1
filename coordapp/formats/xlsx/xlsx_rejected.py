"""The rows an import did not take, as a workbook to mend and bring in again."""

from collections.abc import Sequence
from pathlib import Path

from coordapp.formats.files import replacing
from coordapp.formats.xlsx import xlsx_cached, xlsx_style

_NARROWEST, _WIDEST, _REASON = 7, 36, 60  # characters


def write(titles: Sequence[str], rows: Sequence[Sequence[str]], target: Path) -> None:
    """Write the titles and the rows; the last column of each is its reason.

    Raises DocumentError as `replacing` does.
    """
    with replacing(target) as draft:
        book = xlsx_style.new_book("Các dòng không nhận", "")
        sheet = book.create_sheet("Không nhận")
        widths = _widths(titles, rows)
        xlsx_style.set_page(sheet, widths, 1)
        sheet.freeze_panes = "A2"
        sheet.append([xlsx_style.header_cell(sheet, title) for title in titles])
        for number, row in enumerate(rows, start=2):
            cells, lines = [], 1
            for text, width in zip(map(xlsx_style.cell_text, row), widths, strict=True):
                cell = xlsx_style.blank_cell(sheet, typed=xlsx_style.is_formula_like(text))
                cells.append(xlsx_style.put_text(cell, text[: xlsx_style.CELL_LIMIT]))
                lines = max(lines, xlsx_style.line_count(text, width))
            sheet.row_dimensions[number].height = xlsx_style.row_height(lines)
            sheet.append(cells)
        xlsx_cached.save(book, draft)


def _widths(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Give each column the room its longest text asks for, within reason."""
    longest = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    return [*(min(max(most + 2, _NARROWEST), _WIDEST) for most in longest[:-1]), _REASON]
