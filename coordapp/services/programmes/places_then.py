"""Programmes and directives with what they hold, as they are now or stood when a day ended."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from coordapp.domain.kernel.ids import DirectiveId, ProgrammeId
from coordapp.domain.programmes.directive import Directive
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.programmes.programme import Programme, ProgrammeParty
from coordapp.domain.tasks.task import Task
from coordapp.services.programmes import case_records
from coordapp.store import Reader
from coordapp.store.file.case_tables import (
    DIRECTIVE_SECTIONS,
    DIRECTIVES,
    MILESTONES,
    PROGRAMME_ITEMS,
    PROGRAMME_PARTIES,
    PROGRAMMES,
)
from coordapp.store.file.table import Table
from coordapp.store.past.records_then import stood
from coordapp.store.queries import programme_queries
from coordapp.store.queries.programme_queries import ItemRow, SectionRow

R = TypeVar("R")


class PlacesThen:
    """What gives tasks beside conferences; `day` is None for now.

    What was typed in after the day counts where its own date or year says that it was so by then.
    """

    def __init__(self, reader: Reader, day: date | None = None) -> None:
        self._reader = reader
        self._day = day

    @cached_property
    def tasks(self) -> list[Task]:
        """The tasks that stand under a section or an item; of a past day all there were."""
        if self._day is None:
            return programme_queries.placed_tasks(self._reader)
        return case_records.tasks_then(self._reader, self._day)

    def programmes(self) -> list[Programme]:
        """Read the programmes, latest first."""
        return self._then(
            PROGRAMMES,
            programme_queries.all_programmes(self._reader),
            lambda one, day: (one.signed_on or date(one.first_year, 1, 1)) <= day,
        )

    def programme(self, code: str) -> Programme | None:
        """Find a programme by its code; None where there was none."""
        return next((one for one in self.programmes() if one.code == code), None)

    def parties(self, programme_id: ProgrammeId) -> list[ProgrammeParty]:
        """Read who signed a programme, in order."""
        found = programme_queries.parties(self._reader, programme_id)
        return self._then(PROGRAMME_PARTIES, found, lambda _one, _day: True)

    def item_rows(self, programme_id: ProgrammeId, year: int | None = None) -> list[ItemRow]:
        """Read the items of a programme, of one year or of all, with their tasks."""
        rows = programme_queries.item_rows(self._reader, programme_id, None, self.tasks)
        held = self._by_id(
            PROGRAMME_ITEMS, [row.item for row in rows], lambda one, day: one.year <= day.year
        )
        return [
            ItemRow(item=held[row.item.id], task_codes=row.task_codes, count=row.count)
            for row in rows
            if row.item.id in held and year in (None, held[row.item.id].year)
        ]

    def directives(self) -> list[Directive]:
        """Read the directives, latest first; those without a day come first of all."""
        found = programme_queries.all_directives(self._reader)
        return self._then(
            DIRECTIVES, found, lambda one, day: one.signed_on is None or one.signed_on <= day
        )

    def directive(self, code: str) -> Directive | None:
        """Find a directive by its code or its number as printed; None where there was none."""
        return next((one for one in self.directives() if code in (one.code, one.number)), None)

    def section_rows(self, directive_id: DirectiveId) -> list[SectionRow]:
        """Read the sections of a directive in reading order with their tasks."""
        rows = programme_queries.section_rows(self._reader, directive_id, self.tasks)
        held = self._by_id(
            DIRECTIVE_SECTIONS, [row.section for row in rows], lambda _one, _day: True
        )
        return [
            SectionRow(section=held[row.section.id], task_codes=row.task_codes, count=row.count)
            for row in rows
            if row.section.id in held
        ]

    def milestones_of_programme(self, programme_id: ProgrammeId) -> list[Milestone]:
        """Read the roadmap of a programme by years."""
        return self._milestones(
            programme_queries.milestones_of_programme(self._reader, programme_id)
        )

    def milestones_of_directive(self, directive_id: DirectiveId) -> list[Milestone]:
        """Read the roadmap of a directive by years."""
        return self._milestones(
            programme_queries.milestones_of_directive(self._reader, directive_id)
        )

    def _milestones(self, found: list[Milestone]) -> list[Milestone]:
        return self._then(MILESTONES, found, lambda one, day: one.year <= day.year)

    def _then(self, table: Table[R], now: list[R], was_so: Callable[[R, date], bool]) -> list[R]:
        day = self._day
        if day is None:
            return now
        return stood(self._reader, table, now, day, lambda one: was_so(one, day))

    def _by_id(
        self, table: Table[R], now: Iterable[R], was_so: Callable[[R, date], bool]
    ) -> Mapping[int, R]:
        found = self._then(table, list(now), was_so)
        return {record.id: record for record in found}  # type: ignore[attr-defined]
