"""Words and marks of a line, each found again at its place."""

import pytest

from coordapp.domain.conclusions.reading.words.tokens import tokenize

LINE = "Đ/c Trưởng ban:\tgiao Sở TN&MT, (xong 30/6)."


def test_each_word_and_mark_keeps_its_place():
    tokens = tokenize(LINE)

    assert tokens.words == [
        "đ/c", "trưởng", "ban", ":", "\t", "giao", "sở", "tn", "&", "mt", ",", "(", "xong",
        "30", "/", "6", ")", ".",
    ]  # fmt: skip
    assert all(LINE[item.start : item.end].lower() == item.word for item in tokens.items)


def test_capitals_say_nothing_in_a_line_of_capitals():
    assert [item.is_capital for item in tokenize("Giao sở Y tế").items] == [
        True,
        False,
        True,
        False,
    ]
    assert not any(item.is_capital for item in tokenize("GIAO SỞ Y TẾ").items)


@pytest.mark.parametrize(("place", "word"), [(0, "giao"), (1, "sở"), (5, "sở"), (6, "y")])
def test_the_word_at_a_place_or_after_it_is_found(place, word):
    tokens = tokenize("Giao Sở Y tế")

    assert tokens.words[tokens.at(place)] == word


def test_words_are_given_with_what_stands_between_them():
    tokens = tokenize("Giao:\tSở Uỷ")

    assert tokens.plain_words(1, 5) == ": sở ủy"
    assert tokens.plain_words(2, 2) == ""
