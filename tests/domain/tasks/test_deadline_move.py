"""A deadline is healed only with a reason; drafts and earlier days need none."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.deadline_move import DeadlineMove, grounded, needs_ground
from coordapp.domain.tasks.task import Ground, WorkState
from tests.build import a_task

DUE, LATER, EARLIER = date(2018, 4, 5), date(2018, 6, 30), date(2018, 4, 1)
TASK = a_task(due=DUE, original_due=DUE)


@pytest.mark.parametrize(
    ("before", "due", "needed"),
    [
        pytest.param(TASK, LATER, True, id="later"),
        pytest.param(TASK, None, True, id="taken away"),
        pytest.param(TASK, EARLIER, False, id="earlier"),
        pytest.param(TASK, DUE, False, id="the same"),
        pytest.param(replace(TASK, due=None), LATER, False, id="the first one"),
        pytest.param(replace(TASK, work_state=WorkState.DRAFT), LATER, False, id="of a draft"),
    ],
)
def test_what_heals_a_deadline_needs_a_ground(before, due, needed) -> None:
    assert needs_ground(before, replace(before, due=due)) is needed


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (None, "deadline_without_ground"),
        (DeadlineMove(ground=Ground.EXTENSION, reason=" "), "extension_without_reason"),
    ],
)
def test_a_later_deadline_without_a_reason_is_refused(move, code) -> None:
    with pytest.raises(RuleViolation) as refused:
        grounded(TASK, replace(TASK, due=LATER), move)

    assert refused.value.code == code


def test_an_earlier_deadline_is_kept_as_it_is() -> None:
    assert grounded(TASK, replace(TASK, due=EARLIER), None).due == EARLIER


@pytest.mark.parametrize(
    ("ground", "first", "original"),
    [
        (Ground.EXTENSION, DUE, DUE),
        (Ground.CORRECTION, DUE, LATER),
        (Ground.CORRECTION, EARLIER, EARLIER),
    ],
)
def test_only_a_correction_of_the_first_date_mends_it(ground, first, original) -> None:
    before = replace(TASK, original_due=first)
    move = DeadlineMove(ground=ground, reason="ghi nhầm tháng")

    assert grounded(before, replace(before, due=LATER), move).original_due == original
