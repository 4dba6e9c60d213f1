"""The one box finds the work by kind, and agrees with the filters of the lists."""

import random

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.matching import finds
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file import search
from coordapp.store.file.tables import ALL
from coordapp.store.finding.search_groups import groups
from coordapp.store.queries import conclusion_queries, task_queries
from tests.build import a_task
from tests.store.queries.conftest import TODAY

_SYLLABLES = [
    "rà",
    "soát",
    "Đảng",
    "ủy",
    "tỉnh",
    "hộ",
    "vay",
    "vốn",
    "đẩy",
    "mạnh",
    "lực",
    "lượng",
    "vũ",
    "trang",
    "MTTQ",
    "xã",
    "2018",
    "số",
    "05",
]


def shown(office, typed, **given):
    return {group.kind: group for group in groups(office.store.connection, typed, **given)}


def test_tasks_come_first_and_are_found_by_any_name_of_their_unit(office):
    reader = office.store.connection
    unit = reader.execute(
        "select u.name, u.short_name from unit u join task t on t.lead_unit_id = u.id"
    ).fetchone()
    for name in unit:
        found = groups(reader, name)
        assert found[0].kind is Kind.TASK
        assert found[0].count == len(task_queries.ids_by_text(reader, name)) > 0


def test_a_kind_says_how_many_there_are_and_shows_the_first(office):
    for number in range(8):
        task = a_task(code="", title=f"Rà soát hộ vay vốn {number}", assigned_on=TODAY)
        task_actions.add(office.store, TaskDraft(task=task), TODAY)

    tasks = shown(office, "ra soat ho vay", of_each=3)[Kind.TASK]

    assert (tasks.count >= 8, len(tasks.hits)) == (True, 3)


def test_the_short_forms_of_the_office_find_what_they_stand_for(office):
    for title in ("Tuyên truyền trong lực lượng vũ trang", "Vận động LLVT tỉnh"):
        task = a_task(code="", title=title, assigned_on=TODAY)
        task_actions.add(office.store, TaskDraft(task=task), TODAY)

    for typed in ("LLVT", "lực lượng vũ trang", "llvt"):
        assert shown(office, typed)[Kind.TASK].count == 2


@pytest.mark.parametrize("seed", range(12))
def test_box_filter_and_rule_agree_on_any_words(office, seed):
    chance, reader = random.Random(seed), office.store.connection
    for _ in range(10):
        title = " ".join(chance.choices(_SYLLABLES, k=chance.randint(1, 6)))
        task_actions.add(office.store, TaskDraft(task=a_task(code="", title=title)), TODAY)
    for _ in range(20):
        typed = " ".join(chance.choices(_SYLLABLES, k=chance.randint(1, 3)))[
            : chance.randint(1, 12)
        ]
        found = shown(office, typed)
        for kind, ids in (
            (Kind.TASK, task_queries.ids_by_text(reader, typed)),
            (Kind.CONCLUSION, conclusion_queries.ids_by_text(reader, typed)),
        ):
            count = found[kind].count if kind in found else 0
            assert count == len(ids), (typed, kind)
        sought = search.wanted(reader, typed)
        by_index = search.ids_by_kind(reader, typed)
        for kind, table in ALL.items():
            held = {one.id: table.search_text(one) for one in table.where(reader, "1")}
            by_rule = {one for one, text in held.items() if text and finds(sought, text)}
            assert set(by_index.get(kind, ())) == (by_rule if not sought.is_empty else set()), typed
