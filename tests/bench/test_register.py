"""The register of 10,000 tasks costs little more than openpyxl's fastest public way.

Beside it stands XlsxWriter, the other maker of such files: what it would take is stated, so that the
choice can be looked at again.
"""

import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

from coordapp.domain.documents.minutes_contents import RegisterReport
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import WorkState
from coordapp.formats.xlsx import xlsx_register
from coordapp.services.documents import paper_reading
from coordapp.store import open_reader
from tests.bench.pairs import ratio

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]


@pytest.fixture
def report(large: Path) -> RegisterReport:
    # every state, for only then are drafts written too
    query = TaskQuery(work_states=frozenset(WorkState))
    with open_reader(large) as reader:
        read = paper_reading.register(reader, query, date(2018, 3, 31))
    assert len(read.rows) >= 10_000
    return read


def ours(report: RegisterReport, target: Path) -> None:
    xlsx_register.write(report, target, lambda _done, _total: None)


def test_the_register_is_at_most_a_seventh_longer_than_the_same_styled_cells(
    report: RegisterReport, tmp_path: Path
) -> None:
    taken = ratio(
        f"register of {len(report.rows)} tasks",
        lambda: ours(report, tmp_path / "so.xlsx"),
        lambda: plain(report, tmp_path / "floor.xlsx"),
        rounds=5,
        clock=time.process_time,
        pick=min,
    )

    assert taken <= 1.15


def test_the_register_is_written_within_two_and_a_half_times_what_xlsxwriter_takes(
    report: RegisterReport, tmp_path: Path
) -> None:
    taken = ratio(
        "register beside XlsxWriter",
        lambda: ours(report, tmp_path / "so.xlsx"),
        lambda: by_xlsxwriter(report, tmp_path / "other.xlsx"),
        rounds=3,
        clock=time.process_time,
        pick=min,
    )

    assert taken <= 2.5


def test_the_register_needs_hardly_more_memory_than_the_same_styled_cells(
    report: RegisterReport, tmp_path: Path
) -> None:
    mine = peak(lambda: ours(report, tmp_path / "so.xlsx"))
    floor = peak(lambda: plain(report, tmp_path / "floor.xlsx"))
    other = peak(lambda: by_xlsxwriter(report, tmp_path / "other.xlsx"))
    print(
        f"\nmemory: {mine / 1e6:.1f} MB, openpyxl {floor / 1e6:.1f} MB, "
        f"XlsxWriter {other / 1e6:.1f} MB"
    )

    assert mine <= 1.2 * floor


def peak(work: Callable[[], object]) -> int:
    """Give the most memory a piece of work held beyond what was there, in bytes."""
    tracemalloc.start()
    work()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def plain(report: RegisterReport, target: Path) -> None:
    """Write the same cells with one styled cell per column, used again for every row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    cells = [styled(sheet) for _ in xlsx_register.COLUMNS]
    for column in (5, 7):
        cells[column].number_format = "dd/mm/yyyy"
    for number, row in enumerate(report.rows, start=1):
        values = (
            number, row.title, row.source, row.lead_unit, "; ".join(row.coordinating_units),
            row.due, row.progress, row.finished_on, row.state_label, row.difficulty, row.code,
        )  # fmt: skip
        sheet.row_dimensions[number].height = 32
        for cell, value in zip(cells, values, strict=True):
            cell.value = value
        sheet.append(cells)
    book.save(target)


def styled(sheet: Any) -> Any:
    line = Side(style="thin")
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name="Times New Roman", size=12)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    return cell


def by_xlsxwriter(report: RegisterReport, target: Path) -> None:
    """Write the same cells by XlsxWriter's fastest way, row by row."""
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    sheet = book.add_worksheet()
    look = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "text_wrap": True,
            "valign": "top"}  # fmt: skip
    text, day = book.add_format(look), book.add_format(look | {"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(report.rows, start=1):
        sheet.set_row(number, 32)
        sheet.write_number(number, 0, number, text)
        values = (
            row.title, row.source, row.lead_unit, "; ".join(row.coordinating_units), row.due,
            row.progress, row.finished_on, row.state_label, row.difficulty, row.code,
        )  # fmt: skip
        for column, value in enumerate(values, start=1):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif value:
                sheet.write_string(number, column, value, text)
            else:
                sheet.write_blank(number, column, None, text)
    book.close()
