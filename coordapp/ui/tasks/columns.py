"""The columns of the register: words, order, editing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coordapp.domain import dates
from coordapp.domain.labels import WORK_STATE, days_left
from coordapp.domain.queries import TaskRow
from coordapp.domain.task import WorkState
from coordapp.domain.text import fold, one_line

_STATES = list(WorkState)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `text` for the eye, `order` for sorting."""

    key: str
    title: str
    width: int
    text: Callable[[TaskRow, date], str]
    order: Callable[[TaskRow], tuple[object, ...]]
    editable: bool = False
    hidden: bool = False


def title_of(row: TaskRow, today: date) -> str:
    """Name the task; a parent also tells how far its units are."""
    title = one_line(row.task.title)
    if row.children:
        return f"{title} · {row.children_done}/{row.children} đơn vị xong"
    return title


def source_of(row: TaskRow, today: date) -> str:
    """Name the conclusion and the conference, short."""
    if row.conclusion_number is None:
        return ""
    return f"KL {row.conclusion_number} · {row.conference_code}"


def _percent(row: TaskRow, today: date) -> str:
    return "" if row.task.percent is None else f"{row.task.percent} %"


COLUMNS = (
    Column(
        key="code",
        title="Mã",
        width=122,
        text=lambda row, today: row.task.code,
        order=lambda row: (row.task.code,),
    ),
    Column(
        key="title",
        title="Nhiệm vụ",
        width=220,
        text=title_of,
        order=lambda row: (fold(row.task.title),),
    ),
    Column(
        key="lead",
        title="Chủ trì",
        width=76,
        editable=True,
        text=lambda row, today: row.lead_name,
        order=lambda row: (fold(row.lead_name),),
    ),
    Column(
        key="with",
        title="Phối hợp",
        width=120,
        hidden=True,
        text=lambda row, today: ", ".join(row.coordinating),
        order=lambda row: (fold(", ".join(row.coordinating)),),
    ),
    Column(
        key="source",
        title="Nguồn",
        width=140,
        hidden=True,
        text=source_of,
        order=lambda row: (row.conference_code, row.conclusion_number or 0),
    ),
    Column(
        key="due",
        title="Hạn",
        width=112,
        editable=True,
        text=lambda row, today: dates.short(row.task.due),
        order=lambda row: (row.task.due is None, row.task.due or date.max),
    ),
    Column(
        key="left",
        title="Thời hạn",
        width=160,
        text=lambda row, today: days_left(row.task, row.deadline, today),
        order=lambda row: (row.task.due is None, row.task.due or date.max),
    ),
    Column(
        key="state",
        title="Trạng thái",
        width=126,
        editable=True,
        text=lambda row, today: WORK_STATE[row.task.work_state],
        order=lambda row: (_STATES.index(row.task.work_state),),
    ),
    Column(
        key="percent",
        title="%",
        width=60,
        editable=True,
        hidden=True,
        text=_percent,
        order=lambda row: (-1 if row.task.percent is None else row.task.percent,),
    ),
)
KEYS = tuple(column.key for column in COLUMNS)
