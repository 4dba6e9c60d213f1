"""Places of a composed text are found again in a text whose marks are letters of their own."""

import unicodedata

import pytest

from coordapp.domain.kernel.text import nfc
from coordapp.ui.notices.composed_places import composed_places


@pytest.mark.parametrize(
    "text", ["Giao Sở Y tế rà soát", "𝄞 Uỷ ban\nđường ống", "한국 각", "q\u0323\u0301"]
)
@pytest.mark.parametrize("form", ["NFD", "NFKD"])
def test_each_letter_is_found_at_its_place(text, form):
    written = unicodedata.normalize(form, text)

    places = composed_places(written)

    composed = nfc(written)
    if places is None:
        assert written == composed
        return
    assert len(places) == len(composed) + 1
    for place, letter in enumerate(composed):
        part = written[places[place] : places[place + 1]]
        assert not part or nfc(part).startswith(letter)


def test_a_composed_text_needs_no_map():
    assert composed_places("Giao Sở Y tế") is None
