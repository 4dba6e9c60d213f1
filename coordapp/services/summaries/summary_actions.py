"""Actions on the versions of a review report."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import date

from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.figures.summary_figures import SourcedFigure, all_figures
from coordapp.domain.figures.summary_period import period_of
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import SummaryFigureId, SummaryId
from coordapp.domain.summaries.summary import Summary, SummaryFigure, ensure_open, with_texts
from coordapp.services.summaries import summary_reading
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.store import Store, Work
from coordapp.store.file.case_tables import SUMMARIES, SUMMARY_FIGURES
from coordapp.store.past import summary_queries
from coordapp.store.queries import committee_queries, unit_queries


def start(store: Store, since: date, until: date, today: date) -> Summary:
    """Start a version with the words of the last one of its period, else of the period before.

    Raises RuleViolation: summary_open, summary_reversed, summary_not_begun, year_range.
    """
    with store.write(Op.START_SUMMARY) as work:
        return started(work, since, until, today)


def started(work: Work, since: date, until: date, today: date) -> Summary:
    """Start a version within an action."""
    body = committee_queries.get(work.connection)
    period_of(since, until, today, body.report_cutoff_day)
    versions = summary_queries.of_period(work.connection, since, until)
    last = versions[0] if versions else None
    if last is not None and last.kept_on is None:
        raise RuleViolation("summary_open", version=last.version)
    made = Summary(
        id=SummaryId(0), since=since, until=until, version=1 if last is None else last.version + 1
    )
    before = last or summary_queries.last_before(work.connection, until)
    if before is not None:
        made = with_texts(made, dict(before.texts))
    return work.add(SUMMARIES, replace(made, subject="" if last is None else last.subject))


def edit(store: Store, summary: Summary, *, run: Hashable = None) -> None:
    """Save what is typed; what has the same `run` is one step of undo. Raises RuleViolation: summary_kept."""
    with store.write(Op.EDIT_SUMMARY, run=run) as work:
        ensure_open(work.get(SUMMARIES, summary.id))
        work.put(SUMMARIES, replace(summary, kept_on=None))


def keep(store: Store, summary_id: SummaryId, today: date) -> Summary:
    """Keep a version with the figures it prints, its day and its author.

    Raises RuleViolation: summary_kept, figures_do_not_add_up, status_does_not_add_up.
    """
    with store.write(Op.KEEP_SUMMARY) as work:
        return kept(work, summary_id, today)


def kept(work: Work, summary_id: SummaryId, today: date) -> Summary:
    """Keep a version within an action."""
    summary = work.get(SUMMARIES, summary_id)
    ensure_open(summary)
    asked = SummaryRequest(since=summary.since, until=summary.until, today=today)
    for position, one in enumerate(all_figures(summary_reading.read(work.connection, asked)), 1):
        work.add(SUMMARY_FIGURES, _figure(summary_id, position, one))
    work.put(SUMMARIES, replace(summary, kept_on=today, author=summary.author or _author(work)))
    return work.get(SUMMARIES, summary_id)


def delete(store: Store, summary_id: SummaryId) -> None:
    """Delete a version with its figures."""
    with store.write(Op.DELETE_SUMMARY) as work:
        for figure in summary_queries.figures(work.connection, summary_id):
            work.drop(SUMMARY_FIGURES, figure.id)
        work.drop(SUMMARIES, summary_id)


def _figure(summary_id: SummaryId, position: int, one: SourcedFigure) -> SummaryFigure:
    return SummaryFigure(
        id=SummaryFigureId(0), summary_id=summary_id, position=position, key=one.key,
        name=one.name, value=one.value, source=one.source,
    )  # fmt: skip


def _author(work: Work) -> str:
    """Name the secretary of the committee, else who uses the machine."""
    people = unit_queries.all_persons(work.connection)
    named = (one.shown for one in people if one.role is CommitteeRole.SECRETARY)
    return next(named, "") or work.who
