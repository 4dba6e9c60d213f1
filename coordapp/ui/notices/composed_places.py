"""Where the letters of a composed text stand in a text whose marks are letters of their own."""

import unicodedata

from coordapp.domain.kernel.text import nfc


def composed_places(text: str) -> list[int] | None:
    """Give of each place in the composed text, its end too, the place in the text as it is.

    None where both are the same.
    """
    if unicodedata.is_normalized("NFC", text):
        return None
    places: list[int] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and _leans(text[place]):
            continue
        places += [start] * len(nfc(text[start:place]))
        start = place
    places.append(len(text))
    return places if len(places) == len(nfc(text)) + 1 else None


def _leans(letter: str) -> bool:
    """Tell whether a letter may join the one before it: a mark, or a part of a Korean syllable."""
    return unicodedata.combining(letter) > 0 or "\u1160" <= letter <= "\u11ff"
