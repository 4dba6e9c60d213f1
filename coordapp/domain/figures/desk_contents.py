"""What the office takes to its desk: what a unit or a person is reminded of, and its week."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import NamedGroup, spoken_of
from coordapp.domain.figures.form_contents import FormHeading
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.kernel.vietnamese_order import by_person
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import CLOSED, DeadlineState, WorkState, is_counted

_PRESSING = (DeadlineState.OVERDUE, DeadlineState.DUE_SOON)
_DAYS = 7


class SlipFor(Enum):
    """Whom a slip is for."""

    UNIT = "unit"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedReport:
    """A report that a unit has not sent yet."""

    title: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSlip:
    """What somebody is reminded of on a day, the longest overdue first."""

    heading: FormHeading
    addressee: str
    rows: tuple[TaskRow, ...] = ()
    leads: frozenset[str] = frozenset()  # codes of the tasks that are theirs to lead
    reports: tuple[OwedReport, ...] = ()


class EntryKind(Enum):
    """What stands in the agenda, in the order of a day."""

    CONFERENCE = "conference"
    DEADLINE = "deadline"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekEntry:
    """One thing of the week; `clock` is empty where only the day is known."""

    day: date
    kind: EntryKind
    what: str
    who: str = ""
    clock: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAgenda:
    """What falls into the week from a Monday on, and what was overdue before it."""

    heading: FormHeading
    first: date
    entries: tuple[WeekEntry, ...] = ()
    overdue: int = 0

    @property
    def days(self) -> tuple[date, ...]:
        """Give the days that are printed: those worked, others only when something is on."""
        taken = {entry.day for entry in self.entries}
        week = week_of(self.first)
        return tuple(day for number, day in enumerate(week) if number < 5 or day in taken)


def week_of(day: date) -> tuple[date, ...]:
    """Give the days of the week of a day, from Monday."""
    monday = day.toordinal() - day.weekday()
    last = min(monday + _DAYS, date.max.toordinal() + 1)
    return tuple(date.fromordinal(number) for number in range(max(monday, 1), last))


def is_pressing(row: TaskRow) -> bool:
    """Tell whether somebody is reminded of a task: open, given, overdue or due soon."""
    is_open = is_counted(row.task) and row.task.work_state not in CLOSED
    waits = row.task.work_state is WorkState.AWAITING_CONFIRMATION
    return is_open and not row.children and not waits and row.deadline in _PRESSING


def of_unit(rows: Iterable[TaskRow], unit: Unit) -> tuple[TaskRow, ...]:
    """Choose what a unit is reminded of: what it leads, and where it takes part."""
    # a row names the units that take part by their short names, which no two units share
    return _first_due(
        row
        for row in rows
        if is_pressing(row)
        and (row.task.lead_unit_id == unit.id or unit.short_name in row.coordinating)
    )


def of_person(rows: Iterable[TaskRow], name: str) -> tuple[TaskRow, ...]:
    """Choose what the person is reminded of whom the tasks name as their contact."""
    wanted = fold(one_line(name))
    return _first_due(
        row for row in rows if is_pressing(row) and fold(one_line(row.task.focal_person)) == wanted
    )


def reminded_units(rows: Iterable[TaskRow], units: Sequence[Unit]) -> list[Unit]:
    """Name the units that have something to be reminded of, in protocol order."""
    pressing = [row for row in rows if is_pressing(row)]
    leads = {row.task.lead_unit_id for row in pressing}
    taking_part = {name for row in pressing for name in row.coordinating}
    return [unit for unit in units if unit.id in leads or unit.short_name in taking_part]


def reminded_people(rows: Iterable[TaskRow]) -> list[str]:
    """Name the contacts of what presses, each once, by given name."""
    named = (one_line(row.task.focal_person) for row in rows if is_pressing(row))
    once = {fold(name): name for name in named if name}
    return sorted(once.values(), key=by_person)


def in_order(entries: Iterable[WeekEntry]) -> tuple[WeekEntry, ...]:
    """Put the agenda in its order: by day, within one conferences by hour, then deadlines."""
    kinds = list(EntryKind)
    return tuple(
        sorted(entries, key=lambda one: (one.day, kinds.index(one.kind), one.clock.zfill(5)))
    )


def gathered(
    entries: Iterable[WeekEntry], groups: Sequence[NamedGroup] = ()
) -> Iterator[WeekEntry]:
    """Give what several units have alike on a day once, with all of them or their group."""
    found: dict[tuple[date, EntryKind, str, str], list[WeekEntry]] = {}
    for entry in entries:
        found.setdefault((entry.day, entry.kind, entry.clock, entry.what), []).append(entry)
    for first, *others in found.values():
        who = spoken_of((one.who for one in (first, *others) if one.who), groups)
        notes = dict.fromkeys(one.note for one in (first, *others) if one.note)
        yield replace(first, who="; ".join(who), note="; ".join(notes))


def end_of_week(first: date) -> date:
    """Give the last day of the week that begins on a day."""
    return first + timedelta(min(_DAYS - 1, (date.max - first).days))


def _first_due(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.task.due or date.max, row.task.code)))
