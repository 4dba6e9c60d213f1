"""Vietnamese text: normal form, folding for search."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def nfc(text: str) -> str:
    """Compose the text (NFC), as it goes to disk; nothing else is changed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Drop tone marks, case and the bar of đ: `Đẩy mạnh` → `day manh`.

    Source: reliability-ux C2, "Search".
    """
    lowered = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in lowered if not unicodedata.combining(letter))


def lowered(text: str) -> str:
    """Compose and lower the text, tones kept: the exact form for ranking."""
    return nfc(nfc(text).casefold())


def words(text: str) -> tuple[str, ...]:
    """Split into words of letters and digits."""
    return tuple(_WORD.findall(text))


def one_line(text: str) -> str:
    """Join all white space to single blanks, for a cell of a table."""
    return _SPACE.sub(" ", text).strip()
