"""Rows on the clipboard come back as they went, and as Excel writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.importing.clipboard import as_html, as_tabs, from_tabs

CELLS = st.text(st.sampled_from('ab"\t\n đẩy'), max_size=6)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1)
    )
)
def test_rows_written_and_read_again_are_the_same(rows) -> None:
    if rows[-1] == [""]:
        rows = [*rows, ["x"]]  # an empty last line is no row
    assert from_tabs(as_tabs(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]], id="lines of Windows"),
        pytest.param('"một\nhai"\tb', [["một\nhai", "b"]], id="a line end within a cell"),
        pytest.param('"nói ""được"""\tb', [['nói "được"', "b"]], id="quotes are doubled"),
        pytest.param('nói "được"\tb', [['nói "được"', "b"]], id="quotes inside are letters"),
        pytest.param('"mở mà không đóng\tb', [['"mở mà không đóng', "b"]], id="never closed"),
        pytest.param("a\t\tb", [["a", "", "b"]], id="an empty cell"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_excel_and_others_copy_is_read(text, rows) -> None:
    assert from_tabs(text) == rows


def test_a_spreadsheet_is_told_which_cells_are_texts() -> None:
    html = as_html([["=1+1", "05/04/2018", "hai\r\ndòng <b>"]], days={1})

    assert '<td class="t" sdnum="1033;0;@">=1+1</td><td>05/04/2018</td>' in html
    assert ">hai<br>dòng &lt;b&gt;</td>" in html
