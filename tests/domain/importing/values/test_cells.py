"""What one cell shows, and whether it shows anything."""

from datetime import date, datetime

import pytest

from coordapp.domain.importing.values import cells
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.task import Urgency


def test_text_is_composed_and_keeps_its_lines() -> None:
    assert cells.as_text("Vie\u0302\u0323c\u200b\r\nhai") == "Việc\nhai"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3.0, "3"),
        (3.5, "3.5"),
        (True, "Có"),
        (date(2018, 3, 1), "01/03/2018"),
        (datetime(2018, 3, 1, 17), "01/03/2018 17:00"),
        (datetime(2018, 3, 1), "01/03/2018"),
    ],
)
def test_values_are_written_as_a_person_reads_them(value, shown) -> None:
    assert cells.as_text(value) == shown


def test_the_apostrophe_of_a_text_is_no_part_of_it() -> None:
    assert (cells.typed("'Hai\xa0 việc\nkhác"), cells.lines("'một\nhai ")) == (
        "Hai việc khác",
        "một\nhai",
    )


@pytest.mark.parametrize("value", ["", "  ", "\xa0\n", "'", "\u200b"])
def test_a_cell_of_blanks_is_blank(value) -> None:
    assert cells.is_blank(value)


@pytest.mark.parametrize("value", ["-", " – ", "…", "../..", "", "___"])
def test_a_dash_stands_for_nothing(value) -> None:
    assert cells.says_nothing(value)


@pytest.mark.parametrize("value", [0, 0.0, False, "0", "- việc"])
def test_a_naught_says_something(value) -> None:
    assert not cells.says_nothing(value)


@pytest.mark.parametrize("value", ["#N/A", "#REF!", "#DIV/0!", "Err:508", "#name?"])
def test_the_errors_of_formulas_are_told(value) -> None:
    assert cells.is_failed(value)


@pytest.mark.parametrize("value", ["#1", "Lỗi", "N/A không rõ", 7])
def test_other_signs_are_no_errors(value) -> None:
    assert not cells.is_failed(value)


def test_a_cell_asks_to_be_emptied() -> None:
    assert cells.is_cleared(" (Xoá) ")


def test_urgency_is_read_by_its_words() -> None:
    assert cells.urgency("hỏa tốc") is Urgency.EXPRESS
    with pytest.raises(RuleViolation, match="urgency_unreadable"):
        cells.urgency("vừa vừa")
