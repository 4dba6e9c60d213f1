"""The blocks of a paper as reportlab sets them."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, Spacer
from reportlab.platypus import Table as Grid

from coordapp.documents import blocks
from coordapp.documents import pdf_style as look
from coordapp.documents.blocks import Block, Composition, Mark, Sheet
from coordapp.documents.wording import BLANK
from coordapp.domain.committee import DocumentStyle
from coordapp.domain.text import one_line

LEFT_HALF = 80 * mm
# for a signature in ink and the seal; source: vn-documents 2.5
_ROOM_TO_SIGN = 40 * mm
_CELL_SIZE = 12
_HAIR = 0.5
_PAD = 3
# rows that go with the signatures when these come on a new page
_ROWS_KEPT = 2


class Signatures(Grid):  # type: ignore[misc]
    """The signatures side by side."""


class Ruled(Grid):  # type: ignore[misc]
    """A table with lines; its parts on other pages are the same."""


SAYS = (Paragraph, Ruled)


def made(paper: Composition, sheet: Sheet, block: Block) -> list[Any]:
    """Set a block other than the signatures and the tables."""
    match block:
        case blocks.Letterhead():
            head = look.letterhead(paper.committee, paper.style, block.number, block.day)
            return [head, Spacer(0, 16)]
        case blocks.Title():
            return [*_title(paper, block, width_on(sheet)), Spacer(0, 6)]
        case blocks.Heading():
            style = look.body_style(paper.style, keepWithNext=1)
            return [Paragraph(f"<b>{look.markup(block.text)}</b>", style)]
        case blocks.Text():
            return [_text(paper, block)]
    return []


def width_on(sheet: Sheet) -> float:
    """Give the width between the margins. Unit: points."""
    return float(look.PAGE[sheet.landscape] - look.LEFT - look.RIGHT)


def _title(paper: Composition, title: blocks.Title, width: float) -> Iterator[Any]:
    if title.kind:
        yield look.centred(title.kind, look.LOOKS[paper.style].type_size, bold=True)
    lines = [
        line
        for typed in title.subject.split("\n")
        for line in look.wrapped(typed, 14, width, bold=True)
        if line
    ]
    if lines:
        yield look.centred("\n".join(lines), 14, bold=True)
    if title.note:
        yield look.centred(title.note, 14, italic=True)
    if title.mark is Mark.DASHES:
        yield look.centred("-----", 14)
    elif title.mark is Mark.RULE:
        above = lines or [title.kind]
        yield look.rule(look.widest(above, 14, width, bold=True) * look.SHORT_RULE)


def _text(paper: Composition, block: blocks.Text) -> Any:
    lead = look.markup(block.lead)
    shown = f"<b>{lead}</b>" if block.bold and lead else lead
    style = look.body_style(paper.style, **({"keepWithNext": 1} if block.keep else {}))
    return Paragraph(f"{shown}{look.markup(block.text)}", style)


def cut(paragraph: Any, lines: int) -> tuple[Any, Any]:
    """Cut the last lines off a long paragraph, so that they can be kept with what follows."""
    paragraph.wrap(look.TEXT_WIDTH, look.PAGE[1])
    count = len(paragraph.blPara.lines)
    leading = paragraph.style.leading
    start, end = paragraph.split(look.TEXT_WIDTH, (count - lines + 0.5) * leading)
    end.style = end.style.clone("end", spaceBefore=0, firstLineIndent=0)
    return start, end


# --- signatures


def ending(paper: Composition, block: blocks.Ending) -> list[Any]:
    """Set the signatures, with the recipients beside or below them."""
    left, right = _side(paper, block.left), _signature(block.right)
    below = _recipients(paper, block.below, gap=14) if block.below else []
    return [
        Spacer(0, 14),
        look.two_columns(left, right, LEFT_HALF, kind=Signatures),
        *below,
    ]


def _side(paper: Composition, block: blocks.Signature | blocks.Recipients | None) -> list[Any]:
    if isinstance(block, blocks.Signature):
        return _signature(block)
    return [] if block is None else _recipients(paper, block, gap=0)


def _signature(block: blocks.Signature) -> list[Any]:
    bold = block.bold or (True,) * len(block.posts)
    return [
        *(look.centred(post, 14, bold=b) for post, b in zip(block.posts, bold, strict=True)),
        *([look.centred(block.hint, 14, italic=True)] if block.hint else []),
        Spacer(0, _ROOM_TO_SIGN),
        look.centred(one_line(block.name) or BLANK, 14, bold=True),
    ]


def _recipients(paper: Composition, block: blocks.Recipients, *, gap: float) -> list[Any]:
    is_party = paper.style is DocumentStyle.PARTY
    title = look.paragraph_style(
        14 if is_party else 12, bold=not is_party, italic=not is_party,
        spaceBefore=gap, keepWithNext=1,
    )  # fmt: skip
    size = look.LOOKS[paper.style].recipients_size
    # below the signatures the lines are as wide as half the text; beside them the cell is
    line = look.paragraph_style(size, rightIndent=look.TEXT_WIDTH - LEFT_HALF if gap else 4 * mm)
    return [
        Paragraph("<u>Nơi nhận</u>:" if is_party else "Nơi nhận:", title),
        *(Paragraph(look.markup(text), line) for text in block.lines),
    ]


# --- tables


def table(block: blocks.Table, end: Iterable[Any] = ()) -> Any:
    """Set a ruled table whose header stands on every page.

    What comes at its `end` is a last line without rules, so that it never goes on a page alone.
    """
    columns = block.columns
    count = len(columns)
    head = look.paragraph_style(_CELL_SIZE, bold=True, align=TA_CENTER)
    group = look.paragraph_style(_CELL_SIZE, bold=True)
    kinds = [
        look.paragraph_style(_CELL_SIZE, **({"align": TA_CENTER} if column.centred else {}))
        for column in columns
    ]
    data: list[list[Any]] = [[Paragraph(look.markup(column.title), head) for column in columns]]
    commands: list[tuple[Any, ...]] = []
    for number, row in enumerate(block.rows, start=1):
        if row.heads:
            data.append([Paragraph(look.markup(row.cells[0]), group), *[""] * (count - 1)])
            commands += [
                ("SPAN", (0, number), (-1, number)),
                ("NOSPLIT", (0, number), (-1, number + 1)),
            ]
        else:
            data.append([_cell(text, kind) for text, kind in zip(row.cells, kinds, strict=True)])
    last = len(data) - 1
    held = list(end)
    if held:
        data.append([held, *[""] * (count - 1)])
        first_kept = max(1, last - _ROWS_KEPT + 1)
        commands += [
            ("SPAN", (0, -1), (-1, -1)),
            ("NOSPLIT", (0, first_kept), (-1, last + 1)),
            ("LEFTPADDING", (0, -1), (-1, -1), 0),
            ("RIGHTPADDING", (0, -1), (-1, -1), 0),
        ]
    return Ruled(
        data,
        colWidths=[column.width * mm for column in columns],
        repeatRows=1,
        splitInRow=1,
        style=[*_lines(last, block.room * mm / 2), *commands],
    )


def _cell(text: str, kind: Any) -> Any:
    shown = look.markup(text)
    return Paragraph(shown, kind) if shown else ""


def _lines(last: int, room: float) -> list[tuple[Any, ...]]:
    return [
        ("FONTNAME", (0, 0), (-1, -1), look.FAMILY),
        ("GRID", (0, 0), (-1, last), _HAIR, "black"),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "MIDDLE" if room else "TOP"),
        ("LEFTPADDING", (0, 0), (-1, last), 4),
        ("RIGHTPADDING", (0, 0), (-1, last), 4),
        ("TOPPADDING", (0, 0), (-1, last), _PAD),
        ("BOTTOMPADDING", (0, 0), (-1, last), _PAD + 1),
        ("TOPPADDING", (0, 1), (-1, last), _PAD + room),
        ("BOTTOMPADDING", (0, 1), (-1, last), _PAD + 1 + room),
    ]
