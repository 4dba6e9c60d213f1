"""One level of children, and none of them due after its parent."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.parent import (
    ensure_holds,
    ensure_one_level,
    ensure_within,
    is_within,
    only_gathers,
)
from tests.build import a_task

DUE, LATER = date(2018, 3, 31), date(2018, 4, 1)
PARENT = a_task(id=1, code="NV-2018-001", due=DUE)
CHILD = a_task(id=2, code="NV-2018-002", due=DUE)


def test_a_task_comes_below_one_that_lies_below_nothing() -> None:
    ensure_one_level(CHILD, PARENT, has_children=False)


@pytest.mark.parametrize(
    ("parent", "has_children", "code"),
    [
        pytest.param(CHILD, False, "parent_is_itself", id="itself"),
        pytest.param(replace(PARENT, parent_id=9), False, "parent_is_child", id="a child"),
        pytest.param(PARENT, True, "parent_has_children", id="with children of its own"),
    ],
)
def test_a_second_level_is_refused(parent, has_children, code) -> None:
    with pytest.raises(RuleViolation, match=code):
        ensure_one_level(CHILD, parent, has_children=has_children)


@pytest.mark.parametrize(
    ("parent", "child", "fits"),
    [
        pytest.param(PARENT, CHILD, True, id="the same day"),
        pytest.param(PARENT, replace(CHILD, due=LATER), False, id="a day later"),
        pytest.param(PARENT, replace(CHILD, due=None), True, id="without a deadline"),
        pytest.param(replace(PARENT, due=None), CHILD, True, id="below none"),
        pytest.param(
            replace(PARENT, deadline_kind=DeadlineKind.PERIODIC),
            replace(CHILD, due=LATER),
            True,
            id="a later period",
        ),
    ],
)
def test_a_child_is_due_no_later_than_its_parent(parent, child, fits) -> None:
    assert is_within(child, parent) is fits


def test_both_sides_of_the_rule_are_refused_in_their_own_words() -> None:
    late = replace(CHILD, due=LATER)

    with pytest.raises(RuleViolation, match="child_after_parent"):
        ensure_within(late, PARENT)
    with pytest.raises(RuleViolation, match="parent_before_child"):
        ensure_holds(PARENT, late)


def test_a_parent_without_a_unit_only_gathers() -> None:
    assert only_gathers(PARENT)
    assert not only_gathers(replace(PARENT, lead_unit_id=1))
