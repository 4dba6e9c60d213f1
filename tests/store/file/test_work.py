"""One action is one transaction, one notification, one step of undo, and stays in the log."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from coordapp.domain.kernel.changes import Changes, Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.store import Store
from coordapp.store.file import log, search
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, TASKS, UNITS
from tests.build import a_conclusion, a_conference, a_task, a_unit
from tests.conftest import NOW, clock


class Refused(Exception):
    pass


def everything(store: Store) -> list[str]:
    """Dump the file as SQL text; equal dumps hold equal data."""
    return list(store.connection.iterdump())


def records(store: Store) -> list[object]:
    return [
        record
        for table in (UNITS, CONFERENCES, CONCLUSIONS, TASKS)
        for record in table.where(store.connection, "1 order by id")
    ]


def add_task(store: Store, **given):
    with store.write(Op.ADD_TASK) as work:
        return work.add(TASKS, a_task(**given))


def fail_in_the_middle(store: Store) -> None:
    with store.write(Op.ADD_TASK) as work:
        work.next_number("NV-2018")
        work.add(TASKS, a_task(code="NV-2018-002"))
        raise Refused


def conclude(store: Store) -> None:
    """Write one action of many records that point at each other."""
    with store.write(Op.ASSIGN_CONCLUSIONS) as work:
        conference = work.add(CONFERENCES, a_conference())
        conclusion = work.add(CONCLUSIONS, a_conclusion(conference_id=conference.id))
        for number in range(3):
            unit = work.add(UNITS, a_unit(short_name=f"Đơn vị {number}"))
            work.add(
                TASKS,
                a_task(code=f"NV-{number}", lead_unit_id=unit.id, conclusion_id=conclusion.id),
            )


def test_a_committed_action_is_there_after_opening_again(store):
    added = add_task(store)
    store.close()

    with closing(sqlite3.connect(store.path)) as connection:
        assert TASKS.get(connection, added.id) == added


def test_an_action_that_fails_in_the_middle_leaves_nothing(store):
    add_task(store)
    before = everything(store)

    with pytest.raises(Refused):
        fail_in_the_middle(store)

    assert everything(store) == before
    assert len(store.undo_steps) == 1


def test_after_a_failed_action_the_next_one_works(store):
    with pytest.raises(Refused), store.write(Op.ADD_TASK):
        raise Refused

    assert add_task(store).id == 1


def test_an_action_inside_an_action_is_a_bug(store):
    with store.write(Op.ADD_TASK), pytest.raises(AssertionError), store.write(Op.ADD_UNIT):
        pass


def test_a_record_changed_since_it_was_seen_is_not_overwritten(store):
    seen = add_task(store)
    with store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(seen, note="của người khác"))

    with pytest.raises(RuleViolation) as refused, store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(seen, note="của tôi"), seen=seen)

    assert refused.value.code == "changed_meanwhile"
    assert TASKS.get(store.connection, seen.id).note == "của người khác"


def test_an_action_gives_one_notification_with_all_it_touched(store):
    heard: list[Changes] = []
    store.listen(heard.append)

    conclude(store)

    assert [changes.op for changes in heard] == [Op.ASSIGN_CONCLUSIONS]
    assert heard[0].touched == {
        Kind.CONFERENCE: {1},
        Kind.CONCLUSION: {1},
        Kind.UNIT: {1, 2, 3},
        Kind.TASK: {1, 2, 3},
    }


def test_a_failed_action_gives_no_notification(store):
    heard: list[Changes] = []
    store.listen(heard.append)

    with pytest.raises(Refused):
        fail_in_the_middle(store)

    assert heard == []


def test_writing_what_is_already_there_leaves_no_trace(store):
    task = add_task(store)
    heard: list[Changes] = []
    store.listen(heard.append)
    before = everything(store)

    with store.write(Op.EDIT_TASK) as work:
        written = work.put(TASKS, task)

    assert written is False
    assert everything(store) == before
    assert (heard, len(store.undo_steps)) == ([], 1)


def test_undo_takes_back_every_record_of_the_action(store):
    conclude(store)

    undone = store.undo()

    assert undone is Op.ASSIGN_CONCLUSIONS
    assert records(store) == []
    assert search.find(store.connection, "rà soát") == []


def test_redo_brings_back_the_same_records_with_the_same_ids(store):
    conclude(store)
    before = records(store)

    store.undo()
    redone = store.redo()

    assert redone is Op.ASSIGN_CONCLUSIONS
    assert records(store) == before
    assert len(search.find(store.connection, "ra soat")) == 3


def test_undo_brings_back_deleted_records_that_point_at_each_other(store):
    conclude(store)
    before = records(store)
    with store.write(Op.DELETE_CONCLUSION) as work:
        for task_id in (1, 2, 3):
            work.drop(TASKS, task_id)
        work.drop(CONCLUSIONS, 1)

    store.undo()

    assert records(store) == before


def test_undo_and_redo_walk_through_many_edits(store):
    task = add_task(store)
    for note in ("một", "hai", "ba"):
        with store.write(Op.EDIT_TASK) as work:
            work.put(TASKS, replace(task, note=note))

    notes = []
    for step in (store.undo, store.undo, store.redo, store.redo, store.undo):
        step()
        notes.append(TASKS.get(store.connection, task.id).note)

    assert notes == ["hai", "một", "hai", "ba", "hai"]


def test_undo_takes_back_two_changes_of_one_record_in_one_action(store):
    task = add_task(store)
    with store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(task, note="một"))
        work.put(TASKS, replace(task, note="hai"))

    store.undo()

    assert TASKS.get(store.connection, task.id) == task


def test_a_new_action_forgets_what_could_be_redone(store):
    add_task(store)
    store.undo()
    add_task(store, code="NV-2018-002")

    assert store.redo() is None


def test_there_is_nothing_to_undo_in_a_file_just_opened(store):
    add_task(store)
    store.close()

    again = Store.open(store.path, now=clock)
    with closing(again):
        assert (again.undo(), again.redo()) == (None, None)


def test_an_undo_that_would_overwrite_a_later_change_is_refused_and_changes_nothing(store):
    task = add_task(store)
    with store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(task, note="một"))
        work.add(UNITS, a_unit())
    other = Store.open(store.path, now=clock)
    with closing(other), other.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(task, note="từ cửa sổ khác"))
    before, steps = everything(store), list(store.undo_steps)

    with pytest.raises(RuleViolation) as refused:
        store.undo()

    assert refused.value.code == "undo_conflict"
    assert everything(store) == before
    assert store.undo_steps == steps


def test_an_undo_of_what_another_window_uses_meanwhile_is_refused(store):
    with store.write(Op.ADD_UNIT) as work:
        unit = work.add(UNITS, a_unit())
    other = Store.open(store.path, now=clock)
    with closing(other):
        add_task(other, lead_unit_id=unit.id)
    before = everything(store)

    with pytest.raises(RuleViolation) as refused:
        store.undo()

    assert refused.value.code == "undo_conflict"
    assert everything(store) == before


def test_an_undo_whose_code_another_window_gave_away_is_refused(store):
    task = add_task(store)
    with store.write(Op.EDIT_TASK) as work:
        work.drop(TASKS, task.id)
    other = Store.open(store.path, now=clock)
    with closing(other), other.write(Op.ADD_TASK) as work:
        work.add(TASKS, replace(task, id=TaskId(task.id + 1)))
    before = everything(store)

    with pytest.raises(RuleViolation) as refused:
        store.undo()

    assert refused.value.code == "undo_conflict"
    assert everything(store) == before


def test_what_speaks_of_a_deleted_record_is_refused_by_its_name(store):
    with store.write(Op.ADD_UNIT) as work:
        unit = work.add(UNITS, a_unit())
    task = add_task(store)
    other = Store.open(store.path, now=clock)
    with closing(other), other.write(Op.EDIT_UNIT) as work:
        work.drop(UNITS, unit.id)
    before = everything(store)

    with pytest.raises(RuleViolation) as added:
        add_task(store, code="NV-2018-009", lead_unit_id=unit.id)
    with pytest.raises(RuleViolation) as changed, store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(task, lead_unit_id=unit.id))

    for refused in (added, changed):
        assert refused.value.code == "record_gone"
        assert refused.value.params == {"kind": Kind.UNIT}
    assert everything(store) == before


def test_a_number_is_not_given_again_after_undo(store):
    with store.write(Op.ADD_TASK) as work:
        first = work.next_number("NV-2018")
        work.add(TASKS, a_task(code=f"NV-2018-{first:03d}"))
    store.undo()

    with store.write(Op.ADD_TASK) as work:
        second = work.next_number("NV-2018")

    assert (first, second) == (1, 2)


def test_each_run_of_numbers_counts_for_itself(store):
    with store.write(Op.ADD_TASK) as work:
        numbers = [work.next_number(run) for run in ("NV-2018", "NV-2019", "NV-2018")]

    assert numbers == [1, 1, 2]


def test_the_log_tells_the_history_of_a_record_newest_first(store):
    task = add_task(store)
    with store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(task, note="mới"))

    edited, added = log.of_record(store.connection, Kind.TASK, task.id)

    assert (edited.op, edited.before["note"], edited.after["note"]) == (Op.EDIT_TASK, "", "mới")
    assert (added.op, added.before, added.at) == (Op.ADD_TASK, None, NOW)


def test_the_chain_of_the_log_holds_through_undo_and_redo(store):
    conclude(store)
    store.undo()
    store.redo()

    assert log.first_broken(store.connection) is None


@pytest.mark.parametrize(
    "tampering",
    [
        pytest.param("update change_log set who = 'kẻ khác' where id = 3", id="who"),
        pytest.param("update change_log set after = '{}' where id = 3", id="after"),
        pytest.param("update change_log set at = '2017-01-01T00:00:00' where id = 3", id="when"),
        pytest.param("delete from change_log where id = 2", id="a row taken out"),
    ],
)
def test_a_tampered_row_of_the_log_is_found(store, tampering):
    conclude(store)
    with closing(sqlite3.connect(store.path)) as thief:
        thief.execute("drop trigger change_log_is_never_edited")
        thief.execute("drop trigger change_log_is_never_shortened")
        thief.execute(tampering)
        thief.commit()

    assert log.first_broken(store.connection) == 3


@pytest.mark.parametrize("statement", ["update change_log set who = ''", "delete from change_log"])
def test_the_log_can_only_grow(store, statement):
    add_task(store)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.connection.execute(statement)


# --- runs of typing


def retitle(store, task, title, run=None):
    with store.write(Op.EDIT_TASK, run=run) as work:
        work.put(TASKS, replace(work.get(TASKS, task.id), title=title))


def title_of(store, task):
    return TASKS.get(store.connection, task.id).title


def test_writes_of_one_run_are_one_step_of_undo_and_of_redo(store):
    with store.write(Op.ADD_TASK) as work:
        task = work.add(TASKS, a_task(title=""))
    for title in ("R", "Rà", "Rà soát"):
        retitle(store, task, title, run=1)

    store.undo()
    undone = title_of(store, task)
    store.redo()
    redone = title_of(store, task)
    store.undo()

    assert (undone, redone, title_of(store, task)) == ("", "Rà soát", "")
    assert [op for _, op in store.undo_steps] == [Op.ADD_TASK]


def test_another_run_another_action_or_an_undo_ends_a_run(store):
    with store.write(Op.ADD_TASK) as work:
        task = work.add(TASKS, a_task(title=""))
    retitle(store, task, "a", run=1)
    retitle(store, task, "b", run=2)
    retitle(store, task, "c")
    retitle(store, task, "d", run=2)
    store.undo()
    retitle(store, task, "e", run=2)

    seen = []
    while store.undo_steps:
        store.undo()
        seen.append(TASKS.find(store.connection, task.id))

    assert [found and found.title for found in seen] == ["c", "b", "a", "", None]


def test_a_run_that_changed_nothing_leaves_the_run_as_it_was(store):
    with store.write(Op.ADD_TASK) as work:
        task = work.add(TASKS, a_task(title=""))
    for title in ("a", "a", "b"):
        retitle(store, task, title, run=1)

    store.undo()

    assert title_of(store, task) == ""
