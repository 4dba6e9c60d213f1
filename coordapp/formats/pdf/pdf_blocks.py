"""The blocks of a paper as reportlab sets them."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Paragraph, Spacer, Table

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import blocks
from coordapp.formats.papers.blocks import Block, Composition, Mark, PaperSheet
from coordapp.formats.papers.line_breaks import held_together
from coordapp.formats.papers.wording import BLANK
from coordapp.formats.pdf import pdf_style
from coordapp.formats.pdf.pdf_table import PagePart, RuledTable

LEFT_HALF = 80 * mm
# a last paragraph up to this many letters stays whole with the signatures
SHORT_ENOUGH = 900
# of a longer paragraph so many lines may end a page
_LINES_BELOW, _NOT_PARTED = 2, 3


class Signatures(Table):  # type: ignore[misc]
    """The signatures side by side."""


class Kept(Paragraph):  # type: ignore[misc]
    """A paragraph that never ends a page.

    The way of reportlab moves a long paragraph as a whole, and leaves a page half empty.
    """


SAYS = (Paragraph, RuledTable, PagePart)


def flowables(paper: Composition, sheet: PaperSheet, block: Block) -> list[Any]:
    """Set a block other than the signatures and the tables."""
    match block:
        case blocks.Letterhead():
            head = pdf_style.letterhead(paper.committee, paper.style, block, width_on(sheet))
            return [head, Spacer(0, 16)]
        case blocks.Title():
            return [*_title(paper, block, width_on(sheet)), Spacer(0, 6)]
        case blocks.Heading():
            return [
                Kept(
                    f"<b>{pdf_style.markup(held_together(block.text))}</b>",
                    pdf_style.body_style(paper.style),
                )
            ]
        case blocks.Text():
            return [_text(paper, block)]
    return []


def width_on(sheet: PaperSheet) -> float:
    """Give the width between the margins. Unit: points."""
    return float(pdf_style.PAGE[sheet.landscape] - pdf_style.LEFT - pdf_style.RIGHT)


def _title(paper: Composition, title: blocks.Title, width: float) -> Iterator[Any]:
    if title.kind:
        yield pdf_style.centred(title.kind, pdf_style.LOOKS[paper.style].type_size, bold=True)
    lines = [
        line
        for typed in title.subject.split("\n")
        for line in pdf_style.wrapped(typed, 14, width, bold=True)
        if line
    ]
    if lines:
        yield pdf_style.centred("\n".join(lines), 14, bold=True)
    if title.note:
        note = pdf_style.wrapped(title.note, 14, width, italic=True)
        yield pdf_style.centred("\n".join(note), 14, italic=True)
    if title.mark is Mark.DASHES:
        yield pdf_style.centred("-----", 14)
    elif title.mark is Mark.RULE:
        above = lines or [title.kind]
        yield pdf_style.rule(pdf_style.widest(above, 14, width, bold=True) * pdf_style.SHORT_RULE)


def _text(paper: Composition, block: blocks.Text) -> Any:
    lead = pdf_style.markup(block.lead)
    shown = f"<b>{lead}</b>" if block.bold and lead else lead
    kind = Kept if block.keep else Paragraph
    text = pdf_style.markup(held_together(block.text))
    return kind(f"{shown}{text}", pdf_style.body_style(paper.style))


def held_to_next(story: list[Any], width: float) -> list[Any]:
    """Break the page before a paragraph that could not have the start of the next one under it."""
    held: list[Any] = []
    for number, piece in enumerate(story):
        if isinstance(piece, Kept) and not (held and isinstance(held[-1], Kept)):
            chain = list(takewhile(lambda one: isinstance(one, Kept), story[number:]))
            after = story[number + len(chain)]
            room = _room_to_begin(after, width)
            room += sum(one.wrap(width, pdf_style.PAGE[1])[1] + pdf_style.GAP for one in chain)
            held.append(CondPageBreak(room + pdf_style.GAP))
        held.append(piece)
    return held


def _room_to_begin(piece: Any, width: float) -> float:
    """Give the height of what a page must hold of a piece to begin it there. Unit: points."""
    if isinstance(piece, RuledTable):
        return piece.opening(width)
    if not isinstance(piece, Paragraph):
        return float(piece.wrap(width, pdf_style.PAGE[1])[1])
    lines = round(piece.wrap(width, pdf_style.PAGE[1])[1] / piece.style.leading)
    return float((lines if lines <= _NOT_PARTED else _LINES_BELOW) * piece.style.leading)


def cut(paragraph: Any, lines: int) -> tuple[Any, Any]:
    """Cut the last lines off a long paragraph, so that they can be kept with what follows."""
    paragraph.wrap(pdf_style.TEXT_WIDTH, pdf_style.PAGE[1])
    count = len(paragraph.blPara.lines)
    leading = paragraph.style.leading
    start, end = paragraph.split(pdf_style.TEXT_WIDTH, (count - lines + 0.5) * leading)
    end.style = end.style.clone("end", spaceBefore=0, firstLineIndent=0)
    return start, end


# --- signatures


def ending(
    paper: Composition, block: blocks.Ending, width: float = pdf_style.TEXT_WIDTH
) -> list[Any]:
    """Set the signatures, with the recipients beside or below them. Unit: points."""
    half = LEFT_HALF if width <= pdf_style.TEXT_WIDTH else width / 2
    left, right = _side(paper, block.left), _signature(block.right)
    below = _recipients(paper, block.below, gap=14) if block.below else []
    return [
        Spacer(0, 14),
        pdf_style.two_columns(left, right, (half, width - half), kind=Signatures),
        *below,
    ]


def _side(paper: Composition, block: blocks.Signature | blocks.Recipients | None) -> list[Any]:
    if isinstance(block, blocks.Signature):
        return _signature(block)
    return [] if block is None else _recipients(paper, block, gap=0)


def _signature(block: blocks.Signature) -> list[Any]:
    bold = block.bold or (True,) * len(block.posts)
    return [
        *(pdf_style.centred(post, 14, bold=b) for post, b in zip(block.posts, bold, strict=True)),
        *([pdf_style.centred(block.hint, 14, italic=True)] if block.hint else []),
        Spacer(0, block.room * mm),
        pdf_style.centred(one_line(block.name) or BLANK, 14, bold=True),
    ]


def _recipients(paper: Composition, block: blocks.Recipients, *, gap: float) -> list[Any]:
    is_party = paper.style is DocumentStyle.PARTY
    title = pdf_style.paragraph_style(
        14 if is_party else 12, bold=not is_party, italic=not is_party,
        spaceBefore=gap, keepWithNext=1,
    )  # fmt: skip
    size = pdf_style.LOOKS[paper.style].recipients_size
    # below the signatures the lines are as wide as half the text; beside them the cell is
    line = pdf_style.paragraph_style(
        size, rightIndent=pdf_style.TEXT_WIDTH - LEFT_HALF if gap else 4 * mm
    )
    return [
        Paragraph("<u>Nơi nhận</u>:" if is_party else "Nơi nhận:", title),
        *(Paragraph(pdf_style.markup(text), line) for text in block.lines),
    ]
