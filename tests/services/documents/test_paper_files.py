"""Supplementary minutes name the signed paper and bear the letterhead of their style."""

import unicodedata
from contextlib import closing
from dataclasses import replace

import pytest
from pypdf import PdfReader

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import DocumentType, seal_code
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.services.documents import document_actions, issued_papers, paper_files, signing
from coordapp.services.exports.paper_exports import export_paper
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.queries import attachment_queries, conference_queries, document_queries

HOSTILE = '<b>x</b> & "đ" =1+1\n- dòng hai'


@pytest.fixture
def store(tmp_path):
    write_sample(tmp_path / "mau.db")
    with closing(Store.open(tmp_path / "mau.db")) as opened:
        yield opened


@pytest.fixture
def signed(store):
    found = conference_queries.by_code(store.connection, "HN-2017-01")
    assert found is not None
    return signing.sign(store, found.id)


def supplement(store, signed, style=DocumentStyle.PARTY):
    blank = document_actions.blank(store.connection, DocumentType.SUPPLEMENT, signed.conference_id)
    ready = replace(blank, number=6, issued_on=SAMPLE_DAY, text=HOSTILE, style=style)
    return document_actions.issue(store, ready, SAMPLE_DAY)[0]


@pytest.mark.parametrize(
    ("style", "number"),
    [(DocumentStyle.PARTY, "Số 06-BB/BCĐ"), (DocumentStyle.STATE, "Số: 06/BB-BCĐ")],
)
def test_it_says_which_minutes_it_puts_right(store, signed, tmp_path, style, number):
    paper = supplement(store, signed, style)
    target = paper_files.save_as(store.path, paper, tmp_path / "bổ sung")

    pages = [page.extract_text() for page in PdfReader(target).pages]
    text = unicodedata.normalize("NFC", " ".join(" ".join(pages).split()))
    assert target.suffix == ".pdf"
    assert number in text
    assert "05-BB/BCĐ ngày 29 tháng 12 năm 2017" in text
    assert seal_code(signed.sealed) in text
    assert '<b>x</b> & "đ" =1+1' in text


def test_copies_are_made_apart(store, signed, tmp_path):
    paper = supplement(store, signed)
    copies = [paper_files.copy_out(store.path, paper, tmp_path / "c") for _ in range(2)]
    kept = paper_files.copy_out(store.path, signed, tmp_path / "c")

    assert copies[0] != copies[1]
    assert kept.read_bytes() == attachment_queries.content_of(store.connection, signed.sha256)


def test_a_paper_without_signed_minutes_is_refused(store):
    found = conference_queries.by_code(store.connection, "HN-2017-01")
    assert found is not None
    notice = document_actions.blank(store.connection, DocumentType.NOTICE, found.id)
    paper, _ = document_actions.issue(
        store, replace(notice, number=6, issued_on=SAMPLE_DAY), SAMPLE_DAY
    )

    with pytest.raises(RuleViolation, match="supplement_before_signing"):
        issued_papers.supplement(store.connection, paper.id)


def test_the_minutes_of_a_signed_conference_come_out_as_they_were_signed(store, signed, tmp_path):
    target = tmp_path / "a.pdf"
    asked = PaperRequest(paper=Paper.MINUTES, today=SAMPLE_DAY, conference_code="HN-2017-01")
    export_paper(store.path, asked, target, lambda *_: None)
    same = target.read_bytes()
    export_paper(store.path, replace(asked, style=DocumentStyle.STATE), target, lambda *_: None)

    assert same == attachment_queries.content_of(store.connection, signed.sha256)
    assert target.read_bytes() != same


def test_the_last_notice_is_printed_with_the_number_it_was_given(store, tmp_path):
    found = conference_queries.by_code(store.connection, "HN-2017-01")
    assert found is not None
    notice = document_actions.blank(store.connection, DocumentType.NOTICE, found.id)
    last, _ = document_actions.issue(
        store, replace(notice, number=8, issued_on=SAMPLE_DAY), SAMPLE_DAY
    )
    held = document_queries.of_conference(store.connection, found.id)

    target = paper_files.save_as(store.path, last, tmp_path / "thông báo.pdf")

    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "08-TB/BCĐ" in unicodedata.normalize("NFC", text)
    assert [paper_files.can_print(paper, held) for paper in held] == [False, True]
    assert paper_files.file_name(last) == "Thông báo kết luận 08-TB-BCĐ.pdf"
