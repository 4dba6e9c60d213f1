"""The table of earlier conclusions and their state, on landscape pages."""

from collections.abc import Iterable

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.documents.letter_contents import ReviewPaper
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import COVERAGE
from coordapp.formats.papers.blocks import (
    Mark,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Title,
)

_COLUMNS = (
    PaperColumn(title="TT", width=12, centred=True),
    PaperColumn(title="Kết luận", width=118),
    PaperColumn(title="Đơn vị chủ trì", width=44),
    PaperColumn(title="Nhiệm vụ", width=38, centred=True),
    PaperColumn(title="Tình trạng", width=40),
)


def sheets(report: ReviewPaper) -> Iterable[PaperSheet]:
    """Compose the table; conclusions of one conference stand together."""
    review = report.review
    named = f"Kiểm điểm việc thực hiện kết luận {one_line(review.previous_title)}".strip()
    is_party = report.style is DocumentStyle.PARTY
    title = Title(
        kind="PHỤ LỤC" if is_party else "Phụ lục",
        subject=named if is_party else named.upper(),
        note=f"(Số liệu tính đến ngày {dates.in_figures(review.as_of)}; phục vụ {one_line(report.title)})",
        mark=Mark.RULE,
    )
    table = PaperTable(columns=_COLUMNS, rows=tuple(_rows(review.rows)))
    yield PaperSheet(blocks=(title, table), landscape=True)


def _rows(rows: Iterable[ConclusionRow]) -> Iterable[PaperRow]:
    shown = ""
    for row in rows:
        if row.conference_code != shown:
            shown = row.conference_code
            day = f", {dates.in_figures(row.held_on)}" if row.held_on else ""
            yield PaperRow(cells=(f"{row.conference_title}{day}",), heads=True)
        yield PaperRow(cells=(str(row.conclusion.number), *_cells(row)))


def _cells(row: ConclusionRow) -> tuple[str, ...]:
    live = len(row.task_codes) - row.tasks_cancelled
    done = f"Hoàn thành {row.tasks_done}/{live}" if live else ""
    state = COVERAGE[row.coverage]
    if row.coverage is Coverage.NO_TASK:
        state = f"{state}: {row.conclusion.no_task_reason.strip()}"
    elif row.tasks_overdue:
        state = f"{row.tasks_overdue:02d} nhiệm vụ quá hạn"
    return row.conclusion.text.strip(), "; ".join(row.units), done, state
