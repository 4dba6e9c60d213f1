"""Waiting until something rests: told once, at the latest after a while, and never when given up."""

import pytest

from coordapp.ui.kit.debounce import Debounce


@pytest.fixture
def told():
    return []


@pytest.fixture
def debounce(qapp, told):
    made = Debounce(qapp, wait=300)  # a busy machine may take a while between two turns
    made.rested.connect(lambda: told.append(1))
    yield made
    made.cancel()
    made.deleteLater()


def test_what_stirs_again_and_again_is_told_once_when_it_rests(qtbot, debounce, told):
    for _ in range(5):
        debounce.wait()
        qtbot.wait(5)
    before = list(told)

    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(60)

    assert (before, told) == ([], [1])
    assert not debounce.is_waiting


def test_what_never_rests_is_told_at_the_latest(qtbot, qapp, told):
    debounce = Debounce(qapp, wait=40, latest=80)
    debounce.rested.connect(lambda: told.append(1))

    for _ in range(30):
        debounce.wait()
        qtbot.wait(5)
    debounce.cancel()

    assert told
    debounce.deleteLater()


def test_what_is_given_up_is_not_told(qtbot, debounce, told):
    debounce.wait()
    debounce.cancel()
    qtbot.wait(400)

    assert told == []


def test_what_is_finished_is_told_at_once_and_not_again(qtbot, debounce, told):
    debounce.wait()
    debounce.finish()
    debounce.finish()
    at_once = list(told)
    qtbot.wait(60)

    assert (at_once, told) == ([1], [1])


def test_a_wait_of_nothing_is_the_next_turn_of_the_event_loop(qtbot, qapp, told):
    debounce = Debounce(qapp)
    debounce.rested.connect(lambda: told.append(1))
    debounce.wait()
    before = list(told)

    qtbot.waitUntil(lambda: bool(told))

    assert before == []
    debounce.deleteLater()


def test_one_wait_can_be_longer_than_the_last(qtbot, debounce, told):
    debounce.wait_for(200)
    qtbot.wait(80)

    assert debounce.is_waiting
    assert told == []
