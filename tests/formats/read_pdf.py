"""Reading a PDF back: what stands where, in which face and size. Unit: points, from the top."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

MM = 72 / 25.4
_LETTER = re.compile(r"^<([0-9A-F]{2})> <([0-9A-F]{4})>$", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """One line of a paragraph, measured as drawn; `y` is its baseline.

    `size` and `face` are those of its first letter.
    """

    page: int
    x: float
    y: float
    size: float
    face: str
    text: str
    width: float

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True)
class Rule:
    """One drawn line."""

    page: int
    x: float
    y: float
    length: float
    fall: float

    @property
    def middle(self) -> float:
        return self.x + self.length / 2


@dataclass(frozen=True)
class _Face:
    name: str
    letters: dict[int, str]
    widths: dict[int, float]


@dataclass
class _Pen:
    """Where the next letter goes. Source: the PDF operators that reportlab uses."""

    origin: tuple[float, float] = (0.0, 0.0)
    saved: list[tuple[float, float]] = field(default_factory=list)
    start: tuple[float, float] = (0.0, 0.0)
    leading: float = 0.0
    blank: float = 0.0
    size: float = 0.0
    face: str = ""


def opened(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def lines(data: bytes) -> list[Line]:
    """Give the lines of all pages, in the order they were drawn."""
    return [found for found in _drawn(data) if isinstance(found, Line) and found.text.strip()]


def line(data: bytes, beginning: str) -> Line:
    """Give the first line that begins so."""
    return next(found for found in lines(data) if found.text.startswith(beginning))


def rules(data: bytes) -> list[Rule]:
    """Give the drawn lines of all pages."""
    return [found for found in _drawn(data) if isinstance(found, Rule)]


def _drawn(data: bytes) -> Iterator[Line | Rule]:
    reader = opened(data)
    for number, page in enumerate(reader.pages, start=1):
        faces = {
            name: _face(font.get_object()) for name, font in page["/Resources"]["/Font"].items()
        }
        content = ContentStream(page.get_contents(), reader)
        yield from _page(number, float(page.mediabox.height), faces, content.operations)


def _face(font: Any) -> _Face:
    table = font["/ToUnicode"].get_data().decode("ascii")
    first = font["/FirstChar"]
    return _Face(
        name=str(font["/BaseFont"]).rpartition("LiberationSerif")[2],
        letters={int(code, 16): chr(int(point, 16)) for code, point in _LETTER.findall(table)},
        widths={first + n: float(width) / 1000 for n, width in enumerate(font["/Widths"])},
    )


def _page(
    number: int, height: float, faces: dict[str, _Face], operations: list[Any]
) -> Iterator[Line | Rule]:
    pen = _Pen()
    pieces: list[Line] = []
    begun = (0.0, 0.0)
    for args, operator in operations:
        match operator:
            case b"Tj":
                pieces.append(_piece(number, height, faces[pen.face], pen, args[0].original_bytes))
            case b"T*" | b"Td" | b"ET":
                if pieces:
                    yield _joined(pieces)
                    pieces = []
                _move(pen, operator, args)
            case b"m":
                begun = (float(args[0]), float(args[1]))
            case b"l":
                x, y = float(args[0]) - begun[0], float(args[1]) - begun[1]
                left, base = pen.origin[0] + begun[0], pen.origin[1] + begun[1]
                yield Rule(number, left, height - base, x, y)
            case _:
                _move(pen, operator, args)


def _move(pen: _Pen, operator: bytes, args: Any) -> None:
    match operator:
        case b"q":
            pen.saved.append(pen.origin)
        case b"Q":
            pen.origin = pen.saved.pop()
        case b"cm":
            pen.origin = (pen.origin[0] + float(args[4]), pen.origin[1] + float(args[5]))
        case b"BT":
            pen.start, pen.blank = (0.0, 0.0), 0.0
        case b"Tm":
            pen.start = (float(args[4]), float(args[5]))
        case b"Td":
            pen.start = (pen.start[0] + float(args[0]), pen.start[1] + float(args[1]))
        case b"T*":
            pen.start = (pen.start[0], pen.start[1] - pen.leading)
        case b"TL":
            pen.leading = float(args[0])
        case b"Tw":
            pen.blank = float(args[0])
        case b"Tf":
            pen.face, pen.size = str(args[0]), float(args[1])


def _piece(number: int, height: float, face: _Face, pen: _Pen, codes: bytes) -> Line:
    shown = "".join(face.letters[code] for code in codes)
    width = sum(face.widths[code] for code in codes) * pen.size + codes.count(32) * pen.blank
    x, y = pen.origin[0] + pen.start[0], pen.origin[1] + pen.start[1]
    return Line(number, x, height - y, pen.size, face.name, shown, width)


def _joined(pieces: list[Line]) -> Line:
    first = pieces[0]
    shown = "".join(piece.text for piece in pieces)
    width = sum(piece.width for piece in pieces)
    return Line(first.page, first.x, first.y, first.size, first.face, shown, width)


def layout(data: bytes) -> str:
    """Describe the file: left edge and baseline in millimetres, size and face, text."""
    found = sorted(lines(data), key=lambda line: (line.page, line.y, line.x))
    shown: list[str] = []
    for line in found:
        if line.page > len([row for row in shown if row.startswith("=")]):
            shown.append(f"=== page {line.page}")
        look = f"{line.size:g}{line.face.replace('-', ' ').lower()}"
        shown.append(f"{line.x / MM:5.1f} {line.y / MM:5.1f}  {look:<13} {line.text}")
    return "\n".join(shown) + "\n"


def joined(data: bytes) -> str:
    """Give all text as one line, as somebody reading it aloud would: without page numbers."""
    said: list[str] = []
    before = 0  # pages of the same sheet; each appendix is numbered anew
    for page in opened(data).pages:
        words = page.extract_text().split()
        is_numbered = before > 0 and words[:1] == [str(before + 1)]
        said += words[1:] if is_numbered else words
        before = before + 1 if is_numbered else 1
    return " ".join(said)


def fonts(data: bytes) -> set[str]:
    """Name the faces of the file that are not embedded, marked so, and those that are."""
    found: set[str] = set()
    for page in opened(data).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()
            descriptor = described.get("/FontDescriptor", {})
            embedded = "/FontFile2" in descriptor
            name = str(described["/BaseFont"]).rpartition("+")[2].lstrip("/")
            found.add(name if embedded else f"{name} (not embedded)")
    return found
