"""A group stands for its units wherever units are named."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.committee.unit_group import UnitGroup
from coordapp.domain.conclusions.reading.actors.directory import of_groups, of_units
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.importing.values.units import Units
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitGroupId
from coordapp.domain.words.messages import sentence
from coordapp.services.committee import committee_actions, group_actions
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file import search
from coordapp.store.queries import unit_queries
from tests.build import a_task, a_unit

NAME = "các tổ chức chính trị - xã hội tỉnh"


@pytest.fixture
def units(store):
    named = (("Hội Nông dân tỉnh", "HND"), ("Tỉnh Đoàn", "TĐ"), ("Sở Nội vụ", "SNV"))
    return [
        committee_actions.add_unit(store, a_unit(name=name, short_name=short, position=n))
        for n, (name, short) in enumerate(named, start=1)
    ]


@pytest.fixture
def group(store, units):
    made = group_actions.add(
        store, UnitGroup(id=UnitGroupId(0), name=NAME, aliases="khối đoàn thể")
    )
    group_actions.set_members(store, made.id, (units[1].id, units[0].id))
    return made


def test_the_units_of_a_group_come_in_the_order_of_protocol(store, group) -> None:
    (held,) = unit_queries.groups_of_units(store.connection)

    assert [unit.short_name for unit in held.units] == ["HND", "TĐ"]


def test_a_group_is_found_by_any_of_its_names(store, group) -> None:
    assert [hit.record_id for hit in search.find(store.connection, "khoi doan the")] == [group.id]


def test_a_unit_that_is_only_in_a_group_is_removed_and_one_with_tasks_is_not(
    store, units, group
) -> None:
    task_actions.add(
        store, TaskDraft(task=a_task(code="", lead_unit_id=units[0].id)), date(2018, 3, 1)
    )

    committee_actions.delete_unit(store, units[1].id)

    with pytest.raises(RuleViolation, match="unit_in_use") as refused:
        committee_actions.delete_unit(store, units[0].id)
    assert "1 nhiệm vụ" in sentence(refused.value)
    assert [unit.short_name for unit in unit_queries.all_units(store.connection)] == ["HND", "SNV"]
    store.undo()
    assert len(unit_queries.groups_of_units(store.connection)[0].units) == 2


def test_a_cell_of_a_register_that_names_a_group_names_its_units(store, units, group) -> None:
    book = Units(units, groups=unit_queries.groups_of_units(store.connection))

    for cell in (NAME, f"Sở Nội vụ; {NAME}", f"Sở Nội vụ, {NAME}", "Khối đoàn thể"):
        found = book.read(cell)
        assert {units[0].id, units[1].id} <= set(found.units), cell
        assert list(found.spelt_out.values()) == [(units[0].id, units[1].id)]
        assert not found.groups
        assert not found.unknown


def test_a_notice_that_names_a_group_gives_its_units(store, units, group) -> None:
    groups = unit_queries.groups_of_units(store.connection)
    reader = NoticeReader([*of_units(units), *of_groups(groups)])

    reading = reader.read(
        "Giao các tổ chức chính trị - xã hội tỉnh tổ chức tuyên truyền trước ngày 31/3/2018.",
        DeadlineContext(told_on=date(2018, 1, 5)),
    )

    (draft,) = reading.drafts
    assert [party.unit_ids for party in draft.leads] == [(units[0].id, units[1].id)]
