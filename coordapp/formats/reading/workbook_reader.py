"""Reading a workbook that somebody else made: values by calamine, the rest from the raw parts."""

import posixpath
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError

import python_calamine
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from coordapp.domain.importing.workbook import Sheet, Value, Workbook, WorkbookNote
from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.kernel.text import nfc
from coordapp.formats.reading import csv_reader
from coordapp.formats.reading.workbook_guard import (
    FileKind,
    Package,
    SheetMarks,
    kind_of,
    look_into,
)

Step = Callable[[int, int], None]
Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read(path: Path, step: Step) -> Workbook:
    """Read all sheets of .xlsx, .xlsm, .xls, .ods or .csv, by what the file is, not its name.

    Raises DocumentError (every `source_…` code); what `step` raises stops the work.
    """
    kind = kind_of(path)
    step(0, 0)
    if kind is FileKind.TEXT:
        rows, guessed = csv_reader.read(path)
        notes = {WorkbookNote.ENCODING_GUESSED} if guessed else set()
        return Workbook(sheets=(Sheet(name=path.stem, rows=rows),), notes=frozenset(notes))
    package = look_into(path) if kind is FileKind.PACKAGE else Package()
    step(0, 0)
    try:
        # from the content: by its name the library would believe a file to be of another kind
        with path.open("rb") as file, python_calamine.CalamineWorkbook.from_filelike(file) as book:
            return Workbook(sheets=_sheets(book, package, step), notes=_notes(package))
    except python_calamine.PasswordError as error:
        raise DocumentError("source_password", path) from error
    except (python_calamine.CalamineError, OSError, ValueError, TypeError) as error:
        raise DocumentError("source_damaged", path) from error


def _sheets(
    book: python_calamine.CalamineWorkbook, package: Package, step: Step
) -> tuple[Sheet, ...]:
    marks = _marks_by_name(package)
    about = [
        meta for meta in book.sheets_metadata if meta.typ is python_calamine.SheetTypeEnum.WorkSheet
    ]
    sheets: list[Sheet] = []
    for number, meta in enumerate(about):
        step(number, len(about))
        found = book.get_sheet_by_name(meta.name)
        rows: list[list[Value]] = found.to_python(skip_empty_area=False)
        _fill_down(rows, found.merged_cell_ranges or ())
        noted = marks.get(meta.name, SheetMarks())
        sheets.append(
            Sheet(
                name=nfc(meta.name),
                rows=rows,
                is_hidden=meta.visible is not python_calamine.SheetVisibleEnum.Visible,
                hidden_rows=frozenset(noted.hidden_rows),
                uncalculated=frozenset(noted.uncalculated),
            )
        )
    return tuple(sheets)


def _fill_down(rows: list[list[Value]], merged: Merged) -> None:
    """Say in every row what one tall cell says beside several rows; titles stay where they are."""
    for (top, left), (bottom, right) in merged:
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and row[left] == "":
                row[left] = rows[top][left]


def _notes(package: Package) -> frozenset[WorkbookNote]:
    found = set()
    if package.has_macros:
        found.add(WorkbookNote.MACROS)
    if package.has_links:
        found.add(WorkbookNote.LINKS)
    return frozenset(found)


def _marks_by_name(package: Package) -> dict[str, SheetMarks]:
    """Tell by the workbook's own index which part is which sheet."""
    index, relations = package.parts.get("workbook.xml"), package.parts.get("workbook.xml.rels")
    if index is None or relations is None:
        return {}
    try:
        targets = {item.get("Id"): item.get("Target", "") for item in fromstring(relations)}
        sheets = [item for item in fromstring(index).iter() if item.tag.endswith("}sheet")]
    except (ParseError, DefusedXmlException, ValueError):
        # the index is odd, but the reader of values may still make sense of it
        return {}
    found: dict[str, SheetMarks] = {}
    for sheet in sheets:
        target = targets.get(sheet.get(_RELATION), "")
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if part in package.marks:
            found[sheet.get("name", "")] = package.marks[part]
    return found
