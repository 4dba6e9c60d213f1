"""Reading a PDF back: what stands where, in which face and size. Unit: points, from the top."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """One run of text; `y` is its baseline."""

    page: int
    x: float
    y: float
    size: float
    face: str
    text: str

    @property
    def width(self) -> float:
        return float(stringWidth(self.text, f"LiberationSerif{self.face}", self.size))

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

    @property
    def middle(self) -> float:
        return self.x + self.length / 2


def opened(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def lines(data: bytes) -> list[Line]:
    """Give the runs of text of all pages."""
    found: list[Line] = []
    for number, page in enumerate(opened(data).pages, start=1):
        height = float(page.mediabox.height)

        def note(
            text: str, cm: Any, tm: Any, font: Any, size: float,
            number: int = number, height: float = height,
        ) -> None:  # fmt: skip
            if font is None or not text.strip():
                return
            face = str(font["/BaseFont"]).rpartition("LiberationSerif")[2]
            x, y = tm[4] + cm[4], height - tm[5] - cm[5]
            found.append(Line(number, x, y, size, face, text.strip("\n").strip(" ")))

        page.extract_text(visitor_text=note)
    return found


def rules(data: bytes) -> list[Rule]:
    """Give the drawn lines of all pages."""
    found: list[Rule] = []
    for number, page in enumerate(opened(data).pages, start=1):
        height = float(page.mediabox.height)

        def note(
            op: bytes, args: Any, cm: Any, _tm: Any, number: int = number, height: float = height
        ) -> None:
            if op == b"l":
                found.append(Rule(number, float(cm[4]), height - float(cm[5]), float(args[0])))

        page.extract_text(visitor_operand_before=note)
    return found


def text(data: bytes) -> str:
    """Give all text, one line of the paper a line, pages apart."""
    pages = (
        "\n".join(line.strip() for line in page.extract_text().splitlines() if line.strip())
        for page in opened(data).pages
    )
    return "\n--- trang mới ---\n".join(pages) + "\n"


def joined(data: bytes) -> str:
    """Give all text as one line, as somebody reading it aloud would: without page numbers."""
    said: list[str] = []
    for number, page in enumerate(opened(data).pages, start=1):
        words = page.extract_text().split()
        said += words[1:] if words[:1] == [str(number)] else words
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
