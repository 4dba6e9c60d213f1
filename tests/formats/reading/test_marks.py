"""What a sheet says beside its values: struck through, hidden, merged, in other letters, noted."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from coordapp.domain.importing.workbook import CellFont, Sheet
from coordapp.formats.reading import workbook_reader
from tests.files.make_workbooks import edited


def read(path: Path) -> Sheet:
    (sheet,) = workbook_reader.read(path, lambda _done, _total: None).sheets
    return sheet


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("TT", "Việc", "Đơn vị", "Hạn"), (1, "Một", "HND", "x"), (2, "Hai", None, "ü")):
        sheet.append(row)
    sheet["B2"].font = Font(strike=True)
    sheet["C2"].font = Font(name=".VnTime")
    sheet["D3"].font = Font(name="Wingdings")
    sheet["D2"] = CellRichText(TextBlock(InlineFont(strike=True), "30/4"), " 15/6")
    sheet["A3"].comment = Comment("hỏi lại", "ai đó")
    sheet["E2"] = "#N/A"
    sheet["E2"].data_type = "e"
    sheet.merge_cells("C2:C3")
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    path = tmp_path / "so.xlsx"
    book.save(path)
    return path


def in_single_quotes(path: Path) -> None:
    """Write the sheet in a way that is not the usual one."""
    edited(
        path,
        lambda name, content: content.replace(b'"', b"'") if "sheet1.xml" in name else content,
    )


@pytest.mark.parametrize("is_odd", [False, True], ids=["as usual", "in single quotes"])
def test_the_marks_of_a_sheet_are_told_however_it_is_written(marked, is_odd) -> None:
    if is_odd:
        in_single_quotes(marked)

    sheet = read(marked)

    assert sheet.struck == {(2, 2)}
    assert sheet.struck_parts == {(2, 4): ("30/4", " 15/6")}
    assert sheet.fonts == {(2, 3): CellFont.TCVN3, (3, 4): CellFont.SYMBOL}
    assert sheet.comments == {(3, 1): "hỏi lại"}
    assert (sheet.hidden_columns, sheet.hidden_rows) == ({2}, {3})
    assert (sheet.merged, sheet.filled) == (((2, 3, 3, 3),), {(3, 3)})
    assert (sheet.rows[1][4], sheet.rows[2][2]) == ("#N/A", "HND")


def test_texts_shared_by_cells_are_told_where_a_part_is_struck_through(marked) -> None:
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<si><t>x</t></si><si><r><rPr><strike/></rPr><t>30/4</t></r>"
        b'<r><rPr><strike val="0"/></rPr><t xml:space="preserve"> 15/6</t></r></si></sst>'
    )

    def change(name: str, content: bytes) -> bytes:
        if name == "xl/sharedStrings.xml":
            return shared
        if name == "xl/worksheets/sheet1.xml":
            place = content.index(b'<c r="D2"')
            end = content.index(b"</c>", place) + 4
            return content[:place] + b'<c r="D2" t="s"><v>1</v></c>' + content[end:]
        if name == "[Content_Types].xml" and b"sharedStrings" not in content:
            part = (
                b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
                b'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
            )
            return content.replace(b"</Types>", part)
        if name == "xl/_rels/workbook.xml.rels" and b"sharedStrings" not in content:
            relation = (
                b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/'
                b'2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
            )
            return content.replace(b"</Relationships>", relation)
        return content

    edited(marked, change, {"xl/sharedStrings.xml": shared})

    assert read(marked).struck_parts == {(2, 4): ("30/4", " 15/6")}


def test_the_calendar_of_old_macs_is_told(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Hạn", date(2018, 3, 31)])
    book.epoch = CALENDAR_MAC_1904
    book.save(tmp_path / "mac.xlsx")

    found = workbook_reader.read(tmp_path / "mac.xlsx", lambda _done, _total: None)

    assert found.is_1904
    assert found.sheets[0].rows[0][1] == date(2018, 3, 31)
