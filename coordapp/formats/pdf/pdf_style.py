"""The look of papers in both styles: fonts, sizes, paragraphs, letterhead.

Source: resources/docs/forms.md 2.1, 2.2 and 2.4.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers.blocks import Letterhead
from coordapp.formats.papers.line_breaks import even_lines
from coordapp.formats.papers.signs import for_paper
from coordapp.paths import resource

# a paper never fetches anything, whatever was typed
rl_config.trustedSchemes = []

FAMILY = "LiberationSerif"
# boxes, ticks, numbers in circles and the like, which the family lacks
SIGNS = "CoordAppSigns"
_FACES = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}
PAGE = A4
TOP, BOTTOM, LEFT, RIGHT = 20 * mm, 20 * mm, 30 * mm, 15 * mm
TEXT_WIDTH = PAGE[0] - LEFT - RIGHT
FIRST_LINE = 10 * mm
GAP = 6
# a short rule is a third to a half of the text above it
SHORT_RULE = 0.4
ABOUT_SIZE = 12  # of what a letter is about, under its number
MISSING = "□"
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
STATE_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STATE_MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True)
class Look:
    """Where the two styles differ. Unit: points."""

    body_leading: float
    page_number: int
    left_column: float
    head_size: int
    type_size: int
    recipients_size: int


LOOKS = {
    DocumentStyle.PARTY: Look(19, 14, 80 * mm, 14, 15, 12),
    DocumentStyle.STATE: Look(14 * 1.15, 13, 66 * mm, 13, 14, 11),
}


@cache
def register_fonts() -> frozenset[int]:
    """Register the four faces once and return the code points all of them can draw."""
    drawn: set[int] | None = None
    for (bold, italic), face in _FACES.items():
        name = font(bold=bool(bold), italic=bool(italic))
        loaded = TTFont(name, str(resource("fonts", f"{FAMILY}-{face}.ttf")))
        pdfmetrics.registerFont(loaded)
        addMapping(FAMILY, bold, italic, name)
        points = set(loaded.face.charToGlyph)
        drawn = points if drawn is None else drawn & points
    return frozenset(drawn or ())


@cache
def _register_signs() -> frozenset[int]:
    """Register the font of signs and return the code points that only it can draw."""
    loaded = TTFont(SIGNS, str(resource("fonts", f"{SIGNS}.ttf")))
    pdfmetrics.registerFont(loaded)
    for bold, italic in _FACES:
        addMapping(SIGNS, bold, italic, SIGNS)
    return frozenset(loaded.face.charToGlyph) - register_fonts()


@cache
def _runs_of_signs() -> re.Pattern[str]:
    signs = "".join(re.escape(chr(code)) for code in sorted(_register_signs()))
    return re.compile(f"([{signs}]+)")


def font(*, bold: bool = False, italic: bool = False) -> str:
    """Name the registered face."""
    if not bold and not italic:
        return FAMILY
    return f"{FAMILY}-{_FACES[int(bold), int(italic)]}"


def drawable(text: str) -> str:
    """Clean the text for paper; a letter the font lacks becomes a visible box."""
    return for_paper(text).replace("\t", " ").translate(_drawn_letters())


def without_glyph(text: str) -> tuple[str, ...]:
    """Name the letters that a paper can show only as an empty box, each once."""
    cleaned = for_paper(text)
    letters = dict.fromkeys(cleaned) if not cleaned.isascii() else ()
    return tuple(letter for letter in letters if _drawn_letters()[ord(letter)] == MISSING != letter)


class _Drawn(dict[int, str]):
    """A table for `str.translate` that learns letters as it meets them."""

    def __missing__(self, code: int) -> str:
        self[code] = _drawn(chr(code), register_fonts())
        return self[code]


@cache
def _drawn_letters() -> _Drawn:
    return _Drawn()


def _drawn(letter: str, points: frozenset[int]) -> str:
    if letter == "\n":
        return letter
    kind = unicodedata.category(letter)
    # joiners, direction marks and variants: not seen on paper, and no font need have them
    if kind == "Cf" or letter in _VARIANTS:
        return ""
    if ord(letter) in points or ord(letter) in _register_signs():
        return letter
    return " " if kind == "Zs" else MISSING


def markup(text: str) -> str:
    """Make typed text safe inside a paragraph, line ends kept."""
    shown = escape(drawable(text).strip("\n")).replace("\n", "<br/>")
    if shown.isascii():
        return shown
    return _runs_of_signs().sub(rf'<font name="{SIGNS}">\1</font>', shown)


def paragraph_style(
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: int = TA_LEFT,
    leading: float | None = None,
    **more: float,
) -> Any:
    """Describe one kind of paragraph in the family."""
    register_fonts()
    face = font(bold=bold, italic=italic)
    return ParagraphStyle(
        face,
        fontName=face,
        bulletFontName=face,
        fontSize=size,
        leading=leading or leading_of(size),
        alignment=align,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        spaceShrinkage=0,  # Word never sets a line closer to hold one more word
        **more,
    )


def leading_of(size: float) -> float:
    """Give the height of a line outside the body. Unit: points."""
    return round(size * 1.2, 1)


def body_style(style: DocumentStyle, **more: float) -> Any:
    """Describe body text: 14 pt, justified, first line 10 mm in, 6 pt apart."""
    options = {"firstLineIndent": FIRST_LINE, "spaceBefore": GAP} | more
    return paragraph_style(14, align=TA_JUSTIFY, leading=LOOKS[style].body_leading, **options)


def centred(text: str, size: float, *, bold: bool = False, italic: bool = False) -> Any:
    """Set one centred line or block from typed text."""
    kind = paragraph_style(size, bold=bold, italic=italic, align=TA_CENTER)
    return Paragraph(markup(text), kind)


def width_of(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Measure a line. Unit: points."""
    register_fonts()
    face = font(bold=bold, italic=italic)
    # every other piece is a run of signs
    pieces = enumerate(_runs_of_signs().split(drawable(text)))
    widths = (pdfmetrics.stringWidth(one, SIGNS if n % 2 else face, size) for n, one in pieces)
    return float(sum(widths))


def wrapped(
    text: str, size: float, width: float, *, bold: bool = False, italic: bool = False
) -> list[str]:
    """Break a heading into even lines, no word of several syllables parted.

    Source: resources/docs/forms.md 2.4.
    """
    words = one_line(drawable(text)).split(" ")
    lines = even_lines(words, width, lambda one: width_of(one, size, bold=bold, italic=italic))
    return [" ".join(line) for line in lines]


def widest(lines: Sequence[str], size: float, limit: float, *, bold: bool = False) -> float:
    """Measure the longest of the lines, up to the room they have. Unit: points."""
    return min(max(width_of(line, size, bold=bold) for line in lines), limit)


class _Rule(Flowable):  # type: ignore[misc]
    """A thin level line; the one of reportlab falls by its own thickness."""

    thickness = 0.7

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width = width
        self.spaceBefore = 4
        self.spaceAfter = 3
        self.hAlign = "CENTER"

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.thickness

    def draw(self) -> None:
        self.canv.setLineWidth(self.thickness)
        self.canv.line(0, 0, self.width, 0)


def rule(width: float) -> Any:
    """Draw a thin centred rule of this length."""
    return _Rule(width)


def two_columns(
    left: Sequence[Any],
    right: Sequence[Any],
    widths: tuple[float, float],
    kind: type[Any] = Table,
) -> Any:
    """Set two stacks side by side without lines; a stack longer than a page goes on."""
    return kind(
        [[list(left), list(right)]],
        colWidths=list(widths),
        splitInRow=1,
        style=[
            # a table names its face even where every cell has its own
            ("FONTNAME", (0, 0), (-1, -1), FAMILY),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )


def letterhead(
    committee: Committee, style: DocumentStyle, head: Letterhead, width: float = TEXT_WIDTH
) -> Any:
    """Set the two-column head of a paper; what is empty has no line. Unit: points."""
    size = LOOKS[style].head_size
    name = one_line(committee.name) or "……………………"
    # a page that lies on its side has room for both halves
    column = left_column(LOOKS[style], head.day) if width <= TEXT_WIDTH else width / 2
    # 2 mm apart from the other column
    room = column - 2 * mm
    superior = wrapped(committee.superior_body.upper(), size, room)
    issuing = wrapped(name.upper(), size, room, bold=True)
    left = [centred("\n".join(superior), size)] if any(superior) else []
    left.append(centred("\n".join(issuing), size, bold=True))
    if style is DocumentStyle.PARTY:
        left.append(centred("*", size))
        right = [
            centred(PARTY_TITLE, 15, bold=True),
            rule(width_of(PARTY_TITLE, 15, bold=True)),
        ]
    else:
        left.append(rule(widest(issuing, size, room, bold=True) * SHORT_RULE))
        right = [
            centred(STATE_TITLE, 13, bold=True),
            centred(STATE_MOTTO, 14, bold=True),
            rule(width_of(STATE_MOTTO, 14, bold=True)),
        ]
    if head.number:
        left.append(centred(head.number, size))
    if head.about:
        # 12 pt, slanted in the party form. Source: resources/docs/forms.md 2.1 and 2.2
        shown = "\n".join(wrapped(head.about, ABOUT_SIZE, room))
        left += [Spacer(0, 6), centred(shown, ABOUT_SIZE, italic=style is DocumentStyle.PARTY)]
    if head.day:
        right.append(centred(day_in(head.day, width - column), 14, italic=True))
    return two_columns(left, right, (column, width - column))


def day_in(day: str, width: float) -> str:
    """Break place and date between them where one line has no room for both. Unit: points."""
    fits = width_of(day, 14, italic=True) <= width
    return day if fits else day.replace(", ", ",\n")


def left_column(look: Look, day: str) -> float:
    """Give the width of the left column of the letterhead. Unit: points."""
    # a long name of a place takes from the left: a date is not broken over two lines
    needed = width_of(day, 14, italic=True) + mm if day else 0.0
    return float(min(look.left_column, max(TEXT_WIDTH - needed, 60 * mm)))
