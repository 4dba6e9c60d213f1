"""A text too long for the highest row of Excel goes on in further rows, whole."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.formats.xlsx import xlsx_form, xlsx_style
from coordapp.formats.xlsx.xlsx_form import NUMBER, SUM, Form, FormColumn, FormPart

_LONG = " ".join(f"Câu thứ {n} nói rõ việc đơn vị phải làm trong quý." for n in range(1, 200))


def _written(target: Path, text: str) -> list[tuple[object, ...]]:
    form = Form(
        sheet="Thử",
        columns=(
            FormColumn(title="TT", width=6),
            FormColumn(title="Nội dung", width=40),
            FormColumn(title="Số", width=10, format=NUMBER, total=SUM),
            FormColumn(title="Ngày", width=12),
        ),
        parts=(FormPart(rows=[(1, text, 1234, date(2018, 3, 15)), (2, "ngắn", 5, None)]),),
    )
    xlsx_form.write([form], target, lambda _done, _total: None)
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    heights = [sheet.row_dimensions[n].height or 0 for n in range(1, sheet.max_row + 1)]
    assert max(heights) <= 409
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        lines = xlsx_style.line_count(str(row[1] or ""), 40)
        assert heights[number - 1] >= 15.75 * lines or lines == 1
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_a_long_text_is_whole_in_the_rows_it_takes(tmp_path: Path) -> None:
    rows = _written(tmp_path / "dài.xlsx", _LONG)
    *texts, short, total = rows
    assert len(texts) > 5
    assert "".join(str(row[1]) for row in texts) == _LONG
    assert all(row[0] is None and row[2] is None and row[3] is None for row in texts[1:])
    assert short[1] == "ngắn"
    assert str(total[2]).startswith("=SUM(C2:")
    assert str(total[2]) == f"=SUM(C2:C{len(texts) + 2})"


@given(st.text("aă \n", max_size=3000), st.sampled_from([10.0, 26.0, 56.0]))
def test_pieces_are_the_text_and_each_fits_a_row(text: str, width: float) -> None:
    pieces = xlsx_style.in_rows(text, width)
    assert "".join(pieces) == text
    assert all(xlsx_style.line_count(piece, width) <= xlsx_style.MOST_LINES for piece in pieces)


@pytest.mark.parametrize("width", [6.0, 40.0])
def test_a_word_longer_than_a_row_is_cut_too(width: float) -> None:
    pieces = xlsx_style.in_rows("x" * 9000, width)
    assert "".join(pieces) == "x" * 9000
    assert all(xlsx_style.line_count(piece, width) <= xlsx_style.MOST_LINES for piece in pieces)


def test_thousands_have_dots_whatever_the_machine_is_set_to() -> None:
    millions, thousands, rest = NUMBER.split(";")
    assert (millions, thousands, rest) == (r"[>=1000000]#\.000\.000", r"[>=1000]#\.000", "0")
