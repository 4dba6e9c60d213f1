"""Programmes, directives, indicators, models and reports due with every field filled."""

from datetime import date

from coordapp.domain.indicators.indicator import (
    Accumulation,
    Direction,
    Indicator,
    IndicatorValue,
    Sharing,
)
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.practices.practice import (
    Holder,
    Level,
    Practice,
    PracticeCount,
    PracticeKind,
    PracticeYear,
    Recognition,
    RecognitionStep,
    YearState,
)
from coordapp.domain.practices.report_due import ReportDue, ReportReceipt
from coordapp.domain.programmes.directive import (
    ConclusionSource,
    Directive,
    DirectiveKind,
    DirectiveSection,
)
from coordapp.domain.programmes.milestone import Judgement, Milestone
from coordapp.domain.programmes.programme import (
    ItemScope,
    Programme,
    ProgrammeItem,
    ProgrammeParty,
)
from coordapp.domain.summaries.summary import Summary, SummaryFigure

DAY = date(2018, 3, 15)

# what tasks point at
PLACES = {
    Kind.PROGRAMME: Programme(
        id=21, code="CTPH-2016-01", title="Chương trình", number="2075-CTr", signed_on=DAY,
        first_year=2016, last_year=2021, note="Ghi",
    ),
    Kind.PROGRAMME_PARTY: ProgrammeParty(
        id=22, programme_id=21, position=1, unit_id=2, name="Hội"
    ),
    Kind.PROGRAMME_ITEM: ProgrammeItem(
        id=23, programme_id=21, position=2, title="Tuyên truyền", scope=ItemScope.REGISTERED,
        unit_id=2, year=2018,
    ),
    Kind.DIRECTIVE: Directive(
        id=24, code="VB-2017-01", number="09-NQ/TU", kind=DirectiveKind.PLAN, issuer="Tỉnh ủy",
        signed_on=DAY, subject="Nghị quyết", note="Ghi",
    ),
    Kind.DIRECTIVE_SECTION: DirectiveSection(
        id=25, directive_id=24, position=3, level=2, number="1.1", title="Mục", text="Lời",
    ),
}  # fmt: skip
CASE = {
    Kind.CONCLUSION_SOURCE: ConclusionSource(
        id=26, conclusion_id=8, directive_id=24, directive_section_id=25
    ),
    Kind.MILESTONE: Milestone(
        id=27, directive_id=24, programme_id=21, year=2018, planned="Đủ", done="Đạt",
        judgement=Judgement.MET, proposal="Giữ",
    ),
    Kind.INDICATOR: Indicator(
        id=28, code="CT-2017-001", name="Nhập ngũ", unit_of_measure="%", field="Quốc phòng",
        direction=Direction.DOWN, accumulation=Accumulation.POINT_IN_TIME, sharing=Sharing.COMMON,
        is_qualitative=True, position=4, conclusion_id=8, directive_section_id=25, task_id=9,
        note="Ghi",
    ),
    Kind.INDICATOR_VALUE: IndicatorValue(
        id=29, indicator_id=28, period="2017-Q1", unit_id=2, plan="100", actual="99.5",
        source="Báo cáo", source_on=DAY, note="Ghi",
    ),
    Kind.PRACTICE: Practice(
        id=30, code="MH-2017-001", name="Mô hình", kind=PracticeKind.EXEMPLAR,
        holder=Holder.INDIVIDUAL, held_by="Chi hội", unit_id=2, field="Kinh tế",
        level=Level.PROVINCE, place="Xã", started=2017, result="Tốt", replicated_from_id=30,
        is_chosen=True, note="Ghi",
    ),
    Kind.PRACTICE_YEAR: PracticeYear(id=31, practice_id=30, year=2017, state=YearState.ENDED),
    Kind.RECOGNITION: Recognition(
        id=32, practice_id=30, step=RecognitionStep.TYPICAL, happened_on=DAY, paper="QĐ",
    ),
    Kind.PRACTICE_COUNT: PracticeCount(
        id=33, unit_id=2, year=2017, kept=374, new=155, source="Báo cáo", reported_on=DAY,
    ),
    Kind.MOVEMENT: Movement(
        id=34, code="PT-2018-01", name="Thi đua", year=2018, launched_by="Tỉnh ủy", paper="KH",
        launched_on=DAY, content="Nội dung",
    ),
    Kind.COMMENDATION: Commendation(
        id=35, movement_id=34, position=1, name="Chi hội", holder=Holder.INDIVIDUAL, unit_id=2,
        practice_id=30, form="Bằng khen", proposed_on=DAY, decision="12-QĐ", decided_on=DAY,
    ),
    Kind.REPORT_DUE: ReportDue(
        id=36, code="BC-2018-01", title="Báo cáo quý", period="2018-Q1", due_on=DAY, paper="CV",
    ),
    Kind.REPORT_RECEIPT: ReportReceipt(
        id=37, report_due_id=36, unit_id=2, received_on=DAY, paper="12-BC", note="Đủ",
    ),
    Kind.SUMMARY: Summary(
        id=38, since=DAY, until=DAY, version=2, kept_on=DAY, author="Thư ký", subject="Sơ kết",
        situation="Một", leadership="Hai", strengths="Ba", shortcomings="Bốn", own_causes="Năm",
        outside_causes="Sáu", lessons="Bảy", directions="Tám", proposals="Chín",
    ),
    Kind.SUMMARY_FIGURE: SummaryFigure(
        id=39, summary_id=38, position=1, key="tasks.total", name="Nhiệm vụ", value="3",
        source="Sổ nhiệm vụ",
    ),
}  # fmt: skip
