"""The trash: what an action removed comes back from the log, whole."""

from collections import Counter
from collections.abc import Collection, Mapping

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.conferences.conference import ensure_open
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.services.conclusions.conclusion_actions import renumber
from coordapp.store import Store, Work
from coordapp.store.file.tables import CONFERENCES, TASKS
from coordapp.store.queries import conference_queries, task_queries

_PARTS = (Kind.AGENDA_ITEM, Kind.ATTENDANCE, Kind.SPEECH, Kind.CONCLUSION)


def restore(
    store: Store, op_id: int, chosen: Collection[tuple[Kind, int]] | None = None
) -> Mapping[Kind, int]:
    """Put back what an action removed, or the `chosen` of it, as one step; give how many of each.

    Conclusions come back at their number, those after them move on.
    Raises RuleViolation: restored_already, restore_taken, restore_period_made,
    restore_without_owner, restore_too_old, conference_signed.
    """
    with store.write(Op.RESTORE) as work:
        removed = work.restore(op_id, chosen)
        ids = {(change.kind, change.record_id) for change in removed}
        concluded = {record_id for kind, record_id in ids if kind is Kind.CONCLUSION}
        for conference_id in {
            conference_queries.of_part(work.connection, Kind.CONCLUSION, one) for one in concluded
        }:
            _number_again(work, conference_id, concluded)
        for kind, record_id in ids:
            if kind in _PARTS:
                _ensure_conference_takes(work, kind, record_id, ids)
            if kind is Kind.TASK:
                _ensure_period_is_missing(work, record_id)
    return Counter(change.kind for change in removed)


def _ensure_conference_takes(
    work: Work, kind: Kind, record_id: int, restored: set[tuple[Kind, int]]
) -> None:
    """Refuse parts of minutes that were signed."""
    conference = work.get(CONFERENCES, conference_queries.of_part(work.connection, kind, record_id))
    if (Kind.CONFERENCE, conference.id) not in restored:
        ensure_open(conference)


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
    other = task_queries.of_period(
        work.connection, task.parent_id, task.original_due, besides=task_id
    )
    if other is not None:
        raise RuleViolation("restore_period_made", code=task.code, other=other.code)
