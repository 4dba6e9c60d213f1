"""The one order of Vietnamese text: a ă â b … d đ e ê …, tones only between equal letters."""

import unicodedata

from coordapp.domain.kernel.text import lowered

TextOrder = tuple[str, str, str]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# none, huyền, hỏi, ngã, sắc, nặng. Source: resources/docs/forms.md 6.1
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_FIRST_LETTER = ord("a")  # a letter of the alphabet stands here plus its place


class _Letters(dict[int, str]):
    """A table for `str.translate` from letters to what sorts as they do, tones left out."""

    def __missing__(self, code: int) -> str:
        bare = _without_tone(chr(code))
        if bare in _ALPHABET:
            self[code] = chr(_FIRST_LETTER + _ALPHABET.index(bare))
        elif bare.isalpha():
            # letters of other alphabets come behind ours
            self[code] = f"\u0fff{bare}"
        else:
            self[code] = bare if bare.isdigit() else " "
        return self[code]


class _Marks(dict[int, str]):
    """A table for `str.translate` from letters to their tones."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        self[code] = next((_TONES[part] for part in parts if part in _TONES), "0")
        return self[code]


_LETTERS = _Letters()
_MARKS = _Marks()


def by_text(text: str) -> TextOrder:
    """Give what a text sorts by, wherever texts stand in an order."""
    plain = lowered(text)
    return plain.translate(_LETTERS), plain.translate(_MARKS), plain


def by_person(full_name: str) -> tuple[TextOrder, TextOrder]:
    """Give what a person sorts by: the given name, which is written last, then the rest."""
    family, _, given = full_name.strip().rpartition(" ")
    return by_text(given), by_text(family)


def _without_tone(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
