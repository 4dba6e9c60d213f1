"""Papers as Word files: the form in real styles, the same words as in the PDF."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.documents.letter_contents import LetterConclusion
from coordapp.domain.kernel.errors import Cancelled
from coordapp.formats.docx import docx_paper
from coordapp.formats.papers.blocks import PaperTable
from tests.formats import read_pdf
from tests.formats.every_paper import TWINS, as_pdf, as_word, composed
from tests.formats.report_minutes import STYLES, a_minutes, empty_minutes, huge_minutes
from tests.formats.report_papers import (
    ALL,
    PARTY,
    STATE,
    a_list,
    a_notice,
    an_assignment,
    huge_notice,
)

both_styles = pytest.mark.parametrize("style", [PARTY, STATE])
written = as_word


def paragraphs(made: Any) -> list[Any]:
    """Give the paragraphs of body and tables in their order."""
    return list(made.element.body.iter(qn("w:p")))


def words(made: Any) -> list[str]:
    said: list[str] = []
    for paragraph in paragraphs(made):
        nodes = paragraph.iter(qn("w:t"), qn("w:br"))
        pieces = [node.text or " " if node.tag == qn("w:t") else " " for node in nodes]
        said += "".join(pieces).split()
    return said


def paragraph(made: Any, beginning: str) -> Any:
    tables = [p for t in made.tables for row in t.rows for c in row.cells for p in c.paragraphs]
    return next(p for p in [*made.paragraphs, *tables] if p.text.startswith(beginning))


@pytest.mark.parametrize("paper", TWINS)
@both_styles
def test_word_has_the_words_of_the_pdf(paper: str, style: DocumentStyle, tmp_path: Path) -> None:
    report = TWINS[paper](style)
    printed = read_pdf.joined(as_pdf(report))

    assert sorted(words(written(report, tmp_path))) == sorted(_without_repeats(printed, report))


def _without_repeats(printed: str, report: Any) -> list[str]:
    """Leave out the headers that the PDF repeats on later pages."""
    for sheet in composed(report).sheets:
        for block in sheet.blocks:
            if isinstance(block, PaperTable):
                head = " ".join(column.title for column in block.columns)
                first, found, rest = printed.partition(head)
                printed = first + found + rest.replace(head, "")
    return printed.split()


@both_styles
def test_paper_and_margins_are_those_of_the_form(style: DocumentStyle, tmp_path: Path) -> None:
    for section in written(STYLES[style](), tmp_path).sections:
        sides = (section.top_margin, section.bottom_margin, section.left_margin)
        half = Mm(0.5)
        assert [abs(a - b) < half for a, b in zip(sides, (Mm(20), Mm(20), Mm(30)), strict=True)]
        assert abs(section.right_margin - Mm(15)) < half
        assert abs(section.page_width - Mm(210)) < half
        assert abs(section.page_height - Mm(297)) < half


@both_styles
def test_every_style_in_use_is_times_new_roman_for_every_script(
    style: DocumentStyle, tmp_path: Path
) -> None:
    made = written(huge_notice(style), tmp_path)
    used = {p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") for p in paragraphs(made)}
    ids = {node.get(qn("w:val")) for node in used if node is not None}
    assert ids
    for one in made.styles:
        if one.style_id in ids | {"Normal"}:
            faces = one.element.rPr.rFonts
            for script in ("ascii", "hAnsi", "eastAsia", "cs"):
                assert faces.get(qn(f"w:{script}")) == "Times New Roman"
            assert faces.get(qn("w:asciiTheme")) is None


@pytest.mark.parametrize(("style", "leading"), [(PARTY, 19), (STATE, 16.1)])
def test_the_body_is_justified_stands_in_10_mm_and_keeps_its_leading(
    style: DocumentStyle, leading: float, tmp_path: Path
) -> None:
    made = written(a_notice(style), tmp_path)
    text = paragraph(made, "1. ").style
    assert text.name == "Body Text"
    assert text.font.size == Pt(14)
    form = text.paragraph_format
    assert abs(form.first_line_indent - Mm(10)) < Mm(0.5)
    assert form.space_before == Pt(6)
    assert form.line_spacing.pt == pytest.approx(leading, abs=0.06)


def test_headings_are_headings(tmp_path: Path) -> None:
    made = written(a_minutes(), tmp_path)
    heading = paragraph(made, "1. Thành phần")
    assert heading.style.name == "Heading 1"
    assert heading.style.paragraph_format.keep_with_next
    assert paragraph(made, "BIÊN BẢN").style.name == "Title"


@both_styles
def test_the_page_number_is_a_field_that_the_first_page_hides(
    style: DocumentStyle, tmp_path: Path
) -> None:
    section = written(STYLES[style](), tmp_path).sections[0]
    assert section.different_first_page_header_footer
    (field,) = section.header.paragraphs[0]._p.iter(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == "PAGE"
    assert "".join(p.text for p in section.first_page_header.paragraphs) == ""
    # a line of this size has 2 mm above its digits, which hang 10 mm from the edge
    assert abs(section.header_distance - Mm(8)) < Mm(0.5)


def test_the_header_of_a_table_is_repeated_and_rows_stay_whole(tmp_path: Path) -> None:
    made = written(an_assignment(units=20), tmp_path)
    (table,) = made.tables
    first, *others = table.rows
    assert first._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(r._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for r in others)


def test_a_bar_is_drawn_by_shaded_cells_inside_its_cell(tmp_path: Path) -> None:
    made = written(ALL["summary"](PARTY), tmp_path)
    bars = [bar for cell in made.element.body.iter(qn("w:tc")) for bar in cell.findall(qn("w:tbl"))]
    shades = {fill.get(qn("w:fill")) for bar in bars for fill in bar.iter(qn("w:shd"))}
    assert len(bars) > 3
    assert {"000000", "FFFFFF"} < shades
    assert all(shade[:2] == shade[2:4] == shade[4:] for shade in shades)
    for bar in bars:
        # Word refuses a file with two of these, or with a cell that does not end in a paragraph
        assert len(list(bar.iter(qn("w:tblCellMar")))) == 1
        assert bar.getnext().tag == qn("w:p")


def test_an_appendix_lies_and_is_numbered_from_one(tmp_path: Path) -> None:
    made = written(huge_notice(), tmp_path)
    letter, appendix = made.sections
    assert letter.orientation == WD_ORIENT.PORTRAIT
    assert appendix.orientation == WD_ORIENT.LANDSCAPE
    assert appendix.page_width > appendix.page_height
    assert appendix._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


@both_styles
def test_the_letterhead_is_a_table_without_borders(style: DocumentStyle, tmp_path: Path) -> None:
    made = written(a_notice(style), tmp_path)
    head = made.tables[0]
    assert head.style is None or "Grid" not in head.style.name
    assert head._tbl.tblPr.find(qn("w:tblBorders")) is None


def test_what_signs_is_kept_with_the_text_above(tmp_path: Path) -> None:
    made = written(a_notice(), tmp_path)
    assert paragraph(made, "7. ").paragraph_format.keep_with_next
    assert paragraph(made, "Ban Chỉ đạo thông báo").paragraph_format.keep_with_next
    assert not paragraph(made, "2. ").paragraph_format.keep_with_next


@pytest.mark.parametrize(
    "typed", ["<b>đậm</b> & ]]>", "một\x00\x1fhai", "😀 □", "=1+1", "\ufffe", "{{x}}"]
)
def test_typed_text_is_never_markup_and_never_breaks_the_file(typed: str, tmp_path: Path) -> None:
    line = LetterConclusion(number=1, kind=ConclusionKind.ASSIGN, text=f"đầu {typed} cuối")
    made = written(a_notice(conclusions=(line,)), tmp_path)
    kept = "".join(letter for letter in typed if letter not in "\x00\x1f\ufffe")
    assert f"đầu {kept} cuối" in paragraph(made, "1. ").text


def test_decomposed_text_is_written_composed(tmp_path: Path) -> None:
    typed = "Đẩy mạnh phong trào ở cơ sở"
    line = LetterConclusion(
        number=1, kind=ConclusionKind.ASSIGN, text=unicodedata.normalize("NFD", typed)
    )
    assert typed in paragraph(written(a_notice(conclusions=(line,)), tmp_path), "1. ").text


@both_styles
@pytest.mark.parametrize("people", [0, 1, 200])
def test_empty_and_huge_papers_are_written(
    style: DocumentStyle, people: int, tmp_path: Path
) -> None:
    assert written(empty_minutes(style), tmp_path).paragraphs
    assert written(huge_minutes(style), tmp_path).paragraphs
    table = written(a_list(style, people), tmp_path).tables[1]
    assert len(table.rows) > people


def test_cancelling_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "giay.docx"
    target.write_bytes(b"before")

    def stop(done: int, _total: int) -> None:
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        docx_paper.write(a_minutes(), target, stop)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_nobody_else_is_named_as_its_author(tmp_path: Path) -> None:
    about = written(a_notice(), tmp_path).core_properties
    assert about.author == "Ban Chỉ đạo điều hành Chương trình phối hợp hoạt động"
    assert about.comments == ""
    assert about.title.startswith("Thông báo kết luận")
