"""A task read with a few others shows what it shows in the whole register."""

from datetime import date

import pytest

from coordapp.domain.tasks.queries import TaskQuery
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.queries import task_queries


@pytest.fixture
def sample(tmp_path):
    write_sample(tmp_path / "mau.db")
    opened = Store.open(tmp_path / "mau.db")
    yield opened
    opened.close()


@pytest.fixture
def all_rows(sample, monkeypatch):
    monkeypatch.setattr(task_queries, "_FEW", -1)
    rows = task_queries.find(sample.connection, TaskQuery(), SAMPLE_DAY)
    monkeypatch.undo()
    return rows


def test_few_tasks_show_what_all_show(sample, all_rows):
    assert any(row.coordinating for row in all_rows)
    assert any(row.latest_result for row in all_rows)
    assert any(row.children for row in all_rows)
    assert any(row.parent_code for row in all_rows)
    assert task_queries.find(sample.connection, TaskQuery(), SAMPLE_DAY) == all_rows


def test_a_task_alone_shows_what_it_shows_among_all(sample, all_rows):
    alone = [task_queries.get_row(sample.connection, row.task.id, SAMPLE_DAY) for row in all_rows]

    assert alone == all_rows


def test_no_task_shows_nothing(sample):
    query = TaskQuery(text="khong co chu nay")

    assert task_queries.find(sample.connection, query, date(2018, 3, 31)) == []
