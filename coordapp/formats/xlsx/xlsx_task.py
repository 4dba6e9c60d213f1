"""One task as an Excel form: its facts, reports, extensions and history."""

from pathlib import Path

from coordapp.domain.calendar import dates
from coordapp.domain.figures.form_contents import TaskReport
from coordapp.domain.tasks.task import Ground
from coordapp.domain.words.labels import GROUND, WORK_STATE
from coordapp.formats.xlsx import xlsx_form
from coordapp.formats.xlsx.xlsx_form import Form, FormColumn, FormPart, Step, Value

_COLUMNS = (
    FormColumn(title="Thông tin", width=17),
    FormColumn(title="", width=24),
    FormColumn(title="Nội dung", width=24),
    FormColumn(title="", width=52),
    FormColumn(title="", width=32),
    FormColumn(title="", width=32),
)
_REPORTS = ("Ngày", "Đơn vị", "Trạng thái", "Kết quả", "Khó khăn", "Kiến nghị, đề xuất, minh chứng")
_EXTENSIONS = ("Ngày cho phép", "", "Hạn mới", "Hạn cũ", "Lý do", "Văn bản")
_HISTORY = ("Thời điểm", "Người", "Thao tác", "Thay đổi", "", "")
_LAST = ((4, 6),)
_FACTS = ((1, 2), (3, 6))


def write(report: TaskReport, target: Path, step: Step) -> None:
    """Write everything about one task."""
    facts: list[tuple[Value, ...]] = [
        (label, None, words, None, None, None) for label, words in report.facts
    ]
    parts = (
        FormPart(heading="I. Thông tin chung", rows=facts, spans=_FACTS),
        FormPart(
            heading=f"II. Tiến độ ({len(report.reports)})", rows=_reports(report), header=_REPORTS
        ),
        FormPart(
            heading=f"III. Gia hạn ({len(report.extensions)})",
            rows=_extensions(report),
            header=_EXTENSIONS,
        ),
        FormPart(
            heading=f"IV. Nhật ký ({len(report.history)})",
            rows=[
                (line.at, line.who, line.action, line.changes, None, None)
                for line in report.history
            ],
            header=_HISTORY,
            spans=_LAST,
        ),
    )
    form = Form(
        sheet="Nhiệm vụ",
        heading=report.heading,
        goes_with_report=False,
        title=f"PHIẾU THEO DÕI NHIỆM VỤ {report.row.task.code}",
        columns=_COLUMNS,
        parts=parts,
        title_spans=_FACTS,
        notes=(report.spelt,) if report.spelt else (),
        key=0,
    )
    xlsx_form.write([form], target, step)


def _reports(report: TaskReport) -> list[tuple[Value, ...]]:
    return [
        (
            told.happened_on,
            unit,
            WORK_STATE[told.state] + ("" if told.percent is None else f", {told.percent} %"),
            told.result,
            told.difficulty,
            "\n".join(text for text in (told.proposal, told.evidence) if text),
        )
        for unit, told in report.reports
    ]


def _extensions(report: TaskReport) -> list[tuple[Value, ...]]:
    return [
        (
            made.approved_on,
            None,
            made.new_due or "không có thời hạn",
            dates.in_figures(made.old_due) or "chưa có hạn",
            made.reason
            if made.ground is Ground.EXTENSION
            else f"{GROUND[made.ground]}: {made.reason}",
            made.paper,
        )
        for made in report.extensions
    ]
