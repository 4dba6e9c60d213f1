"""An example of every action on programmes, directives, indicators, models and reports due."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coordapp.domain.conclusions.assignment import CellChange, Role, Terms
from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.importing.workbook import Sheet, Workbook
from coordapp.domain.indicators.indicator import Indicator, IndicatorValue
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import (
    CommendationId,
    ConclusionSourceId,
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
    TaskId,
    UnitId,
)
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.practices.practice import (
    Practice,
    PracticeCount,
    PracticeYear,
    Recognition,
    RecognitionStep,
    YearState,
)
from coordapp.domain.practices.report_due import ReportDue, ReportReceipt
from coordapp.domain.programmes.directive import (
    ConclusionSource,
    Directive,
    DirectiveSection,
    SourcePlace,
)
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.programmes.programme import Programme, ProgrammeItem, ProgrammeParty
from coordapp.domain.summaries.summary import Summary
from coordapp.services.importing import case_import
from coordapp.services.indicators import indicator_actions
from coordapp.services.indicators.indicator_actions import TypedFigure
from coordapp.services.practices import movement_actions, practice_actions, report_due_actions
from coordapp.services.programmes import (
    directive_actions,
    programme_actions,
    section_actions,
    source_actions,
)
from coordapp.services.summaries import summary_actions
from coordapp.store import Store
from coordapp.store.queries import report_queries

TODAY = date(2018, 3, 31)


@dataclass(frozen=True)
class CaseOffice:
    """One of every record of the case, tied to a unit, a task and a conclusion."""

    store: Store
    unit_id: UnitId
    other_unit_id: UnitId
    task_id: TaskId
    conclusion: Conclusion
    programme: Programme
    party: ProgrammeParty
    item: ProgrammeItem
    directive: Directive
    section: DirectiveSection
    source: ConclusionSource
    milestone: Milestone
    indicator: Indicator
    value: IndicatorValue
    practice: Practice
    year: PracticeYear
    recognition: Recognition
    count: PracticeCount
    movement: Movement
    commendation: Commendation
    report: ReportDue
    receipt: ReportReceipt
    free_receipt: ReportReceipt  # of a report that the unit does not owe
    summary: Summary


def open_case(
    store: Store, units: tuple[UnitId, UnitId], task_id: TaskId, conclusion: Conclusion
) -> CaseOffice:
    """Write one of every record, each tied to the others."""
    unit_id, other_unit_id = units
    programme = programme_actions.add(store, a_programme())
    party = programme_actions.add_party(store, a_party(programme, unit_id))
    item = programme_actions.add_item(store, an_item(programme))
    programme_actions.add_item(store, an_item(programme, title="Thi đua"))
    directive = directive_actions.add(store, a_directive(), TODAY)
    section = directive_actions.add_section(store, a_section(directive))
    directive_actions.add_section(store, a_section(directive, title="Thi đua"))
    directive_actions.set_source(store, [task_id], section_id=section.id, item_id=item.id)
    source = directive_actions.add_conclusion_source(
        store, a_source(conclusion, directive, section_id=section.id)
    )
    milestone = programme_actions.add_milestone(store, a_milestone(programme_id=programme.id))
    programme_actions.add_milestone(store, a_milestone(directive_id=directive.id))
    indicator = indicator_actions.add(
        store,
        an_indicator(directive_section_id=section.id, conclusion_id=conclusion.id, task_id=task_id),
        TODAY,
    )
    value = indicator_actions.add_value(store, a_value(indicator))
    practice = practice_actions.add(store, a_practice(), TODAY)
    practice_actions.add(store, a_practice(name="Bản sao", replicated_from_id=practice.id), TODAY)
    year = practice_actions.add_year(store, a_year(practice, 2017))
    recognition = practice_actions.add_recognition(store, a_recognition(practice))
    count = practice_actions.add_count(store, a_count(unit_id))
    movement = movement_actions.add(store, a_movement())
    commendation = movement_actions.add_commendation(store, a_commendation(movement, practice))
    report = report_due_actions.ask(store, a_report(), [unit_id, other_unit_id])
    other_report = report_due_actions.ask(store, a_report(title="Báo cáo nhanh"), [unit_id])
    return CaseOffice(
        store=store, unit_id=unit_id, other_unit_id=other_unit_id, task_id=task_id,
        conclusion=conclusion, programme=programme, party=party, item=item, directive=directive,
        section=section, source=source, milestone=milestone, indicator=indicator, value=value,
        practice=practice, year=year, recognition=recognition, count=count, movement=movement,
        commendation=commendation, report=report,
        receipt=report_queries.receipts(store.connection, report.id)[0],
        free_receipt=ReportReceipt(
            id=ReportReceiptId(0), report_due_id=other_report.id, unit_id=other_unit_id
        ),
        summary=summary_actions.start(store, date(2017, 1, 1), date(2017, 12, 31), TODAY),
    )  # fmt: skip


def give_section(
    section: DirectiveSection, *unit_ids: UnitId, role: Role | None = Role.LEAD, **terms: Any
) -> list[CellChange]:
    """Let each of these units lead a section, or whatever the role is."""
    return [
        CellChange(matter_id=section.id, unit_id=unit_id, role=role, terms=Terms(**terms))
        for unit_id in unit_ids
    ]


def a_programme(**given: Any) -> Programme:
    usual: dict[str, Any] = {
        "title": "Chương trình phối hợp",
        "first_year": 2016,
        "last_year": 2021,
    }
    return Programme(id=ProgrammeId(0), code="", **(usual | given))


def a_party(programme: Programme, unit_id: UnitId) -> ProgrammeParty:
    return ProgrammeParty(
        id=ProgrammePartyId(0), programme_id=programme.id, position=0, unit_id=unit_id
    )


def an_item(programme: Programme, **given: Any) -> ProgrammeItem:
    usual: dict[str, Any] = {"title": "Tuyên truyền", "year": 2018}
    return ProgrammeItem(
        id=ProgrammeItemId(0), programme_id=programme.id, position=0, **(usual | given)
    )


def a_directive(**given: Any) -> Directive:
    usual: dict[str, Any] = {"number": "09-NQ/TU", "subject": "Nghị quyết"}
    return Directive(id=DirectiveId(0), code="", **(usual | given))


def a_section(directive: Directive, title: str = "Tuyên truyền") -> DirectiveSection:
    return DirectiveSection(
        id=DirectiveSectionId(0), directive_id=directive.id, position=0, title=title
    )


def a_source(
    conclusion: Conclusion, directive: Directive, section_id: DirectiveSectionId | None = None
) -> ConclusionSource:
    return ConclusionSource(
        id=ConclusionSourceId(0), conclusion_id=conclusion.id, directive_id=directive.id,
        directive_section_id=section_id,
    )  # fmt: skip


def a_milestone(**given: Any) -> Milestone:
    return Milestone(id=MilestoneId(0), year=2018, planned="Mỗi đơn vị một mô hình", **given)


def an_indicator(**given: Any) -> Indicator:
    return Indicator(id=IndicatorId(0), code="", **({"name": "Mô hình mới"} | given))


def a_value(indicator: Indicator, **given: Any) -> IndicatorValue:
    usual = {"period": "2017", "plan": "100", "actual": "155"}
    return IndicatorValue(id=IndicatorValueId(0), indicator_id=indicator.id, **(usual | given))


def a_practice(**given: Any) -> Practice:
    usual = {"name": "Tuyến đường tự quản", "started": 2016}
    return Practice(id=PracticeId(0), code="", **(usual | given))


def a_year(practice: Practice, year: int, state: YearState = YearState.KEPT) -> PracticeYear:
    return PracticeYear(id=PracticeYearId(0), practice_id=practice.id, year=year, state=state)


def a_recognition(practice: Practice) -> Recognition:
    return Recognition(
        id=RecognitionId(0), practice_id=practice.id, step=RecognitionStep.RECOGNISED, paper="QĐ"
    )


def a_count(unit_id: UnitId, year: int = 2017) -> PracticeCount:
    return PracticeCount(id=PracticeCountId(0), unit_id=unit_id, year=year, kept=374, new=155)


def a_movement(**given: Any) -> Movement:
    return Movement(id=MovementId(0), code="", **({"name": "Thi đua", "year": 2018} | given))


def a_commendation(movement: Movement, practice: Practice | None = None) -> Commendation:
    return Commendation(
        id=CommendationId(0), movement_id=movement.id, position=0, name="Chi hội",
        practice_id=None if practice is None else practice.id,
    )  # fmt: skip


def a_report(**given: Any) -> ReportDue:
    usual: dict[str, Any] = {
        "title": "Báo cáo quý",
        "period": "2018-Q1",
        "due_on": date(2018, 3, 25),
    }
    return ReportDue(id=ReportDueId(0), code="", **(usual | given))


def _table(kind: str, rows: list[list[Any]]) -> Any:
    return case_import.find(
        Workbook(sheets=(Sheet(name="Bảng", rows=rows),)), case_import.KINDS[kind]
    )


def _import(office: CaseOffice, kind: str, rows: list[list[Any]]) -> Any:
    found = _table(kind, rows)
    return case_import.apply(office.store, found, case_import.KINDS[kind], TODAY)


_INDICATOR_LIST = [
    ["Chỉ tiêu", "Kỳ", "Kế hoạch", "Thực hiện"],
    ["Mô hình mới", "Năm 2017", 100, 156],
    ["Lớp học", "Quý I/2018", 2, 1],
]
_PRACTICE_LIST = [
    ["Tên mô hình", "Năm xây dựng", "Lĩnh vực", "Tình trạng"],
    ["Tuyến đường tự quản", 2016, "Kinh tế", "Duy trì"],
    ["Mô hình nhập", 2018, "Kinh tế", "Mới"],
]

CASE_ACTIONS: dict[Op, Callable[[CaseOffice], Any]] = {
    Op.ADD_PROGRAMME: lambda o: programme_actions.add(o.store, a_programme()),
    Op.EDIT_PROGRAMME: lambda o: programme_actions.edit(
        o.store, replace(o.programme, number="12-CTr")
    ),
    Op.DELETE_PROGRAMME: lambda o: programme_actions.delete(o.store, o.programme.id),
    Op.ADD_PROGRAMME_PARTY: lambda o: programme_actions.add_party(
        o.store, a_party(o.programme, o.other_unit_id)
    ),
    Op.EDIT_PROGRAMME_PARTY: lambda o: programme_actions.edit_party(
        o.store, replace(o.party, name="Tên ghi trên văn bản")
    ),
    Op.DELETE_PROGRAMME_PARTY: lambda o: programme_actions.delete_party(o.store, o.party.id),
    Op.ADD_PROGRAMME_ITEM: lambda o: programme_actions.add_item(o.store, an_item(o.programme)),
    Op.EDIT_PROGRAMME_ITEM: lambda o: programme_actions.edit_item(
        o.store, replace(o.item, title="Vận động")
    ),
    Op.DELETE_PROGRAMME_ITEM: lambda o: programme_actions.delete_item(o.store, o.item.id),
    Op.ORDER_PROGRAMME_ITEMS: lambda o: programme_actions.put_items_in_order(
        o.store, (ProgrammeItemId(o.item.id + 1), o.item.id)
    ),
    Op.ADD_MILESTONE: lambda o: programme_actions.add_milestone(
        o.store, a_milestone(programme_id=o.programme.id)
    ),
    Op.EDIT_MILESTONE: lambda o: programme_actions.edit_milestone(
        o.store, replace(o.milestone, done="Đạt")
    ),
    Op.DELETE_MILESTONE: lambda o: programme_actions.delete_milestone(o.store, o.milestone.id),
    Op.ADD_DIRECTIVE: lambda o: directive_actions.add(o.store, a_directive(), TODAY),
    Op.EDIT_DIRECTIVE: lambda o: directive_actions.edit(
        o.store, replace(o.directive, issuer="Tỉnh ủy")
    ),
    Op.DELETE_DIRECTIVE: lambda o: directive_actions.delete(o.store, o.directive.id),
    Op.ADD_DIRECTIVE_SECTION: lambda o: directive_actions.add_section(
        o.store, a_section(o.directive)
    ),
    Op.EDIT_DIRECTIVE_SECTION: lambda o: directive_actions.edit_section(
        o.store, replace(o.section, title="Quán triệt")
    ),
    Op.DELETE_DIRECTIVE_SECTION: lambda o: directive_actions.delete_section(o.store, o.section.id),
    Op.ORDER_DIRECTIVE_SECTIONS: lambda o: directive_actions.put_sections_in_order(
        o.store, (DirectiveSectionId(o.section.id + 1), o.section.id)
    ),
    Op.PASTE_DIRECTIVE_SECTIONS: lambda o: directive_actions.paste_sections(
        o.store, o.directive.id, "1. Quán triệt\n2. Vận động"
    ),
    Op.ASSIGN_SECTIONS: lambda o: section_actions.assign(
        o.store, give_section(o.section, o.unit_id, o.other_unit_id), TODAY
    ),
    Op.SET_CONCLUSION_SOURCES: lambda o: source_actions.set_sources(
        o.store, o.conclusion.id, [SourcePlace(directive_id=o.directive.id)]
    ),
    Op.SET_TASK_SOURCE: lambda o: directive_actions.set_source(o.store, [o.task_id]),
    Op.ADD_CONCLUSION_SOURCE: lambda o: directive_actions.add_conclusion_source(
        o.store, a_source(o.conclusion, o.directive)
    ),
    Op.DELETE_CONCLUSION_SOURCE: lambda o: directive_actions.delete_conclusion_source(
        o.store, o.source.id
    ),
    Op.ADD_INDICATOR: lambda o: indicator_actions.add(o.store, an_indicator(), TODAY),
    Op.EDIT_INDICATOR: lambda o: indicator_actions.edit(
        o.store, replace(o.indicator, unit_of_measure="mô hình")
    ),
    Op.DELETE_INDICATOR: lambda o: indicator_actions.delete(o.store, o.indicator.id),
    Op.ADD_INDICATOR_VALUE: lambda o: indicator_actions.add_value(
        o.store, a_value(o.indicator, period="2018")
    ),
    Op.EDIT_INDICATOR_VALUE: lambda o: indicator_actions.edit_value(
        o.store, replace(o.value, actual="160")
    ),
    Op.DELETE_INDICATOR_VALUE: lambda o: indicator_actions.delete_value(o.store, o.value.id),
    Op.PASTE_INDICATOR_VALUES: lambda o: indicator_actions.paste_values(
        o.store,
        [
            TypedFigure(
                indicator_id=o.indicator.id, period=period, unit_id=o.unit_id, actual="1.234,5"
            )
            for period in ("2017", "2018")
        ],
    ),
    Op.IMPORT_INDICATORS: lambda o: _import(o, "indicators", _INDICATOR_LIST),
    Op.ADD_PRACTICE: lambda o: practice_actions.add(o.store, a_practice(), TODAY),
    Op.EDIT_PRACTICE: lambda o: practice_actions.edit(
        o.store, replace(o.practice, field="Kinh tế")
    ),
    Op.DELETE_PRACTICE: lambda o: practice_actions.delete(o.store, o.practice.id),
    Op.ADD_PRACTICE_YEAR: lambda o: practice_actions.add_year(o.store, a_year(o.practice, 2018)),
    Op.EDIT_PRACTICE_YEAR: lambda o: practice_actions.edit_year(
        o.store, replace(o.year, state=YearState.ENDED)
    ),
    Op.DELETE_PRACTICE_YEAR: lambda o: practice_actions.delete_year(o.store, o.year.id),
    Op.ADD_RECOGNITION: lambda o: practice_actions.add_recognition(
        o.store, a_recognition(o.practice)
    ),
    Op.EDIT_RECOGNITION: lambda o: practice_actions.edit_recognition(
        o.store, replace(o.recognition, paper="12-QĐ")
    ),
    Op.DELETE_RECOGNITION: lambda o: practice_actions.delete_recognition(o.store, o.recognition.id),
    Op.ADD_PRACTICE_COUNT: lambda o: practice_actions.add_count(o.store, a_count(o.other_unit_id)),
    Op.EDIT_PRACTICE_COUNT: lambda o: practice_actions.edit_count(
        o.store, replace(o.count, new=149)
    ),
    Op.DELETE_PRACTICE_COUNT: lambda o: practice_actions.delete_count(o.store, o.count.id),
    Op.IMPORT_PRACTICES: lambda o: _import(o, "practices", _PRACTICE_LIST),
    Op.ADD_MOVEMENT: lambda o: movement_actions.add(o.store, a_movement()),
    Op.EDIT_MOVEMENT: lambda o: movement_actions.edit(o.store, replace(o.movement, paper="12-KH")),
    Op.DELETE_MOVEMENT: lambda o: movement_actions.delete(o.store, o.movement.id),
    Op.ADD_COMMENDATION: lambda o: movement_actions.add_commendation(
        o.store, a_commendation(o.movement)
    ),
    Op.EDIT_COMMENDATION: lambda o: movement_actions.edit_commendation(
        o.store, replace(o.commendation, form="Bằng khen")
    ),
    Op.DELETE_COMMENDATION: lambda o: movement_actions.delete_commendation(
        o.store, o.commendation.id
    ),
    Op.ASK_FOR_REPORT: lambda o: report_due_actions.ask(o.store, a_report(), [o.unit_id]),
    Op.EDIT_REPORT_DUE: lambda o: report_due_actions.edit(
        o.store, replace(o.report, paper="12-CV")
    ),
    Op.DELETE_REPORT_DUE: lambda o: report_due_actions.delete(o.store, o.report.id),
    Op.ADD_REPORT_RECEIPT: lambda o: report_due_actions.add_receipt(
        o.store, replace(o.free_receipt, id=ReportReceiptId(0))
    ),
    Op.EDIT_REPORT_RECEIPT: lambda o: report_due_actions.edit_receipt(
        o.store, replace(o.receipt, received_on=date(2018, 3, 24))
    ),
    Op.DELETE_REPORT_RECEIPT: lambda o: report_due_actions.delete_receipt(o.store, o.receipt.id),
    Op.START_SUMMARY: lambda o: summary_actions.start(
        o.store, date(2018, 1, 1), date(2018, 3, 31), TODAY
    ),
    Op.EDIT_SUMMARY: lambda o: summary_actions.edit(
        o.store, replace(o.summary, strengths="Đạt chỉ tiêu")
    ),
    Op.KEEP_SUMMARY: lambda o: summary_actions.keep(o.store, o.summary.id, TODAY),
    Op.DELETE_SUMMARY: lambda o: summary_actions.delete(o.store, o.summary.id),
}
