"""The longest phrase of a table that begins at a word."""

from coordapp.domain.conclusions.reading.words.phrases import Phrases, split

TABLE = Phrases(
    (phrase.split(), phrase) for phrase in split("ban, ban dân vận, ban chỉ đạo\ndân vận")
)


def test_the_longest_phrase_wins():
    assert TABLE.longest(["ban", "dân", "vận", "tỉnh"], 0) == (3, "ban dân vận")
    assert TABLE.longest(["ban", "dân", "số"], 0) == (1, "ban")
    assert TABLE.longest(["sở", "dân", "vận"], 0) is None


def test_shorter_phrases_are_given_before_longer_ones():
    assert list(TABLE.all_at(["ban", "chỉ", "đạo"], 0)) == [(1, "ban"), (3, "ban chỉ đạo")]


def test_a_phrase_that_two_own_gives_both():
    both = Phrases([(["hội", "nông", "dân"], 1), (["hội", "nông", "dân"], 2)])

    assert list(both.all_at(["hội", "nông", "dân"], 0)) == [(3, 1), (3, 2)]


def test_nothing_begins_after_the_last_word():
    assert TABLE.longest(["ban"], 1) is None
    assert TABLE.first_words == {"ban", "dân"}
