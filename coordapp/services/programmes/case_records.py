"""What lists and papers tell of programmes, indicators, models and reports, on any day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coordapp.domain.indicators.indicator import Indicator, IndicatorValue, year_of
from coordapp.domain.kernel.ids import IndicatorId
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.practices.practice import Practice, PracticeCount, PracticeYear, YearState
from coordapp.domain.practices.report_due import ReportDue
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import Task
from coordapp.store import Reader
from coordapp.store.file.case_tables import (
    COMMENDATIONS,
    INDICATOR_VALUES,
    INDICATORS,
    MOVEMENTS,
    PRACTICE_COUNTS,
    PRACTICE_YEARS,
    PRACTICES,
)
from coordapp.store.file.tables import REPORTS_DUE
from coordapp.store.past import replay
from coordapp.store.past.records_then import stood
from coordapp.store.queries import indicator_queries, practice_queries, report_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRow:
    """A model with the year it was new in and those it was kept in."""

    practice: Practice
    new_in: int | None
    kept_in: tuple[int, ...]


def tasks_then(reader: Reader, day: date) -> list[Task]:
    """Read the tasks as they stood when a day ended."""
    return [row.task for row in replay.find(reader, TaskQuery(), day)]


def indicators(reader: Reader, day: date | None = None) -> list[Indicator]:
    """Read the indicators, as they are now or stood on a past day; one made later measures no less."""
    found = indicator_queries.all_indicators(reader)
    return found if day is None else stood(reader, INDICATORS, found, day, lambda _: True)


def indicator_values(
    reader: Reader, day: date | None = None
) -> dict[IndicatorId, list[IndicatorValue]]:
    """Read the values of each indicator, as they are now or were told by a past day."""
    found = indicator_queries.all_values(reader)
    if day is not None:
        found = stood(
            reader,
            INDICATOR_VALUES,
            found,
            day,
            lambda value: (value.source_on or date(year_of(value.period), 12, 31)) <= day,
        )
    by_indicator: dict[IndicatorId, list[IndicatorValue]] = {}
    for value in found:
        by_indicator.setdefault(value.indicator_id, []).append(value)
    return by_indicator


def practice_rows(reader: Reader, day: date | None = None) -> list[PracticeRow]:
    """Read the models with their years, as they are now or stood on a past day."""
    found = practice_queries.all_practices(reader)
    years = practice_queries.all_years(reader)
    if day is not None:
        found = stood(
            reader, PRACTICES, found, day, lambda one: (one.started or day.year) <= day.year
        )
        years = practice_years(reader, day)
    by_practice: dict[int, list[PracticeYear]] = {}
    for one in years:
        by_practice.setdefault(one.practice_id, []).append(one)
    return [_row(practice, by_practice.get(practice.id, ())) for practice in found]


def practice_years(reader: Reader, day: date | None = None) -> list[PracticeYear]:
    """Read what became of the models year by year, as known now or on a past day."""
    found = practice_queries.all_years(reader)
    if day is None:
        return found
    return stood(reader, PRACTICE_YEARS, found, day, lambda one: one.year <= day.year)


def practice_counts(reader: Reader, year: int, day: date | None = None) -> list[PracticeCount]:
    """Read the numbers units reported for a year, as they are now or were told by a past day."""
    found = practice_queries.counts(reader, year)
    if day is None:
        return found
    return stood(
        reader,
        PRACTICE_COUNTS,
        found,
        day,
        lambda one: (one.reported_on or date(one.year, 12, 31)) <= day,
    )


def movements(reader: Reader, day: date | None = None) -> list[Movement]:
    """Read the movements, as they are now or stood on a past day."""
    found = practice_queries.all_movements(reader)
    if day is None:
        return found
    return stood(
        reader,
        MOVEMENTS,
        found,
        day,
        lambda one: (one.launched_on or date(one.year, 1, 1)) <= day,
    )


def commendations(
    reader: Reader, movement: Movement, day: date | None = None
) -> list[Commendation]:
    """Read the proposals of a movement, as they are now or stood on a past day."""
    found = practice_queries.commendations(reader, movement.id)
    if day is None:
        return found
    return stood(
        reader,
        COMMENDATIONS,
        found,
        day,
        # as everything of a year without a day is: known by its end
        lambda one: (one.proposed_on or date(movement.year, 12, 31)) <= day,
    )


def reports_due(reader: Reader, day: date | None = None) -> list[ReportDue]:
    """Read the reports asked for, as they are now or stood on a past day."""
    found = report_queries.all_reports_due(reader)
    if day is None:
        return found
    return stood(reader, REPORTS_DUE, found, day, lambda one: one.due_on <= day)


def _row(practice: Practice, years: Sequence[PracticeYear]) -> PracticeRow:
    new = [one.year for one in years if one.state is YearState.NEW]
    return PracticeRow(
        practice=practice,
        new_in=min(new, default=None),
        kept_in=tuple(sorted(one.year for one in years if one.state is YearState.KEPT)),
    )
