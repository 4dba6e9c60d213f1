"""A stored value that the program does not know is told in words, wherever it is met."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from coordapp.domain.figures.status import Grouping
from coordapp.domain.kernel.errors import StoreError
from coordapp.domain.kernel.history import HistoryQuery
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.store import Reader, Store, open_reader
from coordapp.store.file import stored
from coordapp.store.past import replay, status_queries
from coordapp.store.queries import (
    conference_queries,
    history_queries,
    overview_queries,
    task_queries,
)

TODAY = date(2018, 3, 31)
READS: dict[str, Callable[[Reader], object]] = {
    "figures": lambda reader: overview_queries.task_figures(reader, TODAY),
    "first page": lambda reader: overview_queries.read(reader, TODAY),
    "register": lambda reader: task_queries.find(reader, TaskQuery(), TODAY),
    "past register": lambda reader: replay.find(reader, TaskQuery(), date(2018, 3, 1)),
    "status": lambda reader: list(status_queries.read(reader, TODAY, Grouping.UNIT)),
    "sources": lambda reader: status_queries.groups(reader, Grouping.SOURCE),
    "conferences": conference_queries.find,
    "history": lambda reader: history_queries.find(reader, HistoryQuery(), limit=5),
}
SPOILT = {
    "update task set work_state = 'xyz'": (
        "figures", "first page", "register", "past register", "status",
    ),
    "update task set due = '2018-02-31' where due is not null": (
        "figures", "first page", "register", "status",
    ),
    "update conference set held_on = 'xyz'": ("register", "sources", "conferences"),
    "update change_log set op = 'xyz'": ("history",),
    "update change_log set at = 'xyz'": ("history",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "read"), [(one, read) for one, reads in SPOILT.items() for read in reads]
)
def test_every_read_tells_a_value_it_does_not_know(
    sample: Store, statement: str, read: str
) -> None:
    sample.close()
    with closing(sqlite3.connect(sample.path, isolation_level=None)) as raw:
        raw.execute("pragma ignore_check_constraints = on")
        for (trigger,) in raw.execute("select name from sqlite_master where type = 'trigger'"):
            raw.execute(f"drop trigger {trigger}")
        raw.execute(statement)

    with open_reader(sample.path) as reader, pytest.raises(StoreError) as told:
        READS[read](reader)

    assert told.value.code == "value_unknown"


def test_a_missing_day_is_none_and_a_wrong_one_is_told() -> None:
    assert stored.day_if_any(None) is None
    assert stored.day_if_any("2018-03-31") == TODAY
    for wrong in ("", "31/03/2018", 7):
        with pytest.raises(StoreError):
            stored.day_if_any(wrong)


def test_the_members_of_an_enumeration_are_found_by_what_the_file_holds() -> None:
    members = stored.Members(WorkState)

    assert [members[state.value] for state in WorkState] == list(WorkState)
    with pytest.raises(StoreError):
        members["xyz"]
