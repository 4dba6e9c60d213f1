"""Actions on tasks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.documents.secrecy import Secrecy, ensure_ordinary
from coordapp.domain.documents.secret_paper import SecretPaper, bare_task
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import CoordinationId, ProgressReportId, TaskId, UnitId
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import (
    Coordination,
    Ground,
    ProgressReport,
    Task,
    WorkState,
    edited,
    ensure_move,
    fitting_kind,
    reschedule,
    with_percent,
    with_work_state,
)
from coordapp.services.records.attachment_actions import ensure_fit, keep
from coordapp.services.records.freeing import free_of_task
from coordapp.services.tasks.deadline_moves import keep_in_family, put_extended, put_moved
from coordapp.services.tasks.releasing import ensure_released
from coordapp.store import Store, Work
from coordapp.store.file.tables import (
    CONCLUSIONS,
    COORDINATIONS,
    EXTENSIONS,
    PROGRESS_REPORTS,
    TASKS,
    UNITS,
)
from coordapp.store.queries import task_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """A task as typed in the dialog, with its coordinating units and their parts."""

    task: Task
    coordination: tuple[tuple[UnitId, str], ...] = ()
    # above ordinary nothing of the rest is kept: a new task is the number and date of its paper
    secrecy: Secrecy = Secrecy.ORDINARY
    paper: SecretPaper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """A progress report as typed."""

    happened_on: date
    unit_id: UnitId | None
    state: WorkState
    percent: int | None = None
    result: str = ""
    difficulty: str = ""
    proposal: str = ""
    evidence: str = ""
    files: tuple[Path, ...] = ()


def next_code(work: Work, assigned_on: date) -> str:
    """Take the next task code of a year; a code is never used twice."""
    return work.next_code(codes.TASK, assigned_on.year)


def add(store: Store, draft: TaskDraft, today: date) -> Task:
    """Register a new task.

    Raises RuleViolation: title_missing, percent_range, secret_refused, conclusion_says_no_task, and
    as `keep_in_family`.
    """
    draft = _kept_of(draft)
    _check(draft.task)
    with store.write(Op.ADD_TASK) as work:
        assigned = draft.task.assigned_on or today
        ready = replace(
            draft.task,
            code=next_code(work, assigned),
            assigned_on=assigned,
            original_due=draft.task.due,
            deadline_kind=fitting_kind(draft.task.deadline_kind, draft.task.due),
        )
        _ensure_placed(work, None, ready)
        keep_in_family(work, None, ready)
        task = work.add(TASKS, with_work_state(ready, ready.work_state, today))
        _put_coordination(work, task.id, draft.coordination)
    return task


def _kept_of(draft: TaskDraft) -> TaskDraft:
    if draft.secrecy is Secrecy.ORDINARY:
        return draft
    if draft.paper is None:
        raise RuleViolation("secret_refused", secrecy=draft.secrecy)
    return TaskDraft(task=bare_task(draft.paper))


def edit(
    store: Store,
    draft: TaskDraft,
    today: date,
    *,
    seen: Task | None = None,
    move: DeadlineMove | None = None,
) -> None:
    """Save an edited task with its coordinating units; `move` says why its deadline is later.

    Raises RuleViolation: secret_refused, title_missing, percent_range, changed_meanwhile, task_closed,
    move_not_allowed, task_withheld, deadline_without_ground, conclusion_says_no_task, and as
    `keep_in_family`.
    """
    ensure_ordinary(draft.secrecy)
    _check(draft.task)
    with store.write(Op.EDIT_TASK) as work:
        before = work.get(TASKS, draft.task.id)
        after = edited(before, draft.task, today)
        _ensure_placed(work, before, after)
        ensure_released(work, before, after.work_state)
        put_moved(work, before, after, move, seen=seen)
        _put_coordination(work, after.id, draft.coordination)


def delete(store: Store, task_ids: Iterable[TaskId]) -> int:
    """Delete tasks with their children, reports and extensions; give the number of tasks."""
    with store.write(Op.DELETE_TASKS) as work:
        return drop_tasks(work, task_ids)


def drop_tasks(work: Work, task_ids: Iterable[TaskId]) -> int:
    """Remove tasks and all that hangs on them, inside an action."""
    dropped = 0
    for task_id in task_ids:
        if TASKS.find(work.connection, task_id) is None:
            continue
        dropped += drop_tasks(
            work, [child.id for child in task_queries.children(work.connection, task_id)]
        )
        for report in task_queries.reports(work.connection, task_id):
            work.drop(PROGRESS_REPORTS, report.id)
        for extension in task_queries.extensions(work.connection, task_id):
            work.drop(EXTENSIONS, extension.id)
        for part in task_queries.coordinations(work.connection, task_id):
            work.drop(COORDINATIONS, part.id)
        free_of_task(work, task_id)
        work.drop(TASKS, task_id)
        dropped += 1
    return dropped


def set_due(
    store: Store,
    task_id: TaskId,
    due: date | None,
    *,
    move: DeadlineMove | None = None,
    files: tuple[Path, ...] = (),
) -> None:
    """Move a task's deadline; None removes it, `move` says why it is later, `files` prove it.

    Raises RuleViolation: task_closed, deadline_without_ground, extension_without_reason, and as
    `attachments.add`.
    """
    ensure_fit(files)
    extends = move is not None and move.ground is Ground.EXTENSION
    with store.write(Op.EXTEND_TASK if extends else Op.SET_DUE) as work:
        before = work.get(TASKS, task_id)
        put_moved(work, before, reschedule(before, due), move)
        keep(work, Kind.TASK, task_id, files)


def keep_deadline_words(
    store: Store,
    task_id: TaskId,
    said: Deadline,
    *,
    move: DeadlineMove | None = None,
    files: tuple[Path, ...] = (),
) -> None:
    """Put words that give no day in the place of a task's deadline; `move` says why a day goes.

    Raises RuleViolation: task_closed, deadline_without_ground, extension_without_reason, and as
    `attachments.add`.
    """
    ensure_fit(files)
    with store.write(Op.SET_DUE) as work:
        before = work.get(TASKS, task_id)
        task = reschedule(before, None)
        worded = replace(task, deadline_kind=said.kind, deadline_wording=said.wording)
        put_moved(work, before, worded, move)
        keep(work, Kind.TASK, task_id, files)


def set_work_state(store: Store, task_id: TaskId, state: WorkState, today: date) -> None:
    """Set the work state; finishing notes `today` as the day.

    Raises RuleViolation: move_not_allowed, task_withheld.
    """
    with store.write(Op.SET_WORK_STATE) as work:
        work.put(TASKS, moved(work, work.get(TASKS, task_id), state, today))


def moved(work: Work, task: Task, state: WorkState, today: date) -> Task:
    """Give the task in another state, inside an action.

    Raises RuleViolation: move_not_allowed, task_withheld.
    """
    ensure_move(task, state)
    ensure_released(work, task, state)
    return with_work_state(task, state, today)


def set_lead_unit(store: Store, task_id: TaskId, unit_id: UnitId | None) -> None:
    """Give the task to another unit; a unit that leads does not also coordinate."""
    with store.write(Op.SET_LEAD_UNIT) as work:
        work.put(TASKS, led_by(work, work.get(TASKS, task_id), unit_id))


def led_by(work: Work, task: Task, unit_id: UnitId | None) -> Task:
    """Give the task with another lead unit, which then does not also coordinate it."""
    for part in task_queries.coordinations(work.connection, task.id):
        if part.unit_id == unit_id:
            work.drop(COORDINATIONS, part.id)
    return replace(task, lead_unit_id=unit_id)


def set_percent(store: Store, task_id: TaskId, percent: int | None) -> None:
    """Set the share done. Raises RuleViolation: percent_range."""
    with store.write(Op.SET_PERCENT) as work:
        work.put(TASKS, with_percent(work.get(TASKS, task_id), percent))


def rename(store: Store, task_id: TaskId, title: str) -> None:
    """Give a task another title. Raises RuleViolation: title_missing."""
    with store.write(Op.EDIT_TASK) as work:
        renamed = replace(work.get(TASKS, task_id), title=title)
        _check(renamed)
        work.put(TASKS, renamed)


def report_progress(store: Store, task_id: TaskId, draft: ReportDraft) -> ProgressReport:
    """Add a dated report with its files; a report of the lead unit also moves the task.

    A coordinating unit reports on its own part. Raises RuleViolation: percent_range,
    move_not_allowed, task_withheld, unit_not_in_task, and as `attachments.add`.
    """
    ensure_fit(draft.files)
    with store.write(Op.REPORT_PROGRESS) as work:
        task = work.get(TASKS, task_id)
        _ensure_takes_part(work, task, draft.unit_id)
        moved = with_percent(task, draft.percent)
        report = ProgressReport(
            id=ProgressReportId(0),
            task_id=task_id,
            happened_on=draft.happened_on,
            entered_at=work.at.replace(microsecond=0),
            unit_id=draft.unit_id,
            state=draft.state,
            percent=draft.percent,
            result=draft.result,
            difficulty=draft.difficulty,
            proposal=draft.proposal,
            evidence=draft.evidence,
        )
        if draft.unit_id in (None, task.lead_unit_id):
            ensure_move(task, draft.state)
            ensure_released(work, task, draft.state)
            percent = task.percent if draft.percent is None else moved.percent
            work.put(
                TASKS,
                replace(with_work_state(task, draft.state, draft.happened_on), percent=percent),
            )
        added = work.add(PROGRESS_REPORTS, report)
        keep(work, Kind.PROGRESS_REPORT, added.id, draft.files)
        return added


def _ensure_takes_part(work: Work, task: Task, unit_id: UnitId | None) -> None:
    parts = {part.unit_id for part in task_queries.coordinations(work.connection, task.id)}
    if unit_id is not None and unit_id not in {task.lead_unit_id, *parts}:
        raise RuleViolation("unit_not_in_task", code=task.code, unit=work.get(UNITS, unit_id).name)


def confirm(store: Store, task_id: TaskId, today: date, *, note: str = "") -> None:
    """Accept what the lead unit reported as finished; it counts from the day it was reported.

    Raises RuleViolation: nothing_to_confirm.
    """
    with store.write(Op.CONFIRM_TASK) as work:
        task = _awaiting(work, task_id)
        reported = [
            report.happened_on
            for report in task_queries.reports(work.connection, task_id)
            if report.state is WorkState.AWAITING_CONFIRMATION
            and report.unit_id in (None, task.lead_unit_id)
        ]
        finished = reported[0] if reported else today
        work.put(TASKS, with_work_state(task, WorkState.DONE, finished))
        _note(work, task, today, WorkState.DONE, note)


def return_task(store: Store, task_id: TaskId, today: date, *, reason: str) -> None:
    """Return what was reported as finished, saying what is missing.

    Raises RuleViolation: nothing_to_confirm, return_without_reason.
    """
    if not reason.strip():
        raise RuleViolation("return_without_reason")
    with store.write(Op.RETURN_TASK) as work:
        task = _awaiting(work, task_id)
        work.put(TASKS, with_work_state(task, WorkState.IN_PROGRESS, today))
        _note(work, task, today, WorkState.IN_PROGRESS, f"Trả lại: {reason.strip()}")


def _awaiting(work: Work, task_id: TaskId) -> Task:
    task = work.get(TASKS, task_id)
    if task.work_state is not WorkState.AWAITING_CONFIRMATION:
        raise RuleViolation("nothing_to_confirm", code=task.code)
    return task


def _note(work: Work, task: Task, day: date, state: WorkState, text: str) -> None:
    report = ProgressReport(
        id=ProgressReportId(0),
        task_id=task.id,
        happened_on=day,
        entered_at=work.at.replace(microsecond=0),
        unit_id=task.lead_unit_id,
        state=state,
        percent=task.percent,
        result=text,
    )
    work.add(PROGRESS_REPORTS, report)


def extend(
    store: Store,
    task_id: TaskId,
    new_due: date,
    *,
    reason: str,
    paper: str,
    approved_on: date | None,
) -> None:
    """Extend the deadline by an approving paper; the original date never changes.

    Raises RuleViolation: task_closed, extension_not_later, extension_without_reason.
    """
    ground = Ground.EXTENSION
    move = DeadlineMove(ground=ground, reason=reason, paper=paper, approved_on=approved_on)
    with store.write(Op.EXTEND_TASK) as work:
        task = work.get(TASKS, task_id)
        after = reschedule(task, new_due)
        if task.due is not None and new_due <= task.due:
            raise RuleViolation("extension_not_later", old=dates.short(task.due))
        if not reason.strip():
            raise RuleViolation("extension_without_reason")
        put_extended(work, task, after, move)


def _check(task: Task) -> None:
    if not task.title.strip():
        raise RuleViolation("title_missing")
    with_percent(task, task.percent)


def _ensure_placed(work: Work, before: Task | None, after: Task) -> None:
    """Refuse a conclusion that says why it gives no task."""
    unchanged = before is not None and before.conclusion_id == after.conclusion_id
    if after.conclusion_id is None or unchanged:
        return
    conclusion = work.get(CONCLUSIONS, after.conclusion_id)
    if conclusion.no_task_reason:
        raise RuleViolation("conclusion_says_no_task", number=conclusion.number)


def _put_coordination(work: Work, task_id: TaskId, wanted: tuple[tuple[UnitId, str], ...]) -> None:
    present = {part.unit_id: part for part in task_queries.coordinations(work.connection, task_id)}
    for unit_id, text in wanted:
        part = present.pop(unit_id, None)
        if part is None:
            work.add(
                COORDINATIONS,
                Coordination(id=CoordinationId(0), task_id=task_id, unit_id=unit_id, part=text),
            )
        else:
            work.put(COORDINATIONS, replace(part, part=text))
    for part in present.values():
        work.drop(COORDINATIONS, part.id)
