"""What a file must be before a reader may touch it, and what only its raw parts tell.

The libraries that read workbooks guard against nothing: a megabyte may unfold to gigabytes, and
one cell in the last corner asks for a grid of seventeen thousand million cells. So the size, the
parts and the corners are looked at first. Source: resources/docs/forms.md 6.3.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from coordapp.domain.importing.workbook import Place
from coordapp.domain.kernel.errors import DocumentError

MOST_BYTES = 50_000_000
MOST_UNPACKED = 200_000_000
MOST_RATIO = 100  # unpacked to packed; below a few megabytes it harms nobody
MOST_PARTS = 2_000
MOST_ROWS = 100_000
MOST_CELLS = 5_000_000  # of the grid up to the last row and column with a value
_RATIO_FROM = 10_000_000
_CHUNK = 1 << 20

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(rb"\s*<(?:!doctype html|html|table|\?xml)", re.IGNORECASE)
_CONTROLS = bytes(range(1, 32)).translate(None, b"\t\n\v\f\r\x1a")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
# a formula that is not followed by a value; a cell ends where it ends or where the next begins
_UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f\b'
    rb"(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*"
    rb"</(?:\w+:)?c>"
)
# a column beyond Z; seldom, and only then is every cell looked at
_FAR_RIGHT = re.compile(rb'"[A-Z]{2,3}\d')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_VALUED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/])?>\s*<(?:\w+:)?(?:v|f|is)\b'
)
_ODS_ROW = re.compile(
    rb'<table:table-row\b[^>]*number-rows-repeated="(\d+)"[^>]*[^/]>(.*?)</table:table-row>',
    re.DOTALL,
)
_ODS_CELL = re.compile(rb'<table:table-cell\b(?=[^>]*value-type)[^>]*columns-repeated="(\d+)"')


class FileKind(Enum):
    """What a file is by its first bytes, whatever its name says."""

    PACKAGE = "package"  # xlsx, xlsm, xlsb, ods
    OLD = "old"  # xls
    TEXT = "text"  # csv


@dataclass(slots=True)
class SheetMarks:
    """What the raw XML of one sheet says and values do not."""

    hidden_rows: set[int] = field(default_factory=set)
    uncalculated: set[Place] = field(default_factory=set)


@dataclass(slots=True)
class Package:
    """The parts of a zipped workbook that were looked at."""

    marks: dict[str, SheetMarks] = field(default_factory=dict)  # by the name of the sheet's part
    has_macros: bool = False
    has_links: bool = False
    parts: dict[str, bytes] = field(default_factory=dict)  # the small ones that name the sheets


def kind_of(path: Path) -> FileKind:
    """Say what a file is, or refuse it.

    Raises DocumentError: source_missing, source_unreadable, source_empty, source_too_big,
    source_password, source_is_page.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise DocumentError("source_unreadable", path)
        with path.open("rb") as file:
            head = file.read(4096)
            rest = file.read() if head.startswith(_OLE) and size <= MOST_BYTES else b""
    except FileNotFoundError as error:
        raise DocumentError("source_missing", path) from error
    except (OSError, ValueError) as error:
        raise DocumentError("source_unreadable", path) from error
    if size == 0:
        raise DocumentError("source_empty", path)
    if size > MOST_BYTES:
        raise DocumentError("source_too_big", path, most=f"{MOST_BYTES // 1_000_000} MB")
    if head.startswith(_OLE):
        if _ENCRYPTED in head + rest:
            raise DocumentError("source_password", path)
        return FileKind.OLD
    if head.startswith(_ZIP):
        return FileKind.PACKAGE
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise DocumentError("source_is_page", path)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_text(head):
        return FileKind.TEXT
    raise DocumentError("source_unknown", path)


def _is_text(head: bytes) -> bool:
    # an old code table of ours has a few capitals on the places of controls; a picture or a
    # locked file is full of them
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\x00" not in head and controls * 20 <= len(head)


def look_into(path: Path) -> Package:
    """Unpack every part once, counting, and note what the sheets hide.

    Raises DocumentError: source_damaged, source_unknown, source_password, source_bomb,
    source_entities, source_is_binary, source_too_long.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _looked_into(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise DocumentError("source_damaged", path) from error
    except (NotImplementedError, RuntimeError, ValueError, KeyError, IndexError) as error:
        # what the reader of archives raises for parts that no writer writes
        raise DocumentError("source_damaged", path) from error


def _looked_into(path: Path, archive: zipfile.ZipFile) -> Package:
    members = archive.infolist()
    if len(members) > MOST_PARTS:
        raise DocumentError("source_bomb", path)
    found = Package()
    left = MOST_UNPACKED
    for member in members:
        name = member.filename.lower()
        if member.flag_bits & 1:
            raise DocumentError("source_password", path)
        found.has_macros |= name.endswith("vbaproject.bin")
        found.has_links |= "externallinks/" in name
        content = b"".join(_unpacked(path, archive, member, left))
        left -= len(content)
        if name.endswith((".xml", ".rels")) and _DECLARED.search(content[:65536]):
            raise DocumentError("source_entities", path)
        if "worksheets/" in name and name.endswith(".xml"):
            found.marks[member.filename] = _marks(path, content)
        elif name == "content.xml":
            _ensure_no_endless_rows(path, content)
        elif name == "xl/workbook.bin":
            raise DocumentError("source_is_binary", path)
        elif name.endswith(("workbook.xml", "workbook.xml.rels")):
            found.parts[name.rsplit("/", 1)[-1]] = content
    if not (found.marks or found.parts or "content.xml" in archive.NameToInfo):
        # a letter, or an archive of other files
        raise DocumentError("source_unknown", path)
    return found


def _unpacked(
    path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int
) -> Iterator[bytes]:
    """Unpack a part piece by piece: what its header says of its size may be a lie."""
    size = 0
    with archive.open(member) as part:
        while piece := part.read(_CHUNK):
            size += len(piece)
            ratio = size / max(1, member.compress_size)
            if size > left or (size > _RATIO_FROM and ratio > MOST_RATIO):
                raise DocumentError("source_bomb", path)
            yield piece


def _marks(path: Path, content: bytes) -> SheetMarks:
    plain = b"<row" in content  # almost always; other writers put a prefix before each name
    if _is_far(content, b"<row" if plain else b":row"):
        _ensure_not_far(path, content)
    marks = SheetMarks()
    if b"hidden=" in content:
        marks.hidden_rows = {int(row[1]) for row in _HIDDEN_ROW.finditer(content)}
    if (b"<f" if plain else b":f") in content:
        marks.uncalculated = {
            (int(cell[2]), column_number(cell[1])) for cell in _UNCALCULATED.finditer(content)
        }
    return marks


def _is_far(content: bytes, row: bytes) -> bool:
    last = _ROW.search(content, max(0, content.rfind(row) - 20))
    return _FAR_RIGHT.search(content) is not None or (last is not None and int(last[1]) > MOST_ROWS)


def _ensure_not_far(path: Path, content: bytes) -> None:
    rows = columns = 0
    for cell in _VALUED.finditer(content):
        row, column = int(cell[2]), column_number(cell[1])
        rows, columns = max(rows, row), max(columns, column)
        if row > MOST_ROWS or rows * columns > MOST_CELLS:
            raise DocumentError("source_too_long", path, cell=(cell[1] + cell[2]).decode("ascii"))


def _ensure_no_endless_rows(path: Path, content: bytes) -> None:
    for row in _ODS_ROW.finditer(content):
        if int(row[1]) > MOST_ROWS and b"value-type" in row[2]:
            raise DocumentError("source_too_long", path, cell=f"A{MOST_ROWS}")
    for cell in _ODS_CELL.finditer(content):
        if int(cell[1]) > MOST_ROWS // 100:
            raise DocumentError("source_too_long", path, cell="A1")


def column_number(letters: bytes) -> int:
    """Read the name of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
