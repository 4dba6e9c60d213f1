"""Rows of the register in groups with their subtotals; each task is in exactly one group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from coordapp.domain.committee.unit import Unit
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import DeadlineState, Urgency, WorkState, is_counted
from coordapp.domain.words.labels import DEADLINE_STATE, URGENCY, WORK_STATE


class GroupBy(Enum):
    """What tasks may be put together by."""

    LEAD = "lead"
    CONFERENCE = "conference"
    DEADLINE = "deadline"
    STATE = "state"
    URGENCY = "urgency"
    MONTH = "month"
    PARENT = "parent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtotal:
    """What a group counts: neither parents that only gather nor drafts."""

    total: int
    overdue: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """One group; `key` stays the same as long as the group means the same."""

    key: str
    title: str
    subtotal: Subtotal


Grouped = list[tuple[RowGroup, list[TaskRow]]]
_TITLE = 42  # letters
_LAST = "9999-99"  # sorts after every month


def subtotal(rows: Iterable[TaskRow]) -> Subtotal:
    """Count rows as the register does."""
    counted = [row for row in rows if not row.children and is_counted(row.task)]
    return Subtotal(
        total=len(counted),
        overdue=sum(row.deadline is DeadlineState.OVERDUE for row in counted),
        done=sum(row.task.work_state is WorkState.DONE for row in counted),
    )


def grouped(rows: Iterable[TaskRow], by: GroupBy, units: Sequence[Unit]) -> Grouped:
    """Put rows in groups, which stand in their own order; the rows keep theirs.

    Units stand in protocol order, conferences newest first, months from the earliest.
    """
    place = _PLACES[by](units)
    found: dict[str, tuple[Any, str, list[TaskRow]]] = {}
    for row in rows:
        order, key, title = place(row)
        found.setdefault(key, (order, title, []))[2].append(row)
    return [
        (RowGroup(key=key, title=title, subtotal=subtotal(members)), members)
        for key, (_, title, members) in sorted(found.items(), key=lambda item: item[1][0])
    ]


def subtotal_words(counts: Subtotal) -> str:
    """Say a subtotal: `12 nhiệm vụ, 3 quá hạn, 5 hoàn thành`."""
    parts = [f"{counts.total} nhiệm vụ"]
    parts += [f"{counts.overdue} quá hạn"] if counts.overdue else []
    parts += [f"{counts.done} hoàn thành"] if counts.done else []
    return ", ".join(parts)


Place = Callable[[TaskRow], tuple[Any, str, str]]  # order, key, title


def _by_lead(units: Sequence[Unit]) -> Place:
    places = {unit.id: place for place, unit in enumerate(units)}
    names = {unit.id: unit.name for unit in units}

    def place(row: TaskRow) -> tuple[Any, str, str]:
        lead = row.task.lead_unit_id or UnitId(0)
        title = names.get(lead, row.lead_full_name or "Chưa có đơn vị chủ trì")
        return places.get(lead, len(places)), str(lead), title

    return place


def _by_conference(units: Sequence[Unit]) -> Place:
    def place(row: TaskRow) -> tuple[Any, str, str]:
        if not row.conference_code:
            return (1, 0, ""), "", "Không từ hội nghị"
        day = row.conference_date
        newest = -day.toordinal() if day else 0
        title = f"{row.conference_code} · {row.conference_title}"
        return (0, newest, row.conference_code), row.conference_code, title

    return place


def states_line(rows: Iterable[TaskRow]) -> str:
    """Say in one line how far each unit is: `HND đã hoàn thành · TĐ quá hạn`."""
    return " · ".join(f"{row.lead_name or row.task.code} {_how_far(row)}" for row in rows)


def _how_far(row: TaskRow) -> str:
    late = row.deadline is DeadlineState.OVERDUE
    words = DEADLINE_STATE[row.deadline] if late else WORK_STATE[row.task.work_state]
    return words.lower()


def _start(title: str) -> str:
    """Cut a title so that the states of its units find room beside it."""
    words = " ".join(title.split())
    return words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"


def _by_parent(units: Sequence[Unit]) -> Place:
    def place(row: TaskRow) -> tuple[Any, str, str]:
        if not row.parent_code:
            return (1, ""), "", "Không thuộc nhiệm vụ chung"
        title = f"{row.parent_code} · {_start(row.parent_title)}"
        return (0, row.parent_code), row.parent_code, title

    return place


def _by_month(units: Sequence[Unit]) -> Place:
    def place(row: TaskRow) -> tuple[Any, str, str]:
        due = row.shown_due
        if due is None:
            return _LAST, "", "Không hạn"
        key = f"{due:%Y-%m}"
        return key, key, f"Hạn tháng {due.month}/{due.year}"

    return place


def _by_deadline(units: Sequence[Unit]) -> Place:
    order = list(DeadlineState)
    return lambda row: (order.index(row.deadline), row.deadline.value, DEADLINE_STATE[row.deadline])


def _by_state(units: Sequence[Unit]) -> Place:
    order = list(WorkState)

    def place(row: TaskRow) -> tuple[Any, str, str]:
        state = row.task.work_state
        return order.index(state), state.value, WORK_STATE[state]

    return place


def _by_urgency(units: Sequence[Unit]) -> Place:
    order = list(Urgency)

    def place(row: TaskRow) -> tuple[Any, str, str]:
        degree = row.task.urgency
        return -order.index(degree), degree.value, URGENCY[degree]

    return place


_PLACES: dict[GroupBy, Callable[[Sequence[Unit]], Place]] = {
    GroupBy.LEAD: _by_lead,
    GroupBy.CONFERENCE: _by_conference,
    GroupBy.DEADLINE: _by_deadline,
    GroupBy.STATE: _by_state,
    GroupBy.URGENCY: _by_urgency,
    GroupBy.MONTH: _by_month,
    GroupBy.PARENT: _by_parent,
}
