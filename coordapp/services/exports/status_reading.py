"""Asking for the status table and for the tasks behind its numbers: one query for every use."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import cache

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.report_period import Span, SpanKind, previous, span_of, year_before
from coordapp.domain.figures.status import (
    Basis,
    Bucket,
    Grouping,
    StatusFigure,
    StatusQuestion,
    StatusTable,
    TaskThen,
    bucket,
    ensure_adds_up,
    late_from_to,
    tabulate,
)
from coordapp.domain.figures.status_lines import StatusLine
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import TaskId, UnitId
from coordapp.store import Reader
from coordapp.store.past import status_queries
from coordapp.store.past.names_then import as_named
from coordapp.store.queries import committee_queries, day_off_queries
from coordapp.store.queries.unit_queries import all_units

YEARS = range(1900, 3000)  # of which periods are asked
CUTOFF = 14  # of a file without a committee; resources/docs/forms.md 5.2


def cutoff_day(connection: Reader) -> int:
    """Read the last day of the committee's report month."""
    body = committee_queries.read(connection)
    return CUTOFF if body is None else body.report_cutoff_day


def question(
    connection: Reader,
    day: date,
    *,
    span: SpanKind | None = None,
    grouping: Grouping = Grouping.UNIT,
    basis: Basis = Basis.EXTENDED,
) -> StatusQuestion:
    """Ask for a day, or for the period it falls in up to that day.

    Raises RuleViolation: date_impossible, for a day whose period the calendar does not hold.
    """
    plain = StatusQuestion(day=day, grouping=grouping, basis=basis)
    if span is None:
        return plain
    if day.year not in YEARS:
        raise RuleViolation("date_impossible", typed=dates.short(day))
    found = span_of(span, day, cutoff_day(connection))
    return _of_span(plain, found, min(day, found.end))


def table(
    connection: Reader, asked: StatusQuestion, *, span: SpanKind | None = None
) -> StatusTable:
    """Count the table, and beside it what it is compared with, if anything had been given by then.

    A period is compared with the equal one before; a day, which counts all until then, with the
    same day of the year before. Raises RuleViolation: status_does_not_add_up.
    """
    earlier = _earlier(connection, asked, span)
    if earlier is None:
        return _counted(connection, asked)
    before = _counted(connection, earlier)
    known = before.counted + before.drafts + before.cancelled + before.finished_before
    return _counted(connection, asked, before if known else None)


def between(connection: Reader, since: date, day: date, name: str) -> StatusTable:
    """Count by units what counts of a period, beside the same days of the year before.

    Raises RuleViolation: status_does_not_add_up.
    """
    asked = StatusQuestion(day=day, since=since, name=name)
    first, last = year_before(since), year_before(day)
    if first is None or last is None:
        return _counted(connection, asked)
    before = _counted(connection, replace(asked, day=last, since=first, name="cùng kỳ năm trước"))
    return _counted(connection, asked, before if before.counted else None)


def _earlier(
    connection: Reader, asked: StatusQuestion, span: SpanKind | None
) -> StatusQuestion | None:
    if span is None:
        day = year_before(asked.day)
        return None if day is None else replace(asked, day=day)
    cutoff = cutoff_day(connection)
    last = previous(span_of(span, asked.day, cutoff), cutoff)
    return _of_span(asked, last, last.end)


def _of_span(asked: StatusQuestion, span: Span, day: date) -> StatusQuestion:
    return replace(asked, day=day, since=span.start, name=span.name)


def _counted(
    connection: Reader, asked: StatusQuestion, before: StatusTable | None = None
) -> StatusTable:
    with as_named(connection, asked.day):
        groups = status_queries.groups(connection, asked.grouping)
    made = tabulate(status_queries.read_alike(connection, asked), groups, asked, before)
    ensure_adds_up(made)
    return made


def lines(
    connection: Reader, asked: StatusQuestion, wanted: Collection[TaskId] | None = None
) -> list[StatusLine]:
    """List the tasks behind a number as they stood then, in the order of their codes.

    Without `wanted` it is every task that counts.
    """
    with as_named(connection, asked.day):
        return _lines(connection, asked, wanted)


def _lines(
    connection: Reader, asked: StatusQuestion, wanted: Collection[TaskId] | None
) -> list[StatusLine]:
    ids = None if wanted is None else frozenset(wanted)
    then: list[tuple[TaskThen, Bucket]] = []
    for task in status_queries.read(connection, asked.day, asked.grouping):
        where = bucket(task, asked)
        if where is not None and (ids is None or task.id in ids):
            then.append((task, where))
    words = status_queries.words(connection, asked.day, [task.id for task, _ in then])
    units = {unit.id: unit for unit in all_units(connection)}
    groups = {group.key: group for group in status_queries.groups(connection, asked.grouping)}
    # a register has few different dates, and a count goes through every day between two
    working_days = cache(day_off_queries.calendar(connection).working_days_between)

    def line(task: TaskThen, where: Bucket) -> StatusLine:
        said, unit = words[task.id], units.get(UnitId(task.lead))
        late = late_from_to(task, where, asked)
        return StatusLine(
            id=task.id,
            code=said.code,
            title=said.title,
            unit="" if unit is None else unit.short_name,
            unit_name="" if unit is None else unit.name,
            source=said.source,
            original_due=task.original_due,
            due=task.deadline(asked.basis),
            finished_on=task.finished_on,
            work_state=task.work_state,
            bucket=where,
            group=groups[task.group].label,
            days_late=0 if late is None else (late[1] - late[0]).days,
            working_days_late=0 if late is None else working_days(*late),
            result=said.result,
            difficulty=said.difficulty,
        )

    return sorted((line(*item) for item in then), key=lambda found: found.code)


def overdue(connection: Reader, asked: StatusQuestion) -> list[StatusLine]:
    """List what was late and still open at the end of the day, the longest delay first."""
    ids = _counted(connection, asked).total.ids(StatusFigure.OPEN_OVERDUE)
    return sorted(lines(connection, asked, ids), key=lambda line: (-line.days_late, line.code))
