"""What the Excel forms of programmes, directives, indicators, models and reports due tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coordapp.domain.figures.form_contents import FormHeading
from coordapp.domain.indicators.indicator import (
    Indicator,
    IndicatorValue,
    figure,
    gaps,
    period_name,
    rate,
    shown,
    year_earlier,
    year_of,
)
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.practices.practice import Comparison, Practice, RecognitionStep
from coordapp.domain.practices.report_due import ReceiptState, ReportDue
from coordapp.domain.programmes.directive import Directive
from coordapp.domain.programmes.programme import DoneCount, ItemScope, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """One figure: plan and actual as numbers where they are, else as words."""

    field: str
    name: str
    unit_of_measure: str
    unit: str
    period: str
    plan: Decimal | str
    actual: Decimal | str
    rate: Decimal | None
    earlier: Decimal | str
    source: str
    source_on: date | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsReport:
    """The table of indicators of a year, or of all years."""

    heading: FormHeading
    year: int | None
    lines: Sequence[IndicatorLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeLine:
    """One model with its latest step of recognition."""

    practice: Practice
    unit: str
    new_in: int | None
    kept_in: tuple[int, ...]
    step: RecognitionStep | None
    papers: str
    origin: str
    replicas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticesReport:
    """The register of models, with what units reported beside what the list holds."""

    heading: FormHeading
    year: int | None
    lines: Sequence[PracticeLine]
    compared: Sequence[tuple[str, Comparison]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTask:
    """A task of a section or of an item, as a form shows it."""

    code: str
    title: str
    unit: str
    due: date | None
    state: str
    percent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """A section of a directive or an item of a programme with its tasks."""

    number: str
    title: str
    level: int
    count: DoneCount
    tasks: Sequence[PartTask]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveReport:
    """A directive with who does what of each section, and how far."""

    heading: FormHeading
    directive: Directive
    lines: Sequence[PartLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeReport:
    """A programme with its common and registered tasks."""

    heading: FormHeading
    programme: Programme
    parties: Sequence[str]
    counts: Mapping[ItemScope, DoneCount]
    lines: Mapping[ItemScope, Sequence[PartLine]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """Where one unit stands with one report."""

    unit: str
    received_on: date | None
    state: ReceiptState
    paper: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsDueReport:
    """The reports asked for, with where each unit stands."""

    heading: FormHeading
    year: int | None
    parts: Sequence[tuple[ReportDue, Sequence[ReceiptLine]]]


def ensure_adds_up(indicator: Indicator, values: Iterable[IndicatorValue]) -> None:
    """Refuse to print figures of units that are not their total. Raises RuleViolation: figures_do_not_add_up."""
    for gap in gaps(indicator, values):
        raise RuleViolation(
            "figures_do_not_add_up", name=indicator.name, period=period_name(gap.period),
            summed=shown(f"{gap.summed:f}"), told=shown(f"{gap.told:f}"),
        )  # fmt: skip


def indicator_lines(
    indicator: Indicator,
    values: Sequence[IndicatorValue],
    units: Mapping[UnitId, str],
    year: int | None,
) -> list[IndicatorLine]:
    """Give the lines of an indicator, each beside the same period a year before."""
    held = {(value.period, value.unit_id): value.actual for value in values}
    return [
        indicator_line(
            indicator,
            value,
            "" if value.unit_id is None else units.get(value.unit_id, ""),
            held.get((year_earlier(value.period), value.unit_id), ""),
        )
        for value in values
        if year is None or year_of(value.period) == year
    ]


def indicator_line(
    indicator: Indicator, value: IndicatorValue, unit: str, earlier: str
) -> IndicatorLine:
    """Give a figure of a unit beside what it was a year before."""
    return IndicatorLine(
        field=indicator.field,
        name=indicator.name,
        unit_of_measure=indicator.unit_of_measure,
        unit=unit,
        period=period_name(value.period),
        plan=_told(value.plan),
        actual=_told(value.actual),
        rate=rate(value.plan, value.actual),
        earlier=_told(earlier),
        source=value.source,
        source_on=value.source_on,
        note=value.note,
    )


def _told(kept: str) -> Decimal | str:
    number = figure(kept)
    return kept if number is None else number
