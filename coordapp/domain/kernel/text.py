"""Vietnamese text: normal form, what can be shown, folding for search."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
# Word breaks a line inside a paragraph with \x0b, web pages and rich editors with U+2028
_LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Word has a hyphen that never breaks a line as a control letter
_ENTERING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_HYPHEN, _HYPHEN_OF_WORD = "\N{NON-BREAKING HYPHEN}", "\x1e"
_KEPT_CONTROLS = frozenset("\n\t")
_NEVER_PRINTED = frozenset(("Cc", "Cs"))
_ENDS = (".", "!", "?", "…")
_NONCHARACTERS = frozenset("\ufffe\uffff")


class _WithoutMarks(dict[int, int | None]):
    """A table for `str.translate` that drops marks and learns letters as it meets them."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def nfc(text: str) -> str:
    """Compose the text (NFC), as it goes to disk, without halves of letters and controls.

    Nothing else is changed; the control letter for a hyphen of Word becomes that hyphen.
    """
    if not text.isprintable():
        text = _ENTERING.sub("", text.replace(_HYPHEN_OF_WORD, _HYPHEN))
    return unicodedata.normalize("NFC", text)


def printable(text: str) -> str:
    r"""Compose the text (NFC), make line ends `\\n`, drop what no paper can show."""
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    lines = _LINE_END.sub("\n", text)
    if not lines.isprintable():
        lines = "".join(letter for letter in lines if _is_shown(letter))
    return unicodedata.normalize("NFC", lines)


def _is_shown(letter: str) -> bool:
    if letter in _KEPT_CONTROLS:
        return True
    return letter not in _NONCHARACTERS and unicodedata.category(letter) not in _NEVER_PRINTED


def fold(text: str) -> str:
    """Drop tone marks, case and the bar of đ: `Đẩy mạnh` → `day manh`.

    Source: resources/docs/forms.md 6.1.
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


def closed_sentence(text: str) -> str:
    """Write text as a sentence, a capital first and a mark last; empty for marks alone."""
    body = text.strip().lstrip(" ,;:").rstrip(" ,;:-–\n")
    if not body:
        return ""
    ended = body.endswith(_ENDS) or (body[-1] in '”")' and body[-2:-1] in _ENDS)
    # the letter of a list item stays small
    first = body[0] if body[1:2] == ")" else body[0].upper()
    return f"{first}{body[1:]}{'' if ended else '.'}"
