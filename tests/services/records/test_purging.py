"""Emptying the trash for ever: a copy first, no word left, and the log tells that it happened."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.domain.kernel.history import HistoryQuery
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.file import backups
from coordapp.services.records import attachment_actions, purging, trash
from coordapp.services.tasks import task_actions
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store import Store
from coordapp.store.file import log
from coordapp.store.file.tables import TASKS
from coordapp.store.past import trash_queries
from coordapp.store.queries import health, history_queries
from tests.build import a_conclusion, a_conference, a_task, issue_notice
from tests.founding import new_store, set_up

TODAY = date(2018, 3, 31)
WORD = "Bưởi da xanh"


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path / "so.db", now=lambda: datetime(2018, 3, 31, 9, 0))
    set_up(opened)
    yield opened
    opened.close()


@pytest.fixture
def task(store, tmp_path):
    made = task_actions.add(store, TaskDraft(task=a_task(title=WORD)), TODAY)
    paper = tmp_path / f"{WORD}.docx"
    paper.write_bytes(b"PK of the paper")
    attachment_actions.add(store, Kind.TASK, made.id, paper)
    return made


def in_trash(store):
    return trash_queries.deleted_by(store.connection, TODAY)


def contents(store):
    return store.connection.execute("select count(*) from attachment_content").fetchone()[0]


def test_no_word_of_what_is_purged_is_left_in_the_file(store, task):
    task_actions.delete(store, [task.id])
    (one,) = in_trash(store)

    counts = purging.purge(store, [one])

    assert counts == {Kind.TASK: 1, Kind.ATTACHMENT: 1}
    assert in_trash(store) == []
    assert history_queries.count_gone(store.connection) == 0
    assert contents(store) == 0
    store.close()
    raw = store.path.read_bytes()
    assert WORD.encode() not in raw
    assert b"PK of the paper" not in raw


def test_the_copy_made_first_still_holds_it(store, task):
    task_actions.delete(store, [task.id])

    purging.purge(store, in_trash(store))

    (held,) = backups.listed(store.path)
    assert (held.copy.reason, held.copy.verified) == (CopyReason.PURGE, True)
    with closing(Store.view(held.path)) as copy:
        assert [one.title for one in in_trash(copy)] == [f"{task.code} {WORD}"]


def test_the_log_tells_that_it_happened_and_still_follows(store, task):
    task_actions.delete(store, [task.id])
    purging.purge(store, in_trash(store))

    entries = history_queries.find(store.connection, HistoryQuery(), 10)

    assert entries[0].op is Op.PURGE
    assert task.code in entries[0].title
    assert all(WORD not in entry.title for entry in entries)
    for entry in entries:
        assert history_queries.details(store.connection, entry.op_id, 10)
        history_queries.place(store.connection, entry.kind, entry.record_id)
    assert health.findings(store.connection) == []


@pytest.mark.parametrize(
    "deed",
    [
        "update change_log set who = 'x' where op = 'delete_tasks'",
        "update change_log set before = '{}' where op = 'set_up'",
        "update change_log set before = '{}' where op = 'purge'",
        """update change_log set after = '{"id":1}' where op = 'add_task'""",
    ],
)
def test_what_another_program_did_to_an_emptied_log_is_found(store, task, deed):
    task_actions.delete(store, [task.id])
    purging.purge(store, in_trash(store))
    store.connection.execute("drop trigger change_log_is_never_edited")

    store.connection.execute(deed)

    assert log.first_broken(store.connection) is not None


def test_the_log_is_locked_again(store, task):
    task_actions.delete(store, [task.id])
    purging.purge(store, in_trash(store))

    with pytest.raises(Exception, match="append-only"):
        store.connection.execute("update change_log set who = 'x'")


def test_nothing_takes_it_back_and_what_comes_later_is(store, task):
    task_actions.delete(store, [task.id])
    purging.purge(store, in_trash(store))

    with pytest.raises(RuleViolation, match="purge_is_final"):
        store.undo()
    task_actions.add(store, TaskDraft(task=a_task()), TODAY)

    assert store.undo() is Op.ADD_TASK


def test_another_window_does_not_undo_what_was_purged(store, task):
    with closing(Store.open(store.path, now=lambda: store.now)) as other:
        task_actions.delete(other, [task.id])
        purging.purge(store, in_trash(store))

        with pytest.raises(RuleViolation, match="undo_conflict"):
            other.undo()


def test_what_a_paper_rests_on_that_went_out_stays_in_the_trash(store):
    conference = conference_actions.add(store, a_conference(code=""), TODAY)
    conclusion = conclusion_actions.add(store, a_conclusion(conference_id=conference.id))
    task = task_actions.add(store, TaskDraft(task=a_task(conclusion_id=conclusion.id)), TODAY)
    task_actions.delete(store, [task.id])
    issue_notice(store, conference, TODAY)
    before = store.path.read_bytes()

    with pytest.raises(RuleViolation, match="purge_paper_rests"):
        purging.purge(store, in_trash(store))

    assert store.path.read_bytes() == before
    assert len(in_trash(store)) == 1


def test_a_full_disk_for_the_copy_purges_nothing(store, task, monkeypatch):
    task_actions.delete(store, [task.id])

    def full(*_given: object) -> Path:
        raise StoreError("disk_full", path=store.path)

    monkeypatch.setattr(backups, "make", full)
    with pytest.raises(StoreError, match="disk_full"):
        purging.purge(store, in_trash(store))

    assert len(in_trash(store)) == 1


def test_what_came_back_meanwhile_is_not_purged(store, task):
    task_actions.delete(store, [task.id])
    seen = in_trash(store)
    store.undo()

    with pytest.raises(RuleViolation, match="purge_nothing"):
        purging.purge(store, seen)

    assert TASKS.find(store.connection, task.id) == task


def test_a_content_that_another_record_has_stays(store, task, tmp_path):
    other = task_actions.add(store, TaskDraft(task=a_task()), TODAY)
    attachment_actions.add(store, Kind.TASK, other.id, tmp_path / f"{WORD}.docx")
    task_actions.delete(store, [task.id])

    purging.purge(store, in_trash(store))

    assert contents(store) == 1
    assert health.findings(store.connection) == []


def test_one_of_several_is_purged_and_the_rest_comes_back(store, task):
    other = task_actions.add(store, TaskDraft(task=a_task(title="Còn cần")), TODAY)
    task_actions.delete(store, [task.id, other.id])
    first, second = in_trash(store)
    assert first.record == (Kind.TASK, task.id)

    purging.purge(store, [first])
    counts = trash.restore(store, second.op_id)

    assert counts == {Kind.TASK: 1}
    assert TASKS.find(store.connection, other.id) == other
    assert in_trash(store) == []


def test_a_file_that_is_looked_into_is_not_purged(store, task):
    task_actions.delete(store, [task.id])
    with (
        closing(Store.view(store.path)) as looked,
        pytest.raises(StoreError, match="view_only"),
    ):
        purging.purge(looked, in_trash(looked))

    assert backups.listed(store.path) == []


@pytest.mark.parametrize("day", [date(2018, 3, 30), date(2018, 3, 31)])
def test_a_past_day_is_counted_after_a_purge(store, task, day):
    from coordapp.domain.tasks.queries import TaskQuery
    from coordapp.store.past import replay

    task_actions.delete(store, [task.id])
    purging.purge(store, in_trash(store))
    store.use_clock(lambda: datetime(2018, 4, 2, 9, 0))

    assert replay.find(store.connection, TaskQuery(), day) == []
    assert refused(lambda: trash.restore(store, 2)) == "restored_already"


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(RuleViolation) as told:
        action()
    return told.value.code
