"""What the conclusions of a conference propose for the matrix, read from their words."""

from collections.abc import Sequence
from datetime import date

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.committee.unit import Unit
from coordapp.domain.conclusions.assignment import MatrixRow, MatterId
from coordapp.domain.conclusions.reading.actors.directory import of_groups, of_units
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.conclusions.reading.proposals import ConclusionProposals, propose
from coordapp.store import Reader
from coordapp.store.queries import day_off_queries, unit_queries


def proposals(
    connection: Reader, rows: Sequence[MatrixRow], units: Sequence[Unit], told_on: date
) -> dict[MatterId, ConclusionProposals]:
    """Read each conclusion for these units; days without a year are those after `told_on`."""
    context = DeadlineContext(told_on=told_on, calendar=day_off_queries.calendar(connection))
    groups = of_groups(unit_queries.groups_of_units(connection))
    reader = NoticeReader([*of_units(units), *groups])
    return {row.matter.id: propose(reader, row.matter.text, context) for row in rows}
