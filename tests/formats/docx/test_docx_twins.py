"""A Word file is set as its PDF is: the same lines, the same gaps, the same things kept together.

So both have as many pages, without a word processor at hand to count them.
"""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.formats.pdf import pdf_paper
from tests.formats import read_pdf
from tests.formats.every_paper import TWINS, as_pdf, as_word
from tests.formats.read_pdf import MM, Line
from tests.formats.report_minutes import STYLES
from tests.formats.report_papers import PARTY, STATE, a_list, an_extract

both_styles = pytest.mark.parametrize("style", [PARTY, STATE])
# the baseline of a line stands a little higher in the PDF; a rule has its own thickness
_AS_GOOD_AS = 2.5


written = as_word


def gap(above: Any, below: Any) -> float:
    """Give the distance of two baselines in Word, where the larger of two distances counts."""
    after, before = (_form(above, "space_after"), _form(below, "space_before"))
    return max(after, before) + _form(below, "line_spacing")


def _form(paragraph: Any, name: str) -> float:
    own = getattr(paragraph.paragraph_format, name)
    shown = own if own is not None else getattr(paragraph.style.paragraph_format, name)
    return float(shown.pt) if shown is not None else 0.0


def _first_line(lines: list[Line], text: str, start: int) -> int | None:
    """Find the place of the line that a paragraph begins with, from a place on."""
    begins = text.replace("\u00a0", " ").split("\n")[0][:24]
    if not begins.strip():
        return None
    shown = (n for n in range(start, len(lines)) if _shown(lines[n]).startswith(begins))
    return next(shown, None)


def _shown(line: Line) -> str:
    return line.text.replace("\u00a0", " ")


@pytest.mark.parametrize("paper", TWINS)
@both_styles
def test_gaps_between_paragraphs_are_those_of_the_pdf(
    paper: str, style: DocumentStyle, tmp_path: Path
) -> None:
    report = TWINS[paper](style)
    lines = read_pdf.lines(as_pdf(report))
    made = written(report, tmp_path)
    body = list(made.element.body)
    measured = place = 0
    for above, below in pairwise(made.paragraphs):
        found = _first_line(lines, below.text, place)
        follows = body.index(below._p) == body.index(above._p) + 1
        if found is None or not follows or not above.text.strip():
            continue
        first, place = lines[found], found + 1
        higher = [one.y for one in lines if one.page == first.page and one.y < first.y - 1]
        if not higher or first.y < 27 * MM:
            continue  # begins a page
        assert gap(above, below) == pytest.approx(first.y - max(higher), abs=_AS_GOOD_AS)
        measured += 1
    assert measured or paper in ("assignment", "review")


@pytest.mark.parametrize("paper", TWINS)
@both_styles
def test_every_line_of_word_is_as_high_as_in_the_pdf(
    paper: str, style: DocumentStyle, tmp_path: Path
) -> None:
    made = written(TWINS[paper](style), tmp_path)
    cells = [p for t in made.tables for row in t.rows for c in row.cells for p in c.paragraphs]
    for paragraph in [*made.paragraphs, *cells]:
        form = paragraph.paragraph_format
        rule = form.line_spacing_rule or paragraph.style.paragraph_format.line_spacing_rule
        assert rule is WD_LINE_SPACING.EXACTLY, paragraph.text


@pytest.mark.parametrize("shares", [1, 2, 3, 6])
@both_styles
def test_a_table_starts_on_the_page_where_it_is_announced(
    style: DocumentStyle, shares: int, tmp_path: Path
) -> None:
    # text of every length above the table, so that its start meets the foot of the page
    for words in range(180, 560, 42):
        report = an_extract(style, shares, purpose="đôn đốc " * words)
        lines = read_pdf.lines(pdf_paper.build(report))
        announced = next(one for one in lines if one.text.startswith("Nhiệm vụ cụ thể"))
        header = next(one for one in lines if one.text == "Phân công")
        first = next(one for one in lines if one.text.startswith("Rà soát chỉ tiêu"))
        assert announced.page == header.page == first.page, words
    made = written(an_extract(style, shares), tmp_path)
    lead = next(p for p in made.paragraphs if p.text.startswith("Nhiệm vụ cụ thể"))
    assert lead.paragraph_format.keep_with_next
    header_cells = made.tables[1].rows[0].cells
    assert all(c.paragraphs[0].paragraph_format.keep_with_next for c in header_cells)


@both_styles
def test_recipients_below_a_signature_are_one_piece_with_it(
    style: DocumentStyle, tmp_path: Path
) -> None:
    made = written(STYLES[style](), tmp_path)
    ending = made.tables[-1]
    assert "Nơi nhận:" in [p.text for p in ending.rows[0].cells[0].paragraphs]
    assert ending.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


@both_styles
def test_ruled_tables_stand_between_the_margins(style: DocumentStyle, tmp_path: Path) -> None:
    for report in (a_list(style), an_extract(style)):
        table = written(report, tmp_path).tables[1]
        assert table.alignment is not None
        assert sum(column.width.mm for column in table.columns) == pytest.approx(165, abs=0.5)


@both_styles
@pytest.mark.parametrize("high", [1, 3])  # the last row, and one with others below
def test_a_row_too_high_to_be_moved_is_parted_by_the_page_in_both(
    high: int, style: DocumentStyle, tmp_path: Path
) -> None:
    report = an_extract(style, 4)
    shares = list(report.shares)
    text = " ".join(f"Ý {number}: rà soát, đôn đốc các đơn vị." for number in range(1, 90))
    shares[-high] = replace(shares[-high], title=text)
    report = replace(report, shares=tuple(shares))
    lines = read_pdf.lines(as_pdf(report))
    printed = [one for one in lines if "đôn đốc" in one.text]
    table = written(report, tmp_path).tables[1]
    whole = [
        row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows[1:]
    ]

    assert [number for number, is_whole in enumerate(whole) if not is_whole] == [4 - high]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    goes_on = next(one for one in printed if one.page > printed[0].page)
    assert goes_on.y < 60 * MM
    for page in range(1, goes_on.page):  # none ends early, as if the row were moved
        assert max(one.y for one in lines if one.page == page) > 240 * MM
