"""Reading what the forms of programmes, directives, indicators, models and reports tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.case_contents import (
    DirectiveReport,
    IndicatorsReport,
    PartLine,
    PartTask,
    PracticeLine,
    PracticesReport,
    ProgrammeReport,
    ReceiptLine,
    ReportsDueReport,
    ensure_adds_up,
    indicator_lines,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.practices.practice import Comparison, RecognitionStep, compared, counts
from coordapp.domain.practices.report_due import receipt_state
from coordapp.domain.programmes.programme import ItemScope, counted
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.labels import WORK_STATE
from coordapp.services.exports import form_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.programmes import case_records
from coordapp.services.programmes.case_records import PracticeRow
from coordapp.services.programmes.places_then import PlacesThen
from coordapp.store import Reader
from coordapp.store.past.names_then import named_then
from coordapp.store.queries import practice_queries, report_queries, unit_queries
from coordapp.store.queries.programme_queries import ItemRow, SectionRow

_STEPS = list(RecognitionStep)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRequest:
    """Which record or year a form is asked for, and as of which day.

    `past` says that the day was asked for, so that everything is told as it stood then.
    """

    as_of: date
    past: bool = False
    year: int | None = None
    code: str = ""
    style: DocumentStyle | None = None

    @property
    def past_day(self) -> date | None:
        """The day in the past that is asked for; None for what is known now."""
        return self.as_of if self.past else None

    @property
    def form(self) -> FormRequest:
        """The request for the head of the form."""
        return FormRequest(as_of=self.as_of, style=self.style)


@named_then(attrgetter("past_day"))
def indicators(reader: Reader, asked: CaseRequest) -> IndicatorsReport:
    """Read the table of indicators. Raises RuleViolation: figures_do_not_add_up."""
    values = case_records.indicator_values(reader, asked.past_day)
    names = _full_names(reader)
    lines = []
    for indicator in case_records.indicators(reader, asked.past_day):
        held = values.get(indicator.id, [])
        ensure_adds_up(indicator, held)
        lines += indicator_lines(indicator, held, names, asked.year)
    return IndicatorsReport(
        heading=form_reading.heading(reader, asked.form), year=asked.year, lines=lines
    )


@named_then(attrgetter("past_day"))
def practices(reader: Reader, asked: CaseRequest) -> PracticesReport:
    """Read the register of models, of one year or whole."""
    rows = case_records.practice_rows(reader, asked.past_day)
    names = _full_names(reader)
    by_id = {row.practice.id: row.practice for row in rows}
    taken: dict[int | None, list[PracticeRow]] = {}
    for one in rows:
        taken.setdefault(one.practice.replicated_from_id, []).append(one)
    steps: dict[int, list[tuple[int, str]]] = {}
    for step in practice_queries.all_recognitions(reader):
        steps.setdefault(step.practice_id, []).append((_STEPS.index(step.step), step.paper))
    lines = []
    for row in rows:
        if asked.year is not None and asked.year not in (row.new_in, *row.kept_in):
            continue
        practice = row.practice
        reached = steps.get(practice.id, [])
        origin = by_id.get(practice.replicated_from_id) if practice.replicated_from_id else None
        lines.append(
            PracticeLine(
                practice=practice,
                unit=names.get(practice.unit_id or UnitId(0), ""),
                new_in=row.new_in,
                kept_in=row.kept_in,
                step=_STEPS[max(place for place, _ in reached)] if reached else None,
                papers="; ".join(paper for _, paper in reached if paper),
                origin="" if origin is None else f"{origin.code} {origin.name}",
                replicas="; ".join(
                    f"{one.practice.place or one.practice.held_by} ({one.new_in or 'chưa rõ năm'})"
                    for one in taken.get(practice.id, ())
                ),
            )
        )
    return PracticesReport(
        heading=form_reading.heading(reader, asked.form),
        year=asked.year,
        lines=lines,
        compared=[] if asked.year is None else _compared(reader, asked, asked.year),
    )


def _compared(reader: Reader, asked: CaseRequest, year: int) -> list[tuple[str, Comparison]]:
    names = _full_names(reader)
    listed = counts(
        [row.practice for row in case_records.practice_rows(reader, asked.past_day)],
        case_records.practice_years(reader, asked.past_day),
        year,
    )
    told = case_records.practice_counts(reader, year, asked.past_day)
    return [(names.get(one.unit_id, ""), one) for one in compared(told, listed)]


@named_then(attrgetter("past_day"))
def directive(reader: Reader, asked: CaseRequest) -> DirectiveReport:
    """Read a directive with its sections and their tasks. Raises RuleViolation: directive_unknown."""
    places = PlacesThen(reader, asked.past_day)
    found = places.directive(asked.code)
    if found is None:
        raise RuleViolation("directive_unknown", code=asked.code)
    rows = places.section_rows(found.id)
    by_code = _part_tasks(reader, places.tasks)
    return DirectiveReport(
        heading=form_reading.heading(reader, asked.form),
        directive=found,
        lines=[
            _line(row, row.section.number, row.section.title, row.section.level, by_code)
            for row in rows
        ],
    )


@named_then(attrgetter("past_day"))
def programme(reader: Reader, asked: CaseRequest) -> ProgrammeReport:
    """Read a programme with its items and their tasks. Raises RuleViolation: programme_unknown."""
    places = PlacesThen(reader, asked.past_day)
    found = places.programme(asked.code)
    if found is None:
        raise RuleViolation("programme_unknown", code=asked.code)
    names = _full_names(reader)
    rows = places.item_rows(found.id, asked.year)
    by_code = _part_tasks(reader, places.tasks)
    lines: dict[ItemScope, list[PartLine]] = {scope: [] for scope in ItemScope}
    for row in rows:
        unit = names.get(row.item.unit_id or UnitId(0), "")
        title = f"{row.item.title} ({unit})" if unit else row.item.title
        lines[row.item.scope].append(_line(row, str(row.item.year), title, 1, by_code))
    return ProgrammeReport(
        heading=form_reading.heading(reader, asked.form),
        programme=found,
        parties=[names.get(one.unit_id or UnitId(0), one.name) for one in places.parties(found.id)],
        counts=counted((row.item, row.count) for row in rows),
        lines=lines,
    )


@named_then(attrgetter("past_day"))
def reports_due(reader: Reader, asked: CaseRequest) -> ReportsDueReport:
    """Read the reports asked for, with where each unit stands on the day."""
    names = _full_names(reader)
    parts = []
    for report in case_records.reports_due(reader, asked.past_day):
        if asked.year is not None and report.due_on.year != asked.year:
            continue
        lines = [
            ReceiptLine(
                unit=names.get(one.unit_id, ""),
                received_on=one.received_on
                if one.received_on is not None and one.received_on <= asked.as_of
                else None,
                state=receipt_state(report, one, asked.as_of),
                paper=one.paper,
                note=one.note,
            )
            for one in report_queries.receipts(reader, report.id)
        ]
        parts.append((report, lines))
    return ReportsDueReport(
        heading=form_reading.heading(reader, asked.form), year=asked.year, parts=parts
    )


def _part_tasks(reader: Reader, tasks: Sequence[Task]) -> dict[str, PartTask]:
    names = {unit.id: unit.name for unit in unit_queries.all_units(reader)}
    return {
        task.code: PartTask(
            code=task.code,
            title=task.wording,
            unit="" if task.lead_unit_id is None else names.get(task.lead_unit_id, ""),
            due=task.due,
            state=WORK_STATE[task.work_state],
            percent=task.percent,
        )
        for task in tasks
    }


def _line(
    row: SectionRow | ItemRow, number: str, title: str, level: int, tasks: Mapping[str, PartTask]
) -> PartLine:
    return PartLine(
        number=number,
        title=title,
        level=level,
        count=row.count,
        tasks=[tasks[code] for code in row.task_codes],
    )


def _full_names(reader: Reader) -> dict[UnitId, str]:
    return {unit.id: unit.name for unit in unit_queries.all_units(reader)}
