"""The trash: what an action removed comes back from the log, whole."""

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conferences.conference import ensure_open
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.services.conclusions.conclusion_actions import renumber
from coordapp.store import Store, Work
from coordapp.store.file.tables import CONFERENCES, TASKS
from coordapp.store.queries import conference_queries

_CONCLUSION = Kind.CONCLUSION
_PARTS = (Kind.AGENDA_ITEM, Kind.ATTENDANCE, Kind.SPEECH, Kind.CONCLUSION)


def restore(store: Store, op_id: int) -> int:
    """Put back all that an action removed, as one step; give the number of records.

    Conclusions come back at their number, those after them move on.
    Raises RuleViolation: restored_already, restore_taken, restore_period_made,
    restore_without_owner, restore_too_old, conference_signed.
    """
    with store.write(Op.RESTORE) as work:
        removed = work.restore(op_id)
        ids = {(change.kind, change.record_id) for change in removed}
        for conference_id in {_conference_of(work, *one) for one in ids if one[0] is _CONCLUSION}:
            _number_again(work, conference_id, {n for kind, n in ids if kind is _CONCLUSION})
        for kind, record_id in ids:
            if kind in _PARTS:
                _ensure_conference_takes(work, kind, record_id, ids)
            if kind is Kind.TASK:
                _ensure_period_is_missing(work, record_id)
    return len(removed)


def _ensure_conference_takes(
    work: Work, kind: Kind, record_id: int, restored: set[tuple[Kind, int]]
) -> None:
    """Refuse parts of minutes that were signed."""
    conference = work.get(CONFERENCES, _conference_of(work, kind, record_id))
    if (Kind.CONFERENCE, conference.id) not in restored:
        ensure_open(conference)


def _conference_of(work: Work, kind: Kind, record_id: int) -> ConferenceId:
    row = work.connection.execute(
        f"select conference_id from {kind.value} where id = ?", (record_id,)
    ).fetchone()
    return ConferenceId(row[0])


def _number_again(work: Work, conference_id: ConferenceId, restored: set[int]) -> None:
    """Let what came back have its number, and what took it meanwhile move on."""
    held = conference_queries.conclusions_of(work.connection, conference_id)
    renumber(work, sorted(held, key=lambda item: (item.number, item.id not in restored)))


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
