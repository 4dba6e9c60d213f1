"""A group of units has names of its own, which mean nothing else."""

from datetime import date

import pytest

from coordapp.domain.committee.unit import ensure_lasts, twins
from coordapp.domain.committee.unit_group import (
    GroupOfUnits,
    UnitGroup,
    ensure_group,
    on_day,
    spoken_of,
)
from coordapp.domain.kernel.errors import RuleViolation
from tests.build import a_unit

FARMERS = a_unit(id=1, name="Hội Nông dân tỉnh", short_name="HND")
WOMEN = a_unit(id=2, name="Hội Liên hiệp Phụ nữ tỉnh", short_name="Hội LHPN")
DAY = date(2018, 3, 31)
GROUP = UnitGroup(id=1, name="các tổ chức chính trị - xã hội tỉnh", aliases="khối đoàn thể")


def test_a_group_goes_by_all_its_names() -> None:
    assert GROUP.names == ("các tổ chức chính trị - xã hội tỉnh", "khối đoàn thể")
    ensure_group(GROUP, (GROUP,), (FARMERS, WOMEN))


@pytest.mark.parametrize(
    ("name", "aliases", "code"),
    [
        pytest.param(" ", "", "group_name_missing", id="none"),
        pytest.param("hoi nong dan tinh", "", "group_name_taken", id="of a unit"),
        pytest.param("các hội", "Khối Đoàn thể", "group_name_taken", id="of another group"),
    ],
)
def test_a_name_that_is_missing_or_means_two_things_is_refused(name, aliases, code) -> None:
    new = UnitGroup(id=0, name=name, aliases=aliases)

    with pytest.raises(RuleViolation, match=code):
        ensure_group(new, (GROUP,), (FARMERS, WOMEN))


def test_a_unit_is_there_from_its_first_day_through_its_last() -> None:
    unit = a_unit(valid_from=date(2018, 1, 1), valid_to=date(2018, 3, 31))

    assert unit.is_in_force(date(2018, 3, 31))
    assert not unit.is_in_force(date(2018, 4, 1))
    assert not unit.is_in_force(date(2017, 12, 31))


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        pytest.param(
            a_unit(id=1, valid_from=date(2018, 2, 1), valid_to=date(2018, 1, 1)),
            "unit_ends_first",
            id="ends before it begins",
        ),
        pytest.param(a_unit(id=1, successor_id=1), "unit_follows_itself", id="itself"),
        pytest.param(a_unit(id=1, successor_id=2), "unit_follows_itself", id="in a circle"),
    ],
)
def test_the_time_and_the_successor_of_a_unit_make_sense(unit, code) -> None:
    with pytest.raises(RuleViolation, match=code):
        ensure_lasts(unit, (unit, a_unit(id=2, successor_id=1)))


def test_a_second_unit_of_the_same_name_is_told_of_both() -> None:
    again = a_unit(id=3, name="HỘI NÔNG DÂN TỈNH", short_name="Hội ND")

    assert twins((FARMERS, WOMEN, again)) == {1: ("Hội ND",), 3: ("HND",)}


# --- on papers


def group_of(*units, number=1, name="các tổ chức chính trị - xã hội tỉnh"):
    return GroupOfUnits(group=UnitGroup(id=number, name=name), units=units)


def test_a_group_is_named_instead_of_its_units_where_all_are_addressed() -> None:
    groups = on_day([group_of(FARMERS, WOMEN)], DAY)

    assert spoken_of(("Ban Dân vận", WOMEN.name, "Công an tỉnh", FARMERS.name), groups) == (
        "Ban Dân vận", "các tổ chức chính trị - xã hội tỉnh", "Công an tỉnh",
    )  # fmt: skip
    assert spoken_of((WOMEN.name, "Công an tỉnh"), groups) == (WOMEN.name, "Công an tỉnh")
    assert spoken_of((), groups) == ()


def test_the_larger_group_speaks_for_a_unit_of_two() -> None:
    youth = a_unit(id=3, name="Tỉnh Đoàn", short_name="TĐ")
    groups = on_day(
        [group_of(FARMERS, WOMEN, name="hai hội"), group_of(WOMEN, FARMERS, youth, number=2)], DAY
    )

    assert spoken_of((FARMERS.name, WOMEN.name, youth.name), groups) == (groups[0].name,)
    assert spoken_of((FARMERS.name, WOMEN.name), groups) == ("hai hội",)


def test_who_has_ended_need_not_be_addressed_and_a_group_of_one_is_that_unit() -> None:
    ended = a_unit(id=3, name="Hội cũ", short_name="HC", valid_to=date(2017, 1, 1))
    groups = on_day([group_of(FARMERS, WOMEN, ended)], DAY)

    assert spoken_of((FARMERS.name, WOMEN.name), groups) == (groups[0].name,)
    assert spoken_of((FARMERS.name, ended.name, WOMEN.name), groups) == (groups[0].name,)
    assert on_day([group_of(FARMERS, ended)], DAY) == ()
