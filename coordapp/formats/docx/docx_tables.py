"""What of a paper Word sets in tables: letterhead, signatures, ruled tables."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import (
    WD_CELL_VERTICAL_ALIGNMENT,
    WD_ROW_HEIGHT_RULE,
    WD_TABLE_ALIGNMENT,
)
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from reportlab.lib.units import mm

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.kernel.text import one_line
from coordapp.formats.docx import docx_style
from coordapp.formats.docx.docx_style import (
    CELL,
    CELL_HEAD,
    CENTRED,
    RECIPIENTS,
    add_rule,
    add_text,
    add_tiny,
    set_leading,
)
from coordapp.formats.papers import blocks
from coordapp.formats.papers.blocks import Composition
from coordapp.formats.papers.signs import for_paper
from coordapp.formats.papers.wording import BLANK
from coordapp.formats.pdf import pdf_style, pdf_table

_WIDTH = 165.0
_LEFT_HALF = 80.0
_ROWS_KEPT = 2
_BAR, _THINNEST = 3.2, 0.5
# as in the PDF; Word adds the line below. Unit: twentieths of a point, in the order Word asks for
_CELL_MARGINS = {"top": 60, "left": 75, "bottom": 70, "right": 75}
_ABOVE_SIGNATURES = 14


def add_letterhead(made: Any, paper: Composition, head: blocks.Letterhead) -> None:
    """Add the two-column head."""
    look = pdf_style.LOOKS[paper.style]
    is_party = paper.style is DocumentStyle.PARTY
    column = pdf_style.left_column(look, head.day) / mm
    size, room = look.head_size, (column - 2) * mm
    superior = pdf_style.wrapped(paper.committee.superior_body.upper(), size, room)
    named = one_line(paper.committee.name) or BLANK
    issuing = pdf_style.wrapped(named.upper(), size, room, bold=True)
    left, right = _two_columns(made, column)
    if any(superior):
        _line(left, "\n".join(superior), size)
    _line(left, "\n".join(issuing), size, bold=True)
    if is_party:
        _line(left, "*", size)
        _line(right, pdf_style.PARTY_TITLE, 15, bold=True)
        rule = pdf_style.width_of(pdf_style.PARTY_TITLE, 15, bold=True)
    else:
        under = pdf_style.widest(issuing, size, room, bold=True) * pdf_style.SHORT_RULE
        add_rule(left, under / mm, column)
        _line(right, pdf_style.STATE_TITLE, 13, bold=True)
        _line(right, pdf_style.STATE_MOTTO, 14, bold=True)
        rule = pdf_style.width_of(pdf_style.STATE_MOTTO, 14, bold=True)
    add_rule(right, rule / mm, _WIDTH - column)
    if head.number:
        _line(left, head.number, size)
    if head.about:
        shown = "\n".join(pdf_style.wrapped(head.about, pdf_style.ABOUT_SIZE, room))
        about = _line(left, shown, pdf_style.ABOUT_SIZE, italic=is_party)
        about.paragraph_format.space_before = Pt(pdf_style.GAP)
    if head.day:
        room = (_WIDTH - column) * mm
        _line(right, pdf_style.day_in(head.day, room), 14, italic=True)
    for cell in (left, right):
        _drop_first(cell)


def add_ending(made: Any, paper: Composition, block: blocks.Ending) -> None:
    """Add the signatures, with the recipients beside or below them."""
    # two tables side by side become one without a paragraph between them
    gap = add_text(made, "", CENTRED)
    set_leading(gap.paragraph_format, _ABOVE_SIGNATURES)
    gap.paragraph_format.keep_with_next = True
    left, right = _two_columns(made, _LEFT_HALF)
    if isinstance(block.left, blocks.Signature):
        _add_signature(left, block.left)
    elif block.left is not None:
        _add_recipients(left, paper, block.left)
    _add_signature(right, block.right)
    if block.below is not None:
        # in the cell of the signature, so that no page begins between them
        heading = _add_recipients(left, paper, block.below)
        heading.paragraph_format.space_before = Pt(_ABOVE_SIGNATURES)
    for cell in (left, right):
        _drop_first(cell)
    # Word wants a paragraph after a table
    add_tiny(made)


def _add_signature(cell: Any, signature: blocks.Signature) -> None:
    bold = signature.bold or (True,) * len(signature.posts)
    for post, is_bold in zip(signature.posts, bold, strict=True):
        _line(cell, post, 14, bold=is_bold)
    if signature.hint:
        _line(cell, signature.hint, 14, italic=True)
    name = _line(cell, one_line(signature.name) or BLANK, 14, bold=True)
    name.paragraph_format.space_before = Mm(signature.room)
    for paragraph in cell.paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _add_recipients(place: Any, paper: Composition, block: blocks.Recipients) -> Any:
    is_party = paper.style is DocumentStyle.PARTY
    heading = place.add_paragraph(style=RECIPIENTS)
    heading.paragraph_format.keep_with_next = True
    words = heading.add_run("Nơi nhận")
    colon = heading.add_run(":")
    words.underline = is_party
    for run in (words, colon):
        run.bold = run.italic = not is_party
        run.font.size = Pt(14 if is_party else 12)
    set_leading(heading.paragraph_format, pdf_style.leading_of(14 if is_party else 12))
    *lines, last = (add_text(place, text, RECIPIENTS) for text in block.lines)
    for line in lines:
        line.paragraph_format.keep_with_next = True
    for line in (*lines, last):
        # no line runs into the signature
        line.paragraph_format.right_indent = Mm(4)
    return heading


def add_table(made: Any, block: blocks.PaperTable, *, held: bool) -> None:
    """Add a ruled table whose header stands on every page."""
    count = len(block.columns)
    table = made.add_table(rows=1, cols=count, style="Table Grid")
    # to look a style up by its name takes as long as all the rest of a cell
    head, plain = (made.styles[name].style_id for name in (CELL_HEAD, CELL))
    _fix_widths(table, [column.width for column in block.columns])
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        # the header never stands alone at the foot of a page
        _fill(cell, column.title, head, keep=True)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _mark(table.rows[0], "w:tblHeader")
    kept = len(block.rows) - _ROWS_KEPT if held else len(block.rows)
    for number, row in enumerate(block.rows):
        added = table.add_row()
        if not pdf_table.is_parted(row, block):
            _mark(added, "w:cantSplit")
        cells = added.cells
        if row.heads:
            joined = cells[0].merge(cells[-1])
            _fill(joined, row.cells[0], plain, bold=True, keep=True)
            continue
        for cell, text, column in zip(cells, row.cells, block.columns, strict=True):
            paragraph = _fill(cell, text, plain, keep=number >= kept)
            if column.centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if block.room:
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
                form = paragraph.paragraph_format
                form.space_before = form.space_after = Mm(block.room / 2)
        if row.bar:
            _draw_bar(cells[-1], row.bar, block.columns[-1].width)


def _draw_bar(cell: Any, parts: Sequence[tuple[float, float]], width: float) -> None:
    """Draw a bar as a table of shaded cells, which Word prints as sharp as its own rules."""
    twentieths = sum(_CELL_MARGINS[side] for side in ("left", "right"))
    room = width - twentieths / 20 / mm
    bar = cell.add_table(rows=1, cols=len(parts))
    bar.style = "Table Grid"
    _fix_widths(bar, [max(share * room, _THINNEST) for share, _ in parts])
    _set_margins(bar, {"left": 0, "right": 0})
    bar.rows[0].height_rule = WD_ROW_HEIGHT_RULE.EXACTLY
    bar.rows[0].height = Mm(_BAR)
    for place, (_, grey) in zip(bar.rows[0].cells, parts, strict=True):
        fill = OxmlElement("w:shd")
        level = round(grey * 255)
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", f"{level:02X}" * 3)):
            fill.set(qn(f"w:{name}"), value)
        place._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001 - no public way to shade a cell
        _shrink(place.paragraphs[0])
    # the paragraph that Word wants after a table in a cell, and the empty one before it
    first = cell.paragraphs[0]._p  # noqa: SLF001 - no public way to remove one
    first.getparent().remove(first)
    _shrink(cell.paragraphs[-1])


def _shrink(paragraph: Any) -> None:
    paragraph.style = CELL
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(1)


def _fill(cell: Any, text: str, style: str, *, bold: bool = False, keep: bool = False) -> Any:
    paragraph = cell.paragraphs[0]
    paragraph._p.style = style  # noqa: SLF001 - the public way takes names only
    run = paragraph.add_run(for_paper(text).strip())
    run.bold = bold or None
    if keep:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _two_columns(made: Any, left: float) -> tuple[Any, Any]:
    table = made.add_table(rows=1, cols=2)
    _fix_widths(table, [left, _WIDTH - left])
    _mark(table.rows[0], "w:cantSplit")
    first, second = table.rows[0].cells
    return first, second


def _fix_widths(table: Any, widths: list[float]) -> None:
    table.autofit = False
    is_ruled = len(widths) != 2
    # centred, for at the left the text and not the rule would stand at the margin
    table.alignment = WD_TABLE_ALIGNMENT.CENTER if is_ruled else WD_TABLE_ALIGNMENT.LEFT
    _set_margins(table, _CELL_MARGINS if is_ruled else {"left": 0, "right": 0})
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _set_margins(table: Any, margins: dict[str, int]) -> None:
    properties = table._tbl.tblPr  # noqa: SLF001 - no public way to the margins of cells
    for old in properties.findall(qn("w:tblCellMar")):
        properties.remove(old)
    held = OxmlElement("w:tblCellMar")
    for side, twentieths in margins.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twentieths))
        margin.set(qn("w:type"), "dxa")
        held.append(margin)
    properties.insert_element_before(held, "w:tblLook")


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - no public way


def _line(cell: Any, text: str, size: float, *, bold: bool = False, italic: bool = False) -> Any:
    paragraph = cell.add_paragraph(style=docx_style.CENTRED)
    run = paragraph.add_run(for_paper(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    set_leading(paragraph.paragraph_format, pdf_style.leading_of(size))
    return paragraph


def _drop_first(cell: Any) -> None:
    """Take away the empty paragraph that a new cell starts with."""
    if len(cell.paragraphs) > 1:
        first = cell.paragraphs[0]._p  # noqa: SLF001 - no public way to remove one
        first.getparent().remove(first)
