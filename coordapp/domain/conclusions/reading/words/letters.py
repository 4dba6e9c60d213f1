"""One form for the letters of a text, so that spellings of one word compare equal.

Every function keeps the number of letters: a place in the result is the same place in the text.
"""

import re

CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_TONES = "àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ"
_PLAIN = "aey"
_MARKED = {"o": "òóỏõọ", "u": "ùúủũụ"}
# `hoà`, `xoè`, `uỷ`: the tone stood on the last letter of an open syllable; `quý` is no such case
_OLD = re.compile(r"o([àáảãạ])(?!\w)|o([èéẻẽẹ])(?!\w)|(?<!q)u([ỳýỷỹỵ])(?!\w)")


def plain(text: str) -> str:
    """Lower the text and put its tones where the new spelling has them: `UỶ` → `ủy`."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(_lower(letter) for letter in text)
    return _OLD.sub(_renewed, lowered)


def is_capital(text: str, place: int) -> bool:
    """Tell whether a capital letter stands at a place."""
    return place < len(text) and text[place].isupper()


def is_all_capital(text: str) -> bool:
    """Tell whether a text is written in capital letters, and has at least two of them."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _lower(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter


def _renewed(match: re.Match[str]) -> str:
    first, last = match[0][0], match[0][1]
    for tones, base in zip(_TONES, _PLAIN, strict=True):
        if last in tones:
            return _MARKED[first][tones.index(last)] + base
    return match[0]
