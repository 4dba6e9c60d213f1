"""Texts in the letters of the old fonts: recognised, and offered in Unicode; never silently.

Two alphabets were common before Unicode. TCVN3 (the fonts `.VnTime`) puts Vietnamese letters on
the places of Western ones; VNI (the fonts `VNI-Times`) writes a letter and its mark as two. Both
come out of a file as Western letters.

Source: resources/docs/forms.md 6.2, the public standard TCVN 5712.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from coordapp.domain.kernel.text import nfc


class Legacy(Enum):
    """The alphabets told apart."""

    TCVN3 = "tcvn3"
    VNI = "vni"


_TCVN3_WESTERN = (
    "¡¢£¤¥¦§¨©ª«¬\xad®¯µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
)
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰàảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = str.maketrans(_TCVN3_WESTERN, _TCVN3_LETTERS)

# after which letters a mark of VNI may stand, and what it adds: combining marks of Unicode
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_HAT, _BREVE = "\u0302", "\u0306"
_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_HATTED = {
    "â": _HAT, "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK,
    "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
}  # fmt: skip
_BREVED = {
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_MARKS: dict[str, dict[str, str]] = {
    "a": _TONES | _HATTED | _BREVED,
    "e": _TONES | _HATTED,
    "o": _TONES | _HATTED,
    "u": _TONES,
    "y": _TONES,
    "ô": _TONES,
    "ö": _TONES,
}
_VNI_ALONE = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
for small, marks in tuple(_VNI_MARKS.items()):
    # a capital may carry a capital mark or, in a title, a small one
    _VNI_MARKS[small.upper()] = marks | {mark.upper(): added for mark, added in marks.items()}
_VNI_ALONE |= {letter.upper(): read.upper() for letter, read in _VNI_ALONE.items()}
_NO_MARKS: dict[str, str] = {}

_WORD = re.compile(r"[^\s!-@\[-`{-~]+")
_TONE_MARKS = frozenset((_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT))
_ONSETS = "ngh|nh|ng|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
_OPEN = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iêu yêu oa oai oao oay oe oeo oi oo ôi "
    "ơi ua ui uê ui uy uya uyu uơ uây uôi ưa ưi ưu ươi ươu uâ uô ươ iê yê"
)
_CLOSED = "a ă â e ê i o ô ơ u ư y iê yê oa oă oe oo uâ uê uô ươ uy uyê"
_SYLLABLE = re.compile(
    rf"(?:{_ONSETS})?(?:(?:{_OPEN.replace(' ', '|')})"
    rf"|(?:{_CLOSED.replace(' ', '|')})(?:ch|ng|nh|c|m|n|p|t))"
)
_SURE = 0.7  # of the words with marks of a cell that must make sense
_BETTER = 0.3  # than as they are: some words happen to make sense in both
_FEWEST = 2
# the old alphabets have only letters of the West
_UNICODE_ALONE = re.compile("[\u0100-\u01b0\u0300-\u036f\u1ea0-\u1ef9]")


def to_unicode(text: str, legacy: Legacy) -> str:
    """Write the text in Unicode letters; letters of neither alphabet stay."""
    return text.translate(_TCVN3) if legacy is Legacy.TCVN3 else _from_vni(text)


def in_unicode(text: str, alphabets: Sequence[Legacy], font: Legacy | None = None) -> str:
    """Write one cell in Unicode letters, where it is in the old ones; others stay as they are.

    `font` is the alphabet that the font of the cell says, and goes before those of the file.
    """
    words = _words(text)
    if not words:
        return text
    as_it_is = _share(words, nfc)
    asked = (font,) if font is not None else tuple(alphabets)
    shares = {legacy: _share(words, _reader(legacy)) for legacy in asked}
    best = max(shares, key=shares.__getitem__, default=None)
    return to_unicode(text, best) if best is not None and shares[best] > as_it_is else text


def recognised(cells: Iterable[tuple[str, Legacy | None]]) -> tuple[Legacy, ...]:
    """Say which old alphabets some cells are in, the most frequent first; none where all make sense.

    Each cell is asked alone: a register that was typed over many years has cells of both kinds.
    The second of each pair is what the font of the cell says.
    """
    votes: Counter[Legacy] = Counter()
    for text, font in cells:
        words = _words(text)
        if not words:
            continue
        as_it_is = _share(words, nfc)
        shares = {legacy: _share(words, _reader(legacy)) for legacy in Legacy}
        best = font or max(shares, key=shares.__getitem__)
        if font is not None and shares[best] > as_it_is:
            votes[best] += _FEWEST
        elif shares[best] >= max(_SURE, as_it_is + _BETTER):
            votes[best] += len(words)
    return tuple(legacy for legacy, count in votes.most_common() if count >= _FEWEST)


def _words(text: str) -> set[str]:
    """Give the words that would be other ones in an old alphabet."""
    if text.isascii() or _UNICODE_ALONE.search(text):
        return set()
    return {word for word in _WORD.findall(text) if len(word) > 1 and not word.isascii()}


def _reader(legacy: Legacy) -> Callable[[str], str]:
    return lambda word: to_unicode(word, legacy)


def _share(words: Iterable[str], read: Callable[[str], str]) -> float:
    made = [read(word) for word in words]
    return sum(map(is_syllable, made)) / len(made)


def is_syllable(word: str) -> bool:
    """Tell whether Vietnamese could have this word: one syllable, at most one tone."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    parts = unicodedata.normalize("NFD", word.lower())
    if sum(part in _TONE_MARKS for part in parts) > 1:
        return False
    plain = nfc("".join(part for part in parts if part not in _TONE_MARKS))
    return _SYLLABLE.fullmatch(plain) is not None


def _from_vni(text: str) -> str:
    made: list[str] = []
    place = 0
    while place < len(text):
        letter = text[place]
        marks = _VNI_MARKS.get(letter, _NO_MARKS)
        mark = marks.get(text[place + 1 : place + 2], "")
        made.append(nfc(_VNI_ALONE.get(letter, letter) + mark))
        place += 2 if mark else 1
    return "".join(made)
