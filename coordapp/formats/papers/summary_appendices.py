"""The appendices of a review report, on landscape pages."""

from collections.abc import Iterable, Iterator

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.figures.case_contents import PracticeLine
from coordapp.domain.figures.status_labels import BUCKET
from coordapp.domain.figures.status_summary import number
from coordapp.domain.figures.summary_contents import SummaryReport
from coordapp.domain.figures.summary_figures import (
    all_figures,
    out_of,
    reported,
    share,
    told,
)
from coordapp.domain.words.case_labels import HOLDER, LEVEL, RECOGNITION_STEP
from coordapp.formats.papers import wording
from coordapp.formats.papers.blocks import (
    Mark,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Title,
)

_ROMAN = ("I", "II", "III", "IV", "V")
_Rows = tuple[PaperRow, ...]


def _middle(title: str, width: float) -> PaperColumn:
    return PaperColumn(title=title, width=width, centred=True)


_PLACE = _middle("TT", 12)
_FIGURES = (
    _PLACE,
    PaperColumn(title="Số liệu", width=120),
    PaperColumn(title="Giá trị", width=45, centred=True),
    PaperColumn(title="Nguồn", width=75),
)
_INDICATORS = (
    _PLACE,
    PaperColumn(title="Chỉ tiêu, đơn vị", width=66),
    _middle("Đơn vị tính", 20),
    _middle("Kỳ", 24),
    _middle("Kế hoạch", 17),
    _middle("Thực hiện", 17),
    _middle("Tỷ lệ", 18),
    _middle("Cùng kỳ", 17),
    PaperColumn(title="Nguồn", width=61),
)
_PRACTICES = (
    _PLACE,
    PaperColumn(title="Tên mô hình, điển hình", width=60),
    PaperColumn(title="Đơn vị, người thực hiện", width=46),
    PaperColumn(title="Lĩnh vực, cấp, địa bàn", width=42),
    _middle("Trong kỳ", 26),
    PaperColumn(title="Kết quả, công nhận", width=38),
    PaperColumn(title="Nhân rộng", width=28),
)
_TASKS = (
    _middle("Mã", 28),
    PaperColumn(title="Nội dung nhiệm vụ", width=66),
    PaperColumn(title="Đơn vị chủ trì", width=36),
    _middle("Thời hạn", 24),
    _middle("Ngày hoàn thành", 24),
    PaperColumn(title="Tình trạng", width=28),
    PaperColumn(title="Kết quả, khó khăn", width=46),
)
_SECTIONS = (
    _middle("Mục", 16),
    PaperColumn(title="Nội dung", width=146),
    _middle("Số nhiệm vụ", 25),
    _middle("Hoàn thành", 25),
    PaperColumn(title="Ghi chú", width=40),
)


def sheets(report: SummaryReport) -> Iterator[PaperSheet]:
    """Compose the appendices that have something to list."""
    tables: list[tuple[str, tuple[PaperColumn, ...], _Rows]] = [
        ("Số liệu của báo cáo và nguồn số liệu", _FIGURES, tuple(_figures(report))),
        ("Kết quả thực hiện các chỉ tiêu", _INDICATORS, tuple(_indicators(report))),
        ("Danh sách mô hình, điển hình “dân vận khéo”", _PRACTICES, tuple(_practices(report))),
        ("Tình hình thực hiện nhiệm vụ", _TASKS, tuple(_tasks(report))),
        ("Thực hiện các văn bản chỉ đạo", _SECTIONS, tuple(_sections(report))),
    ]
    shown = [table for table in tables if table[2]]
    for numeral, (subject, columns, rows) in zip(_ROMAN, shown, strict=False):
        title = _title(report, numeral, subject)
        yield PaperSheet(blocks=(title, PaperTable(columns=columns, rows=rows)), landscape=True)


def _title(report: SummaryReport, numeral: str, subject: str) -> Title:
    is_party = report.style is DocumentStyle.PARTY
    carrier = wording.carrier(report, "Báo cáo", DocumentType.REPORT)
    return Title(
        kind=f"{'PHỤ LỤC' if is_party else 'Phụ lục'} {numeral}",
        subject=subject if is_party else subject.upper(),
        note=f"(Kèm theo {carrier})",
        mark=Mark.RULE,
    )


def _figures(report: SummaryReport) -> Iterator[PaperRow]:
    for place, one in enumerate(all_figures(report), start=1):
        yield PaperRow(cells=(str(place), one.name, one.value, one.source))


def _indicators(report: SummaryReport) -> Iterator[PaperRow]:
    for place, one in enumerate(report.indicators, start=1):
        for line in one.lines:
            is_first = line is one.lines[0]
            name = one.name if is_first else f"- {line.unit}"
            if is_first and line.unit:
                name = f"{one.name}: {line.unit}"
            yield PaperRow(
                cells=(
                    str(place) if is_first else "", name, line.unit_of_measure, line.period,
                    told(line.plan), told(line.actual), share(line.rate), told(line.earlier),
                    reported(line.source, line.source_on),
                )
            )  # fmt: skip


def _practices(report: SummaryReport) -> Iterator[PaperRow]:
    years = report.period.years
    for place, line in enumerate(report.practice_lines, start=1):
        practice = line.practice
        states = [
            *((f"mới {line.new_in}",) if line.new_in in years else ()),
            *(f"duy trì {year}" for year in line.kept_in if year in years),
        ]
        yield PaperRow(
            cells=(
                str(place),
                practice.name.strip(),
                _joined(line.unit, practice.held_by, HOLDER[practice.holder].lower()),
                _joined(practice.field, f"cấp {LEVEL[practice.level].lower()}", practice.place),
                wording.capital("; ".join(states)),
                _joined(practice.result, _recognised(line)),
                _joined(f"từ {line.origin}" if line.origin else "", line.replicas),
            )
        )


def _recognised(line: PracticeLine) -> str:
    step = "" if line.step is None else RECOGNITION_STEP[line.step].lower()
    return ": ".join(part for part in (step, line.papers) if part)


def _joined(*parts: str) -> str:
    held = [part.strip().rstrip(".") for part in parts]
    return wording.capital("; ".join(part for part in held if part))


def _tasks(report: SummaryReport) -> Iterator[PaperRow]:
    for line in report.lines:
        said = "; ".join(part.strip() for part in (line.result, line.difficulty) if part.strip())
        yield PaperRow(
            cells=(
                line.code, line.title.strip(), line.unit_name or line.group, dates.in_figures(line.due),
                dates.in_figures(line.finished_on), BUCKET[line.bucket], said,
            )
        )  # fmt: skip


def _sections(report: SummaryReport) -> Iterable[PaperRow]:
    for one in report.directives:
        heading = f"{one.number}: {one.subject.strip()}" if one.subject.strip() else one.number
        yield PaperRow(cells=(heading,), heads=True)
        for section in one.sections:
            note = "" if section.tasks else "Chưa giao nhiệm vụ"
            yield PaperRow(
                cells=(
                    section.number, section.title.strip(), number(section.count.total),
                    out_of(section.count), note,
                )
            )  # fmt: skip
        yield PaperRow(cells=("", "Tổng cộng", number(one.total.total), out_of(one.total), ""))
