"""What the sample holds beside conferences and tasks: every figure of the case as a record.

The facts are those the case tells; the names of sections and models are of the sample's own
making, and those of the farmers' union are fewer than it reported, so that the gap is seen.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from coordapp.domain.indicators.indicator import (
    Accumulation,
    Indicator,
    IndicatorValue,
    Sharing,
)
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    CommendationId,
    ConclusionSourceId,
    ConferenceId,
    DirectiveId,
    DirectiveSectionId,
    IndicatorId,
    IndicatorValueId,
    MilestoneId,
    MovementId,
    PracticeCountId,
    PracticeId,
    PracticeYearId,
    ProgrammeId,
    ProgrammeItemId,
    ProgrammePartyId,
    RecognitionId,
    ReportDueId,
    ReportReceiptId,
    UnitId,
)
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.practices.practice import (
    Level,
    Practice,
    PracticeCount,
    PracticeYear,
    Recognition,
    RecognitionStep,
    YearState,
)
from coordapp.domain.practices.report_due import ReportDue, ReportReceipt
from coordapp.domain.programmes.directive import ConclusionSource, Directive, DirectiveSection
from coordapp.domain.programmes.milestone import Judgement, Milestone
from coordapp.domain.programmes.programme import (
    ItemScope,
    Programme,
    ProgrammeItem,
    ProgrammeParty,
)
from coordapp.domain.tasks.task import Task
from coordapp.services.sample import sample_case_texts
from coordapp.store import Work
from coordapp.store.file.case_tables import (
    COMMENDATIONS,
    CONCLUSION_SOURCES,
    DIRECTIVE_SECTIONS,
    DIRECTIVES,
    INDICATOR_VALUES,
    INDICATORS,
    MILESTONES,
    MOVEMENTS,
    PRACTICE_COUNTS,
    PRACTICE_YEARS,
    PRACTICES,
    PROGRAMME_ITEMS,
    PROGRAMME_PARTIES,
    PROGRAMMES,
    RECOGNITIONS,
)
from coordapp.store.file.tables import CONFERENCES, REPORT_RECEIPTS, REPORTS_DUE, TASKS
from coordapp.store.queries import conference_queries, practice_queries, task_queries


def add(work: Work, units: Mapping[str, UnitId], conference_id: ConferenceId) -> None:
    """Add them within an action; `units` are those of the sample by short names."""
    directive_id = _directive(work, conference_id)
    programme_id = _programme(work, units)
    conference = work.get(CONFERENCES, conference_id)
    organiser = "Ban Chỉ đạo phối hợp với Bộ CHQS tỉnh"
    work.put(CONFERENCES, replace(conference, organiser=organiser, programme_id=programme_id))
    _roadmap(work, directive_id, programme_id)
    _indicators(work, units)
    _practices(work, units)
    _movement(work, units)
    _report_due(work, units)


def _task(work: Work, code: str) -> Task:
    found = task_queries.by_code(work.connection, code)
    if found is None:
        raise RuleViolation("record_gone", kind=Kind.TASK)
    return found


def _directive(work: Work, conference_id: ConferenceId) -> DirectiveId:
    directive = work.add(
        DIRECTIVES,
        Directive(
            id=DirectiveId(0),
            code=work.next_code(codes.DIRECTIVE, 2017),
            number="09-NQ/TU",
            issuer="Tỉnh ủy Quảng Ninh",
            subject=sample_case_texts.DIRECTIVE_SUBJECT,
            note=sample_case_texts.DIRECTIVE_NOTE,
        ),
    )
    for position, (title, task_codes) in enumerate(sample_case_texts.SECTIONS, 1):
        section = work.add(
            DIRECTIVE_SECTIONS,
            DirectiveSection(
                id=DirectiveSectionId(0),
                directive_id=directive.id,
                position=position,
                number=f"{position}.",
                title=title,
            ),
        )
        for code in task_codes:
            work.put(TASKS, replace(_task(work, code), directive_section_id=section.id))
    conclusion = conference_queries.conclusions_of(work.connection, conference_id)[0]
    work.add(
        CONCLUSION_SOURCES,
        ConclusionSource(
            id=ConclusionSourceId(0), conclusion_id=conclusion.id, directive_id=directive.id
        ),
    )
    return directive.id


def _programme(work: Work, units: Mapping[str, UnitId]) -> ProgrammeId:
    programme = work.add(
        PROGRAMMES,
        Programme(
            id=ProgrammeId(0),
            code=work.next_code(codes.PROGRAMME, sample_case_texts.FIRST_YEAR),
            title=sample_case_texts.PROGRAMME_TITLE,
            first_year=sample_case_texts.FIRST_YEAR,
            last_year=sample_case_texts.LAST_YEAR,
        ),
    )
    for position, short in enumerate(sample_case_texts.PARTIES, 1):
        work.add(
            PROGRAMME_PARTIES,
            ProgrammeParty(
                id=ProgrammePartyId(0),
                programme_id=programme.id,
                position=position,
                unit_id=units[short],
            ),
        )
    for position, (title, short, year, task_codes) in enumerate(sample_case_texts.ITEMS, 1):
        item = work.add(
            PROGRAMME_ITEMS,
            ProgrammeItem(
                id=ProgrammeItemId(0),
                programme_id=programme.id,
                position=position,
                title=title,
                scope=ItemScope.REGISTERED if short else ItemScope.COMMON,
                unit_id=units.get(short),
                year=year,
            ),
        )
        for code in task_codes:
            work.put(TASKS, replace(_task(work, code), programme_item_id=item.id))
    return programme.id


def _roadmap(work: Work, directive_id: DirectiveId, programme_id: ProgrammeId) -> None:
    for year, planned, done, judgement in sample_case_texts.MILESTONES:
        work.add(
            MILESTONES,
            Milestone(
                id=MilestoneId(0),
                programme_id=programme_id,
                year=year,
                planned=planned,
                done=done,
                judgement=judgement,
            ),
        )
    work.add(
        MILESTONES,
        Milestone(
            id=MilestoneId(0),
            directive_id=directive_id,
            year=2018,
            planned=sample_case_texts.DIRECTIVE_TARGET,
            judgement=Judgement.OPEN,
        ),
    )


def _indicators(work: Work, units: Mapping[str, UnitId]) -> None:
    for position, told in enumerate(sample_case_texts.INDICATORS, 1):
        indicator = work.add(
            INDICATORS,
            Indicator(
                id=IndicatorId(0),
                code=work.next_code(codes.INDICATOR, sample_case_texts.REPORT_YEAR),
                name=told.name,
                unit_of_measure=told.unit_of_measure,
                field=told.field,
                accumulation=Accumulation.CUMULATIVE,
                sharing=Sharing.COMMON if told.is_common else Sharing.SUMMED,
                position=position,
            ),
        )
        work.add(
            INDICATOR_VALUES,
            IndicatorValue(
                id=IndicatorValueId(0),
                indicator_id=indicator.id,
                period=str(sample_case_texts.REPORT_YEAR),
                unit_id=units.get(told.unit),
                plan=told.plan,
                actual=told.actual,
                source=told.source,
                source_on=sample_case_texts.TOLD_ON,
            ),
        )


def _practices(work: Work, units: Mapping[str, UnitId]) -> None:
    made: dict[str, PracticeId] = {}
    for told in sample_case_texts.PRACTICES:
        practice = work.add(
            PRACTICES,
            Practice(
                id=PracticeId(0),
                code=work.next_code(codes.PRACTICE, told.started),
                name=told.name,
                held_by=told.held_by,
                unit_id=units[told.unit],
                field=told.field,
                level=Level.BASE,
                place=told.place,
                started=told.started,
                result=told.result,
                replicated_from_id=made.get(told.origin),
                is_chosen=told.is_chosen,
            ),
        )
        made[told.name] = practice.id
        states = {told.started: YearState.NEW, sample_case_texts.REPORT_YEAR: YearState.KEPT}
        states[told.started] = YearState.NEW
        for year, state in sorted(states.items()):
            work.add(
                PRACTICE_YEARS,
                PracticeYear(id=PracticeYearId(0), practice_id=practice.id, year=year, state=state),
            )
        if told.is_chosen:
            step = RecognitionStep.TYPICAL
            work.add(
                RECOGNITIONS,
                Recognition(id=RecognitionId(0), practice_id=practice.id, step=step),
            )
    work.add(
        PRACTICE_COUNTS,
        PracticeCount(
            id=PracticeCountId(0),
            unit_id=units["HND"],
            year=sample_case_texts.REPORT_YEAR,
            kept=374,
            new=155,
            source=sample_case_texts.TOLD_AT,
            reported_on=sample_case_texts.TOLD_ON,
        ),
    )


def _movement(work: Work, units: Mapping[str, UnitId]) -> None:
    movement = work.add(
        MOVEMENTS,
        Movement(
            id=MovementId(0),
            code=work.next_code(codes.MOVEMENT, 2018),
            name=sample_case_texts.MOVEMENT,
            year=2018,
            launched_by=sample_case_texts.MOVEMENT_BY,
            content=sample_case_texts.MOVEMENT_CONTENT,
        ),
    )
    chosen = [one for one in practice_queries.all_practices(work.connection) if one.is_chosen]
    for position, practice in enumerate(chosen, 1):
        work.add(
            COMMENDATIONS,
            Commendation(
                id=CommendationId(0),
                movement_id=movement.id,
                position=position,
                name=practice.held_by,
                unit_id=practice.unit_id,
                practice_id=practice.id,
                form=sample_case_texts.COMMENDED_WITH,
                proposed_on=date(2018, 3, 20),
            ),
        )


def _report_due(work: Work, units: Mapping[str, UnitId]) -> None:
    report = work.add(
        REPORTS_DUE,
        ReportDue(
            id=ReportDueId(0),
            code=work.next_code(codes.REPORT_DUE, 2018),
            title=sample_case_texts.REPORT_TITLE,
            period="2018-Q1",
            due_on=sample_case_texts.REPORT_DUE_ON,
        ),
    )
    for short, unit_id in units.items():
        work.add(
            REPORT_RECEIPTS,
            ReportReceipt(
                id=ReportReceiptId(0),
                report_due_id=report.id,
                unit_id=unit_id,
                received_on=sample_case_texts.RECEIVED.get(short),
            ),
        )
