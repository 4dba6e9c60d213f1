"""Days that a program of another country may have turned about."""

from datetime import date

import pytest

from coordapp.domain.importing.values.day_order import is_ambiguous, is_suspect


def test_texts_with_late_days_beside_early_days_are_suspect() -> None:
    assert is_suspect(["15/4/2018", "28/02/2018", date(2018, 5, 4), date(2018, 6, 12)])


def test_a_month_that_stands_first_is_suspect() -> None:
    assert is_suspect(["03/25/2018"])


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([date(2018, 5, 4), date(2018, 5, 28)], id="days alone"),
        pytest.param(["15/4/2018", "5/4/2018", date(2018, 5, 4), date(2018, 6, 1)], id="typed"),
        pytest.param(["15/4/2018", "28/2/2018", date(2018, 4, 15), date(2018, 6, 1)], id="late"),
        pytest.param(["15/4/2018", date(2018, 5, 4)], id="too few"),
        pytest.param([], id="none"),
    ],
)
def test_other_columns_are_not(values) -> None:
    assert not is_suspect(values)


@pytest.mark.parametrize(
    ("value", "is_so"),
    [
        (date(2018, 5, 4), True),
        (date(2018, 5, 5), False),
        (date(2018, 5, 13), False),
        ("4/5/2018", True),
        ("13/5/2018", False),
        ("quý II", False),
        (43224.0, False),
    ],
)
def test_a_day_is_ambiguous_when_it_would_be_another_one(value, is_so) -> None:
    assert is_ambiguous(value) is is_so
