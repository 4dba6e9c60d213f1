"""What the actions on models and reports do to the file, and what was known on a past day."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from coordapp.domain.importing.workbook import Sheet, Workbook
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.practices.practice import Practice, YearState
from coordapp.services.committee import committee_actions
from coordapp.services.importing import case_import
from coordapp.services.practices import movement_actions, practice_actions, report_due_actions
from coordapp.services.programmes import case_records
from coordapp.store.file.case_tables import COMMENDATIONS, PRACTICES
from coordapp.store.queries import practice_queries, report_queries
from tests.build import a_unit
from tests.founding import set_up
from tests.services.case_actions import (
    a_commendation,
    a_count,
    a_movement,
    a_practice,
    a_report,
    a_year,
)

TODAY = date(2018, 3, 31)


@pytest.fixture
def practice(store):
    set_up(store)
    return practice_actions.add(store, a_practice(), TODAY)


def test_a_model_with_a_first_year_was_new_in_it(store, practice):
    (year,) = practice_queries.years(store.connection, practice.id)
    assert (year.year, year.state) == (2016, YearState.NEW)


def test_a_first_year_that_is_said_later_counts_as_one_said_at_once(store, practice):
    late = practice_actions.add(store, replace(practice, id=0, started=None), TODAY)
    assert practice_queries.years(store.connection, late.id) == []

    practice_actions.edit(store, replace(late, started=2017))
    practice_actions.edit(store, replace(late, started=2016))

    years = practice_queries.years(store.connection, late.id)
    assert [(one.year, one.state) for one in years] == [(2017, YearState.NEW)]


def test_a_year_of_a_model_and_of_a_unit_is_told_once(store, practice):
    with pytest.raises(RuleViolation, match="year_state_repeated"):
        practice_actions.add_year(store, a_year(practice, 2016))
    unit = committee_actions.add_unit(store, a_unit())
    practice_actions.add_count(store, a_count(unit.id))
    with pytest.raises(RuleViolation, match="count_repeated"):
        practice_actions.add_count(store, a_count(unit.id))


def test_what_was_taken_from_a_deleted_model_stays(store, practice):
    replica = practice_actions.add(store, a_practice(replicated_from_id=practice.id), TODAY)
    movement = movement_actions.add(store, a_movement())
    proposal = movement_actions.add_commendation(store, a_commendation(movement, practice))

    practice_actions.delete(store, practice.id)

    assert PRACTICES.get(store.connection, replica.id).replicated_from_id is None
    assert COMMENDATIONS.get(store.connection, proposal.id).practice_id is None


def test_a_report_is_asked_of_somebody_each_once(store):
    set_up(store)
    unit = committee_actions.add_unit(store, a_unit())
    with pytest.raises(RuleViolation, match="report_of_nobody"):
        report_due_actions.ask(store, a_report(), [])

    report = report_due_actions.ask(store, a_report(), [unit.id, unit.id])

    assert len(report_queries.receipts(store.connection, report.id)) == 1


def test_a_list_of_models_comes_in_and_what_it_leaves_empty_stays(store, practice):
    rows = [
        ["TT", "Tên mô hình", "Năm xây dựng", "Lĩnh vực", "Tình trạng"],
        [1, "Tuyến đường tự quản", 2016, "Văn hóa - xã hội", ""],
        [2, "Mô hình mới", 2018, "Kinh tế", "Mới"],
        [3, "Mô hình lạ", "hai nghìn", "Kinh tế", ""],
        [4, "Mô hình khác", 2018, "", "còn treo"],
    ]
    kind = case_import.KINDS["practices"]
    table = case_import.find(Workbook(sheets=(Sheet(name="Bảng", rows=rows),)), kind)

    read = case_import.apply(store, table, kind, TODAY)

    assert [(row.outcome.value, row.reason) for row in read] == [
        ("changed", ""), ("new", ""), ("rejected", "year_unreadable"), ("rejected", "word_unknown"),
    ]  # fmt: skip
    assert PRACTICES.get(store.connection, practice.id).field == "Văn hóa - xã hội"
    assert [one.name for one in practice_queries.all_practices(store.connection)] == [
        "Tuyến đường tự quản", "Mô hình mới",
    ]  # fmt: skip


def test_a_past_day_knows_what_was_so_by_then(store):
    set_up(store)
    store.use_clock(lambda: datetime(2018, 1, 10, 9))
    first = practice_actions.add(store, a_practice(name="Trước", started=2016), date(2018, 1, 10))
    store.use_clock(lambda: datetime(2018, 6, 10, 9))
    practice_actions.edit(store, Practice(
        id=first.id, code=first.code, name="Sau", started=2016,
    ))  # fmt: skip
    practice_actions.add(store, a_practice(name="Năm sau", started=2019), date(2018, 6, 10))
    practice_actions.add_year(store, a_year(first, 2019))

    def names(day: date | None) -> list[str]:
        return [row.practice.name for row in case_records.practice_rows(store.connection, day)]

    assert names(date(2018, 3, 31)) == ["Trước"]
    assert names(None) == ["Sau", "Năm sau"]
    (row,) = case_records.practice_rows(store.connection, date(2018, 3, 31))
    assert (row.new_in, row.kept_in) == (2016, ())
