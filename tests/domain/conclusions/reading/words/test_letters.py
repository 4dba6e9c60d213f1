"""One form of a word for all its spellings, letter by letter in its place."""

import pytest

from coordapp.domain.conclusions.reading.words.letters import is_all_capital, plain


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("UỶ BAN", "ủy ban"),
        ("Hoà giải", "hòa giải"),
        ("thuỷ lợi", "thủy lợi"),
        ("xoè tay", "xòe tay"),
        ("Quý II", "quý ii"),
        ("hoàn thành", "hoàn thành"),
        ("ĐƯỜNG", "đường"),
    ],
)
def test_old_and_new_places_of_a_tone_give_one_form(written, form):
    assert plain(written) == form


@pytest.mark.parametrize("text", ["İstanbul giao", "UỶ BAN İ", "ﬀ ß 𝄞", "Hoà\u0301"])
def test_a_place_in_the_form_is_the_same_place_in_the_text(text):
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "is_so"), [("KẾT LUẬN 2", True), ("Kết LUẬN", False), ("A", False), ("12.", False)]
)
def test_a_text_of_capitals_has_two_letters_at_least(text, is_so):
    assert is_all_capital(text) is is_so
