"""Models, their chain, the numbers told of them; proposals and reports due."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.practices.movement import (
    Commendation,
    Movement,
    ensure_commendation,
    ensure_movement,
)
from coordapp.domain.practices.practice import (
    Practice,
    PracticeCount,
    PracticeYear,
    YearState,
    chain,
    compared,
    counts,
    ensure_count,
    ensure_practice,
    replication,
)
from coordapp.domain.practices.report_due import (
    ReceiptState,
    ReportDue,
    ReportReceipt,
    ensure_report,
    receipt_state,
)

FIRST = Practice(id=1, code="MH-2016-001", name="Đường tự quản", unit_id=5)
SECOND = Practice(id=2, code="MH-2017-001", name="Bản sao", unit_id=5, replicated_from_id=1)
HELD = {1: FIRST, 2: SECOND}


def a_year(practice_id: int, year: int, state: YearState) -> PracticeYear:
    return PracticeYear(id=1, practice_id=practice_id, year=year, state=state)


def test_a_chain_leads_to_the_model_it_began_with():
    assert chain(SECOND, HELD) == [SECOND, FIRST]
    assert chain(FIRST, HELD) == [FIRST]


def test_the_whole_chain_is_told_from_its_first_model_down_by_years():
    third = Practice(id=3, code="MH-2018-001", name="Nữa", replicated_from_id=2, started=2018)
    early = Practice(id=4, code="MH-2018-002", name="Sớm", replicated_from_id=1, started=2016)
    later = replace(SECOND, started=2017)
    held = {1: FIRST, 2: later, 3: third, 4: early}
    for one in held.values():
        assert replication(one, held) == [(FIRST, 0), (early, 1), (later, 1), (third, 2)]


def test_a_circle_of_models_is_told_once_and_to_an_end():
    around = {1: replace(FIRST, replicated_from_id=2), 2: SECOND}
    assert sorted(one.id for one, _ in replication(SECOND, around)) == [1, 2]


def test_no_model_is_taken_from_itself_not_even_by_way_of_another():
    around = replace(FIRST, replicated_from_id=2)
    with pytest.raises(RuleViolation, match="replicated_in_circle"):
        ensure_practice(around, HELD | {1: around})
    ensure_practice(SECOND, HELD)


@pytest.mark.parametrize(
    ("given", "code"), [({"name": ""}, "practice_name_missing"), ({"started": 17}, "year_range")]
)
def test_a_model_has_a_name_and_a_year_that_can_be(given, code):
    with pytest.raises(RuleViolation, match=code):
        ensure_practice(replace(FIRST, **given), {})


def test_models_are_counted_by_unit_and_by_what_became_of_them_in_the_year():
    years = [
        a_year(1, 2016, YearState.NEW), a_year(1, 2017, YearState.KEPT),
        a_year(2, 2017, YearState.NEW), a_year(9, 2017, YearState.NEW),
    ]  # fmt: skip

    found = counts(HELD.values(), years, 2017)

    assert found == {5: {YearState.NEW: 1, YearState.KEPT: 1, YearState.ENDED: 0}}


def test_what_a_unit_told_stands_beside_what_the_list_holds():
    told = PracticeCount(id=1, unit_id=5, year=2017, kept=374, new=155)
    listed = {5: {YearState.NEW: 149, YearState.KEPT: 374, YearState.ENDED: 0}}

    kept, new = compared([told], listed)

    assert (kept.missing, new.told, new.listed, new.missing) == (0, 155, 149, 6)
    assert [one.state for one in compared([replace(told, kept=None)], {})] == [YearState.NEW]


@pytest.mark.parametrize(
    ("given", "code"), [({"new": -1}, "count_negative"), ({"year": 1}, "year_range")]
)
def test_no_unit_tells_less_than_none(given, code):
    with pytest.raises(RuleViolation, match=code):
        ensure_count(PracticeCount(id=1, unit_id=5, **({"year": 2017} | given)))


def test_a_movement_has_a_name_and_a_year():
    with pytest.raises(RuleViolation, match="movement_name_missing"):
        ensure_movement(Movement(id=1, code="", name="", year=2018))
    with pytest.raises(RuleViolation, match="year_range"):
        ensure_movement(Movement(id=1, code="", name="Thi đua", year=18))


def test_a_proposal_names_someone_and_comes_before_its_decision():
    proposal = Commendation(
        id=1, movement_id=1, position=1, name="Chi hội", proposed_on=date(2018, 3, 20)
    )
    ensure_commendation(replace(proposal, decided_on=date(2018, 3, 20)))
    with pytest.raises(RuleViolation, match="decided_before_proposed"):
        ensure_commendation(replace(proposal, decided_on=date(2018, 3, 19)))
    with pytest.raises(RuleViolation, match="commended_nobody"):
        ensure_commendation(replace(proposal, name=" "))


def test_a_proposal_is_decided_by_the_number_of_its_decision():
    proposal = Commendation(id=1, movement_id=1, position=1, name="Chi hội")
    assert not replace(proposal, decided_on=date(2018, 3, 20)).is_decided
    assert replace(proposal, decision="12-QĐ").is_decided


DUE = ReportDue(id=1, code="", title="Báo cáo quý", period="2018-Q1", due_on=date(2018, 3, 25))


@pytest.mark.parametrize(
    ("received", "today", "state"),
    [
        (None, date(2018, 3, 25), ReceiptState.WAITED_FOR),
        (None, date(2018, 3, 26), ReceiptState.MISSING),
        (date(2018, 3, 25), date(2018, 3, 31), ReceiptState.ON_TIME),
        (date(2018, 3, 26), date(2018, 3, 31), ReceiptState.LATE),
        # on a past day what came later had not come
        (date(2018, 3, 28), date(2018, 3, 27), ReceiptState.MISSING),
        (date(2018, 3, 24), date(2018, 3, 20), ReceiptState.WAITED_FOR),
    ],
)
def test_where_a_unit_stands_with_a_report_depends_on_the_day(received, today, state):
    receipt = ReportReceipt(id=1, report_due_id=1, unit_id=5, received_on=received)
    assert receipt_state(DUE, receipt, today) is state


def test_a_report_asked_for_has_a_title():
    with pytest.raises(RuleViolation, match="report_title_missing"):
        ensure_report(replace(DUE, title=""))
