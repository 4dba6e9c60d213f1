"""Actions on templates of task sets, and making tasks of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    ConclusionId,
    ConferenceId,
    TaskId,
    TaskTemplateId,
    TaskTemplateItemId,
    UnitId,
)
from coordapp.domain.tasks.task import Origin, Task, WorkState
from coordapp.domain.tasks.template import (
    PlannedTask,
    TaskTemplate,
    TaskTemplateItem,
    ensure_item,
    items_of,
    plan,
)
from coordapp.services.tasks.releasing import state_of_new
from coordapp.services.tasks.task_actions import next_code
from coordapp.store import Store, Work
from coordapp.store.file.tables import (
    CONCLUSIONS,
    CONFERENCES,
    TASK_TEMPLATE_ITEMS,
    TASK_TEMPLATES,
    TASKS,
)
from coordapp.store.queries import day_off_queries, template_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What to make of a template: from which day, for which unit, conference and conclusion."""

    template_id: TaskTemplateId
    start: date
    unit_id: UnitId | None = None
    conference_id: ConferenceId | None = None
    conclusion_id: ConclusionId | None = None


def add(store: Store, template: TaskTemplate) -> TaskTemplate:
    """Add a template without items. Raises RuleViolation: template_name_missing."""
    _ensure_name(template.name)
    with store.write(Op.ADD_TEMPLATE) as work:
        return work.add(TASK_TEMPLATES, template)


def edit(store: Store, template: TaskTemplate) -> None:
    """Save a template's name and note. Raises RuleViolation: template_name_missing."""
    _ensure_name(template.name)
    with store.write(Op.EDIT_TEMPLATE) as work:
        work.put(TASK_TEMPLATES, template)


def delete(store: Store, template_id: TaskTemplateId) -> None:
    """Delete a template with its items; tasks made of it stay."""
    with store.write(Op.DELETE_TEMPLATE) as work:
        for item in template_queries.items(work.connection, template_id):
            work.drop(TASK_TEMPLATE_ITEMS, item.id)
        work.drop(TASK_TEMPLATES, template_id)


def add_item(store: Store, item: TaskTemplateItem) -> TaskTemplateItem:
    """Add an item at the end. Raises RuleViolation: title_missing, offset_range."""
    ensure_item(item)
    with store.write(Op.ADD_TEMPLATE_ITEM) as work:
        held = template_queries.items(work.connection, item.task_template_id)
        place = max((other.position for other in held), default=0) + 1
        return work.add(TASK_TEMPLATE_ITEMS, replace(item, position=place))


def edit_item(store: Store, item: TaskTemplateItem) -> None:
    """Save an item. Raises RuleViolation: title_missing, offset_range."""
    ensure_item(item)
    with store.write(Op.EDIT_TEMPLATE_ITEM) as work:
        work.put(TASK_TEMPLATE_ITEMS, item)


def delete_item(store: Store, item_id: TaskTemplateItemId) -> None:
    """Take an item out of its template."""
    with store.write(Op.DELETE_TEMPLATE_ITEM) as work:
        work.drop(TASK_TEMPLATE_ITEMS, item_id)


def put_items_in_order(store: Store, order: Sequence[TaskTemplateItemId]) -> None:
    """Give the items the order of these ids."""
    with store.write(Op.ORDER_TEMPLATE_ITEMS) as work:
        for position, item_id in enumerate(order, start=1):
            work.put(
                TASK_TEMPLATE_ITEMS,
                replace(work.get(TASK_TEMPLATE_ITEMS, item_id), position=position),
            )


def make(store: Store, name: str, task_ids: Collection[TaskId], start: date) -> TaskTemplate:
    """Make a template of tasks, their dates counted in working days from a start day.

    Raises RuleViolation: template_name_missing, no_task_chosen, offset_range.
    """
    _ensure_name(name)
    if not task_ids:
        raise RuleViolation("no_task_chosen")
    with store.write(Op.MAKE_TEMPLATE) as work:
        chosen = [work.get(TASKS, task_id) for task_id in dict.fromkeys(task_ids)]
        template = work.add(TASK_TEMPLATES, TaskTemplate(id=TaskTemplateId(0), name=name.strip()))
        for item in items_of(chosen, template.id, start, day_off_queries.calendar(work.connection)):
            ensure_item(item)
            work.add(TASK_TEMPLATE_ITEMS, item)
        return template


def apply(store: Store, application: Application, today: date) -> list[Task]:
    """Make a task of every item of a template, in one step.

    Raises RuleViolation: template_empty, conclusion_without_tasks, date_beyond_calendar.
    """
    with store.write(Op.APPLY_TEMPLATE) as work:
        template = work.get(TASK_TEMPLATES, application.template_id)
        planned = plan(
            template_queries.items(work.connection, template.id),
            application.start,
            day_off_queries.calendar(work.connection),
            today=today,
            unit_id=application.unit_id,
        )
        if not planned:
            raise RuleViolation("template_empty", name=template.name)
        pattern = _pattern(work, application, today)
        return [work.add(TASKS, _task(pattern, one, next_code(work, today))) for one in planned]


def _pattern(work: Work, application: Application, today: date) -> Task:
    """Give what all tasks of an application have in common."""
    pattern = Task(id=TaskId(0), code="", title="", assigned_on=today)
    if application.conclusion_id is not None:
        conclusion = work.get(CONCLUSIONS, application.conclusion_id)
        if conclusion.no_task_reason:
            raise RuleViolation("conclusion_without_tasks", number=conclusion.number)
        state = state_of_new(work, conclusion.conference_id)
        return replace(
            pattern,
            work_state=state,
            assigned_on=None if state is WorkState.DRAFT else today,
            origin=Origin.CONCLUSION,
            conclusion_id=conclusion.id,
            quoted=conclusion.text,
        )
    if application.conference_id is not None:
        conference = work.get(CONFERENCES, application.conference_id)
        return replace(pattern, note=f"Phục vụ hội nghị {conference.code}")
    return pattern


def _task(pattern: Task, planned: PlannedTask, code: str) -> Task:
    item = planned.item
    return replace(
        pattern,
        code=code,
        title=item.title,
        content=item.content,
        product=item.product,
        lead_unit_id=planned.lead_unit_id,
        urgency=item.urgency,
        deadline_kind=DeadlineKind.DATE,
        original_due=planned.due,
        due=planned.due,
    )


def _ensure_name(name: str) -> None:
    if not name.strip():
        raise RuleViolation("template_name_missing")
