"""What goes out under a notice claims a number, a day and an issue only once they are recorded."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.papers import USUAL, Paper, PaperRequest, Section
from coordapp.domain.kernel.changes import Op
from coordapp.formats.pdf import pdf_paper
from coordapp.services.documents import document_actions, issued_papers, letter_reading, urging
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.file.tables import DOCUMENTS
from coordapp.store.queries import conference_queries, unit_queries
from tests.formats import read_pdf

CODE = "HN-2017-01"
GOES_OUT = (Paper.NOTICE, Paper.EXTRACT, Paper.ASSIGNMENT, Paper.INVITATION)
NUMBER = re.compile(r"\b[Ss]ố:? \d{2}[-/](?:TB|GM|CV|BCĐ)")
DAY = re.compile(r"Quảng Ninh, ngày \d|Thông báo số \S+,? ngày \d")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a sample in which nothing went out."""
    write_sample(tmp_path / "mau.db")
    with closing(Store.open(tmp_path / "mau.db")) as opened:
        with opened.write(Op.DELETE_DOCUMENT) as work:
            for paper in DOCUMENTS.where(work.connection):
                work.drop(DOCUMENTS, paper.id)
        yield opened


def said(store: Store, paper: Paper, style: DocumentStyle) -> str:
    request = PaperRequest(
        paper=paper,
        conference_code=CODE,
        today=SAMPLE_DAY,
        style=style,
        unit="HND" if paper is Paper.EXTRACT else "",
        sections=USUAL | {Section.ASSIGNMENT},
    )
    return read_pdf.joined(pdf_paper.build(letter_reading.read(store.connection, request)))


@pytest.mark.parametrize("style", DocumentStyle)
@pytest.mark.parametrize("paper", GOES_OUT)
def test_a_paper_claims_its_number_and_day_only_once_they_are_given(
    store: Store, paper: Paper, style: DocumentStyle
) -> None:
    before = said(store, paper, style)
    conference = conference_queries.by_code(store.connection, CODE)
    assert conference is not None
    type_ = DocumentType.INVITATION if paper is Paper.INVITATION else DocumentType.NOTICE
    blank = document_actions.blank(store.connection, type_, conference.id)
    given = replace(blank, number=8, issued_on=date(2018, 3, 20))
    document_actions.issue(store, given, SAMPLE_DAY)
    after = said(store, paper, style)

    assert (NUMBER.findall(before), DAY.findall(before)) == ([], [])
    assert NUMBER.findall(after)
    assert DAY.findall(after)


def test_a_letter_cites_a_notice_only_once_it_went_out(store: Store) -> None:
    connection = store.connection
    conference = conference_queries.by_code(connection, CODE)
    assert conference is not None
    unit = next(one for one in unit_queries.all_units(connection) if one.short_name == "HND")
    blank = replace(
        document_actions.blank(connection, DocumentType.LETTER, conference.id), unit_id=unit.id
    )

    before = urging.worded(connection, blank, SAMPLE_DAY)
    notice = document_actions.blank(connection, DocumentType.NOTICE, conference.id)
    document_actions.issue(
        store, replace(notice, number=8, issued_on=date(2018, 3, 20)), SAMPLE_DAY
    )
    after = urging.worded(connection, blank, SAMPLE_DAY)
    report = issued_papers.letter_of(connection, before)

    assert "Thông báo số" not in before.text
    assert "08-TB/BCĐ" in after.text
    assert report is not None
    assert NUMBER.findall(read_pdf.joined(pdf_paper.build(report))) == []
