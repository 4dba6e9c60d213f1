"""Every paper of a conference of 60 participants, 40 speeches, 30 conclusions and 20 units."""

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from docx import Document
from docx.oxml.ns import qn

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents import form_check
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.formats.docx import docx_paper
from coordapp.formats.papers.blocks import Ending, PaperTable
from coordapp.formats.papers.composition import composed
from coordapp.formats.pdf import pdf_paper
from coordapp.services.conclusions import assignment_actions
from coordapp.services.conferences import planning
from coordapp.services.documents import form_checks, letter_reading
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from tests.formats import read_pdf
from tests.large_conference import (
    CONCLUSION_COUNT,
    PARTICIPANTS,
    SPEECH_COUNT,
    add_conference,
    conclusion_text,
    every_cell,
    gist,
    name,
)

pytestmark = pytest.mark.timeout(120)
each_paper = pytest.mark.parametrize("paper", Paper, ids=lambda paper: paper.value)
both_styles = pytest.mark.parametrize("style", DocumentStyle, ids=lambda style: style.value)
_LONG = 120  # letters in a narrow cell: six centimetres
_NUMBER_LINE = 20 * read_pdf.MM  # page numbers stand above this
_NAMES = [name(number) for number in range(1, PARTICIPANTS + 1)]
_CONCLUSIONS = [conclusion_text(number) for number in range(1, CONCLUSION_COUNT + 1)]
_SPEECHES = [gist(number) for number in range(1, SPEECH_COUNT + 1)]
_SAID = {
    Paper.MINUTES: [*_SPEECHES, *_CONCLUSIONS],
    Paper.NOTICE: _CONCLUSIONS,
    Paper.INVITATION: _NAMES,
    Paper.PARTICIPANTS: _NAMES,
    Paper.SIGN_IN: _NAMES,
    Paper.EXTRACT: _CONCLUSIONS,
    Paper.ASSIGNMENT: _CONCLUSIONS,
    Paper.REVIEW: _CONCLUSIONS,
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Give a function that reads a paper and lays it out, each once."""
    path = tmp_path_factory.mktemp("large") / "so.db"
    write_sample(path)
    store = Store.open(path)
    held = add_conference(store)
    assignment_actions.assign(store, every_cell(store, held), SAMPLE_DAY)
    draft = planning.FollowingDraft(source_id=held.id, title="Kỳ sau", held_on=date(2018, 6, 29))
    after = planning.clone(store, draft, SAMPLE_DAY)
    made = {}

    def give(paper, style):
        if (paper, style) not in made:
            code = after.code if paper is Paper.REVIEW else held.code
            unit = "HND" if paper is Paper.EXTRACT else ""
            request = PaperRequest(
                paper=paper, today=SAMPLE_DAY, conference_code=code, style=style, unit=unit
            )
            report = letter_reading.read(store.connection, request)
            made[paper, style] = SimpleNamespace(
                path=path, request=request, report=report, data=pdf_paper.build(report)
            )
        return made[paper, style]

    yield give
    store.close()


@each_paper
@both_styles
def test_every_name_and_every_text_is_printed_in_order(printed, paper, style):
    made = printed(paper, style)

    assert_in_order(_without_heads(read_pdf.joined(made.data), made.report), _SAID[paper])


@each_paper
@both_styles
def test_a_table_that_goes_on_repeats_its_header_on_top_of_the_page(printed, paper, style):
    made = printed(paper, style)
    found = read_pdf.lines(made.data)

    for titles in _heads(made.report):
        pages = sorted({one.page for one in found if one.text == titles[1]})
        assert pages == list(range(pages[0], pages[-1] + 1))
        for page in pages[1:]:
            top = min(
                (one for one in found if one.page == page and one.y > _NUMBER_LINE),
                key=lambda one: (one.y, one.x),
            )
            assert top.text in {word for title in titles for word in (title, *title.split())}


@pytest.mark.parametrize(
    "paper",
    [Paper.INVITATION, Paper.PARTICIPANTS, Paper.SIGN_IN, Paper.EXTRACT, Paper.ASSIGNMENT, Paper.REVIEW],
    ids=lambda paper: paper.value,
)  # fmt: skip
@both_styles
def test_a_long_table_is_split_over_pages(printed, paper, style):
    made = printed(paper, style)
    (titles,) = _heads(made.report)

    assert len({one.page for one in read_pdf.lines(made.data) if one.text == titles[1]}) > 2


@each_paper
@both_styles
def test_a_signature_has_what_it_signs_on_its_page(printed, paper, style):
    made = printed(paper, style)
    found = read_pdf.lines(made.data)
    heads = {title for titles in _heads(made.report) for title in titles}

    endings = _endings(made.report)
    assert endings or paper in (
        Paper.ASSIGNMENT,
        Paper.REVIEW,
    )  # annexes are signed with the letter
    for ending in endings:
        post = [one for one in found if one.text == ending.right.posts[0]][-1]
        above = [
            one
            for one in found
            if one.page == post.page and _NUMBER_LINE < one.y < post.y - 1 and one.text not in heads
        ]
        assert len(above) >= 2


@each_paper
@both_styles
def test_nothing_stands_outside_the_page(printed, paper, style):
    made = printed(paper, style)
    wide = {
        number: float(page.mediabox.width)
        for number, page in enumerate(read_pdf.opened(made.data).pages, start=1)
    }

    for one in read_pdf.lines(made.data):
        assert 29.9 * read_pdf.MM < one.x < one.end < wide[one.page] - 14.9 * read_pdf.MM


@each_paper
@both_styles
def test_the_word_file_says_the_same_in_the_same_order(printed, paper, style, tmp_path):
    made = printed(paper, style)
    docx_paper.write(made.report, tmp_path / "a.docx", lambda _done, _total: None)
    word = Document(str(tmp_path / "a.docx"))
    said = " ".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in word.element.body.iter(qn("w:p"))
    )

    assert_in_order(" ".join(said.split()), _SAID[paper])
    ruled = [
        table
        for table in word.tables
        if table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    ]
    assert len(ruled) == len(_heads(made.report))
    for table in ruled:
        rows = table._tbl.findall(qn("w:tr"))
        assert all(
            row.find(f".//{qn('w:cantSplit')}") is not None or _is_high(row) for row in rows[1:]
        )


def _is_high(row) -> bool:
    """Tell whether a row is so high that it may go on where a page ends."""
    texts = ("".join(cell.itertext()) for cell in row.iter(qn("w:tc")))
    return max(map(len, texts)) > _LONG


@both_styles
def test_the_form_check_finds_no_signature_alone(printed, style):
    made = printed(Paper.MINUTES, style)

    found = form_checks.check(made.path, made.request, lambda _done, _total: None)

    assert form_check.lone_signature() not in found


def assert_in_order(said, texts):
    places = []
    for text in texts:
        assert text in said, text
        places.append(said.index(text, places[-1] if places else 0))
    assert all(before < after for before, after in pairwise(places))


def _heads(report):
    return [
        [column.title for column in block.columns]
        for sheet in composed(report).sheets
        for block in sheet.blocks
        if isinstance(block, PaperTable)
    ]


def _endings(report):
    return [
        block
        for sheet in composed(report).sheets
        for block in sheet.blocks
        if isinstance(block, Ending)
    ]


def _without_heads(said, report):
    """Leave out the headers of tables, which may stand between two lines of one row."""
    for titles in _heads(report):
        said = said.replace(" ".join(titles) + " ", "")
    return said
