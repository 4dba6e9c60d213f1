"""Any paper as a Word file: the same blocks, in real styles, so that the office can go on with it.

Source: resources/docs/forms.md 2.1, 2.2 and 2.4.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from reportlab.lib.units import mm

from coordapp.domain.kernel.text import one_line
from coordapp.formats.docx import docx_style, docx_tables
from coordapp.formats.docx.docx_style import add_field, add_rule, add_text
from coordapp.formats.files import replacing
from coordapp.formats.papers import blocks
from coordapp.formats.papers.blocks import Composition, Ending, Mark, PaperSheet, Text
from coordapp.formats.papers.composition import Report, composed
from coordapp.formats.papers.line_breaks import held_together
from coordapp.formats.papers.signs import for_paper
from coordapp.formats.pdf import pdf_blocks, pdf_style

Step = Callable[[int, int], None]
_PAGE = (210, 297)
# what Word wants after a table takes a point of room below
_TOP, _BOTTOM, _LEFT, _RIGHT = 20, 19.6, 30, 15
# the line begins higher than the digits, which hang 10 mm from the edge
_NUMBER_DISTANCE = 7.9
# as in the PDF, where of two distances that meet Word takes the larger. Unit: points
_BELOW_HEAD, _BELOW_TITLE = 16, 12


def write(report: Report, target: Path, step: Step) -> None:
    """Write a paper to `target`, or leave the file there as it was.

    Raises DocumentError as `replacing` does; what `step` raises stops the work.
    """
    write_composed(composed(report), target, step)


def write_composed(paper: Composition, target: Path, step: Step) -> None:
    """Write a paper that is put together already. Raises DocumentError as `replacing` does."""
    made = Document()
    docx_style.set_up(made, paper.style)
    _describe(made, paper)
    total = sum(len(sheet.blocks) for sheet in paper.sheets)
    done = 0
    step(0, total)
    for number, sheet in enumerate(paper.sheets):
        _lay_out(made, sheet, begins=number == 0)
        for place in range(len(sheet.blocks)):
            _add(made, paper, sheet, place)
            done += 1
            step(done, total)
    with replacing(target) as draft:
        made.save(str(draft))


def _describe(made: Any, paper: Composition) -> None:
    about = made.core_properties
    about.title = for_paper(paper.title)[:250]
    about.author = for_paper(one_line(paper.committee.name))[:250]
    about.subject = for_paper(one_line(paper.code))[:250]
    about.last_modified_by, about.comments, about.language = "CoordApp", "", "vi-VN"
    # the dates of the empty file that python-docx starts with are nobody's
    for stamp in list(about._element):  # noqa: SLF001 - no public way to leave a date out
        if stamp.tag.endswith(("}created", "}modified")):
            about._element.remove(stamp)  # noqa: SLF001 - as above


def _lay_out(made: Any, sheet: PaperSheet, *, begins: bool) -> None:
    """Set paper, margins and the number of the page, which the first page does not show."""
    section = made.sections[0] if begins else made.add_section(WD_SECTION.NEW_PAGE)
    if not begins:
        docx_style.make_tiny(_end_of_section(made))
    width, height = _PAGE[::-1] if sheet.landscape else _PAGE
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.header_distance = section.footer_distance = Mm(_NUMBER_DISTANCE)
    section.different_first_page_header_footer = True
    docx_style.number_from_one(section)
    if begins:
        header = section.header.paragraphs[0]
        header.style = docx_style.PAGE_NUMBER
        add_field(header, "PAGE")


def _end_of_section(made: Any) -> Any:
    """Give the paragraph that ends the last section; an empty one above it is not needed."""
    above, last = made.paragraphs[-2:]
    if not above.text and above.style.name == docx_style.CELL:
        above._p.getparent().remove(above._p)  # noqa: SLF001 - no public way to remove one
    return last


def _is_held(sheet: PaperSheet, place: int) -> bool:
    """Tell whether a paragraph is one of the two that go with the signatures."""
    return any(isinstance(block, Ending) for block in sheet.blocks[place + 1 : place + 3])


def _add(made: Any, paper: Composition, sheet: PaperSheet, place: int) -> None:
    held = _is_held(sheet, place)
    match block := sheet.blocks[place]:
        case blocks.Letterhead():
            docx_tables.add_letterhead(made, paper, block)
        case blocks.Title():
            _add_title(made, block, _width(sheet), follows=place > 0)
        case blocks.Heading():
            add_text(made, held_together(block.text), "Heading 1")
        case blocks.Text():
            added = _add_body(made, block, held=held)
            if place and isinstance(sheet.blocks[place - 1], blocks.Letterhead):
                added.paragraph_format.space_before = Pt(_BELOW_HEAD + pdf_style.GAP)
        case blocks.PaperTable():
            # a table has no distance of its own to what is above it
            above = made.paragraphs[-1].paragraph_format
            above.space_after = max(above.space_after or 0, Pt(pdf_style.GAP))
            docx_tables.add_table(made, block, held=held)
        case blocks.Ending():
            docx_tables.add_ending(made, paper, block)


def _width(sheet: PaperSheet) -> float:
    return _PAGE[sheet.landscape] - _LEFT - _RIGHT


def _add_title(made: Any, title: blocks.Title, width: float, *, follows: bool) -> None:
    if title.kind:
        kind = add_text(made, title.kind, "Title")
        # a head that begins a page has nothing above it to keep away from
        kind.paragraph_format.space_before = Pt(_BELOW_HEAD if follows else 0)
    lines = [
        line
        for typed in title.subject.split("\n")
        for line in pdf_style.wrapped(typed, 14, width * mm, bold=True)
        if line
    ]
    if lines:
        add_text(made, "\n".join(lines), "Subtitle")
    if title.note:
        note = pdf_style.wrapped(title.note, 14, width * mm, italic=True)
        add_text(made, "\n".join(note), docx_style.NOTE)
    if title.mark is Mark.DASHES:
        add_text(made, "-----", docx_style.CENTRED)
    elif title.mark is Mark.RULE:
        length = pdf_style.widest(lines or [title.kind], 14, width * mm, bold=True)
        add_rule(made, length * pdf_style.SHORT_RULE / mm, width)
    below = _BELOW_TITLE + (docx_style.BELOW_RULE if title.mark is Mark.RULE else 0)
    made.paragraphs[-1].paragraph_format.space_after = Pt(below)


def _add_body(made: Any, block: Text, *, held: bool) -> Any:
    paragraph = made.add_paragraph(style="Body Text")
    if block.lead:
        paragraph.add_run(for_paper(block.lead)).bold = block.bold
    paragraph.add_run(for_paper(held_together(block.text)))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if block.keep or held:
        paragraph.paragraph_format.keep_with_next = True
    if held and len(block.lead + block.text) <= pdf_blocks.SHORT_ENOUGH:
        paragraph.paragraph_format.keep_together = True
    return paragraph
