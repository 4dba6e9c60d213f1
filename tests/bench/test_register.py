"""The register of 10,000 tasks costs little more than openpyxl's fastest public way."""

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

from coordapp.documents import xlsx_register
from coordapp.domain.queries import TaskQuery
from coordapp.domain.reports import RegisterReport
from coordapp.services import reports
from coordapp.store import open_reader
from tests.bench.pairs import ratio

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]


def test_the_register_is_at_most_a_fifth_longer_than_the_same_styled_cells(
    large: Path, tmp_path: Path
) -> None:
    with open_reader(large) as reader:
        report = reports.register(reader, TaskQuery(), date(2018, 3, 31))

    taken = ratio(
        f"register of {len(report.rows)} tasks",
        lambda: xlsx_register.write(report, tmp_path / "so.xlsx", lambda _done, _total: None),
        lambda: plain(report, tmp_path / "floor.xlsx"),
        rounds=5,
        clock=time.process_time,
    )

    assert taken <= 1.2


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
