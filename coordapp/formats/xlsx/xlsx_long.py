"""Texts that no cell of Excel holds: shortened in the table, whole on a sheet of their own."""

from typing import Any

from coordapp.formats.xlsx import xlsx_style

LONG_SHEET = "Nội dung dài"
_ROOM = xlsx_style.CELL_LIMIT - 100
_ASKED = 20  # columns of a row
_KEY = 40  # letters that name the row of a long text
SEE_LONG = f"… (xem đủ ở trang “{LONG_SHEET}”)"


class LongTexts:
    """Gathers what is too long while a table is written, and writes it down after it."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, str]] = []  # key of the row, column, whole text

    def fit(self, key: str, column: str, text: str) -> str:
        """Give a typed text as its cell holds it."""
        clean = xlsx_style.cell_text(text)
        if len(clean) > _ROOM // 2 and xlsx_style.text_units(clean) > xlsx_style.CELL_LIMIT:
            self.keep(key, column, clean)
            return _pieces(clean)[0] + SEE_LONG
        return clean

    def keep(self, key: str, column: str, clean: str) -> None:
        """Note a whole text of which a cell holds a part."""
        name = xlsx_style.cell_text(key[:_KEY]).partition("\n")[0]
        found = (name, column, clean)
        # a row asks again for what goes on below it
        if found not in self._found[-_ASKED:]:
            self._found.append(found)

    def write(self, book: Any) -> None:
        """Write the long texts, if any, in pieces that join to the text again."""
        if not self._found:
            return
        sheet = book.create_sheet(LONG_SHEET)
        xlsx_style.set_page(sheet, (16, 28, 8, 110), 1)
        titles = ("Mã", "Cột", "Phần", "Nội dung")
        sheet.append([xlsx_style.header_cell(sheet, title) for title in titles])
        plain = [xlsx_style.blank_cell(sheet) for _ in titles]
        typed = xlsx_style.blank_cell(sheet, typed=True)
        for key, column, text in self._found:
            for number, piece in enumerate(_pieces(text), start=1):
                plain[2].value = number
                shown = typed if xlsx_style.is_formula_like(piece) else plain[3]
                sheet.append(
                    [
                        xlsx_style.put_text(plain[0], key),
                        xlsx_style.put_text(plain[1], column),
                        plain[2],
                        xlsx_style.put_text(shown, piece),
                    ]
                )


def _pieces(text: str) -> list[str]:
    """Cut text into pieces that fit a cell even when every letter counts twice."""
    size = _ROOM // 2
    return [text[start : start + size] for start in range(0, len(text), size)]
