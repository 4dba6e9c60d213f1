"""The one door for actions: what they made comes back, and a refusal is told apart from nothing."""

import pytest

from coordapp.domain.kernel.errors import Cancelled, RuleViolation
from coordapp.ui.kit.run import Outcome, Runner


@pytest.fixture
def run(qapp) -> Runner:
    return Runner()


def refuse() -> None:
    raise RuleViolation("text_missing")


def stop() -> None:
    raise Cancelled


def test_what_an_action_made_comes_back(run):
    assert run(lambda: "made") == Outcome("made")


@pytest.mark.parametrize("value", [None, 0, "", ()])
def test_an_action_that_gave_nothing_has_gone_through_all_the_same(run, value):
    assert run(lambda: value)


def test_a_refused_action_gives_no_outcome_and_says_why(run, qtbot):
    with qtbot.waitSignal(run.refused) as refused:
        outcome = run(refuse)

    assert outcome is None
    assert refused.args[0]


def test_a_cancelled_action_says_nothing(run, qtbot):
    with qtbot.assertNotEmitted(run.refused):
        assert run(stop) is None


def test_a_bug_is_not_taken_for_a_refusal(run):
    with pytest.raises(ZeroDivisionError):
        run(lambda: 1 / 0)
