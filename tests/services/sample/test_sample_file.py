"""The sample is the case the program was made for, the same every year."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import StoreError
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import DeadlineState, WorkState
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Reader, Store, open_reader
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    health,
    task_queries,
    unit_queries,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(target)
    return target


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    with open_reader(path) as opened:
        yield opened


def test_the_file_carries_its_own_day_and_says_that_it_is_a_sample(reader: Reader) -> None:
    body = committee_queries.read(reader)
    assert body is not None
    assert (body.is_sample, body.working_day) == (True, SAMPLE_DAY)


def test_the_conference_of_2017_has_its_seven_conclusions(reader: Reader) -> None:
    conference = conference_queries.by_code(reader, "HN-2017-01")
    assert conference is not None
    rows = conference_queries.conclusions(reader, SAMPLE_DAY, conference.id)
    assert [row.conclusion.number for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert [row.conclusion.number for row in rows if not row.task_codes] == [7]


def test_conclusion_1_is_one_parent_with_one_child_for_every_unit(reader: Reader) -> None:
    rows = [
        row
        for row in task_queries.find(reader, TaskQuery(), SAMPLE_DAY)
        if row.conclusion_number == 1 and row.conference_code == "HN-2017-01"
    ]
    parents = [row for row in rows if row.children]
    children = [row for row in rows if row.parent_code]
    assert len(parents) == 1
    assert parents[0].children == len(children) == len(rows) - 1
    assert [row.lead_name for row in children] == [
        unit.short_name for unit in unit_queries.all_units(reader)
    ]


def test_every_work_state_and_every_deadline_state_occurs(reader: Reader) -> None:
    rows = task_queries.find(reader, TaskQuery(), SAMPLE_DAY)
    assert {row.task.work_state for row in rows} == set(WorkState)
    assert {row.deadline for row in rows} == set(DeadlineState)


def test_only_people_named_in_the_case_are_named(reader: Reader) -> None:
    named = {person.full_name for person in unit_queries.all_persons(reader)} - {""}
    assert named == {"Nguyễn Văn Hưởng", "Lê Hùng Sơn"}


def test_an_extension_joins_the_original_date_to_the_date_now(reader: Reader) -> None:
    extended = [
        (row.task, steps)
        for row in task_queries.find(reader, TaskQuery(), SAMPLE_DAY)
        if (steps := task_queries.extensions(reader, row.id))
    ]
    assert extended
    for task, steps in extended:
        assert (steps[-1].old_due, steps[0].new_due) == (task.original_due, task.due)


def test_nothing_in_the_sample_happened_after_its_day(reader: Reader) -> None:
    for row in task_queries.find(reader, TaskQuery(), SAMPLE_DAY):
        days = [row.task.assigned_on, row.task.finished_on]
        days += [report.happened_on for report in task_queries.reports(reader, row.id)]
        assert all(day is None or day <= SAMPLE_DAY for day in days), row.task.code


def test_the_sample_passes_its_own_check(reader: Reader) -> None:
    assert health.findings(reader) == []


def test_the_sample_is_written_as_one_action(path: Path) -> None:
    with open_reader(path) as reader:
        ops = reader.execute("select distinct op_id, op from change_log").fetchall()
    assert [op for _, op in ops] == [Op.WRITE_SAMPLE.value]


def test_two_samples_hold_the_same_records(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    write_sample(again)
    sql = "select kind, record_id, after, at from change_log order by id"
    with open_reader(path) as first, open_reader(again) as second:
        assert first.execute(sql).fetchall() == second.execute(sql).fetchall()


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "so.db"
    target.write_bytes(b"mine")
    with pytest.raises(StoreError, match="file_exists"):
        write_sample(target)
    assert target.read_bytes() == b"mine"


def test_the_sample_opens_for_writing(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(path.read_bytes())
    store = Store.open(copy)
    store.close()
