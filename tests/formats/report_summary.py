"""The review report of a made-up year, with something of everything it prints."""

from datetime import date
from decimal import Decimal
from typing import Any

from coordapp.domain.calendar.report_period import SpanKind, span_of
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.case_contents import IndicatorLine, PracticeLine
from coordapp.domain.figures.status import Bucket
from coordapp.domain.figures.status_lines import StatusLine
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
)
from coordapp.domain.figures.summary_indicators import IndicatorSum
from coordapp.domain.figures.summary_period import SummaryPeriod, period_of
from coordapp.domain.kernel.ids import PracticeId, TaskId
from coordapp.domain.practices.practice import Practice, RecognitionStep, YearState
from coordapp.domain.practices.report_due import ReceiptState
from coordapp.domain.programmes.milestone import Judgement
from coordapp.domain.programmes.programme import DoneCount
from coordapp.domain.summaries.summary import SummaryPart
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.summary_labels import SUMMARY_PART
from tests.domain.figures.test_status_summary import a_table
from tests.formats.report_minutes import STYLES

NAMES = ("Hội Nông dân tỉnh", "Tỉnh Đoàn", "Hội Cựu chiến binh tỉnh")


def the_year(year: int = 2017) -> SummaryPeriod:
    span = span_of(SpanKind.YEAR, date(year, 6, 1), 0)
    return period_of(span.start, span.end, date(year + 1, 3, 31), 14)


def a_line(name: str, unit: str = "", **given: Any) -> IndicatorLine:
    defaults: dict[str, Any] = {
        "field": "Quốc phòng - an ninh",
        "name": name,
        "unit_of_measure": "lớp",
        "unit": unit,
        "period": "Năm 2017",
        "plan": Decimal(2),
        "actual": Decimal(3),
        "rate": Decimal("150.0"),
        "earlier": "",
        "source": "Báo cáo năm 2017",
        "source_on": date(2017, 12, 29),
        "note": "",
    }
    return IndicatorLine(**(defaults | given))


def _indicators() -> tuple[IndicatorSum, ...]:
    words = a_line("Dư luận", plan="Ổn định", actual="Ổn định", rate=None, unit_of_measure="")
    parts = [a_line("Lớp", name, plan=Decimal(1), actual=Decimal(1)) for name in NAMES]
    total = a_line("Lớp", source="Cộng từ 3 đơn vị", source_on=None)
    empty = a_line("Số lượt", plan=Decimal(0), actual="", rate=None, source="", source_on=None)
    return tuple(
        IndicatorSum(code=f"CT-2017-{place:03d}", name=lines[0].name, lines=tuple(lines))
        for place, lines in enumerate(([words], [total, *parts], [empty]), start=1)
    )


def _practice_lines() -> tuple[PracticeLine, ...]:
    return tuple(
        PracticeLine(
            practice=Practice(
                id=PracticeId(place),
                code=f"MH-2016-{place:03d}",
                name=f"Mô hình số {place}",
                held_by="Chi hội",
                field="Kinh tế",
                started=2016,
                is_chosen=place == 1,
            ),
            unit=name,
            new_in=2016 + place % 2,
            kept_in=(2017,),
            step=RecognitionStep.TYPICAL if place == 1 else None,
            papers="12-QĐ/TU" if place == 1 else "",
            origin="",
            replicas="Thôn Đông (2017)" if place == 1 else "",
        )
        for place, name in enumerate(NAMES, start=1)
    )


def _status_lines() -> tuple[StatusLine, ...]:
    return tuple(
        StatusLine(
            id=TaskId(place),
            code=f"NV-2017-{place:03d}",
            title=f"Nhiệm vụ được giao thứ {place}",
            unit="ĐV",
            unit_name=name,
            source="",
            original_due=date(2017, 6, 30),
            due=date(2017, 6, 30),
            finished_on=date(2017, 6, 20),
            work_state=WorkState.DONE,
            bucket=Bucket.DONE_ON_TIME,
            result="Đã gửi báo cáo.",
        )
        for place, name in enumerate(NAMES, start=1)
    )


def _directive() -> DirectiveSum:
    sections = [
        SectionSum(
            number=f"{place}.",
            title=f"Nhóm nhiệm vụ thứ {place}",
            count=DoneCount(total=place % 3, done=place % 2 if place % 3 else 0),
            tasks=place % 3,
        )
        for place in range(1, 6)
    ]
    return DirectiveSum(
        code="VB-2017-01", number="09-NQ/TU", subject="Về dân vận", sections=tuple(sections)
    )


def a_summary(style: DocumentStyle = DocumentStyle.PARTY, **given: Any) -> SummaryReport:
    minutes = STYLES[style]()
    told = {YearState.KEPT: 374, YearState.NEW: 155}
    listed = {YearState.KEPT: 349, YearState.NEW: 149, YearState.ENDED: 1}
    defaults: dict[str, Any] = {
        "committee": minutes.committee,
        "style": style,
        "title": "năm 2017",
        "period": the_year(),
        "recipients": minutes.recipients,
        "texts": tuple(
            (part, f"Viết tay về {SUMMARY_PART[part].lower()}") for part in SummaryPart
        ),
        "status": a_table(3, late=1),
        "lines": _status_lines(),
        "meetings": (MeetingSum(conferences=2, conclusions=9, papers=4),),
        "programmes": (
            ProgrammeSum(
                code="CTPH-2016-01",
                title="Chương trình phối hợp 2016-2021",
                common=DoneCount(total=9, done=9),
                registered=DoneCount(total=37, done=36),
            ),
        ),
        "milestones": (
            MilestoneLine(
                owner="Chương trình phối hợp", year=2017, planned="100 % chỉ tiêu",
                done="100 %", judgement=Judgement.MET, proposal="",
            ),
        ),
        "directives": (_directive(),),
        "indicators": _indicators(),
        "unmeasured": ("Số buổi nói chuyện",),
        "practices": (
            PracticeSum(
                unit=NAMES[0], year=2017, listed=listed, told=told,
                source="Báo cáo của Hội", told_on=date(2017, 12, 29),
            ),
            PracticeSum(unit=NAMES[1], year=2017, listed={YearState.NEW: 2}, told={}),
        ),
        "practice_lines": _practice_lines(),
        "movements": (
            MovementSum(
                code="PT-2017-01", name="Phong trào thi đua", year=2017,
                launched_by="Ban Chỉ đạo", collectives=3, individuals=2, decided=1,
            ),
        ),
        "receipts": (
            ReceiptSum(
                code="BC-2017-01", title="Báo cáo quý IV", due_on=date(2017, 12, 15),
                counts={
                    ReceiptState.ON_TIME: 5, ReceiptState.LATE: 1, ReceiptState.MISSING: 2,
                    ReceiptState.WAITED_FOR: 0,
                },
                late=NAMES[:1], missing=NAMES[1:],
            ),
        ),
    }  # fmt: skip
    return SummaryReport(**(defaults | given))
