"""Conclusions keep the numbers 1 to n and their tasks, whatever is done to them."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.conclusions.conclusion import ConclusionKind, Coverage
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import conference_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit, sign
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
TEXT = "Giao Hội Nông dân sơ kết. Đề nghị Tỉnh Đoàn rà soát."


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(opened)
    for place, name in enumerate(("HND", "TĐ"), start=1):
        committee_actions.add_unit(opened, a_unit(name=name, short_name=name, position=place))
    yield opened
    opened.close()


@pytest.fixture
def conference(store):
    return conference_actions.add(store, a_conference(code=""), TODAY)


def add(store, conference, text=TEXT, **given):
    return conclusion_actions.add(
        store, a_conclusion(conference_id=conference.id, **({"number": 0, "text": text} | given))
    )


def give(store, conclusion, **given):
    draft = a_task(
        id=TaskId(0),
        conclusion_id=conclusion.id,
        quoted=conclusion.text,
        **({"lead_unit_id": 1} | given),
    )
    return task_actions.add(store, TaskDraft(task=draft), TODAY)


def held(store, conference):
    return conference_queries.conclusions_of(store.connection, conference.id)


def texts(store, conference):
    return [(item.number, item.text) for item in held(store, conference)]


def owner(store, task):
    return TASKS.get(store.connection, task.id).conclusion_id


def row(store, conference, number=1):
    return conference_queries.conclusions(store.connection, TODAY, conference.id)[number - 1]


def test_one_added_in_the_middle_moves_those_after_it(store, conference):
    for text in ("a", "b", "c"):
        add(store, conference, text)

    add(store, conference, "x", number=2)

    assert texts(store, conference) == [(1, "a"), (2, "x"), (3, "b"), (4, "c")]


def test_deleting_closes_the_gap(store, conference):
    made = [add(store, conference, text) for text in ("a", "b", "c")]

    conclusion_actions.delete(store, made[1].id)

    assert texts(store, conference) == [(1, "a"), (2, "c")]


def test_rewording_never_changes_the_number(store, conference):
    first, second = add(store, conference, "a"), add(store, conference, "b")
    conclusion_actions.put_in_order(store, (second.id, first.id))

    conclusion_actions.edit(store, replace(first, text="a2"))

    assert texts(store, conference) == [(1, "b"), (2, "a2")]


def test_an_order_of_some_leaves_the_others_behind_them(store, conference):
    made = [add(store, conference, text) for text in ("a", "b", "c")]

    conclusion_actions.put_in_order(store, (made[2].id,))

    assert texts(store, conference) == [(1, "c"), (2, "a"), (3, "b")]


def test_a_split_leaves_the_tasks_with_the_first_half(store, conference):
    whole, last = add(store, conference), add(store, conference, "c")
    task = give(store, whole)

    second = conclusion_actions.split(store, whole.id, TEXT.index("Đề nghị"))

    assert texts(store, conference) == [
        (1, "Giao Hội Nông dân sơ kết."),
        (2, "Đề nghị Tỉnh Đoàn rà soát."),
        (3, "c"),
    ]
    assert second.number == 2
    assert owner(store, task) == whole.id
    assert held(store, conference)[2].id == last.id


def test_chosen_tasks_go_with_the_second_half_and_take_their_family_along(store, conference):
    whole = add(store, conference)
    stays = give(store, whole)
    parent = give(store, whole, lead_unit_id=None)
    child = give(store, whole, parent_id=parent.id)

    second = conclusion_actions.split(store, whole.id, 25, moved=(child.id,))

    assert owner(store, stays) == whole.id
    assert owner(store, parent) == owner(store, child) == second.id
    assert TASKS.get(store.connection, child.id).quoted == TEXT


def test_merging_moves_the_tasks_of_both_to_the_joined_one(store, conference):
    first, second, last = (add(store, conference, text) for text in ("a", "b", "c"))
    one, two, three = (give(store, item) for item in (first, second, last))

    conclusion_actions.merge_with_next(store, first.id)

    assert texts(store, conference) == [(1, "a\nb"), (2, "c")]
    assert owner(store, one) == owner(store, two) == first.id
    assert owner(store, three) == last.id


def test_a_merge_undone_gives_each_its_tasks_back(store, conference):
    first, second = add(store, conference, "a"), add(store, conference, "b")
    task = give(store, second)
    conclusion_actions.merge_with_next(store, first.id)

    store.undo()

    assert texts(store, conference) == [(1, "a"), (2, "b")]
    assert owner(store, task) == second.id


REFUSED = {
    "the last has no next": (
        "no_next_conclusion",
        lambda store, first, last: conclusion_actions.merge_with_next(store, last.id),
    ),
    "an empty half": (
        "split_leaves_nothing",
        lambda store, first, last: conclusion_actions.split(store, first.id, 0),
    ),
    "a reason beside tasks": (
        "reason_beside_tasks",
        lambda store, first, last: conclusion_actions.set_no_task_reason(
            store, first.id, "Ghi nhận"
        ),
    ),
    "a reason beside tasks, by editing": (
        "reason_beside_tasks",
        lambda store, first, last: conclusion_actions.edit(
            store, replace(first, no_task_reason="x")
        ),
    ),
    "a reason that is lost": (
        "merge_of_reasons",
        lambda store, first, last: conclusion_actions.merge_with_next(store, first.id),
    ),
}


@pytest.mark.parametrize(("code", "action"), REFUSED.values(), ids=REFUSED)
def test_what_would_lose_something_is_refused(store, conference, code, action):
    first = add(store, conference)
    last = add(store, conference, "b", no_task_reason="Chỉ ghi nhận")
    give(store, first)
    before = held(store, conference)

    with pytest.raises(RuleViolation, match=code):
        action(store, first, last)

    assert held(store, conference) == before


@pytest.mark.parametrize(
    "action",
    [
        lambda store, item: conclusion_actions.split(store, item.id, 25),
        lambda store, item: conclusion_actions.merge_with_next(store, item.id),
        lambda store, item: conclusion_actions.put_in_order(store, (item.id,)),
        lambda store, item: conclusion_actions.delete(store, item.id),
    ],
)
def test_signed_minutes_keep_their_conclusions(store, conference, action):
    first = add(store, conference)
    add(store, conference)
    sign(store, conference)

    with pytest.raises(RuleViolation, match="conference_signed"):
        action(store, first)


def test_a_reason_can_be_given_and_taken_back_after_signing(store, conference):
    only = add(store, conference)
    sign(store, conference)

    conclusion_actions.set_no_task_reason(store, only.id, " Chỉ ghi nhận ")
    told = row(store, conference)
    conclusion_actions.set_no_task_reason(store, only.id, " ")

    assert (told.conclusion.no_task_reason, told.coverage) == ("Chỉ ghi nhận", Coverage.NO_TASK)
    assert row(store, conference).coverage is Coverage.UNCOVERED


def test_coverage_counts_a_parent_never_and_each_child_once(store, conference):
    only = add(store, conference)
    parent = give(store, only, lead_unit_id=None)
    late = give(store, only, parent_id=parent.id, due=date(2018, 3, 1))
    done = give(store, only, parent_id=parent.id, lead_unit_id=2)
    task_actions.set_work_state(store, done.id, WorkState.DONE, TODAY)

    found = row(store, conference)

    assert found.task_codes == (late.code, done.code)
    assert (found.tasks_done, found.tasks_overdue) == (1, 1)
    assert found.coverage is Coverage.OVERDUE
    assert found.units == ("HND", "TĐ")


def test_a_conclusion_whose_tasks_were_all_cancelled_is_not_done(store, conference):
    only = add(store, conference)
    task = give(store, only)
    task_actions.set_work_state(store, task.id, WorkState.CANCELLED, TODAY)

    assert row(store, conference).coverage is Coverage.UNCOVERED


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "insert", "order", "split", "merge", "delete", "undo", "redo"]),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_any_series_of_steps_keeps_the_numbers_and_the_links(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("steps") / "so.db"
    store = Store.create(path, now=lambda: datetime(2018, 3, 31, 9, 0))
    try:
        set_up(store)
        committee_actions.add_unit(store, a_unit(name="HND", short_name="HND"))
        conference = conference_actions.add(store, a_conference(code=""), TODAY)
        words = []
        for number in range(3):
            made = add(store, conference, f"đầu {number}. cuối {number}.")
            words.append(give(store, made, title=f"việc {number}"))
        quoted = {task.id: task.quoted for task in words}
        for step, place, other in steps:
            one_step(store, conference, step, place, other)
            numbers = [item.number for item in held(store, conference)]
            alive = {item.id for item in held(store, conference)}
            assert numbers == list(range(1, len(numbers) + 1))
            for task in TASKS.where(store.connection):
                assert task.conclusion_id in alive
                assert task.quoted == quoted[task.id]
            assert len(TASKS.where(store.connection)) == len(quoted)
    finally:
        store.close()


def one_step(store, conference, step, place, other):
    items = held(store, conference)
    item = items[place % len(items)] if items else None
    if step == "undo":
        if len(store.undo_steps) > 9:  # what set the stage stays
            store.undo()
    elif step == "redo":
        store.redo()
    elif step in ("add", "insert"):
        add(store, conference, "mới. thêm.", number=other if step == "insert" else 0)
    elif item is not None:
        try:
            if step == "order":
                order = [one.id for one in items if one != item]
                order.insert(other, item.id)
                conclusion_actions.put_in_order(store, order)
            elif step == "split":
                given = [task.id for task in TASKS.where(store.connection)]
                conclusion_actions.split(store, item.id, other, moved=given[: other % 3])
            elif step == "merge":
                conclusion_actions.merge_with_next(store, item.id)
            else:
                conclusion_actions.delete(store, item.id)
        except RuleViolation:
            return


def test_kinds_stay_with_both_halves(store, conference):
    whole = add(store, conference, kind=ConclusionKind.DIRECT)

    assert conclusion_actions.split(store, whole.id, 25).kind is ConclusionKind.DIRECT
