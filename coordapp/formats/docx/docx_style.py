"""The styles of papers in Word, and the few things python-docx has no word for."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.formats.papers.signs import for_paper
from coordapp.formats.pdf.pdf_style import LOOKS, leading_of

FACE = "Times New Roman"
CENTRED = "Giữa dòng"
NOTE = "Ghi chú dưới tên"
CELL = "Ô bảng"
CELL_HEAD = "Đầu bảng"
RECIPIENTS = "Nơi nhận"
PAGE_NUMBER = "Header"
BELOW_RULE = 3  # points
_FACES = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_BODY = 14
_CELL = 12


def set_up(made: Any, style: DocumentStyle) -> None:
    """Give every style in use the face, the size and the spacing of the form."""
    look = LOOKS[style]
    centre = WD_ALIGN_PARAGRAPH.CENTER
    _set(made.styles["Normal"], _BODY)
    body = _set(made.styles["Body Text"], _BODY, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    heading = _set(made.styles["Heading 1"], _BODY, bold=True)
    for one in (body, heading):
        text = one.paragraph_format
        text.first_line_indent = Mm(10)
        text.space_before = Pt(6)
        set_leading(text, look.body_leading)
    heading.paragraph_format.keep_with_next = True
    title = _set(made.styles["Title"], look.type_size, bold=True, align=centre)
    # the template draws a line under its titles
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)
    _set(made.styles["Subtitle"], _BODY, bold=True, align=centre)
    _set(made.styles[PAGE_NUMBER], look.page_number, align=centre)
    for name, size, bold, italic in (
        (CENTRED, _BODY, False, False),
        (NOTE, _BODY, False, True),
        (CELL_HEAD, _CELL, True, False),
    ):
        _set(_new(made, name), size, bold=bold, italic=italic, align=centre)
    _set(_new(made, CELL), _CELL)
    _set(_new(made, RECIPIENTS), look.recipients_size)
    language = made.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "vi-VN")


def _new(made: Any, name: str) -> Any:
    style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    return style


def _set(
    style: Any, size: float, *, bold: bool = False, italic: bool = False, align: Any = None
) -> Any:
    font = style.font
    font.size, font.bold, font.italic = Pt(size), bold, italic
    font.color.rgb = RGBColor(0, 0, 0)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(faces.attrib):
        # a face of the theme would win over the named one
        del faces.attrib[name]
    for name in _FACES:
        faces.set(qn(name), FACE)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    text = style.paragraph_format
    text.space_before = text.space_after = Pt(0)
    set_leading(text, leading_of(size))
    text.widow_control = True
    if align is not None:
        text.alignment = align
    return style


def set_leading(text: Any, leading: float) -> None:
    """Make lines as high as in the PDF, whatever the face asks for. Unit: points."""
    text.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    text.line_spacing = Pt(leading)


def add_tiny(place: Any) -> Any:
    """Add the paragraph that Word wants where there is nothing to say; it takes no room."""
    return make_tiny(place.add_paragraph(style=CELL))


def make_tiny(paragraph: Any) -> Any:
    """Let an empty paragraph take no room."""
    set_leading(paragraph.paragraph_format, 1)
    mark = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way to the mark of a paragraph
    face, size = OxmlElement("w:rPr"), OxmlElement("w:sz")
    size.set(qn("w:val"), "2")
    face.append(size)
    mark.insert_element_before(face, "w:sectPr", "w:pPrChange")
    return paragraph


def add_text(place: Any, text: str, style: str) -> Any:
    """Add a paragraph of a style to a file or a cell, line ends kept."""
    return place.add_paragraph(for_paper(text), style=style)


def add_rule(place: Any, length: float, width: float) -> None:
    """Draw a centred line as the border of an empty paragraph. Unit: millimetres."""
    paragraph = place.add_paragraph(style=CENTRED)
    paragraph.paragraph_format.left_indent = Mm((width - length) / 2)
    paragraph.paragraph_format.right_indent = Mm((width - length) / 2)
    set_leading(paragraph.paragraph_format, 3)
    paragraph.paragraph_format.space_after = Pt(BELOW_RULE)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way to a border
    # the order of these elements is fixed: the border comes before the spacing
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def add_field(paragraph: Any, code: str) -> None:
    """Add a field that Word counts, such as PAGE."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - no public way to a field


def number_from_one(section: Any) -> None:
    """Start the numbers of a section at 1."""
    properties = section._sectPr  # noqa: SLF001 - no public way to the start of numbers
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    properties.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")
