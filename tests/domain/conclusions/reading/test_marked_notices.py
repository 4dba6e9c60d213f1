"""Notices of many genres, marked by hand: what is read of them never falls below floors."""

from functools import cache, reduce
from operator import add

import pytest

from coordapp.domain.conclusions.reading.notice import NoticeReader
from tests.domain.conclusions.reading.scoring import NOTICES, Score, addressees, score

TOGETHER = 0.95


@cache
def measured(name: str) -> Score:
    return score(name, NoticeReader(addressees()))


@cache
def total() -> Score:
    return reduce(add, map(measured, NOTICES))


@pytest.mark.parametrize("name", NOTICES)
def test_nothing_of_a_notice_is_dropped_silently(name):
    assert measured(name).dropped == 0


@pytest.mark.parametrize("name", NOTICES)
def test_most_tasks_of_a_notice_are_drafted_and_little_else(name):
    assert measured(name).f1 >= 0.85


def test_tasks_are_found_with_their_units_and_days():
    found = total()

    assert found.f1 >= TOGETHER
    assert found.led >= TOGETHER * found.matched
    assert found.joined >= TOGETHER * found.matched
    assert found.dated >= TOGETHER * found.matched


def test_facts_praise_and_decisions_are_not_taken_for_tasks():
    found = total()

    assert found.facts_taken <= 0.05 * found.facts


def test_a_register_without_groups_reads_nearly_as_well():
    reader = NoticeReader(addressees(with_groups=False))

    found = reduce(add, (score(name, reader) for name in NOTICES))

    assert found.f1 >= TOGETHER
    assert found.dropped == 0
