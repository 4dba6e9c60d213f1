"""An extract goes out under the number of its notice, or as a copy with its own: as chosen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coordapp.domain.committee.committee import DocumentStyle, ExtractForm
from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.documents.letter_contents import ExtractReport
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.formats.pdf import pdf_paper
from coordapp.services.committee import committee_actions
from coordapp.services.documents import document_actions, letter_reading
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.queries import committee_queries, conference_queries, unit_queries
from tests.formats import read_pdf

ASKED = PaperRequest(
    paper=Paper.EXTRACT, conference_code="HN-2017-01", today=SAMPLE_DAY, unit="HND"
)


@pytest.fixture
def store(tmp_path: Path):
    write_sample(tmp_path / "mau.sodp")
    opened = Store.open(tmp_path / "mau.sodp")
    yield opened
    opened.close()


def choose(store: Store, form: ExtractForm) -> None:
    body = committee_queries.get(store.connection)
    committee_actions.edit_committee(store, replace(body, extract_form=form))


def extract(store: Store, **asked) -> ExtractReport:
    report = letter_reading.read(store.connection, replace(ASKED, **asked))
    assert isinstance(report, ExtractReport)
    return report


def said(report: ExtractReport) -> str:
    return read_pdf.joined(pdf_paper.build(report))


def drafted(store: Store) -> Document:
    conference = conference_queries.by_code(store.connection, "HN-2017-01")
    assert conference is not None
    unit = next(u for u in unit_queries.all_units(store.connection) if u.short_name == "HND")
    blank = document_actions.blank(store.connection, DocumentType.EXTRACT, conference.id)
    return replace(blank, unit_id=unit.id)


def test_without_a_choice_an_extract_bears_the_number_of_the_notice(store):
    assert document_actions.propose(store.connection, drafted(store), SAMPLE_DAY).of_notice
    text = said(extract(store))
    assert "TRÍCH THÔNG BÁO" in text
    assert "05-TB/BCĐ" in text


@pytest.mark.parametrize(
    ("style", "about", "number"),
    [
        (DocumentStyle.PARTY, "thông báo số 05-TB/BCĐ, ngày 05/01/2018 của", "-TrS/BCĐ"),
        (DocumentStyle.STATE, "Thông báo số 05/TB-BCĐ ngày 05 tháng 01 năm 2018", "/TrS-BCĐ"),
    ],
    ids=["party", "state"],
)
def test_a_copy_cites_the_notice_and_has_room_for_its_own_number(store, style, about, number):
    choose(store, ExtractForm.COPY)

    text = " ".join(said(extract(store, style=style)).replace("\u00a0", " ").split())

    assert "TRÍCH SAO" in text
    assert about in text
    assert number in text
    assert "Trích sao gửi Hội Nông dân tỉnh" in text
    # nobody has given it a number or a day
    assert "ngày …… tháng …… năm" in text


def test_a_copy_takes_the_next_number_of_its_own_run_and_keeps_it(store):
    choose(store, ExtractForm.COPY)
    paper = drafted(store)

    proposal = document_actions.propose(store.connection, paper, SAMPLE_DAY)
    assert (proposal.number, proposal.symbol, proposal.of_notice) == (1, "01-TrS/BCĐ", False)
    document_actions.issue(store, replace(paper, number=1, issued_on=date(2018, 1, 8)), SAMPLE_DAY)

    text = said(extract(store)).replace("\u00a0", " ")
    assert "Số 01-TrS/BCĐ" in text
    assert "ngày 08 tháng 01 năm 2018" in text
    again = document_actions.propose(store.connection, paper, SAMPLE_DAY)
    assert again.number == 2


def test_an_extract_that_went_out_under_the_notice_stays_so(store):
    paper = drafted(store)
    known = document_actions.propose(store.connection, paper, SAMPLE_DAY)
    issued = replace(paper, number=known.number, symbol=known.symbol, issued_on=date(2018, 1, 5))
    document_actions.issue(store, issued, SAMPLE_DAY)

    choose(store, ExtractForm.COPY)

    assert "TRÍCH THÔNG BÁO" in said(extract(store))
