"""Reading somebody's register of 10,000 rows costs little more than calamine alone.

Measured by the clock on the wall, for most of the work is done in processes of its own.
"""

from datetime import date
from pathlib import Path

import pytest
import python_calamine
from openpyxl import Workbook

from coordapp.formats.reading import workbook_reader
from tests.bench.pairs import ratio

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]


def test_a_workbook_is_read_and_guarded_within_half_more_than_its_values(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(10_000):
        texts = [f"Nội dung số {number}"] * 8
        sheet.append([number, f"Nhiệm vụ {number}", "HND", date(2018, 3, 31), *texts])
    book.save(path)

    def alone() -> int:
        with python_calamine.load_workbook(path) as found:
            return len(found.get_sheet_by_index(0).to_python())

    taken = ratio(
        "reading 10,000 rows",
        lambda: workbook_reader.read(path, lambda _done, _total: None),
        alone,
        rounds=11,
    )

    assert taken <= 1.5
