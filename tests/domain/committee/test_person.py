"""People hold a post from one day to another, both of them included."""

from datetime import date

import pytest

from coordapp.domain.committee.person import (
    CommitteeRole,
    Person,
    ensure_in_order,
    in_office,
    is_member,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import PersonId

FIRST, LAST = date(2018, 1, 1), date(2018, 12, 31)


def a_person(**given) -> Person:
    return Person(**({"id": PersonId(1), "full_name": "Lò Thị A", "post": "Chủ tịch"} | given))


def test_somebody_is_shown_by_name_or_else_by_post():
    assert a_person().shown == "Lò Thị A"
    assert a_person(full_name="").shown == "Chủ tịch"


@pytest.mark.parametrize("role", CommitteeRole)
def test_whoever_has_a_role_belongs_to_the_committee(role):
    assert is_member(a_person(role=role)) is (role is not CommitteeRole.NONE)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2017, 12, 31), False), (FIRST, True), (date(2018, 6, 1), True), (LAST, True),
        (date(2019, 1, 1), False),
    ],
)  # fmt: skip
def test_both_ends_of_a_role_count(day, holds):
    assert in_office(a_person(role_from=FIRST, role_to=LAST), day) is holds


def test_a_role_without_ends_is_held_on_any_day():
    assert in_office(a_person(), date.min)
    assert in_office(a_person(role_from=FIRST), date.max)
    assert in_office(a_person(role_to=LAST), date.min)


def test_a_role_does_not_end_before_it_begins():
    ensure_in_order(a_person(role_from=FIRST, role_to=FIRST))
    ensure_in_order(a_person(role_to=FIRST))

    with pytest.raises(RuleViolation, match="role_ends_first"):
        ensure_in_order(a_person(role_from=LAST, role_to=FIRST))
