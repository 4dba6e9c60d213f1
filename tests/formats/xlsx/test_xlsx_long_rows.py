"""A text too long for the highest row of Excel goes on in further rows, whole."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.formats.xlsx import xlsx_form, xlsx_register, xlsx_style
from coordapp.formats.xlsx.xlsx_form import NUMBER, SUM, Form, FormColumn, FormPart
from tests.formats.report_register import a_register, a_row
from tests.formats.sheets import worked_out

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


def test_thousands_of_millions_have_three_dots(tmp_path: Path) -> None:
    columns = (FormColumn(title="TT", width=6), FormColumn(title="Tiền", width=20, total=SUM))
    rows = [(1, 2_500_000_000), (2, 700)]
    form = Form(sheet="Thử", columns=columns, parts=(FormPart(rows=rows),), key=0)
    xlsx_form.write([form], tmp_path / "t.xlsx", lambda _done, _total: None)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert sheet["B4"].number_format.startswith(r"[>=1000000000]#\.000\.000\.000;")


def test_parts_have_sums_of_their_own_and_the_last_line_leaves_them_out(tmp_path: Path) -> None:
    columns = (
        FormColumn(title="TT", width=6),
        FormColumn(title="Nội dung", width=30),
        FormColumn(title="Số", width=10, format=NUMBER, total=SUM),
    )
    parts = (
        FormPart(heading="Một", rows=[(1, _LONG, 4), (2, "b", 5)]),
        FormPart(heading="Hai", rows=[(1, "c", 1200)]),
        FormPart(heading="Ba", rows=[]),
    )
    target = tmp_path / "t.xlsx"
    xlsx_form.write(
        [Form(sheet="Thử", columns=columns, parts=parts)], target, lambda _done, _total: None
    )
    sheet = openpyxl.load_workbook(target).active
    shown = openpyxl.load_workbook(target, data_only=True).active
    assert sheet is not None
    assert shown is not None
    sums = [row for row in sheet if str(row[2].value).startswith("=")]
    assert [row[1].value for row in sums] == ["Cộng", "Cộng", "Tổng cộng"]
    assert all(str(row[2].value).startswith("=SUBTOTAL(9,C") for row in sums)
    # a viewer that does not calculate shows the same as one that does
    said = worked_out(sheet)
    for row in sums:
        place = row[2].coordinate
        assert shown[place].value == said[place]
    assert [said[row[2].coordinate] for row in sums] == [9, 1200, 1209]


def test_the_rows_of_a_part_are_counted_by_a_formula(tmp_path: Path) -> None:
    columns = tuple(FormColumn(title=title, width=20) for title in ("TT", "Nội dung", "Đơn vị"))
    part = FormPart(heading="Một", counted="nhiệm vụ", rows=[(1, _LONG, "A"), (2, "b", "B")])
    target = tmp_path / "t.xlsx"
    xlsx_form.write(
        [Form(sheet="Thử", columns=columns, parts=(part,))], target, lambda _done, _total: None
    )
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    counted = next(row for row in sheet if row[1].value == "Cộng")
    assert str(counted[2].value).startswith("=COUNT(A")
    assert worked_out(sheet)[counted[2].coordinate] == 2
    assert counted[2].number_format.endswith('0" nhiệm vụ"')


def test_a_long_row_of_the_register_goes_on_below_whole(tmp_path: Path) -> None:
    rows = (
        a_row(content=_LONG, difficulty=_LONG, state_label="Đã hoàn thành đúng hạn"),
        a_row(code="NV-2", content="ngắn", state_label="Đã hoàn thành đúng hạn"),
    )
    target = tmp_path / "t.xlsx"
    xlsx_register.write(a_register(*rows), target, lambda _done, _total: None)
    book = openpyxl.load_workbook(target)
    sheet = book[xlsx_register.SHEET]
    body = list(sheet.iter_rows(min_row=9))
    last = next(n for n, row in enumerate(body) if row[0].value == 2)
    assert last > 3
    assert "".join(str(row[9].value or "") for row in body[:last]) == _LONG
    assert _LONG in "".join(str(row[1].value or "") for row in body[:last])
    for row in body[: last + 1]:
        height = sheet.row_dimensions[row[0].row].height
        assert height is not None
        lines = (
            max(
                xlsx_style.line_count(str(cell.value or ""), width)
                for cell, (_, width, _) in zip(row, xlsx_register.COLUMNS, strict=True)
                if isinstance(cell.value, str)
            )
            if any(isinstance(cell.value, str) for cell in row)
            else 1
        )
        assert 15.75 * lines <= height <= 409
    said = worked_out(sheet)
    total = next(row for row in sheet if row[1].value == "Tổng số nhiệm vụ")
    assert said[total[2].coordinate] == 2
    assert sheet.auto_filter.ref == f"A8:K{body[last][0].row}"
