"""What a plan of an import needs to know of the register."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import Committee
from coordapp.domain.documents.document import Document
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.plan import Book, Existing
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.values.days import DayContext
from coordapp.domain.importing.values.units import Units
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.words.labels import URGENCY, listed_left, listed_state
from coordapp.services.documents.paper_reading import register_row, source_of
from coordapp.store import Reader
from coordapp.store.queries import (
    committee_queries,
    day_off_queries,
    document_queries,
    task_queries,
    unit_queries,
)

# what goes before the name of the province in that of the body above
_BODIES = ("tinh uy ", "thanh uy ", "ubnd tinh ", "uy ban nhan dan tinh ", "tinh ", "thanh pho ")


def book_of(
    reader: Reader,
    mapped: Mapping[str, UnitId],
    today: date,
    *,
    policy: LeadPolicy,
    on_screen: bool,
) -> Book:
    """Give what a plan needs to know of the register; `mapped` are names that a person explained."""
    provinces = _provinces(committee_queries.read(reader))
    return Book(
        by_code=_existing(reader, today, on_screen=on_screen),
        on_screen=on_screen,
        policy=policy,
        units=Units(
            unit_queries.all_units(reader),
            mapped,
            provinces,
            unit_queries.groups_of_units(reader),
        ),
        days=DayContext(today=today, calendar=day_off_queries.calendar(reader)),
    )


def _provinces(body: Committee | None) -> tuple[str, ...]:
    """Give the names by which units of the own province may be told from others."""
    if body is None:
        return ()
    above = fold(one_line(body.superior_body))
    named = next((above.removeprefix(start) for start in _BODIES if above.startswith(start)), "")
    return tuple(dict.fromkeys(filter(None, (fold(one_line(body.place)), named))))


def _existing(reader: Reader, today: date, *, on_screen: bool) -> dict[str, Existing]:
    parts: dict[int, list[UnitId]] = defaultdict(list)
    for part in task_queries.all_coordinations(reader):
        parts[part.task_id].append(part.unit_id)
    waiting = document_queries.all_withheld(reader)
    notices = document_queries.issued_notices(reader)
    return {
        row.task.code: Existing(
            task=row.task,
            coordinating=tuple(parts.get(row.task.id, ())),
            withheld=row.task.id in waiting,
            shown=_shown(row, notices) | (_on_screen(row) if on_screen else {}),
            is_parent=bool(row.children),
            also_shown={
                # registers written before the notice went out name the conference
                ImportColumn.SOURCE: source_of(row, {}),
                **({ImportColumn.DUE: listed_left(row, today)} if on_screen else {}),
            },
        )
        for row in task_queries.find(reader, TaskQuery(), today)
    }


def _shown(row: TaskRow, notices: Mapping[str, Document]) -> dict[ImportColumn, str]:
    """Give what the register in Excel shows of a task, and its fields that it does not show."""
    task, listed = row.task, register_row(row, notices)
    return {
        ImportColumn.CODE: task.code,
        ImportColumn.WORK: listed.work,
        ImportColumn.CONTENT: task.content,
        ImportColumn.PRODUCT: task.product,
        ImportColumn.SOURCE: listed.source,
        ImportColumn.LEAD: listed.lead_unit,
        ImportColumn.COORDINATING: "; ".join(listed.coordinating_units),
        ImportColumn.FOCAL: task.focal_person,
        ImportColumn.ASSIGNED: dates.short(task.assigned_on),
        ImportColumn.DUE: dates.short(task.due) or task.deadline_wording,
        ImportColumn.STATE: listed.state_label,
        ImportColumn.PERCENT: "" if task.percent is None else str(task.percent),
        ImportColumn.PROGRESS: listed.progress,
        ImportColumn.FINISHED: dates.short(task.finished_on),
        ImportColumn.DIFFICULTY: listed.difficulty,
        ImportColumn.URGENCY: URGENCY[task.urgency],
        ImportColumn.NOTE: listed.remarks,
    }


def _on_screen(row: TaskRow) -> dict[ImportColumn, str]:
    """Give what the list on screen shows otherwise than the register in Excel."""
    return {
        ImportColumn.WORK: one_line(row.task.title),
        ImportColumn.COORDINATING: ", ".join(row.coordinating),
        ImportColumn.DUE: dates.short(row.shown_due),
        ImportColumn.STATE: listed_state(row),
        ImportColumn.SOURCE: "",
    }
