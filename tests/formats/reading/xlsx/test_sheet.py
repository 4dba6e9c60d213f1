"""Sheets of odd writers and of people who mean harm: read, or refused before they cost anything."""

import datetime

import pytest

from tests.files.make_workbooks import a_book, edited
from tests.formats.reading.odd_files import answered, read, text, xlsx


def test_attributes_in_single_quotes_are_read(tmp_path) -> None:
    rows = "<row r='1' hidden='1'><c r='B1' t='inlineStr'><is><t>Việc</t></is></c></row>"

    (sheet,) = read(xlsx(tmp_path / "so.xlsx", rows)).sheets

    assert sheet.rows[0][1] == "Việc"
    assert sheet.hidden_rows == {1}


def test_parts_are_found_by_relations_and_not_by_their_names(tmp_path) -> None:
    path = xlsx(
        tmp_path / "so.xlsx",
        f'<row r="1" hidden="1">{text("Việc", " r=" + chr(34) + "A1" + chr(34))}</row>',
        sheet="xl/noi-khac/trang.xml",
        target="/xl/noi-khac/trang.xml",
    )

    (sheet,) = read(path).sheets

    assert (sheet.name, sheet.rows, sheet.hidden_rows) == ("Việc", [["Việc"]], {1})


def test_cells_that_do_not_say_where_they_are_follow_each_other(tmp_path) -> None:
    rows = f"<row>{text('Một')}{text('Hai')}</row><row>{text('Ba')}</row>"

    (sheet,) = read(xlsx(tmp_path / "so.xlsx", rows)).sheets

    assert [list(row) for row in sheet.rows] == [["Một", "Hai"], ["Ba", ""]]


def test_names_of_parts_with_backslashes_are_read_or_refused_in_words(tmp_path) -> None:
    path = xlsx(
        tmp_path / "so.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        sheet="xl\\worksheets\\sheet1.xml",
        book="xl\\workbook.xml",
    )

    assert answered(path) in ("", "source_damaged")


def test_a_far_cell_behind_backslashes_is_counted(tmp_path) -> None:
    path = xlsx(
        tmp_path / "so.xlsx",
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        sheet="xl\\worksheets\\sheet1.xml",
        book="xl\\workbook.xml",
    )

    assert answered(path) == "source_too_long"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', id="plain"),
        pytest.param("<row r='9'><c r='XFD1048576'><v>1</v></c></row>", id="single quotes"),
        pytest.param('<row r="9"><c s="0" r="XFD1048576"><v>1</v></c></row>', id="style first"),
        pytest.param('<row r="9"><c\tr="XFD1048576"><v>1</v></c></row>', id="a tab"),
        pytest.param('<row r="1048576"><c><v>1</v></c></row>', id="no place"),
        pytest.param(
            '<row r="9"><c r="A9"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>', id="beside"
        ),
        pytest.param(
            '<row r="9"><![CDATA[<c r="A1">]]><c  r="XFD1048576"><v>1</v></c></row>', id="cdata"
        ),
    ],
)
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/du-lieu/trang.xml", "trang.xml"])
def test_a_cell_in_the_last_corner_is_refused_wherever_its_sheet_lies(tmp_path, rows, part) -> None:
    path = xlsx(tmp_path / "so.xlsx", rows, sheet=part, target=f"/{part}")

    assert answered(path) == "source_too_long"


def test_a_day_that_is_no_number_does_not_end_the_program(tmp_path) -> None:
    styles = "styles.xml"
    book = a_book(("Hạn", datetime.date(2018, 3, 31)))
    path = tmp_path / "so.xlsx"
    book.save(path)
    for odd in (b"NaN", b"1e308", b"-1e308", b"inf", b"-5", b"99999999999"):
        edited(
            path,
            lambda name, content, odd=odd: (
                content
                if styles in name or "sheet1.xml" not in name
                else content.partition(b"<v>43190")[0]
                + b"<v>"
                + odd
                + b"</v></c></row></sheetData></worksheet>"
            ),
        )
        assert answered(path) in ("", "source_damaged")
        book.save(path)


def test_a_tall_merged_area_beyond_the_sheet_costs_nothing(tmp_path) -> None:
    areas = "".join(f'<mergeCell ref="A{n}:A1048576"/>' for n in range(1, 400))
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>1</v></c></row>'

    (sheet,) = read(xlsx(tmp_path / "so.xlsx", rows, f"<mergeCells>{areas}</mergeCells>")).sheets

    assert sheet.filled == {(2, 1), (3, 1)}
