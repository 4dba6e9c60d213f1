"""What a file says beside its values; those of text and of OpenDocument are read here as well."""

from coordapp.formats.reading import frames
from coordapp.formats.reading.archive import unpacked
from coordapp.formats.reading.file_kind import OLD, TEXT, kind_of
from coordapp.formats.reading.marks import SheetMarks
from coordapp.formats.reading.refusal import Refused
from coordapp.formats.reading.xlsx.comments import comments_of
from coordapp.formats.reading.xlsx.index import XlsxIndex, index_of
from coordapp.formats.reading.xlsx.rich_text import struck_texts
from coordapp.formats.reading.xlsx.sheet import marks_of
from coordapp.formats.reading.xlsx.styles import marked_styles


def read(path: str, put: frames.Put) -> None:
    """Send the marks of each sheet, or refuse the file. Raises Refused, every `source_…` code."""
    kind = kind_of(path)
    if kind == TEXT:
        from coordapp.formats.reading import csv_reader

        csv_reader.read(path, put)
        return
    if kind == OLD:
        from coordapp.formats.reading.xls import records

        records.read(path, put)
        return
    parts = unpacked(path)
    if "content.xml" in parts:
        from coordapp.formats.reading.ods import tables

        tables.read(parts, put)
        return
    _look_into(parts, put)


def _look_into(parts: dict[str, bytes], put: frames.Put) -> None:
    if "xl/workbook.bin" in parts:
        raise Refused("source_is_binary")
    index = index_of(parts)
    for name, marks in _marks(parts, index).items():
        put("marks", (name, marks.as_values()))
    notes = [
        name
        for name, is_there in (
            ("macros", any(part.lower().endswith("vbaproject.bin") for part in parts)),
            ("links", index.has("externalLink")),
        )
        if is_there
    ]
    put("notes", (notes, index.is_1904))


def _marks(parts: dict[str, bytes], index: XlsxIndex) -> dict[str, SheetMarks]:
    styles = marked_styles(index.part("styles"))
    struck = struck_texts(index.part("sharedStrings"))
    found: dict[str, SheetMarks] = {}
    known = {part: name for name, part in index.sheets.items()}
    # every part that holds cells is counted, whether or not the index tells of it
    for part, content in parts.items():
        if part in known or b"sheetData" in content[:100_000]:
            marks = marks_of(content, styles, struck)
            if part in known:
                marks.comments = comments_of(parts, index, part)
                found[known[part]] = marks
    return found
