"""The slip of reminders and the agenda of a week, from the sample to the page."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.desk_contents import EntryKind, SlipFor
from coordapp.domain.figures.overview import count
from coordapp.domain.kernel.errors import DocumentError, RuleViolation
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import DeadlineState, WorkState
from coordapp.formats.papers import desk_papers
from coordapp.formats.pdf import pdf_paper
from coordapp.services.exports import desk_exports, desk_reading
from coordapp.services.exports.desk_reading import DeskRequest
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import open_reader
from coordapp.store.queries import overview_queries, task_queries, unit_queries
from tests.formats import read_pdf

WEEK = DeskRequest(as_of=SAMPLE_DAY)
SLIP = DeskRequest(as_of=SAMPLE_DAY, name="HND")


def step(_done: int, _total: int) -> None:
    """Go on."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "mau.sodp"
    write_sample(path)
    return path


@pytest.mark.parametrize("style", DocumentStyle)
def test_the_slip_is_the_one_agreed_on(sample, golden, style):
    with open_reader(sample) as reader:
        report = desk_reading.slip(reader, replace(SLIP, style=style))
    data = pdf_paper.laid_out(desk_papers.slip(report)).data

    golden(f"slip_{style.value}.txt", read_pdf.layout(data))


@pytest.mark.parametrize("style", DocumentStyle)
def test_the_week_is_the_one_agreed_on(sample, golden, style):
    with open_reader(sample) as reader:
        report = desk_reading.week(reader, replace(WEEK, style=style))
    data = pdf_paper.laid_out(desk_papers.week(report)).data

    golden(f"week_{style.value}.txt", read_pdf.layout(data))


def test_slips_of_all_units_hold_each_pressing_task_as_the_register_counts_it(sample):
    with open_reader(sample) as reader:
        tasks = overview_queries.task_figures(reader, SAMPLE_DAY)
        # what waits for the office itself is nothing to remind a unit of
        theirs = [one for one in tasks if one.work_state is not WorkState.AWAITING_CONFIRMATION]
        figures = count(theirs, unit_queries.all_units(reader), SAMPLE_DAY)
        asked = desk_reading.addressees(reader, SAMPLE_DAY)
        slips = [
            desk_reading.slip(reader, replace(SLIP, whom=kind, name=name))
            for kind, name, _ in asked
        ]

    told = {row.task.code: row.deadline for one in slips for row in one.rows}
    assert sum(state is DeadlineState.OVERDUE for state in told.values()) == figures.overdue
    assert sum(state is DeadlineState.DUE_SOON for state in told.values()) == figures.due_soon
    assert all(one.rows or one.reports for one in slips)


def test_the_week_holds_the_conferences_and_open_deadlines_of_its_days_and_no_others(sample):
    with open_reader(sample) as reader:
        report = desk_reading.week(reader, WEEK)
        rows = task_queries.find(reader, TaskQuery(), SAMPLE_DAY)

    first, last = report.first, date.fromordinal(report.first.toordinal() + 6)
    due = {
        row.task.code
        for row in rows
        if row.deadline in (DeadlineState.OVERDUE, DeadlineState.DUE_SOON, DeadlineState.IN_TIME)
        and not row.children
        and row.task.due is not None
        and first <= row.task.due <= last
    }
    told = [one for one in report.entries if one.kind is EntryKind.DEADLINE]
    assert set("; ".join(one.note for one in told).split("; ")) == due
    assert all(first <= one.day <= last for one in report.entries)


def test_another_week_is_told_as_of_the_same_day(sample):
    with open_reader(sample) as reader:
        report = desk_reading.week(reader, replace(WEEK, week=date(2018, 4, 4)))

    assert report.first == date(2018, 4, 2)
    assert report.heading.as_of == SAMPLE_DAY


@pytest.mark.parametrize("style", DocumentStyle)
@pytest.mark.parametrize("write", [desk_exports.export_slip, desk_exports.export_week])
def test_word_says_what_the_pdf_says(sample, tmp_path, write, style):
    asked = replace(SLIP, style=style)
    write(sample, asked, tmp_path / "a.pdf", step)
    write(sample, asked, tmp_path / "a.docx", step)

    made = Document(str(tmp_path / "a.docx"))
    told = {p.text for t in made.tables for row in t.rows for c in row.cells for p in c.paragraphs}
    said = " ".join(text for text in (*told, *(p.text for p in made.paragraphs)))
    printed = read_pdf.joined((tmp_path / "a.pdf").read_bytes())
    assert set(said.split()) == set(printed.split())


def test_a_slip_without_anything_to_remind_of_says_so(sample):
    asked = replace(SLIP, whom=SlipFor.PERSON, name="Không Ai")
    with open_reader(sample) as reader:
        report = desk_reading.slip(reader, asked)
    said = read_pdf.joined(pdf_paper.laid_out(desk_papers.slip(report)).data)

    assert "Không có nhiệm vụ quá hạn" in said
    assert not re.search(r"nhắc Không Ai|Nhiệm vụ quá hạn: ", said)


def test_what_is_not_there_is_refused(sample, tmp_path):
    with pytest.raises(RuleViolation, match="unknown_unit"):
        desk_exports.export_slip(sample, replace(SLIP, name="zzz"), tmp_path / "a.pdf", step)
    with pytest.raises(DocumentError, match="bad_extension"):
        desk_exports.export_week(sample, WEEK, tmp_path / "a.xlsx", step)
    assert list(tmp_path.iterdir()) == []
