"""From a conclusion to tasks: who leads has a task, who coordinates helps, nothing begun goes."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conclusions.assignment import (
    AssignedTask,
    AssignmentPlan,
    CellChange,
    MatrixRow,
    Role,
    Terms,
    by_conclusion,
    common,
    ensure_led,
    gathering,
    plan,
    unit_tasks,
)
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, TaskId, UnitId
from coordapp.domain.tasks.task import WorkState
from tests.build import a_conclusion, a_task

LEAD, HELP = Role.LEAD, Role.COORDINATE
HND, TD, CCB, BDV = map(UnitId, (1, 2, 3, 4))
CONCLUSION = a_conclusion(id=ConclusionId(7), number=3)


def a_lead(number: int, unit: UnitId | None, **given) -> AssignedTask:
    """Build a task that a unit leads; `helped` are the units that coordinate in it."""
    helped, reporters = given.pop("helped", ()), given.pop("reporters", ())
    begun = given.pop("is_touched", False)
    defaults = {"conclusion_id": CONCLUSION.id, "work_state": WorkState.NOT_STARTED}
    task = a_task(id=TaskId(number), code=f"NV-{number}", lead_unit_id=unit, **(defaults | given))
    return AssignedTask(
        task=task,
        coordinators=dict.fromkeys(helped, ""),
        reporters=frozenset(reporters),
        is_touched=begun,
    )


def a_row(*tasks: AssignedTask, conclusion: Conclusion = CONCLUSION) -> MatrixRow:
    return MatrixRow(matter=conclusion, tasks=tasks)


def planned(row: MatrixRow, roles: dict[UnitId, Role | None]) -> AssignmentPlan:
    return plan(row, [cell(unit, role) for unit, role in roles.items()])


def cell(unit: UnitId, role: Role | None) -> CellChange:
    return CellChange(matter_id=CONCLUSION.id, unit_id=unit, role=role)


def units(changes: tuple[CellChange, ...]) -> list[UnitId]:
    return [change.unit_id for change in changes]


def refusal(row: MatrixRow, roles: dict[UnitId, Role | None]) -> str:
    with pytest.raises(RuleViolation) as refused:
        planned(row, roles)
    return refused.value.code


# --- what is there now


def test_a_unit_that_leads_one_task_and_helps_in_another_leads():
    row = a_row(a_lead(1, HND, helped=(TD,)), a_lead(2, TD, helped=(CCB,)))

    assert row.roles() == {HND: LEAD, TD: LEAD, CCB: HELP}


def test_the_tasks_of_a_unit_are_those_it_leads_or_else_those_it_helps_in():
    first, second = a_lead(1, HND, helped=(TD, CCB)), a_lead(2, TD, helped=(CCB,))
    row = a_row(first, second)

    assert row.of_unit(TD) == [second]
    assert row.of_unit(CCB) == [first, second]
    assert row.of_unit(BDV) == []


def test_a_parent_that_only_gathers_is_no_task_of_a_unit():
    parent = a_lead(1, None)
    children = a_lead(2, HND, parent_id=TaskId(1)), a_lead(3, TD, parent_id=TaskId(1))
    row = a_row(parent, *children)

    assert row.unit_tasks == list(children)
    assert gathering(one.task for one in row.tasks) == parent.task


def test_the_periods_below_a_task_of_a_unit_are_that_one_task():
    yearly = a_lead(1, HND)
    row = a_row(yearly, a_lead(2, HND, parent_id=TaskId(1)), a_lead(3, HND, parent_id=TaskId(1)))

    assert row.unit_tasks == [yearly]
    assert gathering(one.task for one in row.tasks) is None


def test_a_gathered_task_that_gathers_periods_itself_counts_once():
    tasks = [
        a_lead(1, None).task,
        a_lead(2, HND, parent_id=TaskId(1)).task,
        a_lead(3, HND, parent_id=TaskId(2)).task,
    ]

    assert [task.id for task in unit_tasks(tasks)] == [2]


def test_tasks_that_no_conclusion_gave_belong_to_none():
    of_none = a_task(id=TaskId(9))
    first, second = a_lead(1, HND).task, a_lead(2, TD).task

    assert by_conclusion([first, of_none, second]) == {CONCLUSION.id: [first, second]}


# --- new leads


def test_nothing_is_planned_for_a_role_the_unit_has_already():
    row = a_row(a_lead(1, HND, helped=(TD,)))

    found = planned(row, {HND: LEAD, TD: HELP, CCB: None})

    assert found.is_empty


def test_one_unit_that_leads_needs_no_parent():
    found = planned(a_row(), {HND: LEAD, TD: HELP})

    assert (units(found.leads), units(found.coordinators)) == ([HND], [TD])
    assert not found.needs_parent
    assert not found.lacks_lead


def test_two_that_lead_are_gathered_by_a_parent():
    assert planned(a_row(), {HND: LEAD, TD: LEAD}).needs_parent


def test_a_second_lead_brings_the_first_one_under_the_new_parent():
    first = a_lead(1, HND)

    found = planned(a_row(first), {TD: LEAD})

    assert found.needs_parent
    assert found.joining == (first.task,)
    assert found.kept == (first,)


def test_a_further_lead_comes_below_the_parent_there_is():
    parent = a_lead(1, None)
    row = a_row(parent, a_lead(2, HND, parent_id=TaskId(1)), a_lead(3, TD, parent_id=TaskId(1)))

    found = planned(row, {CCB: LEAD})

    assert found.parent == parent.task
    assert (found.needs_parent, found.joining) == (False, ())


@pytest.mark.parametrize(
    "alone",
    [
        pytest.param((a_lead(1, HND, deadline_kind=DeadlineKind.PERIODIC),), id="periodic"),
        pytest.param((a_lead(1, HND), a_lead(2, HND, parent_id=TaskId(1))), id="with periods"),
        pytest.param((a_lead(1, HND, parent_id=TaskId(50)),), id="below a task of elsewhere"),
    ],
)
def test_a_task_with_a_family_of_its_own_never_joins_a_new_parent(alone):
    found = planned(a_row(*alone), {TD: LEAD})

    assert (found.joining, found.needs_parent) == ((), False)


def test_leads_side_by_side_are_gathered_only_for_one_more_lead():
    row = a_row(a_lead(1, HND), a_lead(2, TD))

    helped, led = planned(row, {BDV: HELP}), planned(row, {BDV: LEAD})

    assert (helped.needs_parent, helped.joining) == (False, ())
    assert (led.needs_parent, len(led.joining)) == (True, 2)


def test_a_unit_that_helped_and_leads_now_helps_no_longer():
    found = planned(a_row(a_lead(1, HND, helped=(TD,))), {TD: LEAD})

    assert units(found.leads) == [TD]
    assert found.gone_coordinators == (TD,)


# --- leads that go


def test_the_task_of_a_unit_taken_off_goes():
    first, second = a_lead(1, HND), a_lead(2, TD)

    found = planned(a_row(first, second), {HND: None})

    assert found.gone == (first.task,)
    assert found.kept == (second,)
    assert not found.is_empty


def test_a_unit_that_led_and_helps_now_loses_its_task():
    first, second = a_lead(1, HND), a_lead(2, TD)

    found = planned(a_row(first, second), {HND: HELP})

    assert (found.gone, units(found.coordinators)) == ((first.task,), [HND])


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param({"work_state": WorkState.IN_PROGRESS}, id="it is going on"),
        pytest.param({"work_state": WorkState.ON_HOLD}, id="it is on hold"),
        pytest.param({"work_state": WorkState.CANCELLED}, id="it was cancelled"),
        pytest.param({"is_touched": True}, id="something hangs on it"),
    ],
)
def test_a_task_that_has_begun_is_not_taken_back(begun):
    assert refusal(a_row(a_lead(1, HND, **begun)), {HND: None}) == "assignment_begun"


@pytest.mark.parametrize("state", [WorkState.DRAFT, WorkState.NOT_STARTED])
def test_a_task_that_nobody_began_is_taken_back(state):
    assert planned(a_row(a_lead(1, HND, work_state=state)), {HND: None}).gone


def test_the_parent_goes_with_the_last_of_its_tasks():
    row = a_row(a_lead(1, None), a_lead(2, HND, parent_id=TaskId(1)))

    assert planned(row, {HND: None}).drops_parent


def test_the_parent_stays_while_a_task_is_left_below_it():
    parent, first = a_lead(1, None), a_lead(2, HND, parent_id=TaskId(1))
    row = a_row(parent, first, a_lead(3, TD, parent_id=TaskId(1)))

    assert not planned(row, {HND: None}).drops_parent


def test_the_parent_stays_for_the_unit_that_leads_instead():
    row = a_row(a_lead(1, None), a_lead(2, HND, parent_id=TaskId(1)))

    assert not planned(row, {HND: None, TD: LEAD}).drops_parent


# --- units that coordinate


def test_units_that_help_no_longer_are_named_in_order():
    row = a_row(a_lead(1, HND, helped=(CCB, TD)), a_lead(2, BDV, helped=(CCB,)))

    assert planned(row, {CCB: None, TD: None}).gone_coordinators == (TD, CCB)


def test_a_unit_that_reported_on_its_part_stays():
    row = a_row(a_lead(1, HND, helped=(TD,), reporters=(TD,)))

    assert refusal(row, {TD: None}) == "coordination_reported"


def test_a_report_of_the_lead_keeps_no_helper():
    row = a_row(a_lead(1, HND, helped=(TD,), reporters=(HND,)))

    assert planned(row, {TD: None}).gone_coordinators == (TD,)


@pytest.mark.parametrize("state", [WorkState.DONE, WorkState.CANCELLED])
def test_nobody_begins_to_help_where_all_who_lead_have_finished(state):
    row = a_row(a_lead(1, HND, work_state=state))

    assert refusal(row, {TD: HELP}) == "leads_closed"


def test_a_unit_begins_to_help_where_somebody_still_works():
    row = a_row(a_lead(1, HND, work_state=WorkState.DONE), a_lead(2, CCB))

    assert units(planned(row, {TD: HELP}).coordinators) == [TD]


def test_a_unit_begins_to_help_beside_a_lead_that_is_new_itself():
    row = a_row(a_lead(1, HND, work_state=WorkState.DONE))

    found = planned(row, {CCB: LEAD, TD: HELP})

    assert (units(found.leads), units(found.coordinators)) == ([CCB], [TD])


def test_nobody_helps_where_nobody_leads():
    found = planned(a_row(), {TD: HELP})

    assert found.lacks_lead
    with pytest.raises(RuleViolation, match="lead_missing"):
        ensure_led(found)


def test_the_last_lead_does_not_leave_helpers_behind():
    assert planned(a_row(a_lead(1, HND, helped=(TD,))), {HND: None}).lacks_lead


def test_a_conclusion_that_everybody_leaves_lacks_no_lead():
    found = planned(a_row(a_lead(1, HND, helped=(TD,))), {HND: None, TD: None})

    ensure_led(found)
    assert not found.lacks_lead


def test_a_task_that_waits_for_its_lead_may_be_helped_in():
    ensure_led(planned(a_row(a_lead(1, None)), {TD: HELP}))


# --- a conclusion that gives no task


@pytest.mark.parametrize("role", [LEAD, HELP])
def test_a_conclusion_said_to_give_no_task_gives_none(role):
    silent = replace(CONCLUSION, no_task_reason="Chỉ ghi nhận")

    assert refusal(a_row(conclusion=silent), {HND: role}) == "conclusion_says_no_task"


def test_a_conclusion_said_to_give_no_task_lets_one_be_taken_off():
    silent = replace(CONCLUSION, no_task_reason="Chỉ ghi nhận")

    assert planned(a_row(a_lead(1, HND), conclusion=silent), {HND: None}).gone


# --- what the units are asked alike


DUE = Terms(due=date(2018, 5, 1), deadline_kind=DeadlineKind.DATE, deadline_wording="trước 1/5")


def test_a_parent_carries_the_product_and_deadline_all_share():
    terms = [replace(DUE, text=text, product="Báo cáo") for text in ("a", "b")]

    assert common(terms) == replace(DUE, product="Báo cáo")


def test_a_parent_carries_no_deadline_that_differs():
    later = replace(DUE, due=date(2018, 6, 1))

    assert common([replace(DUE, product="Báo cáo"), replace(later, product="Báo cáo")]) == Terms(
        product="Báo cáo"
    )


def test_a_parent_carries_no_product_that_differs():
    assert common([replace(DUE, product="Báo cáo"), DUE]) == DUE
