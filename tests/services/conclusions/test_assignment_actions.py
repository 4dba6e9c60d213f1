"""Giving conclusions to units: nothing is doubled, nothing that has begun goes."""

from datetime import date, datetime

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.assignment import CellChange, Role, Terms
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.messages import sentence
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import period_actions, task_actions
from coordapp.services.tasks.task_actions import ReportDraft
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import assignment_queries, conference_queries, task_queries
from tests.build import a_conclusion, a_conference, a_unit, fan_out, issue_notice
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
LEAD, HELP = Role.LEAD, Role.COORDINATE
HND, TD, CCB, BDV = 1, 2, 3, 4


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(opened)
    for place, name in enumerate(("HND", "TĐ", "CCB", "BDV"), start=1):
        committee_actions.add_unit(opened, a_unit(name=name, short_name=name, position=place))
    yield opened
    opened.close()


@pytest.fixture
def conference(store):
    held = conference_actions.add(store, a_conference(code=""), TODAY)
    issue_notice(store, held, TODAY)
    return held


@pytest.fixture
def one(store, conference):
    return conclusion_actions.add(store, a_conclusion(conference_id=conference.id, number=0))


def cells(conclusion, roles, **terms):
    return [
        CellChange(matter_id=conclusion.id, unit_id=unit, role=role, terms=Terms(**terms))
        for unit, role in roles.items()
    ]


def give(store, conclusion, roles, **terms):
    return assignment_actions.assign(store, cells(conclusion, roles, **terms), TODAY)


def roles(store, conclusion):
    rows = assignment_queries.matrix(store.connection, conclusion.conference_id)
    return next(row.roles() for row in rows if row.matter.id == conclusion.id)


def given(store, conclusion):
    return task_queries.of_conclusion(store.connection, conclusion.id)


def coordinators(store, task):
    return [part.unit_id for part in task_queries.coordinations(store.connection, task.id)]


def report(store, task, unit_id, state=WorkState.IN_PROGRESS):
    draft = ReportDraft(happened_on=TODAY, unit_id=unit_id, state=state, result="Đã họp")
    task_actions.report_progress(store, task.id, draft)


def refusal(store, conclusion, wanted):
    before = (given(store, conclusion), roles(store, conclusion))
    with pytest.raises(RuleViolation) as refused:
        give(store, conclusion, wanted)
    assert (given(store, conclusion), roles(store, conclusion)) == before
    assert sentence(refused.value)
    return refused.value.code


def test_one_unit_that_leads_has_one_task_and_the_others_coordinate_in_it(store, one):
    (task,) = give(store, one, {TD: HELP, HND: LEAD, CCB: HELP})

    assert (task.lead_unit_id, task.parent_id) == (HND, None)
    assert coordinators(store, task) == [TD, CCB]
    assert roles(store, one) == {HND: LEAD, TD: HELP, CCB: HELP}


def test_several_have_a_child_each_and_coordinating_units_help_every_one(store, one):
    parent, first, second = give(store, one, {HND: LEAD, TD: LEAD, CCB: HELP})

    assert parent.lead_unit_id is None
    assert [first.parent_id, second.parent_id] == [parent.id] * 2
    assert coordinators(store, parent) == []
    assert coordinators(store, first) == coordinators(store, second) == [CCB]


def test_the_whole_matrix_is_one_step(store, conference, one):
    other = conclusion_actions.add(store, a_conclusion(conference_id=conference.id, number=0))
    changes = [*cells(one, {HND: LEAD, TD: LEAD}), *cells(other, {CCB: LEAD, HND: HELP})]

    assignment_actions.assign(store, changes, TODAY)
    undone = store.undo()

    assert undone is Op.ASSIGN_CONCLUSIONS
    assert TASKS.where(store.connection) == []


def test_tasks_are_drafts_until_the_notice_is_issued(store):
    waiting = conference_actions.add(store, a_conference(code=""), TODAY)
    item = conclusion_actions.add(store, a_conclusion(conference_id=waiting.id, number=0))

    made = give(store, item, {HND: LEAD, TD: LEAD})

    assert [(task.work_state, task.assigned_on) for task in made] == [(WorkState.DRAFT, None)] * 3


def test_a_unit_that_has_it_already_gets_nothing_more(store, one):
    give(store, one, {HND: LEAD})

    made = give(store, one, {HND: LEAD, TD: HELP})

    assert made == []
    assert len(given(store, one)) == 1
    assert roles(store, one) == {HND: LEAD, TD: HELP}


def test_a_second_leading_unit_comes_beside_the_first_under_one_parent(store, one):
    (first,) = give(store, one, {HND: LEAD, CCB: HELP})
    report(store, first, HND)

    parent, second = give(store, one, {TD: LEAD})

    assert TASKS.get(store.connection, first.id).parent_id == parent.id == second.parent_id
    assert coordinators(store, second) == [CCB]
    assert len(given(store, one)) == 3


def test_a_third_leading_unit_adds_one_child_only(store, one):
    parent, *_ = give(store, one, {HND: LEAD, TD: LEAD, BDV: HELP})

    made = give(store, one, {CCB: LEAD})

    assert [task.parent_id for task in made] == [parent.id]
    assert coordinators(store, made[0]) == [BDV]


def test_a_coordinating_unit_added_later_helps_all_open_tasks(store, one):
    _, first, second = give(store, one, {HND: LEAD, TD: LEAD})
    task_actions.set_work_state(store, first.id, WorkState.DONE, TODAY)

    give(store, one, {CCB: HELP})

    assert (coordinators(store, first), coordinators(store, second)) == ([], [CCB])


def test_what_has_not_begun_can_be_taken_back_with_its_parent(store, one):
    give(store, one, {HND: LEAD, TD: LEAD, CCB: HELP})

    give(store, one, {HND: None, TD: None, CCB: None})

    assert given(store, one) == []
    assert roles(store, one) == {}


def test_a_unit_taken_off_leaves_the_others_as_they_are(store, one):
    parent, first, second = give(store, one, {HND: LEAD, TD: LEAD})

    give(store, one, {HND: None})

    assert given(store, one) == [parent, second]
    assert first not in given(store, one)


def test_a_leading_unit_can_become_a_coordinating_one_and_the_other_way_round(store, one):
    give(store, one, {HND: LEAD, TD: HELP})

    give(store, one, {HND: HELP, TD: LEAD})

    (task,) = given(store, one)
    assert (task.lead_unit_id, coordinators(store, task)) == (TD, [HND])


@pytest.mark.parametrize("state", [WorkState.IN_PROGRESS, WorkState.DONE, WorkState.CANCELLED])
def test_a_task_that_has_begun_is_not_taken_back(store, one, state):
    (task,) = give(store, one, {HND: LEAD})
    task_actions.set_work_state(store, task.id, state, TODAY)

    assert refusal(store, one, {HND: None}) == "assignment_begun"


def test_a_task_with_reports_is_not_taken_back(store, one):
    (task,) = give(store, one, {HND: LEAD})
    report(store, task, HND, WorkState.NOT_STARTED)

    assert refusal(store, one, {HND: None, TD: LEAD}) == "assignment_begun"


def test_a_coordinating_unit_that_has_reported_stays(store, one):
    (task,) = give(store, one, {HND: LEAD, TD: HELP})
    report(store, task, TD)

    assert refusal(store, one, {TD: None}) == "coordination_reported"


def test_coordinating_with_nobody_is_refused(store, one):
    assert refusal(store, one, {TD: HELP}) == "lead_missing"


def test_taking_off_the_last_that_leads_leaves_nobody_to_coordinate_with(store, one):
    give(store, one, {HND: LEAD, TD: HELP})

    assert refusal(store, one, {HND: None}) == "lead_missing"


def test_nobody_is_asked_to_help_in_what_has_ended(store, one):
    (task,) = give(store, one, {HND: LEAD})
    task_actions.set_work_state(store, task.id, WorkState.DONE, TODAY)

    assert refusal(store, one, {TD: HELP}) == "leads_closed"


def test_a_conclusion_that_says_no_task_arises_gives_none(store, one):
    conclusion_actions.set_no_task_reason(store, one.id, "Chỉ ghi nhận")

    assert refusal(store, one, {HND: LEAD}) == "conclusion_says_no_task"


def test_each_unit_has_its_own_words_product_and_date(store, one):
    changes = [
        *cells(one, {HND: LEAD}, text="Sơ kết", product="Báo cáo", due=date(2018, 4, 9)),
        *cells(one, {TD: LEAD}, deadline_wording="trong quý II", due=date(2018, 6, 30)),
        *cells(one, {CCB: HELP}, text="cử người"),
    ]

    parent, first, second = assignment_actions.assign(store, changes, TODAY)

    assert (first.title, first.product, first.due) == ("Sơ kết", "Báo cáo", date(2018, 4, 9))
    assert first.deadline_kind is DeadlineKind.DATE
    assert (second.content, second.original_due) == (one.text, date(2018, 6, 30))
    assert (parent.title, parent.due, parent.product) == (one.text, None, "")
    (part,) = task_queries.coordinations(store.connection, first.id)
    assert part.part == "cử người"


def test_terms_alike_are_the_parents_too(store, one):
    parent, *_ = assignment_actions.assign(
        store, fan_out((one.id,), (HND, TD), due=date(2018, 4, 9), product="Báo cáo"), TODAY
    )

    assert (parent.due, parent.product) == (date(2018, 4, 9), "Báo cáo")


def test_a_task_that_gathers_its_periods_stays_by_itself(store, one):
    (monthly,) = assignment_actions.assign(
        store,
        fan_out(
            (one.id,), (HND,), deadline_kind=DeadlineKind.PERIODIC, deadline_wording="hằng tháng"
        ),
        TODAY,
    )
    period_actions.open_periods(store, monthly.id, TODAY)

    made = give(store, one, {TD: LEAD})

    assert [task.parent_id for task in made] == [None]
    assert TASKS.get(store.connection, monthly.id).parent_id is None
    assert roles(store, one) == {HND: LEAD, TD: LEAD}


def test_a_period_is_not_taken_back_with_its_task(store, one):
    (monthly,) = assignment_actions.assign(
        store,
        fan_out(
            (one.id,), (HND,), deadline_kind=DeadlineKind.PERIODIC, deadline_wording="hằng tháng"
        ),
        TODAY,
    )
    period_actions.open_periods(store, monthly.id, TODAY)

    assert refusal(store, one, {HND: None}) == "assignment_begun"


def test_each_unit_of_a_periodic_conclusion_has_its_own_periods(store, one):
    _, first, second = assignment_actions.assign(
        store,
        fan_out(
            (one.id,), (HND, TD), deadline_kind=DeadlineKind.PERIODIC,
            deadline_wording="hằng tháng",
        ),
        TODAY,
    )  # fmt: skip

    made = period_actions.open_periods(store, first.id, TODAY)

    (row,) = conference_queries.conclusions(store.connection, TODAY, one.conference_id)
    assert made
    assert row.task_codes == (second.code, *(task.code for task in made))
    assert roles(store, one) == {HND: LEAD, TD: LEAD}
