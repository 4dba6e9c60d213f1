"""Rows on the clipboard come back as they went, and as Excel writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.importing.clipboard import (
    as_html,
    as_tabs,
    copied_rows,
    from_html,
    from_tabs,
)

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


WORD = (
    "<html><head><style>td {color: red}</style></head><body><table border=1><tr><td><p>STT</p></td>"
    "<td><p>Nhiệm\n vụ</p></td></tr><tr><td><p>1</p></td><td><p>Rà soát&nbsp;mô hình;</p>"
    "<p>báo cáo</p></td></tr></table></body></html>"
)


def test_a_cell_of_word_with_two_paragraphs_stays_one_cell() -> None:
    text = "STT\tNhiệm vụ\r\n1\tRà soát mô hình;\r\nbáo cáo\r\n"

    assert copied_rows(text, WORD) == [["STT", "Nhiệm vụ"], ["1", "Rà soát\xa0mô hình;\nbáo cáo"]]


def test_the_text_of_a_spreadsheet_is_read_where_its_page_has_as_many_rows() -> None:
    page = "<table><tr><td>a</td><td>1,0</td></tr><tr style='display:none'><td></td></tr></table>"

    assert copied_rows("a\t1\r\n", page) == [["a", "1"]]


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.sampled_from(["a", "b\nc", "<p>", "&amp;", ""]), min_size=n, max_size=n),
            min_size=1,
        )
    )
)
def test_a_page_written_here_is_read_again(rows) -> None:
    assert from_html(as_html(rows)) == rows


def test_cells_over_several_columns_leave_the_others_empty() -> None:
    page = "<table><tr><td colspan=2>a<br>b</td><th>c<tr><td>1<td>2<td>3</table>"

    assert from_html(page) == [["a\nb", "", "c"], ["1", "2", "3"]]


@pytest.mark.parametrize("page", ["", "<p>a", "<table><table>", "<table><tr><td colspan=x>"])
def test_what_is_no_single_table_gives_no_rows_and_never_fails(page) -> None:
    assert not any(cell for row in from_html(page) for cell in row)
