"""Asking what a version of a review report changed."""

from coordapp.domain.figures.summary_difference import (
    SummaryChange,
    figure_changes,
    text_changes,
)
from coordapp.domain.figures.summary_figures import SourcedFigure
from coordapp.domain.summaries.summary import Summary, SummaryFigure
from coordapp.store import Reader
from coordapp.store.past import summary_queries


def changes(
    reader: Reader, summary: Summary, figures: tuple[SourcedFigure, ...] = ()
) -> list[SummaryChange] | None:
    """Give what differs from the version before, None where there is none.

    `figures` are those of now, for a version that is still written.
    """
    before = summary_queries.version_before(reader, summary)
    if before is None:
        return None
    old = summary_queries.figures(reader, before.id)
    new: list[SummaryFigure | SourcedFigure] = [*figures]
    if summary.kept_on is not None:
        new = [*summary_queries.figures(reader, summary.id)]
    return [*figure_changes(old, new), *text_changes(before, summary)]
