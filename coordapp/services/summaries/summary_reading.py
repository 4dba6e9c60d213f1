"""Reading what a review report prints, as of the end of its period: the queries of lists and forms."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coordapp.domain.committee.committee import Committee, DocumentStyle
from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.documents.document import Authority
from coordapp.domain.documents.letter_contents import Signer
from coordapp.domain.figures.case_contents import PracticeLine
from coordapp.domain.figures.summary_contents import (
    DirectiveSum,
    MeetingSum,
    MilestoneLine,
    MovementSum,
    PracticeSum,
    ProgrammeSum,
    ReceiptSum,
    SectionSum,
    SummaryReport,
    added,
    practice_sums,
)
from coordapp.domain.figures.summary_indicators import IndicatorSum, measured
from coordapp.domain.figures.summary_period import SummaryPeriod, period_of
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.practices.practice import Holder, counts
from coordapp.domain.practices.report_due import ReceiptState, receipt_state
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.programmes.programme import ItemScope, counted
from coordapp.services.documents import paper_reading
from coordapp.services.exports import case_reading, status_reading
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.services.programmes import case_records
from coordapp.services.programmes.places_then import PlacesThen
from coordapp.store import Reader
from coordapp.store.past import summary_queries
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    document_queries,
    report_queries,
    unit_queries,
)
from coordapp.store.queries.programme_queries import SectionRow

_HELD = (ConferenceState.HELD, ConferenceState.SIGNED)
_NO_UNIT = "Chưa ghi đơn vị"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRequest:
    """Which period a review report is asked for; `today` is the day that is worked on.

    `version` is that of the typed words; None for the last one.
    """

    since: date
    until: date
    today: date
    style: DocumentStyle | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """The register at the end of the period; `past` is None where that is now."""

    reader: Reader
    period: SummaryPeriod
    past: date | None
    places: PlacesThen

    @property
    def units(self) -> dict[UnitId, str]:
        return {unit.id: unit.name for unit in unit_queries.all_units(self.reader)}


def read(reader: Reader, asked: SummaryRequest) -> SummaryReport:
    """Read the report of a period.

    Raises StoreError: file_empty; RuleViolation: summary_reversed, summary_not_begun, year_range,
    figures_do_not_add_up, status_does_not_add_up.
    """
    body = committee_queries.get(reader)
    period = period_of(asked.since, asked.until, asked.today, body.report_cutoff_day)
    past = period.as_of if period.as_of < asked.today else None
    places = PlacesThen(reader, past)
    then = _Then(reader=reader, period=period, past=past, places=places)
    status = status_reading.between(reader, period.since, period.as_of, period.name)
    found, unmeasured = _indicators(then)
    versions = summary_queries.of_period(reader, asked.since, asked.until)
    wanted = (one for one in versions if asked.version in (None, one.version))
    summary = next(wanted, None)
    return SummaryReport(
        committee=body,
        style=asked.style or body.document_style,
        title=period.name,
        period=period,
        signer=_signer(reader),
        recipients=_recipients(body),
        subject="" if summary is None else summary.subject,
        texts=() if summary is None else summary.texts,
        status=status if status.counted else None,
        lines=tuple(status_reading.lines(reader, status.question)),
        meetings=tuple(_meetings(then)),
        programmes=tuple(_programmes(then)),
        milestones=tuple(_milestones(then)),
        directives=tuple(_directives(then)),
        indicators=found,
        unmeasured=unmeasured,
        practices=tuple(_practices(then)),
        practice_lines=tuple(_practice_lines(then)),
        movements=tuple(_movements(then)),
        receipts=tuple(_receipts(then)),
    )


def _recipients(body: Committee) -> tuple[str, ...]:
    return tuple(paper_reading.lines_of(body.recipients))


def _signer(reader: Reader) -> Signer:
    person = unit_queries.head(reader)
    if person is None:
        return Signer()
    return Signer(
        name=person.full_name,
        post=person.post,
        role=CommitteeRole.HEAD,
        authority=Authority.DIRECT,
    )


def _meetings(then: _Then) -> Iterator[MeetingSum]:
    held = [one for one in conference_queries.find(then.reader) if _was_held(one, then.period)]
    papers = sum(
        one.number is not None and _is_in(then.period, one.issued_on)
        for one in document_queries.find(then.reader)
    )
    concluded = sum(len(conference_queries.conclusions_of(then.reader, one.id)) for one in held)
    if held or papers:
        yield MeetingSum(conferences=len(held), conclusions=concluded, papers=papers)


def _was_held(conference: Conference, period: SummaryPeriod) -> bool:
    return conference.state in _HELD and _is_in(period, conference.held_on)


def _is_in(period: SummaryPeriod, day: date | None) -> bool:
    return day is not None and period.since <= day <= period.as_of


# --- programmes and directives


def _programmes(then: _Then) -> Iterator[ProgrammeSum]:
    for programme in then.places.programmes():
        rows = then.places.item_rows(programme.id)
        sums = counted((row.item, row.count) for row in rows if row.item.year in then.period.years)
        spans = any(
            programme.first_year <= year <= programme.last_year for year in then.period.years
        )
        if spans:
            yield ProgrammeSum(
                code=programme.code,
                title=programme.title,
                common=sums[ItemScope.COMMON],
                registered=sums[ItemScope.REGISTERED],
            )


def _milestones(then: _Then) -> Iterator[MilestoneLine]:
    for programme in then.places.programmes():
        targets = then.places.milestones_of_programme(programme.id)
        yield from _targets(then, programme.title, targets)
    for directive in then.places.directives():
        targets = then.places.milestones_of_directive(directive.id)
        yield from _targets(then, directive.number, targets)


def _targets(then: _Then, owner: str, found: list[Milestone]) -> Iterator[MilestoneLine]:
    for one in found:
        if one.year in then.period.years:
            yield MilestoneLine(
                owner=owner, year=one.year, planned=one.planned, done=one.done,
                judgement=one.judgement, proposal=one.proposal,
            )  # fmt: skip


def _directives(then: _Then) -> Iterator[DirectiveSum]:
    until = then.period.as_of
    for directive in then.places.directives():
        if directive.signed_on is not None and directive.signed_on > until:
            continue
        rows = then.places.section_rows(directive.id)
        yield DirectiveSum(
            code=directive.code,
            number=directive.number,
            subject=directive.subject,
            sections=tuple(_sections(rows)),
        )


def _sections(rows: list[SectionRow]) -> Iterator[SectionSum]:
    """Gather what stands under each section of the highest level."""
    top = min((row.section.level for row in rows), default=1)
    groups: list[list[SectionRow]] = []
    for row in rows:
        if row.section.level == top or not groups:
            groups.append([])
        groups[-1].append(row)
    for group in groups:
        section = group[0].section
        yield SectionSum(
            number=section.number,
            title=section.title,
            count=added(row.count for row in group),
            tasks=sum(len(row.task_codes) for row in group),
        )


# --- indicators and models


def _indicators(then: _Then) -> tuple[tuple[IndicatorSum, ...], tuple[str, ...]]:
    values = case_records.indicator_values(then.reader, then.past)
    units = then.units
    found, without = [], []
    for indicator in case_records.indicators(then.reader, then.past):
        told = measured(indicator, values.get(indicator.id, ()), units, then.period)
        if told is None:
            without.append(indicator.name)
        else:
            found.append(told)
    return tuple(found), tuple(without)


def _practices(then: _Then) -> Iterator[PracticeSum]:
    rows = case_records.practice_rows(then.reader, then.past)
    years = case_records.practice_years(then.reader, then.past)
    units: dict[UnitId | None, str] = dict(then.units.items())
    units[None] = _NO_UNIT
    for year in then.period.years:
        listed = counts([row.practice for row in rows], years, year)
        told = case_records.practice_counts(then.reader, year, then.past)
        yield from practice_sums(units, listed, told, year)


def _practice_lines(then: _Then) -> Iterator[PracticeLine]:
    asked = CaseRequest(as_of=then.period.as_of, past=then.past is not None)
    for line in case_reading.practices(then.reader, asked).lines:
        if not {line.new_in, *line.kept_in}.isdisjoint(then.period.years):
            yield line


def _movements(then: _Then) -> Iterator[MovementSum]:
    for movement in case_records.movements(then.reader, then.past):
        if movement.year not in then.period.years:
            continue
        proposed = case_records.commendations(then.reader, movement, then.past)
        holders = Counter(one.holder for one in proposed)
        counted = {one.id for one in proposed}
        yield MovementSum(
            code=movement.code,
            name=movement.name,
            year=movement.year,
            launched_by=movement.launched_by,
            collectives=holders[Holder.COLLECTIVE],
            individuals=holders[Holder.INDIVIDUAL],
            decided=sum(
                one.is_decided and (one.decided_on or then.period.as_of) <= then.period.as_of
                for one in proposed
            ),
            undated=sum(one.proposed_on is None for one in proposed),
            left_out=sum(
                one.proposed_on is None and one.id not in counted
                for one in case_records.commendations(then.reader, movement)
            ),
        )


def _receipts(then: _Then) -> Iterator[ReceiptSum]:
    names, period = then.units, then.period
    for report in reversed(case_records.reports_due(then.reader, then.past)):
        if not period.since <= report.due_on <= period.until:
            continue
        states = [
            (names.get(one.unit_id, ""), receipt_state(report, one, period.as_of))
            for one in report_queries.receipts(then.reader, report.id)
        ]
        found = Counter(state for _, state in states)
        yield ReceiptSum(
            code=report.code,
            title=report.title,
            due_on=report.due_on,
            counts={state: found[state] for state in ReceiptState},
            late=tuple(name for name, state in states if state is ReceiptState.LATE),
            missing=tuple(name for name, state in states if state is ReceiptState.MISSING),
        )
