"""Drafts of conclusions, and the steps that make live tasks of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import Assumption, CountedFrom, DeadlineContext
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId, ProgressReportId
from coordapp.domain.tasks.task import ProgressReport, Task, WorkState, fitting_kind, task_title
from coordapp.store import Work
from coordapp.store.file.tables import CONCLUSIONS, PROGRESS_REPORTS, TASKS
from coordapp.store.queries import day_off_queries, document_queries

_FROM_THE_PAPER = (CountedFrom.TOLD, CountedFrom.ISSUED)


def state_of_new(work: Work, conference_id: ConferenceId) -> WorkState:
    """Say how a task made of a conclusion starts: a draft until the notice is issued."""
    issued = document_queries.is_issued(work.connection, conference_id)
    return WorkState.NOT_STARTED if issued else WorkState.DRAFT


def state_of_copy(work: Work, source: Task) -> WorkState:
    """Say how a copy of a task starts: that of a withheld draft is one too."""
    withheld = document_queries.is_withheld(work.connection, source)
    return WorkState.DRAFT if withheld else WorkState.NOT_STARTED


def ensure_released(work: Work, task: Task, state: WorkState) -> None:
    """Refuse to start a draft withheld until its notice. Raises RuleViolation: task_withheld."""
    moves = state not in (WorkState.DRAFT, WorkState.CANCELLED)
    if moves and document_queries.is_withheld(work.connection, task):
        raise RuleViolation("task_withheld", code=task.code)


def release(work: Work, waiting: Iterable[Task], day: date) -> list[Task]:
    """Make live tasks of drafts from a day on, with the final words of their conclusions."""
    released: dict[int, Task] = {}
    for task in waiting:
        # a parent that only gathers goes with the first of its children
        for draft in (task, _parent(work, task)):
            if draft is not None and draft.id not in released:
                released[draft.id] = _released(work, draft, day)
    return list(released.values())


def conclusion_title(conclusion: Conclusion) -> str:
    """Cut a conclusion to the title of a task."""
    return task_title(conclusion.text) or f"Kết luận {conclusion.number}"


def note_release(work: Work, task: Task, reason: str, day: date) -> None:
    """Keep in the history of a task why it was given before its notice."""
    report = ProgressReport(
        id=ProgressReportId(0),
        task_id=task.id,
        happened_on=day,
        entered_at=work.at.replace(microsecond=0),
        unit_id=task.lead_unit_id,
        state=task.work_state,
        result=f"Giao trước khi ban hành thông báo: {reason.strip()}",
    )
    work.add(PROGRESS_REPORTS, report)


def _parent(work: Work, task: Task) -> Task | None:
    if task.parent_id is None:
        return None
    parent = work.get(TASKS, task.parent_id)
    return parent if parent.work_state is WorkState.DRAFT else None


def _released(work: Work, draft: Task, day: date) -> Task:
    task = _final_words(work, draft)
    due = _counted_from(work, task, day)
    live = replace(
        task,
        work_state=WorkState.NOT_STARTED,
        assigned_on=day,
        due=due,
        original_due=due,
        deadline_kind=fitting_kind(task.deadline_kind, due),
    )
    work.put(TASKS, live)
    return live


def _final_words(work: Work, draft: Task) -> Task:
    """Take over the conclusion as it was issued; what was written by hand stays."""
    if draft.conclusion_id is None:
        return draft
    conclusion = work.get(CONCLUSIONS, draft.conclusion_id)
    if draft.quoted == conclusion.text:
        return draft
    old = replace(conclusion, text=draft.quoted)
    return replace(
        draft,
        quoted=conclusion.text,
        content=conclusion.text if draft.content == draft.quoted else draft.content,
        title=conclusion_title(conclusion) if draft.title == conclusion_title(old) else draft.title,
    )


def _counted_from(work: Work, task: Task, day: date) -> date | None:
    """Count a length of time ("trong 15 ngày làm việc") from the day the paper is issued."""
    calendar = day_off_queries.calendar(work.connection)
    context = DeadlineContext(told_on=day, issued_on=day, calendar=calendar)
    said = grammar.read(task.deadline_wording, context)
    is_length = said.counted_from in _FROM_THE_PAPER and Assumption.WORDS_LEFT not in said.assumed
    return said.due if is_length and said.due is not None else task.due
