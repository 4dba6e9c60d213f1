"""Workbooks written by hand, as no good writer does, and how they are answered."""

import zipfile
from pathlib import Path

from coordapp.domain.importing.workbook import Workbook
from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.words.messages import sentence
from coordapp.formats.reading import workbook_reader

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


def answered(path: Path) -> str:
    """Give the code a file is refused with; empty for one that is read."""
    try:
        read(path)
    except DocumentError as refusal:
        return refusal.code if path.name in sentence(refusal) else "without a sentence"
    return ""
