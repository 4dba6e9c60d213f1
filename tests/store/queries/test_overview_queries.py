"""The first page counts each task once, and as the register counts it."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.figures.overview import MOST_URGENT, Standing, count, standing
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import (
    CLOSED,
    DeadlineState,
    Urgency,
    WorkState,
    deadline_state,
    is_counted,
)
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import open_reader
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, TASKS
from coordapp.store.past import replay
from coordapp.store.queries import overview_queries, task_queries, unit_queries
from tests.build import a_conclusion, a_conference, a_task, a_unit

TODAY = date(2018, 3, 31)
FARMERS = a_unit(id=UnitId(1), name="Hội Nông dân", short_name="HND", position=1)
WOMEN = a_unit(id=UnitId(2), name="Hội Phụ nữ", short_name="HPN", position=2)
UNITS = (FARMERS, WOMEN)
NAMES = {unit.id: unit.short_name for unit in UNITS}


def a_row(
    number: int = 1, children: int = 0, coordinating: tuple[str, ...] = (), **given
) -> TaskRow:
    task = a_task(id=TaskId(number), code=f"NV-2018-{number:03d}", **given)
    return TaskRow(
        task=task,
        deadline=deadline_state(task, TODAY, 3),
        children=children,
        coordinating=coordinating,
    )


@st.composite
def registers(draw) -> list[TaskRow]:
    days = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days))
    return [
        a_row(
            number,
            children=draw(st.sampled_from((0, 0, 0, 2))),
            coordinating=tuple(draw(st.sets(st.sampled_from(tuple(NAMES.values()))))),
            due=draw(st.none() | days),
            work_state=draw(st.sampled_from(WorkState)),
            finished_on=draw(st.none() | days),
            lead_unit_id=draw(st.sampled_from((None, *NAMES))),
            urgency=draw(st.sampled_from(Urgency)),
        )
        for number in range(1, draw(st.integers(0, 25)) + 1)
    ]


@given(registers())
def test_the_parts_of_the_chart_make_the_whole(rows) -> None:
    counts = count(rows, UNITS, TODAY)
    tasks_alone = [row for row in rows if not row.children and is_counted(row.task)]
    parts = Counter()
    for unit in counts.by_unit:
        assert unit.total == sum(unit.counts.values()) > 0
        parts.update(unit.counts)

    assert counts.total == len(tasks_alone) == sum(parts.values())
    assert +parts == Counter(map(standing, tasks_alone))
    assert parts[Standing.OVERDUE] == counts.overdue
    assert parts[Standing.DUE_SOON] == counts.due_soon
    assert parts[Standing.DONE] == counts.total - counts.open - sum(
        row.task.work_state is WorkState.CANCELLED for row in tasks_alone
    )


@given(registers())
def test_what_is_urgent_is_open_and_in_the_order_of_its_dates(rows) -> None:
    urgent = count(rows, UNITS, TODAY).urgent
    dated = [
        row
        for row in rows
        if not row.children
        and row.task.due
        and row.task.work_state not in {*CLOSED, WorkState.ON_HOLD, WorkState.DRAFT}
    ]

    assert len(urgent) == min(MOST_URGENT, len(dated))
    dues = [row.task.due for row in urgent]
    assert dues == sorted(row.task.due for row in dated)[: len(urgent)]


@given(registers())
def test_a_unit_is_behind_by_what_it_leads_and_the_longest_list_comes_first(rows) -> None:
    counts = count(rows, UNITS, TODAY)
    late = [row for row in rows if not row.children and row.deadline is DeadlineState.OVERDUE]

    assert [unit.total for unit in counts.behind] == sorted(
        (unit.total for unit in counts.behind), reverse=True
    )
    assert {unit.unit.id for unit in counts.behind} == {
        row.task.lead_unit_id for row in late if row.task.lead_unit_id
    }
    for behind in counts.behind:
        name = behind.unit.short_name
        assert behind.total == sum(
            row.task.lead_unit_id == behind.unit.id or name in row.coordinating for row in late
        )


def test_a_task_due_today_is_counted_with_those_due_soon() -> None:
    rows = [
        a_row(1, due=TODAY),
        a_row(2, due=TODAY + timedelta(3)),
        a_row(3, due=date(2018, 3, 30)),
    ]

    counts = count(rows, UNITS, TODAY)

    assert (counts.due_today, counts.due_soon, counts.overdue) == (1, 2, 1)
    assert counts.longest_overdue == 1


def test_of_one_day_the_more_urgent_comes_first() -> None:
    rows = [a_row(1, due=TODAY), a_row(2, due=TODAY, urgency=Urgency.EXPRESS)]

    assert [row.id for row in count(rows, UNITS, TODAY).urgent] == [2, 1]


def test_units_stand_in_protocol_order_and_nobodys_tasks_last() -> None:
    rows = [a_row(1), a_row(2, lead_unit_id=WOMEN.id), a_row(3, lead_unit_id=FARMERS.id)]

    assert [found.unit for found in count(rows, UNITS, TODAY).by_unit] == [FARMERS, WOMEN, None]


# --- reading


def test_an_empty_file_is_said_to_be_empty(store) -> None:
    read = overview_queries.read(store.connection, TODAY)

    assert read.is_empty
    assert read.counts.total == 0
    assert (read.next_conference, read.without_tasks, read.due_soon_days) == (None, (), 3)


def test_a_conference_alone_makes_the_file_not_empty(store) -> None:
    with store.write(Op.ADD_CONFERENCE) as work:
        work.add(CONFERENCES, a_conference())

    assert not overview_queries.read(store.connection, TODAY).is_empty


@pytest.mark.parametrize(
    ("held_on", "state", "comes"),
    [
        pytest.param(TODAY, ConferenceState.INVITED, True, id="today's is still to come"),
        pytest.param(TODAY - timedelta(1), ConferenceState.PLANNED, False, id="a past one not"),
        pytest.param(TODAY, ConferenceState.HELD, False, id="one held today not"),
        pytest.param(TODAY + timedelta(9), ConferenceState.POSTPONED, False, id="a postponed not"),
        pytest.param(None, ConferenceState.PLANNED, False, id="one without a date not"),
    ],
)
def test_the_next_conference_is_one_still_to_be_held(store, held_on, state, comes) -> None:
    with store.write(Op.ADD_CONFERENCE) as work:
        work.add(CONFERENCES, a_conference(held_on=held_on, state=state))

    assert (overview_queries.next_conference(store.connection, TODAY) is not None) is comes


def test_of_two_conferences_the_earlier_is_next(store) -> None:
    with store.write(Op.ADD_CONFERENCE) as work:
        for number, days in enumerate((9, 5, 20), start=1):
            work.add(
                CONFERENCES,
                a_conference(
                    code=f"HN-2018-{number:02d}",
                    state=ConferenceState.PLANNED,
                    held_on=TODAY + timedelta(days),
                ),
            )

    assert overview_queries.next_conference(store.connection, TODAY).code == "HN-2018-02"


def test_a_conclusion_with_a_task_or_a_reason_is_not_asked_about(store) -> None:
    with store.write(Op.ADD_CONCLUSION) as work:
        work.add(CONFERENCES, a_conference())
        with_task = work.add(CONCLUSIONS, a_conclusion(number=1))
        work.add(CONCLUSIONS, a_conclusion(number=2, no_task_reason="Chỉ đánh giá"))
        work.add(CONCLUSIONS, a_conclusion(number=3))
        work.add(TASKS, a_task(conclusion_id=with_task.id))

    (found,) = overview_queries.conclusions_without_tasks(store.connection)

    assert (found.conclusion.number, found.conference_code) == (3, "HN-2018-01")
    assert found.held_on == date(2018, 3, 15)


def test_the_register_on_a_past_day_also_knows_what_was_due_that_day(tmp_path) -> None:
    path = tmp_path / "mau.db"
    write_sample(path)
    query = TaskQuery(due_today=True)

    with open_reader(path) as reader:
        today = task_queries.find(reader, query, SAMPLE_DAY)
        then = replay.find(reader, query, SAMPLE_DAY)
        counts = count(
            task_queries.find(reader, TaskQuery(), SAMPLE_DAY),
            unit_queries.all_units(reader),
            SAMPLE_DAY,
        )

    assert today == then
    assert all(row.task.due == SAMPLE_DAY for row in today)
    soon = [row for row in today if row.deadline is DeadlineState.DUE_SOON and not row.children]
    assert counts.due_today == len(soon) > 0
