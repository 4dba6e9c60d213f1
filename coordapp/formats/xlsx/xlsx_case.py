"""Programmes, directives, indicators, models and reports due as Excel forms."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from coordapp.domain.calendar import dates
from coordapp.domain.figures.case_contents import (
    DirectiveReport,
    IndicatorsReport,
    PartLine,
    PracticesReport,
    ProgrammeReport,
    ReportsDueReport,
)
from coordapp.domain.indicators.indicator import NO_FIGURE, period_name
from coordapp.domain.programmes.programme import DoneCount, ItemScope
from coordapp.domain.words.case_labels import (
    DIRECTIVE_KIND,
    HOLDER,
    ITEM_SCOPE,
    LEVEL,
    PRACTICE_KIND,
    RECEIPT_STATE,
    RECOGNITION_STEP,
    YEAR_STATE,
)
from coordapp.formats.xlsx import xlsx_form
from coordapp.formats.xlsx.xlsx_form import NUMBER, SUM, Form, FormColumn, FormPart, Step, Value

_NUMBER = FormColumn(title="TT", width=5, align="center")
_FIGURE = "#,##0.######"


def write_indicators(report: IndicatorsReport, target: Path, step: Step) -> None:
    """Write the table of indicators; a percent of nothing is a dash."""
    columns = (
        _NUMBER,
        FormColumn(title="Chỉ tiêu", width=44),
        FormColumn(title="Đơn vị tính", width=12, align="center"),
        FormColumn(title="Kỳ", width=16, align="center"),
        FormColumn(title="Đơn vị", width=26),
        FormColumn(title="Kế hoạch", width=12, align="right", format=_FIGURE),
        FormColumn(title="Thực hiện", width=12, align="right", format=_FIGURE),
        FormColumn(title="Tỷ lệ % (TH/KH)", width=10, align="right", format="0.0"),
        FormColumn(title="Cùng kỳ năm trước", width=12, align="right", format=_FIGURE),
        FormColumn(title="Nguồn số liệu", width=34),
        FormColumn(title="Ghi chú", width=20),
    )
    fields = dict.fromkeys(line.field for line in report.lines)
    parts = []
    for field in fields:
        rows = [
            (
                number, line.name, line.unit_of_measure, line.period, line.unit or "Toàn chương trình",
                _value(line.plan), _value(line.actual),
                NO_FIGURE if line.rate is None else float(line.rate), _value(line.earlier),
                _source(line.source, line.source_on), line.note,
            )
            for number, line in enumerate((one for one in report.lines if one.field == field), 1)
        ]  # fmt: skip
        parts.append(FormPart(heading=field, rows=rows))
    form = Form(
        sheet="Chỉ tiêu",
        heading=report.heading,
        title=_title("BẢNG CHỈ TIÊU", report.year),
        columns=columns,
        parts=tuple(parts) or (FormPart(rows=()),),
        empty="Chưa có số liệu chỉ tiêu.",
        notes=("“–”: chưa có số liệu, hoặc kế hoạch bằng 0 nên không tính tỷ lệ.",),
    )
    xlsx_form.write([form], target, step)


def write_practices(report: PracticesReport, target: Path, step: Step) -> None:
    """Write the register of models; of a year also what units reported beside the list."""
    columns = (
        _NUMBER,
        FormColumn(title="Mã", width=13),
        FormColumn(title="Tên mô hình, điển hình", width=26),
        FormColumn(title="Loại", width=9),
        FormColumn(title="Đơn vị, cá nhân thực hiện", width=17),
        FormColumn(title="Đơn vị phụ trách", width=16),
        FormColumn(title="Tập thể, cá nhân", width=8),
        FormColumn(title="Lĩnh vực", width=12),
        FormColumn(title="Cấp", width=7),
        FormColumn(title="Địa bàn", width=11),
        FormColumn(title="Năm xây dựng", width=7, align="center"),
        FormColumn(title="Duy trì các năm", width=9),
        FormColumn(title="Kết quả nổi bật", width=18),
        FormColumn(title="Mức công nhận, văn bản", width=15),
        FormColumn(title="Nhân rộng từ, đến", width=18),
        FormColumn(title="Ghi chú", width=11),
    )
    rows = [
        (
            number, line.practice.code, line.practice.name, PRACTICE_KIND[line.practice.kind],
            line.practice.held_by, line.unit, HOLDER[line.practice.holder], line.practice.field,
            LEVEL[line.practice.level], line.practice.place, line.new_in or line.practice.started,
            ", ".join(map(str, line.kept_in)), line.practice.result,
            _parted(RECOGNITION_STEP[line.step] if line.step else "", line.papers),
            _parted(line.origin and f"từ {line.origin}", line.replicas and f"đến {line.replicas}"),
            line.practice.note,
        )
        for number, line in enumerate(report.lines, 1)
    ]  # fmt: skip
    forms = [
        Form(
            sheet="Mô hình",
            heading=report.heading,
            title=_title("DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO”", report.year),
            columns=columns,
            parts=(FormPart(rows=rows),),
            empty="Chưa có mô hình, điển hình nào.",
            key=2,
        )
    ]
    if report.compared:
        forms.append(_compared(report))
    xlsx_form.write(forms, target, step)


def _compared(report: PracticesReport) -> Form:
    return Form(
        sheet="Đối chiếu",
        title=_title("SỐ BÁO CÁO VÀ DANH SÁCH", report.year),
        columns=(
            FormColumn(title="Đơn vị", width=34),
            FormColumn(title="Tình trạng", width=18),
            FormColumn(title="Đơn vị báo cáo", width=12, format=NUMBER),
            FormColumn(title="Danh sách có", width=12, format=NUMBER),
            FormColumn(title="Chưa có trong danh sách", width=14, format=NUMBER),
        ),
        parts=(
            FormPart(
                rows=[
                    (unit, YEAR_STATE[one.state], one.told, one.listed, one.missing)
                    for unit, one in report.compared
                ]
            ),
        ),
        key=0,
    )


def write_directive(report: DirectiveReport, target: Path, step: Step) -> None:
    """Write a directive with who does what of each section; one without tasks says so."""
    directive = report.directive
    signed = f", ngày {dates.in_figures(directive.signed_on)}" if directive.signed_on else ""
    without = sum(not line.tasks for line in report.lines)
    form = Form(
        sheet="Văn bản chỉ đạo",
        heading=report.heading,
        title="TÌNH HÌNH THỰC HIỆN VĂN BẢN CHỈ ĐẠO",
        caption=f"{DIRECTIVE_KIND[directive.kind]} số {directive.number}{signed}: {directive.subject}",
        columns=_PARTS,
        parts=(FormPart(rows=_part_rows(report.lines)),),
        empty="Văn bản chưa được chia thành mục.",
        notes=(f"{len(report.lines)} mục, {without} mục chưa giao nhiệm vụ.",),
    )
    xlsx_form.write([form], target, step)


def write_programme(report: ProgrammeReport, target: Path, step: Step) -> None:
    """Write a programme with its common and registered tasks, counted apart."""
    programme = report.programme
    form = Form(
        sheet="Chương trình",
        heading=report.heading,
        title="TÌNH HÌNH THỰC HIỆN CHƯƠNG TRÌNH PHỐI HỢP",
        caption=f"{programme.title}. Các bên: {', '.join(report.parties) or 'chưa ghi'}.",
        columns=_PARTS,
        parts=tuple(
            FormPart(
                heading=f"{ITEM_SCOPE[scope]}: {_done(report.counts[scope])}",
                rows=_part_rows(report.lines[scope]),
            )
            for scope in ItemScope
        ),
        empty="Chương trình chưa có nội dung.",
    )
    xlsx_form.write([form], target, step)


def write_reports_due(report: ReportsDueReport, target: Path, step: Step) -> None:
    """Write which unit owes which report, and what came when."""
    parts = tuple(
        FormPart(
            heading=f"{one.code}: {one.title}, {period_name(one.period)}, "
            f"hạn gửi {dates.in_figures(one.due_on)}",
            counted="đơn vị",
            rows=[
                (
                    number, line.unit, line.received_on, RECEIPT_STATE[line.state], line.paper,
                    line.note,
                )
                for number, line in enumerate(lines, 1)
            ],
        )
        for one, lines in report.parts
    )  # fmt: skip
    form = Form(
        sheet="Báo cáo phải gửi",
        heading=report.heading,
        title=_title("THEO DÕI BÁO CÁO CỦA CÁC ĐƠN VỊ", report.year),
        columns=(
            _NUMBER,
            FormColumn(title="Đơn vị", width=40),
            FormColumn(title="Ngày nhận", width=13, align="center"),
            FormColumn(title="Tình trạng", width=22),
            FormColumn(title="Số, ký hiệu", width=20),
            FormColumn(title="Ghi chú", width=26),
        ),
        parts=parts or (FormPart(rows=()),),
        empty="Chưa yêu cầu báo cáo nào.",
    )
    xlsx_form.write([form], target, step)


_PARTS = (
    FormColumn(title="Mục, năm", width=9, align="center"),
    FormColumn(title="Nội dung", width=48),
    FormColumn(title="Nhiệm vụ", width=9, align="center", format=NUMBER, total=SUM),
    FormColumn(title="Đã hoàn thành", width=10, align="center", format=NUMBER, total=SUM),
    FormColumn(title="Mã nhiệm vụ", width=14),
    FormColumn(title="Nhiệm vụ được giao", width=40),
    FormColumn(title="Đơn vị chủ trì", width=26),
    FormColumn(title="Thời hạn", width=12, align="center"),
    FormColumn(title="Trạng thái", width=16),
)


def _part_rows(lines: Sequence[PartLine]) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for line in lines:
        head = (line.number, line.title, line.count.total, line.count.done)
        if not line.tasks:
            rows.append((*head, "", "Chưa giao nhiệm vụ", "", None, ""))
        for place, task in enumerate(line.tasks):
            shown = head if place == 0 else ("", "", None, None)
            rows.append((*shown, task.code, task.title, task.unit, task.due, task.state))
    return rows


def _parted(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _done(count: DoneCount) -> str:
    return f"{count.done}/{count.total} nhiệm vụ đã hoàn thành"


def _title(words: str, year: int | None) -> str:
    return words if year is None else f"{words} NĂM {year}"


def _value(told: Decimal | str) -> Value:
    if isinstance(told, str):
        return told or NO_FIGURE
    return int(told) if told == told.to_integral_value() else float(told)


def _source(source: str, day: date | None) -> str:
    said = dates.in_figures(day)
    return f"{source} ({said})" if source and said else source or said
