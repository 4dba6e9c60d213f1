"""Tables of OpenDocument: repeats, and what stands beside the values."""

import datetime

import pytest

from tests.formats.reading.odd_files import answered, ods, read


def test_repeated_rows_and_cells_are_read_as_often_as_they_stand(tmp_path) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )

    (sheet,) = read(ods(tmp_path / "so.ods", rows)).sheets

    assert sheet.rows == [["", "x", "x"], ["", "x", "x"]]


@pytest.mark.parametrize(
    "row",
    [
        (
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
        ),
        (
            '<table:table-row><table:table-cell table:number-columns-repeated="99999999" '
            'office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
        ),
        (
            '<table:table-row table:number-rows-repeated="99999"><table:table-cell '
            'table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>'
        ),
        (
            '<table:table-row table:number-rows-repeated="999999999"><table:table-cell/></table:table-row>'
            '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        ),
    ],
)
def test_endless_repeats_are_refused(tmp_path, row) -> None:
    assert answered(ods(tmp_path / "so.ods", row)) == "source_too_long"


def test_what_stands_beside_values_of_opendocument_is_noted(tmp_path) -> None:
    rows = (
        '<table:table-column table:visibility="collapse"/><table:table-column/>'
        '<table:table-row table:visibility="filter"><table:table-cell office:value-type="date" '
        'office:date-value="2018-03-05"><text:p>05/3</text:p></table:table-cell>'
        '<table:table-cell table:style-name="gach" office:value-type="string" '
        'table:number-rows-spanned="2"><office:annotation><text:p>đã nhắc</text:p></office:annotation>'
        "<text:p>Việc</text:p><text:p>dài<text:s text:c='2'/>thêm</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell office:value-type='date' office:date-value='NaN'>"
        "<text:p>hôm qua</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
    )

    (sheet,) = read(ods(tmp_path / "so.ods", rows)).sheets

    assert sheet.rows == [
        [datetime.date(2018, 3, 5), "Việc\ndài  thêm"],
        ["hôm qua", "Việc\ndài  thêm"],
    ]
    assert (sheet.hidden_columns, sheet.hidden_rows) == ({1}, {1})
    assert (sheet.struck, sheet.comments) == ({(1, 2)}, {(1, 2): "đã nhắc"})
    assert (sheet.merged, sheet.filled) == (((1, 2, 2, 2),), {(2, 2)})
