"""The appendix that tells which unit got what of the conclusions, on landscape pages."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.unit_group import spoken_of
from coordapp.domain.documents.minutes_contents import AssignmentReport, AssignmentRow
from coordapp.domain.kernel.text import one_line
from coordapp.formats.papers import wording
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
    PaperColumn(title="Nhiệm vụ", width=92),
    PaperColumn(title="Đơn vị chủ trì", width=36),
    PaperColumn(title="Đơn vị phối hợp", width=42),
    PaperColumn(title="Sản phẩm", width=40),
    PaperColumn(title="Thời hạn", width=30, centred=True),
)
# what two tasks must have alike to stand on one line
_SAID = attrgetter("number", "title", "coordinating_units", "product", "deadline")


def sheets(report: AssignmentReport) -> Iterable[PaperSheet]:
    """Compose the appendix."""
    named = f"Phân công thực hiện kết luận {one_line(report.title)}".strip()
    is_party = report.style is DocumentStyle.PARTY
    title = Title(
        kind="PHỤ LỤC" if is_party else "Phụ lục",
        subject=named if is_party else named.upper(),
        note=f"(Kèm theo {report.carrier})" if report.carrier else "",
        mark=Mark.RULE,
    )
    table = PaperTable(columns=_COLUMNS, rows=tuple(_rows(report)))
    yield PaperSheet(blocks=(title, table), landscape=True)


def _rows(report: AssignmentReport) -> Iterable[PaperRow]:
    shown = None
    count = 0
    for row, leads in _shared(report):
        if not row.code and not row.no_task_reason.strip():
            continue  # nothing was given and nobody said why: the form check tells of it
        if row.number != shown:
            shown = row.number
            yield PaperRow(cells=(f"Kết luận {row.number}. {row.conclusion.strip()}",), heads=True)
        count += bool(row.code)
        yield PaperRow(cells=_cells(row, leads, count))


def _shared(report: AssignmentReport) -> Iterable[tuple[AssignmentRow, str]]:
    """Give each task once, with all units that lead it in the same words, or their group."""
    for _, alike in groupby(report.rows, key=_SAID):
        first, *others = alike
        units = (row.lead_unit for row in (first, *others) if row.lead_unit)
        helping = spoken_of(first.coordinating_units, report.groups)
        named = replace(first, coordinating_units=helping)
        yield named, wording.capital("; ".join(spoken_of(units, report.groups)))


def _cells(row: AssignmentRow, leads: str, count: int) -> tuple[str, ...]:
    if not row.code:
        return ("", row.no_task_reason.strip(), "", "", "", "")
    return (
        str(count), row.title, leads, wording.capital("; ".join(row.coordinating_units)), row.product,
        wording.capital(row.deadline),
    )  # fmt: skip
