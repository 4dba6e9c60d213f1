"""The parts of a review report are those of its outline, each with words."""

from coordapp.domain.summaries.summary import OPTIONAL, SummaryPart
from coordapp.domain.words.summary_labels import SUMMARY_WORDS


def test_every_part_and_kind_has_words() -> None:
    for kinds, words in SUMMARY_WORDS.items():
        assert set(kinds) == set(words)
        assert all(words.values())


def test_what_a_superior_asks_for_is_never_left_out() -> None:
    asked = {SummaryPart.STRENGTHS, SummaryPart.SHORTCOMINGS, SummaryPart.DIRECTIONS}

    assert not asked & OPTIONAL
