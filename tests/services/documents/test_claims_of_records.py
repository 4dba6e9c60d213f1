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
from coordapp.domain.figures.status import Grouping
from coordapp.domain.kernel.changes import Op
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import CLOSED, WorkState
from coordapp.formats.papers import desk_papers
from coordapp.formats.pdf import pdf_paper
from coordapp.services.documents import (
    document_actions,
    issued_papers,
    letter_reading,
    paper_reading,
    urging,
)
from coordapp.services.exports import desk_reading, form_reading
from coordapp.services.exports.desk_reading import DeskRequest
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.summaries import summary_reading
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.services.tasks import task_actions
from coordapp.store import Store
from coordapp.store.file.tables import DOCUMENTS
from coordapp.store.queries import conference_queries, task_queries, unit_queries
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


def issue_notice(store: Store) -> None:
    conference = conference_queries.by_code(store.connection, CODE)
    assert conference is not None
    blank = document_actions.blank(store.connection, DocumentType.NOTICE, conference.id)
    given = replace(blank, number=8, issued_on=date(2018, 3, 20))
    document_actions.issue(store, given, SAMPLE_DAY)


def sources(store: Store) -> list[str]:
    """Give what the tables for superiors write as the paper that gave each task."""
    asked = FormRequest(as_of=SAMPLE_DAY, grouping=Grouping.SOURCE)
    connection = store.connection
    register = paper_reading.register(connection, TaskQuery(), SAMPLE_DAY)
    return [
        *(row.source for row in register.rows),
        *(name for name, _ in form_reading.grouped(connection, asked).parts),
        *(line.source for line in form_reading.late(connection, asked).lines),
        *(row.group.name for row in form_reading.status_table(connection, asked).table.rows),
    ]


def test_tables_cite_a_notice_only_once_it_went_out(store: Store) -> None:
    of_notice = "Thông báo số 08-TB/BCĐ ngày 20/3/2018 (kết luận 1)"
    before = sources(store)
    issue_notice(store)
    after = sources(store)

    assert [text for text in before if NUMBER.search(text)] == []
    assert any(text.startswith("Kết luận 1, Hội nghị tổng kết") for text in before)
    assert after.count(of_notice) > 2
    assert not any(text.startswith("Kết luận 1, Hội nghị tổng kết") for text in after)


def test_a_review_report_counts_the_papers_that_went_out(store: Store) -> None:
    asked = SummaryRequest(since=date(2018, 1, 1), until=SAMPLE_DAY, today=SAMPLE_DAY)

    before = read_pdf.joined(pdf_paper.build(summary_reading.read(store.connection, asked)))
    issue_notice(store)
    after = read_pdf.joined(pdf_paper.build(summary_reading.read(store.connection, asked)))

    assert "Đã gửi đi" not in before
    assert "Đã gửi đi 01 văn bản có số và ngày" in after


def test_a_slip_and_an_agenda_tell_of_a_task_only_while_it_is_open(store: Store) -> None:
    asked = [DeskRequest(as_of=SAMPLE_DAY, name="HND", style=style) for style in DocumentStyle]

    def told() -> str:
        papers = [desk_papers.slip(desk_reading.slip(store.connection, one)) for one in asked]
        papers += [desk_papers.week(desk_reading.week(store.connection, one)) for one in asked]
        return " ".join(read_pdf.joined(pdf_paper.laid_out(paper).data) for paper in papers)

    before = told()
    for row in task_queries.find(store.connection, TaskQuery(), SAMPLE_DAY):
        if row.task.work_state not in CLOSED and not row.children:
            task_actions.set_work_state(store, row.id, WorkState.CANCELLED, SAMPLE_DAY)
    after = told()

    assert "Quá hạn" in before
    assert "NV-2018-017" in before
    assert "NV-" not in after
    assert "thực hiện các nhiệm vụ" not in after
    assert "Không có nhiệm vụ quá hạn" in after


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
