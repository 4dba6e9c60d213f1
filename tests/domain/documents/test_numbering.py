"""Numbers run on by type, through a year or a term; gaps and repeats are seen."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import CODES, DocumentType, seal_code, symbol
from coordapp.domain.documents.numbering import gaps, in_words, proposed, run_of, skipped

PARTY, STATE = DocumentStyle.PARTY, DocumentStyle.STATE
NOTICE = DocumentType.NOTICE
NUMBERS = st.sets(st.integers(1, 400), max_size=40)


def numbers(runs):
    return {number for run in runs for number in run}


@given(NUMBERS)
def test_the_proposed_number_is_new_and_leaves_nothing_out(used):
    number = proposed(used)

    assert number not in used
    assert skipped(number, used) == []
    assert all(number > other for other in used)


@given(NUMBERS, st.integers(1, 450))
def test_after_any_number_the_gaps_are_those_before_and_those_skipped(used, number):
    left = numbers(gaps(used)) | numbers(skipped(number, used))

    if used and number > min(used):
        assert numbers(gaps(used | {number})) == left - {number}


@given(NUMBERS)
def test_used_numbers_and_gaps_are_everything_between_the_ends(used):
    assert not used & numbers(gaps(used))
    if used:
        assert used | numbers(gaps(used)) == set(range(min(used), max(used) + 1))


@given(st.lists(st.integers(1, 10), max_size=30))
def test_taking_what_is_proposed_makes_a_run_without_gaps_or_repeats(days):
    used = set()
    for _ in days:
        used.add(proposed(used))

    assert used == set(range(1, len(days) + 1))


@pytest.mark.parametrize(
    ("used", "words"),
    [
        ({1, 2, 3}, ""),
        ({1, 3, 6, 11}, "02, 04, 05, 07–10"),
        ({1, 5}, "02–04"),
        (set(range(1, 16, 2)), "02, 04, 06, 08, 10 và 2 chỗ nữa"),
        ({1, 10**12}, "02–999999999999"),
    ],
)
def test_numbers_left_out_are_told_in_a_sentence_however_many(used, words):
    assert in_words(gaps(used)) == words


@pytest.mark.parametrize(
    ("style", "type_", "shown"),
    [
        (PARTY, NOTICE, "05-TB/BCĐ"),
        (STATE, NOTICE, "05/TB-BCĐ"),
        (PARTY, DocumentType.LETTER, "05-CV/BCĐ"),
        (STATE, DocumentType.LETTER, "05/BCĐ"),
        (PARTY, DocumentType.SUPPLEMENT, "05-BB/BCĐ"),
    ],
)
def test_a_symbol_is_written_in_the_style_of_the_paper(style, type_, shown):
    assert symbol(style, 5, type_, "BCĐ") == shown


def test_every_type_has_a_code():
    assert set(CODES) == set(DocumentType)


def test_party_papers_run_through_a_term_and_state_papers_through_a_year():
    party = run_of(NOTICE, PARTY, "2015-2020", date(2018, 1, 5))
    state = run_of(NOTICE, STATE, "2015-2020", date(2018, 1, 5))

    assert party.holds(PARTY, "2015-2020", date(2016, 5, 1))
    assert not party.holds(PARTY, "2020-2025", date(2021, 5, 1))
    assert not party.holds(STATE, "2015-2020", date(2018, 5, 1))
    assert state.holds(STATE, "", date(2018, 12, 31))
    assert not state.holds(STATE, "", date(2019, 1, 1))
    assert (party.words, state.words) == ("nhiệm kỳ 2015-2020", "năm 2018")


@pytest.mark.parametrize(
    ("style", "term", "day", "inside"),
    [
        (PARTY, "2015-2020", date(2015, 1, 1), True),
        (PARTY, "2015 – 2020", date(2021, 1, 1), False),
        (PARTY, "khóa XIV", date(1990, 1, 1), True),
        (STATE, "2015-2020", date(2017, 12, 31), False),
        (STATE, "", None, True),
    ],
)
def test_minutes_known_by_their_day_fall_into_a_run(style, term, day, inside):
    run = run_of(DocumentType.MINUTES, style, term, date(2018, 1, 5))

    assert run.holds_day(day) is inside


def test_the_code_of_a_seal_is_ten_signs_in_two_groups():
    assert seal_code("3f9a21c07b" + "0" * 54) == "3F9A2-1C07B"
    assert seal_code("") == ""


def test_a_paper_of_the_other_style_is_in_no_run():
    run = run_of(NOTICE, PARTY, "2015-2020", date(2018, 3, 31))

    assert run.holds(STATE, "2015-2020", date(2018, 3, 31)) is False
