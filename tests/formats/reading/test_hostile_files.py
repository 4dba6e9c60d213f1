"""Files built to harm, and files of odd writers: each is read, or refused with a sentence."""

import ast
import datetime
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coordapp.domain.importing.workbook import Workbook, WorkbookNote
from coordapp.domain.kernel.errors import Cancelled, DocumentError
from coordapp.domain.words.messages import SENTENCES, sentence
from coordapp.formats.reading import file_kind, workbook_reader
from tests.files.make_workbooks import a_book, edited

TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/{book}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/{sheet}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
</Types>"""
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)
BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Việc" sheetId="1" r:id="r1"/></sheets></workbook>'
)
SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData>{after}</worksheet>"
)
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
ODS = (
    '<?xml version="1.0"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:automatic-styles><style:style style:name="gach" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
    '<office:body><office:spreadsheet><table:table table:name="Việc">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def xlsx(
    path: Path,
    rows: str,
    after: str = "",
    *,
    sheet: str = "xl/worksheets/sheet1.xml",
    target: str = "worksheets/sheet1.xml",
    book: str = "xl/workbook.xml",
) -> Path:
    """Write a workbook by hand, as no good writer does."""
    folder = book.replace("\\", "/").rpartition("/")[0]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES.format(book=book, sheet=sheet))
        archive.writestr("_rels/.rels", RELATIONS.format(kind="officeDocument", target=book))
        archive.writestr(book, BOOK)
        rels = f"{folder}/_rels/workbook.xml.rels"
        if "\\" in book:
            rels = rels.replace("/", "\\")
        archive.writestr(rels, RELATIONS.format(kind="worksheet", target=target))
        archive.writestr(sheet, SHEET.format(rows=rows, after=after))
    return path


def ods(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODS_KIND)
        archive.writestr("content.xml", ODS.format(rows=rows))
    return path


def no_step(_done: int, _total: int) -> None:
    return


def read(path: Path, **options: int) -> Workbook:
    return workbook_reader.read(path, no_step, **options)


def text(value: str, reference: str = "") -> str:
    return f'<c{reference} t="inlineStr"><is><t>{value}</t></is></c>'


# --- odd, and read


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


def answered(path: Path) -> str:
    """Give the code a file is refused with; empty for one that is read."""
    try:
        read(path)
    except DocumentError as refusal:
        return refusal.code if path.name in sentence(refusal) else "without a sentence"
    return ""


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


# --- OpenDocument


def test_repeated_rows_and_cells_are_read_as_often_as_they_stand(tmp_path) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )

    (sheet,) = read(ods(tmp_path / "so.ods", rows)).sheets

    assert sheet.rows == [["", "x", "x"], ["", "x", "x"]]


@pytest.mark.parametrize(
    "row",
    [
        (
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
        ),
        (
            '<table:table-row><table:table-cell table:number-columns-repeated="99999999" '
            'office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
        ),
        (
            '<table:table-row table:number-rows-repeated="99999"><table:table-cell '
            'table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>'
        ),
        (
            '<table:table-row table:number-rows-repeated="999999999"><table:table-cell/></table:table-row>'
            '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        ),
    ],
)
def test_endless_repeats_are_refused(tmp_path, row) -> None:
    assert answered(ods(tmp_path / "so.ods", row)) == "source_too_long"


def test_what_stands_beside_values_of_opendocument_is_noted(tmp_path) -> None:
    rows = (
        '<table:table-column table:visibility="collapse"/><table:table-column/>'
        '<table:table-row table:visibility="filter"><table:table-cell office:value-type="date" '
        'office:date-value="2018-03-05"><text:p>05/3</text:p></table:table-cell>'
        '<table:table-cell table:style-name="gach" office:value-type="string" '
        'table:number-rows-spanned="2"><office:annotation><text:p>đã nhắc</text:p></office:annotation>'
        "<text:p>Việc</text:p><text:p>dài<text:s text:c='2'/>thêm</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell office:value-type='date' office:date-value='NaN'>"
        "<text:p>hôm qua</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
    )

    (sheet,) = read(ods(tmp_path / "so.ods", rows)).sheets

    assert sheet.rows == [
        [datetime.date(2018, 3, 5), "Việc\ndài  thêm"],
        ["hôm qua", "Việc\ndài  thêm"],
    ]
    assert (sheet.hidden_columns, sheet.hidden_rows) == ({1}, {1})
    assert (sheet.struck, sheet.comments) == ({(1, 2)}, {(1, 2): "đã nhắc"})
    assert (sheet.merged, sheet.filled) == (((1, 2, 2, 2),), {(2, 2)})


# --- text


def test_a_line_without_end_is_refused(tmp_path) -> None:
    path = tmp_path / "so.csv"
    path.write_text("STT;Việc\n1;" + "x" * 1_500_000, "utf-8")

    assert answered(path) == "source_line_endless"


def test_a_quotation_mark_that_nothing_closes_swallows_no_rows(tmp_path) -> None:
    path = tmp_path / "so.csv"
    path.write_text('STT;Việc;Hạn\n1;"Một;3/4\n2;Hai;4/4\n3;"Ba\nbốn";5/4\n4;Năm;6/4\n', "utf-8")

    found = read(path)

    assert [row[1] for row in found.sheets[0].rows] == ["Việc", '"Một', "Hai", "Ba\nbốn", "Năm"]
    assert found.notes == {WorkbookNote.QUOTE_OPEN}


def test_a_quotation_mark_closed_by_another_row_swallows_none(tmp_path) -> None:
    path = tmp_path / "so.csv"
    middle = "".join(f"{n};Việc {n};HND\n" for n in range(2, 9))
    path.write_text(f'STT;Việc;Đơn vị\n1;"Một;HND\n{middle}9;"Chín";HND\n', "utf-8")

    (sheet,) = read(path).sheets

    assert len(sheet.rows) == 10


# --- the processes


def test_a_process_that_would_take_too_much_memory_ends_alone(tmp_path) -> None:
    long = "".join(str(n) for n in range(10_000))
    cells = (text(long[n : n + 2_000], f' r="A{n}"') for n in range(1, 9_000))
    rows = "".join(f'<row r="{n}">{cell}</row>' for n, cell in enumerate(cells, start=1))
    path = xlsx(tmp_path / "so.xlsx", rows)

    with pytest.raises(DocumentError) as refusal:
        read(path, most_memory=50_000_000)

    assert refusal.value.code == "source_exhausts"


def test_reading_that_takes_too_long_ends(tmp_path) -> None:
    path = tmp_path / "so.xlsx"
    a_book(("a",)).save(path)

    with pytest.raises(DocumentError) as refusal:
        read(path, most_seconds=0)

    assert refusal.value.code == "source_takes_too_long"


def test_a_person_may_stop_the_reading(tmp_path) -> None:
    path = tmp_path / "so.xlsx"
    a_book(("a",)).save(path)
    asked = iter([None])

    def step(_done: int, _total: int) -> None:
        if next(asked, "stop") == "stop":
            raise Cancelled

    with pytest.raises(Cancelled):
        workbook_reader.read(path, step)


def test_the_program_itself_reads_where_python_is_a_part_of_it(tmp_path) -> None:
    path = tmp_path / "so.xlsx"
    a_book(("Việc",)).save(path)

    done = subprocess.run(
        [sys.executable, "-m", "coordapp", workbook_reader.COMMAND, "look", "1000000000", str(path)],
        capture_output=True, check=False, cwd=Path(__file__).parents[3],
    )  # fmt: skip

    assert done.returncode == 0
    assert b"notes" in done.stdout


def literal_codes() -> set[str]:
    folder = Path(file_kind.__file__).parent
    found = set()
    for module in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                assert isinstance(node.args[0], ast.Constant)
                found.add(node.args[0].value)
    return found


def test_every_refusal_of_the_processes_has_a_sentence() -> None:
    codes = literal_codes()

    assert len(codes) > 10
    assert codes <= SENTENCES.keys()
