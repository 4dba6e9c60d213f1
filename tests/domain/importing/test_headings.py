"""Whose the tasks below a heading are."""

import pytest

from coordapp.domain.importing.headings import HeadingScope, owner_above
from coordapp.domain.importing.layout.lines import LineKind
from tests.domain.importing.building import UNITS, lines_of, the_table

TITLES = ["TT", "Nhiệm vụ", "Hạn"]
TASK = [1, "Rà soát các hộ đăng ký vay vốn", "30/6/2018"]


def scope_after(*headings):
    scope = HeadingScope(UNITS)
    rows = [row for heading in headings for row in (heading, TASK)]
    for line in lines_of(TITLES, *rows):
        if line.kind is LineKind.HEADING:
            scope.take(line)
    return scope


def test_a_unit_leads_until_the_next() -> None:
    assert scope_after(["I", "Hội Nông dân tỉnh", None]).unit == 1
    assert scope_after(["I", "Hội Nông dân tỉnh", None], ["II", "Tỉnh Đoàn", None]).unit == 2


def test_a_theme_of_the_same_rank_ends_it_and_one_below_does_not() -> None:
    unit = ["I", "Hội Nông dân tỉnh", None]

    assert scope_after(unit, ["II", "Nhiệm vụ chung", None]).unit is None
    assert scope_after(unit, [None, "NHIỆM VỤ TRỌNG TÂM", None]).unit == 1


def test_another_spelling_is_proposed_and_an_unknown_unit_named() -> None:
    proposed = scope_after(["I", "Hội Nông Dâm tỉnh", None])
    unknown = scope_after(["I", "Sở Lạ", None])

    assert (proposed.unit, proposed.typed) == (1, "Hội Nông Dâm tỉnh")
    assert (unknown.unit, unknown.unknown) == (None, "Sở Lạ")


def test_a_theme_that_sounds_like_a_unit_is_none() -> None:
    assert scope_after(["I", "Hội nghị, hội thảo", None]).unknown == ""


@pytest.mark.parametrize(
    ("above", "owner"),
    [
        ("Đơn vị: Hội Nông dân tỉnh", "Hội Nông dân tỉnh"),
        ("Cơ quan, đơn vị thực hiện:  Sở Lạ", "Sở Lạ"),
        ("Đơn vị: triệu đồng", ""),
        ("HỘI NÔNG DÂN TỈNH", ""),
    ],
)
def test_a_table_without_units_is_that_of_the_unit_named_above_it(above, owner) -> None:
    table = the_table([above], ["SỔ NĂM 2018"], TITLES, TASK)

    assert owner_above(table, UNITS) == owner


def test_a_sheet_may_bear_the_name_of_its_unit() -> None:
    assert owner_above(the_table(TITLES, TASK, name="HND"), UNITS) == "HND"
    assert owner_above(the_table(TITLES, TASK, name="Quý I"), UNITS) == ""


def test_a_column_of_units_speaks_for_itself() -> None:
    rows = (["Đơn vị: HND"], [*TITLES, "Đơn vị chủ trì"], [*TASK, "Tỉnh Đoàn"])

    assert owner_above(the_table(*rows), UNITS) == ""


def test_below_a_theme_the_unit_of_the_whole_table_leads_again() -> None:
    scope = HeadingScope(UNITS, "HND")
    lines = lines_of(TITLES, ["I", "Tỉnh Đoàn", None], TASK, ["II", "Việc chung", None], TASK)

    led = []
    for line in lines:
        if line.kind is LineKind.HEADING:
            scope.take(line)
        led.append((scope.unit, scope.is_above))

    assert led == [(2, False), (2, False), (1, True), (1, True)]
