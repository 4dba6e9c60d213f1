"""Templates: sets of tasks that come back, each due some working days from a start day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskTemplateId, TaskTemplateItemId, UnitId
from coordapp.domain.tasks.task import Task, Urgency

# some two years of work: a template is for one occasion, and a slip of the keyboard is no plan
FARTHEST = 500


class Caution(Enum):
    """Why the date of a planned task deserves a second look."""

    PAST = "past"
    DAY_OFF = "day_off"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTemplate:
    """A named set of tasks."""

    id: TaskTemplateId
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTemplateItem:
    """One task of a template.

    Unit: `offset` in working days from the start day, before it when negative.
    """

    id: TaskTemplateItemId
    task_template_id: TaskTemplateId
    position: int
    title: str
    content: str = ""
    product: str = ""
    lead_unit_id: UnitId | None = None
    urgency: Urgency = Urgency.NORMAL
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTask:
    """An item with the date it gets."""

    item: TaskTemplateItem
    lead_unit_id: UnitId | None
    due: date
    cautions: tuple[Caution, ...]


def ensure_item(item: TaskTemplateItem) -> None:
    """Refuse an item that makes no task. Raises RuleViolation: title_missing, offset_range."""
    if not item.title.strip():
        raise RuleViolation("title_missing")
    if abs(item.offset) > FARTHEST:
        raise RuleViolation("offset_range", value=item.offset, farthest=FARTHEST)


def read_offset(typed: str) -> int:
    """Read an offset as typed: `-5`, `+3`, `0`. Raises RuleViolation: offset_range."""
    text = typed.strip().replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-")
    digits = text[1:] if text[:1] in ("-", "+") else text
    # longer ones are too far in any case, and Python refuses to read thousands of digits
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 9:
        raise RuleViolation("offset_range", value=typed, farthest=FARTHEST)
    return int(text)


def plan(
    items: Iterable[TaskTemplateItem],
    start: date,
    calendar: Calendar,
    *,
    today: date,
    unit_id: UnitId | None = None,
) -> list[PlannedTask]:
    """Give every item its date; `unit_id` leads what names no unit itself.

    Raises RuleViolation: date_beyond_calendar.
    """
    return [_planned(item, start, calendar, today=today, unit_id=unit_id) for item in items]


def _planned(
    item: TaskTemplateItem, start: date, calendar: Calendar, *, today: date, unit_id: UnitId | None
) -> PlannedTask:
    try:
        due = calendar.add_working_days(start, item.offset)
    except OverflowError as error:
        raise RuleViolation("date_beyond_calendar") from error
    found = []
    if due < today:
        found.append(Caution.PAST)
    if not calendar.is_working(due):
        found.append(Caution.DAY_OFF)
    # what is past will not be moved by a paper to come
    first, last = min(start, due), max(start, due)
    if due >= today and calendar.rests_on_expected(first, last):
        found.append(Caution.EXPECTED)
    lead = unit_id if item.lead_unit_id is None else item.lead_unit_id
    return PlannedTask(item=item, lead_unit_id=lead, due=due, cautions=tuple(found))


def items_of(
    tasks: Iterable[Task], template_id: TaskTemplateId, start: date, calendar: Calendar
) -> list[TaskTemplateItem]:
    """Turn tasks into items, in the order of their dates; one without a date is due at the start."""
    by_date = sorted(tasks, key=lambda task: (task.due or start, task.code))
    return [
        TaskTemplateItem(
            id=TaskTemplateItemId(0),
            task_template_id=template_id,
            position=position,
            title=task.title,
            content=task.content,
            product=task.product,
            lead_unit_id=task.lead_unit_id,
            urgency=task.urgency,
            offset=_offset(task.due or start, start, calendar),
        )
        for position, task in enumerate(by_date, start=1)
    ]


def _offset(due: date, start: date, calendar: Calendar) -> int:
    # some thousand years apart would be counted for minutes
    if abs((due - start).days) > 2 * FARTHEST:
        raise RuleViolation("offset_range", value=(due - start).days, farthest=FARTHEST)
    return calendar.working_days_between(start, due)
