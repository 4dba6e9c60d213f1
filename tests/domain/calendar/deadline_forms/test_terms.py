"""Numbers in words, and the terms that forms share."""

from datetime import date

import pytest

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.calendar.deadline_forms.bounds import bound_before
from coordapp.domain.calendar.deadline_forms.scan import terms
from coordapp.domain.calendar.deadline_forms.terms import TermKind, number
from coordapp.domain.calendar.months import months_later

CONTEXT = DeadlineContext(told_on=date(2018, 3, 22))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5", 5), ("05", 5), ("ba", 3), ("four", 4), ("muoi", 10), ("muoi lam", 15),
        ("hai muoi", 20), ("hai muoi mot", 21), ("hai lam", 25), ("ba muoi mot", 31), ("iv", 4),
        ("xii", 12), ("iiii", 0),
    ],
)  # fmt: skip
def test_a_number_is_read_in_figures_in_words_and_in_roman_figures(typed, value):
    assert number(typed) == value


def test_terms_stand_in_order_and_not_inside_one_another():
    found = terms("hang thang truoc ngay 25, xong 15/4/2018", CONTEXT)

    assert [term.kind for term in found] == [TermKind.EVERY, TermKind.DAY_NUMBER, TermKind.DAY]


@pytest.mark.parametrize("text", ["24/24 gio", "09/2019/_-_", "1.500", "x15/4", "15/4/20018"])
def test_a_part_of_a_number_is_no_term(text):
    assert terms(text, CONTEXT) == []


@pytest.mark.parametrize(
    ("before", "start", "limit", "labelled", "beginning"),
    [
        ("_ xong truoc ", 7, True, True, False),
        ("cham nhat la ngay ", 0, True, False, False),
        ("truoc 17 gio, ", 0, True, False, False),
        ("thoi han hoan thanh: ", 21, False, True, False),
        ("_ tu ngay ", 2, False, False, True),
        ("_ ", 2, False, False, False),
    ],
)
def test_what_stands_before_a_day_bounds_it(before, start, limit, labelled, beginning):
    bound = bound_before(f"{before}15/4", len(before))

    assert (bound.start, bound.is_limit, bound.is_labelled, bound.is_beginning) == (
        start, limit, labelled, beginning,
    )  # fmt: skip


def test_a_month_later_is_never_in_the_month_after_that():
    assert months_later(date(2018, 1, 31), 1) == date(2018, 2, 28)
    assert months_later(date(2018, 3, 31), -1) == date(2018, 2, 28)
