"""Forms for superiors are read in one moment, each as of its day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.status import Grouping, StatusFigure
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.services.exports import form_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import open_reader
from coordapp.store.queries import conference_queries

ASKED = FormRequest(as_of=SAMPLE_DAY)


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(target)
    return target


@pytest.fixture
def reader(path):
    with open_reader(path) as opened:
        yield opened


def test_a_form_carries_the_committee_its_day_and_the_head(reader):
    heading = form_reading.heading(reader, ASKED)

    assert heading.as_of == SAMPLE_DAY
    assert heading.style is heading.committee.document_style
    assert form_reading.heading(reader, replace(ASKED, style=DocumentStyle.STATE)).style is (
        DocumentStyle.STATE
    )


def test_a_file_that_is_not_set_up_has_no_forms(store):
    with pytest.raises(StoreError, match="file_empty"):
        form_reading.heading(store.connection, ASKED)


def test_the_lines_behind_a_table_come_only_when_asked_for(reader):
    without = form_reading.status_table(reader, replace(ASKED, sources=False))
    with_them = form_reading.status_table(reader, replace(ASKED, sources=True))

    assert not without.lines
    assert len(with_them.lines) >= with_them.table.total.count(StatusFigure.TOTAL)


def test_what_is_late_comes_by_its_delay(reader):
    delays = [line.days_late for line in form_reading.late(reader, ASKED).lines]

    assert delays == sorted(delays, reverse=True)
    assert all(delays)


def test_a_period_is_asked_for_up_to_the_day(reader):
    question = form_reading.question_of(reader, replace(ASKED, span=SpanKind.QUARTER))

    assert question.since is not None
    assert question.since <= question.day <= SAMPLE_DAY


def test_attendance_is_that_of_the_year_up_to_the_day(reader):
    this_year = form_reading.attendance(reader, ASKED)
    before = form_reading.attendance(reader, replace(ASKED, as_of=date(2017, 12, 31)))

    assert this_year.year == 2018
    assert all(item.held_on.year == 2017 for item in before.conferences)
    assert before.members
    assert all(len(member.marks) == len(before.conferences) for member in before.members)


def test_conclusions_of_later_conferences_are_not_among_those_of_a_day(reader):
    first = min(item.held_on for item in conference_queries.find(reader) if item.held_on)

    held = form_reading.conclusions(reader, replace(ASKED, as_of=first))
    before = form_reading.conclusions(reader, replace(ASKED, as_of=first - timedelta(1)))

    assert len(held.parts) == 1
    assert before.parts == ()


def test_only_the_conclusions_asked_for_are_written(reader):
    everything = [
        line for _, lines in form_reading.conclusions(reader, ASKED).parts for line in lines
    ]
    wanted = everything[2].id

    chosen = form_reading.conclusions(reader, ASKED, only=[wanted])

    assert [line.id for _, lines in chosen.parts for line in lines] == [wanted]


@pytest.mark.parametrize("grouping", Grouping)
def test_a_register_in_parts_lists_every_task_once(reader, grouping):
    parts = form_reading.grouped(reader, replace(ASKED, grouping=grouping)).parts
    codes = [row.code for _, rows in parts for row in rows]

    assert len(codes) == len(set(codes)) > 20


def test_a_task_is_told_with_all_that_happened_to_it(reader):
    told = form_reading.task(reader, "NV-2018-017", ASKED)

    assert dict(told.facts)["Mã nhiệm vụ"] == "NV-2018-017"
    assert told.extensions
    assert told.history
    assert all(words for _, words in told.facts)


def test_a_task_nobody_knows_is_refused(reader):
    with pytest.raises(RuleViolation, match="unknown_task"):
        form_reading.task(reader, "NV-1900-001", ASKED)
