"""Programmes, roadmaps and directives refuse what nobody could carry out."""

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.programmes.directive import (
    Directive,
    DirectiveSection,
    ensure_directive,
    ensure_section,
)
from coordapp.domain.programmes.milestone import Judgement, Milestone, ensure_milestone
from coordapp.domain.programmes.programme import (
    DoneCount,
    ItemScope,
    Programme,
    ProgrammeItem,
    ProgrammeParty,
    counted,
    ensure_item,
    ensure_party,
    ensure_programme,
)

PROGRAMME = Programme(id=1, code="", title="Phối hợp", first_year=2016, last_year=2021)


def an_item(**given) -> ProgrammeItem:
    usual = {"title": "Tuyên truyền", "year": 2018}
    return ProgrammeItem(id=1, programme_id=1, position=1, **(usual | given))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title": " "}, "programme_title_missing"),
        ({"first_year": 2022}, "years_reversed"),
        ({"first_year": 17}, "year_range"),
        ({"last_year": 20211}, "year_range"),
    ],
)
def test_a_programme_has_a_title_and_years_in_order(given, code):
    usual = {"title": "Phối hợp", "first_year": 2016, "last_year": 2021}
    with pytest.raises(RuleViolation, match=code):
        ensure_programme(Programme(id=1, code="", **(usual | given)))


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (an_item(title=""), "item_title_missing"),
        (an_item(scope=ItemScope.REGISTERED), "registered_by_nobody"),
        (an_item(year=2015), "year_outside_programme"),
        (an_item(year=2022), "year_outside_programme"),
    ],
)
def test_an_item_says_what_for_whom_and_within_the_programme(item, code):
    with pytest.raises(RuleViolation, match=code):
        ensure_item(item, PROGRAMME)


def test_an_item_of_the_first_or_last_year_is_in_the_programme():
    ensure_item(an_item(year=2016), PROGRAMME)
    ensure_item(an_item(year=2021, scope=ItemScope.REGISTERED, unit_id=2), PROGRAMME)


def test_a_party_is_a_unit_or_has_a_name():
    ensure_party(ProgrammeParty(id=1, programme_id=1, position=1, unit_id=3))
    ensure_party(ProgrammeParty(id=1, programme_id=1, position=1, name="Hội Chữ thập đỏ"))
    with pytest.raises(RuleViolation, match="party_missing"):
        ensure_party(ProgrammeParty(id=1, programme_id=1, position=1))


def test_tasks_of_items_are_added_by_scope_and_a_scope_without_any_counts_none():
    common, other = an_item(), an_item(title="Thi đua")

    sums = counted([(common, DoneCount(total=4, done=3)), (other, DoneCount(total=5, done=5))])

    assert sums == {
        ItemScope.COMMON: DoneCount(total=9, done=8),
        ItemScope.REGISTERED: DoneCount(),
    }


@pytest.mark.parametrize("count", [(1, 2), (3, -1)])
def test_more_done_than_there_are_is_no_count(count):
    with pytest.raises(RuleViolation, match="count_beyond_total"):
        DoneCount(total=count[0], done=count[1])


def test_a_directive_is_found_by_number_and_subject():
    with pytest.raises(RuleViolation, match="directive_number_missing"):
        ensure_directive(Directive(id=1, code="", number=" ", subject="Nghị quyết"))
    with pytest.raises(RuleViolation, match="subject_missing"):
        ensure_directive(Directive(id=1, code="", number="09-NQ/TU", subject=""))


@pytest.mark.parametrize(
    ("given", "code"),
    [({"title": ""}, "section_title_missing"), ({"level": 0}, "section_level"),
     ({"level": 4}, "section_level")],
)  # fmt: skip
def test_a_section_has_words_and_one_of_three_levels(given, code):
    section = {"title": "Thi đua"} | given
    with pytest.raises(RuleViolation, match=code):
        ensure_section(DirectiveSection(id=1, directive_id=1, position=1, **section))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"planned": ""}, "milestone_without_target"),
        ({"directive_id": 1}, "milestone_of_nothing"),
        ({"programme_id": None}, "milestone_of_nothing"),
        ({"year": 18}, "year_range"),
        ({"judgement": Judgement.MET}, "judged_without_result"),
        ({"judgement": Judgement.PARTLY, "done": " "}, "judged_without_result"),
    ],
)
def test_a_milestone_is_one_target_of_one_place_judged_by_its_result(given, code):
    usual = {"planned": "Mỗi xã một mô hình", "programme_id": 1, "year": 2018}
    with pytest.raises(RuleViolation, match=code):
        ensure_milestone(Milestone(id=1, **(usual | given)))


def test_a_target_can_be_missed_without_anything_done():
    ensure_milestone(
        Milestone(id=1, programme_id=1, year=2018, planned="Mô hình", judgement=Judgement.NOT_MET)
    )
