"""What giving sections to units, and deleting what others speak of, does to the file."""

from datetime import date

import pytest

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.programmes.programme import Programme
from coordapp.domain.tasks.task import Origin
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.programmes import directive_actions, programme_actions, section_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.case_tables import CONCLUSION_SOURCES, INDICATORS
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import programme_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit
from tests.founding import set_up
from tests.services.case_actions import (
    a_directive,
    a_programme,
    a_section,
    a_source,
    an_item,
    give_section,
    open_case,
)

TODAY = date(2018, 3, 31)


@pytest.fixture
def units(store):
    set_up(store)
    return tuple(
        committee_actions.add_unit(store, a_unit(name=name, short_name=name)).id
        for name in ("Tỉnh Đoàn", "HND", "LĐLĐ")
    )


@pytest.fixture
def section(store):
    directive = directive_actions.add(store, a_directive(), TODAY)
    return directive_actions.add_section(store, a_section(directive))


def give(store, section, *unit_ids):
    changes = give_section(section, *unit_ids, product="Kế hoạch")
    return section_actions.assign(store, changes, TODAY)


def test_a_section_for_one_unit_is_one_task_that_quotes_it(store, units, section):
    (task,) = give(store, section, units[0])

    assert (task.lead_unit_id, task.parent_id) == (units[0], None)
    assert (task.origin, task.quoted, task.product) == (
        Origin.DIRECTIVE, "Tuyên truyền", "Kế hoạch",
    )  # fmt: skip


def test_a_section_for_several_units_is_a_parent_with_a_task_of_each(store, units, section):
    parent, *children = give(store, section, *units)

    assert parent.lead_unit_id is None
    assert [task.lead_unit_id for task in children] == list(units)
    assert {task.parent_id for task in children} == {parent.id}


def test_a_unit_added_later_joins_those_that_have_the_section(store, units, section):
    (first,) = give(store, section, units[0])

    parent, child = give(store, section, units[0], units[1])

    assert child.parent_id == parent.id
    assert TASKS.get(store.connection, first.id).parent_id == parent.id
    (last,) = give(store, section, units[2])
    assert last.parent_id == parent.id


def test_nothing_is_given_twice(store, units, section):
    give(store, section, units[0])
    with pytest.raises(RuleViolation, match="nothing_to_assign"):
        give(store, section, units[0])


def test_parents_are_not_counted_beside_their_children(store, units, section):
    made = give(store, section, *units)
    task_actions.delete(store, [made[-1].id])

    (row,) = programme_queries.section_rows(store.connection, section.directive_id)

    assert (row.count.total, row.count.done) == (2, 0)
    assert len(row.task_codes) == 3


def test_pasted_sections_stand_behind_those_that_are_there(store, section):
    directive_actions.paste_sections(store, section.directive_id, "1. Quán triệt\na) Học tập")

    found = programme_queries.sections(store.connection, section.directive_id)

    assert [(one.position, one.level, one.title) for one in found] == [
        (1, 1, "Tuyên truyền"), (2, 1, "Quán triệt"), (3, 2, "Học tập"),
    ]  # fmt: skip


def test_a_text_without_numbers_makes_no_section(store, section):
    with pytest.raises(RuleViolation, match="no_section_read"):
        directive_actions.paste_sections(store, section.directive_id, "Kính gửi")


def test_what_a_conclusion_rests_on_is_noted_once(store, section):
    conference = conference_actions.add(store, a_conference(), TODAY)
    conclusion = conclusion_actions.add(store, a_conclusion(conference_id=conference.id))
    directive = programme_queries.all_directives(store.connection)[0]

    for _ in range(2):
        directive_actions.add_conclusion_source(store, a_source(conclusion, directive))

    assert len(CONCLUSION_SOURCES.where(store.connection)) == 1


@pytest.fixture
def case(store, units):
    conference = conference_actions.add(store, a_conference(), TODAY)
    conclusion = conclusion_actions.add(store, a_conclusion(conference_id=conference.id))
    task = task_actions.add(store, TaskDraft(task=a_task()), TODAY)
    return open_case(store, units[:2], task.id, conclusion)


def test_a_deleted_directive_leaves_its_tasks_and_indicators(store, case):
    directive_actions.delete(store, case.directive.id)

    assert TASKS.get(store.connection, case.task_id).directive_section_id is None
    assert INDICATORS.get(store.connection, case.indicator.id).directive_section_id is None
    assert CONCLUSION_SOURCES.where(store.connection) == []


def test_a_deleted_programme_leaves_its_tasks(store, case):
    programme_actions.delete(store, case.programme.id)
    assert TASKS.get(store.connection, case.task_id).programme_item_id is None


def test_a_deleted_conclusion_leaves_its_indicator_and_takes_its_sources(store, case):
    conclusion_actions.delete(store, case.conclusion.id)

    assert INDICATORS.get(store.connection, case.indicator.id).conclusion_id is None
    assert CONCLUSION_SOURCES.where(store.connection) == []


def test_joined_conclusions_rest_on_what_either_rested_on(store, case):
    other = conclusion_actions.add(
        store, a_conclusion(conference_id=case.conclusion.conference_id, number=0)
    )
    directive_actions.add_conclusion_source(store, a_source(other, case.directive))

    conclusion_actions.merge_with_next(store, case.conclusion.id)

    assert {one.conclusion_id for one in CONCLUSION_SOURCES.where(store.connection)} == {
        case.conclusion.id
    }
    assert len(CONCLUSION_SOURCES.where(store.connection)) == 2


def test_a_deleted_task_leaves_its_indicator(store, case):
    task_actions.delete(store, [case.task_id])
    assert INDICATORS.get(store.connection, case.indicator.id).task_id is None


def test_a_programme_is_not_cut_to_years_its_items_lie_outside(store):
    programme = programme_actions.add(store, a_programme())
    programme_actions.add_item(store, an_item(programme, year=2021))
    with pytest.raises(RuleViolation, match="year_outside_programme"):
        programme_actions.edit(store, Programme(
            id=programme.id, code=programme.code, title=programme.title, first_year=2016,
            last_year=2020,
        ))  # fmt: skip
