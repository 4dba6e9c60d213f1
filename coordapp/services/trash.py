"""The trash: what an action removed comes back from the log, whole."""

from coordapp.domain.changes import Kind, Op
from coordapp.domain.conference import ensure_open
from coordapp.domain.errors import RuleViolation
from coordapp.domain.task import DeadlineKind
from coordapp.store import Store, Work
from coordapp.store.tables import CONCLUSIONS, CONFERENCES, TASKS

_PARTS = (Kind.AGENDA_ITEM, Kind.ATTENDANCE, Kind.SPEECH, Kind.CONCLUSION)


def restore(store: Store, op_id: int) -> int:
    """Put back all that an action removed, as one step; give the number of records.

    Raises RuleViolation: restored_already, restore_taken, restore_number_taken,
    restore_period_made, restore_without_owner, restore_too_old, conference_signed.
    """
    with store.write(Op.RESTORE) as work:
        removed = work.restore(op_id)
        ids = {(change.kind, change.record_id) for change in removed}
        for kind, record_id in ids:
            if kind in _PARTS:
                _ensure_conference_takes(work, kind, record_id, ids)
            if kind is Kind.TASK:
                _ensure_period_is_missing(work, record_id)
    return len(removed)


def _ensure_conference_takes(
    work: Work, kind: Kind, record_id: int, restored: set[tuple[Kind, int]]
) -> None:
    """Refuse parts of minutes that were signed, and a second conclusion of one number."""
    row = work.connection.execute(
        f"select conference_id from {kind.value} where id = ?", (record_id,)
    ).fetchone()
    conference = work.get(CONFERENCES, int(row[0]))
    if (Kind.CONFERENCE, conference.id) in restored:
        return
    ensure_open(conference)
    if kind is not Kind.CONCLUSION:
        return
    number = work.get(CONCLUSIONS, record_id).number
    same = "conference_id = ? and number = ? and id <> ?"
    if CONCLUSIONS.where(work.connection, same, (conference.id, number, record_id)):
        raise RuleViolation("restore_number_taken", number=number, code=conference.code)


def _ensure_period_is_missing(work: Work, task_id: int) -> None:
    """Refuse the task of a period that was made anew meanwhile."""
    task = work.get(TASKS, task_id)
    if task.parent_id is None or task.original_due is None:
        return
    if work.get(TASKS, task.parent_id).deadline_kind is not DeadlineKind.PERIODIC:
        return
    same = "parent_id = ? and original_due = ? and id <> ?"
    due = task.original_due.isoformat()
    others = TASKS.where(work.connection, same, (task.parent_id, due, task_id))
    if others:
        raise RuleViolation("restore_period_made", code=task.code, other=others[0].code)
