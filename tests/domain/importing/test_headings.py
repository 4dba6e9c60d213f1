"""Whose the tasks below a heading are."""

from coordapp.domain.importing.headings import HeadingScope
from coordapp.domain.importing.layout.lines import LineKind
from tests.domain.importing.building import UNITS, lines_of

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
