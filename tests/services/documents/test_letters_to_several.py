"""A letter to several units: the group by its name where all of it is addressed, else each unit."""

import sqlite3
from dataclasses import replace
from datetime import date

import docx
import pytest

from coordapp.domain.committee.unit_group import UnitGroup
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitGroupId
from coordapp.formats.docx import docx_paper
from coordapp.services.committee import committee_actions, group_actions
from coordapp.services.documents import document_actions, issued_papers, paper_files, urging
from coordapp.store.queries import (
    conference_queries,
    document_queries,
    report_queries,
    unit_queries,
)
from tests.formats import read_pdf

TODAY = date(2018, 3, 31)
NAME = "các hội, đoàn thể tỉnh"
SHORT = ("LĐLĐ", "HND", "Hội CCB")


@pytest.fixture
def units(sample):
    """Make a group of three; give its units in the order of protocol."""
    group = group_actions.add(sample, UnitGroup(id=UnitGroupId(0), name=NAME))
    held = unit_queries.all_units(sample.connection)
    chosen = [unit for unit in held if unit.short_name in SHORT]
    group_actions.set_members(sample, group.id, [unit.id for unit in chosen])
    return chosen


def blank_of(store, unit):
    conference = conference_queries.by_code(store.connection, "HN-2017-01")
    blank = document_actions.blank(store.connection, DocumentType.LETTER, conference.id)
    return replace(blank, unit_id=unit.id, number=9, issued_on=TODAY)


def issue(store, units):
    first, *others = units
    further = [unit.id for unit in others]
    worded = urging.worded(store.connection, blank_of(store, first), TODAY, further)
    paper, _ = document_actions.issue(store, worded, TODAY, further=further)
    return paper


def addressees(store, paper):
    return issued_papers.report_of(store.connection, paper).addressees


def test_pdf_word_and_kept_file_name_the_group_and_stay_as_they_went_out(sample, units, tmp_path):
    paper = issue(sample, units)
    report = issued_papers.report_of(sample.connection, paper)
    saved = paper_files.save_as(sample.path, paper, tmp_path / "thu.pdf").read_bytes()
    docx_paper.write(report, tmp_path / "thu.docx", lambda *_: None)

    said = " ".join(line.text for line in read_pdf.lines(saved))
    assert report.addressees == (NAME,)
    assert f"Kính gửi: {NAME[0].upper()}{NAME[1:]}" in said
    assert any(NAME[1:] in one.text for one in docx.Document(str(tmp_path / "thu.docx")).paragraphs)
    assert not issued_papers.differs(sample.connection, paper)


def test_without_one_of_the_group_each_unit_is_named(sample, units):
    paper = issue(sample, units[:-1])

    assert addressees(sample, paper) == tuple(unit.name for unit in units[:-1])
    assert "các đơn vị còn" in paper.text
    assert all(f". {unit.name}: " in paper.text for unit in units[:-1])


def test_a_report_that_one_unit_owes_is_not_laid_to_the_others(sample, units):
    missing = {
        one for b in report_queries.reports_behind(sample.connection, TODAY) for one in b.missing
    }
    late = [unit for unit in units if unit.id in missing]
    text = issue(sample, units).text

    assert 0 < len(late) < len(units)
    assert "Ngoài ra, các đơn vị chưa gửi đủ 01 báo cáo" in text
    assert f"chưa gửi: {', '.join(unit.name for unit in late)})." in text


def test_whom_a_kept_letter_went_to_is_locked_for_whoever_writes(sample, units):
    paper = issue(sample, units)

    with pytest.raises(RuleViolation, match="unit_in_use"):
        committee_actions.delete_unit(sample, units[-1].id)
    with pytest.raises(RuleViolation, match="issued_is_locked"):
        document_actions.edit(sample, paper, TODAY, further=())
    for told in (
        "delete from letter_unit",
        "update letter_unit set unit_id = 1",
        f"insert into letter_unit (document_id, unit_id) values ({paper.id}, 1)",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="issued_is_locked"):
            sample.connection.execute(told)
    document_actions.edit(sample, replace(paper, number=10), TODAY)

    assert addressees(sample, paper) == (NAME,)


def test_a_letter_written_elsewhere_changes_its_units_and_goes_with_them(sample, units):
    first, second, third = units
    paper, _ = document_actions.issue(
        sample, blank_of(sample, first), TODAY, further=[second.id, first.id, second.id]
    )
    document_actions.edit(sample, paper, TODAY, further=[third.id])
    held = document_queries.further_units(sample.connection, paper.id)
    document_actions.delete(sample, paper.id)
    gone = document_queries.further_units(sample.connection, paper.id)
    sample.undo()

    assert [one.unit_id for one in held] == [third.id]
    assert gone == []
    assert document_queries.further_units(sample.connection, paper.id) == held
