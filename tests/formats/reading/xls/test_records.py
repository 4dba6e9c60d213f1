"""What an old workbook says beside its values."""

from datetime import date
from pathlib import Path

from coordapp.domain.importing.workbook import CellFont
from coordapp.formats.reading import workbook_reader

OLD_EXCEL = Path(__file__).parents[3] / "files" / "old-excel.xls"


def test_an_old_workbook_tells_what_a_new_one_does() -> None:
    (sheet,) = workbook_reader.read(OLD_EXCEL, lambda _done, _total: None).sheets

    assert sheet.struck == {(3, 2), (3, 3)}
    assert sheet.fonts == {(2, 6): CellFont.SYMBOL, (4, 2): CellFont.TCVN3}
    assert (sheet.hidden_columns, sheet.hidden_rows) == ({4}, {5})
    assert (sheet.merged, sheet.filled) == (((4, 3, 5, 3),), {(5, 3)})
    assert (sheet.rows[5][2], sheet.rows[1][4]) == ("#N/A", date(2018, 4, 15))
