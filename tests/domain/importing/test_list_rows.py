"""A copied table is laid over a list by its titles, else by what fits; nothing is guessed at."""

import pytest

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.importing.list_rows import ListColumn, laid_over
from coordapp.domain.kernel.errors import RuleViolation

COLUMNS = (
    ListColumn(name="time", title="Giờ"),
    ListColumn(name="title", title="Nội dung"),
    ListColumn(name="presenter", title="Người trình bày"),
    ListColumn(name="ends", title="Kết thúc", is_typed=False),
)


def fits(name, cell):
    return name != "time" or cell.replace(":", "").isdigit()


def laid(*rows):
    table = laid_over(rows, COLUMNS, "title", fits)
    return [table.cells[line] for line in table.lines], table.left_out


def test_titles_in_any_order_and_in_other_words_lead():
    cells, left = laid(("TT", "Trình bày", "NỘI DUNG", "Ghi chú"), ("1", "Ông A", "Khai mạc", "x"))

    assert cells == [{"presenter": "Ông A", "title": "Khai mạc"}]
    assert left == ("Ghi chú",)


def test_without_titles_columns_go_in_order_past_those_that_cannot_hold_them():
    assert laid(("Khai mạc", "Ông A"), ("Bế mạc", "Ông B"))[0] == [
        {"title": "Khai mạc", "presenter": "Ông A"},
        {"title": "Bế mạc", "presenter": "Ông B"},
    ]
    assert laid(("8:00", "Khai mạc"))[0] == [{"time": "8:00", "title": "Khai mạc"}]


def test_a_column_of_running_numbers_is_no_content():
    assert laid(("1.", "Khai mạc"), ("2.", "Bế mạc"))[0] == [
        {"title": "Khai mạc"},
        {"title": "Bế mạc"},
    ]


def test_one_column_is_what_the_list_is_about():
    assert laid(("Khai mạc",), ("",), ("Bế mạc",))[0] == [
        {"title": "Khai mạc"},
        {"title": "Bế mạc"},
    ]


def test_what_the_list_itself_gave_fits_with_what_it_only_shows():
    assert laid(("8:00", "Khai mạc", "Ông A", "8:30"))[0] == [
        {"time": "8:00", "title": "Khai mạc", "presenter": "Ông A"}
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("", " "),), "nothing_to_paste"),
        ((("Giờ", "Nội dung"),), "nothing_to_paste"),
        ((("Giờ", "Người trình bày"), ("8:00", "A")), "pasted_column_missing"),
        ((("a", "b", "c", "d", "e"),), "pasted_columns_unknown"),
    ],
)
def test_what_cannot_be_laid_over_is_refused(rows, code):
    with pytest.raises(RuleViolation, match=code):
        laid(*rows)


def test_lines_above_ordinary_are_told_with_their_degree():
    rows = (("Nội dung", "Độ mật"), ("Khai mạc", ""), ("Bế mạc", "Tối mật"))

    assert laid_over(rows, COLUMNS, "title", fits).secret == {2: Secrecy.TOP_SECRET}
