"""Formulas with the value they give, for viewers that do not calculate: phones, preview panes.

openpyxl writes a formula without its value. So the value travels behind the formula in the cell and
takes its own place, `<v>` beside `<f>`, while the finished sheet is put into the package.
Source: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.3.1.96 (v), 18.18.11 (ST_CellType).
"""

import errno
import re
from os import PathLike
from pathlib import Path
from typing import Any
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.writer.excel import ExcelWriter

_MARK = "#~"  # in no formula of ours: `#` begins the names of errors alone
_CARRIED = re.compile(rb"<c ([^>]*)><f>([^<]*)#~(n|str)~([^<]*)</f><v ?/?>(?:</v>)?</c>")
_CELL = b"<c "
_BLOCK = 1 << 16


def formula(text: str, value: float | str) -> str:
    """Give what a cell takes for a formula that works out to this value."""
    kind = "str" if isinstance(value, str) else "n"
    return f"={text}{_MARK}{kind}~{value}"


def save(book: Any, target: Path) -> None:
    """Write a workbook whose formulas know their values. Raises OSError."""
    with _Package(target, "w", ZIP_DEFLATED) as package:
        ExcelWriter(book, package).save()


class _Package(ZipFile):
    """Puts the values in place while a sheet streams by."""

    def write(
        self,
        filename: str | PathLike[str],
        arcname: str | PathLike[str] | None = None,
        *_given: Any,
    ) -> None:
        with Path(filename).open("rb") as sheet, self.open(str(arcname), "w") as part:
            rest = b""
            # lxml drops what the disk refused of the last lines: such a sheet looks finished
            parser = expat.ParserCreate()
            while block := sheet.read(_BLOCK):
                _ensure_whole(parser, block)
                # a cell may go over into the next block
                whole, begun, rest = (rest + block).rpartition(_CELL)
                part.write(_placed(whole))
                rest = begun + rest
            _ensure_whole(parser)
            part.write(_placed(rest))


def _ensure_whole(parser: expat.XMLParserType, block: bytes = b"") -> None:
    try:
        parser.Parse(block, not block)
    except expat.ExpatError as error:
        raise OSError(errno.EIO, "a sheet was cut short") from error


def _placed(xml: bytes) -> bytes:
    return _CARRIED.sub(_cell, xml) if _MARK.encode() in xml else xml


def _cell(found: re.Match[bytes]) -> bytes:
    marks, text, kind, value = found.groups()
    return b'<c %s t="%s"><f>%s</f><v>%s</v></c>' % (marks, kind, text, value)
