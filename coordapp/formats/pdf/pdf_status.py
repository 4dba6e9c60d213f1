"""The status of tasks for the chair on one page: sentences, table with bars, signatures."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from coordapp.domain.figures.form_contents import FormHeading, StatusReport
from coordapp.domain.figures.status import StatusFigure, StatusTable, ensure_adds_up
from coordapp.domain.figures.status_labels import FIGURE, GROUPING, caption, left_out, percent
from coordapp.domain.figures.status_summary import SummaryRow, cut_to, number, sentences
from coordapp.domain.kernel.errors import DocumentError, RuleViolation
from coordapp.formats.files import replacing
from coordapp.formats.papers import wording
from coordapp.formats.papers.blocks import (
    Composition,
    Ending,
    Letterhead,
    Mark,
    PaperColumn,
    PaperRow,
    PaperSheet,
    PaperTable,
    Signature,
    Text,
    Title,
)
from coordapp.formats.pdf import pdf_paper
from coordapp.formats.pdf.pdf_paper import Laid

TITLE = "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"
_MOST, _FEWEST = 14, 3  # rows that are tried, until all is on one page
_ROOM_TO_SIGN = 24.0
# how the parts of a bar look, from the left; the letters of the legend are as dark
_SHADES = (
    (StatusFigure.DONE_ON_TIME, 0.8, "░"),
    (StatusFigure.DONE_LATE, 0.45, "▓"),
    (StatusFigure.OPEN_IN_TIME, 1.0, "□"),
    (StatusFigure.OPEN_OVERDUE, 0.0, "█"),
)
_SHOWN = (StatusFigure.TOTAL, StatusFigure.DONE, StatusFigure.OPEN, StatusFigure.OPEN_OVERDUE)
_TITLES = ("Tổng số", "Đã hoàn thành", "Chưa hoàn thành", "Quá hạn")


def write(report: StatusReport, target: Path, step: pdf_paper.Step) -> None:
    """Write the page. Raises DocumentError: does_not_add_up, and as `replacing` does."""
    try:
        ensure_adds_up(report.table)
    except RuleViolation as error:
        raise DocumentError("does_not_add_up", target, **error.params) from error
    with replacing(target) as draft:
        draft.write_bytes(laid_out(report, step).data)


def laid_out(report: StatusReport, step: pdf_paper.Step = lambda _done, _total: None) -> Laid:
    """Lay out as many rows as one page has room for; the others are summed in its last row."""
    for most in range(min(_MOST, max(len(report.table.rows), _FEWEST)), _FEWEST, -1):
        laid = pdf_paper.laid_out(composed(report, most), step)
        if laid.pages == 1:
            return laid
    return pdf_paper.laid_out(composed(report, _FEWEST), step)


def composed(report: StatusReport, most: int) -> Composition:
    """Compose the page with so many rows at most."""
    heading, table = report.heading, report.table
    rows = cut_to(table, most)
    legend = "; ".join(f"{sign} {FIGURE[figure].lower()}" for figure, _, sign in _SHADES)
    sheet = PaperSheet(
        blocks=(
            Letterhead(day=wording.place_and_date(heading.committee.place, heading.as_of)),
            Title(kind=TITLE, note=f"({caption(table.question)})", mark=Mark.NONE),
            *(Text(text=f"{n}. {said}") for n, said in enumerate(sentences(table), start=1)),
            PaperTable(
                columns=_columns(GROUPING[table.question.grouping]),
                rows=(*_rows(rows), _sum_of(table)),
            ),
            Text(text=f"Biểu đồ: {legend}. {left_out(table, briefly=True)}"),
            _ending(heading),
        )
    )
    return Composition(
        committee=heading.committee,
        style=heading.style,
        title="Tình hình thực hiện nhiệm vụ",
        code="",
        sheets=(sheet,),
    )


def _columns(grouping: str) -> tuple[PaperColumn, ...]:
    return (
        PaperColumn(title="TT", width=9, centred=True),
        PaperColumn(title=grouping, width=58),
        *(PaperColumn(title=title, width=14, centred=True) for title in _TITLES),
        PaperColumn(title="Tỷ lệ", width=18, centred=True),
        PaperColumn(title="Biểu đồ", width=24, centred=True),
    )


def _rows(rows: tuple[SummaryRow, ...]) -> Iterator[PaperRow]:
    longest = max((row.counts[StatusFigure.TOTAL] for row in rows), default=0)
    for place, row in enumerate(rows, start=1):
        yield PaperRow(
            cells=(str(place), row.name, *_counts(row.counts), percent(row.rate), ""),
            bar=_bar(row.counts, longest),
        )


def _sum_of(table: StatusTable) -> PaperRow:
    counts = {figure: table.total.count(figure) for figure in StatusFigure}
    return PaperRow(cells=("", "Tổng cộng", *_counts(counts), percent(table.total.rate), ""))


def _counts(counts: Mapping[StatusFigure, int]) -> tuple[str, ...]:
    return tuple(number(counts[figure]) for figure in _SHOWN)


def _bar(counts: Mapping[StatusFigure, int], longest: int) -> tuple[tuple[float, float], ...]:
    return tuple(
        (counts[figure] / longest, grey)
        for figure, grey, _ in _SHADES
        if counts[figure] and longest
    )


def _ending(heading: FormHeading) -> Ending:
    return Ending(
        left=Signature(posts=("NGƯỜI LẬP BIỂU",), name="", room=_ROOM_TO_SIGN),
        right=Signature(posts=(heading.signer_post,), name=heading.signer_name, room=_ROOM_TO_SIGN),
    )
