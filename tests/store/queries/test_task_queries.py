"""The register is filtered by what a person asks for, and a task is found by its key."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import CoordinationId, TaskId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import Coordination, DeadlineState, WorkState
from coordapp.store.file.tables import COORDINATIONS, TASKS
from coordapp.store.queries import task_queries
from tests.build import a_task
from tests.store.queries.conftest import TODAY


@pytest.fixture
def register(office):
    """Give the tasks by the letter that ends their codes."""
    with office.store.write(Op.WRITE_SAMPLE) as work:
        tasks = {
            "A": a_task(code="A", due=TODAY, lead_unit_id=office.farmers.id),
            "B": a_task(code="B", due=TODAY - timedelta(5), assigned_on=date(2017, 5, 1)),
            "C": a_task(code="C", work_state=WorkState.DONE, finished_on=TODAY),
            "D": a_task(code="D", title="Sơ kết phong trào", lead_unit_id=office.youth.id),
        }
        added = {code: work.add(TASKS, task) for code, task in tasks.items()}
        added["E"] = work.add(TASKS, a_task(code="E", parent_id=added["D"].id, title="Quý I"))
        work.add(
            COORDINATIONS,
            Coordination(
                id=CoordinationId(0),
                task_id=added["A"].id,
                unit_id=office.youth.id,
                part="cử người",
            ),
        )
    return added


def found(office, **asked) -> str:
    rows = task_queries.find(office.store.connection, TaskQuery(**asked), TODAY)
    return "".join(row.task.code for row in rows if len(row.task.code) == 1)


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({}, "ABCDE"),
        ({"text": "so ket"}, "D"),
        ({"text": "khong co chu nay"}, ""),
        ({"work_states": frozenset({WorkState.DONE})}, "C"),
        ({"deadline_states": frozenset({DeadlineState.OVERDUE})}, "B"),
        ({"due_today": True}, "A"),
        ({"unit_id": 2}, "AD"),
        ({"year": 2017}, "B"),
        ({"without_parents": True}, "ABCE"),
        ({"conference_id": 99}, ""),
    ],
)
def test_the_register_is_filtered_by(office, register, asked, codes):
    assert found(office, **asked) == codes


def test_the_tasks_of_a_conference_are_those_its_conclusions_gave(office, register):
    query = TaskQuery(conference_id=office.conference.id)
    (row,) = task_queries.find(office.store.connection, query, TODAY)

    assert row.task == office.task
    assert (row.conference_title, row.conclusion_number) == ("Giao ban quý I", 1)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        pytest.param("cu nguoi", "A", id="what a unit does in it"),
        pytest.param("tinh doan", "D", id="the unit that leads it"),
    ],
)
def test_a_task_is_found_by_words_that_stand_beside_it(office, register, typed, codes):
    assert found(office, text=typed) == codes


def test_a_task_is_read_by_its_code_as_lists_show_it(office, register):
    connection = office.store.connection

    row = task_queries.row_by_code(connection, "A", TODAY)

    assert row == task_queries.get_row(connection, register["A"].id, TODAY)
    assert (row.lead_name, row.coordinating) == ("HND", ("TĐ",))
    assert task_queries.row_by_code(connection, "Z", TODAY) is None
    assert task_queries.get_row(connection, TaskId(99), TODAY) is None


def test_a_parent_is_known_and_its_children_are_read(office, register):
    connection = office.store.connection

    assert task_queries.with_children(connection) == {register["D"].id}
    assert task_queries.children(connection, register["D"].id) == [register["E"]]
    assert task_queries.row_by_code(connection, "E", TODAY).parent_code == "D"


def test_the_child_of_a_period_is_found_beside_another(office, register):
    end = date(2018, 3, 14)
    with office.store.write(Op.WRITE_SAMPLE) as work:
        dated = replace(register["E"], original_due=end, due=end)
        work.put(TASKS, dated)
    connection, parent = office.store.connection, register["D"].id

    assert task_queries.of_period(connection, parent, end, besides=0) == dated
    assert task_queries.of_period(connection, parent, end, besides=dated.id) is None
    assert task_queries.of_period(connection, parent, TODAY, besides=0) is None


def test_coordinating_units_are_read_for_one_task_or_all(office, register):
    connection = office.store.connection
    (part,) = task_queries.all_coordinations(connection)

    assert task_queries.coordinations(connection, register["A"].id) == [part]
    assert task_queries.coordinations(connection, register["B"].id) == []
