"""Many tasks at once: all of them or none, one step of undo."""

from datetime import date

import pytest

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground, Urgency, WorkState
from coordapp.domain.words.messages import sentence
from coordapp.services.file import backups
from coordapp.services.tasks import bulk_actions
from coordapp.services.tasks.bulk_actions import BulkChange, BulkField
from coordapp.store.file.tables import TASKS, UNITS
from tests.build import a_task, a_unit
from tests.founding import set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def tasks_of_two_kinds(store):
    set_up(store)
    with store.write(Op.ADD_TASK) as work:
        work.add(UNITS, a_unit(short_name="HND"))
        ids = [
            work.add(TASKS, a_task(id=TaskId(0), code=f"NV-2017-{n:03d}", due=TODAY)).id
            for n in range(1, 4)
        ]
        done = work.add(
            TASKS,
            a_task(id=TaskId(0), code="NV-2017-009", work_state=WorkState.DONE, due=TODAY),
        ).id
    return ids, done


def changes(**given) -> list[BulkChange]:
    return [BulkChange(field=BulkField(name), value=value) for name, value in given.items()]


def test_all_get_the_same_in_one_step_of_undo(store, tasks_of_two_kinds) -> None:
    ids, _ = tasks_of_two_kinds
    heard = []
    store.listen(heard.append)
    before = TASKS.where(store.connection, "1")

    wanted = changes(lead=1, due=date(2018, 6, 1), urgency=Urgency.URGENT, state=WorkState.ON_HOLD)
    move = DeadlineMove(ground=Ground.EXTENSION, reason="chờ kinh phí", paper="12-CV/BCĐ")
    assert bulk_actions.change(store, ids, wanted, TODAY, move=move) == 3

    for task in (TASKS.get(store.connection, task_id) for task_id in ids):
        assert (task.lead_unit_id, task.due, task.original_due) == (1, date(2018, 6, 1), TODAY)
        assert (task.urgency, task.work_state) == (Urgency.URGENT, WorkState.ON_HOLD)
    assert [change.touched[Kind.TASK] for change in heard] == [frozenset(ids)]
    store.undo()
    assert TASKS.where(store.connection, "1") == before


def test_one_that_cannot_refuses_all_by_its_code(store, tasks_of_two_kinds) -> None:
    ids, done = tasks_of_two_kinds
    before = TASKS.where(store.connection, "1")

    with pytest.raises(RuleViolation) as refusal:
        bulk_actions.change(store, [*ids, done], changes(due=date(2018, 6, 1)), TODAY)

    assert "NV-2017-009" in sentence(refusal.value)
    assert "chưa sửa nhiệm vụ nào" in sentence(refusal.value)
    assert TASKS.where(store.connection, "1") == before


def test_a_parent_is_left_to_its_children(store, tasks_of_two_kinds) -> None:
    ids, _ = tasks_of_two_kinds
    with store.write(Op.EDIT_TASK) as work:
        child = TASKS.get(work.connection, ids[1])
        work.put(TASKS, a_task(id=child.id, code=child.code, due=TODAY, parent_id=ids[0]))

    assert bulk_actions.change(store, ids, changes(urgency=Urgency.EXPRESS), TODAY) == 2

    assert TASKS.get(store.connection, ids[0]).urgency is Urgency.NORMAL


@pytest.mark.parametrize(("chosen", "wanted"), [([], changes(due=None)), ([TaskId(1)], [])])
def test_nothing_chosen_is_said(store, chosen, wanted) -> None:
    with pytest.raises(RuleViolation, match="nothing_chosen"):
        bulk_actions.change(store, chosen, wanted, TODAY)


def test_copies_are_made_in_one_step(store, tasks_of_two_kinds) -> None:
    ids, done = tasks_of_two_kinds
    made = bulk_actions.duplicate(store, [*ids, done], TODAY)

    assert len({task.code for task in made} | {"NV-2017-001"}) == 5
    assert {task.work_state for task in made} == {WorkState.NOT_STARTED}
    store.undo()
    assert len(TASKS.where(store.connection, "1")) == 4


@pytest.mark.parametrize(("count", "copies"), [(19, 0), (20, 1)])
def test_a_large_change_is_preceded_by_a_copy(store, tmp_path, monkeypatch, count, copies):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with store.write(Op.ADD_TASK) as work:
        ids = [
            work.add(TASKS, a_task(id=TaskId(0), code=f"NV-2017-{n:03d}")).id for n in range(count)
        ]

    bulk_actions.change(store, ids, changes(urgency=Urgency.EXPRESS), TODAY)

    held = backups.listed(store.path)
    assert [one.copy.reason for one in held] == [CopyReason.BULK] * copies
