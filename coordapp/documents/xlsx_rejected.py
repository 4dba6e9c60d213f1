"""The rows an import did not take, as a workbook to mend and bring in again."""

from collections.abc import Sequence
from pathlib import Path

from coordapp.documents import xlsx_style as look
from coordapp.documents.files import replacing

_WIDTH, _REASON_WIDTH = 24, 60


def write(titles: Sequence[str], rows: Sequence[Sequence[str]], target: Path) -> None:
    """Write the titles and the rows; the last column of each is its reason.

    Raises DocumentError as `replacing` does.
    """
    with replacing(target) as draft:
        book = look.new_book("Các dòng không nhận", "")
        sheet = book.create_sheet("Không nhận")
        look.set_page(sheet, [*[_WIDTH] * (len(titles) - 1), _REASON_WIDTH], 1)
        sheet.freeze_panes = "A2"
        sheet.append([look.header_cell(sheet, title) for title in titles])
        for row in rows:
            cells = []
            for text in map(look.cell_text, row):
                cell = look.blank_cell(sheet, typed=look.is_formula_like(text))
                cells.append(look.put_text(cell, text[: look.CELL_LIMIT]))
            sheet.append(cells)
        book.save(draft)
