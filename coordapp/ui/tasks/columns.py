"""The columns of the register: words, order, editing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.kernel.vietnamese_order import by_text
from coordapp.domain.tasks import clarity
from coordapp.domain.tasks.clarity import ClearPoint
from coordapp.domain.tasks.percent import read_percent
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.clarity_words import all_clear, still_missing
from coordapp.domain.words.labels import (
    WORK_STATE,
    listed_left,
    listed_state,
    working_days_left,
)
from coordapp.ui.kit.context import Context
from coordapp.ui.look import theme
from coordapp.ui.tables.model import Column, Editor

_STATES = list(WorkState)
_STATE_CHOICES = tuple(WORK_STATE.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What a cell does with a new value; each tells whether it went."""

    title: Callable[[TaskRow, str], bool]
    lead: Callable[[TaskRow, UnitId | None], bool]
    due: Callable[[TaskRow, date | Deadline | None], bool]
    state: Callable[[TaskRow, WorkState], bool]
    percent: Callable[[TaskRow, int | None], bool]


def columns(
    context: Context,
    edits: Edits,
    units: Sequence[tuple[UnitId | None, str]],
    points: Sequence[ClearPoint],
) -> tuple[Column[TaskRow], ...]:
    """Give the columns; `units` and `points` may be filled anew later, an open list reads them then."""
    return (*_names(edits, units), *_deadlines(context, edits), *_progress(edits), _clarity(points))


def title_of(row: TaskRow) -> str:
    """Name the task on one line."""
    return one_line(row.task.title)


def source_of(row: TaskRow) -> str:
    """Name the conclusion and the conference, short."""
    if row.conclusion_number is None:
        return ""
    return f"KL {row.conclusion_number} · {row.conference_code}"


def due_tip(row: TaskRow, today: date, calendar: Calendar) -> str:
    """Say how many working days are left, and whether that may still change."""
    due = row.shown_due
    if due is None or row.task.is_closed:
        return "" if due is None else dates.weekday(due)
    return working_days_left(due, today, calendar)


def _title(edits: Edits) -> Column[TaskRow]:
    return Column(
        key="title",
        title="Nhiệm vụ",
        width=220,
        stretch=True,
        text=title_of,
        sort=lambda row: by_text(row.task.title),
        edit=title_of,
        apply=edits.title,
    )


def _names(edits: Edits, units: Sequence[tuple[UnitId | None, str]]) -> tuple[Column[TaskRow], ...]:
    return (
        Column(
            key="code",
            title="Mã",
            width=126,
            text=lambda row: row.task.code,
            sort=attrgetter("task.code"),  # asked of every row at every key
        ),
        _title(edits),
        Column(
            key="lead",
            title="Đơn vị chủ trì",
            width=112,
            text=lambda row: row.lead_name,
            sort=lambda row: by_text(row.lead_name),
            blank=lambda row: not row.lead_name,
            tooltip=lambda row: row.lead_full_name,
            editor=Editor.CHOICE,
            choices=units,
            edit=lambda row: row.task.lead_unit_id,
            apply=edits.lead,
        ),
        Column(
            key="with",
            title="Phối hợp",
            width=120,
            hidden=True,
            text=_coordinating,
            sort=lambda row: by_text(_coordinating(row)),
            blank=lambda row: not row.coordinating,
        ),
        Column(
            key="source",
            title="Kết luận",
            width=140,
            hidden=True,
            text=source_of,
            sort=lambda row: (row.conference_code, row.conclusion_number or 0),
            blank=lambda row: row.conclusion_number is None,
        ),
    )


def _deadlines(context: Context, edits: Edits) -> tuple[Column[TaskRow], ...]:
    today = context.today
    return (
        Column(
            key="due",
            title="Hạn",
            width=98,
            text=lambda row: dates.short(row.shown_due),
            sort=_due,
            blank=_without_due,
            editor=Editor.DATE,
            tooltip=lambda row: due_tip(row, today, context.calendar()),
            parse=context.read_due,
            means=context.read_deadline,
            keeps_words=True,
            edit=lambda row: row.task.due,
            apply=edits.due,
        ),
        Column(
            key="left",
            title="Tình trạng hạn",
            width=132,
            text=lambda row: listed_left(row, today),
            sort=_due,
            blank=_without_due,
            tone=lambda row: theme.tone(row.deadline),
        ),
    )


def _progress(edits: Edits) -> tuple[Column[TaskRow], ...]:
    return (
        Column(
            key="state",
            title="Trạng thái",
            width=116,
            text=listed_state,
            sort=lambda row: _STATES.index(row.task.work_state),
            editor=Editor.CHOICE,
            choices=_STATE_CHOICES,
            edit=lambda row: row.task.work_state,
            apply=edits.state,
        ),
        Column(
            key="percent",
            title="%",
            width=64,
            hidden=True,
            text=lambda row: "" if row.task.percent is None else f"{row.task.percent} %",
            sort=lambda row: row.task.percent or 0,
            blank=lambda row: row.task.percent is None,
            editor=Editor.PERCENT,
            parse=read_percent,
            edit=lambda row: row.task.percent,
            apply=edits.percent,
        ),
    )


def _clarity(points: Sequence[ClearPoint]) -> Column[TaskRow]:
    return Column(
        key="clarity",
        title="Mức rõ",
        width=88,
        hidden=True,  # the title of the task needs the room of a small screen
        text=lambda row: _clear_count(row, points),
        sort=lambda row: sum(clarity.marks(row.task, points)),
        # what a parent lacks is said of the tasks that do its work
        blank=lambda row: bool(row.children),
        dots=lambda row: () if row.children else clarity.marks(row.task, points),
        tooltip=lambda row: _clarity_tip(row, points),
    )


def _clear_count(row: TaskRow, points: Sequence[ClearPoint]) -> str:
    if row.children:
        return ""
    marks = clarity.marks(row.task, points)
    return f"{sum(marks)}/{len(marks)}"


def _clarity_tip(row: TaskRow, points: Sequence[ClearPoint]) -> str:
    if row.children:
        return "Xem ở nhiệm vụ của từng đơn vị"
    marks = zip(points, clarity.marks(row.task, points), strict=True)
    unclear = ", ".join(f"chưa {point.name}" for point, is_clear in marks if not is_clear)
    if not unclear:
        return f"Đủ {all_clear(points)}"
    return f"{unclear[0].upper()}{unclear[1:]}\n{still_missing(row.task, points)}"


def _coordinating(row: TaskRow) -> str:
    return ", ".join(row.coordinating)


def _due(row: TaskRow) -> date:
    return row.shown_due or date.max


def _without_due(row: TaskRow) -> bool:
    return row.shown_due is None
