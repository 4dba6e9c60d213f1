"""What a letter that urges a unit proposes to say: its open tasks and the reports it owes."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.kernel.ids import DocumentId
from coordapp.domain.tasks.task import WorkState
from coordapp.services.documents import urging
from coordapp.services.practices import report_due_actions
from coordapp.services.tasks import task_actions
from coordapp.store.file.tables import REPORTS_DUE
from coordapp.store.queries import conference_queries, report_queries, task_queries, unit_queries

TODAY = date(2018, 3, 31)


@pytest.fixture
def letter(sample):
    """Give the proposed words for a unit by its short name."""
    conference = conference_queries.by_code(sample.connection, "HN-2017-01")

    def worded(short_name, day=TODAY):
        units = unit_queries.all_units(sample.connection)
        unit = next(one for one in units if one.short_name == short_name)
        paper = Document(
            id=DocumentId(0), type=DocumentType.LETTER, style=DocumentStyle.PARTY,
            conference_id=conference.id,
            unit_id=unit.id,
        )  # fmt: skip
        return urging.worded(sample.connection, paper, day).text

    return worded


def close_tasks(store, short_name):
    """Cancel what a unit still has to do."""
    units = {one.short_name: one.id for one in unit_queries.all_units(store.connection)}
    for task in task_queries.of_conference(store.connection, 1):
        if task.lead_unit_id == units[short_name] and not task.is_closed:
            task_actions.set_work_state(store, task.id, WorkState.CANCELLED, TODAY)


def test_a_unit_that_owes_a_report_is_asked_for_it_behind_its_tasks(sample, letter):
    report = report_queries.all_reports_due(sample.connection)[0]
    report_due_actions.edit(sample, replace(report, paper="Công văn số 12-CV/BDVTU"))

    lines = letter("LĐLĐ").splitlines()

    at = lines.index("Ngoài ra, đơn vị chưa gửi 01 báo cáo đã đến hạn:")
    assert lines[at + 1] == (
        "1. Báo cáo kết quả quý I năm 2018 theo Công văn số 12-CV/BDVTU "
        "(hạn gửi: 25/3/2018, quá hạn 6 ngày)."
    )
    assert "gửi ngay các báo cáo còn thiếu; báo cáo kết quả bằng văn bản" in lines[-1]


def test_a_unit_that_sent_its_report_however_late_is_not_asked_for_it(letter):
    text = letter("MTTQ")
    assert "nhiệm vụ chưa hoàn thành" in text
    assert "báo cáo còn thiếu" not in text


def test_a_report_is_not_asked_for_on_its_day(letter):
    assert "báo cáo còn thiếu" not in letter("LĐLĐ", date(2018, 3, 25))


def test_the_letter_names_exactly_the_units_that_the_first_page_counts(sample, letter):
    (behind,) = report_queries.reports_behind(sample.connection, TODAY)
    units = unit_queries.all_units(sample.connection)
    asked = {one.id for one in units if "báo cáo đã đến hạn" in letter(one.short_name)}
    assert asked == set(behind.missing)


def test_without_tasks_the_letter_is_about_the_reports_alone(sample, letter):
    close_tasks(sample, "LĐLĐ")

    first, _report, wish = letter("LĐLĐ").splitlines()

    assert first.endswith("Liên đoàn Lao động tỉnh chưa gửi 01 báo cáo đã đến hạn:")
    assert "tính đến ngày 31/3/2018" in first
    assert "gửi ngay các báo cáo còn thiếu" in wish
    assert "nhiệm vụ" not in wish


def test_a_unit_that_owes_nothing_gets_no_words(sample, letter):
    close_tasks(sample, "LĐLĐ")
    report = REPORTS_DUE.where(sample.connection)[0]
    report_due_actions.delete(sample, report.id)
    assert letter("LĐLĐ") == ""
