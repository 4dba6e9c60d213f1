"""The first page counts each task once, and as the register counts it."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.figures.overview import MOST_URGENT, Standing, TaskFigure, count, standing
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import (
    CLOSED,
    DeadlineState,
    Urgency,
    WorkState,
    is_counted,
)
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Reader, Store, open_reader
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, COORDINATIONS, TASKS
from coordapp.store.past import replay
from coordapp.store.queries import overview_queries, task_queries, unit_queries
from tests.build import a_conclusion, a_conference, a_figure, a_task, a_unit

TODAY = date(2018, 3, 31)
FARMERS = a_unit(id=UnitId(1), name="Hội Nông dân", short_name="HND", position=1)
WOMEN = a_unit(id=UnitId(2), name="Hội Phụ nữ", short_name="HPN", position=2)
UNITS = (FARMERS, WOMEN)


def a_row(number: int = 1, **given) -> TaskFigure:
    return a_figure(TODAY, 3, id=TaskId(number), code=f"NV-2018-{number:03d}", **given)


DAYS = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days))
# made once: to make them for each row again took most of the time of these tests
GIVEN = st.fixed_dictionaries(
    {
        "gathers": st.sampled_from((False, False, False, True)),
        "takes_part": st.frozensets(st.sampled_from([unit.id for unit in UNITS])),
        "due": st.none() | DAYS,
        "work_state": st.sampled_from(WorkState),
        "finished_on": st.none() | DAYS,
        "lead_unit_id": st.sampled_from((None, *(unit.id for unit in UNITS))),
        "urgency": st.sampled_from(Urgency),
    }
)
# as often long as short: a list of no given length is mostly short
REGISTERS = (
    st.integers(0, 25)
    .flatmap(lambda size: st.lists(GIVEN, min_size=size, max_size=size))
    .map(lambda rows: [a_row(number, **given) for number, given in enumerate(rows, start=1)])
)


@given(REGISTERS)
def test_the_parts_of_the_chart_make_the_whole(rows) -> None:
    counts = count(rows, UNITS, TODAY)
    tasks_alone = [row for row in rows if not row.gathers and is_counted(row)]
    parts = Counter()
    for unit in counts.by_unit:
        assert unit.total == sum(unit.counts.values()) > 0
        parts.update(unit.counts)

    assert counts.total == len(tasks_alone) == sum(parts.values())
    assert +parts == Counter(row.standing for row in tasks_alone)
    assert parts[Standing.OVERDUE] == counts.overdue
    assert parts[Standing.DUE_SOON] == counts.due_soon
    assert parts[Standing.DONE] == counts.total - counts.open - sum(
        row.work_state is WorkState.CANCELLED for row in tasks_alone
    )


@given(REGISTERS)
def test_what_is_urgent_is_open_and_in_the_order_of_its_dates(rows) -> None:
    urgent = count(rows, UNITS, TODAY).urgent
    dated = [
        row
        for row in rows
        if not row.gathers
        and row.due
        and row.work_state not in {*CLOSED, WorkState.ON_HOLD, WorkState.DRAFT}
    ]

    assert len(urgent) == min(MOST_URGENT, len(dated))
    dues = [row.due for row in urgent]
    assert dues == sorted(row.due for row in dated)[: len(urgent)]


@given(REGISTERS)
def test_a_unit_is_behind_by_what_it_leads_and_the_longest_list_comes_first(rows) -> None:
    counts = count(rows, UNITS, TODAY)
    late = [row for row in rows if not row.gathers and row.deadline is DeadlineState.OVERDUE]

    assert [unit.total for unit in counts.behind] == sorted(
        (unit.total for unit in counts.behind), reverse=True
    )
    assert {unit.unit.id for unit in counts.behind} == {
        row.lead_unit_id for row in late if row.lead_unit_id
    }
    for behind in counts.behind:
        own = behind.unit.id
        assert behind.total == sum(row.lead_unit_id == own or own in row.takes_part for row in late)


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
        counts = overview_queries.read(reader, SAMPLE_DAY).counts

    assert today == then
    assert all(row.task.due == SAMPLE_DAY for row in today)
    soon = [row for row in today if row.deadline is DeadlineState.DUE_SOON and not row.children]
    assert counts.due_today == len(soon) > 0


# --- figures stand on the tasks that the register shows


def as_the_register_has_them(reader: Reader, today: date) -> list[TaskFigure]:
    ids = {unit.short_name: unit.id for unit in unit_queries.all_units(reader)}
    return [
        TaskFigure(
            id=row.id,
            code=row.task.code,
            lead_unit_id=row.task.lead_unit_id,
            work_state=row.task.work_state,
            urgency=row.task.urgency,
            due=row.task.due,
            deadline=row.deadline,
            standing=standing(row.task.work_state, row.deadline),
            gathers=bool(row.children),
            takes_part=frozenset(
                ids[name] for name in row.coordinating if row.deadline is DeadlineState.OVERDUE
            ),
        )
        for row in task_queries.find(reader, TaskQuery(), today)
    ]


def alone(figures: list[TaskFigure]) -> list[TaskFigure]:
    """Leave out parents, which the register shows by their children and no figure counts."""
    return sorted(figure for figure in figures if not figure.gathers)


def test_the_sample_is_counted_as_the_register_shows_it(sample: Store) -> None:
    found = overview_queries.task_figures(sample.connection, TODAY)
    shown = as_the_register_has_them(sample.connection, TODAY)

    assert alone(found) == alone(shown)
    assert {one.id for one in found if one.gathers} == {one.id for one in shown if one.gathers}


some_days = st.none() | st.integers(-20, 20).map(lambda days: TODAY + timedelta(days))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            dict,
            due=some_days,
            finished_on=some_days,
            work_state=st.sampled_from(WorkState),
            urgency=st.sampled_from(Urgency),
            lead=st.integers(0, 3),
            helps=st.integers(0, 3),
        ),
        max_size=8,
    )
)
def test_any_register_is_counted_as_it_is_shown(sample: Store, made: list[dict]) -> None:
    units = unit_queries.all_units(sample.connection)
    with sample.write(Op.WRITE_SAMPLE) as work:
        for number, given_task in enumerate(made):
            lead, helps = given_task.pop("lead"), given_task.pop("helps")
            code = sample.path.stem + f"-{number}-{work.op_id}"
            task = work.add(TASKS, a_task(code=code, lead_unit_id=units[lead].id, **given_task))
            if lead != helps:
                record = COORDINATIONS.record(id=0, task_id=task.id, unit_id=units[helps].id)
                work.add(COORDINATIONS, record)

    found = overview_queries.task_figures(sample.connection, TODAY)

    assert alone(found) == alone(as_the_register_has_them(sample.connection, TODAY))


@pytest.mark.parametrize("day", [date(2017, 6, 30), SAMPLE_DAY, date(2019, 1, 1)], ids=str)
def test_what_is_done_counts_the_same_in_one_number_as_task_by_task(sample: Store, day) -> None:
    units = unit_queries.all_units(sample.connection)
    one_by_one = count(overview_queries.task_figures(sample.connection, day), units, day)

    assert overview_queries.read(sample.connection, day).counts == one_by_one
