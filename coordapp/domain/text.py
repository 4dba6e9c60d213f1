"""Vietnamese text: normal form, folding for search."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


class _WithoutMarks(dict[int, int | None]):
    """A table for `str.translate` that drops marks and learns letters as it meets them."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def nfc(text: str) -> str:
    """Compose the text (NFC), as it goes to disk; nothing else is changed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Drop tone marks, case and the bar of đ: `Đẩy mạnh` → `day manh`.

    Source: reliability-ux C2, "Search".
    """
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFD", lowered.replace("đ", "d")).translate(_WITHOUT_MARKS)


def lowered(text: str) -> str:
    """Compose and lower the text, tones kept: the exact form for ranking."""
    return nfc(nfc(text).casefold())


def words(text: str) -> tuple[str, ...]:
    """Split into words of letters and digits."""
    return tuple(_WORD.findall(text))


def one_line(text: str) -> str:
    """Join all white space to single blanks, for a cell of a table."""
    return _SPACE.sub(" ", text).strip()
