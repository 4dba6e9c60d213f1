"""Reading what the slip of reminders and the agenda of a week print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coordapp.domain.calendar.due_soon import last_due_soon
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.unit import ChoiceWords, Unit
from coordapp.domain.committee.unit_group import on_day, spoken_of
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.figures.desk_contents import (
    EntryKind,
    OwedReport,
    ReminderSlip,
    SlipFor,
    WeekAgenda,
    WeekEntry,
    end_of_week,
    gathered,
    in_order,
    is_pressing,
    of_person,
    of_unit,
    reminded_people,
    reminded_units,
    week_of,
)
from coordapp.domain.indicators.indicator import period_name
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.practices.report_due import ReceiptState, ReportDue, receipt_state
from coordapp.domain.tasks.queries import TaskQuery, TaskRow
from coordapp.domain.tasks.task import CLOSED, DeadlineState, is_counted
from coordapp.services.exports import form_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.store import Reader
from coordapp.store.queries import conference_queries, report_queries, task_queries, unit_queries
from coordapp.store.queries.committee_queries import due_soon_days

_CALLED_OFF = (ConferenceState.POSTPONED, ConferenceState.CANCELLED)
_OWED = (ReceiptState.MISSING, ReceiptState.WAITED_FOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRequest:
    """Which day it is; of a slip whom it is for, by the short name of a unit or a person's name.

    `week` is a day of the week that an agenda is for, None for that of the day.
    """

    as_of: date
    style: DocumentStyle | None = None
    whom: SlipFor = SlipFor.UNIT
    name: str = ""
    week: date | None = None


def slip(reader: Reader, asked: DeskRequest) -> ReminderSlip:
    """Read what a unit or a person is reminded of. Raises RuleViolation: unknown_unit."""
    rows = task_queries.find(reader, TaskQuery(), asked.as_of)
    heading = form_reading.heading(reader, FormRequest(as_of=asked.as_of, style=asked.style))
    if asked.whom is SlipFor.PERSON:
        own = of_person(rows, asked.name)
        shown = next((one_line(row.task.focal_person) for row in own), one_line(asked.name))
        codes = frozenset(row.task.code for row in own)
        return ReminderSlip(heading=heading, addressee=shown, rows=own, leads=codes)
    unit = _unit(reader, asked.name)
    own = of_unit(rows, unit)
    return ReminderSlip(
        heading=heading,
        addressee=unit.name,
        rows=own,
        leads=frozenset(row.task.code for row in own if row.task.lead_unit_id == unit.id),
        reports=tuple(_owed(reader, unit, asked.as_of)),
    )


def addressees(reader: Reader, today: date) -> list[tuple[SlipFor, str, ChoiceWords]]:
    """Name whom there is something to remind of: kind, name to ask for, name to show."""
    rows = task_queries.find(reader, TaskQuery(), today)
    units = unit_queries.all_units(reader)
    told = {unit.id for unit in reminded_units(rows, units)}
    told |= {unit.id for unit in units if any(_owed(reader, unit, today))}
    found = [
        (SlipFor.UNIT, one.short_name, ChoiceWords(one.name, one.names))
        for one in units
        if one.id in told
    ]
    return [*found, *((SlipFor.PERSON, name, ChoiceWords(name)) for name in reminded_people(rows))]


def week(reader: Reader, asked: DeskRequest) -> WeekAgenda:
    """Read what falls into the week of a day."""
    first = week_of(asked.week or asked.as_of)[0]
    last = end_of_week(first)
    rows = task_queries.find(reader, TaskQuery(), asked.as_of)
    entries = (
        *(_meeting(one) for one in conference_queries.find(reader) if _is_on(one, first, last)),
        *(_deadline(row) for row in rows if _falls_due(row, first, last)),
        *_reports(reader, asked.as_of, (first, last)),
    )
    groups = on_day(unit_queries.groups_of_units(reader), asked.as_of)
    return WeekAgenda(
        heading=form_reading.heading(reader, FormRequest(as_of=asked.as_of, style=asked.style)),
        first=first,
        entries=in_order(gathered(entries, groups)),
        overdue=sum(
            is_pressing(row)
            and row.deadline is DeadlineState.OVERDUE
            and (row.task.due or first) < first
            for row in rows
        ),
    )


def _unit(reader: Reader, typed: str) -> Unit:
    wanted = one_line(typed)
    units = unit_queries.all_units(reader)
    exact = [unit for unit in units if unit.short_name == wanted]
    alike = [unit for unit in units if fold(unit.short_name) == fold(wanted)]
    if not exact and len(alike) != 1:
        raise RuleViolation("unknown_unit", unit=typed)
    return (exact or alike)[0]


def _owed(reader: Reader, unit: Unit, today: date) -> Iterator[OwedReport]:
    last = last_due_soon(today, due_soon_days(reader))
    for report in reversed(report_queries.all_reports_due(reader)):
        for receipt in report_queries.receipts(reader, report.id):
            owes = receipt.unit_id == unit.id and receipt_state(report, receipt, today) in _OWED
            if owes and report.due_on <= last:
                yield OwedReport(title=_named(report), due_on=report.due_on)


def _named(report: ReportDue) -> str:
    return f"{one_line(report.title)}, {period_name(report.period).lower()}"


def _is_on(conference: Conference, first: date, last: date) -> bool:
    held = conference.held_on
    return held is not None and first <= held <= last and conference.state not in _CALLED_OFF


def _meeting(conference: Conference) -> WeekEntry:
    return WeekEntry(
        day=conference.held_on or date.min,
        kind=EntryKind.CONFERENCE,
        what=one_line(conference.title),
        who=one_line(conference.place),
        clock=one_line(conference.start_time),
        note=conference.code,
    )


def _falls_due(row: TaskRow, first: date, last: date) -> bool:
    is_open = is_counted(row.task) and row.task.work_state not in CLOSED and not row.children
    return is_open and row.task.due is not None and first <= row.task.due <= last


def _deadline(row: TaskRow) -> WeekEntry:
    return WeekEntry(
        day=row.task.due or date.min,
        kind=EntryKind.DEADLINE,
        what=one_line(row.task.title),
        who=row.lead_full_name,
        note=row.task.code,
    )


def _reports(reader: Reader, today: date, span: tuple[date, date]) -> Iterator[WeekEntry]:
    names = {unit.id: unit.name for unit in unit_queries.all_units(reader)}
    groups = on_day(unit_queries.groups_of_units(reader), today)
    for report in report_queries.all_reports_due(reader):
        if not span[0] <= report.due_on <= span[1]:
            continue
        owing = [
            names.get(one.unit_id, "")
            for one in report_queries.receipts(reader, report.id)
            if receipt_state(report, one, today) in _OWED
        ]
        if owing:
            yield WeekEntry(
                day=report.due_on,
                kind=EntryKind.REPORT,
                what=_named(report),
                who="; ".join(spoken_of(owing, groups)),
                note=report.code,
            )
