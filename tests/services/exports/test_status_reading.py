"""The status table and the tasks behind its numbers answer one question."""

from datetime import date
from pathlib import Path

import pytest

from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.figures.status import Basis, Grouping, StatusFigure
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.services.exports import status_reading
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import open_reader


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(target)
    return target


@pytest.fixture
def reader(path):
    with open_reader(path) as opened:
        yield opened


@pytest.mark.parametrize("figure", StatusFigure)
@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("basis", Basis)
def test_the_tasks_behind_a_number_are_as_many_as_it_says(reader, figure, grouping, basis):
    question = status_reading.question(reader, SAMPLE_DAY, grouping=grouping, basis=basis)
    total = status_reading.table(reader, question).total

    lines = status_reading.lines(reader, question, total.ids(figure))

    assert len(lines) == total.count(figure)
    assert [line.code for line in lines] == sorted(line.code for line in lines)


def test_a_question_without_a_period_is_of_everything_until_the_day(reader):
    question = status_reading.question(reader, SAMPLE_DAY)

    assert (question.day, question.since) == (SAMPLE_DAY, None)


def test_a_period_begins_after_the_cut_off_of_the_committee(reader):
    question = status_reading.question(reader, date(2018, 3, 31), span=SpanKind.MONTH)

    assert question.since == date(2018, 3, 15)
    assert question.day == date(2018, 3, 31)


def test_a_file_without_a_committee_has_the_usual_cut_off(store):
    assert status_reading.cutoff_day(store.connection) == status_reading.CUTOFF


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_far_from_any_office_has_no_period(reader, day):
    assert status_reading.question(reader, day).day == day
    with pytest.raises(RuleViolation, match="date_impossible"):
        status_reading.question(reader, day, span=SpanKind.YEAR)


def test_a_day_is_compared_with_the_same_day_of_the_year_before(reader):
    question = status_reading.question(reader, SAMPLE_DAY)

    previous = status_reading.table(reader, question).previous

    assert previous.question.day == date(2017, 3, 31)


def test_before_the_first_task_there_is_nothing_to_compare_with(reader):
    question = status_reading.question(reader, date(2017, 2, 1))

    assert status_reading.table(reader, question).previous is None


def test_what_is_overdue_comes_by_its_delay_in_days_and_working_days(reader):
    lines = status_reading.overdue(reader, status_reading.question(reader, SAMPLE_DAY))

    assert [line.days_late for line in lines] == sorted(
        (line.days_late for line in lines), reverse=True
    )
    assert all(0 <= line.working_days_late <= line.days_late for line in lines)
    assert any(line.working_days_late for line in lines)
